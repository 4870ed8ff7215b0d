use super::change::{period_label, standing, subtitle};
use super::disagreement::points_disagree;
use super::{Form, Group, Point, Role, Sentence, Series, Unit};
use crate::locale::{Lang, joined};
use crate::snapshot::{Accumulation, Indicator, Snapshot, Value, find, is_next, overlap};
use crate::sort::sort_by;

/// An indicator over the years: a line for each area and part. Undated values, and those of open ranges,
/// are in the table only, since nobody knows where they belong. Only values that are `picked` are in it.
pub fn history(indicator: &Indicator, snapshot: &Snapshot, picked: &dyn Fn(&Value) -> bool, lang: Lang) -> Series {
    let unit = Unit::of(indicator, lang);
    let mut groups: Vec<(String, Option<String>)> = Vec::new();
    let mut points = Vec::new();
    let dated = indicator.baseline.iter().chain(&indicator.actuals).map(|v| (Role::Actual, v));
    let all = dated
        .chain(indicator.targets.iter().map(|v| (Role::Target, v)))
        .chain(indicator.planned.iter().map(|v| (Role::Planned, v)));
    for (role, value) in all {
        if !picked(value) {
            continue;
        }
        let name = (value.area.clone(), value.part.clone());
        let group = groups.iter().position(|known| *known == name).unwrap_or_else(|| {
            groups.push(name);
            groups.len() - 1
        });
        points.push(Point {
            group,
            bound: value.bound,
            missing: value.missing,
            at: value.period.closed_span(),
            note: value.note.as_ref().map(|note| note.plain(lang).to_owned()).unwrap_or_default(),
            evidence: indicator.evidence_of(value).to_vec(),
            standing: standing(role, value, lang),
            ..Point::plain(value.period.to_string(), period_label(role, value, lang), role, value.value)
        });
    }
    sort_by(&mut points, |a, b| {
        a.group.cmp(&b.group).then(a.at.partial_cmp(&b.at).unwrap_or(std::cmp::Ordering::Equal))
    });
    let area_name = |id: &str| find(&snapshot.areas, id).map_or(id.to_owned(), |area| area.name.plain(lang).to_owned());
    let part_name = |id: &str| {
        indicator
            .parts
            .iter()
            .find(|part| part.id == id)
            .map_or(id.to_owned(), |part| part.title.plain(lang).to_owned())
    };
    let several_areas = groups.iter().any(|(area, _)| Some(area) != groups.first().map(|(area, _)| area));
    let name = |(area, part): &(String, Option<String>)| match part {
        Some(part) if several_areas => format!("{}, {}", area_name(area), part_name(part)),
        Some(part) => part_name(part),
        None => area_name(area),
    };
    let title = Sentence::text(&indicator.title, lang);
    // A chart of parts speaks of the first of them, and says so; one of several areas likewise.
    let what = match groups.first().filter(|(_, part)| several_areas || part.is_some()) {
        Some(first) => Sentence::filled("{}, {}", vec![title, name(first).into()]),
        None => title,
    };
    let area = groups.first().filter(|_| !several_areas).map(|(area, _)| area_name(area)).unwrap_or_default();
    let per_period = indicator.accumulation == Accumulation::Annual;
    Series {
        headline: headline(what, &points, per_period, &unit, lang),
        subtitle: joined(&[&subtitle(indicator, &unit, lang), &area], " · "),
        hue: snapshot.hue_of(indicator),
        scope: Some(indicator.scope()),
        groups: groups.iter().map(|group| Group::named(name(group))).collect(),
        grouped_by: lang.group_word().to_owned(),
        points,
        per_period,
        window: snapshot.project.period.date.closed_span(),
        ..Series::new(format!("history-{}", indicator.id), Form::History, unit)
    }
}

