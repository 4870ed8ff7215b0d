use super::letters::{is_of_word, lower};
use std::ops::Range;

/// Folds a text for search: lower case, ё as е, Kazakh letters as the Russian ones that
/// people type when their keyboard has no Kazakh, and every separator as one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::new();
    fold_onto(&mut folded, text);
    folded
}

/// Adds the folded words of a text to others, each with a space behind it.
pub fn fold_onto(folded: &mut String, text: &str) {
    let start = folded.len();
    for c in text.chars() {
        match folded_letter(c) {
            Some(c) => folded.push(c),
            None if c == BREVE && folded.ends_with('и') => {
                folded.truncate(folded.len() - 'и'.len_utf8());
                folded.push('й');
            }
            None if is_mark(c) => {}
            None => end_word(folded, start),
        }
    }
    end_word(folded, start);
}

/// One space behind the word before, if there is one.
fn end_word(folded: &mut String, start: usize) {
    if folded.len() > start && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Where folded words stand in a text, in bytes of it: in order, none within another.
pub fn found_in(text: &str, words: &[String]) -> Vec<Range<usize>> {
    if words.is_empty() { Vec::new() } else { places_of(text, words) }
}

#[inline(never)]
fn places_of(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut letters: Vec<(usize, char)> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match letters.last_mut() {
            Some((_, last @ 'и')) if c == BREVE => *last = 'й',
            _ if is_mark(c) => {}
            _ => letters.push((at, folded_letter(c).unwrap_or(' '))),
        }
    }
    let end = |at: usize| letters.get(at).map_or(text.len(), |(byte, _)| *byte);
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let begins = |word: &&String| {
            let mut here = letters[at..].iter().map(|(_, c)| *c);
            word.chars().all(|c| here.next() == Some(c))
        };
        // Of words that begin alike the longest is meant.
        let longest = words.iter().filter(begins).map(|word| word.chars().count()).max();
        match longest.filter(|length| *length > 0) {
            Some(length) => {
                found.push(end(at)..end(at + length));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The mark that makes и into й.
const BREVE: char = '\u{306}';

/// Whether it belongs to the letter before it: texts from some systems have й and ё in two parts (Unicode NFD).
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// A letter as search sees it; nothing for what only stands between words.
fn folded_letter(c: char) -> Option<char> {
    // Most letters are ASCII, and this runs for each of a million titles.
    if c.is_ascii() {
        return c.is_ascii_alphanumeric().then_some(c.to_ascii_lowercase());
    }
    Some(match lower(c) {
        'ё' => 'е',
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        c if is_of_word(c) && !is_mark(c) => c,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_onto, found_in};

    #[test]
    fn typed_or_approximated_is_the_same() {
        assert_eq!(fold("Маңғыстау облысының Әкімі"), fold("мангыстау облысынын акими"));
        assert_eq!(fold("Ещё — «Ёлка»!"), "еще елка ");
        assert_eq!(fold("раи\u{306}он еще\u{308}"), fold("район ещё"));
        assert_eq!(fold("  "), "");
        let mut words = fold("Road 1");
        fold_onto(&mut words, "-School");
        assert_eq!(words, "road 1 school ");
    }

    fn check(text: &str, words: &[&str], marked: &str) {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let mut out = text.to_owned();
        for place in found_in(text, &words).into_iter().rev() {
            out.insert(place.end, ']');
            out.insert(place.start, '[');
        }
        assert_eq!(out, marked);
    }

    #[test]
    fn found_as_it_is_written() {
        check("Маңғыстау әкімдігі", &["мангыст", "аким"], "[Маңғыст]ау [әкім]дігі");
        check("School of schools", &["school", "s"], "[School] of [school][s]");
        check("Road", &["xyz"], "Road");
        check("раи\u{306}он", &["рай"], "[раи\u{306}]он");
        check("", &["a"], "");
    }
}
