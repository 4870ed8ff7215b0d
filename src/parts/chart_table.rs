use super::{escaped, number_html, sentence};
use crate::app::App;
use crate::locale::{Lang, sort_key};
use crate::route::{Place, Route};
use crate::series::{Row, Series, table, table_columns};
use crate::snapshot::find;
use crate::sort::sort_by_key;
use engine::number_key;
use leptos::prelude::*;

/// The columns of a table twin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Group,
    Label,
    Value,
    Source,
}

/// The table twin of a chart: the same points, with their remarks and sources, in the chart's
/// order or in that of a column.
///
/// Its rows are written as text. They change with every choice although few readers have the table
/// open, and a view of each cell took a quarter of the time that a choice takes.
pub fn chart_table(series: Signal<Series>, app: App) -> impl IntoView {
    let lang = app.lang();
    let sources = app.link(&Place::new(lang, Route::Sources));
    let order = RwSignal::new(None::<(Column, bool)>);
    // They seldom change with a choice.
    let columns = Memo::new(move |_| series.with(|series| columns(series, lang)));
    let head = move || columns.get().into_iter().map(|(column, name)| header(column, name, order)).collect_view();
    let rows = move || {
        let mut rows = series.with(|series| table(series, lang).rows);
        if let Some((column, falling)) = order.get() {
            // What has no number, or no time where others have one, comes last, whichever way the others are turned.
            let timed = rows.iter().any(|row| row.at.is_some());
            let (mut known, missing): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| match column {
                Column::Value => row.value.is_some(),
                Column::Label => row.at.is_some() || !timed,
                _ => true,
            });
            sort_by_key(&mut known, |row| key(app, column, row));
            if falling {
                known.reverse();
            }
            rows = known.into_iter().chain(missing).collect();
        }
        let columns = columns.get();
        rows.iter().map(|row| line(app, &sources, &columns, row)).collect::<String>()
    };
    let caption = move || series.with(|series| sentence(&series.headline));
    view! {
        <div class="scroll">
            <table data-twin><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody inner_html=rows></tbody></table>
        </div>
    }
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
fn key(app: App, column: Column, row: &Row) -> (u64, Vec<u32>) {
    let lang = app.lang();
    match column {
        Column::Group => (0, sort_key(lang, &row.group)),
        Column::Value => (row.value.map_or(u64::MAX, number_key), sort_key(lang, &row.shown)),
        // Times in their order, and not as words.
        _ => (row.at.map_or(u64::MAX, number_key), sort_key(lang, &row.label)),
    }
}

/// One row as HTML; what stands in it is text.
fn line(app: App, sources: &str, columns: &[(Column, String)], row: &Row) -> String {
    let mut line = "<tr>".to_owned();
    for (column, _) in columns {
        let (start, cell, end) = match column {
            Column::Group => ("<td>", escaped(&row.group), "</td>"),
            Column::Label => ("<th scope=\"row\">", escaped(&row.label), "</th>"),
            Column::Value => ("<td>", value(row), "</td>"),
            Column::Source => ("<td>", citations(app, sources, &row.sources), "</td>"),
        };
        line += &[start, &cell, end].concat();
    }
    line + "</tr>"
}

/// The number, or why there is none, and what is remarked on it.
fn value(row: &Row) -> String {
    let shown = escaped(&row.shown);
    let value = row.value.map_or(shown.clone(), |raw| number_html(raw, &shown));
    if row.note.is_empty() { value } else { [&value, " <small>", &escaped(&row.note), "</small>"].concat() }
}

fn citations(app: App, page: &str, ids: &[String]) -> String {
    let page = escaped(page);
    ids.iter()
        .filter_map(|id| find(&app.site.snapshot.sources, id))
        .map(|source| {
            let id = escaped(&source.id);
            let publisher = escaped(source.publisher.plain(app.lang()));
            ["<a href=\"", &page, "#source-", &id, "\" data-evidence=\"", &id, "\">", &publisher, "</a> "].concat()
        })
        .collect()
}
