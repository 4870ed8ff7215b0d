//! The site before the program, and without it: plain answers of a plain server, and a browser
//! that runs no script.

use browser_tests::{LANGUAGES, Site, bundle, page::Page, server::Server};
use std::collections::HashSet;

const FOLDERS: [&str; 3] = ["/", "/some/repo/", "/a/b/c/"];

#[tokio::test(flavor = "multi_thread")]
async fn every_page_answers_with_its_own_title_in_any_folder() {
    for folder in FOLDERS {
        let server = Server::start(&bundle::folder(), folder).await;
        let (mut faults, mut titles) = (Vec::new(), HashSet::new());
        for language in LANGUAGES {
            for page in bundle::all_pages() {
                let path = format!("{language}/{page}");
                let (status, html) = server.get(&path).await;
                let title = between(&html, "<title>", "</title>");
                let heading = between(&html, "<h1 id=\"heading\" tabindex=\"-1\">", "</h1>");
                let tongue = html.contains(&format!("<html lang=\"{language}\" "));
                let own = titles.insert(format!("{language} {title}"));
                if status != 200 || !tongue || !own || title.is_empty() || heading.is_empty() {
                    faults.push(format!("{path}: {status}, lang {tongue}, title “{title}” new {own}, h1 “{heading}”"));
                }
            }
        }
        assert!(titles.len() > 60, "only {} pages", titles.len());
        assert!(faults.is_empty(), "below {folder} {} faults:\n{}", faults.len(), faults.join("\n"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_without_javascript_is_complete_at_the_root_of_a_host() {
    is_complete_in("/", "kk").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_without_javascript_is_complete_in_a_folder() {
    is_complete_in("/some/repo/", "ru").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_without_javascript_is_complete_deep_in_a_host() {
    is_complete_in("/a/b/c/", "en").await;
}

async fn is_complete_in(folder: &str, language: &str) {
    let site = Site::start_in(folder).await;
    let page = &site.page;
    page.without_javascript().await;
    for path in bundle::templates() {
        page.open(&format!("{language}/{path}")).await;
        let holds = async |what: &str, condition: &str| {
            assert!(page.holds(condition).await, "{language}/{path}: {what}");
        };
        holds("the program ran", "document.documentElement.dataset.state === 'loading'").await;
        // A browser may say that it has arrived before the style sheet has.
        page.wait("the style sheet is there", "getComputedStyle(document.body).margin === '0px'").await;
        holds("no heading", "document.querySelector('h1').checkVisibility()").await;
        holds("an empty page", "document.querySelector('main').innerText.length > 300").await;
        let printed = "[...document.querySelectorAll('figure[data-chart]')].every(figure =>
            [...figure.querySelectorAll('svg[viewBox]')].filter(svg => svg.checkVisibility()).length === 1 &&
            [...figure.querySelectorAll('svg[viewBox]')].some(svg => svg.getBoundingClientRect().height > 12) && figure.querySelector('table[data-twin] td'))";
        holds("a chart without its picture or its table", printed).await;
        let told = "[...document.querySelectorAll('form[data-filters]')].every(form =>
            form.querySelector('noscript p')?.checkVisibility())";
        holds("filters that do not say that they need the program", told).await;
        let anchors = "[...document.querySelectorAll('a[href^=\"#\"]')].every(link =>
            document.getElementById(decodeURIComponent(link.hash.slice(1))))";
        holds("an anchor that leads nowhere", anchors).await;
        holds("a loading bar that never ends", "!document.querySelector('#progress').checkVisibility()").await;
    }
    leads_on(page, language).await;
    let astray: Vec<_> = site.server.requests().into_iter().filter(|request| request.status != 200).collect();
    assert!(astray.is_empty(), "requests that led nowhere: {astray:?}");
}

/// Links and the language switch are plain links.
async fn leads_on(page: &Page, language: &str) {
    page.open(&format!("{language}/")).await;
    page.click("main a[href*='directions/tourism/']").await;
    page.wait("the link leads to the direction", &ends_with(language, "directions/tourism/")).await;
    let other = if language == "kk" { "en" } else { "kk" };
    page.click(&format!("header a[hreflang={other}]")).await;
    page.wait("the switch leads to the same page", &ends_with(other, "directions/tourism/")).await;
    assert_eq!(page.text("document.documentElement.lang").await, other);
    page.click("main a[data-evidence]").await;
    page.wait("the citation leads to its source", &ends_with(other, "sources/")).await;
    page.wait("the source is marked as the target", "document.querySelector(':target')?.id.startsWith('source-')")
        .await;
}

fn ends_with(language: &str, path: &str) -> String {
    format!("document.readyState === 'complete' && location.pathname.endsWith('/{language}/{path}')")
}

fn between<'a>(html: &'a str, before: &str, after: &str) -> &'a str {
    let rest = html.split_once(before).map_or("", |(_, rest)| rest);
    rest.split_once(after).map_or("", |(text, _)| text)
}
