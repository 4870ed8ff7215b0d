//! A host, a network and a browser that fail: the reader is told, keeps what was shown, and can try
//! again. ARCHITECTURE.md has the table of what happens; each row names its test.

use browser_tests::files::Trouble;
use browser_tests::{Site, bundle, page::Page};
use serde_json::json;

const SNAPSHOT: &str = "snapshot.json";
const PAGE: &str = "kk/directions/tourism/";
/// The first sentence of the page, as the bundle holds it.
const LEAD: &str = "document.querySelector('#app main h1:not(.failure *)')?.innerText.trim()";

/// The snapshot fails, the page of the bundle stays with a word about it, and a second try works.
async fn is_told_keeps_the_page_and_can_be_retried(trouble: Trouble) {
    let site = Site::start().await;
    let page = &site.page;
    page.be_impatient().await;
    site.server.trouble(SNAPSHOT, trouble);
    page.open(PAGE).await;
    page.failed().await;
    assert!(page.holds("document.querySelector('[data-notice=failure]')?.innerText.trim()").await, "not told");
    assert!(page.holds("document.querySelector('[data-notice=failure] [data-problem]')").await, "not told what");
    assert!(page.holds(LEAD).await, "the page is gone");
    assert!(page.holds("document.querySelectorAll('#app data[data-value]').length > 0").await, "its numbers are gone");

    page.click("button[data-retry]").await;
    page.wait("the fault lasts", "document.documentElement.dataset.state === 'error'").await;
    assert!(page.holds("document.querySelectorAll('[data-notice=failure]').length === 1").await, "told twice");

    site.server.lift(SNAPSHOT);
    page.ask("document.querySelector('button[data-retry]').focus() ?? true").await;
    page.click("button[data-retry]").await;
    page.wait("the second try works", "document.documentElement.dataset.state === 'ready'").await;
    page.ready().await;
    page.wait("the page has the keyboard", "document.activeElement.id === 'heading'").await;
    assert!(!page.holds("document.querySelector('[data-notice=failure]')").await, "still told");
    assert_eq!(page.path().await, PAGE);
}

