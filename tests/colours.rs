//! Colours stand in two places, the charts' palette and the style sheet's tokens, and are the same there; what else the
//! style sheet must hold.

use bagyt::chart::{Palette, Theme, Tone};
use std::fs;
use std::path::Path;

fn style() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/style.css")).expect("the style sheet is in src/")
}

/// The tokens of each block that starts with this selector, as (name, value).
fn tokens(style: &str, selector: &str) -> Vec<(String, String)> {
    let start = style.find(&format!("{selector} {{")).expect("the style sheet has the block");
    let block = style[start..].split(['{', '}']).nth(1).unwrap_or_default();
    let pairs = block.split(';').filter_map(|line| line.trim().split_once(':'));
    pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_lowercase())).collect()
}

/// The block's tokens are the colours of the theme.
fn check(selector: &str, theme: Theme) {
    let tokens = tokens(&style(), selector);
    let named = [
        ("--ink", Tone::Ink),
        ("--soft", Tone::Soft),
        ("--rule", Tone::Rule),
        ("--wash", Tone::Wash),
        ("--paper", Tone::Paper),
        ("--muted", Tone::Muted),
    ];
    let tones = (0..8).map(|place| (format!("--tone-{place}"), Tone::Direction(place)));
    for (name, tone) in named.map(|(name, tone)| (name.to_owned(), tone)).into_iter().chain(tones) {
        let (r, g, b) = Palette::of(theme).colour(tone, Tone::Accent);
        let token = tokens.iter().find(|(token, _)| *token == name).map(|(_, value)| value.as_str());
        assert_eq!(token, Some(format!("#{r:02x}{g:02x}{b:02x}").as_str()), "{name} of {selector}");
    }
}

#[test]
fn the_style_sheet_has_the_palette() {
    check(":root", Theme::Light);
    check(":root[data-theme=\"dark\"]", Theme::Dark);
    check(":root:not([data-theme])", Theme::Dark);
    check(":root:root:root", Theme::Print);
}

/// A colour spelt out: `#` and six or three hexadecimal digits, or a colour function.
fn has_colour(line: &str) -> bool {
    let hex = |part: &str| {
        let digits = part.chars().take_while(char::is_ascii_hexdigit).count();
        (digits == 3 || digits == 6 || digits == 8)
            && !part[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_')
    };
    let digit_after =
        |name: &str| line.split(name).skip(1).any(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    line.split('#').skip(1).any(hex) || ["rgb(", "rgba(", "hsl(", "RGBColor("].iter().any(|name| digit_after(name))
}

#[test]
fn a_colour_is_recognised() {
    for line in
        ["color: #fff;", "a { fill:#0b5fa5 }", "\"#0B5FA5\"", "rgb(1, 2, 3)", "RGBColor(0, 0, 0)", "rgba( 0 0 0 / 50%)"]
    {
        assert!(has_colour(line), "{line}");
    }
    for line in [
        "#[derive(Debug)]",
        "href=\"#main\"",
        "r#\"add\"#",
        "#0a1-b",
        "RGBColor(r, g, b)",
        "color: var(--ink)",
        "#abcdefg",
    ] {
        assert!(!has_colour(line), "{line}");
    }
}

#[test]
fn no_other_colour_in_the_style_sheet() {
    let style = style();
    let stray =
        style.lines().filter(|line| has_colour(line) && !line.trim_start().starts_with("--")).collect::<Vec<_>>();
    assert_eq!(stray, [""; 0]);
}

#[test]
fn no_other_colour_in_the_program() {
    fn walk(folder: &Path, stray: &mut Vec<String>) -> usize {
        let entries = fs::read_dir(folder).expect("src/ can be listed").flatten().map(|entry| entry.path());
        entries.fold(0, |seen, path| {
            if path.is_dir() {
                return seen + walk(&path, stray);
            }
            let is_rust = path.extension().is_some_and(|extension| extension == "rs");
            if is_rust && !path.ends_with("chart/palette.rs") {
                let text = fs::read_to_string(&path).expect("a source file is text");
                stray.extend(
                    text.lines().filter(|line| has_colour(line)).map(|line| format!("{}: {line}", path.display())),
                );
            }
            seen + usize::from(is_rust)
        })
    }
    let mut stray = Vec::new();
    let seen = walk(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut stray);
    assert!(seen > 70, "the walk finds the files: {seen}");
    assert_eq!(stray, [""; 0]);
}

/// The state of the page changes with every choice: a rule on it that means any element would have the
/// browser style the whole page anew each time.
#[test]
fn a_change_of_state_is_about_few_elements() {
    let style = style();
    let rules = style.lines().filter(|line| line.contains("[data-state") && line.contains('{'));
    let wide: Vec<_> = rules.filter(|rule| rule.split('{').next().is_some_and(|who| who.contains('*'))).collect();
    assert!(wide.is_empty(), "{wide:?}");
}
