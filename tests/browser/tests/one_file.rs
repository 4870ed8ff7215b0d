//! The whole site as one file, opened from a folder without any server.

use browser_tests::{LANGUAGES, Site, bundle, page::Page};
use serde_json::Value;
use std::collections::HashSet;

/// A browser with the file open at an address in it.
async fn opened(address: &str) -> Site {
    let site = Site::start().await;
    go(&site.page, address).await;
    site
}

async fn go(page: &Page, address: &str) {
    let file = bundle::folder().join("bagyt.html");
    page.visit(&format!("file://{}#/{address}", file.display())).await;
    page.ready().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_in_it() {
    let size = bundle::folder().join("bagyt.html").metadata().expect("the bundle has the file").len();
    assert!(size < 900_000, "{size} bytes");
    let site = opened("kk/").await;
    let page = &site.page;
    let mut titles = HashSet::new();
    for language in LANGUAGES {
        for path in bundle::pages() {
            go(page, &format!("{language}/{path}")).await;
            page.wait("the language follows", &format!("document.documentElement.lang === '{language}'")).await;
            let title = page.text("document.title + document.querySelector('h1').innerText").await;
            assert!(titles.insert(title.clone()), "{language}/{path} has the title of another page: {title}");
            let faults: Vec<String> = page.charts().await.iter().flat_map(|chart| chart.faults()).collect();
            assert!(faults.is_empty(), "{language}/{path}: {faults:?}");
        }
    }
    let errors = page.console_errors().await;
    assert!(errors.is_empty(), "the console shows {errors:?}");
    let asked = site.server.requests();
    assert!(asked.is_empty(), "a file asked a server: {asked:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_readable_before_its_program() {
    let text = std::fs::read_to_string(bundle::folder().join("bagyt.html")).expect("the file is text");
    let before = text.split("<script type=\"application").next().unwrap_or_default();
    let language = bundle::snapshot()["snapshot"]["default_language"].as_str().map(str::to_owned).unwrap_or_default();
    assert!(before.contains(&format!("<html lang=\"{language}\"")) && before.contains("</h1>"), "no page");
    assert!(before.matches("<svg").count() > 0, "no chart");
}

/// Who reads none of the three languages goes on in that of the page that is there.
#[tokio::test(flavor = "multi_thread")]
async fn it_stays_in_its_language() {
    let site = Site::start().await;
    let file = std::fs::read_to_string(bundle::folder().join("bagyt.html")).expect("the bundle has the file");
    let own = file.split("<html lang=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let other = if own == "en" { "ru" } else { "en" };
    let copy = std::env::temp_dir().join(format!("bagyt-{}-{other}.html", std::process::id()));
    std::fs::write(&copy, file.replacen(&format!("<html lang=\"{own}\""), &format!("<html lang=\"{other}\""), 1))
        .expect("the folder is there");
    site.page.speak("de").await;
    site.page.visit(&format!("file://{}", copy.display())).await;
    site.page.ready().await;
    assert_eq!(site.page.text("document.documentElement.lang").await, other);
    std::fs::remove_file(copy).ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_followed_while_the_page_is_made_leads_on() {
    let site = Site::start().await;
    let page = &site.page;
    // Another link each time that the program lets the browser do something else.
    let follow = "addEventListener('DOMContentLoaded', () => {
        const { postMessage } = MessagePort.prototype;
        // A part of a page is none of its own.
        const links = [...document.querySelectorAll('header nav a')].filter(link => link.hash.endsWith('/'));
        window.times = 0;
        MessagePort.prototype.postMessage = function (...all) {
            const link = links[++times % links.length];
            if (link.isConnected) {
                link.click();
                window.followed = link.hash;
            }
            return postMessage.apply(this, all);
        };
    })";
    page.before_each_document(follow).await;
    let file = bundle::folder().join("bagyt.html");
    page.visit(&format!("file://{}", file.display())).await;
    page.ready().await;
    page.wait("the page of the last link", "`#/${document.getElementById('main').dataset.place}` === followed").await;
    assert!(page.holds("location.hash === followed").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn links_languages_filters_and_parts_live_in_the_fragment() {
    let site = opened("ru/").await;
    let page = &site.page;
    page.click("main a[href*='directions/tourism/']").await;
    wait_for(page, "#/ru/directions/tourism/").await;
    page.ready().await;
    let before = page.count().await;
    let kind = page.first_free("kind").await.expect("a kind can be chosen");
    page.choose("kind", &kind).await;
    wait_for(page, &format!("#/ru/directions/tourism/?kind={kind}")).await;
    page.ready().await;
    let chosen = page.count().await;
    assert_ne!(chosen, before, "the choice changes nothing");

    page.click("header a[hreflang=en]").await;
    wait_for(page, &format!("#/en/directions/tourism/?kind={kind}")).await;
    page.ready().await;
    page.reload().await;
    page.ready().await;
    assert_eq!((page.text("document.documentElement.lang").await.as_str(), page.count().await), ("en", chosen));

    let part = page.text("document.querySelector('figure [data-copy=link]').getAttribute('href').slice(1)").await;
    page.click("figure [data-copy=link]").await;
    wait_for(page, &format!("#/en/directions/tourism/?kind={kind}#{part}")).await;
    page.wait("the chart is in view", &in_view(&part)).await;
    page.back().await;
    page.back().await;
    wait_for(page, &format!("#/ru/directions/tourism/?kind={kind}")).await;
    page.wait("the language goes back", "document.documentElement.lang === 'ru'").await;

    // By address, as from a bookmark: the part is in view once the charts above it are drawn.
    go(page, "").await;
    go(page, &format!("kk/directions/tourism/#{part}")).await;
    page.wait("the chart of the address is in view", &in_view(&part)).await;
}

/// The address that it was opened with names no page.
#[tokio::test(flavor = "multi_thread")]
async fn back_leads_to_where_it_was_opened() {
    let site = Site::start().await;
    let page = &site.page;
    page.visit(&format!("file://{}", bundle::folder().join("bagyt.html").display())).await;
    page.ready().await;
    let title = page.text("document.title").await;
    page.click("main a[href*='directions/tourism/']").await;
    page.wait("a link leads on", &format!("document.title !== {title:?}")).await;
    page.ready().await;
    page.back().await;
    page.wait("the first page is shown again", &format!("document.title === {title:?}")).await;
}

fn in_view(id: &str) -> String {
    let id = Value::from(id);
    format!("(({{ top }}) => top >= 0 && top < innerHeight / 2)(document.getElementById({id}).getBoundingClientRect())")
}

async fn wait_for(page: &Page, fragment: &str) {
    page.wait(&format!("the address ends with {fragment}"), &format!("location.hash === {}", Value::from(fragment)))
        .await;
}
