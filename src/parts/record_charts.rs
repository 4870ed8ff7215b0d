use super::ChartCard;
use crate::app::App;
use crate::query::{Facet, Filters, Hits};
use crate::series::{Series, counts, money};
use leptos::prelude::*;

/// The charts over records: one a facet, each filtered by all choices but its own, and the amounts.
#[component]
pub fn RecordCharts(
    facets: &'static [Facet],
    /// The direction whose colour they wear.
    direction: Option<String>,
    hits: Memo<Hits>,
    filters: Memo<Filters>,
) -> impl IntoView {
    let app = App::here();
    let charts = facets
        .iter()
        .map(|&facet| {
            let direction = direction.clone();
            let series = Memo::new(move |_| {
                let snapshot = &app.site.snapshot;
                let series =
                    hits.with(|hits| filters.with(|f| counts(facet, snapshot, &app.site.columns, hits, f, app.lang())));
                Series { direction: direction.clone(), ..series }
            });
            view! { <ChartCard series=series.into()/> }
        })
        .collect_view();
    let amounts = move || {
        let series = hits.with(|hits| money(&app.site.snapshot, &hits.shown, app.lang()));
        series.into_iter().map(|series| view! { <ChartCard series=Signal::stored(series)/> }).collect_view()
    };
    view! { <div class="charts">{charts}{amounts}</div> }
}
