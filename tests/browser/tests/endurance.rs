//! A long visit: a thousand pages and choices leave the page as light as it was.

use browser_tests::{Site, memory::assert_not_grown};

/// How often: enough for a leak of one node or listener each to be seen.
const TIMES: usize = 1000;

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

/// Goes to another page and back so many times in all, then ticks one box so many times.
async fn round(site: &Site, times: usize) {
    let go = format!(
        "const state = () => document.documentElement.dataset.state;
        const frame = () => new Promise(requestAnimationFrame);
        const settle = async () => {{ do await frame(); while (state() === 'loading'); }};
        for (let i = 0; i < {times}; i++) {{
            const to = i % 2 ? 'explore/' : 'directions/tourism/';
            document.querySelector(`a[href$='/en/${{to}}']`).click();
            await settle();
        }}
        for (let i = 0; i < {times}; i++) {{
            document.querySelector('form[data-filters] input[name=kind][value=training]').click();
            await settle();
        }}"
    );
    site.page.live_through(&go).await;
}
