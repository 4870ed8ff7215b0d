use super::{Form, Group, Point, Role, Series, Unit};
use crate::locale::Lang;
use crate::snapshot::{Direction, Indicator, Scope, Snapshot};

/// What is known of each direction: how many of the project's indicators have a baseline, an
/// actual and a target, how many values name a source, how many records are in every language.
#[inline(never)]
pub fn coverage(snapshot: &Snapshot, lang: Lang) -> Series {
    let names = [lang.baseline(), lang.actual(), lang.target(), lang.evidence(), lang.translated()];
    let rows: Vec<Option<&Direction>> = snapshot.directions_in_order().into_iter().map(Some).chain([None]).collect();
    let ids: Vec<Option<&str>> = rows.iter().map(|row| row.map(|direction| direction.id.as_str())).collect();
    let translated = translated(snapshot, &ids);
    let points = rows.into_iter().zip(ids).zip(translated).flat_map(|((direction, id), translated)| {
        let name = direction.map_or(lang.whole_project(), |direction| direction.short.plain(lang));
        let known = known(snapshot, id).into_iter().chain([translated]);
        known.enumerate().map(move |(group, (part, whole))| Point {
            group,
            whole: Some(whole as f64),
            hue: id.map(|id| snapshot.hue(id)),
            ..Point::plain(id.unwrap_or_default(), name, Role::Count, Some(part as f64))
        })
    });
    let points: Vec<Point> = points.collect();
    let sum = |group: usize, of: fn(&Point) -> Option<f64>| -> f64 {
        points.iter().filter(|point| point.group == group).filter_map(of).sum()
    };
    let [baselines, actuals, targets] = [0, 1, 2].map(|group| sum(group, |point| point.value));
    Series {
        headline: lang.coverage_headline(sum(0, |point| point.whole), baselines, actuals, targets).into(),
        subtitle: lang.coverage_subtitle().to_owned(),
        scope: Some(Scope::Project),
        groups: names.into_iter().map(|name| Group::named(lang.capital(name))).collect(),
        grouped_by: lang.coverage_title().to_owned(),
        points,
        ..Series::new("coverage", Form::Grid, Unit::default())
    }
}

/// Parts and wholes for baseline, actual, target and evidence: of one direction, or of the indicators of the
/// project as a whole.
fn known(snapshot: &Snapshot, direction: Option<&str>) -> [(usize, usize); 4] {
    let own = |i: &&Indicator| i.direction.as_deref() == direction && i.scope() == Scope::Project;
    let indicators: Vec<&Indicator> = snapshot.indicators.iter().filter(own).collect();
    let having = |has: fn(&Indicator) -> bool| (indicators.iter().filter(|i| has(i)).count(), indicators.len());
    let sourced = |i: &&Indicator| i.values().filter(|v| !i.evidence_of(v).is_empty() || v.derived.is_some()).count();
    [
        having(|i| i.baseline.as_ref().is_some_and(|value| value.value.is_some())),
        having(|i| i.actuals.iter().any(|value| value.value.is_some())),
        having(|i| i.targets.iter().any(|value| value.value.is_some())),
        (indicators.iter().map(sourced).sum(), indicators.iter().map(|i| i.values().count()).sum()),
    ]
}

/// How many of the project's records of each direction are in every language, and how many there are. One
/// pass for all directions, since each record has to be unpacked.
fn translated(snapshot: &Snapshot, directions: &[Option<&str>]) -> Vec<(usize, usize)> {
    let mut counts = vec![(0, 0); directions.len()];
    for record in snapshot.records.iter().filter(|record| record.scope == Scope::Project) {
        let is_whole =
            record.title.is_complete() && record.summary.as_ref().is_none_or(|summary| summary.is_complete());
        for (direction, (whole, all)) in directions.iter().zip(&mut counts) {
            let is_here = match direction {
                Some(id) => record.directions.iter().any(|own| own == id),
                None => record.directions.is_empty(),
            };
            *all += usize::from(is_here);
            *whole += usize::from(is_here && is_whole);
        }
    }
    counts
}
