//! Ranges of years and of amounts: drawn over a chart, typed, and opened from a link.

use browser_tests::{Site, bundle, page::Page};
use serde_json::{Value, json};

const YEARS: &str = "figure[data-chart=by-year]";
const SIZES: &str = "figure[data-chart=sizes-eur]";
const CHOSEN: &str = "new URLSearchParams(location.search).getAll('year')";

/// The years that are chosen follow on each other, and there are several.
async fn chosen_run(page: &Page) -> Vec<u64> {
    let years = page.ask(CHOSEN).await;
    let years = years.as_array().into_iter().flatten().filter_map(|year| year.as_str()?.parse().ok());
    years.collect()
}

async fn ends(page: &Page) -> (String, String) {
    let value = async |name: &str| page.text(&format!("document.querySelector('input[name={name}]').value")).await;
    (value("year-from").await, value("year-to").await)
}

#[tokio::test(flavor = "multi_thread")]
async fn years_are_drawn_over_their_chart() {
    let site = Site::start().await;
    let page = &site.page;
    let plain = page.view_of("en/explore/?scope=all").await;
    let length = page.ask("history.length").await.as_u64().unwrap_or_default();
    page.draw_over(&format!("{YEARS} canvas"), 0.2, 0.6).await;
    page.wait("several years are chosen", &format!("{CHOSEN}.length > 1")).await;
    page.ready().await;
    let (years, count) = (chosen_run(page).await, page.count().await);
    assert!(count > 0 && count < plain.1, "{count} of {}", plain.1);
    assert_eq!(ends(page).await, (years[0].to_string(), years[years.len() - 1].to_string()));
    assert_eq!(page.ask("history.length").await, length + 1, "however far it is drawn, it is one step");

    page.reload().await;
    page.ready().await;
    assert_eq!((chosen_run(page).await, page.count().await), (years, count), "opened from its link");
    page.back().await;
    page.wait("back takes the range away", &format!("{CHOSEN}.length === 0")).await;
    page.ready().await;
    assert_eq!(page.count().await, plain.1);
}

#[tokio::test(flavor = "multi_thread")]
async fn years_are_typed() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of("ru/explore/?scope=all").await;
    let tops = "new Set([...document.querySelectorAll('[name^=year-]')].map(field => field.offsetTop))";
    assert_eq!(page.ask(&format!("{tops}.size")).await, 1, "the fields stand side by side");
    page.type_into("year-from", "2014").await;
    page.wait("all years from it are chosen", &format!("{CHOSEN}.length > 2")).await;
    // Whoever goes on to type in the other field finds nothing in it.
    assert_eq!(ends(page).await, ("2014".to_owned(), String::new()));
    page.type_into("year-to", "2015").await;
    page.wait("two years are chosen", &format!("{CHOSEN}.join() === '2014,2015'")).await;
    page.ready().await;
    let chips = page.text("[...document.querySelectorAll('[data-chip]')].map(chip => chip.textContent).join()").await;
    assert!(chips.contains("2014–2015"), "{chips}");
    page.click_one_of(
        "[...document.querySelectorAll('[data-chip]')].filter(chip => chip.textContent.includes('2014'))",
    )
    .await;
    page.wait("the chip takes both back", &format!("{CHOSEN}.length === 0")).await;
    page.ready().await;
    // A range in which there is nothing is none, and does not stay in its box.
    let told = "document.querySelector('fieldset [role=alert]')?.textContent ?? ''";
    assert_eq!(page.text(told).await, "");
    page.type_into("year-from", "2999").await;
    page.wait("it is told", &format!("({told}).includes('2999–')")).await;
    assert_eq!((ends(page).await, chosen_run(page).await.len()), (Default::default(), 0));
    page.type_into("year-from", "2014").await;
    page.wait("years are chosen", &format!("{CHOSEN}.length > 1")).await;
    let (years, typed) = (chosen_run(page).await, ends(page).await);
    page.type_into("year-to", "1999").await;
    assert_eq!((ends(page).await, chosen_run(page).await), (typed, years));
    page.wait("it is told", &format!("({told}).includes('2014–1999')")).await;
    let length = page.ask("history.length").await;
    page.type_into("year-to", "2999").await;
    page.wait("it is told no more", &format!("!({told})")).await;
    assert_eq!(page.ask("history.length").await, length, "the same years are no other choice");
}

