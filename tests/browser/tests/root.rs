//! The bundle's own folder, and addresses that are none.

use browser_tests::{Site, bundle, page::Page};

#[tokio::test(flavor = "multi_thread")]
async fn the_root_leads_to_the_readers_language() {
    let site = Site::start().await;
    let page = &site.page;
    let default = bundle::snapshot()["snapshot"]["default_language"].clone();
    let default = default.as_str().expect("the snapshot names its default language");
    for (languages, expected) in [
        ("ru-RU,en", "ru"),
        ("en-GB", "en"),
        ("kk", "kk"),
        // The first of those that the site has.
        ("de-DE,en-US,ru", "en"),
        ("de,fr", default),
    ] {
        page.speak(languages).await;
        arrives(page, "", &format!("{expected}/"), languages).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_root_remembers_the_language_and_keeps_query_and_fragment() {
    let site = Site::start().await;
    let page = &site.page;
    page.speak("ru").await;
    page.open("en/about/").await;
    page.ready().await;
    page.ask("localStorage.setItem('bagyt-lang', 'en')").await;
    arrives(page, "?kind=training#timeline", "en/", "remembered").await;
    assert_eq!(page.text("location.search + location.hash").await, "?kind=training#timeline");
    // What is remembered may be anything; the reader still arrives.
    page.ask("localStorage.setItem('bagyt-lang', '../../x')").await;
    arrives(page, "", "ru/", "remembered nonsense").await;
}

async fn arrives(page: &Page, from: &str, at: &str, who: &str) {
    page.open(from).await;
    page.wait(&format!("{who} leads to {at}"), &format!("location.pathname.endsWith('/some/repo/{at}')")).await;
    page.ready().await;
    assert_eq!(page.path().await, at, "{who}");
    assert_eq!(page.text("document.documentElement.lang").await, at.trim_end_matches('/'), "{who}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_root_loads_nothing_that_is_not_shown() {
    let site = Site::start().await;
    site.page.speak("en").await;
    arrives(&site.page, "", "en/", "a first visit").await;
    let requests = site.server.requests();
    let twice = |end: &str| requests.iter().filter(|request| request.path.ends_with(end)).count();
    for end in [bundle::FIRST, "snapshot.json"] {
        assert_eq!(twice(end), 1, "{end} among {requests:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_root_is_a_page_without_javascript() {
    let site = Site::start().await;
    let page = &site.page;
    page.without_javascript().await;
    page.open("").await;
    assert_eq!(page.path().await, "");
    assert!(page.holds("document.querySelector('h1').checkVisibility()").await, "no heading");
    assert!(!page.holds("document.querySelector('#progress')").await, "a loading bar, but nothing loads");
    page.click("header a[hreflang=ru]").await;
    page.wait("the switch leads to Russian", "location.pathname.endsWith('/some/repo/ru/')").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_none_helps_from_any_depth() {
    for folder in ["/", "/a/b/c/", "/en/proj/"] {
        let site = Site::start_in(folder).await;
        let page = &site.page;
        for path in [
            "nonsense",
            "nonsense/",
            "very/deep/non/sense",
            "ru/nonsense",
            "ru/x/y/z/",
            "indicators/x/",
            // A language in a place where none belongs.
            "explore/ru/",
            "directions/en/tourism/",
        ] {
            page.open(path).await;
            page.ready().await;
            assert_eq!(page.status().await, 404, "{folder}{path}");
            let home =
                format!("[...document.links].filter(link => new URL(link.href).pathname === '{folder}kk/').length");
            assert!(page.holds(&home).await, "{folder}{path} shows no way home");
            assert!(page.holds("getComputedStyle(document.body).margin === '0px'").await, "{folder}{path}: no style");
        }
        page.click("[data-not-found] a").await;
        page.wait("the way leads on", &format!("location.pathname.startsWith('{folder}')")).await;
        page.ready().await;
        assert!(page.holds("!document.querySelector('[data-not-found]')").await, "the way leads nowhere");
    }
}
