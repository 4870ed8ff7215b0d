use super::{enter_page, once_drawn, scroll};
use crate::app::App;
use crate::route::Address;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::Element;

thread_local! {
    /// The field that was typed into when the current entry was made.
    static TYPED: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Whether a change of address is a step that "back" undoes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// It is: the address becomes a new entry of the history.
    Push,
    /// It is not: the address takes the place of the current entry.
    Replace,
    /// It is one step with what was just typed into the same field, so that a word is one step.
    Typed,
}

/// Makes an address the current one, in the history and in the app.
pub fn go(app: App, address: Address, entry: Entry) {
    visit(app, address, entry, "");
}

/// The same, and then brings a part of the page into view.
pub(super) fn visit(app: App, address: Address, entry: Entry, part: &str) {
    let moved = app.place() != address.place;
    let same = app.address.with_untracked(|shown| *shown == address);
    let field = if entry == Entry::Typed { field_of_event() } else { None };
    let goes_on = field.is_some() && TYPED.with_borrow(|before| *before == field);
    let entry = if goes_on { Entry::Replace } else { entry };
    TYPED.set(field);
    let url = app.prefix.with_value(|prefix| format!("{prefix}{}", address.href_of(part)));
    if let Ok(history) = window().history() {
        // A browser may refuse too many changes a second; the page itself still follows.
        match entry {
            Entry::Push | Entry::Typed => {
                if moved {
                    scroll::remember()
                } else {
                    scroll::remember_scrolled()
                }
                history.push_state_with_url(&scroll::new_key(same), "", Some(&url)).ok()
            }
            Entry::Replace => {
                if !same {
                    scroll::forget_within();
                }
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
        if moved {
            scroll::leave();
        }
        once_drawn(app, move || {
            enter_page(&part);
            scroll::arrived();
        });
    }
}

/// The field that the event is about which is being handled. It may have lost the keyboard already.
fn field_of_event() -> Option<Element> {
    window().event().dyn_into::<web_sys::Event>().ok()?.target()?.dyn_into().ok()
}

/// A step in the history: what is typed next is a step of its own.
#[cfg(target_family = "wasm")]
pub(super) fn stepped() {
    TYPED.set(None);
}
