//! What is a step in the history and what is none, and what each step finds again.

use browser_tests::{Site, page::Page};
use serde_json::json;

const YEARS: &str = "figure[data-chart=by-year]";
const CHOSEN: &str = "new URLSearchParams(location.search).getAll('year')";
const FOCUS: &str = "document.activeElement";
const UP: &str = "\u{e013}";
const ENTER: &str = "\u{e007}";
const SHOWN: &str = "document.querySelectorAll('.record').length";
const LENGTH: &str = "history.length";

async fn opened(path: &str) -> Site {
    let site = Site::start().await;
    site.page.open(path).await;
    site.page.ready().await;
    site
}

/// A list of which more is shown than at first.
async fn with_more_shown() -> Site {
    let site = opened("en/explore/?scope=all").await;
    site.page.click("button.more").await;
    site.page.wait("more are shown", &format!("{SHOWN} > 100")).await;
    site
}

/// To another page and back.
async fn there_and_back(page: &Page) {
    page.click("footer a").await;
    page.wait("another page is there", "!document.querySelector('.record')").await;
    page.back().await;
}

async fn focus(page: &Page, selector: &str) {
    page.ask(&format!("document.querySelector({}).focus() ?? true", json!(selector))).await;
}

/// Words are one step as long as nothing else is chosen in between.
#[tokio::test(flavor = "multi_thread")]
async fn words_after_another_choice_are_a_step_of_their_own() {
    let site = opened("en/explore/?scope=all").await;
    let page = &site.page;
    focus(page, "input[name=q]").await;
    page.press("tour").await;
    page.wait_for_query("q", "tour", true).await;
    let kind = page.first_free("kind").await.expect("there is a kind");
    page.choose("kind", &kind).await;
    page.wait_for_query("kind", &kind, true).await;
    focus(page, "input[name=q]").await;
    page.press("i").await;
    page.wait(
        "a letter more is searched for",
        "location.search.includes('itour') || location.search.includes('touri')",
    )
    .await;
    page.back().await;
    page.wait_for_query("q", "tour", true).await;
    page.wait_for_query("kind", &kind, true).await;
    page.back().await;
    page.wait_for_query("kind", &kind, false).await;
    page.wait_for_query("q", "tour", true).await;
    page.back().await;
    page.wait("all of the word is one step", "!location.search.includes('q=')").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_arrows_of_a_number_are_one_step() {
    let site = opened("en/explore/?scope=all&year=2014&year=2015").await;
    let page = &site.page;
    let length = page.ask(LENGTH).await.as_u64().unwrap_or_default();
    focus(page, "input[name=year-to]").await;
    for year in ["2016", "2017"] {
        page.press(UP).await;
        page.wait_for_query("year", year, true).await;
    }
    assert_eq!(page.ask(LENGTH).await, length + 1);
    page.back().await;
    page.wait("both are taken back", &format!("{CHOSEN}.join() === '2014,2015'")).await;
}

/// Also where a click elsewhere has taken the keyboard before the field tells that it was changed.
#[tokio::test(flavor = "multi_thread")]
async fn two_fields_are_two_steps() {
    let site = opened("en/explore/?scope=all").await;
    let page = &site.page;
    for (name, year) in [("year-from", "2014"), ("year-to", "2016")] {
        page.click(&format!("input[name={name}]")).await;
        page.press(year).await;
        page.click("#count").await;
        page.wait_for_query("year", year, true).await;
    }
    page.back().await;
    page.wait("the end is open again", &format!("{CHOSEN}[0] === '2014' && {CHOSEN}.length > 3")).await;
    page.back().await;
    page.wait("nothing is chosen", &format!("{CHOSEN}.length === 0")).await;
}

/// A field tells nobody what was typed where that is no number: it was taken for an open end.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_number_changes_nothing_and_is_told() {
    let site = opened("en/explore/?scope=all&year=2014&year=2015").await;
    let page = &site.page;
    focus(page, "input[name=year-from]").await;
    page.press("-e").await;
    page.press_tab().await;
    page.wait("it is told", "document.querySelector('.range [role=alert]').textContent.includes('number')").await;
    page.wait("what was there is there again", "document.querySelector('input[name=year-from]').value === '2014'")
        .await;
    assert_eq!(page.ask(CHOSEN).await, json!(["2014", "2015"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_range_drawn_again_is_no_step() {
    let site = opened("en/explore/?scope=all").await;
    let page = &site.page;
    page.draw_over(&format!("{YEARS} canvas"), 0.3, 0.6).await;
    page.wait("years are chosen", &format!("{CHOSEN}.length > 1")).await;
    page.ready().await;
    let (length, chosen) = (page.ask(LENGTH).await, page.ask(CHOSEN).await);
    page.draw_over(&format!("{YEARS} canvas"), 0.3, 0.6).await;
    page.ready().await;
    assert_eq!((page.ask(LENGTH).await, page.ask(CHOSEN).await), (length, chosen));
}

/// It neither ends what the first one draws nor leaves the page with choices that the address has not.
#[tokio::test(flavor = "multi_thread")]
async fn a_second_finger_changes_nothing() {
    let site = opened("en/explore/?scope=all").await;
    let page = &site.page;
    let all = page.count().await;
    let send = |kind: &str, share: f64, finger: u32| {
        format!(
            "(() => {{
                const canvas = document.querySelector('{YEARS} canvas'), box = canvas.getBoundingClientRect();
                const at = {{ clientX: box.x + box.width * {share}, clientY: box.y + box.height / 2 }};
                const who = {{ pointerId: {finger}, isPrimary: {finger} === 1, pointerType: 'touch', bubbles: true }};
                canvas.dispatchEvent(new PointerEvent('{kind}', {{ ...at, ...who }}));
            }})() ?? true"
        )
    };
    page.ask(&send("pointerdown", 0.3, 1)).await;
    page.ask(&send("pointermove", 0.6, 1)).await;
    page.wait("the page follows", &format!("document.querySelector('output').dataset.count < {all}")).await;
    let named = format!("/^20\\d\\d–20\\d\\d$/.test(document.querySelector('{YEARS} .tip').textContent)");
    assert!(page.holds(&named).await, "the range that is drawn is named");
    let shown = page.count().await;
    for (kind, share) in [("pointerdown", 0.9), ("pointermove", 0.95), ("pointerup", 0.95)] {
        page.ask(&send(kind, share, 2)).await;
    }
    assert_eq!(page.count().await, shown);
    assert_eq!(page.ask(&format!("{CHOSEN}.length")).await, 0, "it is not let go yet");
    page.ask(&send("pointercancel", 0.6, 1)).await;
    page.wait("nothing was chosen", &format!("Number(document.querySelector('output').dataset.count) === {all}")).await;
}

/// A link to a part of the page makes a new step, and one to what is shown none: the list stays as it is.
#[tokio::test(flavor = "multi_thread")]
async fn links_to_the_same_page_keep_the_list() {
    let site = with_more_shown().await;
    let page = &site.page;
    let shown = page.ask(SHOWN).await;
    focus(page, ".skip").await;
    page.press(ENTER).await;
    page.wait("a link leads to a part", "location.hash !== ''").await;
    page.click("nav [hreflang=en], a[hreflang=en]").await;
    page.ready().await;
    there_and_back(page).await;
    page.wait("as many are shown", &format!("{SHOWN} === {shown}")).await;
}

/// The list goes on with as many as were asked for, at each step.
#[tokio::test(flavor = "multi_thread")]
async fn a_choice_keeps_how_many_are_shown() {
    let site = with_more_shown().await;
    let page = &site.page;
    page.ask("document.querySelector('select[name=sort]').value = 'title'").await;
    page.ask("document.querySelector('select[name=sort]').dispatchEvent(new Event('change', { bubbles: true }))").await;
    page.wait_for_query("sort", "title", true).await;
    page.ready().await;
    let shown = page.ask(SHOWN).await;
    assert!(shown.as_u64() > Some(100), "{shown}");
    there_and_back(page).await;
    page.wait("as many are shown again", &format!("{SHOWN} === {shown}")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn back_leaves_the_keyboard_where_it_is_or_at_the_count() {
    let site = opened("en/explore/?scope=all#chart-by-year").await;
    let page = &site.page;
    let kind = page.first_free("kind").await.expect("there is a kind");
    page.choose("kind", &kind).await;
    page.wait_for_query("kind", &kind, true).await;
    page.ready().await;
    focus(page, "input[name=organisation]:not(:disabled)").await;
    page.back().await;
    page.wait_for_query("kind", &kind, false).await;
    page.ready().await;
    assert_eq!(page.text(&format!("{FOCUS}.name")).await, "organisation", "the address names a part");
    page.choose("kind", &kind).await;
    page.wait("there is a chip", "!!document.querySelector('[data-chip]')").await;
    page.ready().await;
    focus(page, "[data-chip]").await;
    page.back().await;
    page.wait("the chip is gone", "!document.querySelector('[data-chip]')").await;
    page.wait("the count has the keyboard", &format!("{FOCUS}.id === 'count'")).await;
}

/// The page of the first step back is not there yet when the second one comes: nothing is noted of it.
#[tokio::test(flavor = "multi_thread")]
async fn two_steps_back_at_once_forget_nothing() {
    let site = opened("en/explore/?scope=all").await;
    let page = &site.page;
    page.follow("en/directions/tourism/").await;
    page.ready().await;
    page.ask("(scrollTo(0, 900), true)").await;
    page.wait("it is scrolled", "scrollY === 900").await;
    page.follow("en/sources/").await;
    page.ready().await;
    // No frame comes between the two.
    let twice = "(() => {
        const frame = requestAnimationFrame, held = [];
        window.requestAnimationFrame = (then) => held.push(then);
        const last = () => {
            window.requestAnimationFrame = frame;
            held.forEach((then) => frame(then));
        };
        const first = () => (addEventListener('popstate', last, { once: true }), history.back());
        addEventListener('popstate', first, { once: true });
        history.back();
    })() ?? true";
    page.ask(twice).await;
    page.wait("the first page is there", "location.pathname.endsWith('/explore/')").await;
    page.ready().await;
    page.forward().await;
    page.wait("the place is found", "location.pathname.endsWith('/tourism/') && Math.abs(scrollY - 900) < 2").await;
}

/// What the keyboard has reached stays, as a pointer leaves that only lay over the chart.
#[tokio::test(flavor = "multi_thread")]
async fn a_pointer_that_leaves_takes_nothing_from_the_keyboard() {
    let site = opened("en/explore/?scope=all").await;
    let page = &site.page;
    focus(page, &format!("{YEARS} [data-walk]")).await;
    page.press("\u{e014}\u{e014}\u{e014}").await;
    let tip = format!("document.querySelector('{YEARS} .tip')?.textContent");
    page.wait("a mark is reached", &format!("{tip}?.length > 0")).await;
    let third = page.text(&tip).await;
    page.ask(&format!(
        "document.querySelector('{YEARS} canvas').dispatchEvent(new PointerEvent('pointerleave', {{ pointerType: 'mouse' }})) && true"
    ))
    .await;
    assert_eq!(page.text(&tip).await, third);
    page.press(ENTER).await;
    page.wait("it is chosen", &format!("{CHOSEN}.length === 1")).await;
}
