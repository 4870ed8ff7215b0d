//! Number forms after CLDR: digit groups, decimal mark, magnitudes, money.

use super::Lang;

/// A power of ten that has a short name, for labels: thousand is written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Magnitude {
    /// Written out, without a name.
    One,
    Million,
    Billion,
    Trillion,
}

impl Magnitude {
    /// The largest that leaves at least one whole digit.
    pub fn of(value: f64) -> Magnitude {
        match value.abs() {
            v if v >= 1e12 => Magnitude::Trillion,
            v if v >= 1e9 => Magnitude::Billion,
            v if v >= 1e6 => Magnitude::Million,
            _ => Magnitude::One,
        }
    }

    /// What a number is divided by to be shown in this magnitude.
    pub fn factor(self) -> f64 {
        match self {
            Magnitude::One => 1.0,
            Magnitude::Million => 1e6,
            Magnitude::Billion => 1e9,
            Magnitude::Trillion => 1e12,
        }
    }
}

const NO_BREAK: char = '\u{a0}';
const MINUS: char = '\u{2212}';

impl Lang {
    /// The number with that many decimals at most; trailing zeros are dropped.
    pub fn number(self, value: f64, decimals: u8) -> String {
        let fixed = rounded(value.abs(), decimals.into());
        let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
        let fraction = fraction.trim_end_matches('0');
        let (group, mark) = if self == Lang::En { (',', '.') } else { (NO_BREAK, ',') };
        let mut text = String::with_capacity(fixed.len() + 6);
        let is_zero = whole == "0" && fraction.is_empty();
        if value < 0.0 && !is_zero {
            text.push(MINUS);
        }
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                text.push(group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(mark);
            text.push_str(fraction);
        }
        text
    }

    /// The number in its own magnitude with at most one decimal: 7,8 млрд, 7.8 bn.
    pub fn compact(self, value: f64) -> String {
        // What rounds to a thousand of one is one of the next.
        let magnitude = match Magnitude::of(value / 0.999_95) {
            Magnitude::Million if value.abs() < 1e6 => Magnitude::One,
            magnitude => magnitude,
        };
        let name = match magnitude {
            Magnitude::One => return self.number(value, 1),
            Magnitude::Million => self.choose("млн", "млн", "m"),
            Magnitude::Billion => self.choose("млрд", "млрд", "bn"),
            Magnitude::Trillion => self.choose("трлн", "трлн", "tn"),
        };
        format!("{}{NO_BREAK}{name}", self.number(value / magnitude.factor(), 1))
    }

    /// An exact amount with its currency: 6 288 000 €, €6,288,000.
    pub fn money(self, amount: f64, currency: &str) -> String {
        let mut number = self.number(amount, 2);
        // Cents are two digits or none.
        let mark = if self == Lang::En { '.' } else { ',' };
        if number.rsplit_once(mark).is_some_and(|(_, cents)| cents.len() == 1) {
            number.push('0');
        }
        self.with_currency(number, currency)
    }

    /// A rounded amount with its currency: 7,8 млрд ₸.
    pub fn compact_money(self, amount: f64, currency: &str) -> String {
        self.with_currency(self.compact(amount), currency)
    }

    fn with_currency(self, number: String, currency: &str) -> String {
        let sign = match currency {
            "KZT" => "₸",
            "EUR" => "€",
            "USD" => "$",
            "RUB" => "₽",
            "GBP" => "£",
            code => code,
        };
        if self != Lang::En {
            return format!("{number}{NO_BREAK}{sign}");
        }
        // A code is a word of its own.
        let apart = if sign == currency { "\u{a0}" } else { "" };
        match number.strip_prefix(MINUS) {
            Some(number) => format!("{MINUS}{sign}{apart}{number}"),
            None => format!("{sign}{apart}{number}"),
        }
    }

    /// A percentage: 70 %, 70%.
    pub fn percent(self, value: f64, decimals: u8) -> String {
        let space = if self == Lang::Ru { "\u{a0}" } else { "" };
        format!("{}{space}%", self.number(value, decimals))
    }

    /// A percentage with so many decimals at least, and more where it would read as nothing or as all without
    /// being that.
    pub fn percent_apart(self, value: f64, least: u8) -> String {
        let reads_as = |limit: f64, decimals: u8| value != limit && as_written(value, decimals) == limit;
        let decimals = (least..6).find(|decimals| ![0.0, 100.0].iter().any(|limit| reads_as(*limit, *decimals)));
        self.percent(value, decimals.unwrap_or(6))
    }

    /// A change with its sign: +7, −0,4.
    pub fn signed(self, value: f64, decimals: u8) -> String {
        let number = self.number(value, decimals);
        if value > 0.0 && number != "0" { format!("+{number}") } else { number }
    }
}

/// The number that readers see where that many decimals at most are written. To have the library read it would bring
/// tables of ten kilobytes along.
pub fn as_written(value: f64, decimals: u8) -> f64 {
    let written = rounded(value.abs(), decimals.into());
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let digits =
        whole.bytes().chain(fraction.bytes()).fold(0.0, |number, digit| number * 10.0 + f64::from(digit - b'0'));
    (digits / 10_f64.powi(fraction.len() as i32)).copysign(value)
}

