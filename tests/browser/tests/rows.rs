//! The rows of the long table: as large as the reader's letters, about what was chosen, opened and closed.

use crate::many::{DOWN, MANY, ROWS, SCROLLER, many, open_a_row, opened, texts, with_many};
use browser_tests::{Site, bundle, page::Page};
use serde_json::json;

const ESCAPE: &str = "\u{e00c}";
const END: &str = "\u{e010}";
const GRID: &str = "document.querySelector('table[data-records]')";

/// Whoever has large letters finds the title of a row, and its end.
#[tokio::test(flavor = "multi_thread")]
async fn rows_grow_with_the_letters() {
    let site = with_many().await;
    let page = &site.page;
    for (width, size) in [(360, 24), (360, 32), (768, 24), (1440, 32)] {
        page.set_width(width).await;
        page.ask(&format!("document.documentElement.style.fontSize = '{size}px'")).await;
        let title = page.ask(&format!("{ROWS}[0].querySelector('.title').clientWidth / {size}")).await;
        assert!(title.as_f64() >= Some(6.0), "{size} px in {width}: the title has {title} em");
        assert_eq!(page.ask(&format!("{ROWS}[0].offsetHeight")).await, 3 * size);
        page.ask(&format!("{GRID}.focus({{ preventScroll: true }}) ?? true")).await;
        page.press(END).await;
        let seen = format!(
            "(() => {{ const row = document.querySelector('tr.current')?.getBoundingClientRect(),
                           box = {SCROLLER}.getBoundingClientRect();
                return Number(document.querySelector('tr.current')?.ariaRowIndex) === Number({GRID}.ariaRowCount)
                    && row.bottom <= box.bottom + 2 && row.top >= box.top; }})()"
        );
        page.wait(&format!("the last row is in view, {size} px in {width}"), &seen).await;
        page.ask(&format!("({SCROLLER}.scrollTop = 0) || true")).await;
        page.wait("the table is at its beginning", &format!("{ROWS}[0].id === 'row-0'")).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_row_that_the_keyboard_has_reached_is_seen_in_forced_colours() {
    let site = with_many().await;
    let page = &site.page;
    page.set_feature("forced-colors", "active").await;
    page.ask(&format!("{GRID}.focus() ?? true")).await;
    page.press(DOWN.repeat(2)).await;
    let outline = "getComputedStyle(document.querySelector('#row-2.current td')).outlineStyle === 'solid'";
    page.wait("the row has an outline", &format!("document.querySelector('#row-2.current') && {outline}")).await;
    assert!(page.holds("getComputedStyle(document.querySelector('#row-1 td')).outlineStyle === 'none'").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_is_closed_and_marking_words_opens_none() {
    let site = with_many().await;
    let page = &site.page;
    let open = "!!document.querySelector('#record-opened')";
    let marked = "getSelection().selectAllChildren(document.querySelector('#row-1 .title'))";
    page.ask(&format!("{marked} ?? document.querySelector('#row-1').click() ?? true")).await;
    assert!(!page.holds(open).await, "words are marked");
    page.ask("getSelection().removeAllRanges() ?? true").await;
    let entry = page.text("history.state").await;
    page.click("#row-1").await;
    page.wait("the record is opened", &format!("{open} && document.activeElement.id === 'record-opened'")).await;
    page.press(ESCAPE).await;
    page.wait("to close it is a step back", &format!("history.state === '{entry}'")).await;
    page.wait(
        "it is closed, and the keyboard at the table",
        &format!("!({open}) && document.activeElement === {GRID}"),
    )
    .await;
    page.reload().await;
    page.ready().await;
    assert!(!page.holds(open).await, "it stays closed");
}

/// Of several amounts and organisations a row shows those that were asked for.
#[tokio::test(flavor = "multi_thread")]
async fn rows_show_what_was_chosen() {
    let site = Site::start().await;
    let page = &site.page;
    let mut snapshot: serde_json::Value = serde_json::from_str(&many().0).expect("what is made up is JSON");
    let name = |at: usize| bundle::list(&snapshot, "organisations")[at].clone();
    let (first, second) = (name(0), name(1));
    let parts = [&first, &second].map(|one| json!({ "organisation": one["id"], "role": "partner" }));
    for record in snapshot["records"].as_array_mut().into_iter().flatten() {
        record["organisations"] = json!(parts);
        record["money"] = json!([
            { "kind": "budget", "amount": 5_000_000, "currency": "EUR" },
            { "kind": "budget", "amount": 70, "currency": "USD" },
        ]);
    }
    snapshot["corrections"] = json!([]);
    site.server.replace("many.json", snapshot.to_string());
    let all = async |page: &Page, column: &str, text: &str| {
        let texts = texts(page, column).await;
        assert!(!texts.is_empty() && texts.iter().all(|cell| cell.contains(text)), "{text}: {texts:?}");
    };
    let shown = |one: &serde_json::Value| {
        let text = if one["short"].is_object() { &one["short"] } else { &one["name"] };
        text["en"].as_str().unwrap_or_default().to_owned()
    };
    page.set_width(1440).await;
    opened(page, MANY).await;
    all(page, "organisation", &shown(&first)).await;
    all(page, "amount", "5,000,000").await;
    let id = second["id"].as_str().unwrap_or_default();
    opened(page, &format!("{MANY}&amount=USD~1~100&organisation={id}")).await;
    all(page, "organisation", &shown(&second)).await;
    all(page, "amount", "$70").await;
}

/// Who goes back while the page loads anew gets what the address says.
#[tokio::test(flavor = "multi_thread")]
async fn a_step_back_while_the_snapshot_comes_counts() {
    let site = with_many().await;
    let page = &site.page;
    let all = page.count().await;
    page.click("form[data-filters] input[name=kind]:not(:disabled)").await;
    page.wait("a kind is chosen", "location.search.includes('kind=')").await;
    page.ready().await;
    assert!(page.count().await < all);
    site.server.hold("many.json");
    page.ask("location.reload() ?? true").await;
    page.wait("the page is loaded anew", "document.documentElement.dataset.state === 'loading'").await;
    page.ask("history.back() ?? true").await;
    page.wait("the address is the one before", "!location.search.includes('kind')").await;
    site.server.release();
    page.ready().await;
    page.wait("all records are shown", &format!("document.querySelector('[data-count]').dataset.count === '{all}'"))
        .await;
}

const YEARS: &str = "figure[data-chart=by-year] canvas";
const IS_OPEN: &str = "!!document.querySelector('#record-opened')";

/// Opens a row further down, and has drawn over the years without letting go.
async fn drawing_over_an_open_row(page: &Page) {
    open_a_row(page).await;
    page.ask(&pointer("pointerdown", 0.2)).await;
    page.ask(&pointer("pointermove", 0.5)).await;
    page.wait("another selection has no row of this one", &format!("!({IS_OPEN})")).await;
}

fn pointer(kind: &str, share: f64) -> String {
    format!(
        "(() => {{
            const canvas = document.querySelector('{YEARS}'), box = canvas.getBoundingClientRect();
            const at = {{ clientX: box.x + box.width * {share}, clientY: box.y + box.height / 2, bubbles: true }};
            canvas.dispatchEvent(new PointerEvent('{kind}', {{ ...at, pointerId: 1, isPrimary: true }}));
        }})() ?? true"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_range_that_is_drawn_begins_a_list_of_its_own() {
    let site = with_many().await;
    let page = &site.page;
    drawing_over_an_open_row(page).await;
    page.ask(&pointer("pointerup", 0.5)).await;
    page.wait("years are chosen", "location.search.includes('year=')").await;
    page.ready().await;
    assert!(page.holds(&format!("!({IS_OPEN}) && {SCROLLER}.scrollTop === 0")).await);
    page.back().await;
    page.wait("the record is open again", IS_OPEN).await;
    page.wait("the keyboard is at its row", "!!document.querySelector('#row-201.current')").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_range_that_is_given_up_leaves_the_row_open() {
    let site = with_many().await;
    let page = &site.page;
    drawing_over_an_open_row(page).await;
    page.ask(&pointer("pointercancel", 0.5)).await;
    page.wait("the record is open again", IS_OPEN).await;
    page.wait("the keyboard is at its row", "!!document.querySelector('#row-201.current')").await;
}

/// Whoever opens a record on a phone takes a step back to close it.
#[tokio::test(flavor = "multi_thread")]
async fn a_step_back_closes_a_record() {
    let site = with_many().await;
    let page = &site.page;
    let (count, here) = (page.count().await, "!!document.querySelector('#row-201.current')");
    open_a_row(page).await;
    page.back().await;
    page.wait("the record is closed", &format!("!({IS_OPEN}) && {here}")).await;
    assert!(page.holds(&format!("{SCROLLER}.scrollTop > 0")).await, "the table is where it was");
    page.forward().await;
    page.wait("it is open again", &format!("{IS_OPEN} && {here}")).await;
    let entry = page.text("history.state").await;
    page.ask("document.querySelector('#row-202').click() ?? true").await;
    page.wait("another is open", "!!document.querySelector('#row-202.current')").await;
    assert_eq!(page.text("history.state").await, entry, "one open record is one step");
    page.click("[data-close]").await;
    page.wait("it is closed", &format!("!({IS_OPEN}) && document.activeElement === {GRID}")).await;
    assert_eq!(page.count().await, count);
}
