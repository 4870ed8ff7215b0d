//! The tools a build needs. Each is taken from PATH when its version fits, else from a folder of
//! its own in the user's cache directory, which all clones share and which is filled once.

pub mod axe;
pub mod browser;
mod cargo_deny;
pub mod engines;
mod html_validate;
pub mod terser;
mod tool;
pub mod trunk;
mod wasm_bindgen;
mod wasm_opt;
mod wasm_std;
mod wasm_target;

pub use wasm_target::TARGET as WASM;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::shell::Result;

/// Gets every tool that is missing; answers with the PATH on which all of them are found.
pub fn ensure_all() -> Result<OsString> {
    let folder = folder()?;
    wasm_target::ensure()?;
    let mut path = Vec::new();
    // The quick ones first: if Node is missing, that is known before minutes of compiling.
    for tool in [wasm_opt::tool(), terser::tool(), wasm_bindgen::tool()?, trunk::tool()] {
        path.extend(tool.ensure(&folder)?);
    }
    path.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    Ok(env::join_paths(path)?)
}

/// Gets the standard library that a release's program is compiled with; answers with its sysroot.
pub fn standard_library() -> Result<PathBuf> {
    wasm_std::ensure(&folder()?)
}

/// Gets the validator of HTML, which only the checks need; answers with its program.
pub fn validator() -> Result<PathBuf> {
    program(html_validate::tool())
}

/// Gets the program that looks at what comes in from others, which only the checks need.
pub fn cargo_deny() -> Result<PathBuf> {
    program(cargo_deny::tool())
}

fn program(tool: tool::Tool) -> Result<PathBuf> {
    Ok(tool.ensure(&folder()?)?.map_or_else(|| tool.program.into(), |bin| bin.join(tool.program)))
}

/// Gets the script that looks for what keeps readers out, which only the browser tests need.
pub fn axe_script() -> Result<PathBuf> {
    axe::ensure(&folder()?)
}

/// Gets the engines beside Chromium, which only the browser tests need.
pub fn other_engines() -> Result<Vec<engines::Engine>> {
    engines::ensure(&folder()?)
}

/// The folder that holds one folder a tool.
fn folder() -> Result<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    if let Some(chosen) = set("BAGYT_TOOLS") {
        return Ok(std::path::absolute(chosen)?);
    }
    let cache = cache(env::consts::OS, set)
        .ok_or("there is no home directory to keep the tools in: set BAGYT_TOOLS to a folder")?;
    Ok(cache.join("bagyt").join("tools"))
}

/// The user's cache directory on the given system.
fn cache(system: &str, set: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let home = || set("HOME").map(PathBuf::from);
    match system {
        "windows" => set("LOCALAPPDATA").map(PathBuf::from),
        "macos" => home().map(|home| home.join("Library").join("Caches")),
        // A relative XDG_CACHE_HOME is to be ignored, says its specification.
        _ => set("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
            .or_else(|| home().map(|home| home.join(".cache"))),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn cache_with(system: &str, variables: &[(&str, &str)]) -> Option<PathBuf> {
        cache(system, |name| {
            let found = variables.iter().find(|(key, _)| *key == name)?;
            Some(found.1.into())
        })
    }

    #[test]
    fn each_system_has_its_cache_directory() {
        let home = ("HOME", "/home/a");
        assert_eq!(cache_with("linux", &[home]), Some("/home/a/.cache".into()));
        assert_eq!(cache_with("macos", &[home]), Some("/home/a/Library/Caches".into()));
        assert_eq!(cache_with("windows", &[("LOCALAPPDATA", "/l")]), Some("/l".into()));
        assert_eq!(cache_with("linux", &[]), None);
    }

    #[test]
    fn only_an_absolute_xdg_directory_counts() {
        let home = ("HOME", "/home/a");
        let xdg = |value| cache_with("linux", &[home, ("XDG_CACHE_HOME", value)]);
        assert_eq!(xdg("/cache"), Some("/cache".into()));
        assert_eq!(xdg("cache"), Some("/home/a/.cache".into()));
    }
}
