use super::{enter_page, once_drawn, scroll};
use crate::app::App;
use crate::route::Address;
use leptos::prelude::*;

/// Whether a change of address is a step that "back" undoes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// It is: the address becomes a new entry of the history.
    Push,
    /// It is not: the address takes the place of the current entry.
    Replace,
}

/// Makes an address the current one, in the history and in the app.
pub fn go(app: App, address: Address, entry: Entry) {
    visit(app, address, entry, "");
}

/// The same, and then brings a part of the page into view.
pub(super) fn visit(app: App, address: Address, entry: Entry, part: &str) {
    let moved = app.place() != address.place;
    let url = app.prefix.with_value(|prefix| format!("{prefix}{}", address.href_of(part)));
    if let Ok(history) = window().history() {
        // A browser may refuse too many changes a second; the page itself still follows.
        match entry {
            Entry::Push => {
                if moved {
                    scroll::remember()
                } else {
                    scroll::remember_scrolled()
                }
                history.push_state_with_url(&scroll::new_key(), "", Some(&url)).ok()
            }
            Entry::Replace => {
                scroll::forget_within();
                history.replace_state_with_url(&scroll::key(), "", Some(&url)).ok()
            }
        };
    }
    if app.lang() != address.place.lang {
        super::storage::remember_language(address.place.lang);
    }
    app.address.set(address);
    if moved || !part.is_empty() {
        let part = part.to_owned();
        once_drawn(app, move || enter_page(&part));
    }
}
