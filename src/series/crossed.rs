use super::counts::{arrange, headline, keep_most, year};
use super::{Form, Group, Point, Role, Series, Style, Unit};
use crate::locale::{Lang, joined};
use crate::query::{Columns, Facet, Hits};
use crate::snapshot::{Snapshot, Stage};
use crate::sort::sort_by_key;
use std::cmp::Reverse;

/// Bars and groups at most; in a chart of more nothing could be read.
const MOST_BARS: usize = 8;
const MOST_GROUPS: usize = 9;

/// How many records have each pair of values: bars of one facet stacked by the other, or, for
/// years, a small panel for each value of the other. The first facet's own choice is left aside.
pub fn crossed(facet: Facet, by: Facet, snapshot: &Snapshot, columns: &Columns, hits: &Hits, lang: Lang) -> Series {
    let pairs = hits.cross(columns, facet, by);
    let choice = hits.choice(facet);
    let name = |facet: Facet, key: &str| lang.facet_value(facet, key, snapshot);
    let keys = columns.keys(facet);
    let mut bars: Vec<Point> = Vec::new();
    for (code, (key, &count)) in keys.iter().zip(hits.counts(facet)).enumerate() {
        let at = year(key).filter(|_| facet == Facet::Year);
        if count > 0 {
            // The count is not the sum of the pairs, in which a record of two directions counts twice.
            let point = Point::plain(key, name(facet, key), Role::Count, Some(f64::from(count)));
            bars.push(Point { chosen: choice.is_none_or(|choice| choice[code]), at, ..point });
        }
    }
    arrange(facet, &mut bars, lang);
    let most = headline(facet, &bars, lang);
    // What is undated has no place in a panel of years; the chart of all years counts it.
    bars.retain(|bar| facet != Facet::Year || bar.at.is_some());
    let all_bars = bars.len();
    if facet != Facet::Year {
        keep_most(&mut bars, MOST_BARS);
    }
    let codes: Vec<usize> = bars.iter().filter_map(|bar| keys.iter().position(|key| *key == *bar.key)).collect();
    let mut segments: Vec<Segment> = Vec::new();
    for (code, key) in columns.keys(by).iter().enumerate() {
        // How many have it is not the sum of the pairs either.
        if codes.iter().any(|bar| pairs[*bar][code] > 0) {
            segments.push(Segment { code, key, count: hits.counts(by)[code] });
        }
    }
    let all_segments = segments.len();
    if all_segments > MOST_GROUPS {
        sort_by_key(&mut segments, |segment| Reverse(segment.count));
        segments.truncate(MOST_GROUPS);
    }
    sort_by_key(&mut segments, |segment| place(by, segment.key, snapshot));

    let mut points = Vec::new();
    for (group, segment) in segments.iter().enumerate() {
        for (bar, code) in bars.iter().zip(&codes) {
            let count = pairs[*code][segment.code];
            if count > 0 {
                points.push(Point { group, value: Some(count.into()), whole: bar.value, ..bar.clone() });
            }
        }
    }
    let group = |segment: &Segment| {
        let hue = (by == Facet::Direction && segment.key != by.blank()).then(|| snapshot.hue(segment.key));
        Group { hue, style: style(segment.key), ..Group::named(name(by, segment.key)) }
    };
    let largest = |shown: usize, all: usize| if shown < all { lang.largest_of(shown, all) } else { String::new() };
    // Where there is one alone nothing else names it.
    let only = match segments.as_slice() {
        [one] => name(by, one.key),
        _ => String::new(),
    };
    let (largest_bars, largest_segments) = (largest(bars.len(), all_bars), largest(segments.len(), all_segments));
    let headline = match by {
        Facet::Stage => stated(by, &bars, &points, &segments, hits, lang),
        _ => most,
    };
    // Of what no record states there is nothing to draw, unless the reader asks for these.
    if by == Facet::Stage && hits.choice(by).is_none() && segments.iter().all(|segment| segment.key == by.blank()) {
        points.clear();
    }
    let form = if facet == Facet::Year { Form::Years } else { Form::Bars };
    Series {
        headline: headline.into(),
        subtitle: joined(&[&lang.counted_by_both(facet, by), &only, &largest_bars, &largest_segments], " · "),
        facet: Some(facet),
        groups: segments.iter().map(group).collect(),
        grouped_by: lang.facet(by).to_owned(),
        points,
        ..Series::new(format!("{}-by-{}", by.key(), facet.key()), form, Unit::count(lang.records_forms()))
    }
}

/// A value of the facet that bars are stacked by, or years have panels for, and how many records have it.
struct Segment<'a> {
    code: usize,
    key: &'a str,
    count: u32,
}

/// How many of the records say anything in the dimension that they are stacked by. No record is of two bars.
fn stated(by: Facet, bars: &[Point], points: &[Point], segments: &[Segment], hits: &Hits, lang: Lang) -> String {
    // What is not chosen is there to compare, unless what is chosen has no place here.
    let some = bars.iter().any(|bar| bar.chosen);
    let sum = |points: &mut dyn Iterator<Item = &Point>| -> f64 {
        points.filter(|point| point.chosen || !some).filter_map(|point| point.value).sum()
    };
    let is_blank = |point: &&Point| segments.get(point.group).is_some_and(|segment| segment.key == by.blank());
    let (all, unsaid) = (sum(&mut bars.iter()), sum(&mut points.iter().filter(is_blank)));
    if hits.count() == 0 { lang.no_records().to_owned() } else { lang.stated_of(by, all - unsaid, all) }
}

/// How the segments of a stage are drawn; values of other facets are drawn like an unknown stage.
fn style(key: &str) -> Style {
    match Stage::ALL.iter().find(|stage| stage.word() == key) {
        Some(Stage::Completed) => Style::Done,
        Some(Stage::Ongoing) => Style::Underway,
        Some(Stage::Submitted) => Style::Asked,
        Some(Stage::Planned) => Style::Planned,
        Some(Stage::Stopped) => Style::Stopped,
        None => Style::Unsaid,
    }
}

/// Stages in the order that work goes through them, from its end; directions in their own order;
/// what says nothing last.
fn place(by: Facet, key: &str, snapshot: &Snapshot) -> (bool, usize, String) {
    let order = match by {
        Facet::Stage => Stage::ALL.iter().rev().position(|stage| stage.word() == key),
        Facet::Direction => snapshot.directions.iter().find(|d| d.id == key).map(|d| d.order as usize),
        _ => None,
    };
    (key == by.blank(), order.unwrap_or(0), key.to_owned())
}
