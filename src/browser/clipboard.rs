use super::focus::focus_on;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Puts a text on the clipboard; says whether the browser let it.
///
/// The newer way is only there on secure pages and answers later; this one also works on plain
/// HTTP and from a file, within the click that asked for it.
pub fn copy(text: &str) -> bool {
    let Some((document, area)) = area(text) else { return false };
    let before = document.active_element();
    area.select();
    let copied = document.exec_command("copy").unwrap_or(false);
    area.remove();
    // Selecting took the focus, and who came by keyboard is to go on from the button.
    if let Some(before) = before.and_then(|element| element.dyn_into().ok()) {
        focus_on(&before);
    }
    copied
}

fn area(text: &str) -> Option<(HtmlDocument, HtmlTextAreaElement)> {
    let document = document().dyn_into::<HtmlDocument>().ok()?;
    let area = document.create_element("textarea").ok()?.dyn_into::<HtmlTextAreaElement>().ok()?;
    area.set_value(text);
    area.set_class_name("unseen");
    document.body()?.append_child(&area).ok()?;
    Some((document, area))
}

/// Today, as `2026-03-05`, on the reader's device.
pub fn today() -> String {
    let text = String::from(js_sys::Date::new_0().to_iso_string());
    text.split('T').next().unwrap_or_default().to_owned()
}
