//! Snapshots that fail, in part or whole, and snapshots from elsewhere.

use browser_tests::{LANGUAGES, Site, bundle, page::Page, server::gzip};
use serde_json::{Value, json};

const SNAPSHOT: &str = "snapshot.json";

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_snapshot_is_told_and_can_be_retried() {
    is_told_and_can_be_retried("kk", None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_cut_off_is_told_and_can_be_retried() {
    let text = bundle::snapshot_text();
    let half = text.char_indices().nth(text.chars().count() / 2).map_or("", |(middle, _)| &text[..middle]);
    is_told_and_can_be_retried("ru", Some(half)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_that_is_no_json_is_told_and_can_be_retried() {
    // What a captive portal answers to everything.
    is_told_and_can_be_retried("en", Some("<!doctype html><p>Please sign in")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_of_another_format_is_told_and_can_be_retried() {
    is_told_and_can_be_retried("kk", Some(r#"{"format":2}"#)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn problems_that_have_no_room_are_counted() {
    let site = Site::start().await;
    let strays: String = (0..30).map(|n| format!(",\"stray-{n}\":0")).collect();
    site.server.replace("many.json", format!("{{\"format\":1{strays}}}"));
    site.page.open("en/?snapshot=many.json").await;
    site.page.failed().await;
    let lines = "[...document.querySelectorAll('.problems li')].map(line => line.innerText)";
    let lines = site.page.ask(lines).await;
    let lines = lines.as_array().expect("lines");
    // Thirty strays, and neither `snapshot` nor `project`.
    assert_eq!((lines.len(), lines.last().and_then(Value::as_str)), (21, Some("More: 12")));
}

async fn is_told_and_can_be_retried(language: &str, broken: Option<&str>) {
    let site = Site::start().await;
    let page = &site.page;
    match broken {
        Some(content) => site.server.replace(SNAPSHOT, content),
        None => site.server.hide(SNAPSHOT),
    }
    page.open(&format!("{language}/directions/tourism/")).await;
    page.failed().await;
    assert_eq!(page.text("document.documentElement.lang").await, language);
    assert!(!problems(page).await.is_empty(), "the page does not name the problem");
    assert!(page.holds("document.querySelector('button[data-retry]')?.innerText.trim()").await, "no retry button");

    // A retry while the fault lasts fails again, in the same words and place.
    page.click("button[data-retry]").await;
    page.failed().await;

    site.server.lift(SNAPSHOT);
    // Who clicks twice does not get two apps, of which the one that is not seen takes the links.
    site.server.hold(SNAPSHOT);
    let twice = "[0, 1].forEach(() => document.querySelector('button[data-retry]').click()) ?? true";
    page.ask(twice).await;
    site.server.release();
    page.wait("the retry succeeds", "document.documentElement.dataset.state === 'ready'").await;
    page.ready().await;
    assert_eq!(page.path().await, format!("{language}/directions/tourism/"), "the retry left the page");
    assert!(page.holds("document.querySelector('h1')?.innerText.trim()").await, "no heading after the retry");
    assert!(!page.holds("document.querySelector('button[data-retry]')").await, "the error page is still there");
    page.follow(&format!("{language}/indicators/")).await;
    page.wait("a link leads on", "document.querySelector('main').dataset.place.endsWith('indicators/')").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_error_page_speaks_the_language_of_the_path() {
    let site = Site::start().await;
    site.server.hide(SNAPSHOT);
    let mut buttons = Vec::new();
    for language in LANGUAGES {
        site.page.open(&format!("{language}/")).await;
        site.page.failed().await;
        buttons.push(site.page.text("document.querySelector('button[data-retry]')?.innerText.trim()").await);
    }
    let cyrillic = |text: &str| text.chars().any(|letter| ('А'..='ӿ').contains(&letter));
    assert!(
        matches!(&buttons[..], [kk, ru, en] if kk != ru && cyrillic(kk) && cyrillic(ru) && !cyrillic(en)),
        "{buttons:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_record_is_listed_and_spoils_nothing_else() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("en/about/").await;
    page.ready().await;
    let usual = problems(page).await;

    let mut snapshot = bundle::snapshot();
    snapshot["records"][0]["kind"] = json!("nonsense");
    site.server.replace(SNAPSHOT, snapshot.to_string());
    page.open("en/about/").await;
    page.ready().await;
    let told = problems(page).await;
    let new: Vec<&String> = told.iter().filter(|problem| !usual.contains(problem)).collect();
    let names_it = new.iter().any(|problem| problem.contains("records") && problem.contains("nonsense"));
    assert!(names_it, "About does not say where and what: {new:?}");

    page.open("en/explore/").await;
    page.ready().await;
    assert!(page.count().await > 0, "one broken record took the others with it");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_snapshot_is_shown_on_request() {
    let site = Site::start().await;
    let page = &site.page;
    let title = "Qyzyq 4711";
    let mut snapshot = bundle::snapshot();
    snapshot["project"]["title"] = json!({ "kk": title, "ru": title, "en": title, "original": "en" });
    site.server.replace("other.json", snapshot.to_string());
    let packed = gzip(snapshot.to_string().as_bytes()).expect("memory can be written to");
    site.server.replace("other.json.gz", packed);

    let shows_it = format!("document.body.innerText.includes({})", Value::from(title));
    for file in ["other.json", "other.json.gz"] {
        page.open(&format!("kk/?snapshot={file}")).await;
        page.ready().await;
        page.wait("the other project's title is shown", &shows_it).await;
    }
    page.open("kk/").await;
    page.ready().await;
    assert!(!page.holds(&shows_it).await, "the other snapshot stays without being asked for");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_followed_in_another_snapshot_stays_in_it() {
    let site = Site::start().await;
    let page = &site.page;
    site.server.replace("other.json", bundle::snapshot_text());
    page.open("kk/?snapshot=other.json").await;
    page.ready().await;
    page.click("main a[href*='directions/tourism/']").await;
    page.wait("the link leads on", "location.pathname.endsWith('/kk/directions/tourism/')").await;
    // Else a reload, or a friend, would see the numbers of another file under the same address.
    page.wait_for_query("snapshot", "other.json", true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_about_another_snapshot_leads_to_it_and_tells_its_digest() {
    let site = Site::start().await;
    let page = &site.page;
    let mut snapshot = bundle::snapshot();
    snapshot["snapshot"]["version"] = json!("4711");
    let text = snapshot.to_string();
    let packed = gzip(text.as_bytes()).expect("memory can be written to");
    let digest = bagyt::snapshot::sha256(text.as_bytes());
    const UNKNOWN: &str = "неизвестна: с тех пор файл изменился, или его больше нет";
    let tells = |text: &str| format!("document.querySelector('[data-digest]').textContent === '{text}'");
    // Seen from the bundle's folder, from the host, and packed: the digest is that of the JSON.
    site.server.replace("other.json", text.clone());
    site.server.replace("other.json.gz", packed);
    let base = site.server.base();
    let from_the_host = format!("{}other.json", base.strip_prefix(site.server.origin()).unwrap_or_default());
    for (name, file) in
        [("other.json", "other.json"), (&from_the_host, "other.json"), ("other.json.gz", "other.json.gz")]
    {
        page.open(&format!("ru/about/?snapshot={name}")).await;
        page.ready().await;
        page.wait(&format!("the digest of {name} is told"), &tells(&digest)).await;
        let link = page.ask("document.querySelector('a[download^=\"other.json\"]').href").await;
        assert_eq!(link, format!("{base}{file}"));
        assert_eq!(page.ask("document.querySelector('a[download]').download").await, file);
    }
    // What is there now is not what the page shows; and what is gone has no digest.
    page.open("ru/directions/tourism/?snapshot=other.json").await;
    page.ready().await;
    site.server.replace("other.json", format!("{text} "));
    page.click("footer a[href*='about/']").await;
    page.wait("another file's digest is not told", &tells(UNKNOWN)).await;
    page.open("ru/directions/tourism/?snapshot=other.json").await;
    page.ready().await;
    site.server.hide("other.json");
    page.click("footer a[href*='about/']").await;
    page.wait("a lost file's digest is not told", &tells(UNKNOWN)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_of_another_host_is_refused_unasked() {
    let site = Site::start().await;
    let page = &site.page;
    for address in ["https://example.org/x.json", "//example.org/x.json", "http:%5C%5Cexample.org/x.json"] {
        page.open(&format!("en/?snapshot={address}")).await;
        page.failed().await;
        assert!(!problems(page).await.is_empty(), "the page does not say why it refuses {address}");
        let foreign = page.foreign_requests().await;
        assert!(foreign.is_empty(), "asked for {foreign:?}");
    }
}

/// The texts of the problems that the page tells of.
async fn problems(page: &Page) -> Vec<String> {
    let texts = page.ask("[...document.querySelectorAll('[data-problem]')].map(e => e.textContent.trim())").await;
    let texts = texts.as_array().cloned().unwrap_or_default();
    texts.iter().filter_map(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned).collect()
}
