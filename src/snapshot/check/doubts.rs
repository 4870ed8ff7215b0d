//! What is well formed and yet hardly meant: shown as it stands, with a warning.

use super::indicators::placed;
use super::{At, Report, items};
use crate::snapshot::{Direction, Expected, Indicator, ProgressMethod, Snapshot, Value, find};
use rustc_hash::FxHashMap;

#[inline(never)]
pub(super) fn check(snapshot: &Snapshot, report: &mut Report) {
    let language = snapshot.snapshot.default_language;
    if !report.languages.contains(&language) {
        report.doubt("snapshot.default_language", language.code(), Expected::ListedLanguage);
    }
    let project = &snapshot.project;
    for (path, evidence) in
        [("project.budget.evidence", &project.budget.evidence), ("project.period.evidence", &project.period.evidence)]
    {
        if evidence.is_empty() {
            report.doubt(path, "[]", Expected::Evidence);
        }
    }
    for (at, direction) in items("directions", &snapshot.directions) {
        one_direction(at, direction, snapshot, report);
    }
    for (at, indicator) in items("indicators", &snapshot.indicators) {
        order(at, indicator, report);
        decimals(at, indicator, report);
        // Where less is better, a missed target would read as more than 100%.
        if !indicator.ascending && indicator.progress.method == ProgressMethod::ShareOfTarget {
            let found = indicator.progress.method.word();
            report.warning(at, format_args!(".progress.method"), found, Expected::LessIsBetter);
        }
    }
}

/// The best number is the direction's own, and the sentence over it can be filled in.
fn one_direction(at: At, direction: &Direction, snapshot: &Snapshot, report: &mut Report) {
    let best = direction.best.as_ref().and_then(|id| find(&snapshot.indicators, id));
    if let Some(best) = best.filter(|best| best.direction.as_ref() != Some(&direction.id)) {
        report.warning(at, format_args!(".best"), format!("“{}”", best.id), Expected::OwnIndicator);
    }
    let Some(finding) = &direction.finding else { return };
    if direction.best.is_none() {
        let found = format!("“{}”", finding.plain(snapshot.snapshot.default_language));
        report.warning(at, format_args!(".finding"), found, Expected::Best);
    }
    for (lang, template) in finding.versions() {
        if let Some(placeholder) = unknown_placeholder(template) {
            let found = format!("“{placeholder}”");
            report.warning(at, format_args!(".finding.{}", lang.code()), found, Expected::Placeholder);
        }
    }
}

/// The first placeholder of a sentence that stands for no number, or that does not end.
fn unknown_placeholder(template: &str) -> Option<&str> {
    const KNOWN: [&str; 5] = ["baseline", "actual", "planned", "target", "added"];
    template.split('{').skip(1).find_map(|piece| match piece.split_once('}') {
        None => Some(piece),
        Some((placeholder, _)) => {
            let name = placeholder.split('|').next().unwrap_or_default().trim();
            (!KNOWN.contains(&name)).then_some(placeholder)
        }
    })
}

/// The values of an area and part stand in the order of their dates: of targets and plans the last counts.
fn order(at: At, indicator: &Indicator, report: &mut Report) {
    let lists = [("actuals", &indicator.actuals), ("targets", &indicator.targets), ("planned", &indicator.planned)];
    for (list, values) in lists {
        let mut latest = FxHashMap::default();
        for (place, value) in values.iter().enumerate() {
            let Some((start, _)) = value.period.span() else { continue };
            let before = latest.insert((value.area.as_str(), value.part.as_deref()), start);
            if before.is_some_and(|before| start < before - 1e-9) {
                let found = value.period.to_string();
                report.warning(at, format_args!(".{list}[{place}].period"), found, Expected::InOrder);
            }
        }
    }
}

/// Numbers with decimals are shown with some; the first that would be shown without stands for all.
fn decimals(at: At, indicator: &Indicator, report: &mut Report) {
    if indicator.decimals > 0 || indicator.currency.is_some() {
        return;
    }
    let cut = |(rest, value): (String, &Value)| Some((rest, value.value.filter(|number| number.fract() != 0.0)?));
    if let Some((rest, number)) = placed(indicator).find_map(cut) {
        report.warning(at, format_args!("{rest}.value"), number.to_string(), Expected::Whole);
    }
}

#[cfg(test)]
mod tests {
    use super::unknown_placeholder;

    fn check(template: &str, expected: Option<&str>) {
        assert_eq!(unknown_placeholder(template), expected, "{template}");
    }

    #[test]
    fn placeholders() {
        check("from {baseline} to {actual|project|projects}, {added} more", None);
        check("no numbers", None);
        check("{Actual}", Some("Actual"));
        check("from {baseline} to {actuals}", Some("actuals"));
        check("{actual", Some("actual"));
    }
}
