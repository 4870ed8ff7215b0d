use crate::app::App;
use crate::locale::{Lang, found_in};
use crate::query::folded_words;
use crate::snapshot::Text;
use leptos::prelude::*;

/// A text of the snapshot. Where it is not in the reader's language, it says so and carries
/// the language that it is in (WCAG 2.2, 3.1.2).
pub fn text(text: &Text, lang: Lang) -> AnyView {
    let (shown, words) = text.shown(lang);
    let words = words.to_owned();
    if shown == lang {
        return words.into_any();
    }
    view! { <span lang=shown.code()>{words}</span> " " <small class="lang" lang=shown.code()>"[" {shown.brief_name()} "]"</small> }
        .into_any()
}

/// The same with what the reader searches for marked in it.
pub fn found(one: &Text, app: App) -> AnyView {
    let words = app.address.with_untracked(|address| folded_words(&address.filters.words));
    let (shown, title) = one.shown(app.lang());
    if words.is_empty() || shown != app.lang() {
        return text(one, app.lang());
    }
    let mut pieces = Vec::new();
    let mut rest = 0;
    for place in found_in(title, &words) {
        let before = title.get(rest..place.start).unwrap_or_default().to_owned();
        let word = title.get(place.clone()).unwrap_or_default().to_owned();
        pieces.push(view! { {before}<mark>{word}</mark> });
        rest = place.end;
    }
    (pieces, title.get(rest..).unwrap_or_default().to_owned()).into_any()
}
