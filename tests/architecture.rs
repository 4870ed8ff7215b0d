//! The invariants of ARCHITECTURE.md, held by reading the source files.

use std::fs;
use std::path::Path;

/// One source file: its path under `src/`, or that of the engine under `engine/src/` with `engine/` before it, its code without comments, tests and texts, and its texts.
struct Source {
    path: String,
    lines: usize,
    code: String,
    texts: Vec<String>,
}

fn sources() -> Vec<Source> {
    fn walk(folder: &Path, start: &str, all: &mut Vec<Source>) {
        for entry in fs::read_dir(folder).expect("a folder of sources can be listed").flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, &format!("{start}{}/", entry.file_name().to_string_lossy()), all);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source file is text");
                let name = format!("{start}{}", entry.file_name().to_string_lossy());
                let (code, texts) = split(text.split("#[cfg(test)]\nmod ").next().unwrap_or_default());
                all.push(Source { path: name, lines: text.lines().count(), code, texts });
            }
        }
    }
    let mut all = Vec::new();
    walk(root(), "", &mut all);
    walk(&root().with_file_name("engine/src"), "engine/", &mut all);
    assert!(all.len() > 70, "the walk finds the files: {}", all.len());
    all
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))
}

/// Takes comments out of Rust source, and texts apart: (code, texts).
fn split(source: &str) -> (String, Vec<String>) {
    let (mut code, mut texts, mut rest) = (String::new(), Vec::new(), source);
    while let Some(c) = rest.chars().next() {
        let raw = rest.starts_with("r#\"") || rest.starts_with("r\"");
        let hashes = if raw { "#".repeat(rest[1..].find('"').unwrap_or(0)) } else { String::new() };
        let end = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if raw {
            let open = hashes.len() + 2;
            let close = format!("\"{hashes}");
            let length = rest[open..].find(&close).unwrap_or(rest.len() - open);
            texts.push(rest[open..open + length].to_owned());
            (open + length + close.len()).min(rest.len())
        } else if c == '"' {
            let mut escaped = false;
            let closes = |(_, c): &(usize, char)| {
                let ends = *c == '"' && !escaped;
                escaped = *c == '\\' && !escaped;
                ends
            };
            let length = rest[1..].char_indices().find(closes).map_or(rest.len() - 1, |(at, _)| at);
            texts.push(rest[1..1 + length].to_owned());
            (length + 2).min(rest.len())
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\") {
            code.push_str("' '");
            3 + usize::from(rest.starts_with("'\\"))
        } else {
            code.push(c);
            c.len_utf8()
        };
        if c == '"' || raw {
            code.push_str("\"\"");
        }
        rest = &rest[end..];
    }
    (code, texts)
}

/// No file that `applies` picks has a line of code or a text that `found` points at.
fn check(rule: &str, applies: impl Fn(&str) -> bool, found: impl Fn(&Source) -> Option<String>) {
    let sources = sources();
    let picked: Vec<&Source> = sources.iter().filter(|source| applies(&source.path)).collect();
    assert!(!picked.is_empty(), "{rule}: no file is looked at");
    let faults = picked.iter().filter_map(|source| found(source).map(|what| format!("src/{}: {what}", source.path)));
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{rule}\n{}", faults.join("\n"));
}

/// The first of the words that stands in the code.
fn any_word(words: &'static [&str]) -> impl Fn(&Source) -> Option<String> {
    move |source| words.iter().find(|word| source.code.contains(**word)).map(|word| format!("names {word}"))
}

/// The first text that the test picks.
fn any_text(pick: impl Fn(&str) -> bool) -> impl Fn(&Source) -> Option<String> {
    move |source| source.texts.iter().find(|text| pick(text)).map(|text| format!("has the text “{text}”"))
}

