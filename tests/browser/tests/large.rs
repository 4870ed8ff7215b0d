//! A hundred thousand records: the page shows what the library counts natively, however quickly a
//! reader chooses, and gets no heavier by it.

mod native;

use browser_tests::{Site, memory::assert_not_grown, page::Page};
use native::{Numbers, PORTFOLIO};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const LARGE: &str = "snapshot=large.json";

/// How often a box is ticked or cleared.
const TOGGLES: usize = 1000;

/// A page of all records of the portfolio, with these choices.
async fn opened(query: &str) -> Site {
    let site = Site::start().await;
    site.server.replace("large.json", PORTFOLIO.text.clone());
    site.page.keep_exports().await;
    site.page.open(&format!("en/explore/?{query}{LARGE}")).await;
    site.page.ready().await;
    site
}

/// What the page shows in numbers.
async fn seen(page: &Page) -> Numbers {
    let all = page.ask(
        "[
            ['shown', Number(document.querySelector('output[data-count]').dataset.count)],
            ...[...document.querySelectorAll('form[data-filters] input[type=checkbox]')].map(box => {
                const count = box.closest('label').querySelector('small').textContent.replace(/\\D/g, '');
                return [`${box.name}=${box.value}`, Number(count)];
            }),
            ...[...document.querySelectorAll('figure[data-chart]')].filter(figure => figure.checkVisibility()).flatMap(figure =>
                [...figure.querySelectorAll('[data-twin] tbody tr')].map((row, place) => {
                    const cells = [...row.cells], value = cells.findIndex(cell => cell.querySelector('data'));
                    const names = cells.slice(0, value).map(cell => cell.textContent).join(', ');
                    const name = figure.dataset.chart.startsWith('money-') ? place : names;
                    return [`${figure.dataset.chart}: ${name}`, Number(cells[value].querySelector('data').dataset.value)];
                }).filter(([, value]) => value > 0)),
        ]",
    );
    let pair = |pair: &Value| Some((pair[0].as_str()?.to_owned(), pair[1].as_u64()?));
    all.await.as_array().into_iter().flatten().filter_map(pair).collect()
}

/// Holds that the page shows what the library counts for these choices, and nothing else.
async fn agrees(page: &Page, query: &str) {
    page.ready().await;
    let seen = seen(page).await;
    let mut counted = PORTFOLIO.numbers(query);
    // The boxes of rare organisations are on the page when they are asked for.
    counted.retain(|name, _| !name.starts_with("organisation=") || seen.contains_key(name));
    let of = |part: &str| seen.keys().filter(|name| name.contains(part)).count();
    assert!(seen["shown"] > 0 && of("=") > 40 && of(": ") > 20, "{query}: {seen:?}");
    let names: BTreeSet<&String> = seen.keys().chain(counted.keys()).collect();
    let differ = names.into_iter().filter(|name| seen.get(*name) != counted.get(*name));
    let differ = differ.map(|name| format!("{name}: {:?}, not {:?}", seen.get(name), counted.get(name)));
    assert_eq!(differ.collect::<Vec<_>>(), [""; 0], "{query}");
}

