//! CAPA Desk on the command line.

fn main() {}
