//! axe-core, which the browser tests put into pages to look for what keeps readers out.

use std::fs;
use std::path::{Path, PathBuf};

use super::tool;
use crate::shell::Result;

/// Names the script; the browser tests read it.
pub const SCRIPT: &str = "BAGYT_AXE";

const NAME: &str = "axe-core";
/// Exactly this version: another may have other rules.
const VERSION: &str = "4.14.1";

/// The script, fetched unless it is there. It is no program: nothing on PATH could stand in for it.
pub fn ensure(tools: &Path) -> Result<PathBuf> {
    let root = tools.join(format!("{NAME}-{VERSION}"));
    let script = root.join("node_modules").join(NAME).join("axe.min.js");
    // Written last by npm, so an installation that was cut short has none.
    let whole = || root.join("node_modules").join(".package-lock.json").is_file() && script.is_file();
    if !whole() {
        fs::create_dir_all(&root).map_err(|error| {
            format!("{} cannot be created ({error}): set BAGYT_TOOLS to another folder", root.display())
        })?;
        let _lock = tool::lock(&tools.join(".lock"))?;
        // Another process may have installed it while we waited for the lock.
        if !whole() {
            eprintln!("installing {NAME} {VERSION} into {}, once", root.display());
            tool::install_npm(NAME, VERSION, &root)?;
        }
    }
    if whole() { Ok(script) } else { Err(format!("{NAME} {VERSION} has no {}", script.display()).into()) }
}
