use super::{Form, Point, Role, Sentence, Series, Unit};
use crate::locale::Lang;
use crate::query::{Columns, Facet, Hits};
use crate::snapshot::{Scope, Snapshot};
use engine::Amount;

/// Bars at most; a portfolio's long tail is in its list.
const MOST_BARS: usize = 8;

/// The scopes and currencies in which shown records have amounts. A series is made of each: neither is
/// ever joined.
pub fn currencies(columns: &Columns, hits: &Hits) -> Vec<(Scope, String)> {
    // Scopes that are not shown are skipped: all their amounts would be looked at to find none.
    let shown = columns.amounts().filter(|(scope, ..)| hits.lets(columns, Facet::Scope, scope.word()));
    let any = shown.filter(|(_, _, amounts)| amounts.of(hits.shown(columns)).next().is_some());
    any.map(|(scope, currency, _)| (scope, currency.to_owned())).collect()
}

/// The largest amounts of the shown records in one scope and currency; empty where there are none.
pub fn money(
    (scope, currency): &(Scope, String),
    snapshot: &Snapshot,
    columns: &Columns,
    hits: &Hits,
    lang: Lang,
) -> Series {
    let unit = Unit::money(currency);
    let (mut points, mut first) = (Vec::<Point>::new(), None);
    if let Some((_, _, amounts)) = columns.amounts().find(|(of, code, _)| of == scope && code == currency) {
        for amount in amounts.of(hits.shown(columns)).take(MOST_BARS) {
            let Some((what, point)) = bar(amount, snapshot, lang) else { continue };
            if points.is_empty() {
                first = Some((what, unit.sentence(lang, amount.value, point.bound)));
            }
            points.push(point);
        }
    }
    let headline = match (first, points.as_slice()) {
        // Of one alone it is no news that it is the largest.
        (Some((what, amount)), [_]) => Sentence::filled("{}: {}", vec![what, amount]),
        (Some((what, amount)), [one, ..]) => match points.iter().filter(|point| point.value == one.value).count() {
            1 => lang.largest_amount(what, amount),
            several => lang.largest_amount(lang.values(several).into(), amount),
        },
        _ => lang.no_records().into(),
    };
    Series {
        headline,
        subtitle: lang.amounts_in(currency),
        scope: Some(*scope),
        points,
        ..Series::new(format!("money-{}-{}", scope.word(), currency.to_ascii_lowercase()), Form::Bars, unit)
    }
}

/// An amount of a record: what it is, in a sentence, and its bar.
fn bar(amount: &Amount, snapshot: &Snapshot, lang: Lang) -> Option<(Sentence, Point)> {
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
}
