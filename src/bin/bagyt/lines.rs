//! Where in a file a problem's path leads: nobody counts to the hundredth record.

use std::collections::HashMap;

/// The lines of the values of a JSON text.
pub struct Lines<'a> {
    text: &'a [u8],
    /// Where each line but the first begins.
    starts: Vec<usize>,
    /// Where the items of the lists of the outermost object begin: there may be a million, with a thousand problems.
    items: HashMap<&'a [u8], Vec<usize>>,
}

impl<'a> Lines<'a> {
    /// Looks through the text once; where that is no JSON, lines of what stands before may still be found.
    pub fn of(text: &'a [u8]) -> Lines<'a> {
        let starts = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
        let lists = members(text, 0).map(|(key, at)| (key, elements(text, at).collect()));
        Lines { text, starts, items: lists.collect() }
    }

    /// The line, from 1, of the value at a path such as `indicators[3].actuals[0].value`: of the innermost part of
    /// it that is there. None where not even its beginning is.
    pub fn line(&self, path: &str) -> Option<usize> {
        let mut steps = steps(path);
        let first = steps.next()?;
        let top = members(self.text, 0).find(|(key, _)| *key == first.as_bytes())?.1;
        let place = steps.next();
        let item = place.and_then(index).and_then(|place| self.items.get(first.as_bytes())?.get(place));
        let at = match (item, place) {
            (Some(item), _) => self.within(*item, steps),
            (None, Some(step)) => self.within(top, std::iter::once(step).chain(steps)),
            (None, None) => top,
        };
        Some(self.starts.partition_point(|start| *start <= at) + 1)
    }

    /// Where the value of these steps begins, from the value that begins at `at`.
    fn within<'p>(&self, mut at: usize, steps: impl Iterator<Item = &'p str>) -> usize {
        for step in steps {
            let inner = match index(step) {
                Some(place) => elements(self.text, at).nth(place),
                None => members(self.text, at).find(|(key, _)| *key == step.as_bytes()).map(|(_, at)| at),
            };
            let Some(inner) = inner else { break };
            at = inner;
        }
        at
    }
}

/// The steps of a path: keys, and places with their brackets.
fn steps(path: &str) -> impl Iterator<Item = &str> {
    path.split('.').flat_map(|part| {
        let (key, places) = part.split_once('[').unwrap_or((part, ""));
        std::iter::once(key).chain(places.split_terminator(&['[', ']'])).filter(|step| !step.is_empty())
    })
}

/// The place that a step is, if it is one: keys of the format begin with letters.
fn index(step: &str) -> Option<usize> {
    step.parse().ok()
}

/// The keys of the object that begins at `at`, as they are written, and where their values begin.
fn members(text: &[u8], at: usize) -> impl Iterator<Item = (&[u8], usize)> {
    let mut next = opened(text, at, b'{');
    std::iter::from_fn(move || {
        let key = next.filter(|at| text.get(*at) == Some(&b'"'))?;
        let end = skip(text, key)?;
        let value = blank(text, blank(text, end) + 1);
        next = after(text, value);
        Some((text.get(key + 1..end - 1)?, value))
    })
}

/// Where the items of the list that begins at `at` begin.
fn elements(text: &[u8], at: usize) -> impl Iterator<Item = usize> {
    let mut next = opened(text, at, b'[').filter(|at| text.get(*at) != Some(&b']'));
    std::iter::from_fn(move || {
        let item = next?;
        next = after(text, item);
        Some(item)
    })
}

/// What follows this bracket, if it stands there.
fn opened(text: &[u8], at: usize, bracket: u8) -> Option<usize> {
    let at = blank(text, at);
    (text.get(at) == Some(&bracket)).then(|| blank(text, at + 1))
}

/// Where what follows the value that begins at `at` begins, if a comma is between.
fn after(text: &[u8], at: usize) -> Option<usize> {
    let comma = blank(text, skip(text, at)?);
    (text.get(comma) == Some(&b',')).then(|| blank(text, comma + 1))
}

/// Past what is blank; a byte order mark is.
fn blank(text: &[u8], at: usize) -> usize {
    let is_blank = |byte: &u8| byte.is_ascii_whitespace() || [0xef, 0xbb, 0xbf].contains(byte);
    at + text.get(at..).unwrap_or_default().iter().take_while(|byte| is_blank(byte)).count()
}

/// Past the value that begins at `at`; none where the text ends before.
fn skip(text: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    loop {
        match text.get(at)? {
            b'"' => at = past_text(text, at)?,
            b'{' | b'[' => (depth, at) = (depth + 1, at + 1),
            b'}' | b']' => (depth, at) = (depth.checked_sub(1)?, at + 1),
            b',' | b':' if depth > 0 => at += 1,
            byte if byte.is_ascii_whitespace() => at += 1,
            _ => at += text[at..].iter().take_while(|byte| !b",:{}[]\" \t\r\n".contains(byte)).count().max(1),
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

/// Past the text in quotes that begins at `at`.
fn past_text(text: &[u8], at: usize) -> Option<usize> {
    let mut is_escaped = false;
    let end = text.get(at + 1..)?.iter().position(|byte| {
        let ends = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        ends
    })?;
    Some(at + 1 + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\u{feff}{\n\"format\": 1,\n\"records\": [\n{\"id\": \"a\\\"]\"},\n\n{\n\"id\": \"b\", \"money\": [\n{\"amount\": 5},\n{\"amount\": -1e3\n}]}\n], \"project\": {\n\"title\": {}}}";

    fn check(path: &str, expected: Option<usize>) {
        assert_eq!(Lines::of(TEXT.as_bytes()).line(path), expected, "{path}");
    }

    #[test]
    fn a_path_leads_to_its_line() {
        check("format", Some(2));
        check("records", Some(3));
        check("records[0]", Some(4));
        check("records[0].id", Some(4));
        check("records[1]", Some(6));
        check("records[1].id", Some(7));
        check("records[1].money[1].amount", Some(9));
        check("project.title", Some(12));
    }

    #[test]
    fn of_what_is_not_there_its_surroundings() {
        check("records[1].date", Some(6));
        check("records[1].money[7].amount", Some(7));
        check("records[9].id", Some(3));
        check("project.title.kk", Some(12));
        check("corrections[0]", None);
        check("", None);
    }

    #[test]
    fn what_ends_early_is_looked_through_as_far_as_it_goes() {
        for end in 0..TEXT.len() {
            let text = &TEXT.as_bytes()[..end];
            let line = Lines::of(text).line("records[1].money[1].amount");
            assert!(line.is_none_or(|line| (3..=9).contains(&line)), "{end}: {line:?}");
        }
    }
}
