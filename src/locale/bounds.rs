//! The words around a number that its source does not give exactly.

use super::Lang;
use crate::snapshot::Bound;

impl Lang {
    /// What stands before and after the number as it is shown; nothing without a bound.
    ///
    /// Kazakh says "more than" and "almost" after the number, with an ending that follows the last word as
    /// it is read aloud: 100-ден астам, 40-тан астам, 7,8 млрд ₸-ден астам, 40-қа жуық.
    pub fn bound(self, bound: Option<Bound>, shown: &str) -> (&'static str, String) {
        match (bound, self) {
            (None, _) => ("", String::new()),
            (Some(Bound::Over), Lang::Kk) => ("", format!("-{} астам", ablative(shown))),
            (Some(Bound::Over), _) => (self.choose("", "более ", "over "), String::new()),
            (Some(Bound::Almost), Lang::Kk) => ("", format!("-{} жуық", dative(shown))),
            (Some(Bound::Almost), _) => (self.choose("", "почти ", "almost "), String::new()),
            (Some(Bound::UpTo), _) => (self.choose("ең көбі ", "до ", "up to "), String::new()),
            (Some(Bound::About), _) => (self.choose("шамамен ", "около ", "about "), String::new()),
        }
    }

    /// A shown number with the words around it.
    pub fn bounded(self, bound: Option<Bound>, shown: &str) -> String {
        let (before, after) = self.bound(bound, shown);
        format!("{before}{shown}{after}")
    }
}

/// The Kazakh dative ending of a number, which goes by the same sounds.
fn dative(shown: &str) -> &'static str {
    match ablative(shown) {
        "тен" => "ке",
        "тан" => "қа",
        "ден" | "нен" => "ге",
        _ => "ға",
    }
}

/// The Kazakh ablative ending of a number, by vowel harmony and the last sound of its last word.
fn ablative(shown: &str) -> &'static str {
    match shown.chars().next_back() {
        // теңге, рубль; фунт; еуро, доллар, пайыз
        Some('₸' | '₽') => return "ден",
        Some('£') => return "тан",
        Some('€' | '$' | '%') => return "дан",
        // The code of a currency is read letter by letter, and most letters' names end as си and ди do.
        Some('A'..='Z') => return "ден",
        // млрд; млн, трлн
        Some('д') => return "тан",
        Some('н') => return "нан",
        _ => {}
    }
    let spoken = shown.rsplit(',').next().unwrap_or(shown);
    let mut digits = spoken.bytes().rev().filter(u8::is_ascii_digit);
    let mut zeros = 0;
    let last = loop {
        match digits.next() {
            Some(b'0') => zeros += 1,
            digit => break digit.map_or(0, |digit| digit - b'0'),
        }
    };
    match (zeros, last) {
        // үш, төрт, бес; алты, тоғыз; бір, екі, жеті, сегіз, нөл
        (0, 3..=5) => "тен",
        (0, 6 | 9) => "дан",
        (0, _) | (_, 0) => "ден",
        // он, тоқсан; жиырма, отыз; қырық, алпыс; елу; жетпіс; сексен
        (1, 1 | 9) => "нан",
        (1, 2 | 3) => "дан",
        (1, 4 | 6) => "тан",
        (1, 7) => "тен",
        (1, 8) => "нен",
        (1, _) => "ден",
        // жүз; мың, миллион; миллиард
        (2, _) => "ден",
        (3..=8, _) => "нан",
        _ => "тан",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bound: Bound, shown: &str, expected: [&str; 3]) {
        assert_eq!(Lang::ALL.map(|lang| lang.bounded(Some(bound), shown)), expected);
    }

    #[test]
    fn around_the_number() {
        check(Bound::Over, "100", ["100-ден астам", "более 100", "over 100"]);
        check(Bound::About, "5", ["шамамен 5", "около 5", "about 5"]);
        check(Bound::UpTo, "5", ["ең көбі 5", "до 5", "up to 5"]);
        check(Bound::Almost, "140\u{a0}000", ["140\u{a0}000-ға жуық", "почти 140\u{a0}000", "almost 140\u{a0}000"]);
        check(Bound::Almost, "40", ["40-қа жуық", "почти 40", "almost 40"]);
        check(
            Bound::Almost,
            "10\u{a0}млрд\u{a0}₸",
            ["10\u{a0}млрд\u{a0}₸-ге жуық", "почти 10\u{a0}млрд\u{a0}₸", "almost 10\u{a0}млрд\u{a0}₸"],
        );
        assert_eq!(Lang::Kk.bounded(None, "7"), "7");
    }

    #[test]
    fn endings_follow_the_word_that_is_read() {
        let endings = [
            ("1", "ден"),
            ("3", "тен"),
            ("6", "дан"),
            ("10", "нан"),
            ("20", "дан"),
            ("40", "тан"),
            ("50", "ден"),
            ("70", "тен"),
            ("80", "нен"),
            ("90", "нан"),
            ("100", "ден"),
            ("27\u{a0}000", "нан"),
            ("5\u{a0}600", "ден"),
            ("7,8\u{a0}млрд\u{a0}₸", "ден"),
            ("7,8\u{a0}млрд", "тан"),
            ("46,7%", "дан"),
            ("5\u{a0}млн\u{a0}₽", "ден"),
            ("6\u{a0}£", "тан"),
            ("3\u{a0}UZS", "ден"),
            ("2,5", "тен"),
        ];
        for (shown, ending) in endings {
            assert_eq!(ablative(shown), ending, "{shown}");
        }
    }
}
