//! Bagyt: a public results site from one JSON snapshot.
//!
//! ```text
//! snapshot text ──snapshot::read──▶ Snapshot + problems ──query::Columns──▶ columns ─┐
//! address ──route, query::Filters──▶ place and choices ──────────────────────────────┴─▶ series
//!     series ──chart──▶ marks on a canvas or in an SVG file; table twin, CSV, sentence
//! ```
//!
//! The map, from the data up:
//! - [`snapshot`]: the format, its checks, and the problems it may have; its JSON is read by the crate
//!   `engine`, its records are kept packed
//! - [`query`]: columns, facets, ranges, filters, orders, search; its counting is the crate `engine`
//! - [`series`]: what is shown, as labelled numbers; progress arithmetic; tables and CSV
//! - [`chart`]: scales, ticks, layout, marks; palette; the spoken sentence
//! - [`locale`]: words, sentences, numbers, dates, plurals, sort order in kk, ru, en
//! - [`route`]: the addresses
//! - [`site`]: a snapshot made ready for pages
//! - [`sort`]: sorting in little program; each thing once
//!
//! Nothing above this line names the browser. Below it:
//! - [`browser`]: fetch, canvas, history, download, storage: the only door to the browser
//! - [`parts`]: the shell around pages, filter bar, chart card, list or table of records, value with evidence
//! - [`pages`]: one file a page
//! - [`app`]: the state (an address) and what is shown for it
//!
//! Invariants, each held by a test in `tests/architecture.rs` or `tests/colours.rs`: the browser line; only
//! `browser` does IO; only `locale` holds interface text; only `chart::palette` and the style
//! sheet's tokens hold colours; only `query::filters` spells query keys; only `route` spells
//! paths; nothing panics on data.

// The types of nested views are deep.
#![recursion_limit = "512"]

pub mod chart;
pub mod locale;
pub mod query;
pub mod route;
pub mod series;
pub mod site;
pub mod snapshot;
pub mod sort;

pub mod app;
pub mod browser;
pub mod pages;
pub mod parts;
