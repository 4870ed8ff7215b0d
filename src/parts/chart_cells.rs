//! The cells of a table twin: as HTML, and what of them changes.

use super::{escaped, number_html};
use crate::app::App;
use crate::browser::Cell;
use crate::route::{Place, Route};
use crate::series::Row;
use crate::snapshot::find;

/// The columns of a table twin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Group,
    Label,
    Value,
    Source,
}

/// Rows as HTML.
pub fn html(app: App, columns: &[(Column, String)], rows: &[Row]) -> String {
    let sources = app.link(&Place::new(app.lang(), Route::Sources));
    rows.iter().map(|row| line(app, &sources, columns, row)).collect()
}

/// The cells that differ where as many rows stay, with their remarks and sources; none where they do not.
pub fn changes(columns: &[(Column, String)], before: &[Row], now: &[Row]) -> Option<Vec<Cell>> {
    let stays = |(before, now): (&Row, &Row)| {
        (before.value.is_some(), &before.note, &before.sources) == (now.value.is_some(), &now.note, &now.sources)
            // Where there is no number a remark stands beside a bare text.
            && (now.value.is_some() || now.note.is_empty() || before.shown == now.shown)
    };
    if before.len() != now.len() || !before.iter().zip(now).all(stays) {
        return None;
    }
    let mut cells = Vec::new();
    for (row, (before, now)) in (0..).zip(before.iter().zip(now)) {
        for (at, (column, _)) in (0..).zip(columns) {
            let (differs, text, value) = match column {
                Column::Group => (before.group != now.group, &now.group, None),
                Column::Label => (before.label != now.label, &now.label, None),
                Column::Value => ((&before.shown, before.value) != (&now.shown, now.value), &now.shown, now.value),
                Column::Source => continue,
            };
            if differs {
                cells.push(Cell { row, column: at, text: text.clone(), value });
            }
        }
    }
    Some(cells)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn row(label: &str, value: Option<f64>, shown: &str, note: &str) -> Row {
        let (label, shown, note) = (label.to_owned(), shown.to_owned(), note.to_owned());
        Row { label, at: None, group: String::new(), value, shown, note, sources: Vec::new() }
    }

    fn check(before: &[Row], now: &[Row], expected: Option<&[(u32, u32, &str)]>) {
        let columns = [Column::Label, Column::Value, Column::Source].map(|column| (column, String::new()));
        let found = changes(&columns, before, now);
        let found = found.as_ref().map(|cells| cells.iter().map(|c| (c.row, c.column, c.text.as_str())).collect());
        assert_eq!(found, expected.map(<[_]>::to_vec));
    }

    #[test]
    fn only_cells_that_differ_change() {
        let before = [row("a", Some(1.0), "1", ""), row("b", Some(2.0), "2", "")];
        check(&before, &before, Some(&[]));
        check(&before, &[row("a", Some(1.0), "1", ""), row("b", Some(3.0), "3", "")], Some(&[(1, 1, "3")]));
        // What is shown rounded may stay and its number not.
        check(&before, &[row("c", Some(1.2), "1", ""), before[1].clone()], Some(&[(0, 0, "c"), (0, 1, "1")]));
    }

    #[test]
    fn what_is_of_another_kind_is_written_anew() {
        let before = [row("a", Some(1.0), "1", "")];
        check(&before, &[], None);
        check(&before, &[row("a", Some(1.0), "1", "planned")], None);
        let missing = [row("a", None, "not collected", "in the city")];
        check(&before, &missing, None);
        check(&missing, &[row("b", None, "not collected", "in the city")], Some(&[(0, 0, "b")]));
        check(&missing, &[row("a", None, "withheld", "in the city")], None);
    }
}
