use super::Root;
use crate::app::App;
use crate::query::Filters;
use crate::route::{Address, Place};
use crate::site::Site;
use leptos::prelude::*;

/// A page as HTML text, made by the same components that run in the browser. `prefix` is the
/// way from the page to the bundle's folder.
pub fn render(site: &'static Site, place: Place, prefix: &str) -> String {
    let prefix = prefix.to_owned();
    let html = Owner::new().with(move || {
        let app = App::new(site, Address { place, filters: Filters::default(), unknown: Vec::new() }, prefix);
        view! { <Root app/> }.to_html()
    });
    // Leptos marks places in the tree by comments, for hydration; nobody reads them here.
    html.replace("<!>", "")
}
