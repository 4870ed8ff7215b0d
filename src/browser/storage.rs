use crate::locale::Lang;
use leptos::prelude::{document, window};

const LANG: &str = "bagyt-lang";

/// What was kept under a key on an earlier visit.
pub(super) fn recall(key: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(key).ok().flatten()
}

/// Keeps something for the next visit. Private windows and files may refuse; it then lasts for
/// this visit.
pub(super) fn keep(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        storage.set_item(key, value).ok();
    }
}

/// Keeps the language that the reader chose; the bundle's root page reads it too.
pub(super) fn remember_language(lang: Lang) {
    keep(LANG, lang.code());
}

/// The language chosen on an earlier visit, else the first of ours that the browser asks for, else that of the page.
pub(super) fn preferred_language() -> Option<Lang> {
    let asked = window().navigator().languages();
    let page = document().document_element().and_then(|page| page.get_attribute("lang"));
    let codes = recall(LANG).into_iter().chain(asked.iter().filter_map(|code| code.as_string())).chain(page);
    codes.filter_map(|code| Lang::parse(&code)).next()
}
