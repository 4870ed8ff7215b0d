//! A long visit: a thousand pages and choices leave the page as light as it was.

use browser_tests::Site;

/// How often: enough for a leak of one node or listener each to be seen.
const TIMES: usize = 1000;

/// How much more of each there may be afterwards.
const GROWN: f64 = 0.05;

#[tokio::test(flavor = "multi_thread")]
async fn pages_and_choices_leave_nothing_behind() {
    let site = Site::start().await;
    let page = &site.page;
    page.watch_memory().await;
    page.open("en/explore/").await;
    page.ready().await;
    // What is made once and kept, such as fonts, sort orders and the browser's own compilation of the
    // program, is made in the first rounds.
    round(&site, TIMES / 4).await;
    let before = page.held().await;
    round(&site, TIMES).await;
    let after = page.held().await;
    for (at, what) in ["nodes", "listeners", "heap", "memory of the program"].iter().enumerate() {
        let (before, after) = (before[at], after[at]);
        eprintln!("{what}: {before} before, {after} after {TIMES} pages and {TIMES} choices");
        assert!(after <= before * (1.0 + GROWN), "{what}: {before} before, {after} after");
    }
}

/// Goes to another page and back so many times in all, then ticks one box so many times.
async fn round(site: &Site, times: usize) {
    let go = format!(
        "(async () => {{
            const state = () => document.documentElement.dataset.state;
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
            }}
            window.rounds = (window.rounds ?? 0) + 1;
        }})() && true"
    );
    let done = site.page.ask("window.rounds ?? 0").await.as_u64().unwrap_or_default() + 1;
    site.page.ask(&go).await;
    // The round takes longer than a page may; each look waits for a while.
    let ended = format!("(window.rounds ?? 0) === {done}");
    for _ in 0..10 {
        browser_tests::until(async || site.page.holds(&ended).await.then_some(())).await;
    }
    site.page.wait("the round ends", &ended).await;
}
