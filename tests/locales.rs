//! Our number and plural forms are those of CLDR: ICU4X, which does not ship, is the oracle.

use bagyt::locale::{Lang, Plural, pick};
use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};
use proptest::prelude::*;
use std::str::FromStr;

fn locale_of(lang: Lang) -> Locale {
    match lang {
        Lang::Kk => locale!("kk"),
        Lang::Ru => locale!("ru"),
        Lang::En => locale!("en"),
    }
}

/// The number as ICU4X writes it, with at most that many decimals.
fn oracle(lang: Lang, value: f64, decimals: u8) -> String {
    let mut decimal = Decimal::from_str(&value.to_string()).expect("a plain decimal number");
    let mode = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
    decimal.round_with_mode(-i16::from(decimals), mode);
    decimal.trim_end();
    if decimal.absolute.is_zero() {
        decimal.set_sign(fixed_decimal::Sign::None);
    }
    let formatter =
        DecimalFormatter::try_new(locale_of(lang).into(), Default::default()).expect("compiled data has our languages");
    plain(&formatter.format(&decimal).to_string())
}

/// The same text whichever minus and no-break space it is written with.
fn plain(text: &str) -> String {
    text.replace('\u{2212}', "-").replace(['\u{a0}', '\u{202f}'], "_")
}

fn category(lang: Lang, value: f64) -> PluralCategory {
    let rules = PluralRules::try_new(locale_of(lang).into(), PluralRuleType::Cardinal.into())
        .expect("compiled data has our languages");
    let decimal = Decimal::from_str(&value.to_string()).expect("a plain decimal number");
    rules.category_for(&decimal)
}

fn check_number(value: f64, decimals: u8, expected: [&str; 3]) {
    for (lang, expected) in Lang::ALL.into_iter().zip(expected) {
        let ours = plain(&lang.number(value, decimals));
        assert_eq!(ours, expected, "{value} in {}", lang.code());
        assert_eq!(ours, oracle(lang, value, decimals), "{value} in {} by ICU4X", lang.code());
    }
}

#[test]
fn numbers() {
    check_number(0.0, 0, ["0", "0", "0"]);
    check_number(12.0, 0, ["12", "12", "12"]);
    check_number(999.0, 0, ["999", "999", "999"]);
    check_number(1_000.0, 0, ["1_000", "1_000", "1,000"]);
    check_number(46_300.0, 0, ["46_300", "46_300", "46,300"]);
    check_number(6_288_000.0, 2, ["6_288_000", "6_288_000", "6,288,000"]);
    check_number(7_800_000_000.0, 0, ["7_800_000_000", "7_800_000_000", "7,800,000,000"]);
    check_number(227.1, 3, ["227,1", "227,1", "227.1"]);
    check_number(4_407.503, 3, ["4_407,503", "4_407,503", "4,407.503"]);
    check_number(-0.4, 1, ["-0,4", "-0,4", "-0.4"]);
    check_number(-1_234_567.891, 2, ["-1_234_567,89", "-1_234_567,89", "-1,234,567.89"]);
    check_number(0.05, 1, ["0,1", "0,1", "0.1"]);
}

/// The right form of a word, in the three forms of Russian, the two of English, the one of Kazakh.
fn check_words(value: f64, ru: &str, en: &str) {
    assert_eq!(pick(Lang::Ru, value, &["проект", "проекта", "проектов"]), ru, "{value}");
    assert_eq!(pick(Lang::En, value, &["project", "projects"]), en, "{value}");
    assert_eq!(pick(Lang::Kk, value, &["жоба"]), "жоба", "{value}");
}

#[test]
fn words_after_numbers() {
    check_words(0.0, "проектов", "projects");
    check_words(1.0, "проект", "project");
    check_words(3.0, "проекта", "projects");
    check_words(7.0, "проектов", "projects");
    check_words(11.0, "проектов", "projects");
    check_words(13.0, "проектов", "projects");
    check_words(21.0, "проект", "projects");
    check_words(41.0, "проект", "projects");
    check_words(102.0, "проекта", "projects");
    check_words(143.0, "проекта", "projects");
    check_words(1_011.0, "проектов", "projects");
    check_words(2.5, "проекта", "projects");
}

fn same(lang: Lang, value: f64) -> bool {
    let expected = match category(lang, value) {
        PluralCategory::One => Plural::One,
        PluralCategory::Few => Plural::Few,
        PluralCategory::Many => Plural::Many,
        _ => Plural::Other,
    };
    lang.plural(value) == expected
}

#[test]
fn plural_categories_of_every_number_to_a_thousand() {
    for lang in Lang::ALL {
        let wrong: Vec<u32> = (0..=1_200).filter(|n| !same(lang, f64::from(*n))).collect();
        assert_eq!(wrong, [0; 0], "{}", lang.code());
        let wrong: Vec<f64> = [0.5, 1.5, 2.5, 5.1, 11.2, 1.1, 21.5].into_iter().filter(|n| !same(lang, *n)).collect();
        assert_eq!(wrong, [0.0; 0], "{}", lang.code());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_number(value in prop_oneof![-1e15..1e15f64, -1e6..1e6f64, -10.0..10.0f64], decimals in 0u8..5) {
        for lang in Lang::ALL {
            prop_assert_eq!(plain(&lang.number(value, decimals)), oracle(lang, value, decimals));
        }
    }

    #[test]
    fn any_plural(value in 0u64..2_000_000_000) {
        for lang in Lang::ALL {
            prop_assert!(same(lang, value as f64), "{} in {}", value, lang.code());
        }
    }
}
