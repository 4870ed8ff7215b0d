//! What readers wait for, measured in headless Chromium on the bundle: a first visit over a slow
//! line with a slow processor, and the redrawing of charts. `cargo xtask bench` runs it.

use browser_tests::measure::{median, visit};
use browser_tests::{FOLDER, Site, portfolio};
use serde_json::Value;
use std::path::Path;

/// Visits of each page; the median of each figure is printed.
const VISITS: usize = 5;
/// Redrawings that the median is taken of.
const DRAWINGS: usize = 40;
/// Charts that a page of filters is expected to redraw at once.
const CHARTS: f64 = 6.0;

const PAGES: [&str; 3] = ["kk/", "ru/directions/small-business/", "en/explore/"];

#[tokio::main(flavor = "multi_thread")]
async fn main() {
    // Without an argument all is measured; `cargo xtask bench` knows which there are.
    let part = std::env::args().nth(1);
    let wanted = |name: &str| part.as_deref().is_none_or(|part| part == name);
    if wanted("visits") {
        visits().await;
    }
    if wanted("charts") {
        redraw().await;
    }
    if !wanted("portfolios") {
        return;
    }
    if let Ok(folder) = std::env::var("BAGYT_PORTFOLIOS") {
        portfolios(Path::new(&folder)).await;
    }
}

/// First visits over a slow line.
async fn visits() {
    println!("\nfirst visit: 1.6 Mbit/s, 150 ms, processor slowed four times; median of {VISITS}");
    println!(
        "{:<32}{:>8}{:>8}{:>8}{:>9}{:>10}{:>8}{:>8}",
        "page", "FCP ms", "LCP ms", "ready", "bytes", "requests", "shift", "TBT ms"
    );
    for page in PAGES {
        let mut visits = Vec::new();
        for _ in 0..VISITS {
            visits.push(visit(FOLDER, page).await);
        }
        let of = |name: &str| median(visits.iter().filter_map(|visit| visit[name].as_f64()).collect());
        println!(
            "{page:<32}{:>8.0}{:>8.0}{:>8.0}{:>9.0}{:>10.0}{:>8.3}{:>8.0}",
            of("fcp"),
            of("lcp"),
            of("ready"),
            of("bytes"),
            of("requests"),
            of("shift"),
            of("blocked")
        );
    }
}

/// Pages over portfolios of growing size, ours and the peer's in turn.
async fn portfolios(folder: &Path) {
    println!(
        "\nportfolios: milliseconds of the main thread, but for `ready`, `wall` and `settled`; medians of 16 toggles, 6 letters, 16 moves"
    );
    println!(
        "MB: what the page's process has to itself beyond an empty page's; wasm MB: WebAssembly's memory, used or not"
    );
    println!(
        "toggle: until what is in view is laid out; all: with what follows out of view, and the painting; settled: wall time of that"
    );
    println!("letter: until the number of records is laid out; ours draws its charts after that");
    println!("brush: a move of the pointer over one year more or less; end: it is let go");
    println!(
        "{:>9} {:<22}{:>9}{:>9}{:>8}{:>9}{:>9}{:>8}{:>8}{:>9}{:>8}{:>8}{:>8}{:>9}",
        "records",
        "",
        "ready",
        "longest",
        "MB",
        "wasm MB",
        "toggle",
        "all",
        "wall",
        "settled",
        "letter",
        "brush",
        "end",
        "shown"
    );
    for size in sizes(folder) {
        let file = folder.join(format!("{size}.json"));
        let mut both = Vec::new();
        for (name, path) in [("bagyt", "en/explore/?snapshot=portfolio.json"), ("crossfilter2 + uPlot", "peer/")] {
            let site = Site::start().await;
            portfolio::serve(&site, &file, folder);
            let Some(f) = portfolio::measure(&site, path).await else {
                println!("{size:>9} {name:<22} not ready");
                continue;
            };
            let release = f.release.map_or("-".into(), |release| format!("{release:.1}"));
            println!(
                "{size:>9} {name:<22}{:>9.0}{:>9.0}{:>8.0}{:>9.0}{:>9.2}{:>8.1}{:>8.1}{:>9.1}{:>8.1}{:>8.1}{release:>8}{:>9.0}",
                f.ready, f.longest, f.memory, f.program, f.toggle, f.all, f.wall, f.settled, f.letter, f.brush, f.shown
            );
            if f.frames > 0.0 {
                let (late, frames, longest) = (f.late, f.frames, f.longest_frame);
                println!("{size:>9} scrolling: {late} frames over 16.7 ms of {frames}, the longest {longest:.1} ms");
            }
            if let Some(sort) = f.sort {
                println!(
                    "{size:>9} sorting by title: {sort:.0} ms, the longest that the page does not answer {:.0}",
                    f.block
                );
            }
            both.push(f);
        }
        if let [ours, theirs] = both[..] {
            let (toggle, all) = (ours.toggle / theirs.toggle, ours.all / theirs.all);
            let brush = ours.brush / theirs.brush;
            println!(
                "{size:>9} of the peer's time a toggle takes {toggle:.2}, with what is out of view {all:.2}, a move of the brush {brush:.2}"
            );
        }
    }
}

/// The time that the main thread takes to lay out and draw all charts of the page of filters anew.
async fn redraw() {
    let site = Site::start().await;
    site.page.view_of("en/explore/").await;
    let charts = site.page.charts().await.len();
    let script = format!(
        "(async () => {{
            window.drawn = [];
            for (let n = 0; n < {DRAWINGS}; n++) {{
                const done = new MessageChannel();
                const start = performance.now();
                dispatchEvent(new Event('resize'));
                await new Promise(next => {{ done.port1.onmessage = next; done.port2.postMessage(0); }});
                window.drawn.push(performance.now() - start);
                await new Promise(requestAnimationFrame);
            }}
            window.done = true;
        }})() && true"
    );
    site.page.ask(&script).await;
    site.page.wait("all is drawn", "window.done === true").await;
    let times = site.page.ask("window.drawn").await;
    let times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let all = median(times);
    println!(
        "\nredrawing {charts} charts: {all:.2} ms of the main thread, {:.2} ms for six; median of {DRAWINGS}",
        all / charts as f64 * CHARTS
    );
}

/// The records of each portfolio in a folder, which its file is named by.
fn sizes(folder: &Path) -> Vec<usize> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut sizes: Vec<usize> = files.filter_map(|file| file.path().file_stem()?.to_str()?.parse().ok()).collect();
    sizes.sort_unstable();
    sizes
}
