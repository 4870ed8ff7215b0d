//! Sort order. `Intl.Collator` knows no Kazakh, so Kazakh and Russian letters are ranked here, in the order
//! in which CLDR has them.

use super::Lang;
use super::letters::{is_of_word, lower};

const KK: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
const RU: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

/// A key that sorts names as a dictionary of that language does, whatever their case and punctuation.
/// Spaces come first, then digits, Latin letters, the letters of the language's own alphabet, and all
/// other letters by code point. In Russian ё sorts as е; in Kazakh it follows it.
pub fn sort_key(lang: Lang, text: &str) -> Vec<u32> {
    let alphabet = match lang {
        Lang::Kk => KK,
        Lang::Ru => RU,
        Lang::En => "",
    };
    let letters = |c: char| if lang == Lang::Ru && c == 'ё' { 'е' } else { c };
    text.chars()
        .map(lower)
        .filter(|c| is_of_word(*c) || *c == ' ')
        .map(letters)
        .map(|c| match alphabet.chars().position(|letter| letter == c) {
            Some(rank) => 0x1000 + u32::try_from(rank).unwrap_or(0),
            None if c.is_ascii() => u32::from(c),
            None => 0x10000 + u32::from(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lang: Lang, expected: &[&str]) {
        let mut words: Vec<&str> = expected.iter().rev().copied().collect();
        words.sort_by_key(|word| sort_key(lang, word));
        assert_eq!(words, expected);
    }

    #[test]
    fn kazakh_letters_follow_their_neighbours() {
        check(
            Lang::Kk,
            &[
                "ара",
                "Әкім",
                "бала",
                "гүл",
                "ғалым",
                "кітап",
                "Қала",
                "нан",
                "ңа",
                "он",
                "өнер",
                "ұл",
                "үй",
                "хат",
                "һа",
            ],
        );
    }

    #[test]
    fn russian_yo_stands_with_ye() {
        check(Lang::Ru, &["ёлка", "емкость", "Ёрш"]);
        check(Lang::En, &["apple", "Banana", "cherry"]);
    }
}
