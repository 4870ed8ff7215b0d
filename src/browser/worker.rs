//! The page's side of the service worker (`src/sw.js`), which keeps the site on the reader's device.

use super::told;
use crate::app::App;
use leptos::prelude::*;
use std::cell::Cell;
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

/// Has the worker keep a snapshot that was read without fault, for when there is no network: the
/// pieces that it came in.
pub(super) fn keep_snapshot(pieces: &js_sys::Array) {
    let Ok(file) = web_sys::Blob::new_with_u8_array_sequence(pieces) else { return };
    with_registration(move |registration| {
        if let Some(worker) = registration.active() {
            worker.post_message(&file).ok();
        }
    });
}

/// Whether a worker answers what this page asks for.
pub(super) fn is_controlled() -> bool {
    workers().is_some_and(|workers| workers.controller().is_some())
}

/// Gives the page to the version that waits, and loads it anew.
pub fn take_new_version() {
    with_registration(|registration| {
        let Some(worker) = registration.waiting() else { return super::reload() };
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

fn with_registration(then: impl FnOnce(ServiceWorkerRegistration) + 'static) {
    let Some(ready) = workers().filter(|_| told("worker").is_some()).and_then(|workers| workers.ready().ok()) else {
        return;
    };
    spawn_local(async move {
        if let Ok(registration) = JsFuture::from(ready).await {
            then(registration.unchecked_into());
        }
    });
}

/// Browsers have workers on pages from secure addresses only.
fn workers() -> Option<ServiceWorkerContainer> {
    let workers = window().navigator().service_worker();
    (!workers.is_undefined()).then_some(workers)
}

/// A handler that lives as long as the page.
fn handler(then: impl Fn() + 'static) -> js_sys::Function {
    Closure::<dyn Fn()>::new(then).into_js_value().unchecked_into()
}
