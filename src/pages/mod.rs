//! One file a page. Pages are rendered natively for the bundle and the tests, and live in the browser.

mod about;
mod accessibility;
#[cfg(not(target_family = "wasm"))]
mod description;
mod direction;
mod documents;
mod explore;
mod failure;
mod indicator;
mod indicators;
mod not_found;
mod overview;
#[cfg(not(target_family = "wasm"))]
mod render;
mod root;
mod sources;
mod title;

#[cfg(not(target_family = "wasm"))]
pub use description::description;
pub use failure::{Failure, failure};
#[cfg(not(target_family = "wasm"))]
pub use render::render;
pub use root::Root;
pub use title::title;

use crate::app::App;
use crate::browser;
use crate::parts::{shell, still};
use crate::route::{Place, Route};
use leptos::prelude::*;

/// The page that the address names, with title, language and readiness kept in step.
pub fn page(app: App, place: Place) -> AnyView {
    let (title, lang) = (title(app.site, &place), place.lang);
    Effect::new(move |_| {
        browser::set_document(&title, lang);
        let state = if app.undrawn.get() == 0 { "ready" } else { "loading" };
        browser::set_state(state);
    });
    match place.route {
        Route::Overview => overview::overview(app),
        Route::Direction(id) => direction::direction(app, &id),
        Route::Explore => explore::explore(app),
        Route::Indicators => indicators::indicators(app),
        Route::Indicator(id) => indicator::indicator(app, &id),
        Route::Documents => text_page(app, lang.documents(), documents::documents),
        Route::Sources => sources::sources(app),
        Route::About => text_page(app, lang.about(), about::about),
        Route::Accessibility => text_page(app, lang.accessibility(), accessibility::accessibility),
        Route::NotFound => not_found::not_found(app),
    }
}

/// A page to read: no choice changes it.
fn text_page(app: App, name: &'static str, content: fn(App) -> AnyView) -> AnyView {
    let trail = vec![(Some(Route::Overview), app.lang().overview().to_owned()), (None, name.to_owned())];
    let content = still(app, "page", move || content(app));
    shell(app, trail, view! { <div data-still="page">{content}</div> }.into_any())
}
