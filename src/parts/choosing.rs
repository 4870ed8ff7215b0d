use super::turns::Turns;
use crate::app::App;
use crate::query::{Filters, Hits, Selection};
use leptos::prelude::*;

/// What the reader has chosen among the records of a page, what that gives, and when each part of the page
/// follows. All parts of a page share one, so that each choice is looked up once.
#[derive(Clone, Copy)]
pub struct Choosing {
    /// With the direction that limits the page, if one does.
    pub filters: Memo<Filters>,
    /// What these filters give.
    pub hits: Memo<Hits>,
    /// When each part of the page follows a choice.
    pub turns: Turns,
}

impl Choosing {
    /// The choices of the current page; `direction` is the id of the one that limits it.
    pub fn new(app: App, direction: Option<&str>) -> Choosing {
        let (chosen, columns) = (app.filters(), &app.site.columns);
        let direction = direction.map(str::to_owned);
        let filters =
            Memo::new(move |_| chosen.with(|f| direction.as_deref().map_or_else(|| f.clone(), |id| f.within(id))));
        // What stays chosen is not looked up again.
        let hits = Memo::new_owning(move |before: Option<Hits>| {
            let selection = filters.with(|f| Selection::of(f, columns));
            match before {
                Some(before) if before.selection == selection => (before, false),
                Some(before) => (selection.run_after(before, columns), true),
                None => (selection.run(columns), true),
            }
        });
        Choosing { filters, hits, turns: Turns::new(app, filters) }
    }
}
