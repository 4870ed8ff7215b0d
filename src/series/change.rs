use super::{Form, Group, Outcome, Point, Role, Sentence, Series, Unit, outcome};
use crate::locale::{Lang, joined};
use crate::snapshot::{Accumulation, Bound, Indicator, Snapshot, Status, Value};

/// Before → after → planned of one indicator: its baseline, newest actual, plan and target.
pub fn change(indicator: &Indicator, snapshot: &Snapshot, lang: Lang) -> Series {
    let unit = Unit::of(indicator, lang);
    Series {
        headline: headline(indicator, &unit, lang),
        subtitle: joined(&[&subtitle(indicator, &unit, lang), elsewhere(indicator, snapshot, lang)], " · "),
        hue: snapshot.hue_of(indicator),
        scope: Some(indicator.scope()),
        points: ends(indicator, 0, lang),
        per_period: indicator.accumulation == Accumulation::Annual,
        ..Series::new(format!("change-{}", indicator.id), Form::Change, unit)
    }
}

/// The same for several indicators of one scope: a group each, drawn as a row on a scale of its own.
pub fn changes(indicators: &[&Indicator], snapshot: &Snapshot, lang: Lang) -> Series {
    let group = |indicator: &&Indicator| Group {
        name: joined(&[indicator.title.plain(lang), elsewhere(indicator, snapshot, lang)], ", "),
        unit: Some(Unit::of(indicator, lang)),
        hue: snapshot.hue_of(indicator),
        per_period: indicator.accumulation == Accumulation::Annual,
        ..Group::default()
    };
    let both = indicators.iter().filter(|indicator| indicator.before().is_some() && indicator.latest().is_some());
    let steps: Vec<Option<f64>> = both.map(|indicator| step(indicator)).collect();
    let count = |is: fn(f64) -> bool| steps.iter().filter(|step| step.is_some_and(is)).count();
    let unsure = steps.iter().filter(|step| step.is_none()).count();
    Series {
        headline: lang.rose_and_fell(steps.len(), count(|step| step > 0.0), count(|step| step < 0.0), unsure).into(),
        subtitle: lang.own_scales().to_owned(),
        scope: indicators.first().map(|indicator| indicator.scope()),
        groups: indicators.iter().map(group).collect(),
        grouped_by: lang.indicator().to_owned(),
        points: indicators.iter().enumerate().flat_map(|(at, indicator)| ends(indicator, at, lang)).collect(),
        ..Series::new("changes", Form::Change, Unit::default())
    }
}

/// The place that the numbers of an indicator are of, where that is none of the project's and its title does not
/// say so; else nothing.
pub fn elsewhere<'a>(indicator: &Indicator, snapshot: &'a Snapshot, lang: Lang) -> &'a str {
    let value = indicator.latest().or(indicator.baseline.as_ref());
    let area = value.and_then(|value| snapshot.elsewhere(&value.area)).map(|area| area.name.plain(lang));
    area.filter(|name| !indicator.title.plain(lang).contains(name)).unwrap_or_default()
}

/// From the baseline to the newest actual, where both are numbers of one area. From what is only a bound nothing
/// is reckoned; to one, where it leaves no doubt of the direction. Nor is it from one period to another sort of it.
fn step(indicator: &Indicator) -> Option<f64> {
    let (from, to) = (indicator.before()?, indicator.latest()?);
    if !indicator.is_step(from, to) {
        return None;
    }
    let step = to.value? - from.value?;
    let is_sure = match to.bound {
        None => true,
        Some(Bound::Over) => step > 0.0,
        Some(Bound::UpTo | Bound::Almost) => step < 0.0,
        Some(Bound::About) => false,
    };
    (from.bound.is_none() && is_sure).then_some(step)
}

fn ends(indicator: &Indicator, group: usize, lang: Lang) -> Vec<Point> {
    let point = |value: &Value, role: Role| Point {
        group,
        bound: value.bound,
        missing: value.missing,
        at: value.period.span(),
        note: value.note.as_ref().map(|note| note.plain(lang).to_owned()).unwrap_or_default(),
        evidence: indicator.evidence_of(value).to_vec(),
        standing: standing(role, value, lang),
        ..Point::plain(role_key(role), period_label(role, value, lang), role, value.value)
    };
    let latest = indicator.latest().or(indicator.actuals.last());
    // A value of another area, or of a part, is no step on the way.
    let compared = indicator.compared();
    let points = [
        indicator.baseline.as_ref().filter(&compared).map(|value| point(value, Role::Baseline)),
        latest.map(|value| point(value, Role::Actual)),
        indicator.plan().or(indicator.planned.iter().rfind(&compared)).map(|value| point(value, Role::Planned)),
        indicator.target().or(indicator.targets.iter().rfind(&compared)).map(|value| point(value, Role::Target)),
    ];
    points.into_iter().flatten().collect()
}

