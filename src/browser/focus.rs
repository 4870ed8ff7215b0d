use leptos::prelude::document;
use wasm_bindgen::JsCast;

/// Moves the focus to an element by id, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        element.focus_with_options(&options).ok();
    }
}

/// After a change of page: the named part comes into view, else the page starts at its
/// heading, which takes the focus so that a screen reader reads it.
pub fn focus_heading(fragment: &str) {
    let part = if fragment.is_empty() { None } else { document().get_element_by_id(fragment) };
    match part {
        Some(part) => part.scroll_into_view(),
        None => leptos::prelude::window().scroll_to_with_x_and_y(0.0, 0.0),
    }
    focus(HEADING);
}

/// The id of every page's h1.
const HEADING: &str = "heading";

/// Tells a screen reader something, politely and once.
pub fn announce(text: &str) {
    if let Some(status) = document().get_element_by_id("status") {
        status.set_text_content(Some(text));
    }
}
