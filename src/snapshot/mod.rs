//! The snapshot: one JSON file that holds a project's published record (format 1).
//!
//! [`read`] turns text into a [`Snapshot`] and the list of all [`Problem`]s.
//! It never panics, whatever the text is.

mod check;
mod corrected;
mod currency;
mod date;
mod digest;
mod draft;
mod evidence;
mod from_json;
mod hue;
mod indicator;
mod invisible;
mod items;
mod json;
mod misfit;
mod pack;
mod pause;
mod problem;
mod problems;
mod project;
mod read;
mod record;
mod records;
mod registry;
#[cfg(not(target_family = "wasm"))]
pub mod schema;
mod shaped;
mod spans;
#[cfg(not(target_family = "wasm"))]
pub mod synth;
mod text;
mod value;
mod word;

pub use date::{Date, Day};
pub use digest::{Digest, sha256};
pub use evidence::{Evidence, Locator};
#[cfg(test)]
pub(crate) use from_json::indicator;
pub use hue::HUES;
pub use indicator::{Accumulation, Indicator, Measure, Part, Progress, ProgressMethod, ResultType};
pub use invisible::visible;
pub use items::Items;
pub use pause::{NoPause, Pause, Work, at_once, parts};
pub use problem::{Expected, Found, Problem, Severity, Shape};
pub use project::{Link, Meta, MetaLanguage, Period, Project, Review};
pub use read::{PIECE, Reading, read};
pub use record::{Kind, Money, MoneyKind, Participation, People, Record, Role, Stage};
pub use records::Records;
pub use registry::{Area, AreaKind, Correction, Direction, Organisation, Source};
pub use spans::{is_as_long, is_next, overlap};
pub use text::Text;
pub use value::{Bound, Derived, Missing, Operation, Scope, Status, Term, Value};

use crate::sort::sort_by_key;

/// A whole snapshot, as its JSON spells it. Arrays are sorted by id.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Snapshot {
    /// Where the JSON Schema of this format lies, relative to the snapshot.
    #[cfg_attr(not(target_family = "wasm"), serde(rename = "$schema", default))]
    pub schema: String,
    /// The version of the format; this program reads 1.
    pub format: u32,
    /// About this file: its version, its publisher, its languages.
    pub snapshot: Meta,
    /// The project itself.
    pub project: Project,
    /// The places that values and records refer to, sorted by id.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub areas: Items<Area>,
    /// The fields that the project works in, sorted by id.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub directions: Items<Direction>,
    /// Who takes part in records, sorted by id.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub organisations: Items<Organisation>,
    /// Where each number and each record is published, sorted by id.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub sources: Items<Source>,
    /// What was measured, sorted by id.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub indicators: Items<Indicator>,
    /// What was done, published or founded, sorted by id.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub records: Records,
    /// Numbers that were changed after they were published, sorted by date.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Items::is_empty"))]
    pub corrections: Items<Correction>,
}

impl Snapshot {
    /// The directions as pages list them.
    pub fn directions_in_order(&self) -> Vec<&Direction> {
        let mut directions: Vec<&Direction> = self.directions.iter().collect();
        sort_by_key(&mut directions, |direction| direction.order);
        directions
    }

    /// The indicator that speaks for a direction: the one that it names, else the first of its own of scope
    /// project that has a number.
    pub fn best(&self, direction: &Direction) -> Option<&Indicator> {
        let speaks = |indicator: &&Indicator| {
            let is_own = indicator.direction.as_ref() == Some(&direction.id) && indicator.scope() == Scope::Project;
            is_own && indicator.latest().is_some()
        };
        let named = direction.best.as_ref().and_then(|id| find(&self.indicators, id));
        named.or_else(|| self.indicators.iter().find(speaks))
    }

    /// The area of that id, where it does not lie in one of the project's own.
    pub fn elsewhere(&self, id: &str) -> Option<&Area> {
        let area = find(&self.areas, id)?;
        let around = |area: &&Area| area.parent.as_ref().and_then(|id| find(&self.areas, id));
        let mut all = std::iter::successors(Some(area), around);
        (!all.any(|area| self.project.areas.contains(&area.id))).then_some(area)
    }
}

/// What stands for having none in addresses, counts and files: no direction, no date, nothing of the kind. No item
/// has such an id.
pub const WHOLE_PROJECT: &str = "whole-project";
/// Of a record without a date.
pub const UNDATED: &str = "undated";
/// Of a record that names no stage, area or organisation.
pub const NOT_STATED: &str = "not-stated";

/// Anything that is listed under an id of its own.
pub trait Named {
    /// Unique within the list; in kebab-case.
    fn id(&self) -> &str;
}

macro_rules! named {
    ($($kind:ty),+) => { $(impl Named for $kind { fn id(&self) -> &str { &self.id } })+ };
}
named!(Area, Direction, Organisation, Source, Indicator, Record);

/// Finds the item of that id: at once where the list is sorted, as it should be, and else by
/// looking at each.
pub fn find<'a, T: Named>(items: &'a [T], id: &str) -> Option<&'a T> {
    let sorted = items.binary_search_by(|item| item.id().cmp(id)).ok();
    sorted.and_then(|at| items.get(at)).or_else(|| items.iter().find(|item| item.id() == id))
}
