use super::{Form, Point, Role, Sentence, Series, Unit};
use crate::locale::{Lang, joined};
use crate::query::Mask;
use crate::snapshot::{Bound, Date, Kind, Record, Snapshot};
use crate::sort::sort_by;
use std::cmp::Ordering;

/// When a record was, in years, and its row.
type Dated = ((f64, f64), usize);

/// The dated records among the shown ones, in time order. Persons are left out, which is told: their date only says
/// when they were spoken of. Where there are more than `most`, those with the shortest times are kept. What was by a
/// time, or since a time, has that as a bound.
pub fn timeline(snapshot: &Snapshot, shown: &Mask, most: usize, lang: Lang) -> Series {
    let mut persons = "";
    let mut spans: Vec<Dated> = Vec::new();
    for row in shown.iter() {
        let Some(record) = snapshot.records.get(row) else { continue };
        match record.date.span() {
            Some(_) if record.kind == Kind::Person => persons = lang.without_persons(),
            Some(span) => spans.push((span, row)),
            None => {}
        }
    }
    sort_by(&mut spans, in_time);
    let cut = (spans.len() > most).then(|| most_exact(&mut spans, most, snapshot, lang));
    let point = |(at, record): ((f64, f64), Record)| Point {
        at: Some(at),
        bound: match record.date {
            Date::Range(None, _) => Some(Bound::UpTo),
            Date::Range(_, None) => Some(Bound::Over),
            _ => None,
        },
        vague: record.date.is_vague(),
        hue: record.directions.first().map(|id| snapshot.hue(id)),
        note: lang.date(record.date),
        evidence: record.evidence.clone(),
        ..Point::plain(&record.id, record.title.plain(lang), Role::Event, None)
    };
    let records = spans.into_iter().filter_map(|(at, row)| Some((at, snapshot.records.get(row)?)));
    let points: Vec<Point> = records.map(point).collect();
    let whole = || match (points.first(), points.last()) {
        (Some(first), Some(last)) if points.len() > 1 => {
            (lang.timeline_from_to(points.len(), &first.note, &last.note).into(), String::new())
        }
        (Some(only), _) => {
            let title = snapshot.records.find(&only.key).map(|record| Sentence::text(&record.title, lang));
            let headline = Sentence::filled("{}: {}", vec![only.note.as_str().into(), title.unwrap_or_default()]);
            (headline, String::new())
        }
        _ => (lang.no_dated_records().into(), String::new()),
    };
    let (headline, note) = cut.unwrap_or_else(whole);
    Series {
        headline,
        subtitle: joined(&[lang.timeline_subtitle(), persons, &note], " · "),
        points,
        window: snapshot.project.period.date.closed_span(),
        ..Series::new("timeline", Form::Timeline, Unit::default())
    }
}

fn in_time((a, _): &Dated, (b, _): &Dated) -> Ordering {
    a.partial_cmp(b).unwrap_or(Ordering::Equal)
}

/// Leaves the most exactly dated, in time order; gives the headline over all of them, and how many these are.
#[inline(never)]
fn most_exact(spans: &mut Vec<Dated>, most: usize, snapshot: &Snapshot, lang: Lang) -> (Sentence, String) {
    let all = spans.len();
    let when = |dated: Option<&Dated>| {
        let record = dated.and_then(|(_, row)| snapshot.records.get(*row));
        record.map(|record| lang.date(record.date)).unwrap_or_default()
    };
    let headline = lang.timeline_from_to(all, &when(spans.first()), &when(spans.last())).into();
    sort_by(spans, |((start, end), _), ((from, to), _)| (end - start).total_cmp(&(to - from)));
    spans.truncate(most);
    sort_by(spans, in_time);
    (headline, lang.most_exact_of(spans.len(), all))
}
