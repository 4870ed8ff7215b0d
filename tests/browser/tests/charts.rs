//! Charts as controls: keyboard and pointer choose what a bar stands for; the canvas is sharp.

use browser_tests::Site;

const EXPLORE: &str = "ru/explore/";
const KINDS: &str = "document.querySelector('figure[data-chart=by-kind]')";

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_walks_the_bars_and_chooses_one() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of(EXPLORE).await;
    let first_row = page.text(&format!("{KINDS}.querySelector('table[data-twin] tbody tr th').textContent")).await;
    page.ask(&format!("{KINDS}.querySelector('[data-walk]').focus() ?? true")).await;
    page.press("\u{e014}").await;
    page.wait("the first bar is spoken", "document.querySelector('[role=status]').textContent.length > 0").await;
    let spoken = page.text("document.querySelector('[role=status]').textContent").await;
    assert!(spoken.starts_with(&first_row), "{spoken:?} does not name {first_row:?}");
    page.press("\u{e007}").await;
    page.wait("the query has a kind", "new URLSearchParams(location.search).has('kind')").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_on_a_bar_chooses_its_value_and_a_second_click_takes_it_back() {
    let site = Site::start().await;
    let page = &site.page;
    let plain = page.view_of(EXPLORE).await;
    page.click("figure[data-chart=by-kind] canvas").await;
    page.wait("the query has a kind", "new URLSearchParams(location.search).has('kind')").await;
    page.ready().await;
    assert!(page.count().await < plain.1, "choosing a kind leaves fewer records");
    page.click("figure[data-chart=by-kind] canvas").await;
    page.wait("the query has no kind", "!new URLSearchParams(location.search).has('kind')").await;
    page.ready().await;
    assert_eq!((page.chosen().await, page.count().await), plain);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_backing_store_is_the_size_in_device_pixels() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of(EXPLORE).await;
    let blurred = page
        .ask(
            "[...document.querySelectorAll('figure[data-chart] canvas')].filter(canvas => {
                const box = canvas.getBoundingClientRect();
                return Math.abs(canvas.width - box.width * devicePixelRatio) > 1
                    || Math.abs(canvas.height - box.height * devicePixelRatio) > 1;
            }).map(canvas => canvas.closest('figure').dataset.chart)",
        )
        .await;
    assert_eq!(blurred, serde_json::json!([]));
}
