//! The program in parts: a first visit does without the later ones, and what needs them gets them.

use browser_tests::{LANGUAGES, Site, bundle, files::LOST};
use serde_json::json;

/// The file that the rest of the program is in.
fn rest() -> String {
    file("_rest.wasm")
}

fn file(end: &str) -> String {
    let files = std::fs::read_dir(bundle::folder()).expect("the bundle can be listed").flatten();
    let mut names = files.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.find(|name| name.ends_with(end)).expect("the bundle has all parts of the program")
}

/// Where this fails, functions have moved: `cargo xtask rehearse` lists those of the later parts anew.
#[tokio::test(flavor = "multi_thread")]
async fn a_first_visit_does_without_the_later_parts() {
    let (of_directions, others) = bundle::pages_by_parts();
    visit(&of_directions, &[rest(), file("_pages.wasm")]).await;
    visit(&others, &[rest()]).await;
}

async fn visit(pages: &[String], missing: &[String]) {
    let site = Site::start().await;
    missing.iter().for_each(|part| site.server.hide(part));
    for language in LANGUAGES {
        for path in pages {
            site.page.open(&format!("{language}/{path}")).await;
            site.page.ready().await;
            site.page.scroll_down().await;
            // Browsers do that at any time.
            site.page.sweep().await;
            site.page.ready().await;
        }
    }
}

/// A host that has nothing but the first part of the program.
async fn without_later_parts() -> Site {
    let site = Site::start().await;
    [rest(), file("_pages.wasm")].iter().for_each(|part| site.server.hide(part));
    site.page.devtools("Page.enable", json!({})).await;
    site
}

/// One number in some hundred takes other code to be written as a fraction; this is such a one.
#[tokio::test(flavor = "multi_thread")]
async fn chance_asks_for_no_later_part() {
    let site = without_later_parts().await;
    site.page.before_each_document("Math.random = () => 0.3625991537233966").await;
    site.page.open("en/directions/tourism/").await;
    site.page.ready().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_in_small_pieces_asks_for_no_later_part() {
    let site = without_later_parts().await;
    site.page.crumble("snapshot.json").await;
    site.page.open("en/directions/tourism/").await;
    site.page.ready().await;
    assert!(site.page.holds("window.crumbs > 0").await, "it came as ever");
}

/// A network that is lost cannot bring what tells of that.
#[tokio::test(flavor = "multi_thread")]
async fn a_lost_network_is_told_without_the_rest() {
    let site = Site::start().await;
    let page = &site.page;
    page.be_impatient().await;
    [rest(), file("_pages.wasm")].iter().for_each(|part| site.server.hide(part));
    for language in LANGUAGES {
        for trouble in LOST {
            site.server.trouble("snapshot.json", trouble);
            page.open(&format!("{language}/directions/tourism/")).await;
            page.failed().await;
            page.sweep().await;
            assert!(page.holds("document.querySelector('[data-notice=failure] [data-problem]')").await, "not told");
            assert!(page.holds("document.querySelector('#fault').hidden").await, "{trouble:?} asks for the rest");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_needs_the_rest_before_it_came_waits_for_it() {
    let site = Site::start().await;
    site.server.hide(&rest());
    site.page.open("en/directions/tourism/").await;
    site.page.ready().await;
    site.page.ask("window.stays = true").await;
    site.server.lift(&rest());
    site.page.click("footer a[href$='/en/about/']").await;
    site.page.wait("the page is shown", "document.querySelector('h1').innerText.includes('About')").await;
    site.page.ready().await;
    assert!(site.page.holds("window.stays").await, "a new document was loaded");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_rest_does_not_come_that_is_told() {
    let site = Site::start().await;
    site.server.hide(&rest());
    site.page.open("en/directions/tourism/").await;
    site.page.ready().await;
    site.page.click("[data-filters] .choice input:enabled").await;
    site.page.wait("it is told", "document.querySelector('#fault:not([hidden])')?.innerText.includes('404')").await;
    // A page that needs the whole program from the start, because it shows something else than its file.
    site.page.open("ru/explore/?kind=training").await;
    site.page.failed().await;
    assert!(site.page.holds("document.querySelector('#fault:not([hidden])').innerText.includes('404')").await);
}
