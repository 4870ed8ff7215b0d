//! The site on the reader's device: without a network, with a broken snapshot, after a release.

use browser_tests::files::Trouble;
use browser_tests::releases::{NEW, release, visited};
use browser_tests::{LANGUAGES, Site, bundle, page::Page};
use serde_json::json;

const SNAPSHOT: &str = "snapshot.json";

#[tokio::test(flavor = "multi_thread")]
async fn after_one_visit_every_page_opens_without_a_network() {
    let Site { page, server } = visited().await;
    drop(server);
    for language in LANGUAGES {
        for path in bundle::pages() {
            page.open(&format!("{language}/{path}")).await;
            page.ready().await;
            assert_eq!(page.text("document.documentElement.lang").await, language, "{path}");
            let faults: Vec<String> = page.charts().await.iter().flat_map(|chart| chart.faults()).collect();
            assert!(faults.is_empty(), "{language}/{path}: {faults:?}");
            assert!(is_kept_copy(&page).await, "{language}/{path} does not say that it is a copy");
        }
    }
    page.open("ru/explore/?kind=training").await;
    page.ready().await;
    assert_eq!(page.chosen().await, ["kind=training", "scope=project"]);
    page.open("").await;
    page.ready().await;
    page.open("en/nonsense/deep/").await;
    page.ready().await;
    assert!(page.holds("document.querySelector('[data-not-found]')").await, "an unknown address");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_copy_shown_has_its_date() {
    let site = visited().await;
    let created = bundle::snapshot()["snapshot"]["created"].as_str().expect("the snapshot has a date").to_owned();
    let day = created.rsplit('-').next().unwrap_or_default().trim_start_matches('0').to_owned();
    site.server.hide(SNAPSHOT);
    for language in LANGUAGES {
        site.page.open(&format!("{language}/")).await;
        site.page.ready().await;
        let notice = notice(&site.page).await;
        assert!(notice.contains(&created[..4]) && notice.contains(&day), "{created} is not in “{notice}”");
    }
    site.server.lift(SNAPSHOT);
    site.page.open("kk/").await;
    site.page.ready().await;
    assert_eq!(notice(&site.page).await, "", "the snapshot is back");
}

/// A site in a folder of another is kept by a worker of its own, also before that is active.
#[tokio::test(flavor = "multi_thread")]
async fn a_site_within_a_site_keeps_its_own_snapshot() {
    let Site { page, server } = visited().await;
    let files = std::fs::read_dir(bundle::folder()).expect("the bundle can be listed").flatten();
    for path in files.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end != "html")) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        server.replace(&format!("inner/{name}"), std::fs::read(path).expect("a file can be read"));
    }
    let about = std::fs::read(bundle::folder().join("en/about/index.html")).expect("the page is in the bundle");
    server.replace("inner/en/about/index.html", about);
    let inner = bundle::snapshot().to_string().replace("Regional Development of Kazakhstan", "The site within");
    server.replace("inner/snapshot.json", inner);
    page.open("inner/en/about/").await;
    page.ready().await;
    let kept = |folder: &str, is_inner: bool| {
        format!(
            "(async () => (await (await caches.match('{}{folder}snapshot.json')).text()).includes('The site within') === {is_inner})()",
            server.base()
        )
    };
    page.wait("the inner one is kept", &kept("inner/", true)).await;
    page.wait("the outer one is what it was", &kept("", false)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_snapshot_never_replaces_a_good_one() {
    let site = visited().await;
    let page = &site.page;
    let records = vec![json!({ "id": 7 }); 30];
    let many = json!({ "format": 1, "records": records }).to_string();
    for broken in ["<!doctype html><p>Please sign in", r#"{"format":2}"#, &many] {
        site.server.replace(SNAPSHOT, broken);
        for visit in 0..2 {
            page.open("en/directions/tourism/").await;
            page.ready().await;
            let told = page.text("document.querySelector('[data-notice=refused]')?.textContent").await;
            assert!(told.contains("refused"), "visit {visit} to {broken}: {told}");
            assert!(page.holds("document.querySelector('[data-notice=refused] [data-problem]')").await, "no problems");
            let lines = page.ask("document.querySelectorAll('[data-notice=refused] [data-problem]').length").await;
            let more = page.holds("document.querySelector('[data-notice=refused] li:not([data-problem])')").await;
            assert_eq!(lines == 20, more, "of many it is told that there are more: {lines}");
        }
    }
    site.server.trouble(SNAPSHOT, Trouble::Cut);
    page.open("kk/directions/tourism/").await;
    page.ready().await;
    assert!(is_kept_copy(page).await, "one that breaks off is not replaced by the good one");
    let Site { page, server } = site;
    drop(server);
    page.open("ru/directions/tourism/").await;
    page.ready().await;
    assert!(is_kept_copy(&page).await, "the good one is gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_is_announced_and_taken_on_the_readers_wish() {
    let site = visited().await;
    let page = &site.page;
    release(&site.server);
    page.reload().await;
    page.ready().await;
    assert!(!page.holds(NEW).await, "the new version came unasked");
    page.wait(
        "the new version is announced",
        "Boolean(document.querySelector('[data-notice=newer]')?.innerText.trim())",
    )
    .await;

    // The old version still works, though the host has it no more.
    page.open("ru/directions/tourism/").await;
    page.ready().await;
    assert!(!page.holds(NEW).await, "the new version came unasked, to another page");
    page.click("header a[href$='/ru/about/'], footer a[href$='/ru/about/']").await;
    page.wait("links work", "location.pathname.endsWith('/ru/about/')").await;

    page.click("[data-update]").await;
    page.wait("the new version is here", NEW).await;
    page.ready().await;
    assert_eq!(page.path().await, "ru/about/", "the update left the page");
    assert!(!page.holds("document.querySelector('[data-notice=newer]')").await, "still announced");

    let Site { page, server } = site;
    drop(server);
    page.open("kk/").await;
    page.ready().await;
    assert!(page.holds(NEW).await, "the device keeps the old version");
}

/// So that no later visit has that work.
#[tokio::test(flavor = "multi_thread")]
async fn the_device_keeps_the_program_unpacked() {
    let site = visited().await;
    let program = format!("{}{}", site.server.base(), bundle::program(bundle::FIRST));
    let head =
        format!("(async () => (await (await caches.match('{program}'))?.text())?.startsWith('\\0asm') === true)()");
    site.page.wait("the program is kept as it runs", &head).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_stalls_is_made_by_the_program() {
    let site = visited().await;
    let page = &site.page;
    site.server.trouble("en/about/index.html", Trouble::Stalled);
    page.open("en/about/").await;
    page.ready().await;
    assert!(page.holds("document.querySelector('[data-digest]')").await, "it is another page");
}

async fn is_kept_copy(page: &Page) -> bool {
    page.holds("document.querySelector('[data-notice=kept]')?.innerText.trim()").await
}

async fn notice(page: &Page) -> String {
    page.text("document.querySelector('[data-notice]')?.innerText").await
}

/// A file in which much is wrong is shown as far as it goes, but not kept in the place of a better one.
#[tokio::test(flavor = "multi_thread")]
async fn items_left_out_are_not_kept_in_the_place_of_all() {
    let site = visited().await;
    let page = &site.page;
    let path = "en/explore/?scope=all";
    page.open(path).await;
    page.ready().await;
    let all = page.count().await;
    let mut snapshot = bundle::snapshot().clone();
    snapshot["records"][0]["kind"] = json!("nothing of ours");
    site.server.replace(SNAPSHOT, snapshot.to_string());
    page.open(path).await;
    page.ready().await;
    assert_eq!(page.count().await, all - 1);
    site.server.hide(SNAPSHOT);
    page.open(path).await;
    page.ready().await;
    assert!(is_kept_copy(page).await);
    assert_eq!(page.count().await, all);
}
