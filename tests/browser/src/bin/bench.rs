//! What readers wait for, measured in headless Chromium on the bundle: a first visit over a slow
//! line with a slow processor, and the redrawing of charts. `cargo xtask bench` runs it.

use browser_tests::measure::{median, visit};
use browser_tests::{FOLDER, Site};
use serde_json::Value;

/// Visits of each page; the median of each figure is printed.
const VISITS: usize = 5;
/// Redrawings that the median is taken of.
const DRAWINGS: usize = 40;
/// Charts that a page of filters is expected to redraw at once.
const CHARTS: f64 = 6.0;

const PAGES: [&str; 3] = ["kk/", "ru/directions/small-business/", "en/explore/"];

#[tokio::main(flavor = "multi_thread")]
async fn main() {
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
    redraw().await;
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
