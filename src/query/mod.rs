//! Which records are shown: columns, facets, filters, order. The counting is the crate `engine`'s.

mod columns;
mod currencies;
mod facet;
mod filters;
mod order;
mod selection;
mod sort;
mod span;

pub use columns::{Columns, ColumnsBuilder};
pub use engine::Mask;
pub use facet::Facet;
pub use filters::Filters;
pub use order::{Orders, order, sorting};
pub use selection::{Hits, Selection, folded_words};
pub use sort::{By, Sort};
pub use span::Span;
