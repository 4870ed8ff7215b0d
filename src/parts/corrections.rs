use super::{number, text};
use crate::app::App;
use crate::locale::Lang;
use crate::route::{Place, Route};
use crate::series::Unit;
use crate::snapshot::{Correction, Indicator, Record};
use leptos::prelude::*;

/// What was corrected of a value of an indicator, at a path within it; nothing where nothing was.
pub fn corrections_of_value(app: App, indicator: &'static Indicator, path: &str) -> AnyView {
    beside(app, "indicators", &indicator.id, path, &Unit::of(indicator, app.lang()))
}

/// What was corrected of a record's number, at a path within it, of that unit.
pub fn corrections_of_record(app: App, record: &Record, path: &str, unit: &Unit) -> AnyView {
    beside(app, "records", &record.id, path, unit)
}

fn beside(app: App, list: &str, id: &str, path: &str, unit: &Unit) -> AnyView {
    let lang = app.lang();
    let all = app.site.snapshot.corrections_of(list, id, path).into_iter();
    all.map(|one| view! { <small class="note" data-correction>{changed(one, unit, lang)}</small> })
        .collect_view()
        .into_any()
}

/// Every correction, with what it is about.
pub fn all_corrections(app: App) -> AnyView {
    let lang = app.lang();
    if app.site.snapshot.corrections.is_empty() {
        return view! { <p>{lang.no_corrections()}</p> }.into_any();
    }
    let lines = app.site.snapshot.corrections.iter().map(|one| {
        let (about, unit) = about(app, one);
        view! { <li data-correction>{about} ". " {changed(one, &unit, lang)}</li> }
    });
    view! { <ul>{lines.collect_view()}</ul> }.into_any()
}

/// The item that a correction is about, and the unit of its number. What was left out of the
/// snapshot has its path only.
fn about(app: App, one: &'static Correction) -> (AnyView, Unit) {
    let (snapshot, lang) = (&app.site.snapshot, app.lang());
    if let Some(indicator) = one.indicator(snapshot) {
        let href = app.link(&Place::new(lang, Route::Indicator(indicator.id.clone())));
        let name = view! { <a href=href>{text(&indicator.title, lang)}</a> };
        return (name.into_any(), Unit::of(indicator, lang));
    }
    let Some(record) = one.record(snapshot) else {
        return (view! { <code>{one.value.clone()}</code> }.into_any(), Unit::count(""));
    };
    let place = one.value.rsplit('/').next().and_then(|place| place.parse::<usize>().ok());
    let money = place.and_then(|place| record.money.get(place));
    let unit = money.map_or_else(|| Unit::count(lang.people_forms()), |money| Unit::money(&money.currency));
    (text(&record.title, lang), unit)
}

fn changed(one: &'static Correction, unit: &Unit, lang: Lang) -> AnyView {
    let figure = |value| number(value, unit.shown(lang, value));
    view! {
        {lang.corrected()} " " {lang.date(one.date)} ": " {lang.it_was()} " " {figure(one.was)} ", " {lang.it_is()} " "
        {figure(one.now)} ". " {text(&one.reason, lang)}
    }
    .into_any()
}
