//! The engine: a table of small integers, which of its rows pass, and how many have what.
//!
//! The words, as all files here use them:
//! - *Row*: one record, numbered from 0 in the order added.
//! - *Dimension*, kept as a *column*: something that rows have any number of, such as kinds.
//! - *Key*: one value of a dimension, a text. *Code*: its number, in the order of first appearance.
//! - *Set*: the keys that a row has in one dimension, in its order. Rows with the same share one set, a number.
//! - *Profile*: the rows with the same sets in all dimensions, but for those of very many values. In
//!   these each row has a set of its *own*; the others are *shared*.
//! - *Place*: a position in the table, in which the rows of a profile stand side by side. (In `find` it is
//!   one in a text, in `json` one among the values.)
//! - *Condition*: what a row passes or fails, one bit each. That of a dimension has the dimension's
//!   number; higher numbers are free for others, such as a search.
//! - *Block*: the profiles or places that are looked at in one go. (`texts` has blocks of text.)
//!
//! Three rows, with kinds (dimension 0, shared) and organisations (dimension 1, the rows' own):
//!
//! ```text
//! row  kind      organisations   set of kind  profile  place  set of organisations
//! 0    training  city            0            0        0      0
//! 1    event     city, school    1            1        2      1
//! 2    training  school          0            0        1      2
//! ```
//!
//! The codes are training 0 and event 1, city 0 and school 1. If `school` is wanted, condition 1 sets its
//! bit for set 0 of the organisations, so that row 0 fails and 2 rows pass: training 1, event 1. The
//! organisations are counted with their own condition left aside: city 2, school 2, out of 3 rows.
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
mod sorting;
mod steps;
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
pub use order::{Order, number_key, positions};
pub use passing::passing;
pub use sorting::sorted;
pub use steps::Steps;
pub use table::Table;
pub use tally::{Tally, tally};
pub use texts::Texts;

/// Rows that are looked at in one go: few enough to stay in the nearest cache, numbered in 16 bits.
const BLOCK: usize = 2048;
