use super::indicator_card::remarks;
use super::{ChartCard, IndicatorCard, Room, fixed, indicator_rows, still, text};
use crate::app::App;
use crate::route::{Place, Route};
use crate::series::{Series, changes, is_comparable, is_series};
use crate::snapshot::Indicator;
use leptos::prelude::*;

/// The indicators of one scope: courses over years as a card each, steps from before to after in
/// one column where there are several, and single figures as lines.
pub fn indicator_cards(app: App, indicators: Vec<&'static Indicator>, room: Room) -> AnyView {
    let (drawn, listed): (Vec<_>, Vec<_>) = indicators.into_iter().partition(|indicator| is_comparable(indicator));
    let (courses, steps): (Vec<_>, Vec<_>) = drawn.into_iter().partition(|indicator| is_series(indicator));
    let (cards, column) = match steps.len() {
        0 | 1 => (courses.into_iter().chain(steps).collect::<Vec<_>>(), None),
        _ => (courses, Some(change_column(app, &steps))),
    };
    let class = if room == Room::Half { "indicators two" } else { "indicators" };
    let cards: Vec<_> = cards.into_iter().map(|indicator| view! { <IndicatorCard indicator room/> }).collect();
    let scope = listed.first().map(|indicator| indicator.scope().word());
    let rows = scope.map(|scope| {
        let name = format!("figures-{scope}");
        let rows = still(app, &name, move || indicator_rows(app, &listed));
        view! { <div data-still=name>{rows}</div> }
    });
    view! { {column}<div class=class>{cards}</div>{rows} }.into_any()
}

/// Several indicators before → after in one chart, and below it what each comes to.
pub fn change_column(app: App, indicators: &[&'static Indicator]) -> AnyView {
    let lang = app.lang();
    let scope = indicators.first().map(|indicator| indicator.scope().word()).unwrap_or_default();
    let series = Series { id: format!("changes-{scope}"), ..changes(indicators, &app.site.snapshot, lang) };
    let (name, indicators) = (format!("sums-{scope}"), indicators.to_vec());
    let lines = still(app, &name, move || lines(app, &indicators));
    view! { <ChartCard series=fixed(series)/><ul class="sums" data-still=name>{lines}</ul> }.into_any()
}

fn lines(app: App, indicators: &[&'static Indicator]) -> AnyView {
    let lang = app.lang();
    let line = |indicator: &&'static Indicator| {
        let href = app.link(&Place::new(lang, Route::Indicator(indicator.id.clone())));
        view! { <li><h3><a href=href>{text(&indicator.title, lang)}</a></h3>{remarks(indicator, lang)}</li> }
    };
    indicators.iter().map(line).collect_view().into_any()
}
