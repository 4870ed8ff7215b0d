use super::{Form, Point, Series};
use crate::locale::{Lang, joined};
use crate::sort::distinct;

/// A series as rows: the table beside a chart, and what the CSV is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The headings of the label and of the number.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

/// One point as a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The name of the point.
    pub label: String,
    /// When it begins, in years, where it has a time.
    pub at: Option<f64>,
    /// Which line it belongs to, where there are several.
    pub group: String,
    /// The number; none where there is none.
    pub value: Option<f64>,
    /// The number as readers see it; else the reason for its absence, or the note.
    pub shown: String,
    /// What sort of number it is, and remarks; empty where there is nothing to say.
    pub note: String,
    /// Ids of the sources.
    pub sources: Vec<String>,
}

/// The rows of a series, one a point, in the order of the points.
pub fn table(series: &Series, lang: Lang) -> Table {
    let rows = series.points.iter().map(|point| row(series, point, lang)).collect();
    Table { columns: table_columns(series, lang).to_vec(), rows }
}

/// The headings of a series' table: what its points are, and what is said of each, with the unit.
pub fn table_columns(series: &Series, lang: Lang) -> [String; 2] {
    let first = match series.form {
        Form::Timeline => lang.record_word(),
        Form::Change | Form::History | Form::Years => lang.period(),
        Form::Grid => lang.direction(),
        Form::Sizes => lang.amount_word(),
        Form::Bars => series.facet.map_or(lang.record_word(), |facet| lang.facet(facet)),
    };
    let second = match series.form {
        Form::Timeline => lang.date_word().to_owned(),
        _ if series.unit.label.is_empty() => lang.value_word().to_owned(),
        _ => format!("{}, {}", lang.value_word(), series.unit.label),
    };
    [first.to_owned(), second]
}

fn row(series: &Series, point: &Point, lang: Lang) -> Row {
    let shown = match (point.value, point.missing) {
        (Some(value), _) if series.form == Form::Grid => lang.part_of(value, point.whole.unwrap_or_default()),
        (Some(value), _) => series.unit_of(point).bounded(lang, value, point.bound),
        (None, Some(reason)) => lang.missing(reason).to_owned(),
        (None, None) => point.note.clone(),
    };
    let note = match series.form {
        Form::Timeline => String::new(),
        _ => joined(&[point.standing, &point.note], " · "),
    };
    let group = series.group_of(point).unwrap_or_default().to_owned();
    let sources = distinct(point.evidence.iter().map(|evidence| evidence.source.clone()));
    let at = point.at.map(|(start, _)| start);
    Row { label: point.label.clone(), at, group, value: point.value, shown, note, sources }
}

/// The series as CSV after RFC 4180, with a byte order mark so that Excel reads it as UTF-8. Headline, subtitle
/// and the names and values of `about` follow below the rows. Numbers have no digit groups and no unit: bound,
/// unit and sources have columns of their own, and so has the whole in a grid.
///
/// Where Kazakh or Russian is set, Excel splits cells at semicolons and takes 7.5 for the
/// 7th of May: there cells end with semicolons and decimals stand behind a comma.
pub fn csv(series: &Series, lang: Lang, about: &[(&str, &str)]) -> String {
    let (separator, mark) = if lang == Lang::En { (",", ".") } else { (";", ",") };
    let mut text = String::from("\u{feff}");
    let mut line = |cells: &[&str]| {
        text.push_str(&cells.iter().map(|cell| quote(cell, separator)).collect::<Vec<_>>().join(separator));
        text.push_str("\r\n");
    };
    let table = table(series, lang);
    let first = table.columns.first().map_or("", String::as_str);
    let group = if series.grouped_by.is_empty() { lang.group_word() } else { &series.grouped_by };
    let has_wholes = series.form == Form::Grid;
    let heads = [first, group, lang.value_word(), lang.bound_word(), lang.unit_word(), lang.note(), lang.source()];
    let heads: Vec<&str> = heads.into_iter().chain(has_wholes.then_some(lang.whole_word())).collect();
    line(&heads);
    for (row, point) in table.rows.iter().zip(&series.points) {
        let plain = |value: Option<f64>| value.map(|value| value.to_string().replace('.', mark)).unwrap_or_default();
        let (value, whole) = (plain(row.value), plain(point.whole));
        let note = if row.value.is_none() { &row.shown } else { &row.note };
        let bound = point.bound.map_or("", |bound| bound.word());
        let unit = &series.unit_of(point).label;
        let sources = row.sources.join(" ");
        // A line alone is named by what stands around a table, but by nothing in a file.
        let group = series.groups.get(point.group).map_or("", |group| group.name.as_str());
        let cells = [row.label.as_str(), group, value.as_str(), bound, unit, note, &sources];
        line(&cells.into_iter().chain(has_wholes.then_some(whole.as_str())).collect::<Vec<_>>());
    }
    line(&[&series.headline.to_string()]);
    line(&[&series.subtitle]);
    for (name, value) in about {
        line(&[name, value]);
    }
    text
}

/// A cell as the file has it. What starts like a formula must not become one in a spreadsheet, nor what follows a
/// mark at which one of another language splits cells.
fn quote(cell: &str, separator: &str) -> String {
    let is_number = || cell.chars().all(|c| c.is_ascii_digit() || ['-', '.', ','].contains(&c));
    let mut guarded = String::with_capacity(cell.len());
    let mut before = None;
    for c in cell.chars() {
        let starts = match before {
            None => ['=', '+', '@', '\t', '\r'].contains(&c) || c == '-' && !is_number(),
            Some(before) => ['=', '+', '@'].contains(&c) && [',', ';', '\t', '\n', '\r'].contains(&before),
        };
        guarded.extend(starts.then_some('\''));
        guarded.push(c);
        before = Some(c);
    }
    if guarded.contains(separator) || guarded.contains(['"', '\n', '\r']) || guarded.len() > cell.len() {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expected: &str) {
        assert_eq!(quote(cell, ";"), expected, "{cell}");
    }

    #[test]
    fn no_cell_becomes_a_formula() {
        check("Training", "Training");
        check("a;b", "\"a;b\"");
        check("say \"a\"", "\"say \"\"a\"\"\"");
        check("-1,5", "-1,5");
        check("+7, ×2.4", "\"'+7, ×2.4\"");
        check("-x", "\"'-x\"");
        check("from 5, +7", "from 5, +7");
        // Where cells are split at other marks, that is where one begins.
        check("x,=1+1", "\"x,'=1+1\"");
        check("x;=1+1\n@a", "\"x;'=1+1\n'@a\"");
    }
}
