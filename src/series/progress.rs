use crate::snapshot::{Bound, Indicator, ProgressMethod, Scope, Value};

/// What can honestly be said of an indicator's progress. Nothing is clamped or guessed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome {
    /// The declared method gives a share; the method is one of the two that divide.
    Share { method: ProgressMethod, baseline: f64, actual: f64, target: f64, share: f64 },
    /// From a baseline to an actual; there is a ratio where the baseline is above zero, and the actual not below.
    /// The bound is that of the actual; without an exact baseline there is no change to state.
    Change { from: f64, to: f64, change: f64, ratio: Option<f64>, bound: Option<Bound>, unknown: Unknown },
    /// Not even that.
    NotComputable(Unknown),
}

/// Why there is no share of the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// The publisher declares no method of progress.
    Method,
    /// There is no baseline with a number.
    Baseline,
    /// There is no actual with a number.
    Actual,
    /// There is no target with a number.
    Target,
    /// The declared method is the change, and no share.
    Share,
    /// The target is zero: there is nothing to divide by.
    Zero,
    /// The target equals the baseline: there is nothing to divide by.
    Distance,
    /// One of the numbers is only a bound.
    Bound,
    /// The numbers are totals of periods that are not alike, or of which not both are known.
    Periods,
    /// The indicator is not of scope project; progress is told of the project's own work only.
    Whose,
}

/// Works the declared method out, for the newest actual of the whole (no part). Only numbers of one area
/// are compared. Of what the project did not do there is a change, and no progress.
pub fn outcome(indicator: &Indicator) -> Outcome {
    if indicator.scope() == Scope::Project {
        return worked(indicator, indicator.progress.method);
    }
    match worked(indicator, ProgressMethod::None) {
        Outcome::Change { from, to, change, ratio, bound, .. } => {
            Outcome::Change { from, to, change, ratio, bound, unknown: Unknown::Whose }
        }
        _ => Outcome::NotComputable(Unknown::Whose),
    }
}

fn worked(indicator: &Indicator, method: ProgressMethod) -> Outcome {
    let (baseline, actual, target) = (indicator.before(), indicator.latest(), indicator.target());
    let is_step = baseline.zip(actual).is_none_or(|(from, to)| indicator.is_step(from, to));
    let is_alike = target.zip(actual).is_none_or(|(target, actual)| indicator.is_alike(target, actual));
    let share = share(method, baseline, actual, target).and_then(|share| {
        let is_sound = is_alike && (is_step || method == ProgressMethod::ShareOfTarget);
        if is_sound { Ok(share) } else { Err(Unknown::Periods) }
    });
    share.unwrap_or_else(|unknown| match is_step {
        true => change(method, baseline, actual, unknown),
        false => Outcome::NotComputable(Unknown::Periods),
    })
}

/// The change, where there is no share for that reason.
fn change(method: ProgressMethod, baseline: Option<&Value>, actual: Option<&Value>, unknown: Unknown) -> Outcome {
    let told = |value: Option<&Value>| value.and_then(|value| Some((value.value?, value.bound)));
    let Some((to, bound)) = told(actual) else { return Outcome::NotComputable(Unknown::Actual) };
    match told(baseline) {
        Some((from, None)) => {
            let ratio = (from > 0.0 && to >= 0.0).then(|| to / from);
            Outcome::Change { from, to, change: to - from, ratio, bound, unknown }
        }
        Some(_) => Outcome::NotComputable(Unknown::Bound),
        // A share of the target has no baseline in its sum.
        None if matches!(unknown, Unknown::Target | Unknown::Share) && method != ProgressMethod::ShareOfTarget => {
            Outcome::NotComputable(Unknown::Baseline)
        }
        None => Outcome::NotComputable(unknown),
    }
}

