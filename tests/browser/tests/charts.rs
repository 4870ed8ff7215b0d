//! Charts as controls: keyboard and pointer choose what a bar stands for; the canvas is sharp, and no
//! text leaves it.

use browser_tests::{LANGUAGES, Site};
use serde_json::json;

const EXPLORE: &str = "ru/explore/";
const RIGHT: &str = "\u{e014}";
const ESCAPE: &str = "\u{e00c}";
const KINDS: &str = "document.querySelector('figure[data-chart=by-kind]')";

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_walks_the_bars_and_chooses_one() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of(EXPLORE).await;
    let first_row = page.text(&format!("{KINDS}.querySelector('table[data-twin] tbody tr th').textContent")).await;
    page.ask(&format!("{KINDS}.querySelector('[data-walk]').focus() ?? true")).await;
    page.press(RIGHT).await;
    page.wait("the first bar is spoken", "document.querySelector('[role=status]').textContent.length > 0").await;
    let spoken = page.text("document.querySelector('[role=status]').textContent").await;
    assert!(spoken.starts_with(&first_row), "{spoken:?} does not name {first_row:?}");
    page.press("\u{e007}").await;
    page.wait("the query has a kind", "new URLSearchParams(location.search).has('kind')").await;
    page.ready().await;
    // The walk goes on from there.
    page.press(RIGHT).await;
    let second = page.text(&format!("{KINDS}.querySelectorAll('table[data-twin] tbody tr th')[1].textContent")).await;
    let said = format!("document.querySelector('[role=status]').textContent.startsWith({second:?})");
    page.wait("the second bar is spoken", &said).await;
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
async fn the_keyboard_reads_out_each_value() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of(EXPLORE).await;
    let rows = page.ask(&format!("[...{KINDS}.querySelectorAll('table[data-twin] tbody tr')].map(row => [row.cells[0].textContent, row.cells[1].textContent])")).await;
    let rows = rows.as_array().cloned().unwrap_or_default();
    assert!(rows.len() > 3, "{rows:?}");
    page.ask(&format!("{KINDS}.querySelector('[data-walk]').focus() ?? true")).await;
    for row in &rows {
        page.press(RIGHT).await;
        let (label, value) = (row[0].as_str().unwrap_or_default(), row[1].as_str().unwrap_or_default());
        let said = format!(
            "document.querySelector('[role=status]').textContent.startsWith({:?})",
            format!("{label}: {value}")
        );
        page.wait(&format!("{label} {value} is read out"), &said).await;
        assert!(page.holds(&format!("{KINDS}.querySelector('.mark') && {KINDS}.querySelector('.tip')")).await);
    }
    let apart =
        "(() => { const [mark, tip] = ['.mark', '.tip'].map(s => document.querySelector(s).getBoundingClientRect());
        return tip.bottom <= mark.top + 1 || tip.top >= mark.bottom - 1; })()";
    assert!(page.holds(apart).await, "the tooltip covers its mark");
    page.press(ESCAPE).await;
    page.wait("Escape leaves the marks", &format!("!{KINDS}.querySelector('.mark')")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_backing_store_is_the_size_in_device_pixels() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of(EXPLORE).await;
    // A reader who zooms changes both. Under the DevTools a change of the ratio alone tells no page.
    for (width, ratio) in [(1280, 1.0), (1000, 1.5), (768, 2.0), (360, 3.0)] {
        page.set_screen(width, ratio).await;
        page.wait(
            &format!("canvases fit {width} px at ratio {ratio}"),
            &format!(
                "devicePixelRatio === {ratio} && [...document.querySelectorAll('figure[data-chart] canvas')].every(canvas => {{
                    const box = canvas.getBoundingClientRect();
                    return Math.abs(canvas.width - box.width * {ratio}) <= 1
                        && Math.abs(canvas.height - box.height * {ratio}) <= 1
                        && box.width <= canvas.parentElement.clientWidth;
                }})"
            ),
        )
        .await;
        assert!(page.canvas_is_drawn().await, "at {width} px and ratio {ratio}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn colours_follow_theme_forced_colours_and_paper() {
    const CHART: &str = "by-kind";
    let site = Site::start().await;
    let page = &site.page;
    page.view_of(EXPLORE).await;
    for _ in 0..2 {
        let (before, after) =
            (page.text("document.documentElement.dataset.theme").await, "document.documentElement.dataset.theme");
        assert!(page.canvas_has(CHART, "var(--ink)").await, "{before}");
        page.click("[data-theme-switch]").await;
        page.wait("the theme is the other", &format!("{after} !== {before:?}")).await;
        page.ready().await;
        assert!(page.canvas_has(CHART, "var(--ink)").await, "after {before}");
    }
    let black = "rgb(0, 0, 0)";
    assert!(!page.canvas_has(CHART, black).await);
    page.ask("dispatchEvent(new Event('beforeprint'))").await;
    page.ready().await;
    assert!(page.canvas_has(CHART, black).await, "ink on paper is black");
    page.ask("dispatchEvent(new Event('afterprint'))").await;
    page.ready().await;
    assert!(!page.canvas_has(CHART, black).await, "and on the screen it is not");
    page.set_feature("forced-colors", "active").await;
    page.ready().await;
    assert!(page.canvas_has(CHART, "CanvasText").await, "forced colours");
}

