use crate::locale::Lang;
use leptos::prelude::{document, window};

/// Says on the root element how far the page is: `loading`, `ready` or `error`.
pub fn set_state(state: &str) {
    if let Some(root) = document().document_element() {
        // Setting a plain attribute cannot fail; there is nobody to tell if it did.
        root.set_attribute("data-state", state).ok();
    }
}

/// Sets the document's title and language: the one place that does.
pub fn set_document(title: &str, lang: Lang) {
    document().set_title(title);
    if let Some(root) = document().document_element() {
        root.set_attribute("lang", lang.code()).ok();
    }
}

/// Runs something once the browser has laid the page out.
pub fn wait_for_layout(then: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(then);
}

/// Loads the page anew.
pub fn reload() {
    window().location().reload().ok();
}

/// Opens the browser's dialogue for printing the page.
pub fn print() {
    window().print().ok();
}

/// The address of this page with a fragment that names a part of it.
pub fn link_to(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    format!("{}#{fragment}", href.split('#').next().unwrap_or_default())
}
