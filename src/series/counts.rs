use super::{Form, Point, Role, Series, Unit};
use crate::locale::{Lang, joined, sort_key};
use crate::query::{Columns, Facet, Hits};
use crate::snapshot::Snapshot;
use crate::sort::{sort_by, sort_by_key};

/// Bars at most, but for those that are chosen.
const MOST_BARS: usize = 10;

/// How many records each value of a facet has, its own choice left aside.
///
/// These are counts of what was found published, never a measure of activity.
pub fn counts(facet: Facet, snapshot: &Snapshot, columns: &Columns, hits: &Hits, lang: Lang) -> Series {
    let choice = hits.choice(facet);
    let is_chosen = |code: usize| choice.is_some_and(|choice| choice[code]);
    let least = if facet == Facet::Year { 0 } else { least_shown(hits.counts(facet)) };
    let mut points: Vec<Point> = columns
        .keys(facet)
        .iter()
        .zip(hits.counts(facet))
        .enumerate()
        .filter(|(code, (key, count))| **count > least || is_chosen(*code) || **count > 0 && *key == facet.blank())
        .map(|(code, (key, &count))| Point {
            chosen: choice.is_none() || is_chosen(code),
            at: year(key).filter(|_| facet == Facet::Year),
            hue: (facet == Facet::Direction && key != facet.blank()).then(|| snapshot.hue(key)),
            whole: Some(f64::from(hits.reach(facet))),
            ..Point::plain(key, lang.facet_value(facet, key, snapshot), Role::Count, Some(f64::from(count)))
        })
        .collect();
    arrange(facet, &mut points, lang);
    let headline = headline(facet, &points, lang);
    // Of what no record states there is nothing to draw, and the headline says all. No direction is one.
    let is_stated =
        |point: &Point| point.value > Some(0.0) && (point.key != facet.blank() || facet == Facet::Direction);
    if !points.iter().any(is_stated) {
        points.clear();
    }
    if facet != Facet::Year {
        keep_most(&mut points, MOST_BARS);
    }
    let counted = columns.keys(facet).iter().zip(hits.counts(facet));
    let all = counted.filter(|(key, count)| **count > 0 && *key != facet.blank()).count();
    let shown = points.iter().filter(|point| point.value > Some(0.0) && point.key != facet.blank()).count();
    // What is chosen stands beside the largest, wherever it would be among them.
    let largest = match shown {
        _ if shown >= all => String::new(),
        0..=MOST_BARS => lang.largest_of(shown, all),
        _ => lang.and_chosen(&lang.largest_of(MOST_BARS, all)),
    };
    // Who adds the bars up is told why they give more records than there are.
    let is_more = hits.counts(facet).iter().sum::<u32>() > hits.reach(facet);
    let several = if is_more { lang.counted_in_several() } else { "" };
    let form = if facet == Facet::Year { Form::Years } else { Form::Bars };
    Series {
        headline: headline.into(),
        subtitle: joined(&[&lang.counted_by(facet), several, &largest], " · "),
        facet: Some(facet),
        points,
        ..Series::new(format!("by-{}", facet.key()), form, Unit::count(lang.records_forms()))
    }
}

/// The count a value must exceed to be a candidate for the bars; spares naming thousands.
fn least_shown(counts: &[u32]) -> u32 {
    let mut counts = counts.to_vec();
    sort_by(&mut counts, |a, b| b.cmp(a));
    counts.get(MOST_BARS).map_or(0, |count| count.saturating_sub(1))
}

/// Where a year lies on a calendar, in years; none for a key that is no year.
pub(super) fn year(key: &str) -> Option<(f64, f64)> {
    key.parse::<i32>().ok().map(f64::from).map(|year| (year, year + 1.0))
}

/// Which value has the most records; several where they share the first place.
pub(super) fn headline(facet: Facet, points: &[Point], lang: Lang) -> String {
    // What is chosen may have no place here, as no year has in a chart of years: then it is of all.
    if points.iter().any(|point| !point.chosen) && points.iter().any(|point| point.chosen) {
        return of_chosen(facet, points, lang);
    }
    // "Whole project" may be named as the first; an unknown year or stage may not.
    let blank = |point: &&Point| point.key == facet.blank() && facet != Facet::Direction;
    let named = || points.iter().filter(|point| !blank(point));
    let unsaid = points.iter().filter(blank).filter_map(|point| point.value).fold(0.0, f64::max);
    let most = named().filter_map(|point| point.value).fold(0.0, f64::max);
    let first: Vec<&str> =
        named().filter(|point| point.value == Some(most)).map(|point| point.label.as_str()).collect();
    match first.as_slice() {
        _ if points.iter().all(|point| point.value.unwrap_or_default() == 0.0) => lang.no_records().to_owned(),
        [] => lang.stated_of(facet, 0.0, unsaid),
        // Of one alone it is no news that it has the most.
        [only] if named().filter(|point| point.value > Some(0.0)).count() == 1 => lang.only_value(facet, only, most),
        first => first_place(facet, first, most, lang.most_records(unsaid >= most), lang),
    }
}

