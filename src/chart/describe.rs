use crate::locale::{Lang, joined};
use crate::series::{Form, Point, Series, rise, share};

/// Points named in the spoken description at most; the table twin has the rest.
const MOST: usize = 12;

/// The chart in a few sentences: its finding, its measure, its numbers.
pub fn describe(series: &Series, lang: Lang) -> String {
    let mut text = series.headline.to_string();
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

/// One mark in words: its group, its label and its standing, then its exact number with the unit, or the reason
/// why there is none. Of an event the date comes first.
pub fn mark_text(series: &Series, point: &Point, lang: Lang) -> String {
    let name = joined(&[series.group_of(point).unwrap_or_default(), &point.label, point.standing], ", ");
    match (point.value, point.missing) {
        (Some(value), _) if series.form == Form::Grid => {
            format!("{name}: {}", lang.part_of(value, point.whole.unwrap_or_default()))
        }
        (Some(value), _) => format!("{name}: {}", series.unit_of(point).counted(lang, value, point.bound)),
        (None, Some(reason)) => format!("{name}: {}", lang.missing(reason)),
        (None, None) if series.form == Form::Timeline => format!("{}: {name}", point.note),
        (None, None) => name,
    }
}

/// What a mark's number is beside the others: its share of the whole, or its change from the
/// number before it. Empty where neither can be said.
pub fn mark_context(series: &Series, at: usize, lang: Lang) -> String {
    let Some(point) = series.points.get(at) else { return String::new() };
    let whole = point.whole.unwrap_or_default();
    match (share(point), rise(series, at)) {
        (Some(share), _) => lang.share_of(share, whole),
        (None, Some(rise)) => lang.since_before(&lang.change(rise, series.unit_of(point))),
        (None, None) => String::new(),
    }
}
