//! One test binary: every module is a family of promises.

#[cfg(test)]
mod conformance;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod layering;
#[cfg(test)]
mod sample;
