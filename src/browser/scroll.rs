//! How far down each page of the history was read. The browser cannot restore that itself: a page
//! is only as long as before once it is drawn.

use super::reading::Reading;
use leptos::prelude::{document, window};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;

thread_local! {
    /// The key of the entry of the history that is shown.
    static ENTRY: RefCell<String> = const { RefCell::new(String::new()) };
    /// The same while that page only shows what another choice would give.
    static BEFORE: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The entry that was made when a record was opened.
    static OPENED: RefCell<String> = const { RefCell::new(String::new()) };
    /// Whether the reader is where they were on that page, or where it begins: before, there is nothing to note.
    static IS_THERE: Cell<bool> = const { Cell::new(true) };
    /// How far down the page was when it was last scrolled.
    static SCROLLED: Cell<f64> = const { Cell::new(0.0) };
}

/// Has the browser bring what it keeps for this tab: it is waited for the first time that it is asked for, which is
/// best while there is nothing else to do.
pub(super) fn wake() {
    remembered();
}

/// Finds out which entry of the history the document was opened at.
pub(super) fn find_entry() {
    enter(window().history().and_then(|history| history.state()).unwrap_or_default().as_string());
}

/// Takes the restoring over from the browser, until the document goes. The page is that far down; it
/// has just been put in the other's place, and to ask it would have the browser lay it out first.
pub(super) fn take_over(height: f64) {
    let by_us = |ours: bool| {
        use web_sys::ScrollRestoration::{Auto, Manual};
        if let Ok(history) = window().history() {
            history.set_scroll_restoration(if ours { Manual } else { Auto }).ok();
        }
    };
    by_us(true);
    // The browser restores a document that is loaded anew, from the page that is there at once.
    let leave = leptos::prelude::window_event_listener_untyped("pagehide", move |_| {
        remember();
        by_us(false);
    });
    std::mem::forget(leave);
    // One that the browser has kept as it was goes on.
    std::mem::forget(leptos::prelude::window_event_listener_untyped("pageshow", move |_| by_us(true)));
    let scrolled = leptos::prelude::window_event_listener_untyped("scroll", move |_| SCROLLED.set(self::height()));
    std::mem::forget(scrolled);
    SCROLLED.set(height);
}

/// How far down the page is.
pub(super) fn height() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Notes how far down the page is, what stands open and what has the keyboard, before another takes its place.
pub(super) fn remember() {
    if !IS_THERE.get() {
        return;
    }
    ENTRY.with_borrow(|entry| {
        keep(entry, height());
        if let Some((page, storage)) = document().get_element_by_id("app").zip(storage()) {
            storage.set_item(&reading(entry), &Reading::kept(&page)).ok();
        }
    });
}

/// What stood open on the page that is shown now, and what had the keyboard, when it was left.
pub(super) fn remembered_reading() -> Option<Reading> {
    let kept = ENTRY.with_borrow(|entry| storage()?.get_item(&reading(entry)).ok().flatten());
    kept.map(|kept| Reading::of_kept(&kept))
}

/// The same before a choice changes the page: to ask how far down it is would have the browser lay
/// it out, with the box that was just ticked, once before the change and once after it.
pub(super) fn remember_scrolled() {
    ENTRY.with_borrow(|entry| keep(entry, SCROLLED.get()));
}

/// How far down the page that is shown now was, when it was left.
pub(super) fn remembered() -> Option<f64> {
    ENTRY.with_borrow(|entry| kept(entry))
}

/// Notes how far down the list within the page that is shown is, or how many of it are shown.
pub fn remember_within(height: f64) {
    ENTRY.with_borrow(|entry| keep(&within(entry), height));
}

/// What [`remember_within`] noted for this entry of the history, if anything.
#[inline(never)]
pub fn remembered_within() -> Option<f64> {
    if cfg!(not(target_family = "wasm")) {
        return None;
    }
    ENTRY.with_borrow(|entry| kept(&within(entry)))
}

/// Notes which row of that list is open.
pub fn remember_row(at: usize) {
    ENTRY.with_borrow(|entry| keep(&row(entry), at as f64));
}

/// The entry that is shown was made to open a record.
pub fn open_row() {
    OPENED.set(ENTRY.with_borrow(String::clone));
}

