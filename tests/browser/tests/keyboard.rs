//! The site without a mouse, and as readers with other eyes set it: what axe-core cannot see.

use browser_tests::{LANGUAGES, Site, bundle, page::Page};

/// One page of each sort, once, in a language that changes from page to page.
fn pages() -> Vec<String> {
    let pages =
        ["", "explore/", "directions/small-business/", "documents/", "sources/", "accessibility/", "indicators/"];
    let mut pages: Vec<String> = pages.map(str::to_owned).into();
    pages.extend(bundle::sample_indicators().first().map(|id| format!("indicators/{id}/")));
    pages.iter().zip(LANGUAGES.iter().cycle()).map(|(page, language)| format!("{language}/{page}")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_focus_follows_the_page_is_seen_and_is_never_trapped() {
    let site = Site::start().await;
    let mut faults = Vec::new();
    for path in pages() {
        site.page.open(&path).await;
        site.page.ready().await;
        faults.extend(faults_of_focus(&site.page).await.into_iter().map(|fault| format!("{path}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_focus_is_seen_in_forced_colours() {
    let site = Site::start().await;
    site.page.set_feature("forced-colors", "active").await;
    site.page.open("kk/directions/small-business/").await;
    site.page.ready().await;
    assert!(site.page.holds("matchMedia('(forced-colors: active)').matches").await);
    let faults = faults_of_focus(&site.page).await;
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Walks forward through the whole page, out of it, and back through its end.
async fn faults_of_focus(page: &Page) -> Vec<String> {
    let fold = "document.querySelectorAll('figure details').forEach(fold => { fold.open = true }) ?? true";
    page.ask(fold).await;
    let stops = page.watch_focus().await;
    assert!(stops > 10, "{stops} stops");
    page.press_tabs(stops).await;
    let reached = page.stops_reached().await;
    let mut faults: Vec<String> = reached.iter().map(|(_, fault)| fault.clone()).filter(|f| !f.is_empty()).collect();
    let order: Vec<i64> = reached.iter().map(|(at, _)| *at).collect();
    let expected: Vec<i64> = (0..i64::try_from(stops).unwrap_or_default()).collect();
    if order != expected {
        let lost = order.iter().zip(&expected).position(|(at, wanted)| at != wanted).unwrap_or(order.len());
        let what = page.text(&format!("window.stops[{lost}]?.outerHTML.slice(0, 150)")).await;
        faults.push(format!("{} of {stops} stops in order, then not {what}", lost));
    }
    let moved = "[...document.querySelectorAll('main *')].filter(e => getComputedStyle(e).order !== '0'
        && e.querySelector('a, button, input, summary')).map(e => e.outerHTML.slice(0, 80)).join(' | ')";
    let moved = page.text(moved).await;
    if !moved.is_empty() {
        faults.push(format!("is shown elsewhere than it is reached: {moved}"));
    }
    page.press_tabs_back(stops - 1).await;
    let back: Vec<i64> = page.stops_reached().await.into_iter().map(|(at, _)| at).collect();
    let expected: Vec<i64> = (0..i64::try_from(stops - 1).unwrap_or_default()).rev().collect();
    if back != expected {
        faults.push(format!("the way back has {} stops of {}", back.len(), expected.len()));
    }
    faults
}

/// WCAG 1.4.12 in its own figures.
const SPACED: &str = "(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
    return true;
})()";

/// Texts of which a part is cut off, without those kept for listeners only.
const CUT: &str = "[...document.body.querySelectorAll('*')].filter(e => {
    const { overflowX, overflowY } = getComputedStyle(e);
    const hides = overflowX === 'hidden' || overflowX === 'clip' || overflowY === 'hidden' || overflowY === 'clip';
    const heard = e.clientWidth <= 1 || e.clientHeight <= 1;
    return hides && !heard && e.checkVisibility() && e.innerText?.trim()
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
}).map(e => e.outerHTML.slice(0, 90)).join(' | ')";

#[tokio::test(flavor = "multi_thread")]
async fn a_narrow_screen_a_large_zoom_and_wide_letters_lose_nothing() {
    let site = Site::start().await;
    let page = &site.page;
    let mut faults = Vec::new();
    // 320 pixels are a window of 1280 at 400 %; 640 the same at 200 %.
    for (width, ratio) in [(320, 4.0), (640, 2.0), (1280, 1.0)] {
        page.set_screen(width, ratio).await;
        for path in bundle::templates() {
            for language in LANGUAGES {
                page.open(&format!("{language}/{path}")).await;
                page.ready().await;
                page.ask("document.querySelectorAll('details').forEach(fold => { fold.open = true }) ?? true").await;
                for spaced in [false, true] {
                    if spaced {
                        page.ask(SPACED).await;
                    }
                    let (wide, cut) = (page.overflow().await, page.text(CUT).await);
                    if wide > 0 || !cut.is_empty() {
                        let out = page.sticking_out().await;
                        faults.push(format!(
                            "{language}/{path} at {width}, spaced {spaced}: {wide} px wider: {out}; cut: {cut}"
                        ));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_for_readers_who_do_not_want_it() {
    let site = Site::start().await;
    let page = &site.page;
    page.set_feature("prefers-reduced-motion", "reduce").await;
    let still = "document.getAnimations().every(one => one.effect.getComputedTiming().duration === 0)
        && getComputedStyle(document.documentElement).scrollBehavior === 'auto'
        && [...document.querySelectorAll('*')].every(e => parseFloat(getComputedStyle(e).transitionDuration) === 0)";
    site.server.hold("snapshot.json");
    page.open("ru/explore/").await;
    page.wait("the page stands still while the data comes", still).await;
    site.server.release();
    page.ready().await;
    assert!(page.holds(still).await, "something moves");
}
