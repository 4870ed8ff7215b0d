//! The amounts of a snapshot, sorted out by currency while its records come.

use super::Span;
use crate::snapshot::Scope;
use engine::Amount;

/// The amounts of one currency.
#[derive(Debug, Default)]
pub(super) struct OfCurrency {
    pub currency: String,
    /// In the order of [`Scope::ALL`].
    pub of_scopes: [Vec<Amount>; Scope::ALL.len()],
    /// The classes that they are in, each with its number among those of all currencies.
    classes: Vec<(Span, usize)>,
}

/// What was met of a currency, among those sorted by their codes; one that is new gets its place.
#[inline(never)]
pub(super) fn of_currency<'a>(currencies: &'a mut Vec<OfCurrency>, currency: &str) -> &'a mut OfCurrency {
    let at = currencies.partition_point(|own| *own.currency < *currency);
    if currencies.get(at).is_none_or(|own| own.currency != currency) {
        currencies.insert(at, OfCurrency { currency: currency.to_owned(), ..OfCurrency::default() });
    }
    &mut currencies[at]
}

/// The number of an amount's class among those of all currencies, as they are spelt; a new one is added.
pub(super) fn class_of(own: &mut OfCurrency, amount: f64, all: &mut Vec<String>) -> usize {
    let known = own.classes.iter().find(|(class, _)| class.holds(amount));
    known.map(|(_, number)| *number).unwrap_or_else(|| {
        let class = Span::class_of(&own.currency, amount);
        all.push(class.spell());
        own.classes.push((class, all.len() - 1));
        all.len() - 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The classes that amounts are in, each by its number, and what these are.
    fn check(amounts: &[(&str, f64)], numbers: &[usize], classes: &[&str]) {
        let (mut currencies, mut all) = (Vec::new(), Vec::new());
        let numbered =
            |(currency, amount): &(&str, f64)| class_of(of_currency(&mut currencies, currency), *amount, &mut all);
        assert_eq!(amounts.iter().map(numbered).collect::<Vec<_>>(), numbers);
        assert_eq!(all, classes);
        assert!(currencies.is_sorted_by(|a, b| a.currency < b.currency));
    }

    #[test]
    fn each_currency_has_classes_of_its_own() {
        check(
            &[("KZT", 7.0), ("EUR", 6.0), ("KZT", 5.0), ("EUR", 0.5), ("KZT", 12.0)],
            &[0, 1, 0, 2, 3],
            &["KZT~5~10", "EUR~5~10", "EUR~~1", "KZT~10~20"],
        );
    }
}
