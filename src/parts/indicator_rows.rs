use super::{bounded, evidence, text};
use crate::app::App;
use crate::locale::Lang;
use crate::route::{Place, Route};
use crate::series::Unit;
use crate::snapshot::{Indicator, Scope, Status, Value, find};
use leptos::prelude::*;

/// Indicators that have no course to draw, as lines: name, number, time, source.
pub fn indicator_rows(app: App, indicators: &[&'static Indicator]) -> AnyView {
    if indicators.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = indicators.iter().map(|indicator| row(app, indicator)).collect();
    view! { <ul class="figures">{rows}</ul> }.into_any()
}

/// Values shown of one indicator at most; its own page has them all.
const MOST: usize = 6;

fn row(app: App, indicator: &'static Indicator) -> impl IntoView {
    let lang = app.lang();
    let href = app.link(&Place::new(lang, Route::Indicator(indicator.id.clone())));
    let all = indicator.values().count();
    let shown: Vec<&'static Value> = match (all > MOST, indicator.latest()) {
        (true, Some(_)) => {
            let area = &app.site.snapshot.project.areas;
            let here = |value: &&Value| value.part.is_none() && area.contains(&value.area) && value.value.is_some();
            let mut ends = indicator.actuals.iter().filter(here);
            let first = ends.next();
            first.into_iter().chain(ends.next_back()).collect()
        }
        _ => indicator.values().collect(),
    };
    let more = (shown.len() < all).then(|| {
        let words = format!("{} ({})", lang.all_values(), lang.number(all as f64, 0));
        view! { <p><a href=href.clone()>{words}</a></p> }
    });
    let values: Vec<_> = shown.into_iter().map(|value| one(app, indicator, value)).collect();
    // What a number of the project's is not, or cannot tell, stands beside it.
    let note = indicator.note.as_ref().filter(|_| indicator.scope() == Scope::Project);
    let note = note.map(|note| view! { <p class="note">{text(note, lang)}</p> });
    view! {
        <li>
            <h3><a href=href>{text(&indicator.title, lang)}</a></h3>
            <div>{values}{note}{more}</div>
        </li>
    }
}

fn one(app: App, indicator: &'static Indicator, value: &'static Value) -> impl IntoView {
    let lang = app.lang();
    let unit = Unit::of(indicator, lang);
    let figure = match (value.value, value.missing) {
        (Some(number), _) => bounded(number, value.bound, &unit, lang),
        (None, reason) => reason.map(|reason| lang.missing(reason)).into_any(),
    };
    let word = value.value.map(|number| unit.word_of(lang, number, value.bound).to_owned());
    // A figure of another place than the project's, or among several places, names its own.
    let elsewhere =
        !app.site.snapshot.project.areas.contains(&value.area) || indicator.values().any(|v| v.area != value.area);
    let area = find(&app.site.snapshot.areas, &value.area).filter(|_| elsewhere);
    let area = area.map(|area| view! { " · " {text(&area.name, lang)} });
    let part = value.part.as_ref().and_then(|id| indicator.parts.iter().find(|part| part.id == *id));
    let part = part.map(|part| view! { " · " {text(&part.title, lang)} });
    let time = match &value.period_label {
        Some(label) => text(label, lang),
        None => lang.date(value.period).into_any(),
    };
    let standing = standing(indicator, value, lang).map(|standing| format!(" · {standing}"));
    view! {
        <p>
            <strong>{figure}</strong> " " {word} {part} {area}
            <small>" " {time} {standing} " · " {evidence(app, indicator.evidence_of(value))}</small>
        </p>
    }
}

/// What a value is that is no actual.
fn standing(indicator: &Indicator, value: &Value, lang: Lang) -> Option<&'static str> {
    let is = |one: &Value| std::ptr::eq(one, value);
    if indicator.targets.iter().any(is) {
        Some(lang.target())
    } else if indicator.baseline.as_ref().is_some_and(is) {
        Some(lang.baseline())
    } else {
        (value.status != Status::Final).then(|| lang.status(value.status))
    }
}