fn is_upper(path: &str) -> bool {
    ["engine/", "snapshot/", "query/", "series/", "chart/", "locale/", "route.rs", "site.rs", "sort.rs"]
        .iter()
        .any(|start| path.starts_with(start))
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

#[test]
fn the_scanner_reads_rust() {
    let code = |source| split(source).0;
    assert_eq!(code("let a = \"x // y\"; // z\nb"), "let a = \"\"; \nb");
    assert_eq!(code("f('\"', '\\n', \"\\\"\", r#\"\"q\"\"#) /* \" */ + 'a"), "f(' ', ' ', \"\", \"\")  + 'a");
    assert_eq!(split("a(\"ә\", r\"б\", '«')").1, ["ә", "б"]);
}

#[test]
fn the_browser_line() {
    check(
        "nothing above the line names the browser",
        is_upper,
        any_word(&["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen"]),
    );
    check(
        "nothing above the line reads or writes",
        is_upper,
        any_word(&["std::fs", "std::env", "std::net", "std::io", "println!"]),
    );
}

#[test]
fn only_browser_talks_to_the_browser() {
    let others = |path: &str| !path.starts_with("browser/") && !path.starts_with("bin/");
    check(
        "only browser/ does IO",
        others,
        any_word(&["web_sys", "js_sys", "gloo", "wasm_bindgen::", "window()", "std::fs"]),
    );
}

#[test]
fn only_locale_holds_interface_text() {
    check(
        "Cyrillic texts stand in locale/",
        |path| !path.starts_with("locale/"),
        |source| {
            let code = source.code.lines().find(|line| line.chars().any(is_cyrillic)).map(str::to_owned);
            code.or_else(|| any_text(|text| text.chars().any(is_cyrillic))(source))
        },
    );
}

#[test]
fn only_filters_spells_query_keys() {
    const KEYS: [&str; 11] =
        ["direction", "kind", "stage", "area", "year", "organisation", "scope", "amount", "q", "sort", "snapshot"];
    let spelt =
        |text: &str| KEYS.iter().any(|key| text.split(['?', '&']).any(|pair| pair.starts_with(&format!("{key}="))));
    check("query keys stand in query/filters.rs", |path| path != "query/filters.rs", any_text(spelt));
}

#[test]
fn only_route_spells_paths() {
    const PATHS: [&str; 8] =
        ["directions/", "explore/", "indicators/", "documents/", "sources/", "about/", "accessibility/", "not-found/"];
    let spelt = |text: &str| PATHS.iter().any(|path| text.contains(path));
    check("paths stand in route.rs", |path| path != "route.rs", any_text(spelt));
}

#[test]
fn only_escaped_text_is_html() {
    let writers = [
        "parts/chart_card.rs",
        "parts/chart_table.rs",
        "parts/facet_boxes.rs",
        "parts/filter_bar.rs",
        "parts/record_table.rs",
        // Rows of a chart's table, written anew.
        "browser/cells.rs",
    ];
    let others = |path: &str| !writers.contains(&path);
    check(
        "HTML is written as text for a chart's picture and table, for long tables, a facet's boxes and the menu of orders only",
        others,
        any_word(&["inner_html"]),
    );
}

#[test]
fn nothing_panics_on_data() {
    let ways = &[".unwrap()", ".expect(", "panic!", "unreachable!", "todo!", "unimplemented!", "assert!", "assert_eq!"];
    check("nothing panics", |_| true, any_word(ways));
}

#[test]
fn files_stay_short() {
    let mut lines: Vec<usize> = sources().iter().map(|source| source.lines).collect();
    lines.sort_unstable();
    assert!(lines[lines.len() / 2] <= 100, "the median is {}", lines[lines.len() / 2]);
    check(
        "no file is above 300 lines",
        |_| true,
        |source| (source.lines > 300).then(|| format!("{} lines", source.lines)),
    );
}

/// The service worker and the frame's script are no Rust, and spell the languages themselves.
#[test]
fn scripts_know_every_language() {
    let codes = bagyt::locale::Lang::ALL.map(bagyt::locale::Lang::code).join("|");
    for script in [include_str!("../src/sw.js"), include_str!("../index.html")] {
        assert!(script.contains(&format!("({codes})")), "a script does not know {codes}");
    }
}
