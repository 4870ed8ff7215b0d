//! axe-core on a page: what of it keeps readers out, as far as a program can see.

use crate::page::Page;
use std::{env, fs};

/// Every rule that axe-core has but the experimental ones, also those that it leaves out by itself.
const RUN: &str = "axe.run(document, {
    resultTypes: ['violations'], rules: { 'target-size': { enabled: true } },
}).then(({ violations }) => violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target.join(' ')} (${node.html.slice(0, 120)}): ${node.failureSummary.replace(/\\s+/g, ' ')}`
)))";

/// The script of axe-core: `BAGYT_AXE`, which `cargo xtask test` fetches and names.
pub fn script() -> String {
    let file = env::var("BAGYT_AXE").expect("BAGYT_AXE names axe.min.js: `cargo xtask test` fetches it and says so");
    fs::read_to_string(&file).unwrap_or_else(|error| format!("throw new Error({:?})", format!("{file}: {error}")))
}

impl Page {
    /// Puts axe-core into the document. The driver does, so that no policy of the page forbids it.
    pub async fn bring_axe(&self, script: &str) {
        self.ask(&format!("(() => {{ {script}; window.axe = axe; return true }})()")).await;
    }

    /// What axe-core finds, in words; nothing when all is well.
    pub async fn violations(&self) -> Vec<String> {
        let found = self.ask(RUN).await;
        let all = found.as_array().cloned().unwrap_or_else(|| vec![found]);
        all.iter().map(|one| one.as_str().map_or_else(|| one.to_string(), str::to_owned)).collect()
    }
}