/// What is said of the time of a value: the source's own words for it, else its date. Before the words for
/// "undated" stands what the value is, such as "target".
pub(super) fn period_label(role: Role, value: &Value, lang: Lang) -> String {
    let word = match role {
        Role::Baseline => lang.baseline(),
        Role::Target => lang.target(),
        Role::Planned => lang.status(value.status),
        _ => lang.actual(),
    };
    match &value.period_label {
        Some(label) => label.plain(lang).to_owned(),
        None if value.period.span().is_none() => format!("{word}, {}", lang.date(value.period)),
        None => lang.date(value.period),
    }
}

/// The word for a number that is no final result, such as "forecast"; empty where its label says so already.
pub(super) fn standing(role: Role, value: &Value, lang: Lang) -> &'static str {
    match role {
        _ if value.period_label.is_none() && value.period.span().is_none() => "",
        Role::Target => lang.target(),
        _ if value.status == Status::Final => "",
        _ => lang.status(value.status),
    }
}

fn role_key(role: Role) -> &'static str {
    match role {
        Role::Baseline => "baseline",
        Role::Planned => "planned",
        Role::Target => "target",
        _ => "actual",
    }
}

fn headline(indicator: &Indicator, unit: &Unit, lang: Lang) -> Sentence {
    let title = Sentence::text(&indicator.title, lang);
    let number = |value: &Value| said(value, unit, lang);
    let from = indicator.before().and_then(number);
    let to = indicator.latest().and_then(number);
    match (from, to, outcome(indicator)) {
        (Some(from), Some(to), Outcome::Change { .. } | Outcome::Share { .. }) => lang.went_from_to(title, from, to),
        (_, Some(to), _) => Sentence::filled(TOLD, vec![title, to]),
        (from, None, _) => without_result(indicator, title, from, unit, lang),
    }
}

/// A title, and the number that goes with it.
const TOLD: &str = "{}: {}";

/// What is said of an indicator of which there is no result.
#[inline(never)]
fn without_result(indicator: &Indicator, title: Sentence, from: Option<Sentence>, unit: &Unit, lang: Lang) -> Sentence {
    let planned = indicator.plan().map(|value| (value, lang.status(value.status)));
    let planned = planned.or(indicator.target().map(|value| (value, lang.target())));
    let planned = planned.and_then(|(value, what)| Some((said(value, unit, lang)?, what.into())));
    match (from, planned) {
        (Some(from), Some((planned, status))) => {
            Sentence::filled("{}: {}; {} ({})", vec![title, from, planned, status])
        }
        (Some(from), None) => Sentence::filled(TOLD, vec![title, from]),
        (None, Some((planned, status))) => Sentence::filled("{}: {} ({})", vec![title, planned, status]),
        (None, None) => Sentence::filled(TOLD, vec![title, lang.no_result().into()]),
    }
}

fn said(value: &Value, unit: &Unit, lang: Lang) -> Option<Sentence> {
    value.value.map(|number| unit.sentence(lang, number, value.bound))
}

/// The unit, and what a value covers; without the unit where a percent sign says it.
pub(super) fn subtitle(indicator: &Indicator, unit: &Unit, lang: Lang) -> String {
    let label = if unit.percent { "" } else { unit.label.as_str() };
    joined(&[label, lang.accumulation(indicator.accumulation)], " · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The step between two numbers, with how exact each is.
    fn check(from: (f64, Option<Bound>), to: (f64, Option<Bound>), expected: Option<f64>) {
        let value = |number: f64| {
            serde_json::json!({ "period": "2015", "area": "a", "value": number, "scope": "project",
                "evidence": [{ "source": "s" }] })
        };
        let mut indicator = crate::snapshot::indicator(
            &serde_json::json!({ "id": "i", "title": { "en": "t" }, "unit": { "en": "u" }, "measure": "unit",
                "type": "output", "ascending": true, "accumulation": "point", "progress": { "method": "none" },
                "baseline": value(from.0), "actuals": [value(to.0)] })
            .to_string(),
        );
        indicator.baseline.as_mut().expect("there is one").bound = from.1;
        indicator.actuals[0].bound = to.1;
        assert_eq!(step(&indicator), expected, "{from:?} to {to:?}");
    }

    #[test]
    fn steps() {
        check((5.0, None), (12.0, None), Some(7.0));
        check((5.0, None), (5.0, None), Some(0.0));
        check((100.0, Some(Bound::Over)), (110.0, None), None);
        check((5.0, None), (12.0, Some(Bound::Over)), Some(7.0));
        check((12.0, None), (5.0, Some(Bound::Over)), None);
        check((5.0, None), (12.0, Some(Bound::UpTo)), None);
        check((12.0, None), (5.0, Some(Bound::Almost)), Some(-7.0));
        check((5.0, None), (12.0, Some(Bound::About)), None);
    }
}
