use crate::snapshot::{Indicator, Value};

/// Whether two sources give different numbers for overlapping times of the same area and part.
/// Both are kept; the page has to say that they differ.
pub fn disagree(indicator: &Indicator) -> bool {
    let values = &indicator.actuals;
    values.iter().enumerate().any(|(i, a)| values.iter().skip(i + 1).any(|b| differ(indicator, a, b)))
}

/// Whether two spans of years have some time in common; spans that only touch have none.
pub(super) fn overlap((start, end): (f64, f64), (from, to): (f64, f64)) -> bool {
    start < to - 1e-9 && from < end - 1e-9
}

fn differ(indicator: &Indicator, a: &Value, b: &Value) -> bool {
    let overlap = a.period.closed_span().zip(b.period.closed_span()).is_some_and(|(a, b)| overlap(a, b));
    let numbers = a.value.zip(b.value).is_some_and(|(a, b)| a != b);
    let sources = indicator.evidence_of(a) != indicator.evidence_of(b);
    (&a.area, &a.part) == (&b.area, &b.part) && overlap && numbers && sources
}
