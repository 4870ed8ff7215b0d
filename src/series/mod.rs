//! What charts, tables, downloads and sentences are all made from: labelled numbers with units.
//!
//! One file a question. A [`Series`] never joins scopes, and is already in the reader's language.

mod change;
mod counts;
mod coverage;
mod disagreement;
mod finding;
mod history;
mod money;
mod progress;
mod table;
mod timeline;
mod unit;

pub use change::change;
pub use counts::counts;
pub use coverage::{Coverage, coverage};
pub use disagreement::disagree;
pub use finding::{Piece, finding, plain};
pub use history::history;
pub use money::money;
pub use progress::{Outcome, Unknown, outcome};
pub use table::{Table, csv, table};
pub use timeline::timeline;
pub use unit::Unit;

use crate::query::Facet;
use crate::snapshot::{Bound, Evidence, Missing, Scope};

/// What one chart shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Names the chart on its page.
    pub id: String,
    pub form: Form,
    /// The finding, in a sentence made from the numbers.
    pub headline: String,
    /// Measure, unit, period, area.
    pub subtitle: String,
    pub unit: Unit,
    /// The direction whose colour it wears.
    pub direction: Option<String>,
    /// The scope that all its numbers have; none where it counts records of those the reader chose.
    pub scope: Option<Scope>,
    /// The facet that its marks toggle.
    pub facet: Option<Facet>,
    /// Names of the groups that points belong to: the lines of a history.
    pub groups: Vec<String>,
    pub points: Vec<Point>,
    /// The project's own years, where the chart has a calendar.
    pub window: Option<(f64, f64)>,
}

/// The question that a chart answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// From where to where: before, after, planned.
    Change,
    /// How much each: bars across, the longest name first.
    Bars,
    /// How many a year: columns in time order.
    Years,
    /// How it went: lines over years.
    History,
    /// What happened when.
    Timeline,
}

/// One labelled number, or the reason why there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The facet value or record that it stands for.
    pub key: String,
    pub label: String,
    pub group: usize,
    pub role: Role,
    pub value: Option<f64>,
    pub bound: Option<Bound>,
    pub missing: Option<Missing>,
    /// Where it lies on a calendar, in years: start and end.
    pub at: Option<(f64, f64)>,
    /// Whether the reader has chosen it, or has chosen nothing here.
    pub chosen: bool,
    /// Another direction's colour, where points differ in it.
    pub direction: Option<String>,
    /// A remark that belongs to this number.
    pub note: String,
    pub evidence: Vec<Evidence>,
}

/// What a point is in its series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Baseline,
    Actual,
    /// Announced or added up; drawn apart from what a source states as done.
    Planned,
    /// What a source states as the aim.
    Target,
    Count,
    Event,
}

impl Series {
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
            bound: None,
            missing: None,
            at: None,
            chosen: true,
            direction: None,
            note: String::new(),
            evidence: Vec::new(),
        }
    }
}
