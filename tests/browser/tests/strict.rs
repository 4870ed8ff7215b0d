//! What pages may do: their Content-Security-Policy stands, nothing of theirs breaks it, and each
//! file is asked for once.

use browser_tests::{LANGUAGES, Site, bundle, page::Page};

/// Collects what the policy stops, from before the first byte of the page on.
const WATCH: &str = "window.stopped = [];
    document.addEventListener('securitypolicyviolation', event =>
        stopped.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));";

#[tokio::test(flavor = "multi_thread")]
async fn no_page_breaks_its_own_policy() {
    let site = Site::start().await;
    let page = &site.page;
    page.before_each_document(WATCH).await;
    let mut faults = Vec::new();
    for language in LANGUAGES {
        for path in bundle::templates().iter().map(String::as_str).chain(["nonsense/"]) {
            page.open(&format!("{language}/{path}")).await;
            page.ready().await;
            use_it(page).await;
            let stopped = page.text("stopped.join(' | ')").await;
            if !stopped.is_empty() {
                faults.push(format!("{language}/{path}: {stopped}"));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    page.open("").await;
    page.ready().await;
    assert_eq!(page.text("stopped.join(' | ')").await, "", "after the root");
}

/// Does what a reader can do to a page: theme, downloads, a walk over a chart, a choice.
async fn use_it(page: &Page) {
    page.ask("document.querySelector('[data-theme-switch]').click()").await;
    if page.holds("document.querySelector('figure[data-chart]')").await {
        for kind in ["png", "svg", "csv"] {
            let button = format!("document.querySelector('[data-download={kind}]')");
            page.ask(&format!("{button}.click()")).await;
        }
        page.ask("document.querySelector('[data-walk]').focus()").await;
        page.press(thirtyfour::Key::Right.value().to_string()).await;
        page.wait("the mark tells its value", "document.querySelector('.tip')?.innerText.trim().length > 0").await;
    }
    let choice = "form[data-filters] input[type=checkbox]:enabled";
    if page.holds(&format!("document.querySelector('{choice}')")).await {
        page.ask(&format!("document.querySelector('{choice}').click()")).await;
        page.ready().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_policy_stops_what_is_not_of_the_site() {
    let site = Site::start().await;
    let page = &site.page;
    page.before_each_document(WATCH).await;
    page.open("en/").await;
    page.ready().await;
    for (what, attempt, directive) in [
        (
            "an inline script",
            "document.head.append(Object.assign(document.createElement('script'), { text: 'window.ran = 1' }))",
            "script-src-elem",
        ),
        ("a style attribute", "document.body.setAttribute('style', 'color: red')", "style-src-attr"),
        ("a foreign image", "new Image().src = 'https://example.org/x.png'", "img-src"),
        ("a foreign fetch", "void fetch('https://example.org/').catch(() => {})", "connect-src"),
        (
            "another base",
            "document.head.append(Object.assign(document.createElement('base'), { href: '/x/' }))",
            "base-uri",
        ),
        ("evaluated text", "setTimeout(() => { try { (0, eval)('window.ran = 1') } catch {} })", "script-src"),
    ] {
        page.ask(&format!("(stopped.length = 0, ({attempt}), true)")).await;
        page.wait(&format!("{what} is stopped"), &format!("stopped.some(line => line.startsWith('{directive}'))"))
            .await;
    }
    assert!(!page.holds("window.ran").await, "what was stopped ran");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_visit_asks_for_each_file_once() {
    let site = Site::start().await;
    site.page.open("kk/directions/small-business/").await;
    site.page.ready().await;
    let mut asked: Vec<String> = site.server.requests().into_iter().map(|request| request.path).collect();
    asked.sort_unstable();
    let twice: Vec<&String> = asked.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
    assert!(twice.is_empty(), "asked twice for {twice:?}");
    for end in ["/small-business/", ".js", bundle::FIRST, "/snapshot.json"] {
        assert!(asked.iter().any(|path| path.ends_with(end)), "nothing asked for {end}: {asked:?}");
    }
    // Found in the head of the page, and not first by the program.
    let early = "performance.getEntriesByType('resource').filter(entry => /_bg.wasm|snapshot/.test(entry.name))
        .every(entry => entry.initiatorType === 'link')";
    assert!(site.page.holds(early).await, "the program and the snapshot are not preloaded");
}
