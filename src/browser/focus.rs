use super::{scroll, wait_for_layout};
use crate::app::App;
use leptos::html::Div;
use leptos::prelude::{GetUntracked, NodeRef, document};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to an element by id, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        focus_on(&element);
    }
}

/// Moves the focus to an element, without scrolling.
pub(super) fn focus_on(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok();
}

/// Brings the part of that id into view, and the keyboard to it; says whether there is one.
pub fn show_part(id: &str) -> bool {
    let part = if id.is_empty() { None } else { document().get_element_by_id(id) };
    let Some(part) = part.and_then(|part| part.dyn_into::<HtmlElement>().ok()) else { return false };
    part.scroll_into_view();
    if part.tab_index() < 0 {
        part.set_tab_index(-1);
    }
    focus_on(&part);
    true
}

/// The same for a page that was just entered: without a part it starts at its heading, which takes
/// the focus so that a screen reader reads it.
pub(super) fn enter_page(part: &str) {
    announce("");
    if !show_part(part) {
        scroll::to(0.0);
        focus(HEADING);
    }
}

/// Where what had the keyboard is gone from the page, as a choice that was taken back, the number of records
/// takes it.
#[cfg(target_family = "wasm")]
pub(super) fn keep_focus() {
    let is_there =
        |active: &web_sys::Element| active.tag_name() != "BODY" && active.get_bounding_client_rect().height() > 0.0;
    if !document().active_element().is_some_and(|active| is_there(&active)) {
        focus("count");
    }
}

/// Moves the focus to the record of that number in a list, once it is there.
pub fn focus_on_record(app: App, list: NodeRef<Div>, number: usize) {
    once_drawn(app, move || {
        let Some(list) = list.get_untracked() else { return };
        let record = list.get_elements_by_class_name("record").item(number as u32);
        if let Some(record) = record.and_then(|record| record.dyn_into::<HtmlElement>().ok()) {
            record.set_tab_index(-1);
            focus_on(&record);
        }
    });
}

/// Runs something now if the page is shown, else as soon as it is.
pub fn once_shown(app: App, then: impl FnOnce() + 'static) {
    if app.undrawn.get_untracked() == 0 { then() } else { once_drawn(app, then) }
}

/// Runs something once the page that the address names is drawn: before, it has not its height.
pub(super) fn once_drawn(app: App, then: impl FnOnce() + 'static) {
    wait_for_layout(move || if app.undrawn.get_untracked() == 0 { then() } else { once_drawn(app, then) });
}

/// The id of every page's h1.
const HEADING: &str = "heading";

/// Tells a screen reader something, politely and once.
pub fn announce(text: &str) {
    if let Some(status) = document().get_element_by_id("status") {
        status.set_text_content(Some(text));
    }
}
