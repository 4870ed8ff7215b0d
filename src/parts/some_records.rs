use super::record_item;
use crate::app::App;
use crate::query::{Facet, Filters};
use crate::route::{Place, Route};
use leptos::prelude::*;

/// Records shown at most where a page is about something else. Of a large portfolio thousands would be no
/// list that anybody reads, and seconds in the making.
const MOST: usize = 200;

/// Records by their rows, of which there are `count`; of very many the first, and the way to the others, which
/// are those that these `choices` give.
pub fn some_records(
    app: App,
    rows: impl Iterator<Item = usize>,
    count: usize,
    choices: &[(Facet, &[&str])],
) -> AnyView {
    let lang = app.lang();
    let records = rows.take(MOST).filter_map(|row| app.site.snapshot.records.get(row));
    let items = records.map(|record| record_item(app, &record)).collect_view();
    let more = (count > MOST).then(|| {
        let mut filters = app.filters().with_untracked(Filters::cleared);
        for (facet, keys) in choices {
            filters.choose(*facet, &keys.iter().map(ToString::to_string).collect::<Vec<_>>());
        }
        let href = app.link_with(&Place::new(lang, Route::Explore), &filters);
        let words = format!("{} ({})", lang.show_more(), lang.number((count - MOST) as f64, 0));
        view! { <p class="foot"><a href=href>{words}</a></p> }
    });
    view! { <ol class="records">{items}</ol>{more} }.into_any()
}
