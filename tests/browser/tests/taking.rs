//! What readers take away from a chart: pictures, numbers, its address, a citation, another order.

use browser_tests::Site;
use serde_json::Value;

const EXPLORE: &str = "ru/explore/?kind=training&kind=event";
const CHART: &str = "figure[data-chart=by-year]";

/// Keeps what the page gives as files and puts on the clipboard, instead of the browser's own ways.
const CATCH: &str = "(() => {
    window.caught = {};
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { window.blob = blob; return make(blob); };
    HTMLAnchorElement.prototype.click = function () {
        const file = window.blob; window.blob = undefined;
        const kind = this.download.split('.').pop();
        const inside = href => Uint8Array.from(atob(href.split(',')[1]), letter => letter.charCodeAt(0));
        if (file) file.arrayBuffer().then(bytes => window.caught[kind] = new Uint8Array(bytes));
        else window.caught[kind] = inside(this.href);
    };
    document.execCommand = () => { window.caught.copied = document.activeElement.value; return true; };
    return true;
})()";

async fn started() -> Site {
    let site = Site::start().await;
    site.page.view_of(EXPLORE).await;
    site.page.ask(CATCH).await;
    site
}

async fn take(site: &Site, kind: &str) -> String {
    take_of(site, CHART, kind).await
}

async fn take_of(site: &Site, chart: &str, kind: &str) -> String {
    let page = &site.page;
    page.click(&format!("{chart} [data-download={kind}]")).await;
    page.wait(&format!("there is a {kind} file"), &format!("Boolean(window.caught.{kind})")).await;
    page.text(&format!("new TextDecoder('utf-8', {{ ignoreBOM: true }}).decode(window.caught.{kind})")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_csv_file_is_the_table() {
    let site = started().await;
    let csv = take(&site, "csv").await;
    assert!(csv.starts_with('\u{feff}'), "no byte order mark: {csv:?}");
    let lines: Vec<Vec<&str>> =
        csv.trim_start_matches('\u{feff}').lines().map(|line| line.split(';').collect()).collect();
    let rows = site.page.ask(&format!("[...document.querySelectorAll('{CHART} table[data-twin] tbody tr')].map(row => [row.cells[0].textContent, row.querySelector('data').dataset.value])")).await;
    let rows = rows.as_array().cloned().unwrap_or_default();
    assert!(rows.len() > 1, "{rows:?}");
    for (row, line) in rows.iter().zip(&lines[1..]) {
        assert_eq!((&row[0], &row[1]), (&Value::from(line[0]), &Value::from(line[2])), "{line:?}");
    }
    for told in ["Обучение", "Событие", "kind=training", "#chart-by-year", "1.0.0", "Источник;записи этого сайта"]
    {
        assert!(csv.contains(told), "{told} is not in {csv}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pictures_carry_their_story() {
    let site = started().await;
    let page = &site.page;
    let headline = page.text(&format!("document.querySelector('{CHART} figcaption strong').textContent")).await;
    let svg = take(&site, "svg").await;
    let parsed = format!(
        "!new DOMParser().parseFromString({}, 'image/svg+xml').querySelector('parsererror')",
        Value::from(svg.as_str())
    );
    assert!(page.holds(&parsed).await, "{svg}");
    let words = svg.replace('\n', " ");
    let told = headline.split(' ').chain(["kind=training", "1.0.0"]);
    told.for_each(|word| assert!(words.contains(word), "{word:?} is not in {svg}"));
    take(&site, "png").await;
    page.ask("createImageBitmap(new Blob([window.caught.png])).then(image => window.size = [image.width, image.height]) && true").await;
    page.wait("the picture is decoded", "Boolean(window.size)").await;
    assert!(page.holds("window.size[0] === 1600 && window.size[1] > 400").await, "{}", page.ask("window.size").await);
}

/// A file that has left the site has no section around it.
#[tokio::test(flavor = "multi_thread")]
async fn a_chart_that_no_choice_is_about_says_whose_it_is() {
    let site = Site::start().await;
    site.page.open("en/indicators/official-researchers/?kind=training").await;
    site.page.ready().await;
    site.page.ask(CATCH).await;
    for kind in ["svg", "csv"] {
        let file = take_of(&site, "[data-scope=context] figure", kind).await.replace('\n', " ");
        assert!(file.contains("Regional context") && !file.contains("Training"), "{kind}: {file}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copied_link_opens_at_its_chart_and_a_citation_names_everything() {
    let site = started().await;
    let page = &site.page;
    page.click(&format!("{CHART} [data-copy=citation]")).await;
    page.wait("a citation is copied", "Boolean(window.caught.copied)").await;
    let citation = page.text("window.caught.copied").await;
    assert!(page.holds("document.activeElement.matches('[data-copy=citation]')").await, "the focus is lost");
    let headline = page.text(&format!("document.querySelector('{CHART} figcaption strong').textContent")).await;
    for told in [headline.as_str(), "1.0.0", "kind=training", "#chart-by-year"] {
        assert!(citation.contains(told), "{told:?} is not in {citation:?}");
    }
    page.ask("window.caught.copied = undefined, true").await;
    page.click(&format!("{CHART} [data-copy=link]")).await;
    page.wait("a link is copied", "Boolean(window.caught.copied)").await;
    let link = page.text("window.caught.copied").await;
    let said = format!("document.querySelector('{CHART} .said').textContent.length > 0");
    page.wait("it is said", &said).await;
    page.choose("kind", "training").await;
    page.wait("nothing is said of another choice", &format!("!({said})")).await;
    let (_, path) = link.split_once("/some/repo/").expect("the link leads into the site");
    assert!(path.ends_with("#chart-by-year"), "{link}");
    page.open("ru/about/").await;
    page.open(path).await;
    page.ready().await;
    let top = format!("Math.abs(document.querySelector('{CHART}').getBoundingClientRect().top) < 120");
    page.wait("the chart is in view", &top).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_takes_the_order_of_a_column() {
    let site = started().await;
    let page = &site.page;
    let values = format!(
        "[...document.querySelectorAll('{CHART} table[data-twin] tbody data')].map(cell => Number(cell.dataset.value))"
    );
    let sorted =
        |sign: &str| format!("{values}.every((value, at, all) => at === 0 || {sign} * (value - all[at - 1]) >= 0)");
    let header = format!("{CHART} [data-twin] thead th:nth-child(2) button");
    page.click(&header).await;
    page.wait("numbers rise", &sorted("1")).await;
    assert_eq!(page.text(&format!("document.querySelector('{CHART} [aria-sort]').ariaSort")).await, "ascending");
    page.click(&header).await;
    page.wait("numbers fall", &sorted("-1")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_that_cannot_be_made_is_told_of() {
    let site = started().await;
    let page = &site.page;
    page.ask("(HTMLCanvasElement.prototype.getContext = () => null) ?? true").await;
    page.click(&format!("{CHART} [data-download=png]")).await;
    let said = format!("document.querySelector('{CHART} .said').textContent === 'Создать файл не удалось'");
    page.wait("it is said", &said).await;
    assert!(page.holds("!window.caught.png").await);
}
