//! What a page holds in memory: by kinds that may leak, and all that its process has to itself.

use crate::page::Page;
use serde_json::{Value, json};
use std::fs;

/// How many times steps that are many may take as long as anything else.
const LOOKS: usize = 10;

/// How much more of each there may be after a long visit.
const GROWN: f64 = 0.05;

/// What [`Page::held`] tells, in its order.
const HELD: [&str; 4] = ["nodes", "listeners", "heap", "memory of the program"];

/// Holds that a long visit left the page as light as it was.
pub fn assert_not_grown(before: [f64; 4], after: [f64; 4], visit: &str) {
    for ((what, before), after) in HELD.into_iter().zip(before).zip(after) {
        eprintln!("{what}: {before} before, {after} after {visit}");
        assert!(after <= before * (1.0 + GROWN), "{what}: {before} before, {after} after {visit}");
    }
}

impl Page {
    /// Runs steps of JavaScript that take longer than a page may, and waits for their end. The page
    /// tells it by itself: to be asked again and again would slow it down.
    pub async fn live_through(&self, steps: &str) {
        self.ask(&format!("(window.steps = (async () => {{ {steps} }})()) && true")).await;
        let ended = "Promise.race([steps.then(() => true), new Promise(next => setTimeout(next, 20_000, false))])";
        for _ in 0..LOOKS {
            if self.ask(ended).await == true {
                return;
            }
        }
        assert!(self.ask(ended).await == true, "the steps do not end: {steps}");
    }

    /// Has pages opened from now on keep what the program exports, its memory too, as `exported`; the
    /// rest of the program, which comes later, exports nothing.
    pub async fn keep_exports(&self) {
        let keep = "for (const name of ['instantiate', 'instantiateStreaming']) {
            const made = WebAssembly[name];
            WebAssembly[name] = async (...given) => {
                const program = await made.apply(WebAssembly, given);
                window.exported ??= (program.instance ?? program).exports;
                return program;
            };
        }";
        self.before_each_document(keep).await;
    }

    /// What the page holds once nothing that it could let go of is left: nodes, listeners of events,
    /// bytes of JavaScript's memory and of the program's own.
    pub async fn held(&self) -> [f64; 4] {
        self.let_go().await;
        let counters = self.devtools("Memory.getDOMCounters", json!({})).await;
        let heap = self.devtools("Runtime.getHeapUsage", json!({})).await;
        let number = |value: &Value| value.as_f64().unwrap_or_default();
        [
            number(&counters["nodes"]),
            number(&counters["jsEventListeners"]),
            number(&heap["usedSize"]),
            self.program_memory().await,
        ]
    }

    /// Bytes of WebAssembly's memory; none where there is no program.
    pub async fn program_memory(&self) -> f64 {
        self.ask("window.exported?.memory.buffer.byteLength ?? 0").await.as_f64().unwrap_or_default()
    }

    /// Bytes that the page's process has to itself, whatever they are for: JavaScript's memory, typed
    /// arrays, WebAssembly's memory and its compiled program, the document. Not a number where the
    /// system has no `/proc` to read them from.
    pub async fn private_memory(&self) -> f64 {
        self.let_go().await;
        let all = renderers(self.browser.driver_id());
        let sizes = || all.iter().map(|process| private(*process)).collect::<Vec<f64>>();
        // A browser has processes for other pages than this one, and does not say which is whose.
        // The page's own is the one that grows when the page fills some memory.
        let before = sizes();
        self.ask("(window.filled = new Uint8Array(2 ** 25).fill(1)).length").await;
        let after = sizes();
        self.ask("delete window.filled").await;
        let own = before.iter().zip(&after).max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
        own.map_or(f64::NAN, |(before, _)| *before)
    }

    /// Has the browser let go of what it can, and the program hear of that. It has heard of the first
    /// sweep when what the second found is told, since the browser tells in order.
    pub async fn sweep(&self) {
        for sweep in 0..2 {
            let told = "window.sweeps ??= new FinalizationRegistry(sweep => window.swept = sweep)";
            self.ask(&format!("void ({told}).register({{}}, {sweep}) ?? true")).await;
            self.let_go().await;
            self.wait("it is told what was let go of", &format!("window.swept === {sweep}")).await;
        }
    }

    /// Sweeps more than once, since what the first sweep frees may be what held the rest.
    async fn let_go(&self) {
        for _ in 0..3 {
            self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        }
    }
}

/// The processes that show pages, of all that descend from this one.
fn renderers(root: u32) -> Vec<u32> {
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    let all: Vec<u32> = all.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    let mut family = vec![root];
    let mut at = 0;
    while let Some(&one) = family.get(at) {
        family.extend(all.iter().filter(|process| parent(**process) == Some(one)));
        at += 1;
    }
    family.retain(|process| {
        let command = fs::read_to_string(format!("/proc/{process}/cmdline")).unwrap_or_default();
        command.contains("--type=renderer")
    });
    family
}

fn parent(process: u32) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("PPid:"))?.trim().parse().ok()
}

/// Bytes of a process that no other shares.
fn private(process: u32) -> f64 {
    let sums = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let kilobytes = sums.lines().filter(|line| line.starts_with("Private_"));
    let kilobytes = kilobytes.filter_map(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kilobytes.sum::<f64>() * 1024.0
}
