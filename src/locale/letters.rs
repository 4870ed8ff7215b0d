//! Letters of our scripts, Latin and Cyrillic. The tables of all of Unicode, which the standard
//! library would bring along, are as large as all our words.

/// The small letter of a capital one; letters of other scripts stay as they are.
pub(super) fn lower(c: char) -> char {
    let code = u32::from(c);
    let distance = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x410..=0x42f => 32,
        0x400..=0x40f => 80,
        0x4c0 => 15,
        // From here on a capital letter stands before its small one.
        0x100..=0x12f | 0x132..=0x137 | 0x14a..=0x177 => 1 - code % 2,
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => 1 - code % 2,
        0x139..=0x148 | 0x179..=0x17e | 0x4c1..=0x4ce => code % 2,
        _ => 0,
    };
    char::from_u32(code + distance).unwrap_or(c)
}

/// The capital letter of a small one, where the two stand a fixed way apart; any other stays as it is.
pub(super) fn upper(c: char) -> char {
    let capital = match u32::from(c) {
        code @ (0x61..=0x7a | 0xe0..=0xf6 | 0xf8..=0xfe | 0x430..=0x44f) => code - 32,
        code @ 0x450..=0x45f => code - 80,
        0x4cf => 0x4c0,
        // The others come in pairs, so the letter before is its capital one if its small one is this.
        code => code.saturating_sub(1),
    };
    char::from_u32(capital).filter(|capital| lower(*capital) == c).unwrap_or(c)
}

/// Whether it is a part of a word: a letter or a digit, and neither a space nor a sign.
pub(super) fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' => matches!(c, 'ª' | 'µ' | 'º'),
        '×' | '÷' => false,
        // Punctuation, currencies, arrows, mathematics, boxes.
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Latin without İ, whose small letter is two characters, and Cyrillic.
    fn ours() -> impl Iterator<Item = char> {
        ('\0'..='\u{17e}').chain('\u{400}'..='\u{52f}').filter(|c| !matches!(c, 'İ' | 'Ÿ'))
    }

    #[test]
    fn small_letters_are_those_of_unicode() {
        for c in ours() {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c}");
        }
    }

    #[test]
    fn capital_letters_are_those_of_unicode() {
        for c in ours().filter(|c| !matches!(c, 'ß' | 'ŉ' | 'ı' | 'ſ' | 'µ' | 'ÿ')) {
            assert_eq!(Some(upper(c)), c.to_uppercase().next(), "{c}");
        }
    }

    #[test]
    fn words_are_those_of_unicode() {
        let marks = '\u{482}'..='\u{489}';
        for c in ours().filter(|c| !marks.contains(c) && !matches!(c, '²' | '³' | '¹' | '¼' | '½' | '¾')) {
            assert_eq!(is_of_word(c), c.is_alphanumeric(), "{c}");
        }
        assert!(!"№–—…«» \u{a0}".chars().any(is_of_word));
    }
}
