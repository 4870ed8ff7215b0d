use super::{fetch, links, set_document, set_state, switch_theme, wanted_theme};
use crate::app::App;
use crate::locale::Lang;
use crate::pages::{Failure, Root, failure};
use crate::query::Filters;
use crate::route::{Address, Place, Route};
use crate::site::Site;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// Fetches the snapshot, checks it, and puts the app in the place of the page that is there.
pub fn start() {
    console_error_panic_hook::set_once();
    switch_theme(wanted_theme());
    let root = root_url();
    let address = links::current(&root).map_or_else(
        || Address {
            place: Place::new(preferred_language(), Route::Overview),
            filters: Filters::default(),
            unknown: Vec::new(),
        },
        |(address, _)| address,
    );
    fix_icon();
    spawn_local(load(root, address));
}

/// The icon's address is relative to the page; it must not move when the address changes.
fn fix_icon() {
    if let Ok(Some(icon)) = document().query_selector("link[rel=icon]") {
        let href = icon.get_attribute("href").unwrap_or_default();
        let page = window().location().href().unwrap_or_default();
        if let Ok(url) = web_sys::Url::new_with_base(&href, &page) {
            icon.set_attribute("href", &url.href()).ok();
        }
    }
}

async fn load(root: String, address: Address) {
    set_state("loading");
    match fetch_site(&root, &address).await {
        Ok(site) => show(site.keep(), root, address),
        Err(failed) => {
            let lang = address.place.lang;
            set_document(lang.error_title(), lang);
            let prefix = root.clone();
            let again = move || spawn_local(load(root.clone(), address.clone()));
            swap(move || failure(lang, failed, prefix, again));
            set_state("error");
        }
    }
}

async fn fetch_site(root: &str, address: &Address) -> Result<Site, Failure> {
    let name = address.filters.snapshot.as_deref().unwrap_or("snapshot.json");
    let base = web_sys::Url::new(root).map_err(|_| Failure::Network(root.to_owned()))?;
    let url = web_sys::Url::new_with_base(name, root).map_err(|_| Failure::Network(name.to_owned()))?;
    if url.origin() != base.origin() {
        return Err(Failure::Origin(url.href()));
    }
    let text = fetch::text(&url.href(), show_progress).await.map_err(Failure::Network)?;
    Site::read(&text).map_err(Failure::Content)
}

fn show(site: &'static Site, root: String, address: Address) {
    let app = App::new(site, address, root.clone());
    app.theme.set(wanted_theme());
    let fragment = window().location().hash().unwrap_or_default();
    swap(move || view! { <Root app/> });
    links::listen(app, root);
    super::media::watch(app);
    if let Some(part) = document().get_element_by_id(fragment.trim_start_matches('#')) {
        part.scroll_into_view();
    }
}

/// Mounts a view beside the document and puts it in the old page's place in one step, so
/// that nothing blank is ever shown.
fn swap<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) {
    let Some(new) = document().create_element("div").ok().and_then(|e| e.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    new.set_id("app");
    leptos::mount::mount_to(new.clone(), view).forget();
    match document().get_element_by_id("app") {
        Some(old) => old.replace_with_with_node_1(&new).ok(),
        None => document().body().and_then(|body| body.append_child(&new).ok()).map(|_| ()),
    };
}

/// The bundle's folder as a whole address. Each page says how far up it is.
fn root_url() -> String {
    let page = window().location().href().unwrap_or_default();
    let root = document().document_element().and_then(|e| e.get_attribute("data-root")).unwrap_or_else(|| "./".into());
    web_sys::Url::new_with_base(&root, &page).map(|url| url.href()).unwrap_or(page)
}

fn preferred_language() -> Lang {
    let asked = window().navigator().languages();
    let codes = asked.iter().filter_map(|code| code.as_string());
    codes.filter_map(|code| Lang::parse(&code)).next().unwrap_or(Lang::Kk)
}

/// Shows on the bar of the loading page how much has come.
///
/// Where the host compresses, its answer does not tell the size; the page itself then does.
fn show_progress(bytes: usize, total: Option<usize>) {
    let Some(bar) = document().get_element_by_id("progress") else { return };
    let expected = || bar.get_attribute("data-bytes").and_then(|bytes| bytes.parse().ok());
    if let Some(total) = total.or_else(expected).filter(|total| *total >= bytes) {
        bar.set_attribute("max", &total.to_string()).ok();
        bar.set_attribute("value", &bytes.to_string()).ok();
    }
}
