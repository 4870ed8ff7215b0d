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
