//! The life of a case, asked from outside: the table of moves against the field's sheet, every state with every role
//! and every move, one person alone, random lives, two desks at once.

mod alone;
mod checker;
mod guards;
mod matrix;
mod random;
mod sheet;
mod stale;
mod table;
mod world;
