//! What is in view follows a choice in the same frame; what is not waits for its turn, which a newer
//! choice takes away.

use browser_tests::{Site, page::Page};

/// Notes what is said of the first chart and of one far down, as often as it changes, and the same of
/// the first chart's table.
const WATCH: &str = "
    const walks = ['kind', 'organisation'].map(by => document.querySelector(`#chart-by-${by} [data-walk]`));
    const noted = (element, what, told) => {
        const all = [told()];
        new MutationObserver(() => all.push(told())).observe(element, what);
        return all;
    };
    const [first, last] = walks.map(walk => noted(walk, { attributeFilter: ['aria-label'] }, () => walk.ariaLabel));
    const twin = document.querySelector('#table-by-kind');
    const table = noted(twin, { childList: true, subtree: true }, () => twin.textContent);
    const box = (name, value) => document.querySelector(`input[name=${name}][value='${value}']`);
    const state = () => document.documentElement.dataset.state;
    const turn = () => new Promise(next => {
        const line = new MessageChannel();
        line.port1.onmessage = next;
        line.port2.postMessage(0);
    });
    // The browser tells after a frame what is in view.
    const seen = async () => { for (let n = 0; n < 3; n++) { await new Promise(requestAnimationFrame); await turn(); } };
    const settled = async () => { do await new Promise(requestAnimationFrame); while (state() === 'loading'); };
    const views = async () => { for (let n = 0; n < 100; n++) await null; };";

async fn opened() -> Site {
    let site = Site::start().await;
    site.page.open("en/explore/").await;
    site.page.ready().await;
    site
}

