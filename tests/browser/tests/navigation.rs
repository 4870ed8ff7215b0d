//! Moving through the site: without reloading, for eyes, keyboards and screen readers alike.

use browser_tests::{Site, bundle, page::Page};

/// Set on the window to find out later whether the document is still the same.
const MARK: &str = "(window.markOfTest = true)";
const MARKED: &str = "window.markOfTest === true";

#[tokio::test(flavor = "multi_thread")]
async fn links_change_the_page_and_not_the_document() {
    let site = Site::start().await;
    let page = &site.page;
    opened(page, "kk/").await;
    page.ask(MARK).await;
    let (title, heading) = (page.text("document.title").await, heading(page).await);

    page.click("main a[href*='directions/tourism/']").await;
    page.wait("the address follows", "location.pathname.endsWith('/kk/directions/tourism/')").await;
    page.ready().await;
    assert!(page.holds(MARKED).await, "the document was loaded anew");
    page.wait("the heading has the focus", "document.activeElement?.localName === 'h1'").await;
    assert_ne!(self::heading(page).await, heading, "the heading does not follow");
    assert_ne!(page.text("document.title").await, title, "the title does not follow");

    page.click("header a[hreflang=en]").await;
    page.wait("the address follows the language", "location.pathname.endsWith('/en/directions/tourism/')").await;
    page.wait("lang follows", "document.documentElement.lang === 'en'").await;
    page.ready().await;

    page.back().await;
    page.wait("back to Kazakh", "document.documentElement.lang === 'kk'").await;
    page.back().await;
    page.wait("back to the overview", "location.pathname.endsWith('/kk/')").await;
    page.ready().await;
    assert_eq!((page.text("document.title").await, self::heading(page).await), (title, heading), "back");
    assert!(page.holds(MARKED).await, "going back loaded the document anew");
}

/// What is no page of the site is not looked for among them.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_a_file_opens_the_file() {
    let site = Site::start().await;
    let page = &site.page;
    opened(page, "ru/about/").await;
    page.click("main a[href$='snapshot.schema.json']").await;
    page.wait("the file is there", "location.pathname.endsWith('/some/repo/snapshot.schema.json')").await;
    assert!(page.holds("document.contentType === 'application/json'").await, "{}", page.address().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_theme_is_kept() {
    let site = Site::start().await;
    let page = &site.page;
    let theme = "document.documentElement.dataset.theme";
    opened(page, "ru/").await;
    let before = page.text(theme).await;
    page.click("[data-theme-switch]").await;
    page.wait("the theme changes", &format!("({theme} ?? '') !== {before:?}")).await;
    let after = page.text(theme).await;
    page.reload().await;
    page.ready().await;
    assert_eq!(page.text(theme).await, after, "the theme after a reload");
    opened(page, "en/about/").await;
    assert_eq!(page.text(theme).await, after, "the theme on another page");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_skip_link_comes_first_and_skips() {
    let site = Site::start().await;
    let page = &site.page;
    opened(page, "kk/directions/innovation/").await;
    page.press_tab().await;
    let link = "document.activeElement";
    let leads_within =
        format!("{link}.localName === 'a' && {link}.hash.length > 1 && {link}.pathname === location.pathname");
    assert!(page.holds(&leads_within).await, "first is {}", page.text(&format!("{link}.outerHTML")).await);
    assert!(
        page.holds(&format!("{link}.checkVisibility() && {link}.getBoundingClientRect().top >= 0")).await,
        "unseen"
    );

    page.press(thirtyfour::Key::Enter.value().to_string()).await;
    let main = "document.querySelector('main')";
    page.press_tab().await;
    page.wait("the next stop is in the content", &format!("{main}.contains(document.activeElement)")).await;
    assert_eq!(page.path().await, "kk/directions/innovation/", "the skip link left the page");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_citation_leads_to_its_source() {
    let site = Site::start().await;
    let page = &site.page;
    for indicator in bundle::sample_indicators() {
        opened(page, &format!("ru/indicators/{indicator}/")).await;
        let source = page.text("document.querySelector('main a[data-evidence]')?.dataset.evidence").await;
        assert!(!source.is_empty(), "{indicator} cites nothing");
        page.click(&format!("main a[data-evidence={source:?}]")).await;
        page.wait("the sources page is shown", "location.pathname.endsWith('/ru/sources/')").await;
        page.ready().await;
        let fragment = page.text("decodeURIComponent(location.hash)").await;
        assert!(fragment.contains(&source), "{indicator} cites {source}, its link leads to “{fragment}”");
        let target = "document.getElementById(decodeURIComponent(location.hash.slice(1)))";
        page.wait("the source is on the page", &format!("{target} !== null")).await;
        let seen =
            format!("(({{ top, bottom }}) => bottom > 0 && top < innerHeight)({target}.getBoundingClientRect())");
        page.wait("the source is in view", &seen).await;
        assert!(page.holds(&format!("getComputedStyle({target}).boxShadow !== 'none'")).await, "it does not stand out");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_says_so_in_the_language_of_the_path() {
    let site = Site::start().await;
    let page = &site.page;
    let mut headings = Vec::new();
    for path in ["kk/nonsense/", "ru/nonsense/", "en/directions/nonsense/deep/"] {
        opened(page, path).await;
        let language = &path[..2];
        assert_eq!(page.status().await, 404, "{path}");
        assert_eq!(page.text("document.documentElement.lang").await, language, "{path}");
        let home = format!("[...document.links].some(link => link.pathname.endsWith('/some/repo/{language}/'))");
        assert!(page.holds(&home).await, "{path} shows no way home");
        headings.push(heading(page).await);
    }
    assert!(headings.iter().all(|heading| !heading.is_empty()), "{headings:?}");
    headings.dedup();
    assert_eq!(headings.len(), 3, "the languages share a heading: {headings:?}");
}

async fn opened(page: &Page, path: &str) {
    page.open(path).await;
    page.ready().await;
}

async fn heading(page: &Page) -> String {
    page.text("document.querySelector('h1')?.innerText.trim()").await
}
