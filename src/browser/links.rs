use super::history::{Entry, visit};
use crate::app::App;
use crate::query::Filters;
use crate::route::{Address, Place};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The address that the browser shows, and its fragment; nothing at the bundle's root.
pub(super) fn current(root: &str) -> Option<(Address, String)> {
    let href = window().location().href().unwrap_or_default();
    inside(root, &href)
}

/// Reads a whole URL as an address of this site; nothing when it leads elsewhere.
fn inside(root: &str, url: &str) -> Option<(Address, String)> {
    let rest = url.strip_prefix(root)?;
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (filters, unknown) = Filters::from_query(query);
    Some((Address { place: Place::parse(path)?, filters, unknown }, fragment.to_owned()))
}

/// Turns clicks on links inside the site into changes of the address, and follows "back".
/// One listener for the whole document, so that links are plain links.
pub(super) fn listen(app: App, root: String) {
    let links = root.clone();
    let click = window_event_listener(leptos::ev::click, move |event| {
        let plain =
            event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten())
            .and_then(|element| element.dyn_into::<web_sys::HtmlAnchorElement>().ok());
        let Some(link) = link.filter(|link| plain && !event.default_prevented() && !link.has_attribute("download"))
        else {
            return;
        };
        if link.get_attribute("href").is_some_and(|href| href.starts_with('#')) {
            return;
        }
        if let Some((address, fragment)) = inside(&links, &link.href()) {
            event.prevent_default();
            visit(app, address, Entry::Push, &fragment);
        }
    });
    let back = window_event_listener(leptos::ev::popstate, move |_| {
        if let Some((address, _)) = current(&root).filter(|(address, _)| *address != app.address.get_untracked()) {
            app.address.set(address);
        }
    });
    // Both live as long as the page.
    std::mem::forget((click, back));
}
