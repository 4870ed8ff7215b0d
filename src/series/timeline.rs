use super::{Form, Point, Role, Sentence, Series, Unit};
use crate::locale::Lang;
use crate::query::Mask;
use crate::snapshot::{Kind, Record, Snapshot};
use crate::sort::sort_by;

/// The dated records among the shown ones, in time order. Persons are left out: a date of
/// theirs is only when they were spoken of. `most` limits it to the most exactly dated.
pub fn timeline(snapshot: &Snapshot, shown: &Mask, most: usize, lang: Lang) -> Series {
    let span = |row: usize| {
        let record = snapshot.records.get(row).filter(|record| record.kind != Kind::Person)?;
        Some((record.date.span()?, row))
    };
    let mut spans: Vec<_> = shown.iter().filter_map(span).collect();
    sort_by(&mut spans, |((start, end), _), ((from, to), _)| (end - start).total_cmp(&(to - from)));
    spans.truncate(most);
    sort_by(&mut spans, |(a, _), (b, _)| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
    let point = |(at, record): ((f64, f64), Record)| Point {
        at: Some(at),
        vague: record.date.is_vague(),
        direction: record.directions.first().cloned(),
        note: lang.date(record.date),
        evidence: record.evidence.clone(),
        ..Point::plain(&record.id, record.title.plain(lang), Role::Event, None)
    };
    let records = spans.into_iter().filter_map(|(at, row)| Some((at, snapshot.records.get(row)?)));
    let points: Vec<Point> = records.map(point).collect();
    let headline = match (points.first(), points.last()) {
        (Some(first), Some(last)) if points.len() > 1 => {
            lang.timeline_from_to(points.len(), &first.note, &last.note).into()
        }
        (Some(only), _) => {
            let title = snapshot.records.find(&only.key).map(|record| Sentence::text(&record.title, lang));
            Sentence::filled("{}: {}", vec![only.note.as_str().into(), title.unwrap_or_default()])
        }
        _ => lang.no_dated_records().into(),
    };
    Series {
        headline,
        subtitle: lang.timeline_subtitle().to_owned(),
        points,
        window: snapshot.project.period.date.closed_span(),
        ..Series::new("timeline", Form::Timeline, Unit::default())
    }
}
