use crate::series::Series;
use leptos::prelude::Signal;
use std::sync::Arc;

/// The series of a chart; it may follow choices. All that belongs to the chart is made of it, so it is shared.
pub type Charted = Signal<Arc<Series>>;

/// A series that follows nothing.
pub fn fixed(series: Series) -> Charted {
    Signal::stored(Arc::new(series))
}

/// How much room a chart has on a page 1280 pixels wide, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Room {
    /// The whole column of the page.
    #[default]
    Wide = 1084,
    /// Half of it.
    Half = 518,
    /// What the filters leave.
    Filtered = 786,
    /// Half of that.
    Results = 369,
    /// A card of the overview.
    Card = 247,
}

impl Room {
    /// How wide it becomes at most: on narrower pages it may have a column for itself.
    pub fn most(self) -> f64 {
        match self {
            Room::Wide => 1084.0,
            Room::Half => 888.0,
            Room::Filtered => 791.0,
            Room::Results => 727.0,
            Room::Card => 491.0,
        }
    }
}
