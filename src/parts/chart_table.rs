use super::chart_cells::{Column, changes, html};
use super::charted::Charted;
use super::sentence;
use crate::app::App;
use crate::browser;
use crate::locale::{Lang, sort_key};
use crate::series::{Row, Series, table, table_columns};
use crate::sort::sort_by_key;
use engine::number_key;
use leptos::html::Tbody;
use leptos::prelude::*;

/// The table twin of a chart: the same points, with their remarks and sources, in the chart's
/// order or in that of a column.
///
/// Its rows are written as text, and only the cells that change are changed. They change with every choice
/// although few readers have the table open, and a view of each cell took a quarter of the time that a choice takes.
pub fn chart_table(series: Charted, app: App) -> impl IntoView {
    let lang = app.lang();
    let order = RwSignal::new(None::<(Column, bool)>);
    // They seldom change with a choice.
    let columns = Memo::new(move |_| series.with(|series| columns(series, lang)));
    let head = move || columns.get().into_iter().map(|(column, name)| header(column, name, order)).collect_view();
    let caption = move || series.with(|series| sentence(&series.headline));
    let made = move || (columns.get(), series.with(|series| in_order(lang, table(series, lang).rows, order.get())));
    let (body, shown) = (NodeRef::<Tbody>::new(), StoredValue::new(untrack(made)));
    Effect::new(move |_| {
        let now = made();
        let changed = shown.with_value(|was| if was.0 == now.0 { changes(&now.0, &was.1, &now.1) } else { None });
        match changed {
            Some(cells) => browser::change_cells(body, &cells),
            None => browser::set_rows(body, &html(app, &now.0, &now.1)),
        }
        shown.set_value(now);
    });
    let rows = shown.with_value(|(columns, rows)| html(app, columns, rows));
    view! {
        <div class="scroll">
            <table data-twin>
                <caption>{caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody node_ref=body inner_html=rows></tbody>
            </table>
        </div>
    }
}

/// The rows in the order of a column, falling or not; else as they are.
fn in_order(lang: Lang, rows: Vec<Row>, order: Option<(Column, bool)>) -> Vec<Row> {
    let Some((column, falling)) = order else { return rows };
    // What has no number, or no time where others have one, comes last, whichever way the others are turned.
    let timed = rows.iter().any(|row| row.at.is_some());
    let (mut known, missing): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| match column {
        Column::Value => row.value.is_some(),
        Column::Label => row.at.is_some() || !timed,
        _ => true,
    });
    sort_by_key(&mut known, |row| key(lang, column, row));
    if falling {
        known.reverse();
    }
    known.into_iter().chain(missing).collect()
}

/// The columns that a chart's table has, and their names.
fn columns(series: &Series, lang: Lang) -> Vec<(Column, String)> {
    let cited = series.points.iter().any(|point| !point.evidence.is_empty());
    let group = (series.groups.len() > 1).then(|| (Column::Group, series.grouped_by.clone()));
    let named = [Column::Label, Column::Value].into_iter().zip(table_columns(series, lang));
    let source = cited.then(|| (Column::Source, lang.source().to_owned()));
    group.into_iter().chain(named).chain(source).collect()
}

/// A column's name. A click puts the rows in its order, a second one the other way round; before
/// the program is there it is only a name, but takes the same room.
fn header(column: Column, name: String, order: RwSignal<Option<(Column, bool)>>) -> AnyView {
    if column == Column::Source {
        return view! { <th scope="col">{name}</th> }.into_any();
    }
    let sorted = match order.get() {
        Some((by, falling)) if by == column => Some(if falling { "descending" } else { "ascending" }),
        _ => None,
    };
    let printed = cfg!(not(target_family = "wasm"));
    let turn = move |_| order.update(|order| *order = Some((column, *order == Some((column, false)))));
    view! { <th scope="col" aria-sort=sorted><button type="button" disabled=printed on:click=turn>{name}</button></th> }
        .into_any()
}

/// What rows are compared by: numbers as numbers, before words as the reader's language sorts them.
fn key(lang: Lang, column: Column, row: &Row) -> (u64, Vec<u8>) {
    match column {
        Column::Group => (0, sort_key(lang, &row.group)),
        Column::Value => (row.value.map_or(u64::MAX, number_key), sort_key(lang, &row.shown)),
        // Times in their order, and not as words.
        _ => (row.at.map_or(u64::MAX, number_key), sort_key(lang, &row.label)),
    }
}
