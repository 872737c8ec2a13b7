//! CAPA Desk: the window.

fn main() {}
