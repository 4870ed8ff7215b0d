use super::{Form, Point, Role, Series, Unit};
use crate::locale::{Lang, Magnitude};
use crate::query::{Columns, Filters, Hits, Span};
use crate::sort::sort_by_key;

/// Amounts that a currency needs to be counted in classes; fewer are better read one by one.
const LEAST_AMOUNTS: usize = 20;
/// Classes that these amounts have to spread over.
const LEAST_CLASSES: usize = 4;

/// The currencies of which a snapshot has so many amounts that they are counted in classes, as sorted codes.
#[inline(never)]
pub fn sized(columns: &Columns) -> Vec<String> {
    // One entry for each scope and currency; these are few.
    let mut all: Vec<(&str, usize)> =
        columns.amounts().map(|(_, currency, amounts)| (currency, amounts.all().len())).collect();
    sort_by_key(&mut all, |(currency, _)| *currency);
    let classes = |currency: &str| columns.classes().flatten().filter(|class| class.currency == currency).count();
    let of_currency = all.chunk_by(|(before, _), (currency, _)| before == currency).filter_map(|scopes| {
        let (currency, count) = (scopes.first()?.0, scopes.iter().map(|(_, count)| count).sum::<usize>());
        (count >= LEAST_AMOUNTS && classes(currency) >= LEAST_CLASSES).then(|| currency.to_owned())
    });
    of_currency.collect()
}

/// How many records have an amount in each class of one currency, the range chosen left aside.
/// Classes without records are there too, so that gaps show.
#[inline(never)]
pub fn sizes(currency: &str, columns: &Columns, hits: &Hits, filters: &Filters, lang: Lang) -> Series {
    let counted = columns.classes().zip(hits.classes()).filter_map(|(class, count)| Some((class?, *count)));
    let mut counted: Vec<(Span, u32)> = counted.filter(|(class, _)| class.currency == currency).collect();
    sort_by_key(&mut counted, |(class, _)| class.least);
    let mut points: Vec<Point> = Vec::new();
    let mut add = |class: &Span, count: u32| {
        let chosen = filters.amounts.as_ref().is_none_or(|span| span.currency == currency && overlap(span, class));
        let place = points.len() as f64;
        points.push(Point {
            chosen,
            at: Some((place, place + 1.0)),
            whole: Some(f64::from(hits.reach_of_amounts())),
            ..Point::plain(class.spell(), name(class, lang), Role::Count, Some(f64::from(count)))
        });
    };
    let mut next: Option<Span> = None;
    for (class, count) in &counted {
        while let Some(gap) = next.take().filter(|gap| gap.least < class.least) {
            add(&gap, 0);
            next = Some(gap.next_class());
        }
        add(class, *count);
        next = Some(class.next_class());
    }
    let span = filters.amounts.as_ref().filter(|span| span.currency == currency);
    let told = match span {
        Some(_) if hits.count() == 0 => lang.no_records().to_owned(),
        // Of a class that the range cuts it is not counted how many are in both.
        Some(span) if counted.iter().any(|(class, _)| overlap(span, class) && !holds(span, class)) => {
            format!("{}: {}", name(span, lang), lang.records(hits.count()))
        }
        Some(_) => {
            let chosen: Vec<&Point> = points.iter().filter(|point| point.chosen).collect();
            let told = headline(&chosen, lang);
            if chosen.len() == points.len() { told } else { lang.of_chosen(&told) }
        }
        // The range that is chosen may be of another currency.
        None => headline(&points.iter().collect::<Vec<_>>(), lang),
    };
    Series {
        headline: told.into(),
        subtitle: lang.counted_by_amount(currency),
        points,
        ..Series::new(
            format!("sizes-{}", currency.to_ascii_lowercase()),
            Form::Sizes,
            Unit::count(lang.records_forms()),
        )
    }
}

