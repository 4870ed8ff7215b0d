//! What stands still on a page is the content of the page's file, until a choice changes it.

use browser_tests::held::{PAGES, before_the_program, taken_over};

/// What stands still (`src/parts/still.rs`).
const STILL: &str = "[...document.querySelectorAll('[data-still]')]";

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_still_is_carried_over() {
    for path in PAGES {
        let site = before_the_program(path, 1280).await;
        let page = &site.page;
        let marked = format!("{STILL}.filter(e => e.firstChild).map(e => e.firstChild.was_there = true).length");
        let before = page.ask(&marked).await.as_f64().unwrap_or_default();
        assert!(before > 3.0, "{path}: {before} parts");
        taken_over(&site).await;
        let carried = format!("{STILL}.filter(e => [...e.childNodes].some(node => node.was_there)).length");
        assert_eq!(page.ask(&carried).await.as_f64(), Some(before), "{path}");
        // As the program writes them: an address that changes takes no link along.
        assert!(!page.holds("document.querySelector(\"#app a[href^='.']\")").await, "{path}: a link from the page");
    }
}

/// What a reader opens is alive, carried over or, where they opened it before the program was there, made.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_carried_over_is_alive() {
    for (before, carried) in [(false, true), (true, false)] {
        let site = before_the_program("en/explore/", 1280).await;
        let page = &site.page;
        let box_in = |page: &str| format!("document.querySelector('#more-organisation .choice:not(.off) input'){page}");
        let all = "document.querySelectorAll('#more-organisation .choice').length";
        let listed = page.ask(all).await;
        let open = "document.querySelector('#more-organisation').open = true";
        page.ask(&box_in(".was_there = true")).await;
        if before {
            page.ask(open).await;
        }
        taken_over(&site).await;
        if !before {
            page.ask(open).await;
        }
        assert_eq!(page.holds(&box_in(".was_there === true")).await, carried, "opened before: {before}");
        page.click("#more-organisation .choice:not(.off) input").await;
        page.wait("it is in the address", "location.search.length > 1").await;
        page.ready().await;
        assert!(page.holds(&box_in(".checked")).await, "opened before: {before}");
        assert_eq!(page.ask(all).await, listed);
        page.back().await;
        page.wait("it is not in the address", "location.search === ''").await;
        page.ready().await;
        assert!(page.holds(&format!("!{}", box_in(".checked"))).await, "opened before: {before}");
    }
}

/// What a box tells follows a choice, in those of the page's file too.
#[tokio::test(flavor = "multi_thread")]
async fn counts_that_are_carried_over_follow() {
    let site = before_the_program("kk/explore/", 1280).await;
    let page = &site.page;
    // Opened from its link, the boxes stand in another order: those with the most records first.
    let told = |facet: &str| {
        format!(
            "[...document.querySelectorAll('input[name={facet}]')].map(box => [
                 box.value, box.checked, box.disabled, box.parentElement.className, box.parentElement.textContent,
             ].join()).sort().join('; ')"
        )
    };
    page.ask("document.querySelectorAll('.choice').forEach(box => box.was_there = true) ?? true").await;
    taken_over(&site).await;
    assert!(page.holds("[...document.querySelectorAll('.choice')].every(box => box.was_there)").await, "made anew");
    let facets = ["kind", "year", "direction", "organisation", "area"];
    page.click("#more-organisation summary").await;
    page.click("form[data-filters] input[name=kind]:not(:disabled)").await;
    page.wait("it is in the address", "location.search.length > 1").await;
    page.ready().await;
    let mut followed = Vec::new();
    for facet in facets {
        followed.push(page.text(&told(facet)).await);
    }
    page.reload().await;
    page.ready().await;
    for (facet, followed) in facets.into_iter().zip(followed) {
        assert_eq!(followed, page.text(&told(facet)).await, "{facet}");
    }
}

/// A box that is not seen can be ticked, by a browser's search in the page or a reader's extension.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_carried_over_and_closed_can_be_chosen() {
    let site = before_the_program("en/explore/", 1280).await;
    taken_over(&site).await;
    let page = &site.page;
    let one = "document.querySelector('#more-organisation .choice:not(.off) input')";
    page.ask(&format!("{one}.click()")).await;
    page.wait("it is in the address", "location.search.length > 1").await;
    page.ready().await;
    assert!(page.holds(&format!("{one}.checked")).await, "not chosen");
}

/// Nothing of the file is left between what a choice makes.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_carried_over_goes_when_a_choice_changes_it() {
    let site = before_the_program("en/explore/", 1280).await;
    let page = &site.page;
    taken_over(&site).await;
    let listed = "document.querySelectorAll('ol.records > li').length";
    let rows = "document.querySelectorAll('[data-chart=by-kind] [data-twin] tbody tr').length";
    let before = (page.ask(listed).await, page.ask(rows).await);
    assert!(before.0.as_u64() > Some(1) && before.1.as_u64() > Some(1), "{before:?}");
    let kind = page.first_free("kind").await.expect("there is a kind to choose");
    page.choose("kind", &kind).await;
    page.wait_for_query("kind", &kind, true).await;
    page.ready().await;
    let count = page.count().await;
    assert_eq!(page.ask(listed).await.as_u64(), Some(count as u64), "of {before:?}");
    assert_eq!(page.ask(rows).await, before.1);
    page.back().await;
    page.wait_for_query("kind", &kind, false).await;
    page.ready().await;
    assert_eq!((page.ask(listed).await, page.ask(rows).await), before);
}

/// Who says what a chart shows changes with the records that it shows, and back again.
#[tokio::test(flavor = "multi_thread")]
async fn who_says_it_follows_each_choice() {
    const SAYS: &str = "[...document.querySelectorAll('.chart .source')].map(one => one.textContent).join()";
    let site = before_the_program("en/directions/tourism/", 1280).await;
    let page = &site.page;
    taken_over(&site).await;
    let before = page.text(SAYS).await;
    page.choose("scope", "context").await;
    page.wait_for_query("scope", "context", true).await;
    page.ready().await;
    page.wait("others say it", &format!("{SAYS} !== {before:?}")).await;
    page.choose("scope", "context").await;
    page.wait_for_query("scope", "context", false).await;
    page.ready().await;
    page.wait("the same as at first say it", &format!("{SAYS} === {before:?}")).await;
}