/// What waits for choices to be made stands back; where they never will be, it is to be read.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_with_a_query_leaves_the_page_to_be_read() {
    let site = Site::start().await;
    let page = &site.page;
    site.server.trouble(SNAPSHOT, Trouble::Dropped);
    page.open(&format!("{PAGE}?from=a-friend")).await;
    page.failed().await;
    page.wait(
        "the records are as dark as the rest",
        "getComputedStyle(document.querySelector('.results')).opacity === '1'",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_ends_at_once() {
    is_told_keeps_the_page_and_can_be_retried(Trouble::Dropped).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_ends_in_the_middle() {
    is_told_keeps_the_page_and_can_be_retried(Trouble::Cut).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_length_that_is_wrong() {
    is_told_keeps_the_page_and_can_be_retried(Trouble::Short).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_stalls() {
    is_told_keeps_the_page_and_can_be_retried(Trouble::Stalled).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_that_fails() {
    is_told_keeps_the_page_and_can_be_retried(Trouble::Server).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirection_to_a_page() {
    is_told_keeps_the_page_and_can_be_retried(Trouble::Redirect).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_type_is_no_fault_of_the_data() {
    let site = Site::start().await;
    site.server.trouble(SNAPSHOT, Trouble::Type);
    site.page.open(PAGE).await;
    site.page.ready().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_lost_between_page_and_snapshot() {
    let site = Site::start().await;
    site.server.hold(SNAPSHOT);
    site.page.open(PAGE).await;
    site.page.wait("the program runs", "document.documentElement.dataset.state === 'loading'").await;
    let Site { page, server } = site;
    drop(server);
    page.devtools("Network.enable", serde_json::json!({})).await;
    let none = serde_json::json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    page.devtools("Network.emulateNetworkConditions", none).await;
    page.failed().await;
    assert!(page.holds(LEAD).await, "the page is gone");
}

/// The program cannot run: the page stays and says so in the language it is in.
async fn the_page_says_that_the_program_failed(page: &Page) {
    for (language, word) in [("kk", "тоқтады"), ("ru", "остановилась"), ("en", "stopped")] {
        page.open(&format!("{language}/directions/tourism/")).await;
        page.wait("the page says so", "document.querySelector('#fault:not([hidden])') !== null").await;
        let told = page.text("document.querySelector('#fault').innerText").await;
        assert!(told.contains(word), "{language}: {told}");
        assert!(page.holds(LEAD).await, "{language}: the page is gone");
        assert!(page.holds("!document.querySelector('#progress')?.checkVisibility()").await, "the bar goes on");
        assert!(page.holds("document.querySelector('#fault a').href === location.href").await, "no way back");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn webassembly_refused() {
    let site = Site::start().await;
    site.page.before_each_document("delete window.WebAssembly;").await;
    the_page_says_that_the_program_failed(&site.page).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_is_not_there() {
    for end in [bundle::FIRST, ".js"] {
        let site = Site::start().await;
        site.server.hide(&bundle::program(end));
        the_page_says_that_the_program_failed(&site.page).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_cut_off_or_a_page_in_its_place() {
    for trouble in [Trouble::Short, Trouble::Cut, Trouble::Redirect] {
        let site = Site::start().await;
        site.server.trouble(&bundle::program(bundle::FIRST), trouble);
        the_page_says_that_the_program_failed(&site.page).await;
    }
}

/// Hosts know many endings, and say what they like of others.
#[tokio::test(flavor = "multi_thread")]
async fn a_packed_program_of_another_type_is_a_program() {
    let site = Site::start().await;
    site.server.trouble(&bundle::program(bundle::FIRST), Trouble::Type);
    site.page.open(PAGE).await;
    site.page.ready().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_thrown_while_the_page_is_used() {
    let site = Site::start().await;
    let page = &site.page;
    // The canvas refuses, which goes through the program without its notice.
    page.before_each_document("{ const made = CanvasRenderingContext2D.prototype; window.breakIt = () => { made.clearRect = made.setTransform = made.fillRect = made.scale = made.save = made.beginPath = () => { throw new WebAssembly.RuntimeError('broken on purpose') } } }").await;
    page.open(PAGE).await;
    page.ready().await;
    page.follow("kk/directions/innovation/").await;
    page.ready().await;
    page.ask("breakIt()").await;
    page.set_width(700).await;
    page.wait("the page says so", "document.querySelector('#fault:not([hidden])') !== null").await;
    let told = page.text("document.querySelector('#fault').innerText").await;
    assert!(told.contains("тоқтады") && told.contains("broken on purpose"), "{told}");
    assert!(page.holds(LEAD).await, "the page is gone");
    let address = page.address().await;
    page.click("#fault a").await;
    page.wait("the page is there anew", "document.documentElement.dataset.state === 'ready'").await;
    assert!(page.holds("document.querySelector('#fault').hidden").await, "still told after loading anew");
    assert_eq!(page.address().await, address, "another page than the one that failed");
}

#[tokio::test(flavor = "multi_thread")]
async fn storage_refused() {
    let site = Site::start().await;
    let refuse = "for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB'])
        Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError') } });
        Object.defineProperty(navigator, 'serviceWorker', { value: undefined });";
    site.page.before_each_document(refuse).await;
    site.page.open("ru/explore/?kind=training").await;
    site.page.ready().await;
    assert!(site.page.holds("document.querySelector('#fault').hidden").await, "no fault of the program");
    assert!(site.page.count().await > 0);
    site.page.click("button.theme").await;
    site.page.ready().await;
}

/// As tools that keep workers out do it: what is registered is nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_blocked_service_worker() {
    let site = Site::start().await;
    site.page.before_each_document("ServiceWorkerContainer.prototype.register = async () => undefined").await;
    site.page.open(PAGE).await;
    site.page.ready().await;
    assert!(site.page.holds("document.querySelector('#fault').hidden").await, "no fault of the program");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_snapshot() {
    let site = Site::start().await;
    site.server.hold(SNAPSHOT);
    site.page.open(PAGE).await;
    site.page.wait("the page of the bundle is there", &format!("Boolean({LEAD})")).await;
    assert!(site.page.holds("document.documentElement.dataset.state === 'loading'").await);
    site.page.bar_seen().await;
    site.server.release();
    site.page.ready().await;
}

/// Nobody can do without the site's own, whatever else the address says.
#[tokio::test(flavor = "multi_thread")]
async fn a_long_load_of_the_sites_own_is_not_offered_to_be_given_up() {
    let site = Site::start().await;
    let page = &site.page;
    site.server.trouble(SNAPSHOT, Trouble::Stalled);
    page.open("ru/explore/?kind=training").await;
    page.bar_seen().await;
    page.wait("some of it has come", "document.querySelector('#progress[value]')?.value > 0").await;
    assert!(page.holds("!document.querySelector('#waiting')?.checkVisibility()").await, "the page is there to read");
    site.server.lift(SNAPSHOT);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_load_that_was_asked_for_can_be_given_up() {
    let site = Site::start().await;
    let page = &site.page;
    site.server.trouble(SNAPSHOT, Trouble::Stalled);
    page.open("ru/explore/?snapshot=snapshot.json").await;
    page.wait(
        "it is told how far it is",
        "document.querySelector('#waiting')?.textContent.startsWith('Загружается: 0,')",
    )
    .await;
    let shown = "document.querySelector('#main').checkVisibility()";
    assert!(!page.holds(shown).await, "numbers of the site's own snapshot under the address of another");
    site.server.lift(SNAPSHOT);
    page.click("#waiting a").await;
    page.wait("the choice of a snapshot is gone", "location.search === ''").await;
    page.ready().await;
    assert!(page.holds(shown).await);
    assert!(page.holds("!document.querySelector('#waiting')").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_in_the_background_while_loading() {
    let site = Site::start().await;
    let page = &site.page;
    site.server.hold(SNAPSHOT);
    page.open(PAGE).await;
    page.in_new_tab(async || {
        site.server.release();
        page.open("kk/about/").await;
        page.ready().await;
    })
    .await;
    page.ready().await;
    assert!(page.charts().await.iter().all(|chart| chart.faults().is_empty()), "charts are drawn");
}

/// Nobody can do without the site's own snapshot, however many records it has.
#[tokio::test(flavor = "multi_thread")]
async fn records_are_counted_only_of_what_can_be_given_up() {
    let site = Site::start().await;
    let page = &site.page;
    page.devtools("Page.enable", json!({})).await;
    // Each look at the clock finds it two seconds on.
    page.before_each_document(
        "let now = 0; Date.now = () => now += 2000; window.told = [];
        new MutationObserver(() => { for (const said of document.querySelectorAll('#waiting span')) told.push(said.textContent) })
            .observe(document, { subtree: true, childList: true, characterData: true });",
    )
    .await;
    let told = "window.told.some(words => words.includes('запис'))";
    for (path, expected) in [("ru/explore/?snapshot=snapshot.json", true), ("ru/explore/?kind=training", false)] {
        page.open(path).await;
        page.ready().await;
        assert_eq!(page.holds(told).await, expected, "{path}: {}", page.ask("window.told").await);
    }
}
