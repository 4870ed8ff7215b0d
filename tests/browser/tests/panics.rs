//! The program panics, in earnest: the browser refuses what it counts on. The reader keeps the page,
//! is told in its language, and every link leads on without the program.

use browser_tests::{LANGUAGES, Site, bundle, page::Page};

/// Elements are copies of others; where there are none, the framework has no answer but to panic.
const REFUSE: &str = "Node.prototype.cloneNode = () => { throw new Error('refused on purpose') };";

/// The words for a reader, and how they can be told from those in other languages.
const WORDS: [(&str, &str); 3] = [("kk", "тоқтады"), ("ru", "остановилась"), ("en", "stopped")];

/// The reader is told in that language, and the program did panic.
async fn is_told(page: &Page, language: &str) {
    page.wait("the page says so", "document.querySelector('#fault:not([hidden])') !== null").await;
    let told = page.text("document.querySelector('#fault').innerText").await;
    let word = WORDS.iter().find(|(code, _)| *code == language).map_or("", |(_, word)| word);
    assert!(told.contains(word) && told.contains("unreachable"), "{language}: {told}");
    // In a release a panic has no message, but it is in the console.
    let errors = page.console_errors().await.join("\n");
    assert!(errors.contains("unreachable"), "no panic: {errors}");
    assert_eq!(page.ask("document.querySelectorAll('#fault p:not([hidden])').length").await, 1, "in one language");
    let links = "[...document.querySelectorAll('#fault p:not([hidden]) a')].every(link => link.checkVisibility())";
    assert!(page.holds(links).await, "no way back");
}

/// Clicks a link, which must load a document of its own.
async fn leads_on(page: &Page, selector: &str, path: &str) {
    page.ask("window.mark = true").await;
    page.click(selector).await;
    page.wait(
        &format!("{selector} loads a document"),
        "window.mark === undefined && document.readyState === 'complete'",
    )
    .await;
    assert_eq!(page.path().await, path, "{selector}");
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_start() {
    let site = Site::start().await;
    let page = &site.page;
    page.before_each_document(REFUSE).await;
    for language in LANGUAGES {
        page.open(&format!("{language}/directions/tourism/")).await;
        is_told(page, language).await;
        let shown = "document.querySelector('#app main h1').checkVisibility()
            && [...document.querySelectorAll('#app figure[data-chart] svg')].some(svg => svg.checkVisibility())";
        assert!(page.holds(shown).await, "{language}: the page of the bundle is gone");
        assert!(page.holds("!document.querySelector('#progress')?.checkVisibility()").await, "the bar goes on");
        let indicator = target(page, language).await;
        leads_on(page, "main a[href*='indicators/']", &indicator).await;
        is_told(page, language).await;
        leads_on(page, "#fault p:not([hidden]) a[href$='/']", &format!("{language}/")).await;
    }
}

/// Where the first link to an indicator leads.
async fn target(page: &Page, language: &str) -> String {
    let href = page.text("document.querySelector(\"main a[href*='indicators/']\").href").await;
    href.split_once(&format!("/{language}/")).map(|(_, rest)| format!("{language}/{rest}")).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn at_a_choice() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("ru/explore/").await;
    page.ready().await;
    let before = page.count().await;
    refuse(page).await;
    page.click("form[data-filters] input[name=kind]:not(:disabled)").await;
    is_told(page, "ru").await;
    assert!(before > 0 && page.holds("document.querySelector('#app main h1').checkVisibility()").await, "it is gone");
    assert!(page.holds("document.querySelectorAll('#app canvas').length > 0").await, "the charts are gone");
    leads_on(page, "#fault p:not([hidden]) a[href='']", "ru/explore/").await;
    page.ready().await;
    assert!(page.holds("document.querySelector('#fault').hidden").await, "still told after loading anew");
    assert!(page.count().await < before, "the choice that could not be shown is lost");
}

#[tokio::test(flavor = "multi_thread")]
async fn at_a_link() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("en/").await;
    page.ready().await;
    page.click("main a[href$='/en/directions/tourism/']").await;
    page.wait("the page is there", "location.pathname.endsWith('/tourism/')").await;
    page.ready().await;
    refuse(page).await;
    page.click("header a[href$='/en/sources/'], footer a[href$='/en/sources/']").await;
    is_told(page, "en").await;
    assert!(page.holds("document.querySelector('#app main h1').checkVisibility()").await, "the page is gone");

    // Back is to the page before the link that failed, which the program was on.
    page.ask("window.mark = true").await;
    page.back().await;
    page.wait("back loads a document", "window.mark === undefined && document.readyState === 'complete'").await;
    page.ready().await;
    assert_eq!(page.path().await, "en/directions/tourism/");

    refuse(page).await;
    page.click("header a[href$='/en/about/'], footer a[href$='/en/about/']").await;
    is_told(page, "en").await;
    leads_on(page, "header a[href$='/en/explore/']", "en/explore/").await;
    page.ready().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_one_file() {
    let site = Site::start().await;
    let page = &site.page;
    let file = format!("file://{}", bundle::folder().join("bagyt.html").display());
    page.visit(&format!("{file}#/ru/explore/")).await;
    page.ready().await;
    refuse(page).await;
    page.click("form[data-filters] input[name=kind]:not(:disabled)").await;
    is_told(page, "ru").await;
    page.ask("window.mark = true").await;
    page.click("header a[href$='#/ru/indicators/']").await;
    page.wait("the link loads the file anew", "window.mark === undefined && location.hash === '#/ru/indicators/'")
        .await;
    page.ready().await;
    refuse(page).await;
    page.click("header a[href$='#/ru/explore/']").await;
    is_told(page, "ru").await;
    page.ask("window.mark = true").await;
    page.click("#fault p:not([hidden]) a[href='']").await;
    page.wait("the file is loaded anew", "window.mark === undefined && location.hash === '#/ru/explore/'").await;
    page.ready().await;

    page.before_each_document("delete window.WebAssembly;").await;
    page.reload().await;
    page.wait("the page says so", "document.querySelector('#fault:not([hidden])') !== null").await;
    assert!(page.holds("document.querySelector('#app main h1').checkVisibility()").await, "the page is gone");
}

async fn refuse(page: &Page) {
    page.ask(&format!("(() => {{ {REFUSE} return true }})()")).await;
}
