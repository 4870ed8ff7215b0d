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
    /// What stands there, shortened.
    pub found: String,
    pub expected: Expected,
}

/// What should have stood there. The locale has the sentence for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// JSON text; line and column of the first fault.
    Json { line: usize, column: usize },
    /// A snapshot of this format.
    Format(u32),
    /// A value of the shape that the schema gives; the term is serde's.
    Shape(String),
    /// An id in kebab-case.
    Id,
    /// An id that no other item of the list has.
    UniqueId,
    /// The id of an item of that list.
    Reference(&'static str),
    /// A text in at least one language.
    SomeText,
    /// A text in all of the snapshot's languages.
    Translation(&'static str),
    /// No invisible or direction-changing characters.
    VisibleText,
    /// Either a number or a reason why there is none.
    ValueOrReason,
    /// The one scope that the indicator's other values have.
    OneScope(&'static str),
    /// At least one source.
    Evidence,
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
    /// At most this many problems; the rest is not listed.
    FewerProblems(usize),
}

impl Problem {
    pub fn new(severity: Severity, path: impl Into<String>, found: impl Into<String>, expected: Expected) -> Self {
        Problem { severity, path: path.into(), found: shorten(&found.into()), expected }
    }
}

/// Keeps a message readable whatever was found.
fn shorten(found: &str) -> String {
    const MAX: usize = 80;
    let mut short: String = found.chars().filter(|c| !c.is_control()).take(MAX).collect();
    if found.chars().count() > MAX {
        short.push('…');
    }
    short
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
            Severity::Critical => "critical",
        })
    }
}

/// The line that `bagyt check` prints.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "(file)" } else { &self.path };
        let expected = crate::locale::Lang::En.expected(&self.expected);
        write!(f, "{} {path}: found {}, expected {expected}", self.severity, self.found)
    }
}
