//! Pauses of long work, so that the page answers in between and tells how far it is.

use super::turns::next_task;
use crate::locale::Lang;
use crate::snapshot::{Pause, Work};
use leptos::prelude::{document, window};
use std::cell::Cell;
use web_sys::Element;

/// Milliseconds of work between two pauses: less than anybody notices.
const SLICE: f64 = 24.0;

/// Milliseconds between two updates: nobody reads faster, and each costs the page a frame.
const TELLING: f64 = 100.0;

/// Milliseconds after which a reader wants to know what takes so long.
const LONG: f64 = 1000.0;

/// Pauses when a slice of time is over, and tells how far the work is.
pub(super) struct Breath {
    began: f64,
    since: Cell<f64>,
    told: Cell<f64>,
    /// Whether the reader can do without what is loaded.
    can_be_given_up: bool,
}

impl Breath {
    /// Work that begins now. Where it `can_be_given_up` it tells in words how far it is, with a way out.
    pub(super) fn new(can_be_given_up: bool) -> Breath {
        let now = js_sys::Date::now();
        Breath { began: now, since: Cell::new(now), told: Cell::new(0.0), can_be_given_up }
    }

    /// Whether something is to be told now, and then not again for a while.
    pub(super) fn tells(&self) -> bool {
        let now = js_sys::Date::now();
        let tells = now - self.told.get() >= TELLING;
        if tells {
            self.told.set(now);
        }
        tells
    }
}

impl Pause for Breath {
    async fn breathe(&self, work: Work, done: usize, all: usize) {
        let now = js_sys::Date::now();
        if now - self.since.get() < SLICE {
            return;
        }
        if work == Work::Records && self.tells() {
            show_records(done, all, self.can_be_given_up && now - self.began > LONG);
        }
        next_task().await;
        self.since.set(js_sys::Date::now());
    }
}

/// Shows how many of the records are there, `in_words` too.
#[inline(never)]
fn show_records(done: usize, all: usize, in_words: bool) {
    show_progress(done, all);
    if in_words {
        tell(|lang| lang.reading_records(done, all));
    }
}

/// Moves the loading page's bar to `done` of `all`: of bytes first, then of records.
#[inline(never)]
pub(super) fn show_progress(done: usize, all: usize) {
    if let Some(bar) = document().get_element_by_id("progress") {
        bar.set_attribute("max", &all.to_string()).ok();
        bar.set_attribute("value", &done.to_string()).ok();
    }
}

/// The element that says in words how far a long load is.
const WAITING: &str = "waiting";

/// Says so in the language of the page that is there, with a way out: the same page without the
/// choices that ask for so much.
pub(super) fn tell(words: impl Fn(Lang) -> String) {
    let code = document().document_element().and_then(|page| page.get_attribute("lang")).unwrap_or_default();
    let lang = Lang::parse(&code).unwrap_or(Lang::Kk);
    let Some(place) = document().get_element_by_id(WAITING).or_else(waiting) else { return };
    place.remove_attribute("data-first").ok();
    if place.first_element_child().is_none() {
        fill(&place, lang);
    }
    if let Some(said) = place.first_element_child() {
        said.set_text_content(Some(&words(lang)));
    }
}

fn waiting() -> Option<Element> {
    let place = document().create_element("p").ok()?;
    place.set_id(WAITING);
    document().body()?.append_child(&place).ok()?;
    Some(place)
}

fn fill(place: &Element, lang: Lang) {
    let [said, cancel] = ["span", "a"].map(|name| document().create_element(name));
    let (Ok(said), Ok(cancel), Ok(path)) = (said, cancel, window().location().pathname()) else { return };
    cancel.set_attribute("href", &path).ok();
    cancel.set_text_content(Some(lang.cancel()));
    place.append_with_node_2(&said, &cancel).ok();
}

/// The load is over.
pub(super) fn fall_silent() {
    if let Some(place) = document().get_element_by_id(WAITING) {
        place.remove();
    }
}

/// The page is there: what it shows while it loads would only cost the browser time at each choice.
pub(super) fn forget_loading() {
    if let Some(bar) = document().get_element_by_id("progress") {
        bar.remove();
    }
}
