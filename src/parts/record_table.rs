use super::record_item::record_item;
use super::record_line::{Lines, number_of};
use super::record_order::order_made;
use super::table_window::{ROW, Window};
use super::turns::Part;
use crate::app::App;
use crate::browser::{self, Entry};
use crate::query::{By, Facet, Filters, Hits, Sort};
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::Div;
use leptos::prelude::*;

/// Where the record that was opened stands.
const OPENED: &str = "record-opened";

/// The table's own id.
const TABLE: &str = "record-table";

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
pub fn RecordTable(hits: Memo<Hits>, count: Memo<usize>, sort: Memo<Sort>, part: Part) -> impl IntoView {
    let app = App::here();
    let lang = app.lang();
    let scroller = NodeRef::<Div>::new();
    let scrolled = RwSignal::new(0.0);
    let (current, opened) = (RwSignal::new(0_usize), RwSignal::new(None::<usize>));
    let site = app.site;
    // While an order is being made the rows stay in the one before.
    let order = order_made(app, sort);
    let ordered = move |hits: &Hits| hits.ordered(&site.columns, &site.snapshot, order.get(), lang);
    // Who does not scroll needs no more than the beginning.
    let all = Memo::new(move |_| hits.with(|hits| ordered(hits).map(|row| row as u32).collect::<Vec<u32>>()));
    let row_at = move |at: usize| all.with_untracked(|all| all.get(at).map(|row| *row as usize));
    let window = Memo::new(move |_| Window::at(scrolled.get(), count.get()));
    // Another selection begins at its top, unless the reader comes back to it.
    Effect::new(move |before: Option<Filters>| {
        hits.track();
        app.steps.track();
        let filters = app.address.with_untracked(|address| address.filters.clone());
        let is_sorted = order.get() == sort.get();
        let top = browser::remembered_within().unwrap_or_default();
        let at = browser::remembered_row();
        // A step that closes a record leaves the reader at its row.
        let is_same = before.as_ref() == Some(&filters);
        let first = || if is_same { current.get_untracked() } else { Window::first_whole(top, count.get_untracked()) };
        let now = at.unwrap_or_else(first);
        // What is set anew, even to the same, makes the rows anew.
        if current.get_untracked() != now {
            current.set(now);
        }
        opened.set(at.filter(|_| is_sorted).and_then(row_at));
        // To scroll makes the browser lay the whole page out at once: not for nothing.
        if let Some(scroller) = scroller.get().filter(|_| top != scrolled.get_untracked()) {
            browser::once_shown(app, move || browser::scroll_list(&scroller, top));
        }
        filters
    });
    let on_scroll = move |_| {
        let Some(top) = scroller.get_untracked().map(|scroller| browser::list_top(&scroller)) else { return };
        scrolled.set(top);
        browser::remember_within(top);
    };
    let open = move |at: usize| {
        // To close it is a step back.
        if opened.get_untracked().is_none() {
            browser::go(app, app.address.get_untracked(), Entry::Push);
            browser::open_row();
        }
        opened.set(row_at(at));
        browser::remember_row(at);
        browser::after_changes(|| _ = browser::show_part(OPENED));
    };
    let go_to = move |at: usize| {
        current.set(at);
        let Some(scroller) = scroller.get_untracked() else { return };
        let view = browser::list_view(&scroller) - ROW;
        let top = Window::top_of(at, count.get_untracked(), browser::list_top(&scroller), view);
        browser::scroll_list(&scroller, top);
    };
    let key = move |event: KeyboardEvent| {
        // The headings are buttons with keys of their own, and some keys are the browser's.
        if event.target() != event.current_target() || browser::is_shortcut(&event) {
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
    browser::watch_view(scroller, part.near);
    let rows = part.memo(move || {
        let Window { first, rows, .. } = window.get();
        let shown: Vec<u32> = match first {
            0 => hits.with(|hits| ordered(hits).take(rows).map(|row| row as u32).collect()),
            _ => all.with(|all| all.get(first..first + rows).unwrap_or_default().to_vec()),
        };
        let (lines, current) = (Lines::new(app), current.get());
        let line =
            |(at, row): (usize, u32)| Some(lines.line(at, &site.snapshot.records.get(row as usize)?, at == current));
        (first..).zip(shown).filter_map(line).collect::<String>()
    });
    let on_click = move |event: MouseEvent| {
        // Who marks words of a row does not mean to open it.
        if browser::is_text_selected() {
            return;
        }
        if let Some(at) = browser::id_around(&event, "tr").and_then(|id| number_of(&id)) {
            current.set(at);
            open(at);
        }
    };
    let space = move |is_above: bool| {
        let height = move || window.with(|window| if is_above { window.above } else { window.below });
        // A page's file has its beginning only, and a style that a page's policy would not let through.
        cfg!(target_family = "wasm").then(
            || view! { <tr class="space" aria-hidden="true"><td style:height=move || browser::list_length(height())></td></tr> },
        )
    };
    let close = move || {
        opened.set(None);
        browser::close_row();
        browser::focus(TABLE);
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let detail = move || {
        let record = opened.get().and_then(|row| site.snapshot.records.get(row));
        record.map(|record| {
            view! {
                <div class="opened" id=OPENED tabindex="-1" on:keydown=escape>
                    <ol class="records">{record_item(app, &record)}</ol>
                    <button type="button" class="more" data-close on:click=move |_| close()>{lang.close()}</button>
                </div>
            }
        })
    };
    view! {
        <div class="scroller" node_ref=scroller on:scroll=on_scroll hidden=move || count.get() == 0>
            <table
                role="grid"
                id=TABLE
                class="many"
                tabindex="0"
                data-records
                aria-label=lang.who_what_when()
                aria-busy=move || (order.get() != sort.get()).then_some("true")
                aria-rowcount=move || (count.get() + 1).to_string()
                aria-activedescendant=move || window.with(|window| window.has(current.get())).then(|| format!("row-{}", current.get()))
                on:keydown=key
            >
                <thead><tr aria-rowindex="1">{COLUMNS.map(|(name, by)| heading(app, name, by, sort))}</tr></thead>
                <tbody>{space(true)}</tbody>
                <tbody on:click=on_click inner_html=move || rows.get()></tbody>
                <tbody>{space(false)}</tbody>
            </table>
        </div>
        // On paper there are the rows that are in the document, and no others.
        <p class="note paper" hidden=move || count.get() == 0>{move || window.with(|window| lang.rows_printed(window.first + 1, window.first + window.rows, count.get()))}</p>
        {detail}
    }
}

/// A column's name; a click sorts by it, a second one the other way round.
fn heading(app: App, name: &'static str, by: By, sort: Memo<Sort>) -> AnyView {
    let lang = app.lang();
    let word = match by {
        By::Best | By::Time => lang.date_word(),
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
            filters.put_in_order(Sort { by, back: filters.order() == Sort::by(by) });
        });
    };
    view! { <th scope="col" class=name aria-sort=sorted><button type="button" on:click=turn>{word}</button></th> }
        .into_any()
}
