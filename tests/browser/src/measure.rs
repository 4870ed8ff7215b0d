//! Figures of a visit, as a reader on a bad line with a slow phone would have them.

use crate::browser::Browser;
use crate::page::Page;
use crate::server::Server;
use crate::{bundle, until};
use serde_json::{Value, json};

/// Bits a second and milliseconds of a slow mobile line, and how many times slower the processor is.
const LINE: f64 = 1_600_000.0;
const DELAY: u32 = 150;
const SLOWER: u32 = 4;

/// Notes what the browser paints, shifts and blocks, from the first moment on.
const OBSERVE: &str = "
    window.figures = { fcp: 0, lcp: 0, shift: 0, blocked: 0, ready: 0 };
    const observe = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type, buffered: true });
    observe('paint', entry => { if (entry.name === 'first-contentful-paint') figures.fcp = entry.startTime; });
    observe('largest-contentful-paint', entry => { figures.lcp = entry.startTime; });
    observe('layout-shift', entry => { figures.shift += entry.value; });
    observe('longtask', entry => { figures.blocked += Math.max(0, entry.duration - 50); });
    new MutationObserver(() => {
        if (!figures.ready && document.documentElement?.dataset.state === 'ready') figures.ready = performance.now();
    }).observe(document, { attributes: true, subtree: true, childList: true, attributeFilter: ['data-state'] });
";

/// A first visit to a page of the bundle, which is served compressed as GitHub Pages does: `fcp`,
/// `lcp`, `ready` and `blocked` in milliseconds, `bytes` and `requests` over the line, `shift`.
pub async fn visit(folder: &str, path: &str) -> Value {
    let server = Server::start(&bundle::folder(), folder).await;
    server.compress();
    let page = Page::new(Browser::start().await, &server);
    let line = json!({
        "offline": false, "latency": DELAY, "downloadThroughput": LINE / 8.0, "uploadThroughput": LINE / 16.0,
    });
    page.devtools("Network.enable", json!({})).await;
    page.devtools("Network.emulateNetworkConditions", line).await;
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
    page.devtools("Page.enable", json!({})).await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": OBSERVE })).await;
    page.open(path).await;
    let ready =
        until(async || page.holds("figures.ready > 0 && document.readyState === 'complete'").await.then_some(())).await;
    assert!(ready.is_some(), "{path} never became ready");
    let mut figures = page.ask("window.figures").await;
    let sent = server.requests();
    figures["requests"] = json!(sent.len());
    figures["bytes"] = json!(sent.iter().map(|request| request.bytes).sum::<usize>());
    figures
}

/// The middle of the numbers; not a number where there are none.
pub fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert!(median(Vec::new()).is_nan());
    }
}
