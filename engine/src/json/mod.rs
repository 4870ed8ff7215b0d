//! JSON in one pass: a text becomes a list of nodes, which the types of a format are read from.
//!
//! The text may come in pieces. Nothing is copied, and the list of nodes is used again for the
//! next value, so that a hundred thousand small values cost no allocation.

mod cursor;
mod number;
mod tape;
mod value;

pub use cursor::{Cursor, Piece, Stop, Wanted};
pub use tape::Tape;
pub use value::{Kind, Value};
