//! Figures of the page of all records over a portfolio of any size, and of the same work in others'
//! libraries (`benches/peer`).

use crate::page::Page;
use crate::{BETWEEN_LOOKS, Site, measure::median};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// Toggles that the medians are taken of; each leaves the choices as they were two toggles before.
const TOGGLES: usize = 16;
/// What is typed, a letter at a time.
const TYPED: &str = "school";
/// How long a million records may take to be there.
const PATIENCE: Duration = Duration::from_secs(180);

/// What one page took, in milliseconds and megabytes.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    /// From the start of the navigation until the page is drawn.
    pub ready: f64,
    /// The longest that the page did not answer while it was loading.
    pub longest: f64,
    /// What the page's process has to itself, beyond what an empty page has.
    pub memory: f64,
    /// WebAssembly's memory, which is most of it.
    pub program: f64,
    /// A toggle until everything is drawn and laid out, on the main thread.
    pub toggle: f64,
    /// The same until it is on the screen.
    pub wall: f64,
    /// A letter in the search box.
    pub letter: f64,
    /// Records shown at the end, to compare.
    pub shown: f64,
}

/// Measures the page at this path, over the snapshot that is served.
pub async fn measure(site: &Site, path: &str) -> Option<Figures> {
    let page = &site.page;
    let observe = "window.tasks = []; new PerformanceObserver(list => list.getEntries().forEach(e => tasks.push(e.duration)))\
                   .observe({ type: 'longtask', buffered: true });";
    page.devtools("Page.enable", json!({})).await;
    page.before_each_document(observe).await;
    page.watch_memory().await;
    site.server.replace("empty.html", "<!doctype html><title>Empty</title>");
    page.open("empty.html").await;
    let empty = page.private_memory().await;
    page.open(path).await;
    wait(page, "document.documentElement.dataset.state === 'ready'").await?;
    let ready = number(page, "performance.now()").await;
    let longest = number(page, "Math.max(0, ...tasks)").await;
    let memory = (page.private_memory().await - empty) / 1e6;
    let program = page.program_memory().await / 1e6;
    page.ask(&script()).await;
    wait(page, "window.done === true").await?;
    let times = async |name: &str| {
        let list = page.ask(&format!("window.figures.{name}")).await;
        median(list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect())
    };
    let shown = number(page, "Number(document.querySelector('output').dataset.count)").await;
    Some(Figures {
        ready,
        longest,
        memory,
        program,
        toggle: times("toggle").await,
        wall: times("wall").await,
        letter: times("letter").await,
        shown,
    })
}

/// Toggles two facets in turn, then types; notes how long each step took.
fn script() -> String {
    format!(
        "(() => {{
            window.done = false;
            window.figures = {{ toggle: [], wall: [], letter: [] }};
            const turn = () => new Promise(next => {{
                const channel = new MessageChannel();
                channel.port1.onmessage = next;
                channel.port2.postMessage(0);
            }});
            const frame = () => new Promise(requestAnimationFrame);
            const step = async (change, main, wall) => {{
                const start = performance.now();
                change();
                await turn();
                document.body.offsetHeight;
                main.push(performance.now() - start);
                await frame();
                await turn();
                wall?.push(performance.now() - start);
                await frame();
            }};
            const box = n => {{
                const name = n % 4 < 2 ? 'year' : 'kind';
                const boxes = [...document.querySelectorAll(`input[name=${{name}}]`)];
                return boxes.sort((a, b) => a.value < b.value ? -1 : 1)[n % 4 === 0 || n % 4 === 2 ? 1 : 3];
            }};
            (async () => {{
                for (let n = 0; n < {TOGGLES}; n++) await step(() => box(n % 8).click(), figures.toggle, figures.wall);
                const search = document.querySelector('input[name=q]');
                for (const letter of '{TYPED}') {{
                    const type = () => {{
                        search.value += letter;
                        search.dispatchEvent(new Event('input', {{ bubbles: true }}));
                    }};
                    await step(type, figures.letter);
                }}
                window.done = true;
            }})();
        }})() ?? true"
    )
}

async fn number(page: &Page, expression: &str) -> f64 {
    page.ask(expression).await.as_f64().unwrap_or(f64::NAN)
}

/// Waits longer than any test would; nothing when it was in vain.
async fn wait(page: &Page, condition: &str) -> Option<()> {
    let started = Instant::now();
    while !page.holds(condition).await {
        if started.elapsed() > PATIENCE || page.holds("document.documentElement.dataset.state === 'error'").await {
            return None;
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    Some(())
}

/// Serves a portfolio and the peer's page beside the bundle; `folder` has what npm installed.
pub fn serve(site: &Site, portfolio: &Path, folder: &Path) {
    let modules = folder.join("node_modules");
    let read = |file: &Path| std::fs::read(file).unwrap_or_default();
    site.server.replace("portfolio.json", read(portfolio));
    site.server.replace("peer/index.html", include_str!("../../../benches/peer/index.html"));
    site.server.replace("peer/peer.js", include_str!("../../../benches/peer/peer.js"));
    site.server.replace("peer/crossfilter.js", read(&modules.join("crossfilter2/crossfilter.min.js")));
    site.server.replace("peer/uplot.js", read(&modules.join("uplot/dist/uPlot.iife.min.js")));
    site.server.replace("peer/uplot.css", read(&modules.join("uplot/dist/uPlot.min.css")));
}
