//! What a page must never have: errors, requests to others, blank charts, more width than the screen.

use crate::page::Page;
use serde_json::Value;

/// A canvas with fewer pixels unlike its first one than this has nothing drawn on it.
const DRAWN_PIXELS: u64 = 30;

/// A chart as it stands on the page.
#[derive(Debug)]
pub struct Chart {
    pub id: String,
    /// Pixels that differ from the first; none when there is no canvas.
    pub drawn: u64,
    pub has_caption: bool,
    pub has_table: bool,
}

impl Chart {
    /// What the chart lacks, in words; nothing when all is there.
    pub fn faults(&self) -> Vec<String> {
        let lacks = |there: bool, what: &str| (!there).then(|| format!("chart {} {what}", self.id));
        [
            lacks(self.drawn >= DRAWN_PIXELS, "is blank"),
            lacks(self.has_caption, "has no caption"),
            lacks(self.has_table, "has no table twin with rows"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Page {
    /// Every chart of the page.
    pub async fn charts(&self) -> Vec<Chart> {
        let charts = self.ask(
            "[...document.querySelectorAll('figure[data-chart]')].map(figure => {
                const canvas = figure.querySelector('canvas');
                let drawn = 0;
                if (canvas && canvas.width && canvas.height) {
                    const image = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                    const pixels = new Uint32Array(image.data.buffer);
                    for (const pixel of pixels) if (pixel !== pixels[0]) drawn += 1;
                }
                const caption = figure.querySelector('figcaption')?.textContent.trim();
                const rows = figure.querySelectorAll('table[data-twin] tbody tr').length;
                return [figure.dataset.chart, drawn, Boolean(caption), rows > 0];
            })",
        );
        let is = |value: &Value| value == &Value::Bool(true);
        let chart = |c: &Value| Chart {
            id: c[0].as_str().unwrap_or_default().to_owned(),
            drawn: c[1].as_u64().unwrap_or_default(),
            has_caption: is(&c[2]),
            has_table: is(&c[3]),
        };
        charts.await.as_array().map_or_else(Vec::new, |all| all.iter().map(chart).collect())
    }

    /// Whether every canvas of a chart has something drawn on it.
    pub async fn canvas_is_drawn(&self) -> bool {
        self.charts().await.iter().all(|chart| chart.drawn >= DRAWN_PIXELS)
    }

    /// By how many pixels the page is wider than its window.
    pub async fn overflow(&self) -> i64 {
        self.ask("Math.ceil(document.documentElement.scrollWidth - innerWidth)").await.as_i64().unwrap_or(i64::MAX)
    }

    /// The innermost of what sticks out of the window to the right, to name in a failure.
    pub async fn sticking_out(&self) -> String {
        self.text(
            "[...document.body.querySelectorAll('*')].filter(e => {
                const spills = e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX === 'visible';
                const right = e.getBoundingClientRect().left + (spills ? e.scrollWidth : e.offsetWidth ?? 0);
                return e.checkVisibility() && right > innerWidth + 1;
            }).slice(-3).map(e => e.outerHTML.slice(0, 90)).join(' | ')",
        )
        .await
    }

    /// The errors that the console shows since it was last asked.
    pub async fn console_errors(&self) -> Vec<String> {
        let log = self.browser.session().browser_log().await.expect("the driver keeps the browser's log");
        log.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect()
    }

    /// The addresses elsewhere that the page asked for since this was last asked, whether or not
    /// the request went out.
    pub async fn foreign_requests(&self) -> Vec<String> {
        let log = self.browser.session().get_log("performance").await.expect("the driver keeps the requests");
        let address = |message: &str| {
            let event: Value = serde_json::from_str(message).ok()?;
            let event = &event["message"];
            let sent = match event["method"].as_str()? {
                "Network.requestWillBeSent" => &event["params"]["request"]["url"],
                "Network.webSocketCreated" => &event["params"]["url"],
                _ => return None,
            };
            sent.as_str().map(str::to_owned)
        };
        let home = format!("{}/", self.origin);
        let is_foreign = |address: &String| {
            let is_local = ["data:", "blob:", "about:"].iter().any(|scheme| address.starts_with(scheme));
            !is_local && !address.starts_with(&home)
        };
        log.iter().filter_map(|entry| address(&entry.message)).filter(is_foreign).collect()
    }
}
