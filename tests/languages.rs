//! Each page speaks one language: no word of another stands in it without being marked as such.

use bagyt::locale::Lang;
use bagyt::pages::render;
use bagyt::route::{Place, Route};
use bagyt::site::Site;
use serde_json::Value;
use std::collections::BTreeSet;

/// Elements that have no end.
const VOID: [&str; 7] = ["br", "hr", "img", "input", "link", "meta", "wbr"];

/// The texts of a page and the languages they stand in: what is read and what is heard.
fn texts(html: &str, page: Lang) -> Vec<(Lang, String)> {
    let mut texts = Vec::new();
    let mut inside = vec![(String::new(), page)];
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        let lang = inside.last().map_or(page, |(_, lang)| *lang);
        texts.push((lang, text.to_owned()));
        let (tag, after) = after.split_once('>').expect("every tag ends");
        rest = after;
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('!') || VOID.contains(&name) && attribute(tag, "lang").is_none() {
            continue;
        }
        if tag.starts_with('/') {
            let at = inside.iter().rposition(|(open, _)| open == name).expect("every end has a start");
            inside.truncate(at);
            continue;
        }
        let lang = attribute(tag, "lang").map_or(lang, |code| Lang::parse(code).expect("a language of the site"));
        for heard in ["aria-label", "aria-roledescription", "title", "placeholder", "alt"] {
            texts.extend(attribute(tag, heard).map(|text| (lang, text.to_owned())));
        }
        if !tag.ends_with('/') && !VOID.contains(&name) {
            inside.push((name.to_owned(), lang));
        }
        // Addresses and names of files are nobody's language.
        if name == "code" || name == "script" || name == "style" {
            rest = rest.find(&format!("</{name}>")).map_or(rest, |end| &rest[end..]);
        }
    }
    texts
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = format!(" {name}=\"");
    tag.split_once(&start)?.1.split('"').next()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}

fn is_cyrillic(word: &str) -> bool {
    word.chars().any(|letter| ('\u{400}'..='\u{52f}').contains(&letter))
}

/// Letters that Kazakh has and Russian has not.
fn is_kazakh(word: &str) -> bool {
    word.chars().any(|letter| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(letter))
}

/// Small words and endings that Russian has and Kazakh has not.
fn is_russian(word: &str) -> bool {
    const SMALL: [&str; 33] = [
        "и",
        "в",
        "во",
        "на",
        "но",
        "из",
        "по",
        "для",
        "или",
        "от",
        "до",
        "при",
        "как",
        "что",
        "это",
        "этого",
        "где",
        "за",
        "о",
        "об",
        "с",
        "со",
        "к",
        "у",
        "их",
        "его",
        "без",
        "после",
        "между",
        "также",
        "только",
        "года",
        "годы",
    ];
    const ENDS: [&str; 16] = [
        "ого", "его", "ому", "ему", "ыми", "ими", "ться", "ется", "ение", "ения", "ость", "ости", "ные", "ных", "ный",
        "ская",
    ];
    let word = word.to_lowercase();
    let ends = || word.chars().count() > 4 && ENDS.iter().any(|end| word.ends_with(end));
    !is_kazakh(&word) && (SMALL.contains(&word.as_str()) || ends())
}

/// Names that are the same in every language.
const NAMES: [&str; 19] = [
    "PNG",
    "SVG",
    "CSV",
    "SHA",
    "JSON",
    "Schema",
    "MIT",
    "Apache",
    "WCAG",
    "AA",
    "axe",
    "core",
    "Chromium",
    "Firefox",
    "WebKit",
    "CC",
    "BY",
    "KZT",
    "Бағыт",
];

/// What newspapers and programmes are called in another language than the one spoken of them.
const TITLES: [&str; 7] = [
    "Казахстанская правда",
    "Нұрлы жол",
    "Халық үні",
    "Ауылды бірлесе дамыту",
    "Егемен Қазақстан",
    "Әділет",
    "Ауылды бірлесе дамыт",
];

