use super::{Form, Point, Role, Series, Unit};
use crate::locale::Lang;
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
    // The range that is chosen may be of another currency.
    let some = points.iter().any(|point| point.chosen);
    let most = points
        .iter()
        .filter(|point| point.chosen || !some)
        .max_by(|a, b| a.value.partial_cmp(&b.value).unwrap_or(std::cmp::Ordering::Equal));
    let headline = match most.and_then(|most| Some((most, most.value.filter(|count| *count > 0.0)?))) {
        Some((most, count)) => lang.most_sizes(&most.label, count as usize),
        None => lang.no_records().to_owned(),
    };
    Series {
        headline: headline.into(),
        subtitle: lang.counted_by_amount(currency),
        points,
        ..Series::new(
            format!("sizes-{}", currency.to_ascii_lowercase()),
            Form::Sizes,
            Unit::count(lang.records_forms()),
        )
    }
}

/// A range of amounts as readers see it.
pub fn name(span: &Span, lang: Lang) -> String {
    let end = |end: u64| lang.compact(end as f64);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let span = Span::parse(text).expect("the test's own range is one");
        assert_eq!(name(&span, Lang::En).replace('\u{a0}', " "), expected);
    }

    #[test]
    fn names() {
        check("EUR~1000~2000", "1,000–2,000 EUR");
        check("EUR~~1", "< 1 EUR");
        check("KZT~5000000~", "≥ 5 m KZT");
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
