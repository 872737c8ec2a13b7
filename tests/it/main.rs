//! One test binary: every module is a family of promises.

mod imports;
