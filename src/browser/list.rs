//! How far a list is scrolled, in lengths of which the reader's letters are sixteen high: its rows grow with these.

use leptos::prelude::{document, window};
use web_sys::Element;

/// How tall letters are where the reader has not said otherwise, in CSS pixels.
const USUAL: f64 = 16.0;

/// How far a list is scrolled.
pub fn list_top(list: &Element) -> f64 {
    f64::from(list.scroll_top()) / scale()
}

/// How much of a list is seen at once.
pub fn list_view(list: &Element) -> f64 {
    f64::from(list.client_height()) / scale()
}

/// Scrolls a list that far, and not less: a pixel too little leaves a row cut off.
pub fn scroll_list(list: &Element, top: f64) {
    list.set_scroll_top((top * scale()).ceil() as i32);
}

/// Such a length as the style sheet has it.
pub fn list_length(length: f64) -> String {
    format!("{}rem", length / USUAL)
}

/// CSS pixels such a length has: one, where the reader's letters are of the usual size.
fn scale() -> f64 {
    let style = document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.map(|size| js_sys::Number::parse_float(&size) / USUAL).filter(|scale| *scale > 0.0).unwrap_or(1.0)
}
