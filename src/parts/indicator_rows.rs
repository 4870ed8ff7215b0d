use super::{bounded, evidence, text};
use crate::app::App;
use crate::route::{Place, Route};
use crate::series::Unit;
use crate::snapshot::{Indicator, Status, Value};
use leptos::prelude::*;

/// Indicators that have no course to draw, as lines: name, number, time, source.
pub fn indicator_rows(app: App, indicators: &[&'static Indicator]) -> AnyView {
    if indicators.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = indicators.iter().map(|indicator| row(app, indicator)).collect();
    view! { <ul class="figures">{rows}</ul> }.into_any()
}

fn row(app: App, indicator: &'static Indicator) -> impl IntoView {
    let lang = app.lang();
    let href = app.link(&Place::new(lang, Route::Indicator(indicator.id.clone())));
    let values: Vec<_> = indicator.values().map(|value| one(app, indicator, value)).collect();
    view! {
        <li>
            <h3><a href=href>{text(&indicator.title, lang)}</a></h3>
            <div>{values}</div>
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
    let part = value.part.as_ref().and_then(|id| indicator.parts.iter().find(|part| part.id == *id));
    let part = part.map(|part| view! { " · " {text(&part.title, lang)} });
    let time = match &value.period_label {
        Some(label) => text(label, lang),
        None => lang.date(value.period).into_any(),
    };
    let planned = (value.status == Status::Planned).then(|| format!(" · {}", lang.status(Status::Planned)));
    view! {
        <p>
            <strong>{figure}</strong> " " {unit.word().to_owned()} {part}
            <small>" " {time} {planned} " · " {evidence(app, indicator.evidence_of(value))}</small>
        </p>
    }
}
