use crate::app::App;
use leptos::prelude::*;

/// What is in an element that nothing changes as long as its page is shown. The element is marked
/// with the same name, `data-still`, and has nothing else in it.
///
/// Where the page is there already as the bundle has it, its own content is carried over when the
/// program's page takes its place (`browser/take_over.rs`), and is not made again.
pub fn still(app: App, name: &str, make: impl FnOnce() -> AnyView + 'static) -> AnyView {
    unless_there(app, name, Box::new(make))
}

/// Boxed, `make` stays a function of its own, which a first visit need not load.
#[inline(never)]
fn unless_there(app: App, name: &str, make: Box<dyn FnOnce() -> AnyView>) -> AnyView {
    if app.has_still(name) { ().into_any() } else { make() }
}

/// The same, with an element for it, for what stands still until a reader chooses something: carried
/// over at first, and made when what `until` reads changes; from then on it follows what `make` reads.
pub fn still_until(
    app: App,
    name: String,
    until: impl Fn() + Send + 'static,
    make: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    (move || one_of(app, &name, &until, &make)).into_any()
}

/// What is carried over is unknown to the views, so it has to go as a whole: of another type, its
/// element is not used again for what is made.
#[inline(never)]
fn one_of(app: App, name: &str, until: &dyn Fn(), make: &dyn Fn() -> AnyView) -> AnyView {
    let name = name.to_owned();
    if app.has_still(&name) {
        until();
        return Some(view! { <div data-still=name></div> }).into_any();
    }
    let made = make();
    view! { <div data-still=name>{made}</div> }.into_any()
}
