use super::not_found::not_found;
use crate::app::App;
use crate::parts::{
    ChartCard, bounded, corrections_of_value, differing, evidence, fixed, heading, shell, still, still_section, sum,
    text,
};
use crate::route::{Place, Route};
use crate::series::{Unit, course, history, is_comparable};
use crate::snapshot::{Indicator, Scope, Status, Value, find};
use leptos::prelude::*;

/// One indicator: its charts, every value with period, area, status and evidence, and the sum.
#[inline(never)]
pub fn indicator(app: App, id: &str) -> AnyView {
    let lang = app.lang();
    let Some(indicator) = find(&app.site.snapshot.indicators, id) else { return not_found(app) };
    let direction = indicator.direction.as_ref().and_then(|id| find(&app.site.snapshot.directions, id));
    let scope = indicator.scope();
    let mut trail = vec![
        (Some(Route::Overview), lang.overview().to_owned()),
        (Some(Route::Indicators), lang.indicators().to_owned()),
    ];
    trail.extend(direction.map(|d| (Some(Route::Direction(d.id.clone())), d.short.plain(lang).to_owned())));
    trail.push((None, indicator.title.plain(lang).to_owned()));
    let lead = move || {
        let apart = (scope != Scope::Project)
            .then(|| view! { <p class="lead">{lang.scope(scope)} ": " {lang.context_text()}</p> });
        let note = indicator.note.as_ref().map(|note| view! { <p class="note">{text(note, lang)}</p> });
        view! { {apart} {note} }
    };
    let came_to = move || (sum(indicator, lang), differing(indicator, lang)).into_any();
    let content = view! {
        <div data-scope=scope.word()>
            {heading(app, text(&indicator.title, lang), lead)}
            {charts(app, indicator)}
            <div data-still="sum">{still(app, "sum", came_to)}</div>
            {still_section(app, "values", lang.all_values(), "", move || values(app, indicator))}
            {still_section(app, "method", lang.how_counted(), "", move || method(app, indicator))}
        </div>
    };
    shell(app, trail, content.into_any())
}

/// The whole over the areas, then each part for the area that comes first.
fn charts(app: App, indicator: &'static Indicator) -> AnyView {
    let (snapshot, lang) = (&app.site.snapshot, app.lang());
    let mut series = Vec::new();
    if is_comparable(indicator) {
        series.push(course(indicator, snapshot, lang));
    }
    if !indicator.parts.is_empty() {
        let first = indicator.values().find(|value| value.part.is_some()).map(|value| value.area.clone());
        let mut parts = history(indicator, snapshot, &|v| v.part.is_some() && Some(&v.area) == first.as_ref(), lang);
        parts.id.push_str("-parts");
        let dated = parts.points.iter().filter(|point| point.at.is_some() && point.value.is_some()).count();
        series.extend((dated > parts.groups.len()).then_some(parts));
    }
    let cards = series.into_iter().map(|series| view! { <ChartCard series=fixed(series)/> });
    view! { <div class="charts wide">{cards.collect_view()}</div> }.into_any()
}

