/// A range of amounts of money in one currency: from `least` on, and below `below`. The currency
/// is an ISO 4217 code. One of the two ends may be open.
///
/// It is half open, so that classes side by side share no amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub currency: String,
    /// The smallest amount in it; none for no lower end.
    pub least: Option<u64>,
    /// All its amounts are below this; none for no upper end.
    pub below: Option<u64>,
}

/// Stands between the parts of a range; no number and no code of a currency has it.
const APART: char = '~';

impl Span {
    /// The largest end of a range. The checks refuse amounts long before it; above it f64 skips whole numbers.
    pub const LARGEST: u64 = 1 << 53;

    /// A range of a currency. None where no amount could be in it, where both ends are open, where an end is too
    /// large, or where the currency is no code.
    pub fn new(currency: &str, least: Option<u64>, below: Option<u64>) -> Option<Span> {
        let is_code = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
        let is_known = least.or(below).is_some() && least.max(below) <= Some(Span::LARGEST);
        let holds_some = below.is_none_or(|below| below > least.unwrap_or(0));
        (is_code && is_known && holds_some).then(|| Span { currency: currency.to_owned(), least, below })
    }

    /// Reads what [`Span::spell`] writes: `EUR~1000~5000`, `EUR~1000~`, `EUR~~5000`. None as for [`Span::new`].
    pub fn parse(text: &str) -> Option<Span> {
        let (currency, ends) = text.split_once(APART)?;
        let (least, below) = ends.split_once(APART)?;
        let end = |text: &str| if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) };
        Span::new(currency, end(least)?, end(below)?)
    }

    /// How it stands in an address.
    pub fn spell(&self) -> String {
        let end = |end: Option<u64>| end.map(|end| end.to_string()).unwrap_or_default();
        format!("{}{APART}{}{APART}{}", self.currency, end(self.least), end(self.below))
    }

    /// The class that an amount is counted in. Classes end at 1, 2 and 5 times the powers of ten, since
    /// amounts spread over many powers. The first is all below 1.
    pub fn class_of(currency: &str, amount: f64) -> Span {
        let (mut least, mut below) = (None, 1);
        while amount >= below as f64 && below < Span::LARGEST / 2 {
            (least, below) = (Some(below), next(below));
        }
        Span { currency: currency.to_owned(), least, below: Some(below) }
    }

    /// The class of the next larger amounts.
    pub fn next_class(&self) -> Span {
        let least = self.below.unwrap_or(Span::LARGEST);
        Span { least: Some(least), below: Some(next(least)), ..self.clone() }
    }

    /// The range from the lower of two ranges to the higher, with all between them. Both are of one currency.
    pub fn through(&self, other: &Span) -> Span {
        let (first, last) = if self.least <= other.least { (self, other) } else { (other, self) };
        Span { least: first.least, below: last.below, ..self.clone() }
    }

    /// Whether an amount of its currency is in it; the caller sees to the currency.
    pub fn holds(&self, amount: f64) -> bool {
        self.least.is_none_or(|least| amount >= least as f64) && self.below.is_none_or(|below| amount < below as f64)
    }
}

/// The end of a class that starts here: 1 → 2 → 5 → 10.
fn next(start: u64) -> u64 {
    let mut power = 1;
    while start / power >= 10 {
        power *= 10;
    }
    if start / power == 2 { 5 * power } else { 2 * start }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, known: bool) {
        let span = Span::parse(text);
        assert_eq!(span.is_some(), known, "{text}");
        if let Some(span) = span {
            assert_eq!(span.spell(), text);
        }
    }

    #[test]
    fn only_what_can_hold_something() {
        check("EUR~1000~5000", true);
        check("EUR~1000~", true);
        check("KZT~~1", true);
        check("EUR~~", false);
        check("EUR~5000~1000", false);
        check("EUR~5~5", false);
        check("EUR~~0", false);
        check("euro~1~2", false);
        check("EUR~-1~2", false);
        check("EUR~1", false);
        check("EUR~1~99999999999999999", false);
    }

    #[test]
    fn classes_end_at_round_numbers() {
        let class = |amount| Span::class_of("EUR", amount).spell();
        let found: Vec<String> = [0.0, 0.99, 1.0, 2.5, 5.0, 1700.0, 2000.0, 99_999.0].map(class).into();
        let expected = ["~~1", "~~1", "~1~2", "~2~5", "~5~10", "~1000~2000", "~2000~5000", "~50000~100000"];
        assert_eq!(found, expected.map(|ends| format!("EUR{ends}")));
        assert_eq!(Span::class_of("EUR", 2.0).next_class().spell(), "EUR~5~10");
        assert_eq!(Span::class_of("EUR", 0.0).next_class().spell(), "EUR~1~2");
        assert_eq!(Span::class_of("EUR", 70.0).through(&Span::class_of("EUR", 3.0)).spell(), "EUR~2~100");
    }

    proptest! {
        #[test]
        fn each_amount_is_in_its_class_alone(amount in 0.0..1e15f64) {
            let class = Span::class_of("EUR", amount);
            prop_assert!(class.holds(amount) && !class.next_class().holds(amount), "{class:?}");
            prop_assert_eq!(class.next_class(), Span::class_of("EUR", class.below.expect("classes end") as f64));
            prop_assert_eq!(Span::parse(&class.spell()), Some(class));
        }
    }
}
