use crate::program::Program;
use std::collections::{BTreeMap, BTreeSet};

/// The functions that a list names, one a line; lines that start with `#` are for readers.
pub struct Names<'a>(BTreeSet<&'a str>);

impl<'a> Names<'a> {
    pub fn read(list: &'a str) -> Names<'a> {
        Names(list.lines().filter(|line| !line.starts_with('#')).collect())
    }

    /// Whether the list names a function; one without a name is on no list.
    pub fn has(&self, program: &Program, function: u32) -> bool {
        program.names.get(&function).is_some_and(|symbol| self.0.contains(listed(symbol).as_str()))
    }
}

/// How the functions begin that let go of something.
const LETS_GO: &str = "core::ptr::drop_in_place";

/// The list of a later part, where `called` has for each of the program's own functions the number of the
/// first part that must have it. Of functions of one name that which comes first counts. What lets go of
/// something is on no list: browsers sweep at any time, and then have the program do that.
pub fn list(program: &Program, called: &str, part: usize) -> String {
    let mut parts: BTreeMap<String, u8> = BTreeMap::new();
    for (function, digit) in (program.imported as u32..).zip(called.bytes()) {
        if let Some(symbol) = program.names.get(&function) {
            parts.entry(listed(symbol)).and_modify(|first| *first = digit.min(*first)).or_insert(digit);
        }
    }
    parts.retain(|name, digit| usize::from(*digit - b'0') == part && !name.starts_with(LETS_GO));
    parts.into_keys().map(|name| name + "\n").collect()
}

/// A function's name as a list has it: its path without types, and where there are some a digest
/// of the whole. It is the same wherever the same source is compiled.
fn listed(symbol: &str) -> String {
    // Behind a space wasm-bindgen says what it has made of a function, and behind a point the compiler
    // counts those that it has more than once, each time otherwise.
    let (symbol, made) = symbol.find(' ').map_or((symbol, ""), |end| symbol.split_at(end));
    let symbol = symbol.rsplit_once('.').filter(|(_, end)| end.parse::<u32>().is_ok()).map_or(symbol, |(name, _)| name);
    let whole = format!("{:#}{made}", rustc_demangle::demangle(symbol));
    let path = without_types(&whole);
    if path == whole { path } else { format!("{path} {:08x}", digest(&whole)) }
}

/// What stands outside of angle brackets. Those in which a path begins are only taken away.
fn without_types(name: &str) -> String {
    let (mut short, mut depth, mut before) = (String::new(), 0, ' ');
    for letter in name.trim_start_matches('<').chars() {
        match letter {
            '<' => depth += 1,
            '>' if before == '-' => {}
            '>' => depth = i32::max(depth - 1, 0),
            _ if depth == 0 => short.push(letter),
            _ => {}
        }
        before = letter;
    }
    short.replace("::::", "::").trim_end_matches("::").to_owned()
}

/// FNV-1a: enough to tell some thousands of names apart.
fn digest(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(symbol: &str, expected: &str) {
        assert_eq!(listed(symbol), expected);
    }

    #[test]
    fn names_are_short_and_differ() {
        check("main", "main");
        check("_RNvNtCs1234_7mycrate3foo3bar", "mycrate::foo::bar");
        check("_RNvNtCs1234_7mycrate3foo3bar externref shim", "mycrate::foo::bar externref shim");
        check("_RNvNtCs1234_7mycrate3foo3bar.443", "mycrate::foo::bar");
        check("_RINvNtCs1234_7mycrate3foo3bazmE", "mycrate::foo::baz 56efafc5");
        check("_RINvNtCs1234_7mycrate3foo3bazyE", "mycrate::foo::baz 1bf8054c");
    }

    #[test]
    fn a_list_has_what_no_part_before_needs() {
        let names = [(1, "a"), (2, "b"), (3, "b"), (4, "c"), (5, LETS_GO), (6, "d")];
        let names = names.map(|(function, name)| (function, name.to_owned()));
        let program = Program { imported: 1, names: names.into(), ..Program::default() };
        let [pages, rest] = [1, 2].map(|part| list(&program, "021221", part));
        assert_eq!((pages.as_str(), rest.as_str()), ("b\nd\n", "c\n"));
        let names = Names::read(&rest);
        assert!(names.has(&program, 4) && !names.has(&program, 1) && !names.has(&program, 5));
    }
}
