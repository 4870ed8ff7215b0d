use crate::locale::Lang;
use crate::snapshot::Text;
use std::fmt;
use std::ops::Deref;

/// A sentence as pieces, so that markup can set off the snapshot's numbers and words in another language.
/// As plain text, the name of that language stands behind such words in brackets.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sentence(Vec<Piece>);

/// A part of a sentence: words in the reader's language, or something that markup sets off.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    Words(String),
    /// Words of the snapshot that are not in the reader's language, and the language they are in.
    Foreign {
        lang: Lang,
        words: String,
    },
    /// A number that the snapshot gives, and how it is written.
    Number {
        value: f64,
        shown: String,
    },
}

impl Sentence {
    /// A text of the snapshot, in the language that a reader of `lang` is shown.
    pub fn text(text: &Text, lang: Lang) -> Sentence {
        match text.shown(lang) {
            (shown, words) if shown == lang => words.into(),
            (lang, words) => Sentence(vec![Piece::Foreign { lang, words: words.to_owned() }]),
        }
    }

    /// A number of the snapshot.
    pub fn number(value: f64, shown: String) -> Sentence {
        Sentence(vec![Piece::Number { value, shown }])
    }

    /// The template with each `{}` replaced by the next of the parts. A `{}` too many stays; a part too many is
    /// dropped.
    pub fn filled(template: &str, parts: Vec<Sentence>) -> Sentence {
        let (mut sentence, mut rest) = (Sentence::default(), template);
        for part in parts {
            let Some((words, after)) = rest.split_once('{') else { break };
            sentence.push(words.into());
            sentence.push(part);
            rest = after.strip_prefix('}').unwrap_or(after);
        }
        sentence.push(rest.into());
        sentence
    }

    /// Adds another at the end.
    pub fn push(&mut self, more: Sentence) {
        self.0.extend(more.0);
    }
}

impl Deref for Sentence {
    type Target = [Piece];

    fn deref(&self) -> &[Piece] {
        &self.0
    }
}

impl From<String> for Sentence {
    fn from(words: String) -> Sentence {
        Sentence(if words.is_empty() { Vec::new() } else { vec![Piece::Words(words)] })
    }
}

impl From<&str> for Sentence {
    fn from(words: &str) -> Sentence {
        words.to_owned().into()
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|piece| match piece {
            Piece::Words(words) | Piece::Number { shown: words, .. } => f.write_str(words),
            Piece::Foreign { lang, words } => write!(f, "{words} [{}]", lang.brief_name()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(template: &str, parts: [Sentence; 2], expected: &str) {
        assert_eq!(Sentence::filled(template, parts.to_vec()).to_string(), expected);
    }

    #[test]
    fn parts_take_their_places() {
        let five = || Sentence::number(5.0, "5".to_owned());
        check("{}: {}", ["Wells".into(), five()], "Wells: 5");
        check("from {} to {}.", [five(), five()], "from 5 to 5.");
        check("{} and no other", [five(), five()], "5 and no other");
        let wells = Text { en: Some("Wells {}".to_owned()), ..Text::default() };
        check("{} ({})", [Sentence::text(&wells, Lang::Kk), five()], "Wells {} [Eng] (5)");
        check("{}{}", [Sentence::text(&wells, Lang::En), Sentence::default()], "Wells {}");
        assert_eq!(Sentence::filled("{}: {}", vec![five(), five()]).len(), 3);
    }
}
