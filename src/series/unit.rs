use crate::locale::Lang;
use crate::snapshot::{Bound, Indicator, Measure};

/// What numbers are counted in, and how they are written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit {
    /// In words, in the reader's language: "enterprises".
    pub label: String,
    /// ISO 4217 code, where the numbers are money.
    pub currency: Option<String>,
    pub percent: bool,
    pub decimals: u8,
}

impl Unit {
    /// The unit of an indicator.
    pub fn of(indicator: &Indicator, lang: Lang) -> Unit {
        let label = indicator.unit.plain(lang).to_owned();
        Unit {
            percent: indicator.measure == Measure::Percentage && label.starts_with('%'),
            label,
            currency: indicator.currency.clone(),
            decimals: indicator.decimals,
        }
    }

    /// A unit that only counts something.
    pub fn count(label: impl Into<String>) -> Unit {
        Unit { label: label.into(), ..Unit::default() }
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

    /// The same with the word for an inexact number before it.
    pub fn bounded(&self, lang: Lang, value: f64, bound: Option<Bound>) -> String {
        lang.bounded(bound, &self.shown(lang, value))
    }

    /// A tick on an axis: short.
    pub fn tick(&self, lang: Lang, value: f64) -> String {
        if self.percent { lang.percent(value, 1) } else { lang.compact(value) }
    }

    /// The unit in words, where [`Unit::shown`] does not carry it.
    pub fn word(&self) -> &str {
        if self.percent || self.currency.is_some() { "" } else { &self.label }
    }
}
