//! One test binary: every module is a family of promises.

#[cfg(test)]
mod sample;
