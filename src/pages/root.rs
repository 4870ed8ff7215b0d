use super::page;
use crate::app::App;
use leptos::prelude::*;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::graph::{Source, ToAnySource, ToAnySubscriber};

/// The whole page: rendered anew when the place changes, and only in its parts when the choices do.
#[component]
pub fn Root(app: App) -> impl IntoView {
    provide_context(app);
    let place = ArcMemo::new(move |_| app.address.with(|address| address.place.clone()));
    let mut is_odd = false;
    move || {
        let shown = place.get();
        forget_readers(app);
        app.address.add_subscriber(place.to_any_subscriber());
        let page = page(app, shown);
        // A page must not be fitted into the elements of the one before, of which some are unknown to the views, and
        // others keep what their reader did: how far a list is scrolled, what stands in a field. It is not, where the
        // two are of different types.
        is_odd = !is_odd;
        if is_odd { page } else { Some(page).into_any() }
    }
}

/// Lets go of what the page that is gone has read. A signal keeps a place for each of its readers,
/// also for those that are no more, and these signals last as long as the visit. Only pages read them.
fn forget_readers(app: App) {
    let read = [
        app.address.to_any_source(),
        app.theme.to_any_source(),
        app.viewport.to_any_source(),
        app.undrawn.to_any_source(),
        app.newer.to_any_source(),
    ];
    read.iter().for_each(Source::clear_subscribers);
}
