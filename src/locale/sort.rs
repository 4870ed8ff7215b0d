//! Sort order. `Intl.Collator` knows no Kazakh, so Kazakh and Russian letters are ranked here, in the order
//! in which CLDR has them.

use super::Lang;
use super::letters::{is_of_word, lower};

const KK: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
const RU: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

/// The byte of an alphabet's first letter; those of ASCII stand before it.
const FIRST: u8 = 0x80;
/// The byte before a letter that is in neither; its own follow, which compare as code points do (UTF-8).
const OTHER: u8 = 0xff;

/// A key that sorts names as a dictionary of that language does, whatever their case and punctuation.
/// Spaces come first, then digits, Latin letters, the letters of the language's own alphabet, and all
/// other letters by code point. In Russian ё sorts as е; in Kazakh it follows it.
pub fn sort_key(lang: Lang, text: &str) -> Vec<u8> {
    beginning(lang, text, usize::MAX)
}

/// Eight bytes of a [`sort_key`], from `8 * at` on, as a number that compares as they do; zeros behind its end. No
/// byte of the key is zero.
pub fn sort_number(lang: Lang, text: &str, at: usize) -> u64 {
    let bytes = beginning(lang, text, 8 * at + 8);
    let mut eight = [0; 8];
    eight.iter_mut().zip(bytes.get(8 * at..).unwrap_or_default()).for_each(|(to, from)| *to = *from);
    u64::from_be_bytes(eight)
}

/// The first `most` bytes of a key, or some more, if there are so many.
fn beginning(lang: Lang, text: &str, most: usize) -> Vec<u8> {
    let alphabet = match lang {
        Lang::Kk => KK,
        Lang::Ru => RU,
        Lang::En => "",
    };
    let mut key = Vec::with_capacity(text.len().min(most));
    for c in text.chars().map(lower).filter(|c| is_of_word(*c) || *c == ' ') {
        if key.len() >= most {
            break;
        }
        let c = if lang == Lang::Ru && c == 'ё' { 'е' } else { c };
        // Each letter of an alphabet is two bytes of its text.
        match alphabet.find(c).map(|at| FIRST + at as u8 / 2) {
            Some(rank) => key.push(rank),
            None if c.is_ascii() => key.push(c as u8),
            None => {
                key.push(OTHER);
                key.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
    }
    key
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
    fn a_number_is_eight_bytes_of_the_key() {
        for (lang, text) in
            [(Lang::Kk, "Қала әкімдігі: 7-мектеп"), (Lang::Ru, "Ёлка, école № 12"), (Lang::En, "ab cd ef gh")]
        {
            let key = sort_key(lang, text);
            let numbers = (0..=key.len() / 8).flat_map(|at| sort_number(lang, text, at).to_be_bytes());
            assert_eq!(numbers.take(key.len()).collect::<Vec<_>>(), key);
            assert!(!key.contains(&0));
            assert_eq!(sort_number(lang, text, key.len() / 8 + 1), 0);
        }
    }

    #[test]
    fn letters_of_no_alphabet_come_last() {
        check(Lang::Ru, &["a 1", "ab", "я", "é", "ә", "😀"]);
        check(Lang::En, &["z", "é", "а", "ё", "ә"]);
    }

    #[test]
    fn russian_yo_stands_with_ye() {
        check(Lang::Ru, &["ёлка", "емкость", "Ёрш"]);
        check(Lang::En, &["apple", "Banana", "cherry"]);
    }
}
