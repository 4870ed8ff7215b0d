use super::not_found::not_found;
use crate::app::App;
use crate::browser;
use crate::parts::{
    ChartCard, Choosing, Counted, Records, Room, evidence, heading, indicator_cards, nothing_found, section, sentence,
    shell, some_records, still, still_section, text, tone,
};
use crate::query::{Facet, Hits, Mask};
use crate::route::{Place, Route};
use crate::series::{Series, change, finding, timeline};
use crate::snapshot::{Direction, Evidence, Indicator, Kind, Scope, find};
use crate::sort::sort_by_key;
use leptos::prelude::*;
use std::sync::Arc;

const FACETS: &[Facet] = &[Facet::Kind, Facet::Year, Facet::Stage, Facet::Area, Facet::Organisation, Facet::Scope];
const CHARTS: &[Counted] =
    &[Counted::Both(Facet::Kind, Facet::Stage), Counted::By(Facet::Year), Counted::By(Facet::Organisation)];
const MOST_EVENTS: usize = 14;

/// One direction: its finding, what changed, what happened in the region meanwhile, who did
/// what and when, documents, sources, neighbours.
#[inline(never)]
pub fn direction(app: App, id: &str) -> AnyView {
    let lang = app.lang();
    let snapshot = &app.site.snapshot;
    let Some(direction) = find(&snapshot.directions, id) else { return not_found(app) };
    let own = |scope: Scope| -> Vec<&'static Indicator> {
        snapshot.indicators.iter().filter(|i| i.direction.as_deref() == Some(id) && i.scope() == scope).collect()
    };
    let columns = &app.site.columns;
    let own_records = columns.with_key(Facet::Direction, id);
    let trail =
        vec![(Some(Route::Overview), lang.overview().to_owned()), (None, direction.title.plain(lang).to_owned())];
    let choosing = Choosing::new(app, Some(id));
    let content = view! {
        {heading(app, text(&direction.title, lang), move || lead(app, direction))}
        <button type="button" class="report" on:click=|_| browser::print()>{lang.print_report()}</button>
        {section("changed", lang.what_changed(), lang.project_indicators(), changed(app, own(Scope::Project)))}
        {section("records", lang.who_what_when(), lang.direction_records(), view! {
            <Records direction=direction.id.clone() choosing facets=FACETS charts=CHARTS/>
        })}
        {section("timeline", lang.years_on_line(), "", calendar(app, direction, choosing))}
        {meanwhile(app, own(Scope::Context), Scope::Context)}
        {meanwhile(app, own(Scope::Related), Scope::Related)}
        {documents(app, direction, Scope::Project, "documents")}
        {documents(app, direction, Scope::Context, "context-documents")}
        {documents(app, direction, Scope::Related, "related-documents")}
        {still_section(app, "sources", lang.sources(), "", move || cited(app, direction, &own_records))}
        <nav class="neighbours" aria-label=lang.directions() data-still="neighbours">
            {still(app, "neighbours", move || neighbours(app, direction))}
        </nav>
    };
    shell(app, trail, content.into_any())
}

/// The finding with its figures marked, its source, and what the project set out to do.
fn lead(app: App, direction: &'static Direction) -> AnyView {
    let lang = app.lang();
    let best = app.site.snapshot.best(direction);
    let found = finding(direction, &app.site.snapshot, lang).map(|(language, found)| {
        view! { <p class="finding" lang=language.code()>{sentence(&found)}</p> }
    });
    let none = best
        .is_none()
        .then(|| view! { <p class="finding none">{lang.no_result()}</p><p>{nothing_found(app, direction)}</p> });
    // The sentence may carry any of the numbers that are compared.
    let cited = best.map(|indicator| {
        let cited = change(indicator, &app.site.snapshot, lang).evidence();
        view! { <p class="cite">{lang.source()} ": " {evidence(app, &cited)}</p> }
    });
    view! { {found} {none} {cited} <p>{text(&direction.summary, lang)}</p> }.into_any()
}

fn changed(app: App, indicators: Vec<&'static Indicator>) -> AnyView {
    let nothing = indicators.is_empty().then(|| view! { <p class="none">{app.lang().no_result()}</p> });
    view! { {nothing}{indicator_cards(app, indicators, Room::Wide)} }.into_any()
}