/// The words of a text in that language which belong to another. Names in Latin letters are what
/// the snapshot says they are: its own texts may have them, the words of the interface may not.
fn foreign(lang: Lang, text: &str, own: &[String]) -> Vec<String> {
    let mut text = text.to_owned();
    for title in TITLES {
        text = text.replace(title, " ");
    }
    let strange = |word: &str, text: &str| match lang {
        Lang::En => is_cyrillic(word),
        Lang::Ru => {
            is_kazakh(word)
                || !is_cyrillic(word) && !own.iter().any(|own| text.contains(own.as_str()) && own.contains(word))
        }
        Lang::Kk => {
            is_russian(word)
                || !is_cyrillic(word) && !own.iter().any(|own| text.contains(own.as_str()) && own.contains(word))
        }
    };
    words(&text).filter(|word| !NAMES.contains(word) && strange(word, &text)).map(str::to_owned).collect()
}

/// The snapshot's own texts in that language in which Latin letters stand.
fn with_latin(snapshot: &Value, lang: Lang, found: &mut Vec<String>) {
    match snapshot {
        Value::Object(fields) => {
            for (name, value) in fields {
                let own = value.as_str().filter(|_| name == lang.code() || name == "locator" || name == "file");
                found.extend(own.map(str::to_owned).filter(|text| words(text).any(|word| !is_cyrillic(word))));
                with_latin(value, lang, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| with_latin(item, lang, found)),
        _ => {}
    }
}

#[test]
fn every_text_is_in_the_language_that_it_is_marked_with() {
    const SNAPSHOT: &str = include_str!("../public/snapshot.json");
    let site = Site::read(SNAPSHOT).expect("the published snapshot can be shown").keep();
    let snapshot: Value = serde_json::from_str(SNAPSHOT).expect("the snapshot is JSON");
    let own = Lang::ALL.map(|lang| {
        let mut found = Vec::new();
        with_latin(&snapshot, lang, &mut found);
        (lang, found)
    });
    let of = |lang: Lang| own.iter().find(|(one, _)| *one == lang).map_or(&[][..], |(_, found)| found.as_slice());
    let mut faults = BTreeSet::new();
    for page in Lang::ALL {
        for route in Route::all(&site.snapshot) {
            let place = Place::new(page, route);
            let html = unescaped(&render(site, place.clone(), "../"));
            for (lang, text) in texts(&html, page) {
                let strange = foreign(lang, &text, of(lang));
                if !strange.is_empty() {
                    let start: String = text.chars().take(80).collect();
                    faults.insert(format!("{} in a text in {lang:?}: {start} ({})", strange.join(", "), place.path()));
                }
            }
        }
    }
    let first: Vec<&String> = faults.iter().take(60).collect();
    assert!(faults.is_empty(), "{} faults, the first are {first:#?}", faults.len());
}

fn unescaped(html: &str) -> String {
    html.replace("&#x27;", "'").replace("&quot;", "\u{201d}").replace("&amp;", "&").replace("<!>", "")
}

#[test]
fn strangers_are_found() {
    let check = |lang, html: &str, expected: &[&str]| {
        let texts = texts(html, lang);
        let found: Vec<String> = texts.iter().flat_map(|(lang, text)| foreign(*lang, text, &[])).collect();
        assert_eq!(found, expected, "{html}");
    };
    check(Lang::Kk, "<p>Барлық жазбалар</p>", &[]);
    check(Lang::Kk, "<p>Все записи и показатели</p>", &["и"]);
    check(Lang::Kk, "<p>Search <b lang=\"en\">words</b></p>", &["Search"]);
    check(Lang::Ru, "<p title=\"Іздеу\">Поиск</p>", &["Іздеу"]);
    check(Lang::En, "<p>Filters<br>Фильтры <span lang=\"ru\">и слова</span></p>", &["Фильтры"]);
}
