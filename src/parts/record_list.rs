use super::record_table::RecordTable;
use super::still::still_until;
use super::turns::{Part, Turns};
use super::{bounded, corrections_of_record, evidence, found, money, text};
use crate::app::App;
use crate::browser;
use crate::query::{Filters, Hits, Sort};
use crate::route::{Place, Route};
use crate::series::Unit;
use crate::snapshot::{Record, find};
use leptos::html::Div;
use leptos::prelude::*;

/// Of more records than this a list is too long to read, and a table is better.
const MANY: usize = 500;

/// What the list is called among what stands still.
const RECORDS: &str = "records";

/// Records shown at first, and added by each click on "more". Without the program nobody can ask for more, so
/// they are as many as most projects have.
const STEP: usize = 100;

/// The records that the choices leave, in the order that the reader chose.
#[component]
pub fn RecordList(hits: Memo<Hits>, filters: Memo<Filters>, turns: Turns) -> impl IntoView {
    let app = App::here();
    let lang = app.lang();
    // Who comes back finds as many as they had; those of the page's file are as many as at first.
    let remembered = if app.has_still(RECORDS) { None } else { browser::remembered_within() };
    let open = RwSignal::new(remembered.map_or(STEP, |shown| (shown as usize).max(STEP)));
    let sort = Memo::new(move |_| filters.with(Filters::order));
    let count = Memo::new(move |_| hits.with(|hits| hits.count()));
    let (part, list) = (turns.part(), NodeRef::<Div>::new());
    // With the words searched for, which are marked in them.
    let listed = part.memo(move || {
        let words = filters.with(|f| f.words.clone());
        let ordered = |hits: &Hits| {
            hits.ordered(&app.site.columns, &app.site.snapshot, sort.get(), lang).take(open.get()).collect::<Vec<_>>()
        };
        (words, hits.with(ordered))
    });
    let items = move || {
        let record = |row: &usize| Some(record_item(app, &app.site.snapshot.records.get(*row)?));
        let records = listed.with(|(_, rows)| rows.iter().filter_map(record).collect_view());
        view! { <ol class="records">{records}</ol> }.into_any()
    };
    let chosen = app.filters();
    let nothing = move || {
        // Where nothing is chosen that is said of the project instead.
        let opening = chosen.with(Filters::is_default);
        (count.get() == 0 && !opening)
            .then(|| view! { <p class="empty">{lang.no_records()} ". " {lang.try_fewer()}</p> })
    };
    let more = move || {
        let left = count.get().saturating_sub(open.get());
        (left > 0).then(|| {
            let words = format!("{} ({})", lang.show_more(), lang.number(left as f64, 0));
            let show = move |_| {
                let shown = open.get_untracked();
                open.set(shown + STEP);
                browser::remember_within((shown + STEP) as f64);
                // The button goes, and would take the keyboard along.
                if left <= STEP {
                    browser::focus_on_record(app, list, shown);
                }
            };
            view! { <button type="button" class="more" on:click=show>{words}</button> }
        })
    };
    if app.site.columns.len() > MANY {
        return (nothing, long(hits, count, sort, part)).into_any();
    }
    browser::watch_view(list, part.near);
    // What is listed is looked up when that is the list's turn, and at first not at all.
    let turn = part.memo(move || filters.get());
    let until = move || _ = (turn.get(), open.get());
    let items = still_until(app, RECORDS.to_owned(), until, items);
    view! { {nothing}<div node_ref=list>{items}</div>{more} }.into_any()
}

/// The records as a table, where they are too many for a list.
#[inline(never)]
fn long(hits: Memo<Hits>, count: Memo<usize>, sort: Memo<Sort>, part: Part) -> AnyView {
    view! { <div class="long"><RecordTable hits count sort part/></div> }.into_any()
}

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
        Some(
            view! { <a class="tag" data-tone=super::shell::tone(app, id) href=href>{text(&direction.short, lang)}</a> },
        )
    });
    (directions.collect_view(), names.collect_view()).into_any()
}
