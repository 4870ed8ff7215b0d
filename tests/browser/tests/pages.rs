//! Every page in every language, on a plain server in a folder, as a phone and as a desk shows it.

use browser_tests::{Site, bundle, page::Page};

const PHONE: u32 = 360;
const DESK: u32 = 1280;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_whole_in_kazakh() {
    every_page_is_whole("kk").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_whole_in_russian() {
    every_page_is_whole("ru").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_whole_in_english() {
    every_page_is_whole("en").await;
}

/// All faults of all pages are told at once: one run shows the whole of what is wrong.
async fn every_page_is_whole(language: &str) {
    let site = Site::start().await;
    let mut faults = Vec::new();
    for page in bundle::pages() {
        let path = format!("{language}/{page}");
        let found = faults_of(&site, language, &path).await;
        faults.extend(found.into_iter().map(|fault| format!("{path}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

async fn faults_of(site: &Site, language: &str, path: &str) -> Vec<String> {
    let page = &site.page;
    page.set_width(PHONE).await;
    page.open(path).await;
    page.ready().await;
    let mut faults: Vec<String> = page.charts().await.iter().flat_map(|chart| chart.faults()).collect();
    faults.extend(too_wide(page, PHONE).await);
    let was_drawn = page.canvas_is_drawn().await;

    let mut expect = |holds: bool, fault: String| {
        if !holds {
            faults.push(fault);
        }
    };
    let status = page.status().await;
    expect(status == 200, format!("status {status}"));
    let lang = page.text("document.documentElement.lang").await;
    expect(lang == language, format!("html lang is “{lang}”"));
    let headings = page.text("[...document.querySelectorAll('h1')].map(h => h.innerText.trim()).join(' | ')").await;
    let is_one = page.holds("document.querySelectorAll('h1').length === 1").await;
    expect(is_one && !headings.is_empty(), format!("not one heading but “{headings}”"));
    let title = page.text("document.title.trim()").await;
    expect(!title.is_empty(), "no title".into());

    page.set_width(DESK).await;
    page.ready().await;
    // Nothing tells when a chart has followed its window; but one that was blank stays so.
    if was_drawn && browser_tests::until(async || page.canvas_is_drawn().await.then_some(())).await.is_none() {
        faults.push(format!("a chart is blank after the window grew to {DESK}"));
    }
    faults.extend(too_wide(page, DESK).await);
    faults.extend(page.console_errors().await.into_iter().map(|error| format!("console: {error}")));
    faults.extend(page.foreign_requests().await.into_iter().map(|address| format!("asks for {address}")));
    faults
}

async fn too_wide(page: &Page, width: u32) -> Option<String> {
    let overflow = page.overflow().await;
    if overflow <= 1 {
        return None;
    }
    Some(format!("{overflow} px wider than {width}: {}", page.sticking_out().await))
}
