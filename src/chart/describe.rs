use crate::locale::Lang;
use crate::series::{Form, Point, Series};

/// Points named in the spoken description at most; the table twin has the rest.
const MOST: usize = 12;

/// The chart in a few sentences: its finding, its measure, its numbers.
pub fn describe(series: &Series, lang: Lang) -> String {
    let mut text = series.headline.clone();
    let sentence = |text: &mut String, part: &str| {
        if !part.is_empty() {
            text.push_str(". ");
            text.push_str(part);
        }
    };
    sentence(&mut text, &series.subtitle);
    let points = series.points.iter().take(MOST).map(|point| mark_text(series, point, lang)).collect::<Vec<_>>();
    sentence(&mut text, &points.join("; "));
    if series.points.len() > MOST {
        text.push_str("; …");
    }
    text
}

/// One mark in words: its name, and its exact number or its reason.
pub fn mark_text(series: &Series, point: &Point, lang: Lang) -> String {
    let name = match series.groups.get(point.group) {
        Some(group) if series.groups.len() > 1 => format!("{group}, {}", point.label),
        _ => point.label.clone(),
    };
    let word = series.unit.word();
    let space = if word.is_empty() { "" } else { " " };
    match (point.value, point.missing) {
        (Some(value), _) => format!("{name}: {}{space}{word}", series.unit.bounded(lang, value, point.bound)),
        (None, Some(reason)) => format!("{name}: {}", lang.missing(reason)),
        (None, None) if series.form == Form::Timeline => format!("{}: {name}", point.note),
        (None, None) => name,
    }
}