/// Runs steps with what `WATCH` names, from the start of a frame on; they add to `faults` whatever is
/// not as it should be.
pub async fn check(page: &Page, steps: &str) {
    page.live_through(&format!(
        "{WATCH} const faults = window.faults = []; await seen(); await new Promise(requestAnimationFrame); {steps}"
    ))
    .await;
    assert_eq!(page.text("JSON.stringify(faults)").await, "[]");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_view_comes_first() {
    let site = opened().await;
    check(
        &site.page,
        "box('year', '2015').click();
        await views();
        if (first.length !== 2) faults.push('the first chart waits');
        if (last.length !== 1) faults.push('the chart far down does not wait');
        if (state() !== 'loading') faults.push('the page counts as drawn');
        await settled();
        if (last.length !== 2) faults.push(`the chart far down changed ${last.length - 1} times`);",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_choice_drops_what_waits() {
    let site = opened().await;
    check(
        &site.page,
        "for (const value of ['2014', '2015', '2014', '2016', '2013']) {
            box('year', value).click();
            await views();
        }
        if (first.length !== 6) faults.push(`the first chart followed ${first.length - 1} of five choices`);
        await settled();
        if (last.length !== 2) faults.push(`the chart far down changed ${last.length - 1} times`);",
    )
    .await;
}

/// A box shows by itself that it was ticked, and may have to be emptied before it was told that it is.
#[tokio::test(flavor = "multi_thread")]
async fn a_choice_out_of_view_that_is_taken_back_at_once_is_not_shown() {
    let site = opened().await;
    check(
        &site.page,
        "const far = document.querySelector('input[name=organisation]:not(:disabled)');
        const chips = () => [...document.querySelectorAll('[data-chip]')];
        const before = chips().map(chip => chip.textContent).join();
        far.click();
        await views();
        if (!far.checked) faults.push('it is not ticked');
        const chip = chips().find(chip => !before.includes(chip.textContent));
        chip.click();
        await views();
        await settled();
        if (chips().map(chip => chip.textContent).join() !== before) faults.push('the choice was not taken back');
        if (far.checked) faults.push('it is ticked though it is not chosen');",
    )
    .await;
}

/// The next letter should not wait.
#[tokio::test(flavor = "multi_thread")]
async fn only_the_number_follows_a_letter_at_once() {
    let site = opened().await;
    check(
        &site.page,
        "const count = () => document.querySelector('output').dataset.count;
        const before = count();
        const search = document.querySelector('input[name=q]');
        for (const word of ['a', 'ak', 'akt']) {
            search.value = word;
            search.dispatchEvent(new Event('input', { bubbles: true }));
            await views();
        }
        if (count() === before) faults.push('the number waits');
        if (first.length !== 1) faults.push('the chart in view does not wait');
        if (state() !== 'loading') faults.push('the page counts as drawn');
        await settled();
        if (first.length !== 2) faults.push(`the chart in view changed ${first.length - 1} times`);
        if (last.length !== 2) faults.push(`the chart far down changed ${last.length - 1} times`);",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_out_of_view_is_first_when_it_is_scrolled_to() {
    let site = opened().await;
    check(
        &site.page,
        "walks[1].closest('figure').scrollIntoView();
        await seen();
        box('year', '2015').click();
        await views();
        if (last.length !== 2) faults.push('the chart in view waits');
        if (first.length !== 1) faults.push('the chart out of view does not wait');
        await settled();
        if (first.length !== 2) faults.push('the chart out of view never followed');",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_follows_at_once_when_it_was_opened() {
    let site = opened().await;
    check(
        &site.page,
        "box('year', '2015').click();
        await views();
        if (table.length !== 1) faults.push('a closed table does not wait');
        await settled();
        if (table.length === 1) faults.push('a closed table never follows');
        twin.open = true;
        await settled();
        const before = table.length;
        box('year', '2014').click();
        await views();
        if (table.length === before) faults.push('an open table waits');",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_out_of_view_follow_later() {
    let site = opened().await;
    check(
        &site.page,
        "const facets = ['direction', 'stage', 'area', 'year', 'organisation', 'scope'];
        const counts = () => facets.map(name =>
            [...document.querySelectorAll(`.choice:has(input[name=${name}]) small`)].map(small => small.textContent).join());
        const before = counts();
        const waiting = () => facets.filter((_, n) => counts()[n] === before[n]);
        box('kind', 'training').click();
        await views();
        if (waiting().length === 0) faults.push('the counts out of view do not wait');
        if (waiting().includes('year')) faults.push('the counts in view wait');
        await settled();
        if (waiting().length > 0) faults.push(`the counts never follow of ${waiting()}`);",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_before_the_turn_finds_the_next_page_drawn() {
    let site = opened().await;
    let page = &site.page;
    page.live_through("document.querySelector('input[name=kind]').click(); document.querySelector('nav a').click();")
        .await;
    page.ready().await;
    page.back().await;
    page.ready().await;
    assert_eq!(page.chosen().await.iter().filter(|choice| choice.starts_with("kind=")).count(), 1);
}

/// To draw between texts that change has the browser go over its styles again and again.
#[tokio::test(flavor = "multi_thread")]
async fn pictures_out_of_view_are_drawn_after_all_texts() {
    let site = opened().await;
    check(
        &site.page,
        "const events = [];
        for (const figure of document.querySelectorAll('.explore figure.chart')) {
            const told = new MutationObserver(() => events.push(['text', figure]));
            told.observe(figure.querySelector('[data-walk]'), { attributeFilter: ['aria-label'] });
        }
        const pen = CanvasRenderingContext2D.prototype, write = pen.fillText;
        pen.fillText = function (...given) {
            events.push(['picture', this.canvas.closest('figure')]);
            return write.apply(this, given);
        };
        box('year', '2015').click();
        await views();
        const near = new Set(events.map(([, figure]) => figure));
        await settled();
        const far = events.filter(([, figure]) => !near.has(figure)).map(([what]) => what);
        const [picture, text] = [far.indexOf('picture'), far.lastIndexOf('text')];
        if (picture < 0 || text < 0) faults.push('nothing follows out of view');
        if (picture < text) faults.push(`a picture before a text: ${far.filter((what, at) => what !== far[at - 1])}`);",
    )
    .await;
}

/// Pictures out of view are drawn in their turn, and before the page is ready.
#[tokio::test(flavor = "multi_thread")]
async fn a_picture_out_of_view_is_drawn_in_the_end() {
    let site = opened().await;
    let page = &site.page;
    let canvas = "document.querySelector('#chart-by-organisation canvas').toDataURL()";
    check(
        page,
        &format!(
            "const before = {canvas};
            for (const value of ['2014', '2015']) {{
                box('year', value).click();
                await views();
            }}
            if ({canvas} !== before) faults.push('the picture far down does not wait');
            await settled();
            if ({canvas} === before) faults.push('the picture far down is never drawn');"
        ),
    )
    .await;
    let drawn = page.text(canvas).await;
    page.reload().await;
    page.ready().await;
    assert!(page.text(canvas).await == drawn, "opened from its link the chart looks otherwise");
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_of_a_table_that_stay_are_not_made_anew() {
    let site = opened().await;
    check(
        &site.page,
        "const rows = () => [...document.querySelectorAll('#table-by-area tbody tr')];
        const texts = () => rows().map(row => row.textContent).join();
        // The first choice takes the place of what was carried over from the page's file.
        box('kind', 'training').click();
        await settled();
        const [before, told] = [rows(), texts()];
        box('kind', 'event').click();
        await settled();
        if (texts() === told) faults.push('the table did not follow');
        if (rows().some((row, at) => row !== before[at])) faults.push('rows were made anew');
        const wrong = rows().filter(row => row.querySelector('data').value !== row.querySelector('data').dataset.value);
        if (wrong.length > 0) faults.push('a number is told twice and differs');",
    )
    .await;
}
