use crate::app::App;
use crate::locale::{Lang, found_in};
use crate::query::folded_words;
use crate::snapshot::Text;
use leptos::prelude::*;

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
    let mut rest = 0;
    let mut pieces = Vec::new();
    for place in found_in(plain, words) {
        let before = plain.get(rest..place.start).unwrap_or_default().to_owned();
        let word = plain.get(place.clone()).unwrap_or_default().to_owned();
        pieces.push(view! { {before}<mark>{word}</mark> });
        rest = place.end;
    }
    let rest = plain.get(rest..).unwrap_or_default().to_owned();
    let content = if pieces.is_empty() { rest.into_any() } else { (pieces, rest).into_any() };
    if shown == lang {
        return content;
    }
    view! { <span lang=shown.code()>{content}</span> " " <small class="lang" lang=shown.code()>"[" {shown.brief_name()} "]"</small> }
        .into_any()
}
