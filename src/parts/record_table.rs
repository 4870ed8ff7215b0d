use super::record_list::record_item;
use super::table_window::{ROW, Window};
use super::{found, text};
use crate::app::App;
use crate::browser::{self, Entry};
use crate::query::{By, Facet, Hits, Sort};
use crate::snapshot::{Record, find};
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;

/// Where the record that was opened stands.
const OPENED: &str = "record-opened";

/// What each column is called by the style sheet, and sorts by.
const COLUMNS: [(&str, By); 6] = [
    ("when", By::Time),
    ("title", By::Title),
    ("kind", By::Facet(Facet::Kind)),
    ("direction", By::Facet(Facet::Direction)),
    ("organisation", By::Facet(Facet::Organisation)),
    ("amount", By::Amount),
];

/// The records that the choices leave as a table of any length. Only the rows in view, and some
/// around them, are in the document; each says which of how many it is (WAI-ARIA grid).
#[component]
pub fn RecordTable(hits: Memo<Hits>, count: Memo<usize>, sort: Memo<Sort>) -> impl IntoView {
    let app = App::here();
    let lang = app.lang();
    let scroller = NodeRef::<Div>::new();
    let scrolled = RwSignal::new(0.0);
    let (current, opened) = (RwSignal::new(0_usize), RwSignal::new(None::<usize>));
    let site = app.site;
    let ordered = move |hits: &Hits| hits.ordered(&site.columns, &site.snapshot, sort.get(), lang);
    // Who does not scroll needs no more than the beginning.
    let all = Memo::new(move |_| hits.with(|hits| ordered(hits).map(|row| row as u32).collect::<Vec<u32>>()));
    let window = Memo::new(move |_| Window::at(scrolled.get(), count.get()));
    // Another selection begins at its top, unless the reader comes back to it.
    Effect::new(move |_| {
        hits.track();
        sort.track();
        current.set(0);
        opened.set(None);
        let top = browser::remembered_within().unwrap_or_default();
        // To scroll makes the browser lay the whole page out at once: not for nothing.
        if let Some(scroller) = scroller.get().filter(|_| top != scrolled.get_untracked()) {
            scroller.set_scroll_top(top as i32);
        }
    });
    let on_scroll = move |_| {
        let Some(top) = scroller.get_untracked().map(|scroller| f64::from(scroller.scroll_top())) else { return };
        scrolled.set(top);
        browser::remember_within(top);
    };
    let open = move |at: usize| {
        let row = all.with_untracked(|all| all.get(at).copied());
        opened.set(row.map(|row| row as usize));
        browser::after_changes(|| _ = browser::show_part(OPENED));
    };
    let go_to = move |at: usize| {
        current.set(at);
        let Some(scroller) = scroller.get_untracked() else { return };
        let view = f64::from(scroller.client_height()) - ROW;
        let top = Window::top_of(at, count.get_untracked(), f64::from(scroller.scroll_top()), view);
        scroller.set_scroll_top(top as i32);
    };
    let key = move |event: KeyboardEvent| {
        // The headings are buttons with keys of their own.
        if event.target() != event.current_target() {
            return;
        }
        let last = count.get_untracked().saturating_sub(1);
        let now = current.get_untracked();
        let next = match event.key().as_str() {
            "ArrowDown" => now + 1,
            "ArrowUp" => now.saturating_sub(1),
            "PageDown" => now + 10,
            "PageUp" => now.saturating_sub(10),
            "Home" => 0,
            "End" => last,
            "Enter" | " " => {
                event.prevent_default();
                return open(now);
            }
            _ => return,
        };
        event.prevent_default();
        go_to(next.min(last));
    };
    let rows = move || {
        let Window { first, rows, .. } = window.get();
        let shown: Vec<u32> = match first {
            0 => hits.with(|hits| ordered(hits).take(rows).map(|row| row as u32).collect()),
            _ => all.with(|all| all.get(first..first + rows).unwrap_or_default().to_vec()),
        };
        let row =
            |(at, row): (usize, u32)| Some(line(app, at, &site.snapshot.records.get(row as usize)?, current, open));
        (first..).zip(shown).filter_map(row).collect_view()
    };
    let space = move |is_above: bool| {
        let height = move || window.with(|window| if is_above { window.above } else { window.below });
        view! { <tr class="space" aria-hidden="true"><td style:height=move || format!("{}px", height())></td></tr> }
    };
    let detail = move || {
        let record = opened.get().and_then(|row| site.snapshot.records.get(row));
        record
            .map(|record| view! { <ol class="records opened" id=OPENED tabindex="-1">{record_item(app, &record)}</ol> })
    };
    view! {
        <div class="scroller" node_ref=scroller on:scroll=on_scroll hidden=move || count.get() == 0>
            <table
                role="grid"
                class="many"
                tabindex="0"
                data-records
                aria-label=lang.who_what_when()
                aria-rowcount=move || (count.get() + 1).to_string()
                aria-activedescendant=move || format!("row-{}", current.get())
                on:keydown=key
            >
                <thead><tr aria-rowindex="1">{COLUMNS.map(|(name, by)| heading(app, name, by, sort))}</tr></thead>
                <tbody>{space(true)}{rows}{space(false)}</tbody>
            </table>
        </div>
        {detail}
    }
}