#[tokio::test(flavor = "multi_thread")]
async fn any_choice_gives_what_the_library_counts() {
    let query = "kind=training&kind=event&year=2014&amount=EUR~1000~&q=o&";
    let site = opened(query).await;
    let page = &site.page;
    agrees(page, query).await;
    page.click("[data-clear]").await;
    page.wait("nothing is chosen", &format!("location.search === '?{LARGE}'")).await;
    agrees(page, "").await;
    let mut query = String::new();
    for (facet, key) in [("stage", "ongoing"), ("direction", "tourism"), ("area", "aktau"), ("scope", "context")] {
        page.choose(facet, key).await;
        page.wait_for_query(facet, key, true).await;
        query += &format!("{facet}={key}&");
        if facet == "direction" || facet == "scope" {
            // The scope that pages open with stays chosen.
            agrees(page, &format!("{query}scope=project")).await;
        }
    }
    for (facet, key) in [("stage", "ongoing"), ("area", "aktau")] {
        page.choose(facet, key).await;
        page.wait_for_query(facet, key, false).await;
    }
    let mut query = "direction=tourism&scope=context&scope=project".to_owned();
    agrees(page, &query).await;
    page.type_into("year-from", "2013").await;
    page.type_into("year-to", "2015").await;
    page.wait_for_query("year", "2015", true).await;
    query += "&year=2013&year=2014&year=2015";
    agrees(page, &query).await;
    page.type_into("eur-least", "500").await;
    page.type_into("eur-below", "20000").await;
    page.wait_for_query("amount", "EUR~500~20000", true).await;
    query += "&amount=EUR~500~20000";
    agrees(page, &query).await;
    page.search("school 1").await;
    page.wait_for_query("q", "school 1", true).await;
    agrees(page, &format!("{query}&q=school+1")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn boxes_ticked_in_quick_succession_are_all_counted() {
    let site = opened("").await;
    let page = &site.page;
    let boxes = "const box = (name, value) => document.querySelector(`input[name=${name}][value='${value}']`);";
    page.ask(&format!(
        "(() => {{ {boxes}
            box('kind', 'training').click(); box('kind', 'event').click(); box('year', '2015').click();
            box('kind', 'training').click(); box('year', '2016').click(); box('stage', 'not-stated').click();
        }})() ?? true"
    ))
    .await;
    agrees(page, "kind=event&year=2015&year=2016&stage=not-stated").await;

    // Tasks that wait in line follow on each other at once, perhaps without a frame between them.
    page.live_through(&format!(
        "{boxes}
        const clicks = ['year=2015', 'kind=training', 'year=2014', 'kind=event', 'year=2015', 'kind=initiative',
            'kind=training', 'stage=not-stated', 'direction=tourism', 'year=2016'];
        const line = new MessageChannel();
        await new Promise(done => {{
            line.port1.onmessage = ({{ data }}) => {{
                box(...clicks[data].split('=')).click();
                if (data === clicks.length - 1) done();
            }};
            clicks.forEach((_, at) => line.port2.postMessage(at));
        }})"
    ))
    .await;
    agrees(page, "year=2014&year=2015&kind=initiative&direction=tourism").await;
}

/// Titles are sorted between the frames; until they are, the rows stay as they were and say so.
#[tokio::test(flavor = "multi_thread")]
async fn sorting_titles_leaves_the_page_alive() {
    let site = opened("sort=-title&").await;
    let page = &site.page;
    lists(page, "sort=-title").await;
    page.click("th.when button").await;
    page.wait("it stands in no address", &format!("location.search === '?{LARGE}'")).await;
    lists(page, "").await;
    page.ask(
        "(() => {
            const table = document.querySelector('table[data-records]');
            window.busy = [];
            new MutationObserver(() => busy.push(table.ariaBusy)).observe(table, { attributeFilter: ['aria-busy'] });
            table.querySelector('th.title button').click();
        })() ?? true",
    )
    .await;
    page.wait_for_query("sort", "title", true).await;
    lists(page, "sort=title").await;
    assert_eq!(page.ask("window.busy").await, json!(["true", null]), "it was busy, and is no more");

    // What is not wanted any more is dropped, and a choice in between is of the records all the same.
    page.ask("['title', 'title', 'kind'].forEach(name => document.querySelector(`th.${name} button`).click()) ?? true")
        .await;
    page.choose("kind", "training").await;
    page.wait_for_query("kind", "training", true).await;
    lists(page, "kind=training&sort=kind").await;
    page.ask("document.querySelector('th.title button').click() ?? true").await;
    page.choose("year", "2015").await;
    page.wait_for_query("year", "2015", true).await;
    lists(page, "kind=training&year=2015&sort=title").await;
}

/// Holds that the table begins with the records that the library lists first.
async fn lists(page: &Page, query: &str) {
    page.ready().await;
    let ids = "[...document.querySelectorAll('tr[data-record]')].slice(0, 12).map(row => row.dataset.record)";
    assert_eq!(page.ask(ids).await, json!(PORTFOLIO.first(query, 12)), "{query}");
    assert!(page.holds("!document.querySelector('[aria-busy]')").await, "{query}");
}

#[tokio::test(flavor = "multi_thread")]
async fn toggles_leave_nothing_behind() {
    let site = opened("").await;
    let page = &site.page;
    toggle(page, TOGGLES / 4).await;
    let before = page.held().await;
    toggle(page, TOGGLES).await;
    assert_not_grown(before, page.held().await, &format!("{TOGGLES} toggles"));
}

/// Ticks a box of each of four facets and clears them again, so many times in all. The page works at
/// each; it is painted now and then, since the thousandth of its pictures is no heavier than the tenth.
async fn toggle(page: &Page, times: usize) {
    let steps = format!(
        "const boxes = ['kind', 'year', 'direction', 'area'].map(name => document.querySelector(`input[name=${{name}}]`));
        const tasks = new MessageChannel();
        const task = () => new Promise(next => {{ tasks.port1.onmessage = next; tasks.port2.postMessage(0); }});
        for (let i = 0; i < {times}; i++) {{
            boxes[i % 4].click();
            await (i % 8 ? task() : new Promise(requestAnimationFrame));
        }}"
    );
    page.live_through(&steps).await;
}