/// Which values have the most records, of one or several.
fn first_place(facet: Facet, first: &[&str], most: f64, lead: &str, lang: Lang) -> String {
    const MOST_NAMED: usize = 3;
    let named = || first.iter().map(|label| lang.value_name(facet, label)).collect::<Vec<_>>().join(", ");
    match first.len() {
        1 => lang.of_value(lead, &named(), most),
        ..=MOST_NAMED => lang.as_many_records(lead, &named(), most),
        many => lang.as_many_records(lead, &lang.values(many), most),
    }
}

/// The same of the values that are chosen: the others are there to compare.
#[inline(never)]
fn of_chosen(facet: Facet, points: &[Point], lang: Lang) -> String {
    let chosen = || points.iter().filter(|point| point.chosen);
    let most = chosen().filter_map(|point| point.value).fold(0.0, f64::max);
    let first: Vec<&str> =
        chosen().filter(|point| point.value == Some(most)).map(|point| point.label.as_str()).collect();
    match first.as_slice() {
        _ if most == 0.0 => lang.no_records().to_owned(),
        [only] if chosen().count() == 1 => lang.chosen_records(facet, only, most),
        first => lang.of_chosen(&first_place(facet, first, most, lang.most_records(false), lang)),
    }
}

/// Years in time order, with what is undated last; everything else by size, then by name.
#[inline(never)]
pub(super) fn arrange(facet: Facet, points: &mut Vec<Point>, lang: Lang) {
    let blank = |point: &Point| point.key == facet.blank();
    if facet == Facet::Year {
        sort_by(points, |a, b| (blank(a), &a.key).cmp(&(blank(b), &b.key)));
        return;
    }
    sort_by_key(points, |p| {
        (blank(p), std::cmp::Reverse(p.value.unwrap_or_default() as u64), sort_key(lang, &p.label))
    });
}

/// The first so many. What is chosen stays even when it is not among them, where not all is.
#[inline(never)]
pub(super) fn keep_most(points: &mut Vec<Point>, most: usize) {
    let some_are_chosen = points.iter().any(|point| !point.chosen);
    let mut place = 0;
    points.retain(|point| {
        place += 1;
        place <= most || some_are_chosen && point.chosen
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The headline over values with these counts, of which some are chosen.
    fn check(points: &[(&str, f64, bool)], expected: &str) {
        let point = |(key, count, chosen): &(&str, f64, bool)| Point {
            chosen: *chosen,
            ..Point::plain(*key, *key, Role::Count, Some(*count))
        };
        let points: Vec<Point> = points.iter().map(point).collect();
        assert_eq!(headline(Facet::Stage, &points, Lang::En), expected);
    }

    /// What says nothing is no winner, and nothing is said against it.
    #[test]
    fn a_headline_does_not_deny_what_is_not_stated() {
        let unsaid = |count: f64| (Facet::Stage.blank(), count, true);
        check(
            &[unsaid(9.0), ("a", 5.0, true), ("b", 1.0, true)],
            "Where it is stated, most records: “a”, 5\u{a0}records",
        );
        check(
            &[unsaid(5.0), ("a", 5.0, true), ("b", 1.0, true)],
            "Where it is stated, most records: “a”, 5\u{a0}records",
        );
        check(&[unsaid(3.0), ("a", 1.0, true), ("b", 1.0, true)], "Where it is stated, most records: “a”, “b”, 1 each");
        check(&[unsaid(4.0), ("a", 5.0, true), ("b", 1.0, true)], "Most records: “a”, 5\u{a0}records");
        // Of one alone it is no news that it has the most.
        check(&[unsaid(3.0), ("a", 1.0, true)], "“a”: 1\u{a0}record");
    }

    #[test]
    fn a_headline_speaks_of_what_is_chosen() {
        check(&[("a", 9.0, true), ("b", 5.0, true)], "Most records: “a”, 9\u{a0}records");
        check(&[("a", 9.0, false), ("b", 5.0, true)], "Chosen: “b”, 5\u{a0}records");
        check(
            &[("a", 9.0, false), ("b", 5.0, true), ("c", 1.0, true)],
            "Of those chosen, most records: “b”, 5\u{a0}records",
        );
        check(
            &[("a", 9.0, false), ("b", 5.0, true), ("c", 5.0, true), ("d", 1.0, true)],
            "Of those chosen, most records: “b”, “c”, 5 each",
        );
        let many = [("a", 9.0, false), ("b", 5.0, true), ("c", 5.0, true), ("d", 5.0, true), ("e", 5.0, true)];
        check(&many, "Of those chosen, most records: 4 values, 5 each");
        check(&[("a", 9.0, false), ("b", 0.0, true)], "No records match this choice");
        check(&[("a", 9.0, false), ("b", 5.0, false)], "Most records: “a”, 9\u{a0}records");
    }
}
