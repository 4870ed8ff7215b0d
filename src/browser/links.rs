use super::focus::keep_focus;
use super::history::{Entry, stepped, visit};
use super::reading::Reading;
use super::{enter_page, once_drawn, preferred_language, scroll, show_part};
use crate::app::App;
use crate::locale::Lang;
use crate::query::Filters;
use crate::route::{Address, IN_FILE, Place, Route};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

/// The address that the browser shows, and the part it names; nothing at the bundle's root.
pub(super) fn current(root: &str) -> Option<(Address, String)> {
    inside(root, &super::here())
}

/// The address where the browser's own leads nowhere.
#[inline(never)]
pub(super) fn opening() -> Address {
    let lang = preferred_language().unwrap_or(Lang::Kk);
    Address { place: Place::new(lang, Route::Overview), filters: Filters::default(), unknown: Vec::new() }
}

/// Reads a whole URL as an address of this site; nothing when it leads elsewhere.
fn inside(root: &str, url: &str) -> Option<(Address, String)> {
    let (mut address, part) = Address::parse(url.strip_prefix(root)?)?;
    if address.filters.snapshot.is_some() && root.ends_with(IN_FILE) {
        keep_to_the_file(&mut address);
    }
    Some((address, part.to_owned()))
}

/// The one file has its own snapshot and no other: that another was asked for is told.
#[inline(never)]
fn keep_to_the_file(address: &mut Address) {
    let name = address.filters.snapshot.take().unwrap_or_default();
    address.unknown.push(format!("{}={name}", Filters::SNAPSHOT));
}

/// Turns clicks on links inside the site into changes of the address, and follows "back".
/// One listener for the whole document, so that links are plain links.
pub(super) fn listen(app: App, root: String) {
    catch_up(app, &root);
    let links = root.clone();
    let click = window_event_listener(leptos::ev::click, move |event| {
        let plain =
            event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten())
            .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
        // A link that says so loads the page anew, which is the way out of a program that failed.
        let ours = |link: &HtmlAnchorElement| !link.has_attribute("download") && link.rel() != "external";
        let Some(link) = link.filter(|link| plain && !event.default_prevented() && ours(link)) else { return };
        let found = match part_of_page(&link) {
            // A browser knows best how to go to a part of a page, where the page has an address.
            Some(_) if !app.is_one_file() && !has_base() => return scroll::remember(),
            Some(part) => Some((app.address.get_untracked(), part)),
            // A file of the site, and what is no page, is for the browser to fetch.
            None => inside(&links, &link.href()).filter(|(address, _)| address.place.route != Route::NotFound),
        };
        if let Some((address, mut part)) = found {
            // The page in another language opens at the same part.
            if link.has_attribute("hreflang") && address.place.route == app.place().route {
                part = current(&links).map(|(_, part)| part).unwrap_or_default();
            }
            event.prevent_default();
            let stays = part.is_empty() && address.place == app.place();
            // Who follows a link to what is shown has nothing to come back to.
            let same = part.is_empty() && app.address.with_untracked(|shown| *shown == address);
            visit(app, address, if same { Entry::Replace } else { Entry::Push }, &part);
            if stays {
                once_drawn(app, keep_focus);
            }
        }
    });
    let back = window_event_listener(leptos::ev::popstate, move |_| {
        stepped();
        let height = scroll::arrive();
        let (address, part) = current(&root).unwrap_or_else(|| (opening(), String::new()));
        let moved = address.place != app.place();
        if address != app.address.get_untracked() {
            app.address.set(address);
        }
        app.steps.update(|steps| *steps += 1);
        scroll::leave();
        once_drawn(app, move || {
            // Who only takes a choice back stays where the keyboard is, if that is still there; a part is gone to by
            // who has followed a link to it.
            if moved {
                enter_page(&part);
            } else if height.is_none() {
                show_part(&part);
            } else {
                keep_focus();
            }
            let reading = scroll::remembered_reading().filter(|_| moved);
            let grows = reading.as_ref().is_some_and(Reading::is_open);
            if let Some((page, reading)) = document().get_element_by_id("app").zip(reading) {
                reading.restore(&page);
            }
            if let Some(height) = height {
                scroll::to(height);
                if grows {
                    once_drawn(app, move || scroll::to(height));
                }
            }
            scroll::arrived();
        });
    });
    // Both live as long as the page.
    std::mem::forget((click, back));
}

/// Follows a step that was taken before anybody listened: back to a choice made before the page was loaded anew, or
/// by a link where all pages are one document.
#[inline(never)]
fn catch_up(app: App, root: &str) {
    let differs = |address: &Address| app.address.with_untracked(|shown| shown != address);
    if let Some((address, part)) = current(root).filter(|(address, _)| differs(address)) {
        visit(app, address, Entry::Replace, &part);
    }
}

/// What a link to a part of this same page names.
fn part_of_page(link: &HtmlAnchorElement) -> Option<String> {
    let href = link.get_attribute("href")?;
    href.strip_prefix('#').filter(|_| !href.starts_with(IN_FILE)).map(str::to_owned)
}

/// Whether links to parts would leave the page, as on the page for a missing address.
fn has_base() -> bool {
    document().query_selector("base").ok().flatten().is_some()
}