/// What others did, or what happened without the project: set apart, and said so.
fn meanwhile(app: App, indicators: Vec<&'static Indicator>, scope: Scope) -> AnyView {
    if indicators.is_empty() {
        return ().into_any();
    }
    let lang = app.lang();
    let (id, title, hint) = match scope {
        Scope::Related => ("related", lang.related_work(), lang.not_caused()),
        _ => ("context", lang.meanwhile(), lang.not_caused()),
    };
    // Of the work of others its heading says all.
    let lead = (scope == Scope::Context).then(|| view! { <p class="lead">{lang.context_text()}</p> });
    let content = view! {
        {lead}
        {indicator_cards(app, indicators, Room::Half)}
    };
    view! { <div data-scope=scope.word()>{section(id, title, hint, content)}</div> }.into_any()
}

/// The dated records that the reader's choices leave.
fn calendar(app: App, direction: &'static Direction, choosing: Choosing) -> AnyView {
    let part = choosing.turns.part();
    let series = part.memo(move || {
        let line = |hits: &Hits| timeline(&app.site.snapshot, hits.shown(&app.site.columns), MOST_EVENTS, app.lang());
        Arc::new(Series { hue: Some(app.site.snapshot.hue(&direction.id)), ..choosing.hits.with(line) })
    });
    view! { <ChartCard series=series.into() part/> }.into_any()
}

/// The direction's documents of one scope; of another than the project's it is said which.
fn documents(app: App, direction: &'static Direction, scope: Scope, id: &'static str) -> AnyView {
    let lang = app.lang();
    let columns = &app.site.columns;
    let mut shown = columns.with_key(Facet::Direction, &direction.id);
    shown.and(&columns.with_key(Facet::Kind, Kind::Document.word()));
    shown.and(&columns.with_key(Facet::Scope, scope.word()));
    let count = shown.count();
    if count == 0 {
        return ().into_any();
    }
    let listed = move || {
        let choices: [(Facet, &[&str]); 3] = [
            (Facet::Kind, &[Kind::Document.word()]),
            (Facet::Direction, &[&direction.id]),
            (Facet::Scope, &[scope.word()]),
        ];
        some_records(app, shown.iter(), count, &choices)
    };
    let hint = if scope == Scope::Project { "" } else { lang.scope(scope) };
    let content = still_section(app, id, lang.documents(), hint, listed);
    view! { <div data-scope=scope.word()>{content}</div> }.into_any()
}

/// Every source that something on this page stands in.
fn cited(app: App, direction: &'static Direction, records: &Mask) -> AnyView {
    let snapshot = &app.site.snapshot;
    let of_values = snapshot
        .indicators
        .iter()
        .filter(|indicator| indicator.direction.as_ref() == Some(&direction.id))
        .flat_map(|indicator| indicator.values().flat_map(|value| indicator.evidence_of(value)));
    let of_records = records.iter().filter_map(|row| snapshot.records.get(row)).flat_map(|record| record.evidence);
    let mut ids: Vec<String> = of_values.cloned().chain(of_records).map(|evidence| evidence.source).collect();
    sort_by_key(&mut ids, String::clone);
    ids.dedup();
    let items = ids.into_iter().map(|id| {
        let title = find(&snapshot.sources, &id).map(|source| text(&source.title, app.lang()));
        let one = [Evidence { source: id, locator: None }];
        view! { <li>{title} " — " {evidence(app, &one)}</li> }
    });
    view! { <ul class="sources">{items.collect_view()}</ul> }.into_any()
}

fn neighbours(app: App, direction: &'static Direction) -> AnyView {
    let lang = app.lang();
    let all = app.site.snapshot.directions_in_order();
    let at = all.iter().position(|other| other.id == direction.id).unwrap_or(0);
    let link = |direction: &&'static Direction, word: &'static str| {
        let href = app.link(&Place::new(lang, Route::Direction(direction.id.clone())));
        view! { <a href=href data-tone=tone(app, &direction.id)><small>{word}</small>{text(&direction.title, lang)}</a> }
    };
    let previous = at.checked_sub(1).and_then(|i| all.get(i)).map(|d| link(d, lang.previous_direction()));
    let next = all.get(at + 1).map(|d| link(d, lang.next_direction()));
    (previous, next).into_any()
}
