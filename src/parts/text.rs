use crate::locale::Lang;
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
