//! Figures of the page of all records over a portfolio of any size, and of the same work in others'
//! libraries (`benches/peer`).

use crate::page::Page;
use crate::{BETWEEN_LOOKS, Site, measure::median};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// What a reader does on either page, and how long it takes.
const STEPS: &str = include_str!("portfolio.js");
/// How many toggles are measured.
const TOGGLES: usize = 16;
/// How long a frame lasts at sixty a second, in milliseconds.
const FRAME: f64 = 16.7;
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
    /// WebAssembly's memory; the part of it that was never written to is not in `memory`.
    pub program: f64,
    /// A toggle until what is in view is drawn and laid out, on the main thread.
    pub toggle: f64,
    /// All that the main thread does for a toggle, what is out of view and the painting with it.
    pub all: f64,
    /// A toggle until it is on the screen, and until what is out of view is right too.
    pub wall: f64,
    pub settled: f64,
    /// A letter in the search box, until the number of records is laid out. Ours draws its charts after that.
    pub letter: f64,
    /// A move of the pointer that draws over the years, by one year, and its letting go. The peer
    /// has nothing to do at the latter.
    pub brush: f64,
    pub release: Option<f64>,
    /// Frames of scrolling the long table whose script and layout take longer than a frame lasts,
    /// of how many, and the longest. None where there is no such table.
    pub late: f64,
    pub frames: f64,
    pub longest_frame: f64,
    /// Sorting by title until the rows are in that order, and the longest that the page did not answer meanwhile.
    /// The peer's list has one order.
    pub sort: Option<f64>,
    pub block: f64,
    /// Records shown after all choices, to compare.
    pub shown: f64,
}

/// Measures the page at this path, over the snapshot that is served.
pub async fn measure(site: &Site, path: &str) -> Option<Figures> {
    let page = &site.page;
    let observe = "window.tasks = []; new PerformanceObserver(list => list.getEntries().forEach(e => tasks.push(e.duration)))\
                   .observe({ type: 'longtask', buffered: true });";
    page.devtools("Page.enable", json!({})).await;
    page.before_each_document(observe).await;
    page.keep_exports().await;
    site.server.replace("empty.html", "<!doctype html><title>Empty</title>");
    page.open("empty.html").await;
    let empty = page.private_memory().await;
    page.open(path).await;
    wait(page, "document.documentElement.dataset.state === 'ready'").await?;
    let ready = number(page, "performance.now()").await;
    let longest = number(page, "Math.max(0, ...tasks)").await;
    let memory = (page.private_memory().await - empty) / 1e6;
    let program = page.program_memory().await / 1e6;
    page.ask(STEPS).await;
    page.devtools("Performance.enable", json!({})).await;
    let mut all = Vec::new();
    for _ in 0..TOGGLES {
        let before = worked(page).await;
        phase(page, "toggle").await?;
        all.push(worked(page).await - before);
    }
    for name in ["type", "draw", "scroll", "sort"] {
        phase(page, name).await?;
    }
    let times = async |name: &str| {
        let list = page.ask(&format!("window.figures.{name}")).await;
        median(list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect())
    };
    Some(Figures {
        ready,
        longest,
        memory,
        program,
        toggle: times("toggle").await,
        all: median(all),
        wall: times("wall").await,
        settled: times("settled").await,
        letter: times("letter").await,
        brush: times("move").await,
        release: Some(times("release").await).filter(|release| release.is_finite()),
        late: number(page, &format!("figures.frame.filter(took => took > {FRAME}).length")).await,
        frames: number(page, "figures.frame.length").await,
        sort: Some(times("sort").await).filter(|sort| sort.is_finite()),
        block: number(page, "Math.max(0, ...figures.block)").await,
        longest_frame: number(page, "Math.max(0, ...figures.frame)").await,
        shown: number(page, "window.figures.shown").await,
    })
}

/// Does one kind of steps, to their end.
async fn phase(page: &Page, name: &str) -> Option<()> {
    page.ask(&format!("void phase('{name}') ?? true")).await;
    wait(page, "window.done === true").await
}

/// How long the page's main thread has worked so far, in milliseconds.
async fn worked(page: &Page) -> f64 {
    let answer = page.devtools("Performance.getMetrics", json!({})).await;
    let metrics = answer["metrics"].as_array().into_iter().flatten();
    let task = metrics.filter(|metric| metric["name"] == "TaskDuration").find_map(|metric| metric["value"].as_f64());
    task.map_or(f64::NAN, |seconds| seconds * 1000.0)
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
