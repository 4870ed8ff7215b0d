use super::Point;
use crate::snapshot::{Bound, Indicator, Value};

/// Whether two sources give different numbers for the same time of the same area and part.
/// Both are kept; the page has to say that they differ.
pub fn disagree(indicator: &Indicator) -> bool {
    let told = |value: &Value| Some((value.period.closed_span()?, value.value?, value.bound));
    let values = &indicator.actuals;
    values.iter().enumerate().any(|(i, a)| {
        values.iter().skip(i + 1).any(|b| {
            (&a.area, &a.part) == (&b.area, &b.part)
                && told(a).zip(told(b)).is_some_and(|(a, b)| contradict(a, b))
                && indicator.evidence_of(a) != indicator.evidence_of(b)
        })
    })
}

/// The same of two points of one line.
pub(super) fn points_disagree(a: &Point, b: &Point) -> bool {
    let told = |point: &Point| Some((point.at?, point.value?, point.bound));
    told(a).zip(told(b)).is_some_and(|(a, b)| contradict(a, b)) && a.evidence != b.evidence
}

/// A number, the time that it is of in years, and how exact it is.
type Told = ((f64, f64), f64, Option<Bound>);

/// Whether two numbers are of the same time and cannot both be true. "About" never contradicts: no source says
/// how much it leaves open.
fn contradict((one, a, a_bound): Told, (other, b, b_bound): Told) -> bool {
    let same = |a: f64, b: f64| (a - b).abs() < 1e-9;
    // Where one is only a bound on some side, the other may lie there.
    let allows = |bound: Option<Bound>, of: f64, number: f64| match bound {
        Some(Bound::Over) => number > of,
        Some(Bound::UpTo | Bound::Almost) => number <= of,
        Some(Bound::About) => true,
        None => false,
    };
    let both = match (a_bound, b_bound) {
        (None, None) => a == b,
        (Some(Bound::Over), Some(Bound::UpTo | Bound::Almost)) => a < b,
        (Some(Bound::UpTo | Bound::Almost), Some(Bound::Over)) => b < a,
        (Some(_), Some(_)) => true,
        _ => allows(a_bound, a, b) || allows(b_bound, b, a),
    };
    same(one.0, other.0) && same(one.1, other.1) && !both
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEAR: (f64, f64) = (2015.0, 2016.0);

    fn check(one: Told, other: Told, expected: bool) {
        assert_eq!([contradict(one, other), contradict(other, one)], [expected; 2], "{one:?} {other:?}");
    }

    #[test]
    fn contradictions() {
        check((YEAR, 5.0, None), (YEAR, 6.0, None), true);
        check((YEAR, 5.0, None), (YEAR, 5.0, None), false);
        // A sum of years and one of them.
        check((YEAR, 5.0, None), ((2013.0, 2016.0), 6.0, None), false);
        check((YEAR, 100.0, Some(Bound::Over)), (YEAR, 120.0, None), false);
        check((YEAR, 100.0, Some(Bound::Over)), (YEAR, 90.0, None), true);
        check((YEAR, 100.0, Some(Bound::UpTo)), (YEAR, 120.0, None), true);
        check((YEAR, 100.0, Some(Bound::About)), (YEAR, 120.0, None), false);
        check((YEAR, 100.0, Some(Bound::Over)), (YEAR, 50.0, Some(Bound::UpTo)), true);
        check((YEAR, 50.0, Some(Bound::Over)), (YEAR, 100.0, Some(Bound::Almost)), false);
    }
}
