//! A site on a reader's device, and the next version of it on the host.

use crate::server::Server;
use crate::{Site, bundle};
use std::fs;

const PAGES: [&str; 4] =
    ["kk/index.html", "kk/about/index.html", "ru/about/index.html", "ru/directions/tourism/index.html"];

/// Whether the program that runs is the one of [`release`].
pub const NEW: &str = "performance.getEntriesByType('resource').some(entry => entry.name.endsWith('/app-new.js'))";

/// Whether the reader is told of a version that they can take.
pub const ANNOUNCED: &str = "Boolean(document.querySelector('[data-notice=newer]')?.innerText.trim())";

/// A site that was visited once, on one page; what follows is what the device keeps.
pub async fn visited() -> Site {
    visited_in("/some/repo/").await
}

/// The same in any folder of its host.
pub async fn visited_in(folder: &str) -> Site {
    let site = Site::start_in(folder).await;
    site.page.open("kk/about/").await;
    site.page.ready().await;
    let kept =
        "(async () => navigator.serviceWorker.controller !== null && await caches.match('SNAPSHOT') !== undefined)()";
    let kept = kept.replace("SNAPSHOT", &format!("{}snapshot.json", site.server.base()));
    site.page.wait("the device keeps the site", &kept).await;
    site
}

/// Publishes the same program under another name; of its pages only those that the tests open.
pub fn release(server: &Server) {
    release_worker(server);
    for (name, content) in program() {
        server.replace(&renamed(&name), content);
        server.hide(&name);
    }
    for page in PAGES {
        server.replace(page, renamed(&text(page)));
    }
}

/// Publishes the service worker of that version alone, before what it is of.
pub fn release_worker(server: &Server) {
    server.replace("sw.js", renamed(&text("sw.js")).replace("\"version\":\"", "\"version\":\"new"));
}

/// Publishes the version before once more.
pub fn take_back(server: &Server) {
    for (name, _) in program() {
        server.lift(&name);
        server.hide(&renamed(&name));
    }
    ["sw.js"].iter().chain(&PAGES).for_each(|file| server.lift(file));
}

/// Names and contents of the program's files.
fn program() -> Vec<(String, Vec<u8>)> {
    let names = fs::read_dir(bundle::folder()).expect("the bundle can be listed").flatten();
    let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let program = names.filter(|name| name.starts_with("app-"));
    program
        .map(|name| (name.clone(), fs::read(bundle::folder().join(name)).expect("the program is readable")))
        .collect()
}

/// A text in which the program has its new name.
fn renamed(text: &str) -> String {
    let files = program();
    let glue = files.iter().find_map(|(name, _)| name.strip_suffix(".js")).expect("the bundle has glue");
    // The policy names scripts by a hash, which is another for another name.
    text.replace("Content-Security-Policy", "was-policy").replace(glue, "app-new")
}

fn text(file: &str) -> String {
    fs::read_to_string(bundle::folder().join(file)).expect("pages and the worker are text")
}
