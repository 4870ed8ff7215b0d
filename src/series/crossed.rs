use super::counts::{headline, year};
use super::{Form, Group, Point, Role, Series, Style, Unit};
use crate::locale::{Lang, sort_key};
use crate::query::{Columns, Facet, Hits};
use crate::snapshot::{Snapshot, Stage};
use crate::sort::{sort_by, sort_by_key};
use std::cmp::Reverse;

/// Bars and groups at most; in a chart of more nothing could be read.
const MOST_BARS: usize = 8;
const MOST_GROUPS: usize = 9;

/// How many records have each pair of values: bars of one facet stacked by the other, or, for
/// years, a small panel for each value of the other. The first facet's own choice is left aside.
pub fn crossed(facet: Facet, by: Facet, snapshot: &Snapshot, columns: &Columns, hits: &Hits, lang: Lang) -> Series {
    let pairs = hits.cross(columns, facet, by);
    let choice = hits.choice(facet);
    let (row_keys, column_keys) = (columns.keys(facet), columns.keys(by));
    // Not the sum of the pairs, in which a record of two directions counts twice.
    let total = |row: &usize| hits.counts(facet).get(*row).copied().unwrap_or(0);
    let name = |facet: Facet, key: &str| lang.facet_value(facet, key, snapshot);

    let mut rows: Vec<usize> = (0..pairs.len()).filter(|row| total(row) > 0).collect();
    match facet {
        // What is undated has no place in a panel of years; the chart of all years counts it.
        Facet::Year => {
            rows.retain(|row| row_keys[*row] != facet.blank());
            sort_by(&mut rows, |a, b| row_keys[*a].cmp(&row_keys[*b]));
        }
        _ => {
            sort_by_key(&mut rows, |row| (Reverse(total(row)), sort_key(lang, &name(facet, &row_keys[*row]))));
            rows.truncate(MOST_BARS);
        }
    }
    let used = |column: &usize| rows.iter().any(|row| pairs[*row][*column] > 0);
    let mut segments: Vec<usize> = (0..column_keys.len()).filter(used).collect();
    sort_by_key(&mut segments, |column| place(by, &column_keys[*column], snapshot));
    segments.truncate(MOST_GROUPS);

    let bars: Vec<Point> = rows
        .iter()
        .map(|row| {
            let key = &row_keys[*row];
            let chosen = choice.is_none_or(|choice| choice[*row]);
            Point { chosen, ..Point::plain(key, name(facet, key), Role::Count, Some(f64::from(total(row)))) }
        })
        .collect();
    let cell = |(group, column): (usize, &usize), (bar, row): (&Point, &usize)| Point {
        group,
        value: Some(f64::from(pairs[*row][*column])),
        whole: bar.value,
        at: year(&bar.key).filter(|_| facet == Facet::Year),
        ..bar.clone()
    };
    let group = |column: &usize| {
        let key = &column_keys[*column];
        let hue = (by == Facet::Direction && key != by.blank()).then(|| snapshot.hue(key));
        Group { hue, style: style(key), ..Group::named(name(by, key)) }
    };
    let points = segments.iter().enumerate().flat_map(|segment| bars.iter().zip(&rows).map(move |bar| (segment, bar)));
    let points: Vec<Point> = points.map(|(segment, bar)| cell(segment, bar)).filter(|p| p.value > Some(0.0)).collect();
    let id = format!("{}-by-{}", by.key(), facet.key());
    Series {
        headline: match by {
            Facet::Stage => stated(by, &points, &segments, column_keys, hits, lang),
            _ => headline(facet, &bars, lang),
        }
        .into(),
        subtitle: lang.counted_by_both(facet, by),
        facet: Some(facet),
        groups: segments.iter().map(group).collect(),
        grouped_by: lang.facet(by).to_owned(),
        points,
        ..Series::new(
            id,
            if facet == Facet::Year { Form::Years } else { Form::Bars },
            Unit::count(lang.records_forms()),
        )
    }
}

/// How many of the records say anything in the dimension that they are stacked by.
fn stated(by: Facet, points: &[Point], segments: &[usize], keys: &[String], hits: &Hits, lang: Lang) -> String {
    let blank = |point: &&Point| segments.get(point.group).is_some_and(|code| keys[*code] == by.blank());
    // What is not chosen is there to compare, unless what is chosen has no place here.
    let some = points.iter().any(|point| point.chosen);
    let chosen = || points.iter().filter(|point| point.chosen || !some);
    let unsaid: f64 = chosen().filter(blank).filter_map(|point| point.value).sum();
    let all: f64 = chosen().filter_map(|point| point.value).sum();
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
