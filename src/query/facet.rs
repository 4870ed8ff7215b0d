use crate::snapshot::{NOT_STATED, Organisation, Snapshot, Text, UNDATED, WHOLE_PROJECT, find};

/// One dimension that readers filter records by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// A field of work of the project. A record may be in several, or in none: that is the whole project.
    Direction,
    Kind,
    Stage,
    Area,
    /// Each year that the date of the record lies in.
    Year,
    /// Each organisation of the record, whatever its role.
    Organisation,
    /// Whether it is of the project, of its context or of related work.
    Scope,
}

impl Facet {
    /// How many there are.
    pub const COUNT: usize = Facet::Scope as usize + 1;

    /// All of them, in the order that addresses and pages list them.
    pub const ALL: [Facet; Facet::COUNT] =
        [Facet::Direction, Facet::Kind, Facet::Stage, Facet::Area, Facet::Year, Facet::Organisation, Facet::Scope];

    /// Its position in [`Facet::ALL`], which is the number of its dimension and of its condition in the engine.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The key of a record that says nothing in this dimension.
    pub const fn blank(self) -> &'static str {
        match self {
            Facet::Direction => WHOLE_PROJECT,
            Facet::Year => UNDATED,
            _ => NOT_STATED,
        }
    }

    /// The snapshot's name of a value; none where the value is unknown, or is named by the interface.
    pub fn text<'a>(self, key: &str, snapshot: &'a Snapshot) -> Option<&'a Text> {
        match self {
            Facet::Direction => find(&snapshot.directions, key).map(|direction| &direction.short),
            Facet::Area => find(&snapshot.areas, key).map(|area| &area.name),
            Facet::Organisation => find(&snapshot.organisations, key).map(Organisation::brief),
            _ => None,
        }
    }
}
