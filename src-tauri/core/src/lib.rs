//! The rules, the register and the store of CAPA Desk.
