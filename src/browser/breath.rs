//! Pauses of long work, so that the page answers in between.

use crate::snapshot::{Pause, Work};
use leptos::prelude::{document, window};
use std::cell::Cell;
use wasm_bindgen_futures::JsFuture;

/// Milliseconds of work between two pauses: less than anybody notices.
const SLICE: f64 = 24.0;

/// Pauses when a slice of time is over, and tells on the bar of the loading page how far it is.
pub(super) struct Breath {
    since: Cell<f64>,
}

impl Breath {
    pub(super) fn new() -> Breath {
        Breath { since: Cell::new(js_sys::Date::now()) }
    }
}

impl Pause for Breath {
    async fn breathe(&self, work: Work, done: usize, all: usize) {
        if js_sys::Date::now() - self.since.get() < SLICE {
            return;
        }
        if work == Work::Reading {
            show_progress(done, all);
        }
        let turn = js_sys::Promise::new(&mut |next, _| {
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&next, 0).ok();
        });
        JsFuture::from(turn).await.ok();
        self.since.set(js_sys::Date::now());
    }
}

/// Shows on the bar of the loading page how many of how many bytes, and then records, are there.
pub(super) fn show_progress(done: usize, all: usize) {
    if let Some(bar) = document().get_element_by_id("progress") {
        bar.set_attribute("max", &all.to_string()).ok();
        bar.set_attribute("value", &done.to_string()).ok();
    }
}
