use browser_tests::{Site, portfolio};
use serde_json::json;
use std::path::Path;
#[tokio::main(flavor = "multi_thread")]
async fn main() {
    let size = std::env::args().nth(1).unwrap_or("100000".into());
    let folder = Path::new("target/portfolios");
    for (name, path) in [("bagyt", "en/explore/?snapshot=portfolio.json"), ("peer", "peer/")] {
        let site = Site::start().await;
        portfolio::serve(&site, &folder.join(format!("{size}.json")), folder);
        let page = &site.page;
        page.open(path).await;
        while !page.holds("document.documentElement.dataset.state === 'ready'").await {}
        page.ask(include_str!("../portfolio.js")).await;
        page.devtools("Performance.enable", json!({})).await;
        let get = async || {
            let a = page.devtools("Performance.getMetrics", json!({})).await;
            let m: std::collections::BTreeMap<String, f64> = a["metrics"]
                .as_array()
                .unwrap_or(&vec![])
                .iter()
                .map(|m| (m["name"].as_str().unwrap_or("").to_owned(), m["value"].as_f64().unwrap_or(0.0)))
                .collect();
            m
        };
        for round in 0..2 {
            let before = get().await;
            if round == 1 && name == "bagyt" {
                page.devtools("Profiler.enable", json!({})).await;
                page.devtools("Profiler.setSamplingInterval", json!({"interval": 200})).await;
                page.devtools("Profiler.start", json!({})).await;
            }
            page.ask("void phase('toggle') ?? true").await;
            while !page.holds("window.done === true").await {
                tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            }
            if round == 1 && name == "bagyt" {
                let p = page.devtools("Profiler.stop", json!({})).await;
                std::fs::write("/tmp/profile.json", p.to_string()).ok();
            }
            let after = get().await;
            print!("{name} {round}: ");
            for k in [
                "TaskDuration",
                "ScriptDuration",
                "LayoutDuration",
                "RecalcStyleDuration",
                "LayoutCount",
                "RecalcStyleCount",
            ] {
                let d = after[k] - before[k];
                print!("{k} {:.2}  ", if k.ends_with("Count") { d / 16.0 } else { d * 1000.0 / 16.0 });
            }
            println!();
        }
    }
}