/// The share that the method gives, or why there is none.
fn share(
    method: ProgressMethod,
    baseline: Option<&Value>,
    actual: Option<&Value>,
    target: Option<&Value>,
) -> Result<Outcome, Unknown> {
    let has_target = target.is_some_and(|target| target.value.is_some());
    match method {
        ProgressMethod::None if has_target => return Err(Unknown::Method),
        ProgressMethod::ChangeSinceBaseline if has_target => return Err(Unknown::Share),
        ProgressMethod::None | ProgressMethod::ChangeSinceBaseline => return Err(Unknown::Target),
        ProgressMethod::BaselineToTarget | ProgressMethod::ShareOfTarget => {}
    }
    let exact = |value: Option<&Value>, unknown: Unknown| -> Result<f64, Unknown> {
        let value = value.ok_or(unknown)?;
        let number = value.value.ok_or(unknown)?;
        if value.bound.is_some() { Err(Unknown::Bound) } else { Ok(number) }
    };
    let actual = exact(actual, Unknown::Actual)?;
    let target = exact(target, Unknown::Target)?;
    let baseline = match method {
        ProgressMethod::BaselineToTarget => exact(baseline, Unknown::Baseline)?,
        _ => 0.0,
    };
    let distance = target - baseline;
    if distance == 0.0 {
        return Err(if method == ProgressMethod::ShareOfTarget { Unknown::Zero } else { Unknown::Distance });
    }
    Ok(Outcome::Share { method, baseline, actual, target, share: (actual - baseline) / distance })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::Date;
    use proptest::prelude::*;

    /// An indicator from the three numbers that progress is made of.
    fn indicator(method: &str, baseline: Option<f64>, actual: Option<f64>, target: Option<f64>) -> Indicator {
        let value = |v: f64| serde_json::json!({ "period": "2015", "area": "a", "value": v, "scope": "project", "evidence": [{ "source": "s" }] });
        let mut json = serde_json::json!({
            "id": "i", "title": { "en": "t" }, "unit": { "en": "u" }, "measure": "unit", "type": "output",
            "ascending": true, "accumulation": "point", "progress": { "method": method },
            "actuals": actual.map(value).into_iter().collect::<Vec<_>>(),
            "targets": target.map(value).into_iter().collect::<Vec<_>>(),
        });
        if let Some(baseline) = baseline {
            json["baseline"] = value(baseline);
        }
        crate::snapshot::indicator(&json.to_string())
    }

    fn check(method: &str, numbers: [Option<f64>; 3], expected: Outcome) {
        let [baseline, actual, target] = numbers;
        assert_eq!(outcome(&indicator(method, baseline, actual, target)), expected, "{method} {numbers:?}");
    }

    #[test]
    fn the_worked_example() {
        let outcome = outcome(&indicator("baseline-to-target", Some(120.0), Some(176.0), Some(200.0)));
        assert!(matches!(outcome, Outcome::Share { share, .. } if (share - 0.7).abs() < 1e-12), "{outcome:?}");
    }

    #[test]
    fn nothing_is_guessed() {
        let change =
            |unknown| Outcome::Change { from: 5.0, to: 12.0, change: 7.0, ratio: Some(2.4), bound: None, unknown };
        check("baseline-to-target", [Some(5.0), Some(12.0), None], change(Unknown::Target));
        check("change-since-baseline", [Some(5.0), Some(12.0), None], change(Unknown::Target));
        check("none", [Some(5.0), Some(12.0), Some(20.0)], change(Unknown::Method));
        check("baseline-to-target", [None, Some(12.0), Some(20.0)], Outcome::NotComputable(Unknown::Baseline));
        check("none", [None, Some(12.0), None], Outcome::NotComputable(Unknown::Baseline));
        check("change-since-baseline", [None, Some(12.0), Some(20.0)], Outcome::NotComputable(Unknown::Baseline));
        check("share-of-target", [None, Some(12.0), None], Outcome::NotComputable(Unknown::Target));
        check("none", [Some(5.0), None, None], Outcome::NotComputable(Unknown::Actual));
        let flat = Outcome::Change {
            from: 5.0,
            to: 7.0,
            change: 2.0,
            ratio: Some(1.4),
            bound: None,
            unknown: Unknown::Distance,
        };
        check("baseline-to-target", [Some(5.0), Some(7.0), Some(5.0)], flat);
    }

    #[test]
    fn totals_of_periods_that_are_not_alike_are_not_compared() {
        let check = |periods: [&str; 3], method: &str, expected: fn(Outcome) -> bool| {
            let mut annual = indicator(method, Some(10.0), Some(50.0), Some(100.0));
            annual.accumulation = crate::snapshot::Accumulation::Annual;
            let values = annual.baseline.iter_mut().chain(&mut annual.actuals).chain(&mut annual.targets);
            values.zip(periods).for_each(|(value, at)| value.period = Date::parse(at).expect("a date"));
            assert!(expected(outcome(&annual)), "{periods:?}: {:?}", outcome(&annual));
        };
        let unlike = |outcome| outcome == Outcome::NotComputable(Unknown::Periods);
        let shared = |outcome| matches!(outcome, Outcome::Share { .. });
        check(["2012", "2013/2017", "2018/2022"], "baseline-to-target", unlike);
        check(["2012", "2013/2017", "2018/2022"], "share-of-target", shared);
        check(["2012", "2013", "2014/2018"], "baseline-to-target", |outcome| {
            matches!(outcome, Outcome::Change { change: 40.0, unknown: Unknown::Periods, .. })
        });
        check(["2012", "2013", "2014"], "baseline-to-target", shared);
        check(["2012/2013", "2013/2014", "2014/2015"], "none", unlike);
        check(["2012", "undated", "2014"], "none", unlike);
    }

    #[test]
    fn of_targets_the_last_with_a_number_counts() {
        let mut later = indicator("share-of-target", None, Some(380.0), Some(520.0));
        let unpublished = crate::snapshot::Value { value: None, ..later.targets[0].clone() };
        later.targets.push(unpublished);
        assert!(matches!(outcome(&later), Outcome::Share { target: 520.0, .. }), "{:?}", outcome(&later));
    }

    #[test]
    fn what_is_missing_is_told() {
        let change =
            |unknown| Outcome::Change { from: 5.0, to: 12.0, change: 7.0, ratio: Some(2.4), bound: None, unknown };
        check("change-since-baseline", [Some(5.0), Some(12.0), Some(20.0)], change(Unknown::Share));
        check("share-of-target", [Some(5.0), Some(12.0), Some(0.0)], change(Unknown::Zero));
        let mut unpublished = indicator("baseline-to-target", Some(5.0), Some(12.0), Some(20.0));
        unpublished.targets[0].value = None;
        assert_eq!(outcome(&unpublished), change(Unknown::Target));
        // A bound is no number to reckon from.
        let mut bounded = indicator("none", Some(5.0), Some(12.0), None);
        bounded.baseline.as_mut().expect("there is one").bound = Some(Bound::Over);
        assert_eq!(outcome(&bounded), Outcome::NotComputable(Unknown::Bound));
    }

    #[test]
    fn only_numbers_of_one_area_are_compared() {
        let mut areas = indicator("baseline-to-target", Some(120.0), Some(176.0), Some(200.0));
        let elsewhere = Value { area: "b".into(), value: Some(20.0), ..areas.actuals[0].clone() };
        areas.actuals.push(elsewhere.clone());
        assert!(matches!(outcome(&areas), Outcome::Share { share, .. } if (share - 0.7).abs() < 1e-12));
        areas.actuals = vec![elsewhere];
        assert_eq!(outcome(&areas), Outcome::NotComputable(Unknown::Baseline));
    }

    #[test]
    fn the_newest_is_by_date() {
        let mut years = indicator("none", Some(5.0), Some(12.0), None);
        let dated = |period: &str, value| Value {
            period: Date::parse(period).expect("a date"),
            value: Some(value),
            ..years.actuals[0].clone()
        };
        let all = [dated("2016", 3.0), dated("2014", 1.0), dated("undated", 9.0)];
        years.actuals = all.to_vec();
        assert_eq!(years.latest().and_then(|value| value.value), Some(3.0));
        years.actuals = all[2..].to_vec();
        assert_eq!(years.latest().and_then(|value| value.value), Some(9.0));
    }

    proptest! {
        #[test]
        fn shares_are_unclamped_and_reversible(b in -1e6..1e6f64, a in -1e6..1e6f64, t in -1e6..1e6f64) {
            prop_assume!((t - b).abs() > 1e-3);
            match outcome(&indicator("baseline-to-target", Some(b), Some(a), Some(t))) {
                Outcome::Share { share, .. } => prop_assert!((b + share * (t - b) - a).abs() < 1e-6 * (1.0 + a.abs() + b.abs())),
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }
}