/// None is open any more: takes the step back from where it was opened, if that is the last one taken.
pub fn close_row() {
    ENTRY.with_borrow(|entry| {
        if OPENED.with_borrow(|opened| opened == entry) {
            window().history().and_then(|history| history.back()).ok();
        } else if let Some(storage) = storage() {
            storage.remove_item(&row(entry)).ok();
        }
    });
}

/// The one that was when this entry of the history was last shown.
pub fn remembered_row() -> Option<usize> {
    if cfg!(not(target_family = "wasm")) {
        return None;
    }
    ENTRY.with_borrow(|entry| kept(&row(entry))).map(|at| at as usize)
}

/// Where nothing can be kept, pages start at their top. Whole pixels do: to read fractions again
/// would bring tables of ten kilobytes along.
fn keep(entry: &str, height: f64) {
    if let Some(storage) = storage() {
        storage.set_item(entry, &(height.round() as i32).to_string()).ok();
    }
}

fn kept(entry: &str) -> Option<f64> {
    storage()?.get_item(entry).ok().flatten()?.parse::<i32>().ok().map(f64::from)
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

/// Until [`end_preview`] nothing is remembered of the list of this page, and what is noted is soon forgotten.
pub fn begin_preview() {
    BEFORE.with_borrow_mut(|before| _ = before.get_or_insert_with(|| ENTRY.take()));
}

/// The page shows its own choices again.
pub fn end_preview() {
    if let Some(before) = BEFORE.take() {
        forget_within();
        ENTRY.set(before);
    }
}

/// The next page is on its way; until [`arrived`] nothing is noted of where the reader is on it.
pub(super) fn leave() {
    IS_THERE.set(false);
}

/// The reader is where they are to be.
pub(super) fn arrived() {
    IS_THERE.set(true);
}

/// Forgets place and open row of the list, which is another one now.
pub(super) fn forget_within() {
    if let Some(storage) = storage() {
        ENTRY.with_borrow(|entry| [within(entry), row(entry)].map(|key| storage.remove_item(&key).ok()));
    }
}

/// Has a new entry of the history begin with the same list as the one that is shown.
#[inline(never)]
fn keep_within(new: &str) {
    let Some(storage) = storage() else { return };
    ENTRY.with_borrow(|old| {
        for key in [within, row] {
            if let Ok(Some(kept)) = storage.get_item(&key(old)) {
                storage.set_item(&key(new), &kept).ok();
            }
        }
    });
}

fn within(entry: &str) -> String {
    format!("{entry}-list")
}

fn row(entry: &str) -> String {
    format!("{entry}-row")
}

fn reading(entry: &str) -> String {
    format!("{entry}-reading")
}

/// After a step in the history: notes where the page left was, gives where the page reached was.
pub(super) fn arrive() -> Option<f64> {
    end_preview();
    let key = window().history().and_then(|history| history.state()).unwrap_or_default().as_string();
    if key.is_some() {
        // Without a key it is a new entry, to which the browser has scrolled already.
        remember();
    }
    enter(key);
    remembered()
}

/// Scrolls the window to this height, in CSS pixels from the top of the page.
pub(super) fn to(height: f64) {
    window().scroll_to_with_x_and_y(0.0, height);
}

/// The key that a new entry of the history is to carry; whether its page has the `same_list` as the one that is shown.
pub(super) fn new_key(same_list: bool) -> JsValue {
    // Two entries may be made within a millisecond. A whole number is written alike whatever it is; a fraction is
    // once in some hundred written by code that no page has at first.
    let key = format!("bagyt-at-{}", (js_sys::Math::random() * f64::from(u32::MAX)) as u32);
    if same_list && ENTRY.with_borrow(|old| !old.is_empty()) {
        keep_within(&key);
    }
    ENTRY.set(key.clone());
    key.into()
}

/// The key of the entry that is shown.
pub(super) fn key() -> JsValue {
    ENTRY.with_borrow(|entry| entry.into())
}

fn enter(key: Option<String>) {
    match key {
        Some(key) => ENTRY.set(key),
        None => {
            // The browser has made it for a part of the same page.
            let key = new_key(true);
            if let Ok(history) = window().history() {
                history.replace_state(&key, "").ok();
            }
        }
    }
}
