use super::turns::Turns;
use super::{ChartCard, Room};
use crate::app::App;
use crate::query::{Facet, Filters, Hits};
use crate::series::{Series, counts, crossed, currencies, money, sized, sizes};
use crate::snapshot::Scope;
use leptos::prelude::*;
use std::sync::Arc;

/// What a chart over records counts by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// By the values of one facet.
    By(Facet),
    /// By pairs of values: bars of the first stacked by the second, or years in a panel each.
    Both(Facet, Facet),
    /// By amount, in each currency that has many.
    Amounts,
}

/// The charts over records, each filtered by all choices but its own facet's, and the amounts.
#[component]
pub fn RecordCharts(
    charts: &'static [Counted],
    /// The direction whose colour they wear.
    direction: Option<String>,
    hits: Memo<Hits>,
    filters: Memo<Filters>,
    turns: Turns,
) -> impl IntoView {
    let app = App::here();
    let hue = direction.map(|id| app.site.snapshot.hue(&id));
    let one = |chart: Counted, currency: String| {
        let part = turns.part();
        let series = part.memo(move || {
            let (snapshot, columns, lang) = (&app.site.snapshot, &app.site.columns, app.lang());
            let made = |hits: &Hits, filters: &Filters| match chart {
                Counted::By(facet) => counts(facet, snapshot, columns, hits, lang),
                Counted::Both(facet, by) => crossed(facet, by, snapshot, columns, hits, lang),
                Counted::Amounts => sizes(&currency, columns, hits, filters, lang),
            };
            let series = hits.with(|hits| filters.with(|filters| made(hits, filters)));
            Arc::new(Series { hue, ..series })
        });
        match chart {
            Counted::Both(Facet::Year, _) => {
                view! { <div class="across"><ChartCard series=series.into() room=Room::Filtered part/></div> }
                    .into_any()
            }
            _ => view! { <ChartCard series=series.into() room=Room::Results part/> }.into_any(),
        }
    };
    let card = |chart: &Counted| match chart {
        Counted::Amounts => sized(&app.site.columns).into_iter().map(|currency| one(*chart, currency)).collect(),
        _ => vec![one(*chart, String::new())],
    };
    let charts: Vec<_> = charts.iter().flat_map(card).collect();
    // Which of these cards there are follows in its turn, so that a choice does not wait for it.
    let amounts = turns.part();
    let due = amounts.when(RwSignal::new(false)).due();
    let found = Memo::new(move |_| {
        due.get();
        hits.with_untracked(|hits| currencies(&app.site.columns, hits))
    });
    let card = move |of: (Scope, String)| {
        let part = amounts.beside();
        let (snapshot, columns) = (&app.site.snapshot, &app.site.columns);
        let series = part.memo(move || Arc::new(hits.with(|hits| money(&of, snapshot, columns, hits, app.lang()))));
        view! { <ChartCard series=series.into() room=Room::Results part/> }
    };
    let amounts = move || found.get().into_iter().map(card).collect_view();
    view! { <div class="charts">{charts}{amounts}</div> }
}
