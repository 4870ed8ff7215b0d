//! The program takes the prerendered page's place, and nobody is disturbed.

use browser_tests::held::{PAGES, WITH_CHARTS, before_the_program, open_held, taken_over};
use browser_tests::{Site, bundle, page::Page};
use serde_json::{Value, json};

/// The boxes of what is read. A chart is named by its caption: the words of its picture are of the page's file only.
const BOXES: &str = "[...document.querySelectorAll('#app :is(h1, h2, h3, p, li, tr, figure, details)')]
        .filter(e => !e.closest('noscript'))
        .map(e => [e.localName, (e.querySelector(':scope > figcaption') ?? e).textContent.trim().replace(/\\s+/g, '').slice(0, 60), ...(({ x, y, width, height }) =>
            [x, y + scrollY, width, height].map(n => Math.round(n * 10) / 10))(e.getBoundingClientRect())].join(' '))";

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_on_a_phone() {
    nothing_moves(&[390], &PAGES).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_on_a_desk() {
    nothing_moves(&[1280], &PAGES).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_on_narrow_and_wide_phones() {
    nothing_moves(&[320, 430, 500], &PAGES[..WITH_CHARTS]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_on_tablets() {
    nothing_moves(&[700, 820, 1024], &PAGES[..WITH_CHARTS]).await;
}

async fn nothing_moves(widths: &[u32], pages: &[&str]) {
    let site = Site::start().await;
    let indicators = bundle::sample_indicators().into_iter().map(|id| format!("en/indicators/{id}/"));
    let pages: Vec<String> = pages.iter().map(|path| (*path).to_owned()).chain(indicators.take(1)).collect();
    let mut faults = Vec::new();
    for &width in widths {
        site.page.set_width(width).await;
        for path in &pages {
            faults.extend(moved(&site, path).await.map(|moved| format!("{path} at {width}: {moved}")));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// What is elsewhere or of another size once the program has taken over.
async fn moved(site: &Site, path: &str) -> Option<String> {
    open_held(site, path).await;
    // The device keeps the program after the first page; only the host's is held back.
    let forget =
        "(async () => { for (const r of await navigator.serviceWorker.getRegistrations()) await r.unregister();
        for (const name of await caches.keys()) await caches.delete(name); return true })()";
    let before = lines(&site.page).await;
    taken_over(site).await;
    let after = lines(&site.page).await;
    site.page.ask(forget).await;
    assert!(before.len() > 3, "{path} has {before:?}");
    let moved = before.iter().zip(&after).find(|(before, after)| before != after);
    moved
        .map(|(before, after)| format!("{before} became {after}"))
        .or((before.len() != after.len()).then(|| format!("{} boxes became {}", before.len(), after.len())))
}

async fn lines(page: &Page) -> Vec<String> {
    let boxes = page.ask(BOXES).await;
    boxes.as_array().map_or_else(Vec::new, |all| all.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn scroll_focus_and_what_is_open_stay() {
    let site = before_the_program("en/directions/tourism/", 390).await;
    let page = &site.page;
    page.ask("document.querySelector('#sources').scrollIntoView()").await;
    page.ask("document.querySelector('figure details').open = true").await;
    let link = "document.querySelector('#sources a[href]')";
    page.ask(&format!("{link}.focus({{ preventScroll: true }})")).await;
    let top = "Math.round(document.querySelector('#sources').getBoundingClientRect().top)";
    let (was_at, link) = (page.text(top).await, page.text(&format!("{link}.href")).await);
    taken_over(&site).await;
    assert_eq!(page.text(top).await, was_at, "the part in view moved");
    assert_eq!(page.text("document.activeElement.href").await, link, "the focus");
    assert!(page.holds("document.querySelector('figure details').open").await, "the table was closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_chosen_before_the_program_counts() {
    let site = before_the_program("en/explore/", 1280).await;
    let page = &site.page;
    let (field, tick) = ("form[data-filters] [name=q]", "form[data-filters] [name=kind][value=training]");
    page.ask(&format!("document.querySelector('{field}').value = 'aktau'")).await;
    page.click(tick).await;
    page.click(field).await;
    let all = page.text("document.querySelector('[data-count]').dataset.count").await;
    taken_over(&site).await;
    page.wait("the address has the choices", "location.search === '?kind=training&q=aktau'").await;
    assert!(page.holds(&format!("document.querySelector('{tick}').checked")).await, "the box");
    assert_eq!(page.text(&format!("document.querySelector('{field}').value")).await, "aktau");
    assert_ne!(page.text("document.querySelector('[data-count]').dataset.count").await, all, "all records are shown");
    assert!(page.holds(&format!("document.activeElement === document.querySelector('{field}')")).await, "the focus");
}

#[tokio::test(flavor = "multi_thread")]
async fn records_that_no_choice_was_made_of_look_so() {
    let site = before_the_program("ru/explore/?kind=training", 1280).await;
    let faint = "getComputedStyle(document.querySelector('.results')).opacity < 0.5";
    site.page.wait("the results are faint", faint).await;
    taken_over(&site).await;
    assert!(!site.page.holds(faint).await, "the choice is made, the results are still faint");
    open_held(&site, "ru/explore/").await;
    assert!(!site.page.holds(faint).await, "there is no choice to wait for");
}

/// The program's own buttons that can be seen, of those that the page has.
const BUTTONS: &str = "(all => [all.filter(b => b.checkVisibility({ visibilityProperty: true })).length, all.length])
    ([...document.querySelectorAll('#app :is([data-theme-switch], [data-download], .report)')])";

#[tokio::test(flavor = "multi_thread")]
async fn a_button_is_offered_once_it_does_something() {
    let site = before_the_program("ru/directions/small-business/", 1280).await;
    let page = &site.page;
    let counts = async || serde_json::from_value::<[u32; 2]>(page.ask(BUTTONS).await).unwrap_or_default();
    let [offered, there] = counts().await;
    assert!(offered == 0 && there > 5, "{offered} of {there} before the program");
    taken_over(&site).await;
    let [offered, there] = counts().await;
    assert!(offered == there && there > 5, "{offered} of {there} with the program");
    // Nor do they flicker when the page is drawn anew.
    let watch = format!(
        "(window.least = Infinity, new MutationObserver(() => least = Math.min(least, {BUTTONS}[0]))
            .observe(document.documentElement, {{ attributeFilter: ['data-state'] }}), true)"
    );
    page.ask(&watch).await;
    page.click("form[data-filters] input[type=checkbox]:not(:checked, :disabled)").await;
    page.wait("the page was drawn anew", "least < Infinity").await;
    page.ready().await;
    assert_eq!(page.text("least").await, there.to_string(), "buttons that can be seen while it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_works_before_the_program() {
    let site = before_the_program("kk/", 1280).await;
    site.page.click("main a[href*='directions/tourism/']").await;
    site.page.wait("the page is there", "location.pathname.endsWith('/kk/directions/tourism/')").await;
    site.page.wait("its heading is there", "Boolean(document.querySelector('h1')?.innerText.trim())").await;
    assert_eq!(site.page.text("document.documentElement.dataset.state").await, "loading");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_named_by_the_address_is_in_view_when_all_is_drawn() {
    let site = Site::start().await;
    let page = &site.page;
    for width in [390, 1280] {
        page.set_width(width).await;
        page.open("ru/directions/innovation/").await;
        page.ready().await;
        let part = page.text("[...document.querySelectorAll('figure[data-chart]')].pop().id").await;
        page.open(&format!("ru/directions/innovation/#{part}")).await;
        page.ready().await;
        let top = format!(
            "(({{ top }}) => top >= 0 && top < innerHeight / 2)(document.getElementById('{part}').getBoundingClientRect())"
        );
        page.wait(&format!("{part} is in view at {width}"), &top).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn back_and_forward_find_the_place_again() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("ru/directions/tourism/").await;
    page.ready().await;
    let link = "#sources a[href*='/ru/sources/']";
    page.click(link).await;
    page.wait("the link leads on", "location.pathname.endsWith('/ru/sources/')").await;
    page.ready().await;
    page.ask("scrollTo(0, 321)").await;
    page.back().await;
    page.wait("back", "location.pathname.endsWith('/ru/directions/tourism/')").await;
    let seen = format!(
        "(({{ top }}) => top > 0 && top < innerHeight)(document.querySelector(\"{link}\").getBoundingClientRect())"
    );
    page.wait("the link that was followed is in view", &seen).await;
    page.forward().await;
    page.wait("forward", "location.pathname.endsWith('/ru/sources/')").await;
    page.wait("the place on the page of sources", "Math.abs(scrollY - 321) < 2").await;
    page.reload().await;
    page.ready().await;
    page.wait("the place after a reload", "Math.abs(scrollY - 321) < 2").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn data_that_changed_since_the_page_was_made_is_told() {
    let site = Site::start().await;
    let page = &site.page;
    let notice = "document.querySelector('[data-notice=changed]')?.innerText.trim()";
    page.open("ru/").await;
    page.ready().await;
    assert!(!page.holds(notice).await, "told without need");
    let mut snapshot = bundle::snapshot();
    snapshot["snapshot"]["version"] = json!("4711");
    site.server.replace("snapshot.json", snapshot.to_string());
    let mut told = Vec::new();
    for language in browser_tests::LANGUAGES {
        page.open(&format!("{language}/about/")).await;
        page.ready().await;
        told.push(page.text(notice).await);
        assert!(page.holds("document.querySelector('main').innerText.includes('4711')").await, "old numbers");
    }
    told.dedup();
    assert!(told.len() == 3 && told.iter().all(|words| !words.is_empty()), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_chosen_is_remembered() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("en/").await;
    page.ready().await;
    page.click("header a[hreflang=ru]").await;
    page.wait("the language follows", "document.documentElement.lang === 'ru'").await;
    assert_eq!(page.text("localStorage['bagyt-lang']").await, "ru");
}

/// A browser paints a page while it comes, when it is not yet longer than the window.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_when_a_page_becomes_longer_than_the_window() {
    let site = before_the_program("en/explore/", 1280).await;
    let wide = "document.querySelector('header').getBoundingClientRect().width";
    let long = site.page.ask(wide).await;
    site.page.ask("document.getElementById('main').hidden = true").await;
    assert!(site.page.holds("document.documentElement.scrollHeight <= innerHeight").await, "the page is still long");
    assert_eq!(site.page.ask(wide).await, long);
}
