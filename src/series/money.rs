use super::{Form, Point, Role, Series, Unit};
use crate::locale::Lang;
use crate::query::{Columns, Facet, Hits};
use crate::snapshot::{Scope, Snapshot};
use engine::Amount;

/// Bars at most; a portfolio's long tail is in its list.
const MOST_BARS: usize = 8;

/// The amounts of the shown records, one series a scope and currency: neither is ever joined.
pub fn money(snapshot: &Snapshot, columns: &Columns, hits: &Hits, lang: Lang) -> Vec<Series> {
    let point = |amount: &Amount| {
        let record = snapshot.records.get(amount.row as usize)?;
        let money = record.money.get(amount.part as usize)?;
        let label = format!("{} ({})", record.title.plain(lang), lang.money_kind(money.kind));
        let evidence = if money.evidence.is_empty() { &record.evidence } else { &money.evidence };
        Some(Point {
            bound: money.bound,
            evidence: evidence.clone(),
            ..Point::plain(&record.id, label, Role::Count, Some(money.amount))
        })
    };
    // Of a scope that is not shown none would be found, after all of them.
    let shown = columns.amounts().filter(|(scope, ..)| hits.lets(columns, Facet::Scope, scope.word()));
    let largest = shown.map(|(scope, currency, amounts)| {
        let points: Vec<Point> = amounts.of(hits.shown(columns)).take(MOST_BARS).filter_map(point).collect();
        (scope, currency, points)
    });
    let any = largest.filter(|(_, _, points)| !points.is_empty());
    any.map(|(scope, currency, points)| one(scope, currency, points, lang)).collect()
}

fn one(scope: Scope, currency: &str, points: Vec<Point>, lang: Lang) -> Series {
    let unit = Unit::money(currency);
    let headline = match points.first() {
        Some(first) => {
            let amount = unit.sentence(lang, first.value.unwrap_or_default(), first.bound);
            lang.largest_amount(first.label.as_str().into(), amount)
        }
        None => lang.no_records().into(),
    };
    Series {
        headline,
        subtitle: lang.amounts_in(currency),
        scope: Some(scope),
        points,
        ..Series::new(format!("money-{}-{}", scope.word(), currency.to_ascii_lowercase()), Form::Bars, unit)
    }
}
