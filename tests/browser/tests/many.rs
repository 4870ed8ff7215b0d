//! Many records: a table of which only the rows in view are in the document.

use browser_tests::{LANGUAGES, Site, axe, bundle, page::Page};
use serde_json::json;

pub const DOWN: &str = "\u{e015}";
const END: &str = "\u{e010}";
const ENTER: &str = "\u{e007}";
pub const MANY: &str = "en/explore/?scope=all&snapshot=many.json";
pub const ROWS: &str = "[...document.querySelectorAll('table[data-records] tbody tr[id]')]";
pub const SCROLLER: &str = "document.querySelector('.scroller')";

/// The published snapshot with each of its records many times over.
pub fn many() -> (String, usize) {
    let mut snapshot = bundle::snapshot();
    let mut records = bundle::list(&snapshot, "records").to_vec();
    let own = records.len();
    for copy in 0..9 {
        for at in 0..own {
            let mut record = records[at].clone();
            record["id"] = format!("copy-{copy}-{}", record["id"].as_str().unwrap_or_default()).into();
            records.push(record);
        }
    }
    let count = records.len();
    snapshot["records"] = records.into();
    (snapshot.to_string(), count)
}

pub async fn opened(page: &Page, path: &str) {
    page.open(path).await;
    page.ready().await;
    page.wait("rows are there", &format!("{ROWS}.length > 0")).await;
}

/// A page of them all.
pub async fn with_many() -> Site {
    let site = Site::start().await;
    site.server.replace("many.json", many().0);
    opened(&site.page, MANY).await;
    site
}

pub async fn texts(page: &Page, column: &str) -> Vec<String> {
    let all = page.ask(&format!("{ROWS}.map(row => row.querySelector('.{column}').textContent)")).await;
    all.as_array().into_iter().flatten().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn only_rows_in_view_are_in_the_document() {
    let site = Site::start().await;
    let page = &site.page;
    let (text, count) = many();
    site.server.replace("many.json", text);
    opened(page, MANY).await;
    assert_eq!(page.count().await, count as u64);
    let grid = "document.querySelector('table[data-records]')";
    assert_eq!(page.text(&format!("{grid}.getAttribute('aria-rowcount')")).await, (count + 1).to_string());
    assert!(page.ask(&format!("{ROWS}.length")).await.as_u64() <= Some(40));

    page.ask(&format!("{grid}.focus() ?? true")).await;
    page.press(DOWN.repeat(3)).await;
    page.wait(
        "the keyboard is at the fourth row",
        &format!("{grid}.getAttribute('aria-activedescendant') === 'row-3'"),
    )
    .await;
    page.press(END).await;
    let last = format!("{ROWS}.at(-1).getAttribute('aria-rowindex') === '{}'", count + 1);
    page.wait("the last row is there and knows its number", &last).await;
    let seen = format!(
        "(() => {{ const row = {ROWS}.at(-1).getBoundingClientRect(), box = {SCROLLER}.getBoundingClientRect();
            return row.bottom <= box.bottom + 1 && row.top >= box.top; }})()"
    );
    page.wait("the last row is in view", &seen).await;
    page.press(ENTER).await;
    page.wait("the record is opened with its evidence", "!!document.activeElement.querySelector('[data-evidence]')")
        .await;
}

/// The program counts on rows of one height: with a higher one the last would be out of reach.
#[tokio::test(flavor = "multi_thread")]
async fn every_row_is_as_high_as_the_program_counts_on() {
    let site = Site::start().await;
    let page = &site.page;
    site.server.replace("many.json", many().0);
    for (language, width) in LANGUAGES.into_iter().zip([360, 768, 1440]) {
        page.set_width(width).await;
        opened(page, &format!("{language}/explore/?scope=all&snapshot=many.json")).await;
        for end in ["0", "1e9"] {
            page.ask(&format!("({SCROLLER}.scrollTop = {end}) || true")).await;
            let there = if end == "0" { "[0].id === 'row-0'" } else { ".at(-1).id !== 'row-21'" };
            page.wait("the table has followed", &format!("{ROWS}{there}")).await;
            let heights = page.ask(&format!("[...new Set({ROWS}.map(row => row.offsetHeight))].join()")).await;
            assert_eq!(heights, "48", "{language} at {width} px, scrolled to {end}");
        }
    }
}

