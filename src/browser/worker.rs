//! The page's side of the service worker (`src/sw.js`), which keeps the site on the reader's device.

use super::told;
use crate::app::App;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

/// Registers the worker that the page names; pages that name none have none. It is told of a
/// new version, and that is said to the reader.
pub(super) fn register(app: App, root: &str) {
    let (Some(workers), Some(file)) = (workers(), told("worker")) else { return };
    let url = format!("{root}{file}");
    spawn_local(async move {
        // A browser may refuse, as in a private window; the site then works as long as the network.
        let Ok(found) = JsFuture::from(workers.register(&url)).await else { return };
        // What blocks workers may also answer with nothing.
        let Ok(registration) = found.dyn_into::<ServiceWorkerRegistration>() else { return };
        keep_read(&registration);
        let known = registration.clone();
        // Once announced it stays so: where it waits no more another tab has taken it, and this page
        // is still of the version before.
        let look = move || {
            if is_controlled() && known.waiting().is_some() {
                app.newer.set(true);
            }
        };
        look();
        // The first worker of a first visit is of the page's own version.
        let controlled = Cell::new(is_controlled());
        let overtaken = move || {
            if controlled.replace(true) {
                app.newer.set(true);
            }
        };
        workers.set_oncontrollerchange(Some(&handler(overtaken)));
        let coming = registration.clone();
        let found = move || {
            if let Some(worker) = coming.installing() {
                worker.set_onstatechange(Some(&handler(look.clone())));
            }
        };
        registration.set_onupdatefound(Some(&handler(found)));
    });
}

thread_local! {
    /// The snapshot that could be shown, for the worker to keep.
    static READ: RefCell<Option<web_sys::Blob>> = const { RefCell::new(None) };
}

/// Has the worker, once it is registered, keep a snapshot that could be shown, for when there is no
/// network: the pieces that it came in.
pub(super) fn keep_snapshot(pieces: &js_sys::Array) {
    READ.set(web_sys::Blob::new_with_u8_array_sequence(pieces).ok());
}

/// Until the page's own worker is active the browser would name that of a site in a folder above.
fn keep_read(registration: &ServiceWorkerRegistration) {
    let worker = registration.active().or_else(|| registration.waiting()).or_else(|| registration.installing());
    if let Some((worker, file)) = worker.zip(READ.take()) {
        worker.post_message(&file).ok();
    }
}

/// Whether a worker answers what this page asks for.
pub(super) fn is_controlled() -> bool {
    workers().is_some_and(|workers| workers.controller().is_some())
}

/// Gives the page to the version that waits, and loads it anew.
pub fn take_new_version() {
    let Some(found) = workers().map(|workers| workers.get_registration()) else { return };
    spawn_local(async move {
        let found = JsFuture::from(found).await.ok().and_then(|found| found.dyn_into().ok());
        let waiting = found.and_then(|registration: ServiceWorkerRegistration| registration.waiting());
        let Some(worker) = waiting else { return super::reload() };
        let waiting = worker.clone();
        let look = move || {
            if waiting.state() == ServiceWorkerState::Activated {
                super::reload();
            }
        };
        worker.set_onstatechange(Some(&handler(look)));
        worker.post_message(&JsValue::TRUE).ok();
    });
}

/// Browsers have workers on pages from secure addresses only, and none in a frame that is shut off: to ask
/// for them there is an error.
fn workers() -> Option<ServiceWorkerContainer> {
    js_sys::Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?.dyn_into().ok()
}

/// A handler that lives as long as the page.
fn handler(then: impl Fn() + 'static) -> js_sys::Function {
    Closure::<dyn Fn()>::new(then).into_js_value().unchecked_into()
}
