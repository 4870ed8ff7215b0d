//! Trunk, which builds and serves the site.

use std::env;
use std::ffi::OsStr;
use std::process::Command;

use super::tool::{Origin, Tool};
use crate::shell;

/// Exactly this version: 0.22 asks for a newer compiler than the site does.
pub fn tool() -> Tool {
    Tool {
        program: "trunk",
        name: "trunk",
        version: "0.21.14".into(),
        fits: |found, wanted| found == wanted,
        origin: Origin::Crate { name: "trunk", locked: true },
    }
}

/// `trunk` with the tools on `path` and without its traps.
pub fn command(path: &OsStr) -> Command {
    let mut trunk = shell::command("trunk");
    trunk.env("PATH", path);
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // A failed build is explained above its stack, which is Trunk's own and helps nobody here.
    trunk.env("RUST_LIB_BACKTRACE", "0");
    // By convention any value means no colour, but Trunk stops at all except `true` and `false`.
    match env::var_os("NO_COLOR") {
        Some(value) if !value.is_empty() => trunk.env("NO_COLOR", "true"),
        _ => trunk.env_remove("NO_COLOR"),
    };
    trunk
}
