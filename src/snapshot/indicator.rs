use super::from_json::from_json;
use super::spans::{Years, is_as_long, is_next};
use super::word::word_enum;
use super::{Evidence, Scope, Text, Value};
use std::cmp::Ordering;

/// Something measured, after IATI 2.03 `result/indicator`, with the unit in words.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Indicator {
    /// Kebab-case, unique in the list; part of addresses, so it is never given to another.
    pub id: String,
    /// Id of a direction; null for the whole project.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub direction: Option<String>,
    /// What is measured.
    pub title: Text,
    /// What is counted, in the plural: enterprises.
    pub unit: Text,
    /// The forms that the unit takes beside a number, with bars between them, in as many languages as
    /// it varies in: `проект|проекта|проектов`, `project|projects`.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub unit_forms: Option<Text>,
    /// ISO 4217 code, where the values are money.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub currency: Option<String>,
    /// Whether numbers are counts or shares.
    pub measure: Measure,
    /// How far along the chain of results it is.
    #[cfg_attr(not(target_family = "wasm"), serde(rename = "type"))]
    pub result: ResultType,
    /// Whether more is better (IATI `@ascending`).
    pub ascending: bool,
    /// Decimal places that the numbers are shown with.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub decimals: u8,
    /// What each number covers.
    pub accumulation: Accumulation,
    /// How progress is worked out.
    pub progress: Progress,
    /// What readers have to know about all its numbers.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
    /// What its values are split into, if they are.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub parts: Vec<Part>,
    /// Evidence of every value that has none of its own.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub evidence: Vec<Evidence>,
    /// Before the project.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub baseline: Option<Value>,
    /// What was reached, the oldest first.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub actuals: Vec<Value>,
    /// Only what a source states as a target.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub targets: Vec<Value>,
    /// Announced plans and expected totals; never a denominator.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub planned: Vec<Value>,
}

from_json!(Indicator { id, title, unit, measure, result = "type", ascending, accumulation, progress; direction, unit_forms, currency, decimals, note, parts, evidence, baseline, actuals, targets, planned });

impl Indicator {
    /// Every value, in the order baseline, actuals, targets, planned. A list, because a chain of lists
    /// would be compiled anew wherever it is gone through.
    #[inline(never)]
    pub fn values(&self) -> std::vec::IntoIter<&Value> {
        let all = self.baseline.iter().chain(&self.actuals).chain(&self.targets).chain(&self.planned);
        all.collect::<Vec<_>>().into_iter()
    }

    /// The scope that all its values share; check refuses a mixture.
    pub fn scope(&self) -> Scope {
        self.values().next().map_or(Scope::Context, |value| value.scope)
    }

    /// The evidence of one of its values: its own, else the indicator's.
    pub fn evidence_of<'a>(&'a self, value: &'a Value) -> &'a [Evidence] {
        if value.evidence.is_empty() { &self.evidence } else { &value.evidence }
    }

    /// The newest actual of the whole that has a number. It is of the baseline's area if one is, or where there is
    /// no baseline of the area that the actuals begin with; nobody knows whether an undated one is newer than those with a date. Of several for one time it
    /// is an exact number rather than a bound, and the one listed last.
    pub fn latest(&self) -> Option<&Value> {
        let area = self.baseline.as_ref().or(self.actuals.first()).map(|value| &value.area);
        let numbers = self.actuals.iter().filter(|value| value.value.is_some() && value.part.is_none());
        let rank = |value: &Value| {
            let end = value.period.span().map(|(_, end)| end);
            (area.is_none_or(|area| *area == value.area), end, end.is_some() && value.bound.is_none())
        };
        numbers.max_by(|a, b| rank(a).partial_cmp(&rank(b)).unwrap_or(Ordering::Equal))
    }

    /// Whether a value is compared with others in sums, sentences and charts: one of the whole, and of the area
    /// that the indicator speaks of, which is the newest actual's, else the baseline's.
    pub fn compared(&self) -> impl Fn(&&Value) -> bool {
        let speaks_of = self.latest().or(self.actuals.last()).or(self.baseline.as_ref());
        let area = speaks_of.map(|value| value.area.as_str());
        move |value| value.part.is_none() && area.is_none_or(|area| area == value.area)
    }

    /// The baseline that the newest actual is compared with, if it is a number.
    pub fn before(&self) -> Option<&Value> {
        self.baseline.as_ref().filter(self.compared()).filter(|value| value.value.is_some())
    }

    /// The target that the newest actual is compared with: the last that is a number.
    pub fn target(&self) -> Option<&Value> {
        self.last_of(&self.targets)
    }

    /// The plan beside the newest actual: the last that is a number.
    pub fn plan(&self) -> Option<&Value> {
        self.last_of(&self.planned)
    }

    fn last_of<'a>(&self, values: &'a [Value]) -> Option<&'a Value> {
        values.iter().rev().filter(self.compared()).find(|value| value.value.is_some())
    }

    /// Whether the numbers of two of its values are of the same sort of time: totals of periods are compared only
    /// where it is known that these are as long.
    pub fn is_alike(&self, a: &Value, b: &Value) -> bool {
        self.accumulation != Accumulation::Annual || spans(a, b).is_some_and(|(a, b)| is_as_long(a, b))
    }

    /// Whether the number of the one can be reckoned from that of the other, as a change: of totals of periods only
    /// where these are alike and have no time in common.
    pub fn is_step(&self, from: &Value, to: &Value) -> bool {
        self.accumulation != Accumulation::Annual || spans(from, to).is_some_and(is_next)
    }
}

/// The times of two values, in years, where both have a beginning and an end.
fn spans(a: &Value, b: &Value) -> Option<(Years, Years)> {
    a.period.closed_span().zip(b.period.closed_span())
}

/// A named part that values are split into, such as an age group.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Part {
    /// Kebab-case, unique in the indicator.
    pub id: String,
    /// As readers see it.
    pub title: Text,
}

from_json!(Part { id, title });

/// How progress is worked out, as the publisher declares it.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Progress {
    /// The sum that is done.
    pub method: ProgressMethod,
}

from_json!(Progress { method });

word_enum! {
    /// The declared arithmetic of progress.
    ProgressMethod {
        /// (actual − baseline) ÷ (target − baseline)
        BaselineToTarget = "baseline-to-target",
        /// actual ÷ target
        ShareOfTarget = "share-of-target",
        /// actual − baseline, and actual ÷ baseline
        ChangeSinceBaseline = "change-since-baseline",
        None = "none",
    }
}

word_enum! {
    /// IATI 2.03 indicator measure, the numeric ones.
    Measure { Unit = "unit", Percentage = "percentage" }
}

word_enum! {
    /// IATI 2.03 result type.
    ResultType { Output = "output", Outcome = "outcome", Impact = "impact" }
}

word_enum! {
    /// What a value covers: a running total, its own period, or a moment.
    Accumulation { Cumulative = "cumulative", Annual = "annual", Point = "point" }
}
