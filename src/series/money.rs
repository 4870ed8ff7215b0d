use super::{Form, Point, Role, Sentence, Series, Unit};
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
        let kind = lang.money_kind(money.kind);
        let what = Sentence::filled("{} ({})", vec![Sentence::text(&record.title, lang), kind.into()]);
        let label = format!("{} ({kind})", record.title.plain(lang));
        let evidence = if money.evidence.is_empty() { &record.evidence } else { &money.evidence };
        let point = Point {
            bound: money.bound,
            evidence: evidence.clone(),
            ..Point::plain(&record.id, label, Role::Count, Some(money.amount))
        };
        Some((what, point))
    };
    // Of a scope that is not shown none would be found, after all of them.
    let shown = columns.amounts().filter(|(scope, ..)| hits.lets(columns, Facet::Scope, scope.word()));
    let largest = shown.map(|(scope, currency, amounts)| {
        let points: Vec<_> = amounts.of(hits.shown(columns)).take(MOST_BARS).filter_map(point).collect();
        (scope, currency, points)
    });
    let any = largest.filter(|(_, _, points)| !points.is_empty());
    any.map(|(scope, currency, points)| one(scope, currency, points, lang)).collect()
}

fn one(scope: Scope, currency: &str, largest: Vec<(Sentence, Point)>, lang: Lang) -> Series {
    let unit = Unit::money(currency);
    let headline = match largest.first() {
        Some((what, first)) => {
            lang.largest_amount(what.clone(), unit.sentence(lang, first.value.unwrap_or_default(), first.bound))
        }
        None => lang.no_records().into(),
    };
    Series {
        headline,
        subtitle: lang.amounts_in(currency),
        scope: Some(scope),
        points: largest.into_iter().map(|(_, point)| point).collect(),
        ..Series::new(format!("money-{}-{}", scope.word(), currency.to_ascii_lowercase()), Form::Bars, unit)
    }
}
