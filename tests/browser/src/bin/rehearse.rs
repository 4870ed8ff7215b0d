//! Visits pages with a program that notes which of its functions are called, and writes for each function
//! the part of the program that must have it: 0 where a direction's page called it, 1 where only other
//! pages did, else 2. `cargo xtask rehearse` runs it.

use browser_tests::page::Page;
use browser_tests::{LANGUAGES, Site, bundle, files::LOST};
use serde_json::json;
use std::process::ExitCode;

const SNAPSHOT: &str = "snapshot.json";
const PAGE: &str = "directions/tourism/";

/// The parts of the program, as digits.
const DIRECTIONS: u8 = b'0';
const PAGES: u8 = b'1';
const REST: u8 = b'2';

/// A phone and a desk: width in CSS pixels, device pixels in each.
const SCREENS: [(u32, f64); 2] = [(390, 3.0), (1280, 1.0)];

/// The marks that the program has made.
const MARKS: &str = "new Uint8Array(exported.memory.buffer, exported.marks.value, exported.marks_count.value).join('')";

#[tokio::main(flavor = "multi_thread")]
async fn main() -> ExitCode {
    let Some(file) = std::env::args().nth(1) else {
        eprintln!("rehearse FILE");
        return ExitCode::FAILURE;
    };
    let mut called = Vec::new();
    for (width, ratio) in SCREENS {
        let site = Site::start().await;
        let page = &site.page;
        page.devtools("Page.enable", json!({})).await;
        page.keep_exports().await;
        page.set_screen(width, ratio).await;
        // What happens at a browser's very first visit happens on a direction's page, which has the least.
        let (of_directions, others) = bundle::pages_by_parts();
        for language in LANGUAGES {
            for path in of_directions.iter().chain(&others) {
                page.open(&format!("{language}/{path}")).await;
                page.ready().await;
                page.scroll_down().await;
                note(page, if path.starts_with("directions/") { DIRECTIONS } else { PAGES }, &mut called).await;
            }
            rehearse_a_slow_line(&site, language, &mut called).await;
        }
    }
    rehearse_crumbs(&mut called).await;
    rehearse_a_lost_network(&mut called).await;
    let count = |part| called.iter().filter(|digit| **digit == part).count();
    let counts = [DIRECTIONS, PAGES].map(count);
    println!("directions called {} of {} functions, other pages {} more", counts[0], called.len(), counts[1]);
    if let Err(error) = std::fs::write(&file, called) {
        eprintln!("{file}: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// A snapshot that is long in coming, to a reader who goes on reading.
async fn rehearse_a_slow_line(site: &Site, language: &str, called: &mut Vec<u8>) {
    let Site { page, server } = site;
    server.hold(SNAPSHOT);
    page.open(&format!("{language}/{PAGE}")).await;
    page.bar_seen().await;
    page.scroll_down().await;
    server.release();
    page.ready().await;
    note(page, DIRECTIONS, called).await;
}

/// A snapshot of which any piece may be the end of what has come.
async fn rehearse_crumbs(called: &mut Vec<u8>) {
    let Site { page, .. } = &Site::start().await;
    page.devtools("Page.enable", json!({})).await;
    page.keep_exports().await;
    page.crumble(SNAPSHOT).await;
    page.open(&format!("en/{PAGE}")).await;
    page.ready().await;
    note(page, DIRECTIONS, called).await;
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
            note(page, DIRECTIONS, called).await;
        }
    }
}

/// Notes that a part must have what the document's program has called, also when the browser sweeps, which
/// it does at any time and then has the program let go of what nothing refers to.
async fn note(page: &Page, part: u8, called: &mut Vec<u8>) {
    page.sweep().await;
    let marks = page.text(MARKS).await.into_bytes();
    called.resize(marks.len(), REST);
    for (first, _) in called.iter_mut().zip(marks).filter(|(_, mark)| *mark == b'1') {
        *first = part.min(*first);
    }
}
