//! axe-core on every sort of page in every language and theme, as a phone and as a desk show it.

use browser_tests::{LANGUAGES, Site, axe, bundle, page::Page};

const WIDTHS: [u32; 2] = [360, 1440];
const RIGHT: &str = "\u{e014}";

#[tokio::test(flavor = "multi_thread")]
async fn nothing_keeps_readers_out_in_kazakh() {
    nothing_keeps_readers_out("kk").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_keeps_readers_out_in_russian() {
    nothing_keeps_readers_out("ru").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_keeps_readers_out_in_english() {
    nothing_keeps_readers_out("en").await;
}

async fn nothing_keeps_readers_out(language: &str) {
    let site = Site::start().await;
    let script = axe::script();
    let mut faults = Vec::new();
    let chosen =
        ["explore/?kind=training&q=zzz", "explore/?kind=training&nonsense=1", "no/such/page/"].map(str::to_owned);
    for path in bundle::templates().into_iter().chain(chosen) {
        let path = format!("{language}/{path}");
        site.page.open(&path).await;
        site.page.ready().await;
        site.page.bring_axe(&script).await;
        site.page.ask("document.querySelectorAll('details').forEach(fold => { fold.open = true }) ?? true").await;
        faults.extend(faults_in_both_themes(&site.page).await.into_iter().map(|fault| format!("{path} {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_keeps_readers_out_when_things_fail() {
    let site = Site::start().await;
    let script = axe::script();
    let mut faults = Vec::new();
    site.server.replace("snapshot.json", r#"{"format":2}"#);
    for language in LANGUAGES {
        site.page.open(&format!("{language}/about/")).await;
        site.page.failed().await;
        site.page.bring_axe(&script).await;
        faults.extend(site.page.violations().await.into_iter().map(|fault| format!("{language}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Reaches the first value of the first chart, whose words then stand over the page.
async fn reach_a_value(page: &Page) {
    if page.holds("document.querySelector('[data-walk]')").await {
        page.ask("document.querySelector('[data-walk]').focus() ?? true").await;
        page.press(RIGHT).await;
        page.wait("a value is reached", "Boolean(document.querySelector('.tip'))").await;
    }
}

async fn faults_in_both_themes(page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    for width in WIDTHS {
        page.set_width(width).await;
        for _ in 0..2 {
            page.ready().await;
            reach_a_value(page).await;
            let theme = page.text("document.documentElement.dataset.theme").await;
            faults.extend(page.violations().await.into_iter().map(|fault| format!("{width} {theme}: {fault}")));
            page.click("[data-theme-switch]").await;
            page.wait("the theme is the other", &format!("document.documentElement.dataset.theme !== {theme:?}")).await;
        }
    }
    faults
}
