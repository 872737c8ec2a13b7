//! One test binary: every module is a family of promises.

#[cfg(test)]
mod conformance;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod layering;
#[cfg(test)]
mod sample;
