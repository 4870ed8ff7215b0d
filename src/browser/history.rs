use crate::app::App;
use crate::route::Address;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Whether a change of address is a step that "back" undoes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    Push,
    Replace,
}

/// Makes an address the current one, in the history and in the app.
pub fn go(app: App, address: Address, entry: Entry) {
    visit(app, address, entry, "");
}

/// The same, and then brings a part of the page into view.
pub(super) fn visit(app: App, address: Address, entry: Entry, fragment: &str) {
    let mark = if fragment.is_empty() { "" } else { "#" };
    let url = app.prefix.with_value(|prefix| format!("{prefix}{}{mark}{fragment}", address.href()));
    if let Ok(history) = window().history() {
        // A browser may refuse too many changes a second; the page itself still follows.
        match entry {
            Entry::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)).ok(),
            Entry::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)).ok(),
        };
    }
    let moved = app.place() != address.place;
    app.address.set(address);
    if moved || !fragment.is_empty() {
        let fragment = fragment.to_owned();
        super::wait_for_layout(move || super::focus_heading(&fragment));
    }
}
