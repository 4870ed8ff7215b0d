use super::Sentence;
use crate::locale::{Lang, agree, as_written};
use crate::snapshot::{Bound, Indicator, Measure};

/// What numbers are counted in, and how they are written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit {
    /// In words, in the reader's language: "enterprises".
    pub label: String,
    /// The forms that the label takes beside a number, with bars between them, as [`agree`] reads them; empty
    /// where it never varies, or where the snapshot does not say.
    pub forms: String,
    /// ISO 4217 code, where the numbers are money.
    pub currency: Option<String>,
    /// Whether a percent sign stands beside its numbers.
    pub percent: bool,
    /// Decimal places shown at most.
    pub decimals: u8,
}

impl Unit {
    /// The unit of an indicator.
    pub fn of(indicator: &Indicator, lang: Lang) -> Unit {
        let label = indicator.unit.plain(lang).to_owned();
        Unit {
            forms: indicator.unit_forms.as_ref().and_then(|forms| forms.get(lang)).unwrap_or_default().to_owned(),
            percent: indicator.measure == Measure::Percentage && label.starts_with('%'),
            label,
            currency: indicator.currency.clone(),
            decimals: indicator.decimals,
        }
    }

    /// A unit that only counts something; `forms` are those of its word, of which the last is the label.
    pub fn count(forms: &str) -> Unit {
        let many = forms.rsplit('|').next().unwrap_or_default();
        Unit { label: many.to_owned(), forms: forms.to_owned(), ..Unit::default() }
    }

    /// An amount of money.
    pub fn money(currency: &str) -> Unit {
        Unit { label: currency.to_owned(), currency: Some(currency.to_owned()), ..Unit::default() }
    }

    /// The number as a reader sees it, with its currency or percent sign but without other units.
    pub fn shown(&self, lang: Lang, value: f64) -> String {
        match &self.currency {
            Some(currency) if value.abs() >= 1e9 => lang.compact_money(value, currency),
            Some(currency) => lang.money(value, currency),
            None if self.percent => lang.percent(value, self.decimals),
            None => lang.number(value, self.decimals),
        }
    }

    /// The same with the words for an inexact number before or after it, as the language has them.
    pub fn bounded(&self, lang: Lang, value: f64, bound: Option<Bound>) -> String {
        lang.bounded(bound, &self.shown(lang, value))
    }

    /// The same as a sentence, in which the number is marked as one of the snapshot's.
    pub fn sentence(&self, lang: Lang, value: f64, bound: Option<Bound>) -> Sentence {
        let shown = self.shown(lang, value);
        let (before, after) = lang.bound(bound, &shown);
        let mut sentence = Sentence::from(before);
        sentence.push(Sentence::number(value, shown));
        sentence.push(after.into());
        sentence
    }

    /// A number for a tick on an axis: short, without the unit but with a percent sign.
    pub fn tick(&self, lang: Lang, value: f64) -> String {
        // Ticks are round numbers: this many decimals cut off only what no indicator has.
        const ALL: u8 = 6;
        match value.abs() {
            _ if self.percent => lang.percent(value, ALL),
            small if small < 1e3 => lang.number(value, ALL),
            _ => lang.compact(value),
        }
    }

    /// The number as [`Unit::bounded`] shows it, with the unit in words after it.
    pub fn counted(&self, lang: Lang, value: f64, bound: Option<Bound>) -> String {
        let (number, word) = (self.bounded(lang, value, bound), self.word_of(lang, value, bound));
        if word.is_empty() { number } else { format!("{number} {word}") }
    }

    /// The unit in words; empty where [`Unit::shown`] has it already.
    pub fn word(&self) -> &str {
        if self.percent || self.currency.is_some() { "" } else { &self.label }
    }

    /// The one of a word's forms that goes with a number as far as that is shown, and with its bound.
    pub(super) fn agreeing<'a>(&self, lang: Lang, value: f64, bound: Option<Bound>, forms: &'a str) -> &'a str {
        // "Almost" leaves the case of the number alone.
        let after_word = bound.is_some_and(|bound| bound != Bound::Almost);
        agree(lang, as_written(value, self.decimals), forms, after_word)
    }

    /// The unit in words, in the form that goes with this number; empty as for [`Unit::word`].
    pub fn word_of(&self, lang: Lang, value: f64, bound: Option<Bound>) -> &str {
        match self.word() {
            "" => "",
            label if self.forms.is_empty() => label,
            _ => self.agreeing(lang, value, bound, &self.forms),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(unit: &Unit, lang: Lang, value: f64, bound: Option<Bound>, expected: &str) {
        assert_eq!(unit.counted(lang, value, bound), expected);
    }

    #[test]
    fn ticks_are_told_apart() {
        let shown = |value: f64| Unit::default().tick(Lang::En, value);
        assert_eq!([0.0, 0.05, 0.1, 2.5, 1500.0, 2.5e6].map(shown), ["0", "0.05", "0.1", "2.5", "1,500", "2.5\u{a0}m"]);
    }

    #[test]
    fn the_word_goes_with_the_number() {
        let projects = Unit::count("проект|проекта|проектов");
        assert_eq!(projects.word(), "проектов");
        check(&projects, Lang::Ru, 31.0, None, "31 проект");
        check(&projects, Lang::Ru, 3.0, None, "3 проекта");
        check(&projects, Lang::Ru, 3.0, Some(Bound::Over), "более 3 проектов");
        check(&projects, Lang::Ru, 3.0, Some(Bound::Almost), "почти 3 проекта");
        check(&Unit::count(Lang::En.records_forms()), Lang::En, 1.0, None, "1 record");
        check(&Unit::count(Lang::Kk.records_forms()), Lang::Kk, 3.0, Some(Bound::Over), "3-тен астам жазба");
        check(&Unit::money("EUR"), Lang::En, 3.0, None, "€3");
        check(&projects, Lang::Ru, 21.4, None, "21 проект");
        check(&Unit { decimals: 1, ..projects.clone() }, Lang::Ru, 21.4, None, "21,4 проекта");
        check(&Unit { decimals: 2, ..projects.clone() }, Lang::Ru, 1.005, None, "1,01 проекта");
        check(&Unit { label: "га".into(), ..Unit::default() }, Lang::Ru, 2000.0, None, "2\u{a0}000 га");
    }
}