fn values(app: App, indicator: &'static Indicator) -> AnyView {
    let lang = app.lang();
    let lists: [(&str, &str, &'static [Value]); 4] = [
        (lang.baseline(), "baseline", indicator.baseline.as_slice()),
        (lang.actual(), "actuals", &indicator.actuals),
        (lang.target(), "targets", &indicator.targets),
        (lang.planned(), "planned", &indicator.planned),
    ];
    let given = Columns {
        roles: lists.iter().filter(|(_, _, values)| !values.is_empty()).count() > 1,
        parts: !indicator.parts.is_empty(),
        sources: indicator.values().any(|value| !value.evidence.is_empty()),
    };
    let rows = lists.into_iter().flat_map(|(role, name, values)| {
        values.iter().enumerate().map(move |(place, value)| {
            let path = if name == "baseline" { name.to_owned() } else { format!("{name}/{place}") };
            row(app, indicator, role, value, given, corrections_of_value(app, indicator, &path))
        })
    });
    let value = format!("{}, {}", lang.value_word(), indicator.unit.plain(lang));
    let named = [
        given.roles.then(|| lang.kind_word().to_owned()),
        Some(lang.period().to_owned()),
        Some(lang.area().to_owned()),
        given.parts.then(|| lang.part_word().to_owned()),
        Some(value),
        given.sources.then(|| lang.source().to_owned()),
    ];
    let head = named.into_iter().flatten().map(|name| view! { <th scope="col">{name}</th> });
    let common = (!indicator.evidence.is_empty())
        .then(|| view! { <p class="cite">{lang.source()} ": " {evidence(app, &indicator.evidence)}</p> });
    view! {
        {common}
        <div class="scroll" tabindex="0" role="group" aria-label=lang.all_values()>
            <table class="values"><thead><tr>{head.collect_view()}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
        </div>
    }
    .into_any()
}

/// The columns that say something: one that would repeat itself in every row is left out.
#[derive(Clone, Copy)]
struct Columns {
    roles: bool,
    parts: bool,
    /// Values with evidence of their own; what all have in common stands once above the table.
    sources: bool,
}

fn row(
    app: App,
    indicator: &'static Indicator,
    role: &'static str,
    value: &'static Value,
    given: Columns,
    corrected: AnyView,
) -> AnyView {
    let lang = app.lang();
    let unit = Unit::of(indicator, lang);
    let figure = match (value.value, value.missing) {
        (Some(number), _) => bounded(number, value.bound, &unit, lang),
        (None, reason) => reason.map(|reason| lang.missing(reason)).into_any(),
    };
    let part = value.part.as_ref().and_then(|id| indicator.parts.iter().find(|part| part.id == *id));
    let part = given.parts.then(|| view! { <td>{part.map(|part| text(&part.title, lang))}</td> });
    let area = find(&app.site.snapshot.areas, &value.area).map(|area| text(&area.name, lang));
    let label = value.period_label.as_ref().map(|label| view! { <small>" " {text(label, lang)}</small> });
    let note = value.note.as_ref().map(|note| view! { <small class="note">{text(note, lang)}</small> });
    let is_told = matches!(value.status, Status::Provisional | Status::Forecast);
    let status = is_told.then(|| view! { " " <small>{lang.status(value.status)}</small> });
    view! {
        <tr>
            {given.roles.then(|| view! { <td>{role}</td> })}
            <th scope="row">{lang.date(value.period)}{label}</th>
            <td>{area}</td>
            {part}
            <td>{figure}{status}{note}{corrected}</td>
            {given.sources.then(|| view! { <td>{evidence(app, indicator.evidence_of(value))}</td> })}
        </tr>
    }
    .into_any()
}

fn method(app: App, indicator: &'static Indicator) -> AnyView {
    let lang = app.lang();
    // What the region is like, and the work of others, is no result of the project.
    let of_a_result = indicator.scope() == Scope::Project;
    let better = if indicator.ascending { lang.better_up() } else { lang.better_down() };
    let direction =
        indicator.direction.as_ref().and_then(|id| find(&app.site.snapshot.directions, id)).map(|direction| {
            let href = app.link(&Place::new(lang, Route::Direction(direction.id.clone())));
            view! { <dt>{lang.direction()}</dt><dd><a href=href>{text(&direction.title, lang)}</a></dd> }
        });
    view! {
        <dl class="facts">
            {direction}
            <dt>{lang.scope_word()}</dt><dd>{lang.scope(indicator.scope())}</dd>
            <dt>{lang.unit_word()}</dt><dd>{text(&indicator.unit, lang)}</dd>
            {of_a_result.then(|| view! { <dt>{lang.type_word()}</dt><dd>{lang.result_type(indicator.result)}</dd> })}
            <dt>{lang.accumulation_word()}</dt><dd>{lang.accumulation(indicator.accumulation)}</dd>
            {of_a_result.then(|| view! { <dt>{lang.better_word()}</dt><dd>{better}</dd> })}
            <dt>{lang.method_word()}</dt><dd>{lang.method(indicator.progress.method)}</dd>
        </dl>
    }
    .into_any()
}
