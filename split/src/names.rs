use crate::program::Program;
use std::collections::BTreeSet;

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

/// A list of all functions that were not called, where `called` has a letter for each of the
/// program's own, `1` if it was. A name that was called once is not on it, nor is what lets go of
/// something: browsers sweep at any time, and then have the program do that.
pub fn not_called(program: &Program, called: &str) -> String {
    let own = (program.imported as u32..).zip(called.bytes());
    let named = own.filter_map(|(function, mark)| Some((listed(program.names.get(&function)?), mark == b'1')));
    let (called, others): (Vec<_>, Vec<_>) = named.partition(|(_, is_called)| *is_called);
    let called: BTreeSet<String> = called.into_iter().map(|(name, _)| name).collect();
    let is_listed = |name: &String| !called.contains(name) && !name.starts_with(LETS_GO);
    let others: BTreeSet<String> = others.into_iter().map(|(name, _)| name).filter(is_listed).collect();
    others.into_iter().map(|name| name + "\n").collect()
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
    fn a_list_has_what_was_never_called() {
        let names =
            [(1, "a"), (2, "b"), (3, "b"), (4, "c"), (5, LETS_GO)].map(|(function, name)| (function, name.to_owned()));
        let program = Program { imported: 1, names: names.into(), ..Program::default() };
        let list = not_called(&program, "10100");
        assert_eq!(list, "c\n");
        let names = Names::read(&list);
        assert!(names.has(&program, 4) && !names.has(&program, 1) && !names.has(&program, 5));
    }
}
