use super::{Form, Point, Role, Sentence, Series, Unit};
use crate::locale::Lang;
use crate::query::Mask;
use crate::snapshot::{Bound, Date, Kind, Record, Snapshot};
use crate::sort::sort_by;
use std::cmp::Ordering;

/// When a record was, in years, and its row.
type Dated = ((f64, f64), usize);

/// The dated records among the shown ones, in time order. Persons are left out: their date only says when
/// they were spoken of. Where there are more than `most`, those with the shortest times are kept. What was by a
/// time, or since a time, has that as a bound.
pub fn timeline(snapshot: &Snapshot, shown: &Mask, most: usize, lang: Lang) -> Series {
    let span = |row: usize| {
        let record = snapshot.records.get(row).filter(|record| record.kind != Kind::Person)?;
        Some((record.date.span()?, row))
    };
    let mut spans: Vec<_> = shown.iter().filter_map(span).collect();
    let all = spans.len();
    let in_time = |(a, _): &Dated, (b, _): &Dated| a.partial_cmp(b).unwrap_or(Ordering::Equal);
    sort_by(&mut spans, in_time);
    let when = |row: usize| snapshot.records.get(row).map(|record| lang.date(record.date)).unwrap_or_default();
    let ends = spans.first().zip(spans.last()).map(|((_, first), (_, last))| (when(*first), when(*last)));
    if all > most {
        sort_by(&mut spans, |((start, end), _), ((from, to), _)| (end - start).total_cmp(&(to - from)));
        spans.truncate(most);
        sort_by(&mut spans, in_time);
    }
    let point = |(at, record): ((f64, f64), Record)| Point {
        at: Some(at),
        bound: match record.date {
            Date::Range(None, _) => Some(Bound::UpTo),
            Date::Range(_, None) => Some(Bound::Over),
            _ => None,
        },
        vague: record.date.is_vague(),
        direction: record.directions.first().cloned(),
        note: lang.date(record.date),
        evidence: record.evidence.clone(),
        ..Point::plain(&record.id, record.title.plain(lang), Role::Event, None)
    };
    let records = spans.into_iter().filter_map(|(at, row)| Some((at, snapshot.records.get(row)?)));
    let points: Vec<Point> = records.map(point).collect();
    let headline = match (points.first(), ends) {
        (Some(_), Some((first, last))) if all > 1 => lang.timeline_from_to(all, &first, &last).into(),
        (Some(only), _) => {
            let title = snapshot.records.find(&only.key).map(|record| Sentence::text(&record.title, lang));
            Sentence::filled("{}: {}", vec![only.note.as_str().into(), title.unwrap_or_default()])
        }
        _ => lang.no_dated_records().into(),
    };
    let some = (points.len() < all).then(|| lang.most_exact_of(points.len(), all));
    let subtitle = [Some(lang.timeline_subtitle().to_owned()), some].into_iter().flatten();
    let subtitle = subtitle.collect::<Vec<_>>().join(" · ");
    Series {
        headline,
        subtitle,
        points,
        window: snapshot.project.period.date.closed_span(),
        ..Series::new("timeline", Form::Timeline, Unit::default())
    }
}
