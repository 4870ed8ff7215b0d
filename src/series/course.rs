use super::{Series, change, history};
use crate::locale::Lang;
use crate::snapshot::{Indicator, Snapshot, Value};

/// The one chart that says what became of an indicator: its course over the years where it has one, else the step
/// from before to after.
pub fn course(indicator: &Indicator, snapshot: &Snapshot, lang: Lang) -> Series {
    if is_series(indicator) { history(indicator, snapshot, &is_whole, lang) } else { change(indicator, snapshot, lang) }
}

/// Whether it is a series over years rather than a step from before to after: some area has
/// numbers for at least two times.
pub fn is_series(indicator: &Indicator) -> bool {
    let dated = |value: &&Value| value.period.closed_span().is_some() && value.value.is_some() && is_whole(value);
    let again = |value: &Value| {
        let same = |other: &&Value| other.area == value.area && other.period != value.period;
        indicator.actuals.iter().filter(dated).any(|other| same(&other))
    };
    indicator.actuals.iter().filter(dated).any(again)
}

/// Whether there is more than one number to compare, so that a chart says something.
pub fn is_comparable(indicator: &Indicator) -> bool {
    let ends = [indicator.baseline.as_slice(), &indicator.actuals, &indicator.targets, &indicator.planned];
    let compared = indicator.compared();
    let has = |values: &&&[Value]| values.iter().any(|value| value.value.is_some() && compared(&value));
    is_series(indicator) || (indicator.parts.is_empty() && ends.iter().filter(has).count() >= 2)
}

/// Whether it is of the whole, and not of one of the parts that the indicator is taken apart into.
fn is_whole(value: &Value) -> bool {
    value.part.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of an indicator with numbers for these times, and parts of the whole: whether it has a course, and anything to
    /// compare.
    fn check(actuals: &[(&str, Option<&str>)], target: Option<&str>, expected: (bool, bool)) {
        let value = |period: &str, part: Option<&str>| {
            let evidence = serde_json::json!([{ "source": "s" }]);
            let mut value = serde_json::json!({ "period": period, "area": "a", "value": 5, "scope": "project", "evidence": evidence });
            if let Some(part) = part {
                value["part"] = part.into();
            }
            value
        };
        let json = serde_json::json!({
            "id": "i", "title": { "en": "t" }, "unit": { "en": "u" }, "measure": "unit", "type": "output",
            "ascending": true, "accumulation": "point", "progress": { "method": "none" },
            "parts": [{ "id": "men", "title": { "en": "Men" } }],
            "actuals": actuals.iter().map(|(period, part)| value(period, *part)).collect::<Vec<_>>(),
            "targets": target.map(|period| value(period, None)).into_iter().collect::<Vec<_>>(),
        });
        let mut indicator = crate::snapshot::indicator(&json.to_string());
        if actuals.iter().all(|(_, part)| part.is_none()) {
            indicator.parts.clear();
        }
        assert_eq!((is_series(&indicator), is_comparable(&indicator)), expected, "{actuals:?} {target:?}");
    }

    #[test]
    fn two_times_of_the_whole_are_a_course() {
        check(&[("2014", None)], None, (false, false));
        check(&[("2014", None)], Some("2016"), (false, true));
        check(&[("2014", None), ("2015", None)], None, (true, true));
        check(&[("2014", None), ("2014", None)], None, (false, false));
        // The parts of a whole have a chart of their own.
        check(&[("2014", Some("men")), ("2015", Some("men"))], None, (false, false));
        check(&[("2014", Some("men"))], Some("2016"), (false, false));
    }
}
