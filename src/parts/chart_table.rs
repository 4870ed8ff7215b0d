use super::number;
use crate::app::App;
use crate::locale::sort_key;
use crate::route::{Place, Route};
use crate::series::{Row, Series, table};
use crate::snapshot::find;
use crate::sort::sort_by_key;
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
pub fn chart_table(series: Signal<Series>, app: App) -> impl IntoView {
    let lang = app.lang();
    let sources = app.link(&Place::new(lang, Route::Sources));
    let order = RwSignal::new(None::<(Column, bool)>);
    let body = move || {
        series.with(|series| {
            let table = table(series, lang);
            let cited = series.points.iter().any(|point| !point.evidence.is_empty());
            let group = (series.groups.len() > 1).then(|| (Column::Group, series.grouped_by.clone()));
            let named = [Column::Label, Column::Value].into_iter().zip(table.columns);
            let source = cited.then(|| (Column::Source, lang.source().to_owned()));
            let columns: Vec<(Column, String)> = group.into_iter().chain(named).chain(source).collect();
            let head: Vec<_> = columns.iter().map(|(column, name)| header(*column, name.clone(), order)).collect();
            let mut rows = table.rows;
            if let Some((column, falling)) = order.get() {
                sort_by_key(&mut rows, |row| key(app, column, row));
                if falling {
                    rows.reverse();
                }
            }
            let rows: Vec<_> = rows.into_iter().map(|row| line(app, &sources, &columns, row)).collect();
            view! { <thead><tr>{head}</tr></thead><tbody>{rows}</tbody> }
        })
    };
    let caption = move || series.with(|series| series.headline.clone());
    view! { <div class="scroll"><table data-twin><caption>{caption}</caption>{body}</table></div> }
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
        Column::Value => (row.value.map_or(u64::MAX, in_order), sort_key(lang, &row.shown)),
        _ => (0, sort_key(lang, &row.label)),
    }
}

/// A number as one whose bits are in the same order.
fn in_order(value: f64) -> u64 {
    let bits = value.to_bits();
    if value < 0.0 { !bits } else { bits | 1 << 63 }
}

fn line(app: App, sources: &str, columns: &[(Column, String)], row: Row) -> AnyView {
    let cells = columns.iter().map(|(column, _)| match column {
        Column::Group => view! { <td>{row.group.clone()}</td> }.into_any(),
        Column::Label => view! { <th scope="row">{row.label.clone()}</th> }.into_any(),
        Column::Value => {
            let value = match row.value {
                Some(value) => number(value, row.shown.clone()),
                None => row.shown.clone().into_any(),
            };
            let note = (!row.note.is_empty()).then(|| view! { " " <small>{row.note.clone()}</small> });
            view! { <td>{value}{note}</td> }.into_any()
        }
        Column::Source => view! { <td>{citations(app, sources, &row.sources)}</td> }.into_any(),
    });
    view! { <tr>{cells.collect::<Vec<_>>()}</tr> }.into_any()
}

fn citations(app: App, page: &str, ids: &[String]) -> Vec<AnyView> {
    ids.iter()
        .filter_map(|id| find(&app.site.snapshot.sources, id))
        .map(|source| {
            let href = format!("{page}#source-{}", source.id);
            let publisher = source.publisher.plain(app.lang()).to_owned();
            view! { <a href=href data-evidence=source.id.clone()>{publisher}</a> " " }.into_any()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_order() {
        let numbers = [-1e15, -2.5, -1e-9, 0.0, 1e-9, 1.0, 2.5, 1e15];
        assert!(numbers.windows(2).all(|pair| in_order(pair[0]) < in_order(pair[1])));
    }
}
