use super::page;
use crate::app::App;
use leptos::prelude::*;

/// The whole page: rendered anew when the place changes, and only in its parts when the choices do.
#[component]
pub fn Root(app: App) -> impl IntoView {
    provide_context(app);
    let place = Memo::new(move |_| app.address.with(|address| address.place.clone()));
    move || page(app, place.get())
}