/// From the first to the last dated number of the first line; of several for one time it is an exact one, as
/// [`Indicator::latest`] has it. Where these are numbers of the same time it says instead that sources give both;
/// where their times overlap, or are periods that are not as long, both are told, and no way from one to the other.
fn headline(title: Sentence, points: &[Point], per_period: bool, unit: &Unit, lang: Lang) -> Sentence {
    let is_number = |p: &&Point| p.group == 0 && p.at.is_some() && p.role == Role::Actual && p.value.is_some();
    let numbers: Vec<&Point> = points.iter().filter(is_number).collect();
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return title };
    let said = |point: &Point| unit.sentence(lang, point.value.unwrap_or_default(), point.bound);
    if points_disagree(first, last) {
        return lang.sources_give(title, said(first), said(last));
    }
    let exact = |of: &&Point| numbers.iter().rfind(|point| point.at == of.at && point.bound.is_none()).copied();
    let [from, to] = [first, last].map(|end| exact(end).unwrap_or(end));
    let is_way = |(from, to)| if per_period { is_next((from, to)) } else { !overlap(from, to) };
    if from.at.zip(to.at).is_some_and(is_way) {
        return lang.went_between(title, (said(from), &from.label), (said(to), &to.label));
    }
    let mut told = Sentence::filled("{}: {} ({})", vec![title, said(from), from.label.as_str().into()]);
    if from.at != to.at {
        told.push(Sentence::filled("; {} ({})", vec![said(to), to.label.as_str().into()]));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{Bound, Evidence};

    /// A number with its time in years, how exact it is, and the source that gives it.
    type Told = ((f64, f64), f64, Option<Bound>, &'static str);

    /// The headline over numbers.
    fn check(numbers: &[Told], expected: &str) {
        let point = |(at, number, bound, source): &Told| Point {
            at: Some(*at),
            bound: *bound,
            evidence: vec![Evidence { source: (*source).to_owned(), locator: None }],
            ..Point::plain("", format!("{}", at.0), Role::Actual, Some(*number))
        };
        let points: Vec<Point> = numbers.iter().map(point).collect();
        assert_eq!(headline("t".into(), &points, false, &Unit::default(), Lang::En).to_string(), expected);
    }

    #[test]
    fn totals_of_unlike_periods_are_no_way() {
        let told = |times: [(f64, f64); 2]| {
            let points = times
                .map(|at| Point { at: Some(at), ..Point::plain("", format!("{}", at.0), Role::Actual, Some(5.0)) });
            headline("t".into(), &points, true, &Unit::default(), Lang::En).to_string()
        };
        assert_eq!(told([(2019.0, 2020.0), (2020.0, 2021.0)]), "t: 5 (2019) to 5 (2020)");
        assert_eq!(told([(2019.0, 2020.0), (2020.0, 2020.25)]), "t: 5 (2019); 5 (2020)");
    }

    #[test]
    fn headlines() {
        let (earlier, year, both) = ((2013.0, 2014.0), (2017.0, 2018.0), (2013.0, 2018.0));
        check(&[(earlier, 5.0, None, "a"), (year, 7.0, None, "a")], "t: 5 (2013) to 7 (2017)");
        check(&[(year, 5.0, None, "a"), (year, 7.0, None, "b")], "t: sources give 5 and 7");
        // A sum of years and one of them are no way from one to the other, and no quarrel.
        check(&[(both, 50.0, None, "a"), (year, 12.0, None, "a")], "t: 50 (2013); 12 (2017)");
        check(&[(year, 100.0, Some(Bound::Over), "a"), (year, 120.0, None, "b")], "t: 120 (2017)");
        check(&[(year, 5.0, None, "a")], "t: 5 (2017)");
        // An exact number is told rather than a bound of the same time.
        let bound = (year, 400.0, Some(Bound::Over), "b");
        check(&[(earlier, 120.0, None, "a"), (year, 380.0, None, "a"), bound], "t: 120 (2013) to 380 (2017)");
    }
}
