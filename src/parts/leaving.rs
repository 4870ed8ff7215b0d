//! Readers of signals that leave them when their part of a page goes.
//!
//! A signal keeps a place for each of its readers as long as it lasts itself, also for those that are no more: some
//! hundred bytes for each, and its next change asks them all. What may go before that which it reads is made here;
//! a page has all its readers forgotten when it goes (`pages/root.rs`).

use leptos::prelude::*;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};

/// A memo that unsubscribes when it is dropped; `make` also returns whether the value has changed.
pub fn leaving_memo<T: Send + Sync + 'static>(
    make: impl Fn(Option<T>) -> (T, bool) + Send + Sync + 'static,
) -> Memo<T> {
    let memo = ArcMemo::new_owning(make);
    leave(&memo);
    memo.into()
}

/// An effect that leaves what it reads.
pub fn leaving_effect(run: impl Fn() + 'static) {
    let effect = Effect::new(move |_| run());
    // Natively there are no effects: a page is written once.
    if cfg!(target_family = "wasm") {
        leave(&effect);
    }
}

fn leave(reader: &impl ToAnySubscriber) {
    let reader = reader.to_any_subscriber();
    on_cleanup(move || reader.clear_sources(&reader));
}
