//! A page as the bundle has it, before its program is there, and the program's coming.

use crate::{Site, bundle};

const PROGRAM: &str = bundle::FIRST;

/// Each sort of page; those that have charts first.
pub const PAGES: [&str; 7] = [
    "kk/",
    "ru/directions/tourism/",
    "kk/directions/small-business/",
    "en/explore/",
    "kk/sources/",
    "en/documents/",
    "ru/indicators/",
];
/// How many of them have charts.
pub const WITH_CHARTS: usize = 5;

/// A page as the bundle has it; its program comes when the server releases it.
pub async fn before_the_program(path: &str, width: u32) -> Site {
    let site = Site::start().await;
    site.page.set_width(width).await;
    open_held(&site, path).await;
    site
}

/// The same, on a site that is there.
pub async fn open_held(site: &Site, path: &str) {
    site.server.hold(PROGRAM);
    site.page.open(path).await;
    site.page.wait("the styles are there", "getComputedStyle(document.body).marginTop === '0px'").await;
}

/// Lets the program come, and waits until its page has taken the other's place.
pub async fn taken_over(site: &Site) {
    site.page.ask("document.getElementById('app').before_the_program = true").await;
    site.server.release();
    site.page.ready().await;
    assert!(!site.page.holds("document.getElementById('app').before_the_program").await, "nothing took over");
}
