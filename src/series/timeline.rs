use super::{Form, Point, Role, Series, Unit};
use crate::locale::Lang;
use crate::query::Mask;
use crate::snapshot::{Kind, Snapshot};
use crate::sort::sort_by;

/// The dated records among the shown ones, in time order. Persons are left out: a date of
/// theirs is only when they were spoken of. `most` limits it to the most exactly dated.
pub fn timeline(snapshot: &Snapshot, shown: &Mask, most: usize, lang: Lang) -> Series {
    let mut points: Vec<Point> = shown
        .iter()
        .filter_map(|i| snapshot.records.get(i))
        .filter(|record| record.kind != Kind::Person)
        .filter_map(|record| {
            let at = record.date.span()?;
            Some(Point {
                at: Some(at),
                vague: record.date.is_vague(),
                direction: record.directions.first().cloned(),
                note: lang.date(record.date),
                evidence: record.evidence.clone(),
                ..Point::plain(&record.id, record.title.plain(lang), Role::Event, None)
            })
        })
        .collect();
    let length = |point: &Point| point.at.map_or(f64::MAX, |(start, end)| end - start);
    sort_by(&mut points, |a, b| length(a).total_cmp(&length(b)));
    points.truncate(most);
    sort_by(&mut points, |a, b| a.at.partial_cmp(&b.at).unwrap_or(std::cmp::Ordering::Equal));
    let headline = match (points.first(), points.last()) {
        (Some(first), Some(last)) if points.len() > 1 => lang.timeline_from_to(points.len(), &first.note, &last.note),
        (Some(only), _) => format!("{}: {}", only.note, only.label),
        _ => lang.no_dated_records().to_owned(),
    };
    Series {
        headline,
        subtitle: lang.timeline_subtitle().to_owned(),
        points,
        window: snapshot.project.period.date.span(),
        ..Series::new("timeline", Form::Timeline, Unit::default())
    }
}
