use crate::locale::Lang;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;

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

/// Runs something in the same turn of the browser's loop, when all views have followed what changed.
pub fn after_changes(then: impl FnOnce() + 'static) {
    leptos::task::spawn_local(async move { then() });
}

/// Sends all that a pointer does, until it is let go, to the element that it was pressed on.
pub fn hold_pointer(event: &web_sys::PointerEvent) {
    if let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) {
        // A pointer that is gone already has nothing to hold.
        element.set_pointer_capture(event.pointer_id()).ok();
    }
}

/// Loads the page anew.
pub(super) fn reload() {
    window().location().reload().ok();
}

/// Opens the browser's dialogue for printing the page.
pub fn print() {
    window().print().ok();
}

/// The whole address that the browser shows.
pub fn here() -> String {
    window().location().href().unwrap_or_default()
}

/// What the page says of itself on its root element, under `data-NAME`.
pub(super) fn told(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(&format!("data-{name}"))
}

/// The snapshot that a page carries in itself, where the whole site is one file.
pub fn carried_snapshot() -> Option<String> {
    document().get_element_by_id("snapshot-text")?.text_content()
}
