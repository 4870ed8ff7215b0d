//! A long visit: a thousand pages and choices leave the page as light as it was.

use browser_tests::{Site, memory::assert_not_grown};

/// How often: enough for a leak of one node or listener each to be seen.
const TIMES: usize = 1000;

/// How many steps are waited for at a time, so that a slow machine has as long as it needs for all of
/// them and one that hangs is still found out. A multiple of four, so that each part ends where it began.
const PART: usize = 40;

#[tokio::test(flavor = "multi_thread")]
async fn pages_and_choices_leave_nothing_behind() {
    let site = Site::start().await;
    let page = &site.page;
    page.keep_exports().await;
    page.open("en/explore/").await;
    page.ready().await;
    // What is made once and kept, such as fonts, sort orders and the browser's own compilation of the
    // program, is made in the first rounds.
    round(&site, TIMES / 4).await;
    let before = page.held().await;
    round(&site, TIMES).await;
    let after = page.held().await;
    assert_not_grown(before, after, &format!("{TIMES} pages and {TIMES} choices"));
}

/// Goes to another page and back so many times in all, then so many times ticks a box and takes that back: one that
/// has a chart of amounts go, or one that leaves several charts nothing to show.
async fn round(site: &Site, times: usize) {
    let page = "const to = i % 2 ? 'explore/' : 'directions/tourism/';
        document.querySelector(`a[href$='/en/${to}']`).click();";
    let choice = "const kind = i % 4 < 2 ? 'training' : 'institution';
        document.querySelector(`form[data-filters] input[name=kind][value=${kind}]`).click();";
    for step in [page, choice] {
        for _ in 0..times / PART {
            site.page.live_through(&settled(step)).await;
        }
    }
}

/// So many of one step as are waited for together, each once the page has settled after the one before.
fn settled(step: &str) -> String {
    format!(
        "const state = () => document.documentElement.dataset.state;
        const frame = () => new Promise(requestAnimationFrame);
        for (let i = 0; i < {PART}; i++) {{
            {step}
            do await frame(); while (state() === 'loading');
        }}"
    )
}
