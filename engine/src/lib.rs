//! The engine: a table of small integers, which of its rows pass, and how many have what.
//!
//! ```text
//! keys of each row ──TableBuilder::push──▶ rows by profile ──Fails::set_keys──▶ a bit a condition
//!                                                              │
//!        counts of every key ◀──tally──────────────────────────┤
//!        counts of pairs of keys ◀──cross──────────────────────┤
//!        rows in an order, largest amounts ◀──Mask◀──passing───┘
//! ```
//!
//! A row passes when none of its bits is set, its own and its profile's, and counts for a column's own
//! keys when no *other* bit is set: the cross-filter rule. Beside the table stands [`json`], which reads
//! what it is made from. The engine knows nothing of snapshots, languages or browsers; it is a crate of its
//! own because it is compiled to be fast, and the rest to be small.

mod amounts;
mod builder;
mod codes;
mod column;
mod cross;
mod fails;
mod find;
pub mod json;
mod mask;
mod order;
mod passing;
mod table;
mod tally;
mod texts;

pub use amounts::{Amount, Amounts};
pub use builder::TableBuilder;
pub use codes::Codes;
pub use column::Column;
pub use cross::cross;
pub use fails::Fails;
pub use mask::Mask;
pub use order::{Order, by_keys, number_key, positions};
pub use passing::passing;
pub use table::Table;
pub use tally::{Tally, tally};
pub use texts::Texts;

/// Rows that are looked at in one go: few enough to stay in the nearest cache, numbered in 16 bits.
const BLOCK: usize = 2048;
