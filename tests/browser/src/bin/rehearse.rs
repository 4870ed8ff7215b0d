//! Visits pages with a program that notes which of its functions are called, and writes for each
//! function a letter, `1` where a first visit called it. `cargo xtask rehearse` runs it.

use browser_tests::page::Page;
use browser_tests::{LANGUAGES, Site, bundle, files::LOST};
use serde_json::json;

const SNAPSHOT: &str = "snapshot.json";
const PAGE: &str = "directions/tourism/";

/// A phone and a desk: width in CSS pixels, device pixels in each.
const SCREENS: [(u32, f64); 2] = [(390, 3.0), (1280, 1.0)];

/// The marks that the program has made.
const MARKS: &str = "new Uint8Array(exported.memory.buffer, exported.marks.value, exported.marks_count.value).join('')";

#[tokio::main(flavor = "multi_thread")]
async fn main() {
    let Some(file) = std::env::args().nth(1) else { return eprintln!("rehearse FILE") };
    let mut called = Vec::new();
    for (width, ratio) in SCREENS {
        let site = Site::start().await;
        let page = &site.page;
        page.devtools("Page.enable", json!({})).await;
        page.keep_exports().await;
        page.set_screen(width, ratio).await;
        for language in LANGUAGES {
            for path in bundle::pages() {
                page.open(&format!("{language}/{path}")).await;
                page.ready().await;
                page.scroll_down().await;
                note(page, &mut called).await;
            }
            rehearse_a_slow_line(&site, language, &mut called).await;
        }
    }
    rehearse_a_lost_network(&mut called).await;
    let count = called.iter().filter(|mark| **mark == b'1').count();
    println!("{count} of {} functions were called", called.len());
    if let Err(error) = std::fs::write(&file, called) {
        eprintln!("{file}: {error}");
    }
}

/// A snapshot that is long in coming.
async fn rehearse_a_slow_line(site: &Site, language: &str, called: &mut Vec<u8>) {
    let Site { page, server } = site;
    server.hold(SNAPSHOT);
    page.open(&format!("{language}/{PAGE}")).await;
    page.bar_seen().await;
    server.release();
    page.ready().await;
    note(page, called).await;
}

/// A snapshot that does not come, to a browser that was never here: what tells of a lost network
/// must not have to be fetched.
async fn rehearse_a_lost_network(called: &mut Vec<u8>) {
    let Site { page, server } = &Site::start().await;
    page.devtools("Page.enable", json!({})).await;
    page.keep_exports().await;
    page.be_impatient().await;
    for language in LANGUAGES {
        for trouble in LOST {
            server.trouble(SNAPSHOT, trouble);
            page.open(&format!("{language}/{PAGE}")).await;
            page.failed().await;
            note(page, called).await;
        }
    }
}

/// Adds what the document's program has called, also when the browser sweeps, which it does at any
/// time and then has the program let go of what nothing refers to.
async fn note(page: &Page, called: &mut Vec<u8>) {
    page.sweep().await;
    let marks = page.text(MARKS).await.into_bytes();
    called.resize(marks.len(), b'0');
    for (called, mark) in called.iter_mut().zip(marks) {
        *called = (*called).max(mark);
    }
}
