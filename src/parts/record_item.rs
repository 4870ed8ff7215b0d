use super::shell::tone;
use super::{bounded, corrections_of_record, evidence, found, money, text};
use crate::app::App;
use crate::route::{Place, Route};
use crate::series::Unit;
use crate::snapshot::{Record, find};
use leptos::prelude::*;

/// One record: when, what, who, how much, how many, and who says so.
pub fn record_item(app: App, record: &Record) -> AnyView {
    let lang = app.lang();
    let scope = record.scope.word();
    let stage = record.stage.map(|stage| view! { " · " {lang.stage(stage)} });
    let summary = record.summary.as_ref().map(|summary| view! { <p>{found(summary, app)}</p> });
    let note = record.note.as_ref().map(|note| view! { <p class="note">{text(note, lang)}</p> });
    let links = record.links.iter().map(|link| {
        let words = link.title.as_ref().map_or(lang.open_document().into_any(), |title| text(title, lang));
        view! { <a href=link.url.clone() rel="noopener">{words}</a> " " }
    });
    view! {
        <li class="record" data-record=record.id.clone() data-scope=scope>
            <div class="when"><span>{lang.date(record.date)}</span><small>{lang.kind(record.kind)}{stage}</small></div>
            <div class="what">
                <h3>{found(&record.title, app)}</h3>
                {summary}
                {amounts(app, record)}
                {note}
                <p class="foot">{evidence(app, &record.evidence)} " " {links.collect_view()}</p>
            </div>
            <div class="who">{who(app, record)}</div>
        </li>
    }
    .into_any()
}

fn amounts(app: App, record: &Record) -> AnyView {
    let lang = app.lang();
    let money = record.money.iter().enumerate().map(|(place, one)| {
        let corrected = corrections_of_record(app, record, &format!("money/{place}"), &Unit::money(&one.currency));
        let note = one.note.as_ref().map(|note| view! { " " <small>{text(note, lang)}</small> });
        // Its own time, where it is another than the record's.
        let date = one.date.filter(|date| *date != record.date).map(|date| format!(", {}", lang.date(date)));
        view! { <p class="amount"><strong>{money(one, lang)}</strong> " " {lang.money_kind(one.kind)} {date} {note} {corrected}</p> }
    });
    let people = record.people.as_ref().map(|people| {
        let unit = Unit::count(lang.people_forms());
        let figure = bounded(people.value, people.bound, &unit, lang);
        let corrected = corrections_of_record(app, record, "people", &unit);
        let word = unit.word_of(lang, people.value, people.bound).to_owned();
        view! { <p class="amount"><strong>{figure}</strong> " " {word} {corrected}</p> }
    });
    (money.collect_view(), people).into_any()
}

fn who(app: App, record: &Record) -> AnyView {
    let lang = app.lang();
    let names = record.organisations.iter().map(|part| {
        let organisation = find(&app.site.snapshot.organisations, &part.organisation);
        let name =
            organisation.map_or(part.organisation.as_str(), |organisation| organisation.brief().plain(lang)).to_owned();
        view! { <span>{name} " " <small>{lang.role(part.role)}</small></span> }
    });
    let directions = record.directions.iter().filter_map(|id| {
        let direction = find(&app.site.snapshot.directions, id)?;
        if app.place().route == Route::Direction(id.clone()) {
            return None;
        }
        let href = app.link(&Place::new(lang, Route::Direction(id.clone())));
        Some(view! { <a class="tag" data-tone=tone(app, id) href=href>{text(&direction.short, lang)}</a> })
    });
    (directions.collect_view(), names.collect_view()).into_any()
}
