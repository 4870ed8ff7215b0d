//! What is far from view is neither laid out nor painted after a choice; no one may see that.

use crate::turns::check;
use browser_tests::Site;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_far_keeps_its_room() {
    // In one column the charts are many windows long; beside them the facets are.
    for (width, parts) in [(360, ".chart"), (1440, "fieldset")] {
        let site = Site::start().await;
        site.page.set_width(width).await;
        site.page.open("en/explore/").await;
        site.page.ready().await;
        check(
            &site.page,
            &format!("const parts = () => [...document.querySelectorAll('.explore {parts}')]; {KEEPS_ROOM}"),
        )
        .await;
    }
}

const KEEPS_ROOM: &str = "
    const heights = () => parts().map(part => part.offsetHeight).join();
    const far = () => parts().filter(part => !part.firstElementChild.checkVisibility({ contentVisibilityAuto: true }));
    if (far().length > 0) faults.push('something is left out before a choice');
    box('year', '2015').click();
    await settled();
    await seen();
    if (far().length === 0) faults.push('all is painted');
    const before = heights();
    for (const part of parts()) part.style.contentVisibility = 'visible';
    if (heights() !== before) faults.push(`${before} became ${heights()}`);
    for (const part of parts()) part.style.contentVisibility = '';
    const one = far().at(-1);
    one.scrollIntoView();
    await seen();
    if (far().includes(one)) faults.push('what is in view is left out');";

/// Who takes a picture of the whole page finds all of it in there.
#[tokio::test(flavor = "multi_thread")]
async fn a_picture_of_the_whole_page_has_what_is_far() {
    let site = Site::start().await;
    site.page.open("en/explore/").await;
    site.page.ready().await;
    let far = "[...document.querySelectorAll('.explore :is(.chart, .long, fieldset)')]\
               .filter(part => !part.firstElementChild.checkVisibility({ contentVisibilityAuto: true }))";
    check(
        &site.page,
        &format!(
            "box('year', '2015').click();
            await settled();
            await seen();
            if ({far}.length === 0) faults.push('all is painted');"
        ),
    )
    .await;
    let picture = async || {
        let size = "{x: 0, y: 0, scale: 1, width: innerWidth, height: document.documentElement.scrollHeight}";
        let clip = site.page.ask(size).await;
        site.page.devtools("Page.captureScreenshot", json!({ "captureBeyondViewport": true, "clip": clip })).await
    };
    let taken = picture().await;
    site.page.ask("document.querySelector('.explore').removeAttribute('data-settled') ?? true").await;
    assert!(taken["data"].is_string() && taken == picture().await, "something is left out");
}

/// A bar that comes or goes as a reader scrolls is no other window.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_bar_leaves_what_is_far_unpainted() {
    let site = Site::start().await;
    let page = &site.page;
    let resize = async |(width, height): (u32, u32)| {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        page.devtools("Emulation.setDeviceMetricsOverride", size).await;
    };
    resize((360, 740)).await;
    page.open("en/explore/").await;
    page.ready().await;
    check(page, "box('year', '2015').click(); await settled(); await seen();").await;
    for (size, settled) in [((360, 684), true), ((360, 740), true), ((740, 360), false)] {
        resize(size).await;
        page.live_through("for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame);").await;
        assert_eq!(page.holds("document.querySelector('[data-settled]')").await, settled, "{size:?}");
    }
}

/// What has no room when its page is made has it once it is shown.
#[tokio::test(flavor = "multi_thread")]
async fn charts_that_were_made_while_nothing_was_shown_have_their_room() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("en/explore/?kind=document&year=2013").await;
    page.ready().await;
    assert_eq!(page.text("document.querySelector('output').dataset.count").await, "0");
    page.live_through("document.querySelector('nav a').click();").await;
    page.ready().await;
    page.back().await;
    page.ready().await;
    page.live_through(
        "document.querySelector('input[name=year][value=\"2013\"]').click();
        do await new Promise(requestAnimationFrame); while (document.documentElement.dataset.state === 'loading');",
    )
    .await;
    let plots = "[...document.querySelectorAll('.explore .plot')]";
    assert!(page.holds(&format!("{plots}.length > 4")).await);
    let narrow = "plot.querySelector('canvas').clientWidth < plot.clientWidth - 16";
    let narrow = format!("JSON.stringify({plots}.filter(plot => {narrow}).map(plot => plot.parentElement.id))");
    assert_eq!(page.text(&narrow).await, "[]");
}

/// What is laid out by itself is cut off at its edge.
#[tokio::test(flavor = "multi_thread")]
async fn no_tooltip_is_cut_off_after_a_choice() {
    for width in [360, 768, 1440] {
        let site = Site::start().await;
        site.page.set_width(width).await;
        site.page.open("kk/explore/").await;
        site.page.ready().await;
        check(
            &site.page,
            "box('year', '2015').click();
            await settled();
            for (const walk of document.querySelectorAll('.explore [data-walk]')) {
                const figure = walk.closest('figure');
                walk.focus();
                await seen();
                let told;
                const tip = () => figure.querySelector('.tip');
                for (;;) {
                    walk.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
                    await views();
                    if (!tip() || tip().textContent === told) break;
                    told = tip().textContent;
                    const edge = figure.getBoundingClientRect();
                    for (const part of [tip(), figure.querySelector('.mark')]) {
                        const { left, top, right, bottom } = part.getBoundingClientRect();
                        if (left < edge.left || top < edge.top || right > edge.right || bottom > edge.bottom)
                            faults.push(`${figure.id}: ${part.className} of ${told}`);
                    }
                }
                if (!told) faults.push(`${figure.id}: nothing is reached`);
            }",
        )
        .await;
    }
}
