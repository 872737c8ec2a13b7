//! The commands that set up, run and test CAPA Desk.

fn main() {}
