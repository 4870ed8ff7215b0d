use super::files::read;
use super::not_once;
use std::{fs, path::Path};

/// How Trunk's page names its style sheet, up to the file's name.
const SHEET: &str = "<link rel=\"stylesheet\" href=\"/";

/// Trunk's page with its style sheet inside, and without what is there for those who read the
/// source. Nothing is painted before the style is there, so that a file of its own would cost every
/// first visit one more way over the line; the file is taken out of the bundle.
pub fn inlined(trunk: &str, folder: &Path) -> Result<String, String> {
    let missing = || not_once(SHEET);
    let (before, rest) = trunk.split_once(SHEET).ok_or_else(missing)?;
    let (name, rest) = rest.split_once('"').ok_or_else(missing)?;
    let (_, after) = rest.split_once('>').filter(|(_, after)| !after.contains(SHEET)).ok_or_else(missing)?;
    let file = folder.join(name);
    let style = lean_style(&read(&file)?);
    if style.contains("</style") {
        return Err(format!("{name}: the style would end in the middle"));
    }
    fs::remove_file(&file).map_err(|error| format!("{name}: {error}"))?;
    Ok(format!("{}\n<style>{style}</style>\n{}", lean(before), lean(after)))
}

/// The style of a page that [`inlined`] has made.
pub fn style(page: &str) -> Option<&str> {
    Some(page.split_once("<style>")?.1.split_once("</style>")?.0)
}

/// Lines without their indentation, and without those that are empty or a comment of a script.
pub fn lean(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// A style sheet without comments, and without spaces that only people need. None of the former stands in a text of it.
fn lean_style(css: &str) -> String {
    let mut pieces = css.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    let plain = pieces.fold(first, |kept, piece| kept + piece.split_once("*/").map_or("", |(_, rest)| rest));
    // Each second part is a text in quotation marks.
    let parts = plain.split('"').enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 1 { part.to_owned() } else { narrow(part) });
    parts.collect::<Vec<_>>().join("\"").trim().to_owned()
}

/// Style with a space at most between two words, and none beside what parts them anyway. Before a colon one stays: with
/// it a selector means what is inside.
fn narrow(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    for letter in css.chars() {
        let is_space = letter.is_ascii_whitespace();
        let parts = |letter: char| matches!(letter, '{' | '}' | ';' | ',');
        if parts(letter) && kept.ends_with(' ') {
            kept.pop();
        }
        if letter == '}' && kept.ends_with(';') {
            kept.pop();
        }
        if !is_space {
            kept.push(letter);
        } else if !kept.ends_with(|last| parts(last) || matches!(last, ' ' | ':')) {
            kept.push(' ');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_means_the_same() {
        let check = |css: &str, expected: &str| assert_eq!(lean_style(css), expected);
        check(
            "a :hover,\n b > c { margin: 0 auto;\n  top: calc(1px + 2px); }\n",
            "a :hover,b > c{margin:0 auto;top:calc(1px + 2px)}",
        );
        check(
            "@media (min-width: 3px) and (x) { p::before { content: \" ; {\"; } }",
            "@media (min-width:3px) and (x){p::before{content:\" ; {\"}}",
        );
        check("p { font: \"A  B\", serif; }", "p{font:\"A  B\",serif}");
    }

    #[test]
    fn the_style_stands_in_the_page_and_its_file_is_gone() {
        let folder = std::env::temp_dir().join(format!("bagyt-inline-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the temporary folder can be written to");
        let file = folder.join("style-1.css");
        fs::write(&file, "/* a\n b */\np {\n  color: red;\n}\n").expect("the test's own folder can be written to");
        let trunk = "<head>\n  <script>{\n    // why\n    f(\"a // b\");\n  }</script>\n  \
            <link rel=\"stylesheet\" href=\"/style-1.css\" data-integrity=\"none\"/>\n</head>";
        let page = inlined(trunk, &folder).expect("the page has a style sheet");
        let expected = "<head>\n<script>{\nf(\"a // b\");\n}</script>\n<style>p{color:red}</style>\n</head>";
        assert_eq!(page, expected);
        assert_eq!(style(&page), Some("p{color:red}"));
        assert!(!file.exists());
        assert!(inlined(trunk, &folder).is_err(), "without its file");
        assert!(inlined("<head></head>", &folder).is_err(), "without a style sheet");
        fs::remove_dir_all(folder).expect("the test's own folder can be removed");
    }
}
