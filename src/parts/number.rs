use super::escaped;
use super::text::in_another;
use crate::locale::Lang;
use crate::series::{Piece, Sentence, Unit};
use crate::snapshot::{Bound, Money};
use leptos::prelude::*;

/// A figure of the snapshot: as the reader's language writes it, with the number as the
/// snapshot has it in `data-value`.
pub fn number(value: f64, shown: impl Into<String>) -> AnyView {
    let raw = value.to_string();
    view! { <data value=raw.clone() data-value=raw>{shown.into()}</data> }.into_any()
}

/// The same as HTML, `shown` being HTML too.
pub fn number_html(value: f64, shown: &str) -> String {
    let raw = value.to_string();
    ["<data value=\"", &raw, "\" data-value=\"", &raw, "\">", shown, "</data>"].concat()
}

/// A sentence with its figures, and what is in another language, marked.
pub fn sentence(sentence: &Sentence) -> Vec<AnyView> {
    let view = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone().into_any(),
        Piece::Foreign { lang, words } => in_another(*lang, words.clone().into_any()),
        Piece::Number { value, shown } => number(*value, shown),
    };
    sentence.iter().map(view).collect()
}

/// A figure with the word for an inexact number before it.
pub fn bounded(value: f64, bound: Option<Bound>, unit: &Unit, lang: Lang) -> AnyView {
    sentence(&unit.sentence(lang, value, bound)).into_any()
}

/// An amount of money: rounded where it is large, exact in its title.
pub fn money(money: &Money, lang: Lang) -> AnyView {
    let unit = Unit::money(&money.currency);
    let exact = lang.money(money.amount, &money.currency);
    view! { <span title=exact>{bounded(money.amount, money.bound, &unit, lang)}</span> }.into_any()
}

/// An amount of money to its last digit.
pub fn money_in_full(money: &Money, lang: Lang) -> AnyView {
    let shown = lang.money(money.amount, &money.currency);
    let (before, after) = lang.bound(money.bound, &shown);
    (before, number(money.amount, shown), after).into_any()
}

/// An amount as [`money`] shows it, as HTML.
pub fn money_html(money: &Money, lang: Lang) -> String {
    let unit = Unit::money(&money.currency);
    let exact = escaped(&lang.money(money.amount, &money.currency));
    let shown = unit.shown(lang, money.amount);
    let (before, after) = lang.bound(money.bound, &shown);
    let number = number_html(money.amount, &escaped(&shown));
    ["<span title=\"", &exact, "\">", &escaped(before), &number, &escaped(&after), "</span>"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::MoneyKind;

    #[test]
    fn view_and_html_are_one() {
        for value in [0.0, -2.5, 1e15, 0.1] {
            assert_eq!(number(value, "≈ 1").to_html(), number_html(value, "≈ 1"));
        }
        for bound in [None, Some(Bound::Over), Some(Bound::UpTo), Some(Bound::About)] {
            let (kind, currency, evidence) = (MoneyKind::Budget, "KZT".to_owned(), Vec::new());
            let one = Money { kind, amount: 7.8e9, currency, bound, date: None, evidence, note: None };
            for lang in Lang::ALL {
                assert_eq!(
                    money(&one, lang).to_html().replace("<!>", "").replace("<!--<() />-->", ""),
                    money_html(&one, lang)
                );
            }
        }
    }
}
