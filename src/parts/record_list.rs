use super::record_item::record_item;
use super::record_table::RecordTable;
use super::still::still_until;
use super::turns::{Part, Turns};
use crate::app::App;
use crate::browser;
use crate::query::{Filters, Hits, Sort};
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
        // A choice is a new step, and who comes back to it finds as many as there were.
        let shown = open.get_untracked();
        if shown > STEP {
            browser::remember_within(shown as f64);
        }
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
    // The list is looked up in its turn; at first not at all, since it is carried over.
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
