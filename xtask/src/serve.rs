//! `serve`: the site on this machine, rebuilt on every change.

use std::fs;

use crate::shell::{self, Result};
use crate::{build, tools};

/// Gets what is missing, then runs `trunk serve` with the arguments given.
pub fn run(arguments: &[String]) -> Result {
    let path = tools::ensure_all()?;
    // Trunk.toml has this folder ignored, and Trunk stops when what it is to ignore is not there.
    fs::create_dir_all(build::BUNDLE)?;
    let mut trunk = tools::trunk::command(&path);
    // A folder of its own, so that a site being served never replaces the release bundle.
    trunk.env("TRUNK_BUILD_DIST", "target/serve");
    shell::become_command(trunk.arg("serve").args(arguments))
}
