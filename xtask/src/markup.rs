//! The markup of the bundle's pages, read by html-validate with the rules of `.htmlvalidate.mjs`.

use std::path::Path;

use crate::build::BUNDLE;
use crate::shell::{self, Result};

/// Every page in Kazakh and every page but those of single indicators in the other languages:
/// these differ in words only, and all would take twenty seconds.
pub fn check(validator: &Path) -> Result {
    let mut command = shell::command(validator);
    command.args(["--config", ".htmlvalidate.mjs", "--max-warnings", "0"]);
    for pages in ["*.html", "kk/**/*.html", "ru/*.html", "ru/*/*.html", "ru/directions/**/*.html"] {
        command.arg(format!("{BUNDLE}/{pages}"));
        if pages.starts_with("ru/") {
            command.arg(format!("{BUNDLE}/{}", pages.replacen("ru/", "en/", 1)));
        }
    }
    shell::run(&mut command)
}
