use crate::locale::{Lang, joined};
use crate::route::{Place, Route};
use crate::series::{course, finding, is_series};
use crate::site::Site;
use crate::snapshot::{Direction, Indicator, Scope, Value, find};

/// What search engines and link previews say of the page, made from its finding.
pub fn description(site: &Site, place: &Place) -> String {
    let lang: Lang = place.lang;
    let snapshot = &site.snapshot;
    let summary = snapshot.project.summary.plain(lang);
    match &place.route {
        Route::Direction(id) => {
            find(&snapshot.directions, id).map(|direction| of_direction(site, direction, lang)).unwrap_or_default()
        }
        Route::Indicator(id) => {
            find(&snapshot.indicators, id).map(|indicator| of_indicator(site, indicator, lang)).unwrap_or_default()
        }
        Route::Explore => {
            let count = lang.number(snapshot.records.len() as f64, 0);
            sentences(&[&format!("{}: {count}", lang.explore()), summary])
        }
        Route::Indicators => lang.indicators_text().to_owned(),
        Route::Documents => lang.documents_text().to_owned(),
        Route::Sources => lang.sources_text().to_owned(),
        Route::About => lang.about_text().to_owned(),
        Route::Accessibility => lang.accessibility_text().to_owned(),
        Route::Overview | Route::NotFound => summary.to_owned(),
    }
}

/// The finding, or that there is none; then what the project set out to do.
fn of_direction(site: &Site, direction: &Direction, lang: Lang) -> String {
    let found = finding(direction, &site.snapshot, lang).map(|(_, found)| found.to_string());
    sentences(&[&found.unwrap_or_else(|| lang.no_result().to_owned()), direction.summary.plain(lang)])
}

/// From what to what, when, in which unit, where; and whose number it is, where not the project's.
fn of_indicator(site: &Site, indicator: &Indicator, lang: Lang) -> String {
    let area = |value: &Value| find(&site.snapshot.areas, &value.area).map(|area| area.name.plain(lang));
    // A history speaks of the first of its areas and names it.
    let named = if is_series(indicator) { None } else { indicator.latest().or(indicator.values().next()) };
    let (series, area) = (course(indicator, &site.snapshot, lang), named.and_then(area));
    let headline = series.headline.to_string();
    let measured = [headline.as_str(), series.subtitle.as_str(), area.unwrap_or_default()];
    let measured = joined(&measured, " · ");
    let whose = if indicator.scope() == Scope::Project { "" } else { lang.scope(indicator.scope()) };
    sentences(&[&measured, whose])
}

/// One after the other, each with its full stop.
fn sentences(parts: &[&str]) -> String {
    let ended = |part: &&str| format!("{}.", part.trim_end_matches('.'));
    parts.iter().filter(|part| !part.is_empty()).map(ended).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(parts: &[&str], expected: &str) {
        assert_eq!(sentences(parts), expected);
    }

    #[test]
    fn each_sentence_ends_once() {
        check(&["A: 1", "b.", ""], "A: 1. b.");
        check(&[], "");
    }
}
