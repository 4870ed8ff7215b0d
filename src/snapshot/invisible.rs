//! Texts that no reader should meet: endless ones, and characters that hide or turn text around.
//! A snapshot may have these from where its texts were copied, or to deceive; in either case they
//! are told of, and taken out before anything is shown.

use super::Expected;
use super::json::Json;
use super::misfit::Misfits;
use std::borrow::Cow;

/// Longer than any title, summary or note has reason to be.
const LONGEST: usize = 4_000;

/// Tells of each text of a value that has invisible characters or is too long. Says whether none is too long:
/// a value with such a text is left out.
pub(super) fn tell_texts(json: Json, told: &mut Misfits) -> bool {
    let mut fits = true;
    if let Some(text) = json.text() {
        if text.len() > LONGEST && text.chars().count() > LONGEST {
            told.refuse(format!("“{text}”"), Expected::Length(LONGEST));
            fits = false;
        } else if has_invisible(&text) {
            told.warn(format!("“{text}”"), Expected::VisibleText);
        }
    }
    for (place, item) in json.items().into_iter().flatten().enumerate() {
        told.within(&format!("[{place}]"), |told| fits &= tell_texts(item, told));
    }
    for (key, value) in json.entries().into_iter().flatten() {
        told.within(&key.text().unwrap_or_default(), |told| fits &= tell_texts(value, told));
    }
    fits
}

/// Whether a value may have something to tell of: most have not, and are not walked through.
pub(super) fn may_tell(json: Json) -> bool {
    json.whole().len() > LONGEST || !json.is_plain()
}

/// A text without its invisible characters. What separates words stays a space.
pub fn visible(text: Cow<'_, str>) -> Cow<'_, str> {
    if !has_invisible(&text) {
        return text;
    }
    let kept = |c| match c {
        '\t' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        c => (!is_invisible(c)).then_some(c),
    };
    Cow::Owned(text.chars().filter_map(kept).collect())
}

fn has_invisible(text: &str) -> bool {
    text.bytes().any(may_begin) && text.chars().any(is_invisible)
}

/// Controls but for the line feed, zero width, marks and overrides of direction, tags, fillers.
pub(super) fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        )
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}')
        || matches!(c, '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character that [`is_invisible`] may begin with this byte of UTF-8: most texts of the
/// site have none, and are not looked through letter by letter.
fn may_begin(byte: u8) -> bool {
    byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xcd | 0xd8 | 0xe1..=0xe3 | 0xef | 0xf3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::Severity;
    use crate::snapshot::json::{with_json, words};
    use crate::snapshot::problems::Problems;

    fn check(text: &str, told: &[&str], left: &str) {
        let mut problems = Problems::default();
        let first = with_json(text, |json| {
            tell_texts(json, &mut Misfits::at(String::new(), Severity::Error, &mut problems));
            let first = json.entries().and_then(|mut entries| entries.next());
            first.and_then(|(_, value)| words(value).map(Cow::into_owned))
        });
        let paths: Vec<_> = problems.listed().into_iter().map(|problem| problem.path).collect();
        assert_eq!(paths, told, "{text}");
        assert!(told.is_empty() || with_json(text, may_tell), "{text}");
        assert_eq!(first.as_deref(), Some(left), "{text}");
    }

    #[test]
    fn hidden_and_turned() {
        check(r#"{"a": "Ақтау — № 5\n"}"#, &[], "Ақтау — № 5\n");
        check(r#"{"a": "x\u200by\tz\u202e"}"#, &["a"], "xy z");
        check(r#"{"a": "", "b": [1, {"c": "\ufeff"}]}"#, &["b[1].c"], "");
    }

    #[test]
    fn every_such_character_is_seen_by_its_first_byte() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|c| is_invisible(*c)) {
            let mut bytes = [0; 4];
            assert!(may_begin(c.encode_utf8(&mut bytes).as_bytes()[0]), "{}", c.escape_unicode());
        }
    }
}
