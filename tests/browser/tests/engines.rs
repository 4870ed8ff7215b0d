//! What must work in every engine: `cargo xtask test` runs this file in Chromium, Firefox and WebKit
//! (`BAGYT_ENGINE`). It uses nothing that only one of their drivers has.

use browser_tests::{LANGUAGES, Site, bundle, page::Page};
use serde_json::Value;

/// The text of the page without what only one of file and program has: printed charts and the words
/// for readers without the program in the file, the note of a chart's mark in the program.
const TEXT: &str = "(page => {
    const app = page.querySelector('#app').cloneNode(true);
    app.querySelectorAll('svg, noscript').forEach(one => one.remove());
    return app.textContent.replace(/[ \\n]+/g, '');
})";

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_drawn_and_say_what_their_files_say() {
    let site = Site::start().await;
    let page = &site.page;
    let mut faults = Vec::new();
    let templates = bundle::templates();
    for language in LANGUAGES {
        // A page that a document opens with keeps what is there, and who follows a link has all of a page
        // made by the program.
        page.open(&format!("{language}/{}", templates.last().expect("there are pages"))).await;
        page.ready().await;
        for path in &templates {
            let path = format!("{language}/{path}");
            page.follow(&path).await;
            page.ready().await;
            let charts = page.charts().await;
            faults.extend(charts.iter().flat_map(|chart| chart.faults()).map(|fault| format!("{path}: {fault}")));
            // The file was written natively, once for all engines: who equals it equals the others,
            // in every form of a number and a date.
            let file = format!(
                "fetch(location.href).then(answer => answer.text())
                    .then(text => {TEXT}(new DOMParser().parseFromString(text, 'text/html')))"
            );
            let (file, shown) = (
                page.ask(&file).await.as_str().unwrap_or_default().to_owned(),
                page.text(&format!("{TEXT}(document)")).await,
            );
            if file != shown {
                faults.push(format!("{path}: {}", difference(&file, &shown)));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Where two texts part, with some words before and after.
fn difference(file: &str, shown: &str) -> String {
    let same = file.chars().zip(shown.chars()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| text.chars().skip(same.saturating_sub(30)).take(80).collect::<String>();
    format!("the file says “{}”, the page “{}”", around(file), around(shown))
}

#[tokio::test(flavor = "multi_thread")]
async fn choices_live_in_the_address() {
    let site = Site::start().await;
    let page = &site.page;
    let (plain, all) = page.view_of("ru/explore/").await;
    let kind = page.first_free("kind").await.expect("there is a kind to choose");
    page.choose("kind", &kind).await;
    page.wait_for_query("kind", &kind, true).await;
    page.ready().await;
    let (chosen, some) = (page.chosen().await, page.count().await);
    assert!(some > 0 && some < all, "{some} of {all}");
    page.reload().await;
    page.ready().await;
    assert_eq!((page.chosen().await, page.count().await), (chosen.clone(), some), "after a reload");
    page.back().await;
    page.wait_for_query("kind", &kind, false).await;
    page.ready().await;
    assert_eq!((page.chosen().await, page.count().await), (plain, all), "back");
    page.forward().await;
    page.wait_for_query("kind", &kind, true).await;
    page.ready().await;
    assert_eq!((page.chosen().await, page.count().await), (chosen, some), "forward");
    let word = bundle::rare_word();
    page.search(&word).await;
    page.wait_for_query("q", &word, true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn links_change_the_page_and_not_the_document() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("kk/").await;
    page.ready().await;
    page.ask("window.stays = true").await;
    page.click("main a[href*='directions/tourism/']").await;
    page.wait("the page is the other", "location.pathname.endsWith('/kk/directions/tourism/')").await;
    page.ready().await;
    page.click(".languages a[hreflang=en]").await;
    page.wait("the language is the other", "document.documentElement.lang === 'en'").await;
    page.ready().await;
    assert!(page.holds("window.stays").await, "a new document was loaded");
    assert!(page.canvas_is_drawn().await, "a chart is blank");
    page.back().await;
    page.wait("the language is the first", "document.documentElement.lang === 'kk'").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_walks_a_chart_and_its_table_is_given() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("en/explore/").await;
    page.ready().await;
    page.ask("document.querySelector('figure[data-chart=by-kind] [data-walk]').focus() ?? true").await;
    page.press("\u{e014}").await;
    page.wait("a value is spoken", "document.querySelector('[role=status]').textContent.length > 0").await;
    let caught = "(() => {
        const make = URL.createObjectURL;
        URL.createObjectURL = file => { file.text().then(text => { window.given = text; }); return make(file); };
        return true;
    })()";
    page.ask(caught).await;
    page.click("figure[data-chart=by-kind] [data-download=csv]").await;
    page.wait("a table is given", "Boolean(window.given)").await;
    let rows = page.ask("[...document.querySelectorAll('figure[data-chart=by-kind] tbody tr')].map(row => row.cells[0].textContent)").await;
    let given = page.text("window.given").await;
    let rows = rows.as_array().cloned().unwrap_or_default();
    assert!(rows.len() > 3, "{rows:?}");
    for row in rows.iter().filter_map(Value::as_str) {
        assert!(given.lines().any(|line| line.starts_with(row)), "{row} is not in {given}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_one_visit_pages_open_without_a_network() {
    let Site { page, server } = Site::start().await;
    page.open("kk/about/").await;
    page.ready().await;
    kept(&page, &server.base()).await;
    drop(server);
    for path in ["ru/directions/tourism/", "en/explore/", "kk/"] {
        page.open(path).await;
        page.ready().await;
        assert!(page.holds("document.querySelector('[data-notice=kept]')").await, "{path} is no kept copy");
        assert!(page.canvas_is_drawn().await, "{path}: a chart is blank");
    }
}

async fn kept(page: &Page, base: &str) {
    let snapshot = Value::from(format!("{base}snapshot.json"));
    let kept = format!(
        "(async () => navigator.serviceWorker.controller !== null && await caches.match({snapshot}) !== undefined)()"
    );
    page.wait("the device keeps the site", &kept).await;
}