/// Which class has the most records, or how many share the first place.
fn headline(points: &[&Point], lang: Lang) -> String {
    let most = points.iter().filter_map(|point| point.value).fold(0.0, f64::max);
    let first: Vec<&&Point> = points.iter().filter(|point| point.value == Some(most)).collect();
    match first.as_slice() {
        _ if most == 0.0 => lang.no_records().to_owned(),
        [one] => lang.most_sizes(&one.label, most as usize),
        many => lang.as_many_records(lang.most_records(false), &lang.values(many.len()), most),
    }
}

/// A range of amounts as readers see it: in short where that says all of both ends.
pub fn name(span: &Span, lang: Lang) -> String {
    let says_all = |end: Option<u64>| {
        let end = end.unwrap_or_default();
        let tenth = Magnitude::of(end as f64).factor() as u64 / 10;
        tenth == 0 || end.is_multiple_of(tenth)
    };
    let is_short = says_all(span.least) && says_all(span.below);
    let end = |end: u64| if is_short { lang.compact(end as f64) } else { lang.number(end as f64, 0) };
    let ends = match (span.least, span.below) {
        (Some(least), Some(below)) => format!("{}–{}", end(least), end(below)),
        (Some(least), None) => format!("≥ {}", end(least)),
        (None, below) => format!("< {}", end(below.unwrap_or_default())),
    };
    format!("{ends} {}", span.currency)
}

/// Whether some amount may be in both; both are of one currency.
fn overlap(a: &Span, b: &Span) -> bool {
    let before = |a: &Span, b: &Span| a.below.is_some_and(|below| below <= b.least.unwrap_or(0));
    !before(a, b) && !before(b, a)
}

/// Whether all amounts of the class are in the range; both are of one currency.
fn holds(span: &Span, class: &Span) -> bool {
    let is_below = span.below.is_none_or(|below| class.below.is_some_and(|end| end <= below));
    span.least.unwrap_or(0) <= class.least.unwrap_or(0) && is_below
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let span = Span::parse(text).expect("the test's own range is one");
        assert_eq!(name(&span, Lang::En).replace('\u{a0}', " "), expected);
    }

    #[test]
    fn headlines() {
        let check = |counts: &[f64], expected: &str| {
            let point = |(at, &count): (usize, &f64)| Point::plain("", format!("class {at}"), Role::Count, Some(count));
            let points: Vec<Point> = counts.iter().enumerate().map(point).collect();
            let told = headline(&points.iter().collect::<Vec<_>>(), Lang::En);
            assert_eq!(told.replace('\u{a0}', " "), expected, "{counts:?}");
        };
        check(&[1.0, 4.0, 2.0], "Most often the amount is class 1: 4 records");
        check(&[4.0, 1.0, 4.0], "Most records: 2 values, 4 each");
        check(&[0.0, 0.0], "No records match this choice");
    }

    #[test]
    fn names() {
        check("EUR~1000~2000", "1,000–2,000 EUR");
        check("EUR~~1", "< 1 EUR");
        check("KZT~5000000~", "≥ 5 m KZT");
        check("EUR~1210000~1500000", "1,210,000–1,500,000 EUR");
        check("EUR~1~999999", "1–999,999 EUR");
    }

    #[test]
    fn a_range_holds_what_lies_in_it() {
        let check = |range: &str, expected: bool| {
            let [range, class] = [range, "EUR~1~2"].map(|text| Span::parse(text).expect("the test's own range is one"));
            assert_eq!(holds(&range, &class), expected, "{range:?}");
        };
        ["EUR~1~2", "EUR~~5", "EUR~1~", "EUR~~2"].into_iter().for_each(|range| check(range, true));
        ["EUR~2~3", "EUR~~1", "EUR~2~"].into_iter().for_each(|range| check(range, false));
    }

    #[test]
    fn ranges_that_meet_share_nothing() {
        let span = |text| Span::parse(text).expect("the test's own range is one");
        assert!(!overlap(&span("EUR~1~2"), &span("EUR~2~5")));
        assert!(!overlap(&span("EUR~2~"), &span("EUR~~1")));
        assert!(overlap(&span("EUR~1~3"), &span("EUR~2~5")));
        assert!(overlap(&span("EUR~~1"), &span("EUR~~500")));
    }
}
