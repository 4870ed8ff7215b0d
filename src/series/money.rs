use super::{Form, Point, Role, Series, Unit};
use crate::locale::Lang;
use crate::query::Mask;
use crate::snapshot::{Scope, Snapshot};
use crate::sort::sort_by;
use std::collections::BTreeMap;

/// Bars at most; a portfolio's long tail is in its list.
const MOST_BARS: usize = 8;

/// The amounts of the shown records, one series a scope and currency: neither is ever joined.
pub fn money(snapshot: &Snapshot, shown: &Mask, lang: Lang) -> Vec<Series> {
    let mut by_scope: BTreeMap<(Scope, &str), Vec<Point>> = BTreeMap::new();
    for record in shown.iter().filter_map(|i| snapshot.records.get(i)) {
        for money in &record.money {
            let label = format!("{} ({})", record.title.plain(lang), lang.money_kind(money.kind));
            let evidence = if money.evidence.is_empty() { &record.evidence } else { &money.evidence };
            by_scope.entry((record.scope, &money.currency)).or_default().push(Point {
                bound: money.bound,
                evidence: evidence.clone(),
                ..Point::plain(&record.id, label, Role::Count, Some(money.amount))
            });
        }
    }
    by_scope.into_iter().map(|((scope, currency), points)| one(scope, currency, points, lang)).collect()
}

fn one(scope: Scope, currency: &str, mut points: Vec<Point>, lang: Lang) -> Series {
    sort_by(&mut points, |a, b| b.value.partial_cmp(&a.value).unwrap_or(std::cmp::Ordering::Equal));
    points.truncate(MOST_BARS);
    let unit = Unit::money(currency);
    let headline = match points.first() {
        Some(first) => {
            lang.largest_amount(&first.label, &unit.bounded(lang, first.value.unwrap_or_default(), first.bound))
        }
        None => lang.no_records().to_owned(),
    };
    Series {
        headline,
        subtitle: lang.amounts_in(currency),
        scope: Some(scope),
        points,
        ..Series::new(format!("money-{}-{}", scope.word(), currency.to_ascii_lowercase()), Form::Bars, unit)
    }
}
