use super::escaped;
use crate::locale::Lang;
use crate::series::{Piece, Unit};
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

/// A sentence with its figures marked.
pub fn sentence(pieces: Vec<Piece>) -> Vec<AnyView> {
    let view = |piece| match piece {
        Piece::Words(words) => words_of(words),
        Piece::Number { value, shown } => number(value, shown),
    };
    pieces.into_iter().map(view).collect()
}

/// A figure with the word for an inexact number before it.
pub fn bounded(value: f64, bound: Option<Bound>, unit: &Unit, lang: Lang) -> AnyView {
    let shown = unit.shown(lang, value);
    let (before, after) = lang.bound(bound, &shown);
    (words_of(before.to_owned()), number(value, shown), words_of(after)).into_any()
}

/// Words, or nothing at all: an empty text would be written as a space in a page's file.
fn words_of(words: String) -> AnyView {
    if words.is_empty() { ().into_any() } else { words.into_any() }
}

/// An amount of money: rounded where it is large, exact in its title.
pub fn money(money: &Money, lang: Lang) -> AnyView {
    let unit = Unit::money(&money.currency);
    let exact = lang.money(money.amount, &money.currency);
    view! { <span title=exact>{bounded(money.amount, money.bound, &unit, lang)}</span> }.into_any()
}

/// The same as HTML.
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
