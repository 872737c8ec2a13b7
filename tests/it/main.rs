//! One test binary: every module is a family of promises.

#[cfg(test)]
mod audits;
#[cfg(test)]
mod compatibility;
#[cfg(test)]
mod conformance;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod cycle;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod keeping;
#[cfg(test)]
mod layering;
#[cfg(test)]
mod life;
#[cfg(test)]
mod monitoring;
#[cfg(test)]
mod radar;
#[cfg(test)]
mod readiness;
#[cfg(test)]
mod real_registers;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod stores;
#[cfg(test)]
mod tamper;
#[cfg(test)]
mod trace;
