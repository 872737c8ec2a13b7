//! Tests of CAPA Desk that cross crates, processes and files: see `it/`.
