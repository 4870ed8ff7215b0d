//! Who goes back, or takes a choice back, finds what stood open, and the keyboard where it was.

use browser_tests::Site;

const ENTER: &str = "\u{e007}";
const SPACE: &str = "\u{e00d}";
const FOCUS: &str = "document.activeElement";

#[tokio::test(flavor = "multi_thread")]
async fn what_stood_open_is_open_again() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("ru/sources/").await;
    page.ready().await;
    let open = "[...document.querySelectorAll('.source-list details')].slice(0, 5).map(one => one.open = true).length";
    assert_eq!(page.ask(open).await, 5);
    let last = "[...document.querySelectorAll('.source-list details[open] a[href*=\"/indicators/\"]')].at(-1)";
    page.ask(&format!("({last}.scrollIntoView({{ block: 'center' }}), {last}.focus(), true)")).await;
    page.wait("it has the keyboard", &format!("{FOCUS} === {last}")).await;
    let (height, link) = (page.ask("Math.round(scrollY)").await, page.text(&format!("{FOCUS}.textContent")).await);
    page.press(ENTER).await;
    page.wait("the link leads on", "location.pathname.includes('/indicators/')").await;
    page.ready().await;
    page.back().await;
    page.wait("the link has the keyboard again", &format!("{FOCUS}.textContent === {link:?}")).await;
    page.wait("the page is as far down", &format!("Math.abs(scrollY - {height}) < 2")).await;
    assert_eq!(page.ask("document.querySelectorAll('.source-list details[open]').length").await, 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn as_many_records_are_shown_again() {
    const SHOWN: &str = "document.querySelectorAll('.record').length";
    let site = Site::start().await;
    let page = &site.page;
    page.open("en/explore/?scope=all").await;
    page.ready().await;
    page.click("button.more").await;
    page.wait("all are shown", &format!("{SHOWN} > 100 && !document.querySelector('button.more')")).await;
    // The button is gone, and the keyboard goes on with what it has brought.
    page.wait(
        "the first new record has the keyboard",
        &format!("{FOCUS} === document.querySelectorAll('.record')[100]"),
    )
    .await;
    let shown = page.ask(SHOWN).await;
    page.click_one_of("[...document.querySelectorAll('.record .evidence a')].slice(-1)").await;
    page.wait("the link leads on", "location.pathname.endsWith('/en/sources/')").await;
    page.ready().await;
    page.back().await;
    page.wait("they are shown again", &format!("{SHOWN} === {shown}")).await;
    page.reload().await;
    page.ready().await;
    page.wait("the page is far down after a reload too", "scrollY > innerHeight").await;
}

/// The page's file has other records, and is of another height.
#[tokio::test(flavor = "multi_thread")]
async fn a_reload_finds_the_place_among_what_was_chosen() {
    let site = Site::start().await;
    let page = &site.page;
    page.set_width(390).await;
    page.open("en/explore/?kind=training&scope=all").await;
    page.ready().await;
    page.ask("(scrollTo(0, document.body.scrollHeight / 2), true)").await;
    page.wait("it is scrolled", "scrollY > innerHeight").await;
    let height = page.ask("scrollY").await;
    page.reload().await;
    page.ready().await;
    page.wait("the page is as far down", &format!("Math.abs(scrollY - {height}) < 2")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn choices_leave_the_keyboard_where_it_is() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("kk/explore/").await;
    page.ready().await;
    page.ask("document.querySelector('input[name=organisation]:not(:disabled)').focus() ?? true").await;
    page.press(SPACE).await;
    page.wait("it is chosen", "location.search.includes('organisation=')").await;
    page.ready().await;
    page.back().await;
    page.wait("the choice is taken back", "location.search === ''").await;
    page.ready().await;
    assert_eq!(page.text(&format!("{FOCUS}.name")).await, "organisation");
    // What clears all goes when nothing is chosen.
    page.choose("kind", &page.first_free("kind").await.expect("there is a kind")).await;
    page.wait("it is chosen", "location.search.includes('kind=')").await;
    page.ready().await;
    page.ask("document.querySelector('[data-clear]').focus() ?? true").await;
    page.press(ENTER).await;
    page.wait("it is taken back", "location.search === ''").await;
    page.wait("the count has the keyboard", &format!("{FOCUS}.id === 'count'")).await;
}
