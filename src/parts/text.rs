use super::escaped;
use crate::app::App;
use crate::locale::{Lang, found_in};
use crate::query::folded_words;
use crate::snapshot::Text;
use leptos::prelude::*;
use std::ops::Range;

/// A text of the snapshot. Where it is not in the reader's language, it says so and carries
/// the language that it is in (WCAG 2.2, 3.1.2).
pub fn text(text: &Text, lang: Lang) -> AnyView {
    marked(text, lang, &[])
}

/// The same with what the reader searches for marked in it.
pub fn found(text: &Text, app: App) -> AnyView {
    marked(text, app.lang(), &app.address.with_untracked(|address| folded_words(&address.filters.words)))
}

fn marked(text: &Text, lang: Lang, words: &[String]) -> AnyView {
    let (shown, plain) = text.shown(lang);
    let places = found_in(plain, words);
    let content = if places.is_empty() { plain.to_owned().into_any() } else { with_marks(plain, &places) };
    if shown == lang { content } else { in_another(shown, content) }
}

#[inline(never)]
fn with_marks(plain: &str, places: &[Range<usize>]) -> AnyView {
    let mut rest = 0;
    let mut pieces = Vec::new();
    for place in places {
        let before = plain.get(rest..place.start).unwrap_or_default().to_owned();
        let word = plain.get(place.clone()).unwrap_or_default().to_owned();
        pieces.push(view! { {before}<mark>{word}</mark> });
        rest = place.end;
    }
    (pieces, plain.get(rest..).unwrap_or_default().to_owned()).into_any()
}

/// What is in a language other than the page's.
#[inline(never)]
pub(super) fn in_another(lang: Lang, content: AnyView) -> AnyView {
    view! { <span lang=lang.code()>{content}</span> " " <small class="lang" lang=lang.code()>"[" {lang.brief_name()} "]"</small> }
        .into_any()
}

/// The same as HTML.
pub fn text_html(text: &Text, lang: Lang, words: &[String]) -> String {
    let (shown, plain) = text.shown(lang);
    let content = marked_html(plain, words);
    if shown == lang { content } else { foreign_html(shown, &content) }
}

/// Words as HTML, with what the reader searches for marked in them.
pub fn marked_html(plain: &str, words: &[String]) -> String {
    let (mut content, mut rest) = (String::new(), 0);
    for place in found_in(plain, words) {
        content += &escaped(plain.get(rest..place.start).unwrap_or_default());
        content += &["<mark>", &escaped(plain.get(place.clone()).unwrap_or_default()), "</mark>"].concat();
        rest = place.end;
    }
    content + &escaped(plain.get(rest..).unwrap_or_default())
}

/// HTML that is in a language other than the page's.
#[inline(never)]
pub(super) fn foreign_html(lang: Lang, content: &str) -> String {
    let (code, name) = (lang.code(), lang.brief_name());
    ["<span lang=\"", code, "\">", content, "</span> <small lang=\"", code, "\" class=\"lang\">[", name, "]</small>"]
        .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: Text, words: &[&str], expected: &str) {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        // Between two texts a page's file has a mark.
        let html = marked(&text, Lang::Kk, &words).to_html().replace("<!>", "");
        assert_eq!((html.as_str(), text_html(&text, Lang::Kk, &words).as_str()), (expected, expected));
    }

    #[test]
    fn view_and_html_are_one() {
        let kk = |words: &str| Text { kk: Some(words.into()), ..Text::default() };
        check(kk("<b> & жол"), &[], "&lt;b&gt; &amp; жол");
        check(kk("Ескі жол және жол картасы"), &["жол"], "Ескі <mark>жол</mark> және <mark>жол</mark> картасы");
        let en = Text { en: Some("A road to Aktau".into()), ..Text::default() };
        let note = "<small lang=\"en\" class=\"lang\">[Eng]</small>";
        check(en, &["road"], &format!("<span lang=\"en\">A <mark>road</mark> to Aktau</span> {note}"));
    }
}
