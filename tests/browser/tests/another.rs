//! Pages over another snapshot than the site's own, whose page is there before and says other things.

use browser_tests::{Site, bundle, files::Trouble};

const ANOTHER: &str = "another.json";
const MAIN_SHOWN: &str = "document.querySelector('#main').checkVisibility()";

/// A site beside whose snapshot lies another.
async fn site() -> Site {
    let site = Site::start().await;
    site.server.replace(ANOTHER, bundle::snapshot_text());
    site
}

#[tokio::test(flavor = "multi_thread")]
async fn charts_have_their_room() {
    let site = site().await;
    site.page.open("kk/directions/tourism/?snapshot=another.json").await;
    site.page.ready().await;
    assert!(site.page.holds(MAIN_SHOWN).await);
    let narrow = "[...document.querySelectorAll('.chart .plot')].filter(plot =>
        plot.clientWidth - plot.querySelector('canvas').clientWidth > 30).length";
    assert_eq!(site.page.ask(narrow).await, 0, "charts are narrower than their room");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_leads_to_a_part_of_its_page() {
    let site = site().await;
    site.page.open("en/directions/tourism/?snapshot=another.json#sources").await;
    site.page.ready().await;
    let seen = "(() => {
        const { top } = document.getElementById('sources').getBoundingClientRect();
        return scrollY > 0 && top >= 0 && top < innerHeight;
    })()";
    site.page.wait("the part is in view", seen).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_try_keeps_what_was_told_and_the_keyboard() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("ru/explore/?snapshot=another.json").await;
    page.failed().await;
    page.ask("document.querySelector('button[data-retry]').focus() ?? true").await;
    site.server.hold(ANOTHER);
    page.ask("document.activeElement.click() ?? true").await;
    page.wait("it is tried again", "document.documentElement.dataset.state === 'loading'").await;
    assert!(page.holds(MAIN_SHOWN).await, "what was told is hidden");
    assert!(page.holds("document.activeElement.matches('button[data-retry]')").await, "the keyboard is lost");
    site.server.release();
    page.failed().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_try_tells_how_far_it_is() {
    let site = Site::start().await;
    site.server.hide("snapshot.json");
    site.page.open("ru/explore/?snapshot=snapshot.json").await;
    site.page.failed().await;
    site.server.lift("snapshot.json");
    site.server.trouble("snapshot.json", Trouble::Stalled);
    site.page.click("button[data-retry]").await;
    let told = "document.querySelector('#waiting')?.textContent.startsWith('Загружается: 0,')";
    site.page.wait("it is told how far it is", told).await;
}

/// Nothing of the site's own is there, not even a menu that would lead away from what was asked for.
#[tokio::test(flavor = "multi_thread")]
async fn while_it_comes_the_page_says_so_and_shows_nothing_else() {
    let site = site().await;
    let page = &site.page;
    site.server.hold(ANOTHER);
    page.open("ru/explore/?snapshot=another.json").await;
    page.wait("it says so", "document.querySelector('#waiting')?.checkVisibility()").await;
    assert!(page.text("document.querySelector('#waiting').innerText").await.starts_with("Загружается…"));
    assert!(page.holds("document.querySelector('#app').innerText.trim() === ''").await, "something else is shown");
    assert!(page.holds("[...document.querySelectorAll('#app a')].every(link => !link.checkVisibility())").await);
    page.click("#waiting a").await;
    page.wait("the choice of a snapshot is gone", "location.search === ''").await;
    page.ready().await;
    assert!(page.holds(MAIN_SHOWN).await);
    assert!(!page.holds("document.querySelector('#waiting')?.checkVisibility()").await);
    site.server.release();
}

/// Where the program does not come, the page is the site's own, and its address says so.
#[tokio::test(flavor = "multi_thread")]
async fn without_the_program_the_address_is_that_of_what_is_shown() {
    let site = site().await;
    site.server.hide(&bundle::program(bundle::FIRST));
    site.page.open("en/directions/tourism/?snapshot=another.json").await;
    site.page.wait("it is told", "!document.querySelector('#fault').hidden").await;
    assert!(site.page.holds(MAIN_SHOWN).await);
    assert!(site.page.holds("location.search === ''").await, "its own numbers under the address of others");
}

/// What there is to be read then is of the site's own snapshot, and the address says so.
#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_fails_over_another_snapshot_leaves_the_sites_own() {
    let site = Site::start().await;
    let page = &site.page;
    site.server.trouble("snapshot.json", Trouble::Stalled);
    // However the key is spelt.
    page.open("ru/explore/?%73napshot=snapshot.json").await;
    page.wait("it is told how far it is", "!!document.querySelector('#waiting span')").await;
    assert!(!page.holds(MAIN_SHOWN).await, "the page of another snapshot");
    page.ask("dispatchEvent(new ErrorEvent('error', { error: new Error('the end') }))").await;
    page.wait("the fault is told", "document.querySelector('#fault').checkVisibility()").await;
    assert!(page.holds("location.search === '' && !document.querySelector('#waiting')").await);
    assert!(page.holds(MAIN_SHOWN).await);
    site.server.lift("snapshot.json");
    page.click("#fault [href='']").await;
    page.wait("what was asked for is asked for again", "location.search.includes('napshot=')").await;
    page.ready().await;
}
