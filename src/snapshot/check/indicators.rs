//! Values: a number or a reason, one scope, evidence, honest derivations.

use super::references::Known;
use super::{At, Report, ids, items};
use crate::snapshot::{Expected, Found, Indicator, ProgressMethod, Shape, Snapshot, Value, currency};
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt::Arguments;

/// Beyond this a number is a fault, not a fact; f64 also counts whole units exactly below it.
const LARGEST: f64 = 1e15;
/// More decimal places than this no source measures.
const MOST_DECIMALS: u8 = 6;

#[inline(never)]
pub(super) fn check(snapshot: &Snapshot, known: &Known, report: &mut Report) {
    for (at, indicator) in items("indicators", &snapshot.indicators) {
        one(at, indicator, known, report);
    }
}

fn one(at: At, indicator: &Indicator, known: &Known, report: &mut Report) {
    if let Some(direction) = &indicator.direction {
        known.direction(at, format_args!(".direction"), direction, report);
    }
    known.evidence(at, format_args!(""), &indicator.evidence, report);
    if let Some(currency) = &indicator.currency {
        currency_code(at, format_args!(".currency"), currency, report);
    }
    if indicator.values().next().is_none() {
        report.error(at, format_args!(".actuals"), "0", Expected::ValueOrReason);
    }
    if indicator.decimals > MOST_DECIMALS {
        report.error(
            at,
            format_args!(".decimals"),
            indicator.decimals.to_string(),
            Expected::AtMost(MOST_DECIMALS.into()),
        );
    }
    let parts = indicator.parts.iter().enumerate();
    ids::inner(at, parts.map(|(place, part)| (format!(".parts[{place}]"), part.id.as_str())), report);
    ids::inner(at, placed(indicator).filter_map(|(rest, value)| Some((rest, value.id.as_deref()?))), report);
    let parts: FxHashSet<&str> = indicator.parts.iter().map(|part| part.id.as_str()).collect();
    let named: FxHashMap<&str, &Value> = indicator.values().filter_map(|v| Some((v.id.as_deref()?, v))).collect();
    let scope = indicator.scope();
    for (rest, value) in placed(indicator) {
        if value.scope != scope {
            report.error(at, format_args!("{rest}.scope"), value.scope.word(), Expected::OneScope(scope.word()));
        }
        number(at, format_args!("{rest}"), value, report);
        known.area(at, format_args!("{rest}.area"), &value.area, report);
        known.evidence(at, format_args!("{rest}"), &value.evidence, report);
        if indicator.evidence_of(value).is_empty() && value.derived.is_none() {
            report.warning(at, format_args!("{rest}.evidence"), "[]", Expected::Evidence);
        }
        if let Some(part) = value.part.as_ref().filter(|id| !parts.contains(id.as_str())) {
            report.error(at, format_args!("{rest}.part"), format!("“{part}”"), Expected::Reference("parts"));
        }
        derivation(at, format_args!("{rest}"), &named, value, known, report);
    }
    let divides = matches!(indicator.progress.method, ProgressMethod::BaselineToTarget | ProgressMethod::ShareOfTarget);
    if divides && indicator.targets.is_empty() {
        report.warning(at, format_args!(".targets"), "0", Expected::Target);
    }
}

/// Every value with its path inside the indicator.
pub(super) fn placed(indicator: &Indicator) -> impl Iterator<Item = (String, &Value)> {
    let list = |name: &'static str| move |(i, v)| (format!(".{name}[{i}]"), v);
    indicator
        .baseline
        .iter()
        .map(|value| (".baseline".to_owned(), value))
        .chain(indicator.actuals.iter().enumerate().map(list("actuals")))
        .chain(indicator.targets.iter().enumerate().map(list("targets")))
        .chain(indicator.planned.iter().enumerate().map(list("planned")))
}

fn number(at: At, rest: Arguments, value: &Value, report: &mut Report) {
    match (value.value, value.missing) {
        (Some(number), None) => magnitude(at, format_args!("{rest}.value"), number, report),
        (None, Some(_)) => {}
        (None, None) => report.error(at, format_args!("{rest}.value"), Found::Nothing, Expected::ValueOrReason),
        (Some(number), Some(reason)) => {
            let found = format!("{number}, “{}”", reason.word());
            report.error(at, format_args!("{rest}.value"), found, Expected::ValueOrReason);
        }
    }
}

/// Refuses the item where this number is too large to be shown.
pub(super) fn magnitude(at: At, rest: Arguments, number: f64, report: &mut Report) {
    if !is_shown(number) {
        report.error(at, rest, number.to_string(), Expected::Magnitude);
    }
}

/// Whether a number is small enough to be shown; infinite ones and NaN are not.
pub(super) fn is_shown(number: f64) -> bool {
    number.abs() < LARGEST
}

/// Refuses the item where this is not written as the code of a currency is, and doubts one that none has.
pub(super) fn currency_code(at: At, rest: Arguments, code: &str, report: &mut Report) {
    if !currency::is_code(code) {
        report.error(at, rest, format!("“{code}”"), Expected::Currency);
    } else if !currency::is_known(code) {
        report.warning(at, rest, format!("“{code}”"), Expected::Currency);
    }
}

fn derivation(
    at: At,
    rest: Arguments,
    named: &FxHashMap<&str, &Value>,
    value: &Value,
    known: &Known,
    report: &mut Report,
) {
    let Some(derived) = &value.derived else { return };
    for (i, term) in derived.terms.iter().enumerate() {
        let rest = format!("{rest}.derived.terms[{i}]");
        known.evidence(at, format_args!("{rest}"), &term.evidence, report);
        magnitude(at, format_args!("{rest}.value"), term.value, report);
        match &term.of {
            Some(id) => match named.get(id.as_str()) {
                None => report.error(at, format_args!("{rest}.of"), format!("“{id}”"), Expected::Reference("values")),
                Some(origin) => match origin.value {
                    None => {
                        report.error(at, format_args!("{rest}.of"), format!("“{id}”"), Expected::Shape(Shape::Number))
                    }
                    Some(number) if number != term.value => {
                        let expected = Expected::Derivation(number.to_string());
                        report.error(at, format_args!("{rest}.value"), term.value.to_string(), expected);
                    }
                    Some(_) => {}
                },
            },
            None if term.evidence.is_empty() => {
                report.warning(at, format_args!("{rest}.evidence"), "[]", Expected::Evidence);
            }
            None => {}
        }
    }
    let result = derived.result();
    if value.value.is_some_and(|v| (v - result).abs() > 1e-9 * v.abs().max(1.0)) {
        let found = value.value.unwrap_or_default().to_string();
        report.error(at, format_args!("{rest}.value"), found, Expected::Derivation(result.to_string()));
    }
}
