//! Which records are shown: columns, facets, filters, masks, search.

mod columns;
mod facet;
mod filters;
mod mask;
mod order;
mod selection;

pub use columns::{Codes, Columns};
pub use facet::Facet;
pub use filters::{Filters, Sort};
pub use mask::Mask;
pub use order::order;
pub use selection::{Hits, Selection};