/// Rows are replaced while the table is scrolled, and a browser that keeps some of them in place would scroll on.
#[tokio::test(flavor = "multi_thread")]
async fn the_table_scrolls_as_far_as_a_wheel_turns() {
    const NOTCH: u32 = 120;
    let site = with_many().await;
    let page = &site.page;
    page.ask(&format!("({SCROLLER}.scrollIntoView({{ block: 'center' }}), true)")).await;
    let at = |side: &str, size: &str| {
        format!("(box => Math.round(box.{side} + box.{size} / 2))({SCROLLER}.getBoundingClientRect())")
    };
    let (x, y) = (page.ask(&at("left", "width")).await, page.ask(&at("top", "height")).await);
    for turned in 1..=8 {
        let wheel = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": NOTCH });
        page.devtools("Input.dispatchMouseEvent", wheel).await;
        page.wait("it has come as far", &format!("{SCROLLER}.scrollTop >= {}", turned * NOTCH)).await;
        page.wait("the rows have followed", &format!("{ROWS}.some(row => row.id === 'row-{}')", turned * 2)).await;
    }
    assert_eq!(page.ask(&format!("{SCROLLER}.scrollTop")).await, 8 * NOTCH);
}

/// Other columns go before the title has no room.
#[tokio::test(flavor = "multi_thread")]
async fn each_row_has_its_title_at_any_width() {
    let site = with_many().await;
    let page = &site.page;
    for width in [360, 600, 640, 700, 768, 870, 900, 1024, 1280] {
        page.set_width(width).await;
        page.wait(
            &format!("titles are seen at {width} pixels"),
            &format!("{ROWS}[0].querySelector('.title').clientWidth >= 110"),
        )
        .await;
        let cut = format!(
            "{ROWS}.slice(0, 9).filter(row => row.lastElementChild.scrollWidth > row.lastElementChild.clientWidth).length"
        );
        assert_eq!(page.ask(&cut).await, 0, "amounts are whole at {width} pixels");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn any_column_sorts_and_opens_from_a_link() {
    let site = Site::start().await;
    let page = &site.page;
    site.server.replace("many.json", many().0);
    opened(page, &format!("{MANY}&sort=title")).await;
    let sorted = texts(page, "title").await;
    assert!(sorted.windows(2).all(|pair| pair[0].to_lowercase() <= pair[1].to_lowercase()), "{sorted:?}");
    assert!(page.holds("document.querySelector('th.title').ariaSort === 'ascending'").await);

    page.ask("document.querySelector('th.kind button').focus() ?? true").await;
    page.press(ENTER).await;
    page.wait("the address says so", "location.search.includes('sort=kind')").await;
    assert!(page.holds("!document.querySelector('#record-opened')").await, "a heading's key opens no record");
    page.click("th.kind button").await;
    page.wait("and the other way round", "location.search.includes('sort=-kind')").await;
    page.ready().await;
    let falling = texts(page, "kind").await;
    page.reload().await;
    page.wait("rows are there", &format!("{ROWS}.length > 0")).await;
    assert_eq!(texts(page, "kind").await, falling, "opened from its link");
}

/// Scrolls the table to its 200th row and opens the next one's record.
pub async fn open_a_row(page: &Page) {
    page.ask(&format!("({SCROLLER}.scrollTop = 9600) && true")).await;
    page.wait("the table has followed", &format!("{ROWS}.some(row => row.id === 'row-200')")).await;
    page.ask("document.querySelector('#row-201').click() ?? true").await;
    page.wait("the record is open", "Boolean(document.querySelector('#record-opened'))").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn back_finds_the_place_in_the_table() {
    let site = with_many().await;
    let page = &site.page;
    open_a_row(page).await;
    let opened = page.text("document.querySelector('#record-opened').textContent").await;
    page.click("footer a").await;
    page.wait("another page is there", "!document.querySelector('table[data-records]')").await;
    page.back().await;
    page.wait("the same rows are there", &format!("{ROWS}.some(row => row.id === 'row-200')")).await;
    assert_eq!(page.ask(&format!("{SCROLLER}.scrollTop")).await, 9600);
    assert_eq!(page.text("document.querySelector('#record-opened').textContent").await, opened);
    assert!(page.holds("document.querySelector('#row-201.current')").await, "arrows go on from the open row");
    page.reload().await;
    page.ready().await;
    page.wait("the same rows after a reload", &format!("{ROWS}.some(row => row.id === 'row-200')")).await;
}

/// After a choice a table far from view is not laid out.
#[tokio::test(flavor = "multi_thread")]
async fn who_scrolls_away_finds_the_place_in_the_table() {
    let site = with_many().await;
    let page = &site.page;
    page.click("form[data-filters] input[name=kind]:not(:disabled)").await;
    page.wait("the choice is settled", "!!document.querySelector('.explore[data-settled]')").await;
    page.ask(&format!("{SCROLLER}.scrollIntoView() ?? true")).await;
    page.ask(&format!("({SCROLLER}.scrollTop = 4800) && true")).await;
    let there = format!("{ROWS}.some(row => row.id === 'row-100')");
    page.wait("the table has followed", &there).await;
    let seen = format!("{SCROLLER}.checkVisibility({{ contentVisibilityAuto: true }})");
    page.ask("scrollTo(0, 0) ?? true").await;
    page.wait("the table is left out", &format!("!{seen}")).await;
    page.ask(&format!("{SCROLLER}.scrollIntoView() ?? true")).await;
    page.wait("the table is there again", &seen).await;
    assert_eq!(page.ask(&format!("{SCROLLER}.scrollTop")).await, 4800);
    assert!(page.holds(&there).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_searched_for_is_marked_and_the_best_come_first() {
    let site = Site::start().await;
    let page = &site.page;
    site.server.replace("many.json", many().0);
    let word = bundle::rare_word();
    opened(page, &format!("kk/explore/?scope=all&q={word}&snapshot=many.json")).await;
    let marked = page.text(&format!("{ROWS}[0].querySelector('mark')?.textContent")).await;
    assert_eq!(marked.to_lowercase(), word.to_lowercase());
    let order = "document.querySelector('select[name=sort]').value";
    assert_eq!(page.text(order).await, "best");
    assert!(!page.holds("document.querySelector('th[aria-sort]')").await, "no column is what they are sorted by");
    page.click("th.when button").await;
    page.wait("the newest come first on request", &format!("{order} === 'newest'")).await;
    page.wait_for_query("sort", "newest", true).await;
    assert!(page.holds("document.querySelector('th.when').ariaSort === 'descending'").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_keeps_readers_out_of_the_table() {
    let site = Site::start().await;
    let page = &site.page;
    site.server.replace("many.json", many().0);
    let script = axe::script();
    for (language, width) in LANGUAGES.into_iter().zip([360, 768, 1440]) {
        page.set_width(width).await;
        opened(page, &format!("{language}/explore/?scope=all&snapshot=many.json&year=2015&year=2016")).await;
        page.click("table[data-records] tbody tr[id]").await;
        page.wait("the record is opened", "!!document.querySelector('#record-opened')").await;
        page.bring_axe(&script).await;
        assert_eq!(page.violations().await, [""; 0], "{language} at {width} px");
    }
}

/// The row that has the place of another table's would stand where that was scrolled to.
#[tokio::test(flavor = "multi_thread")]
async fn another_page_begins_at_the_top_of_its_table() {
    let site = with_many().await;
    let page = &site.page;
    page.ask(&format!("({SCROLLER}.scrollTop = 4800) && true")).await;
    page.wait("the table has followed", &format!("{ROWS}.some(row => row.id === 'row-100')")).await;
    page.click("a[hreflang=ru]").await;
    page.wait("the page is Russian", "document.documentElement.lang === 'ru'").await;
    page.ready().await;
    let seen = format!(
        "(() => {{ const row = document.querySelector('#row-0')?.getBoundingClientRect(),
                       box = {SCROLLER}.getBoundingClientRect();
            return row?.top >= box.top && row?.bottom <= box.bottom; }})()"
    );
    page.wait("the first row is in view", &seen).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn back_from_a_choice_finds_the_open_record() {
    let site = with_many().await;
    let page = &site.page;
    open_a_row(page).await;
    page.click("form[data-filters] input[name=kind]:not(:disabled)").await;
    page.wait("another selection begins anew", "!document.querySelector('#record-opened')").await;
    page.ready().await;
    page.back().await;
    page.wait("the record is open again", "Boolean(document.querySelector('#record-opened'))").await;
    page.wait("arrows go on from its row", "Boolean(document.querySelector('#row-201.current'))").await;
}

/// What is not in the document has no room on paper, and that is said.
#[tokio::test(flavor = "multi_thread")]
async fn paper_has_the_rows_that_there_are() {
    let site = with_many().await;
    let page = &site.page;
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    let height = page.ask(&format!("{SCROLLER}.scrollHeight")).await.as_f64();
    assert!(height < Some(40.0 * 48.0), "{height:?}");
    let told = page.text("document.querySelector('.paper').innerText").await;
    assert!(told.starts_with("Rows printed: 1–22 of "), "{told}");
}
