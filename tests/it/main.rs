//! One test binary: every module is a family of promises.

#[cfg(test)]
mod imports;
#[cfg(test)]
mod real_registers;