/// A column's name; a click sorts by it, a second one the other way round.
fn heading(app: App, name: &'static str, by: By, sort: Memo<Sort>) -> AnyView {
    let lang = app.lang();
    let word = match by {
        By::Time => lang.date_word(),
        By::Title => lang.title_word(),
        By::Amount => lang.amount_word(),
        By::Facet(facet) => lang.facet(facet),
    };
    // Times and amounts begin with the largest.
    let falls = matches!(by, By::Time | By::Amount);
    let sorted = move || {
        let sort = sort.get();
        (sort.by == by).then_some(if sort.back != falls { "descending" } else { "ascending" })
    };
    let turn = move |_| {
        app.choose(Entry::Push, |filters| {
            filters.sort = Sort { by, back: filters.sort == Sort::by(by) };
        });
    };
    view! { <th scope="col" class=name aria-sort=sorted><button type="button" on:click=turn>{word}</button></th> }
        .into_any()
}

/// One record in a line.
fn line(
    app: App,
    at: usize,
    record: &Record,
    current: RwSignal<usize>,
    open: impl Fn(usize) + Copy + 'static,
) -> AnyView {
    let (lang, snapshot) = (app.lang(), &app.site.snapshot);
    let stage = record.stage.map(|stage| view! { <small>{lang.stage(stage)}</small> });
    let direction = |id: &String| {
        let direction = find(&snapshot.directions, id)?;
        Some(view! { <span>{text(&direction.short, lang)} " "</span> })
    };
    let directions = record.directions.iter().filter_map(direction).collect_view();
    let organisation = record.organisations.first().map(|part| {
        let found = find(&snapshot.organisations, &part.organisation);
        found.map_or(part.organisation.as_str(), |found| found.brief(lang)).to_owned()
    });
    let amount = record.money.first().map(|one| super::money(one, lang));
    view! {
        <tr
            id=format!("row-{at}")
            aria-rowindex=(at + 2).to_string()
            class:current=move || current.get() == at
            data-record=record.id.clone()
            data-scope=record.scope.word()
            on:click=move |_| {
                current.set(at);
                open(at);
            }
        >
            <td class="when">{lang.date(record.date)}</td>
            <td class="title"><div>{found(&record.title, app)}</div></td>
            <td class="kind">{lang.kind(record.kind)} " " {stage}</td>
            <td class="direction"><div>{directions}</div></td>
            <td class="organisation"><div>{organisation}</div></td>
            <td class="amount">{amount}</td>
        </tr>
    }
    .into_any()
}
