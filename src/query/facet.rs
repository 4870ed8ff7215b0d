use crate::snapshot::{Organisation, Snapshot, Text, find};

/// One dimension that readers filter records by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    Direction,
    Kind,
    Stage,
    Area,
    Year,
    Organisation,
    Scope,
}

impl Facet {
    /// How many there are.
    pub const COUNT: usize = Facet::Scope as usize + 1;

    /// All of them, in the order that addresses and pages list them.
    pub const ALL: [Facet; Facet::COUNT] =
        [Facet::Direction, Facet::Kind, Facet::Stage, Facet::Area, Facet::Year, Facet::Organisation, Facet::Scope];

    /// Its position in [`Facet::ALL`], and its bit in a record's failures.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The key of a record that says nothing in this dimension.
    pub const fn blank(self) -> &'static str {
        match self {
            Facet::Direction => "whole-project",
            Facet::Year => "undated",
            _ => "not-stated",
        }
    }

    /// The snapshot's own name of a value, where it is the snapshot that names it.
    pub fn text<'a>(self, key: &str, snapshot: &'a Snapshot) -> Option<&'a Text> {
        match self {
            Facet::Direction => find(&snapshot.directions, key).map(|direction| &direction.short),
            Facet::Area => find(&snapshot.areas, key).map(|area| &area.name),
            Facet::Organisation => find(&snapshot.organisations, key).map(Organisation::brief),
            _ => None,
        }
    }
}
