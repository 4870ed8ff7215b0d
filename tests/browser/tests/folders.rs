//! One bundle works in any folder of a host.

use browser_tests::Site;
use browser_tests::releases::visited_in;

#[tokio::test(flavor = "multi_thread")]
async fn at_the_root_of_a_host() {
    stays_in("/").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn deep_in_a_host() {
    stays_in("/a/b/c/").await;
}

/// A folder's name may have letters that mean something where texts are put together.
#[tokio::test(flavor = "multi_thread")]
async fn without_a_network_in_a_folder_of_any_name() {
    let Site { page, server } = visited_in("/x$$y/a$&b/").await;
    drop(server);
    page.open("ru/explore/").await;
    page.ready().await;
    assert!(page.holds("document.querySelector('[data-record]')").await);
}

async fn stays_in(folder: &str) {
    let site = Site::start_in(folder).await;
    let page = &site.page;

    page.open("ru/").await;
    page.ready().await;
    page.click("main a[href*='directions/tourism/']").await;
    page.wait("the link leads to the direction", "location.pathname.endsWith('/ru/directions/tourism/')").await;
    page.ready().await;
    assert_eq!(page.path().await, "ru/directions/tourism/", "the link left the folder");

    // By address, two levels down, where references relative to the page are most easily wrong.
    page.open("kk/directions/innovation/").await;
    page.ready().await;
    assert!(page.holds("document.querySelector('h1').innerText.trim()").await, "the direction has no heading");

    let requests = site.server.requests();
    let snapshot = format!("{folder}snapshot.json");
    assert!(requests.iter().any(|request| request.path == snapshot), "the snapshot was not fetched from {snapshot}");
    let astray: Vec<_> = requests.iter().filter(|r| r.status != 200 || !r.path.starts_with(folder)).collect();
    assert!(astray.is_empty(), "requests that led nowhere: {astray:?}");
    let errors = page.console_errors().await;
    assert!(errors.is_empty(), "the console shows {errors:?}");
}
