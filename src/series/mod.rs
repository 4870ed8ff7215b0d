//! What charts, tables, downloads and sentences are all made from: labelled numbers with units.
//!
//! One file a question. A [`Series`] never joins values or amounts of two scopes, counts records of the scopes that
//! the reader chose, and is already in the reader's language.

mod change;
mod counts;
mod course;
mod coverage;
mod crossed;
mod disagreement;
mod finding;
mod history;
mod money;
mod progress;
mod sentence;
mod share;
mod sizes;
mod table;
mod timeline;
mod unit;

pub use change::{change, changes, elsewhere};
pub use counts::counts;
pub use course::{course, is_comparable, is_series};
pub use coverage::coverage;
pub use crossed::crossed;
pub use disagreement::disagree;
pub use finding::finding;
pub use history::history;
pub use money::{currencies, money};
pub use progress::{Outcome, Unknown, outcome};
pub use sentence::{Piece, Sentence};
pub use share::{rise, share};
pub use sizes::{name as span_name, sized, sizes};
pub use table::{Row, Table, csv, table, table_columns};
pub use timeline::timeline;
pub use unit::Unit;

use crate::query::Facet;
use crate::snapshot::{Bound, Evidence, Missing, Scope};
use crate::sort::distinct;

/// What one chart shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Names the chart on its page.
    pub id: String,
    /// The question it answers, and so how it is drawn.
    pub form: Form,
    /// The finding, in a sentence made from the numbers.
    pub headline: Sentence,
    /// Measure, unit, period, area.
    pub subtitle: String,
    /// The unit of all numbers whose group has none of its own.
    pub unit: Unit,
    /// The colour that it wears: that of its direction, see [`Snapshot::hue`].
    pub hue: Option<u8>,
    /// The scope that all its numbers have; none where it counts records of those the reader chose.
    pub scope: Option<Scope>,
    /// The facet that its marks toggle.
    pub facet: Option<Facet>,
    /// The groups that points belong to, where there are several: lines of a history, segments of
    /// stacked bars, rows of a column of changes, panels of years, columns of a grid.
    pub groups: Vec<Group>,
    /// What the groups are: areas, stages, indicators.
    pub grouped_by: String,
    /// What is drawn, in the order of the table and of the keyboard walk.
    pub points: Vec<Point>,
    /// Whether each number is of its own period, such as what a year brought. A line then joins only numbers of
    /// periods that are equally long.
    pub per_period: bool,
    /// The project's own years, where the chart has a calendar and they have a beginning and an end.
    pub window: Option<(f64, f64)>,
    /// The largest number of all charts that share a scale with this one, so that bars of the
    /// same length mean the same.
    pub top: Option<f64>,
}

/// What some of the points have in common.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group {
    /// In the reader's language.
    pub name: String,
    /// The unit of its numbers, where it is not that of the series.
    pub unit: Option<Unit>,
    /// The colour that it wears: that of its direction, see [`Snapshot::hue`].
    pub hue: Option<u8>,
    /// How it is drawn among the others, the same on every page.
    pub style: Style,
    /// As [`Series::per_period`], where that is of this group alone.
    pub per_period: bool,
}

/// How segments of one bar are told apart, also without colour: from completed to planned and stopped
/// work, and records that do not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    #[default]
    Done,
    Underway,
    /// An application was submitted.
    Asked,
    Planned,
    Stopped,
    /// The record states nothing, or the segments are no stages.
    Unsaid,
}

/// The question that a chart answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// From where to where: before, after, planned. With groups, a row each.
    Change,
    /// How much each: bars across, the largest first. With groups, stacked of their segments.
    Bars,
    /// How many a year: columns in time order. With groups, a small panel each.
    Years,
    /// How many of each size: columns side by side, keyed by the range that each stands for.
    Sizes,
    /// How it went: lines over years, one a group.
    History,
    /// What happened when.
    Timeline,
    /// How much of what there could be: rows by columns of shares.
    Grid,
}

/// One labelled number, or the reason why there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The facet value or record that it stands for.
    pub key: String,
    /// Its name, in the reader's language.
    pub label: String,
    /// The position of its group in [`Series::groups`]; 0 where there are none.
    pub group: usize,
    pub role: Role,
    /// None for an event, and where the number is missing.
    pub value: Option<f64>,
    /// What the number is a part of, where it is one.
    pub whole: Option<f64>,
    /// Set where the number is not exact.
    pub bound: Option<Bound>,
    /// Why there is no number.
    pub missing: Option<Missing>,
    /// Where it lies on a calendar, in years: start and end.
    pub at: Option<(f64, f64)>,
    /// Whether it lies somewhere within that span, since the source names no more than a year or
    /// month, instead of filling it.
    pub vague: bool,
    /// Whether the reader has chosen it, or has chosen nothing here.
    pub chosen: bool,
    /// The colour that it wears, as above, where points differ in it.
    pub hue: Option<u8>,
    /// The word for a number that is planned, forecast, provisional or a target; empty where the label says it, and
    /// for any other number.
    pub standing: &'static str,
    /// A remark that belongs to this number.
    pub note: String,
    /// Who says so; empty where nobody is named.
    pub evidence: Vec<Evidence>,
}

/// What a point is in its series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The number that the others are compared with.
    Baseline,
    /// A number that a source states as come about.
    Actual,
    /// Announced or added up; drawn apart from what a source states as done.
    Planned,
    /// What a source states as the aim.
    Target,
    /// A count or an amount, which is drawn from zero.
    Count,
    /// Something dated, without a number.
    Event,
}

impl Series {
    /// A series with no points yet and none of what only some forms have.
    pub fn new(id: impl Into<String>, form: Form, unit: Unit) -> Series {
        Series {
            id: id.into(),
            form,
            headline: Sentence::default(),
            subtitle: String::new(),
            unit,
            hue: None,
            scope: None,
            facet: None,
            groups: Vec::new(),
            grouped_by: String::new(),
            points: Vec::new(),
            per_period: false,
            window: None,
            top: None,
        }
    }

    /// The unit of a point: its group's own, else that of all.
    pub fn unit_of(&self, point: &Point) -> &Unit {
        self.groups.get(point.group).and_then(|group| group.unit.as_ref()).unwrap_or(&self.unit)
    }

    /// The name of a point's group, where there are several.
    pub fn group_of(&self, point: &Point) -> Option<&str> {
        self.groups.get(point.group).filter(|_| self.groups.len() > 1).map(|group| group.name.as_str())
    }

    /// The evidence of all its points, each place in each source once.
    pub fn evidence(&self) -> Vec<Evidence> {
        distinct(self.points.iter().flat_map(|point| &point.evidence).cloned())
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        !self.points.iter().any(|point| {
            point.value.is_some_and(|v| v != 0.0 || point.role != Role::Count) || point.role == Role::Event
        })
    }
}

impl Point {
    /// A point that holds only a key, a label and a number.
    pub fn plain(key: impl Into<String>, label: impl Into<String>, role: Role, value: Option<f64>) -> Point {
        Point {
            key: key.into(),
            label: label.into(),
            group: 0,
            role,
            value,
            whole: None,
            bound: None,
            missing: None,
            at: None,
            vague: false,
            chosen: true,
            hue: None,
            standing: "",
            note: String::new(),
            evidence: Vec::new(),
        }
    }
}

impl Group {
    /// A group that only has a name.
    pub fn named(name: impl Into<String>) -> Group {
        Group { name: name.into(), ..Group::default() }
    }
}
