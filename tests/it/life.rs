//! The life of a case, asked from outside: the table of moves against the field's sheet, every state with every role
//! and every move, one person alone, random lives, two desks at once.

#![expect(clippy::wildcard_enum_match_arm, reason = "a test names the few arms that it is about")]

mod alone;
mod checker;
mod guards;
mod matrix;
mod random;
mod sheet;
mod stale;
mod table;
mod world;
mod writing;
