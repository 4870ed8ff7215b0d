use super::invisible::is_invisible;
use crate::locale::Lang;
use engine::json::Wanted;
use std::fmt;

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Shown, but everything is kept.
    Warning,
    /// That one item is left out.
    Error,
    /// The whole snapshot is refused.
    Critical,
}

/// Something wrong in a snapshot: where, what was found, what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    /// The place, such as `indicators[3].actuals[0].value`; empty for the whole text.
    pub path: String,
    pub found: Found,
    pub expected: Expected,
}

/// What stands there. The locale has the words for what is not of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// As the file has it, shortened: a number, a word, a text in quotation marks.
    Text(String),
    /// What should be there is absent.
    Nothing,
    /// An object, whatever is in it.
    Object,
    /// A list, whatever is in it.
    List,
    /// The file ends there.
    End,
    /// The line ends there.
    LineEnd,
    /// A key that the format does not have.
    Key(String),
    /// An id or a key once more.
    Again(String),
}

/// A shape that the schema gives to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    Object,
    List,
    Text,
    Bool,
    Number,
    /// A whole number from 0 to this.
    Whole(u16),
    /// A text that [`Date`](super::Date) reads.
    Date,
    /// An object with this key.
    Key(&'static str),
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// Each key once, and of the format.
    Once,
}

/// What should have stood there. The locale has the sentence for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// What JSON goes on with there; line and column, in letters, of the first fault.
    Json {
        wanted: Wanted,
        line: usize,
        column: usize,
    },
    /// A snapshot of this format.
    Format(u32),
    Shape(Shape),
    /// An id in kebab-case.
    Id,
    /// An id that no other item of the list has.
    UniqueId,
    /// An id that does not stand for having none.
    FreeId,
    /// An id behind those before it in the alphabet, so that a text diff is a data diff.
    SortedId,
    /// An area that lies, through others, in none of its own parts.
    NoCycle,
    /// The id of an item of that list.
    Reference(&'static str),
    /// A text in at least one language.
    SomeText,
    /// A text with words in it, or no such key.
    Words,
    /// A text in these languages too.
    Translation(String),
    /// So many forms of a word, with bars between them.
    Forms(usize),
    /// No invisible or direction-changing characters.
    VisibleText,
    /// Either a number or a reason why there is none.
    ValueOrReason,
    /// The one scope that the indicator's other values have.
    OneScope(&'static str),
    /// At least one source.
    Evidence,
    /// The path of a number of an indicator or a record.
    Corrected,
    /// The number that stands there now.
    Now(String),
    /// The number that the derivation gives.
    Derivation(String),
    /// An https, http or mailto address.
    Link,
    /// A three-letter ISO 4217 code.
    Currency,
    /// A number that can be shown: finite and below 10^15.
    Magnitude,
    /// A number no larger than this.
    AtMost(usize),
    /// At most this many characters.
    Length(usize),
    /// An indicator of scope project.
    ProjectIndicator,
    /// A target, because the declared progress divides by it.
    Target,
    /// Values in the order of their dates.
    InOrder,
    /// A whole number, since no decimals are shown.
    Whole,
    /// An indicator of the same direction.
    OwnIndicator,
    /// The indicator that a sentence is over.
    Best,
    /// A placeholder that stands for a number.
    Placeholder,
    /// A number that is not below zero.
    NotNegative,
    /// One of the snapshot's languages.
    ListedLanguage,
    /// A method of progress that fits where less is better.
    LessIsBetter,
    /// At most this many problems; the rest is not listed.
    FewerProblems(usize),
}

impl Problem {
    /// A problem as it is told: long texts and a long path are cut, and invisible characters shown by number.
    pub fn new(severity: Severity, path: impl AsRef<str>, found: impl Into<Found>, expected: Expected) -> Self {
        let found = match found.into() {
            Found::Text(text) => Found::Text(shorten(&text, 80)),
            Found::Key(key) => Found::Key(shorten(&key, 80)),
            Found::Again(id) => Found::Again(shorten(&id, 80)),
            fixed => fixed,
        };
        Problem { severity, path: shorten(path.as_ref(), 200), found, expected }
    }
}

impl From<String> for Found {
    fn from(text: String) -> Found {
        Found::Text(text)
    }
}

impl From<&str> for Found {
    fn from(text: &str) -> Found {
        Found::Text(text.to_owned())
    }
}

/// Keeps a message readable whatever was found, in at most so many characters as they are written:
/// what cannot be seen is shown by its number.
fn shorten(found: &str, most: usize) -> String {
    let (mut short, mut left) = (String::new(), most);
    for c in found.chars() {
        let by_number = is_invisible(c) || c == '\n';
        let length = if by_number { c.escape_unicode().count() } else { 1 };
        if length > left {
            short.push('…');
            break;
        }
        left -= length;
        if by_number { short.extend(c.escape_unicode()) } else { short.push(c) }
    }
    short
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Lang::En.severity_name(*self))
    }
}

impl Problem {
    /// The line that `bagyt check` prints.
    pub fn told(&self, lang: Lang) -> String {
        let path = if self.path.is_empty() { lang.file() } else { &self.path };
        format!("{} {path}: {}", lang.severity_name(self.severity), lang.problem(&self.found, &self.expected))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::En))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: &str, expected: &str) {
        assert_eq!(shorten(found, 9), expected);
    }

    #[test]
    fn what_is_written_is_short() {
        check("123456789", "123456789");
        check("1234567890", "123456789…");
        check("a\nb", "a\\u{a}b");
        check("a\u{0}\u{0}b", "a\\u{0}…");
    }
}
