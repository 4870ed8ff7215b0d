use crate::snapshot::{Indicator, Value};

/// Whether two sources give different numbers for overlapping times of the same area and part.
/// Both are kept; the page has to say that they differ.
pub fn disagree(indicator: &Indicator) -> bool {
    let values = &indicator.actuals;
    values.iter().enumerate().any(|(i, a)| values.iter().skip(i + 1).any(|b| differ(indicator, a, b)))
}

fn differ(indicator: &Indicator, a: &Value, b: &Value) -> bool {
    let overlap = match (a.period.closed_span(), b.period.closed_span()) {
        (Some((start, end)), Some((from, to))) => start < to - 1e-9 && from < end - 1e-9,
        _ => false,
    };
    let numbers = a.value.zip(b.value).is_some_and(|(a, b)| a != b);
    let sources = indicator.evidence_of(a) != indicator.evidence_of(b);
    (&a.area, &a.part) == (&b.area, &b.part) && overlap && numbers && sources
}
