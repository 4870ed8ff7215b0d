use leptos::prelude::*;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};

/// Has what reads signals leave them when its part of a page goes.
///
/// A signal keeps a place for each of its readers as long as it lasts itself, also for those that are no more: some
/// hundred bytes for each, and its next change asks them all. What may go before that which it reads says so here;
/// a page has them all forgotten when it goes (`pages/root.rs`).
pub fn leaving(reader: &impl ToAnySubscriber) {
    let subscriber = reader.to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
}

/// A memo that leaves what it reads; `make` says whether the value is another than before.
pub fn leaving_memo<T: Send + Sync + 'static>(
    make: impl Fn(Option<T>) -> (T, bool) + Send + Sync + 'static,
) -> Memo<T> {
    let memo = ArcMemo::new_owning(make);
    leaving(&memo);
    memo.into()
}
