use super::focus::focus_on;
use crate::snapshot::Day;
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

/// Today, where the reader is.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let (month, day) = (now.get_month() as u8 + 1, now.get_date() as u8);
    Day { year: now.get_full_year() as i32, month: Some(month), day: Some(day) }
}
