//! terser, which makes the program's script smaller; npm has it ready to run.

use super::tool::{Origin, Tool};
use crate::shell;
use std::path::PathBuf;

/// Version 5.51.4, or what PATH has of the fifth.
pub fn tool() -> Tool {
    Tool {
        program: "terser",
        name: "terser",
        version: "5.51.4".into(),
        fits: |found, _| found.starts_with("5."),
        origin: Origin::Npm { name: "terser" },
    }
}

/// That which PATH has, where it is of that version.
pub fn on_path() -> Option<PathBuf> {
    let fits = |file: &PathBuf| shell::version_of(file).is_some_and(|found| (tool().fits)(&found, ""));
    shell::find("terser").filter(fits)
}
