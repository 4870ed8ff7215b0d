//! `site`: what Trunk calls after each build (see Trunk.toml) to write the page of every route.

use std::env;
use std::ffi::OsStr;
use std::path::Path;

use crate::shell::{self, Result};
use crate::{build, glue, parts};

/// Runs `bagyt site` over the staging folder of a release build; a debug build stays as it is.
pub fn run(_arguments: &[String]) -> Result {
    let outside = "`site` is called by Trunk; use `cargo xtask build`";
    if env::var_os("TRUNK_PROFILE").ok_or(outside)? != "release" {
        return Ok(());
    }
    let staging = env::var_os("TRUNK_STAGING_DIR").ok_or(outside)?;
    glue::shorten(Path::new(&staging))?;
    parts::take_apart(Path::new(&staging))?;
    // Trunk sets TRUNK_* variables only, so this cargo builds for this machine as usual.
    let mut bagyt = shell::command("cargo");
    bagyt.args(["run", "--quiet", "--bin", "bagyt", "--", "site"]);
    bagyt.arg(staging);
    if let Some(url) = env::var_os(build::SITE_URL).filter(|url| !url.is_empty()) {
        bagyt.args([OsStr::new("--site-url"), &url]);
    }
    shell::run(&mut bagyt)
}
