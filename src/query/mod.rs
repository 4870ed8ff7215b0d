//! Which records are shown: columns, facets, filters, order. The counting is the crate `engine`'s.

mod columns;
mod facet;
mod filters;
mod order;
mod selection;

pub use columns::Columns;
pub use engine::Mask;
pub use facet::Facet;
pub use filters::{Filters, Sort};
pub use order::{Orders, order};
pub use selection::{Hits, Selection};
