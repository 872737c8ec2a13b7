//! What crosses IPC: serializable twins of what the core knows, in the language of the screen. Generated to
//! TypeScript; a test fails when the generated file is stale.

pub mod analysis;
pub mod audits;
mod bindings;
pub mod card;
pub mod case;
pub mod certificate;
pub mod choices;
pub mod dashboard;
pub mod import;
pub mod inbox;
pub mod life;
pub mod list;
pub mod may;
pub mod office;
pub mod people;
pub mod programme;
pub mod readiness;
pub mod registers;
pub mod requests;
pub mod session;
mod shown;
pub mod similar;
pub mod summary;
pub mod wishes;

pub use shown::Shown;