/// A number of no sign with that many decimals at most, a half upwards. It is the number as the snapshot writes
/// it that is rounded, and not the nearest one of a computer: 2.675 becomes 2.68.
fn rounded(value: f64, decimals: usize) -> String {
    let mut digits = value.to_string().into_bytes();
    if let Some(point) = digits.iter().position(|digit| *digit == b'.') {
        let end = if decimals == 0 { point } else { point + 1 + decimals };
        let goes_up = digits.get(point + 1 + decimals).is_some_and(|digit| *digit >= b'5');
        digits.truncate(end);
        if goes_up && !raise(&mut digits) {
            digits.insert(0, b'1');
        }
    }
    String::from_utf8(digits).unwrap_or_default()
}

/// Adds one to the last digit; whether the number has as many digits as before.
fn raise(digits: &mut [u8]) -> bool {
    for digit in digits.iter_mut().rev().filter(|digit| **digit != b'.') {
        if *digit < b'9' {
            *digit += 1;
            return true;
        }
        *digit = b'0';
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_written_is_rounded() {
        let check = |value: f64, decimals: usize, expected: &str| assert_eq!(rounded(value, decimals), expected);
        check(2.675, 2, "2.68");
        check(0.05, 1, "0.1");
        check(99.96, 1, "100.0");
        check(999.5, 0, "1000");
        check(9.99, 0, "10");
        check(7.0, 2, "7");
        check(7.25, 2, "7.25");
        check(0.000_001_4, 6, "0.000001");
        check(1e15, 0, "1000000000000000");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(value in -1e9..1e9_f64, decimals in 0u8..6) {
            let read: f64 = rounded(value.abs(), decimals.into()).parse().expect("digits are a number");
            prop_assert!((as_written(value, decimals).abs() - read).abs() <= read * 1e-15);
        }

        #[test]
        fn the_nearest_is_shown(value in 0.0..1e12_f64, decimals in 0usize..6) {
            let shown: f64 = rounded(value, decimals).parse().expect("digits are a number");
            prop_assert!((shown - value).abs() <= 0.500_001 * 10f64.powi(-(decimals as i32)) + value * 1e-15);
        }
    }

    #[test]
    fn a_percentage_reads_as_a_limit_only_where_it_is_one() {
        let check = |value: f64, least: u8, expected: &str| assert_eq!(Lang::En.percent_apart(value, least), expected);
        check(99.5, 0, "99.5%");
        check(99.95, 1, "99.95%");
        check(100.0, 0, "100%");
        check(100.2, 0, "100.2%");
        check(0.02, 1, "0.02%");
        check(0.0, 1, "0%");
        check(-0.2, 0, "−0.2%");
        check(70.4, 0, "70%");
        check(99.999_999_9, 0, "100%");
    }

    fn check(value: f64, decimals: u8, expected: [&str; 3]) {
        let shown = Lang::ALL.map(|lang| lang.number(value, decimals).replace(NO_BREAK, "_"));
        assert_eq!(shown, expected);
    }

    #[test]
    fn groups_and_marks() {
        check(0.0, 2, ["0", "0", "0"]);
        check(-0.0, 0, ["0", "0", "0"]);
        check(999.0, 0, ["999", "999", "999"]);
        check(1000.0, 0, ["1_000", "1_000", "1,000"]);
        check(6_288_000.0, 2, ["6_288_000", "6_288_000", "6,288,000"]);
        check(-1234.5, 1, ["−1_234,5", "−1_234,5", "−1,234.5"]);
        check(227.1, 3, ["227,1", "227,1", "227.1"]);
        check(-0.04, 1, ["0", "0", "0"]);
    }

    #[test]
    fn magnitudes_and_currencies() {
        assert_eq!(Lang::Ru.compact_money(7.8e9, "KZT"), "7,8\u{a0}млрд\u{a0}₸");
        assert_eq!(Lang::Kk.compact_money(7.8e9, "KZT"), "7,8\u{a0}млрд\u{a0}₸");
        assert_eq!(Lang::En.compact_money(7.8e9, "KZT"), "₸7.8\u{a0}bn");
        assert_eq!(Lang::En.money(5.0, "CHF"), "CHF\u{a0}5");
        assert_eq!(
            [999_960_000.0, 999.94e9, 999_999.0].map(|n| Lang::En.compact(n)),
            ["1\u{a0}bn", "999.9\u{a0}bn", "999,999"]
        );
        assert_eq!(Lang::En.money(6_288_000.0, "EUR"), "€6,288,000");
        assert_eq!(Lang::En.money(-7.5, "EUR"), "\u{2212}€7.50");
        assert_eq!(Lang::Ru.money(1_234.56, "KZT"), "1\u{a0}234,56\u{a0}₸");
        assert_eq!(Lang::Ru.money(6_288_000.0, "EUR"), "6\u{a0}288\u{a0}000\u{a0}€");
        assert_eq!(Lang::En.signed(7.0, 0), "+7");
        assert_eq!(Lang::Ru.signed(-0.4, 1), "−0,4");
    }
}