/// All years are a range, which shows its ends again where one is taken away.
#[tokio::test(flavor = "multi_thread")]
async fn a_range_of_all_years_is_emptied() {
    let site = Site::start().await;
    let page = &site.page;
    let all = page.view_of("en/explore/?scope=all").await.1;
    let first = page.text("document.querySelector('input[name=year-from]').min").await;
    page.type_into("year-from", &first).await;
    page.wait("all years are chosen", &format!("{CHOSEN}.length > 2")).await;
    page.ready().await;
    assert!(page.count().await < all, "records without a year are not of a range");
    page.type_into("year-from", "").await;
    page.wait("no year is chosen", &format!("{CHOSEN}.length === 0")).await;
    page.ready().await;
    assert_eq!((ends(page).await, page.count().await), (Default::default(), all));
}

/// The published snapshot, in which every record has an amount; and those amounts.
fn with_amounts() -> (String, Vec<f64>) {
    let mut snapshot = bundle::snapshot();
    let mut amounts = Vec::new();
    let records = snapshot["records"].as_array_mut().into_iter().flatten();
    for (at, record) in records.enumerate() {
        let amount = (at * at * 10 + 3) as f64;
        record["money"] = json!([{ "kind": "budget", "amount": amount, "currency": "EUR" }]);
        amounts.push(amount);
    }
    snapshot["corrections"] = Value::Array(Vec::new());
    (snapshot.to_string(), amounts)
}

#[tokio::test(flavor = "multi_thread")]
async fn amounts_open_from_a_link_and_are_drawn_and_typed() {
    let site = Site::start().await;
    let page = &site.page;
    let (text, amounts) = with_amounts();
    site.server.replace("amounts.json", text);
    let within = |least: f64, below: f64| amounts.iter().filter(|a| **a >= least && **a < below).count() as u64;
    page.view_of("kk/explore/?scope=all&snapshot=amounts.json&amount=EUR~1000~20000").await;
    assert_eq!(page.count().await, within(1000.0, 20_000.0));

    page.draw_over(&format!("{SIZES} canvas"), 0.99, 0.5).await;
    let range = "new URLSearchParams(location.search).get('amount')";
    page.wait("another range is chosen", &format!("{range} !== 'EUR~1000~20000'")).await;
    page.ready().await;
    let drawn = page.text(range).await;
    let ends: Vec<f64> = drawn.split('~').skip(1).filter_map(|end| end.parse().ok()).collect();
    assert_eq!(page.count().await, within(ends[0], ends[1]), "{drawn}");

    page.type_into("eur-least", "").await;
    page.type_into("eur-below", "500").await;
    page.wait("the range typed is chosen", &format!("{range} === 'EUR~~500'")).await;
    page.ready().await;
    assert_eq!(page.count().await, within(0.0, 500.0));
}

/// Who draws beyond the chart has all years up to its end.
#[tokio::test(flavor = "multi_thread")]
async fn a_range_may_end_beyond_the_chart() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of("en/explore/?scope=all").await;
    page.draw_over(&format!("{YEARS} canvas"), 0.6, 1.4).await;
    page.wait("years are chosen", "location.search.includes('year=')").await;
    let last = "[...document.querySelectorAll('input[name=year]')].map(box => box.value).filter(Number).sort().pop()";
    assert!(page.holds(&format!("new URLSearchParams(location.search).getAll('year').includes({last})")).await);
}
