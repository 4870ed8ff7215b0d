//! The compiler's standard library for WebAssembly.

use std::path::Path;

use crate::shell::{self, Result};

/// What programs for browsers are built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target by rustup unless the compiler in use has it, from wherever it came.
pub fn ensure() -> Result {
    if has_target() {
        return Ok(());
    }
    shell::require(
        "rustup",
        &format!("install it from https://rustup.rs, or your system's Rust library for {TARGET}"),
    )?;
    shell::run(shell::command("rustup").args(["target", "add", TARGET]))
}

fn has_target() -> bool {
    shell::command("rustc").args(["--print", "target-libdir", "--target", TARGET]).output().is_ok_and(|output| {
        let folder = String::from_utf8_lossy(&output.stdout);
        output.status.success() && Path::new(folder.trim()).is_dir()
    })
}