/// Notes of each text that is drawn the room that it may take, as [text, left, right, width of the canvas].
const NOTES: &str = "window.drawn = [];
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, room) {
        const left = x - room * { start: 0, center: 0.5, end: 1 }[this.textAlign];
        window.drawn.push([text, left, left + room, this.canvas.width]);
        return fillText.call(this, text, x, y, room);
    };";

#[tokio::test(flavor = "multi_thread")]
async fn no_text_leaves_its_canvas_whatever_the_font() {
    let site = Site::start().await;
    let page = &site.page;
    page.before_each_document(NOTES).await;
    for width in [360, 768, 1440] {
        page.set_screen(width, 1.0).await;
        for path in LANGUAGES.map(|language| format!("{language}/explore/")) {
            page.open(&path).await;
            page.ready().await;
            assert!(page.holds("drawn.length > 50").await, "{path}: texts are drawn");
            // A pixel for the rounding of places.
            let outside = "drawn.filter(([, left, right, width]) => !(left >= -1 && right <= width + 1)).join('; ')";
            assert_eq!(page.text(outside).await, "", "{path} at {width}");
        }
    }
}

const THEME: &str = "document.documentElement.dataset.theme";

/// A reader who has chosen keeps the theme, also where the browser refuses to keep anything.
#[tokio::test(flavor = "multi_thread")]
async fn the_system_has_its_theme_until_a_reader_chooses() {
    let site = Site::start().await;
    let page = &site.page;
    page.devtools("Page.enable", json!({})).await;
    page.before_each_document("Storage.prototype.setItem = () => { throw new Error('refused') };").await;
    page.view_of(EXPLORE).await;
    for theme in ["dark", "light"] {
        page.set_feature("prefers-color-scheme", theme).await;
        page.wait(&format!("the page is {theme}"), &format!("{THEME} === '{theme}'")).await;
        page.ready().await;
        assert!(page.canvas_has("by-kind", "var(--ink)").await, "charts are {theme}");
    }
    page.click("[data-theme-switch]").await;
    page.wait("the reader's theme", &format!("{THEME} === 'dark'")).await;
    // By the time that the second has come, the first would have changed the page.
    for theme in ["dark", "light"] {
        page.set_feature("prefers-color-scheme", theme).await;
        page.wait("the system's is another", &format!("matchMedia('(prefers-color-scheme: {theme})').matches")).await;
    }
    page.ready().await;
    assert!(page.holds(&format!("{THEME} === 'dark'")).await);
}

/// A finger cannot hover: the first touch of a mark shows what it is, the second chooses it.
#[tokio::test(flavor = "multi_thread")]
async fn the_first_touch_shows_and_the_second_chooses() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of(EXPLORE).await;
    let touch = format!(
        "(() => {{
            const canvas = {KINDS}.querySelector('canvas'), box = canvas.getBoundingClientRect();
            const at = {{ clientX: box.x + box.width * 0.5, clientY: box.y + 40, bubbles: true }};
            const finger = {{ ...at, pointerId: 7, isPrimary: true, pointerType: 'touch' }};
            ['pointerdown', 'pointerup', 'pointerleave'].forEach(kind => canvas.dispatchEvent(new PointerEvent(kind, finger)));
            canvas.dispatchEvent(new MouseEvent('click', at));
        }})() ?? true"
    );
    let before = page.query().await;
    let tip = format!("!!{KINDS}.querySelector('.tip')");
    page.ask(&touch).await;
    page.wait("it is shown", &tip).await;
    page.ask("document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))").await;
    page.wait("a touch elsewhere ends that", &format!("!({tip})")).await;
    page.ask(&touch).await;
    page.wait("it is shown again", &tip).await;
    assert_eq!(page.query().await, before);
    page.ask(&touch).await;
    page.wait("it is chosen", "location.search.includes('kind=')").await;
}
