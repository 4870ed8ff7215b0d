//! `build`: the release bundle.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::shell::{self, Result};
use crate::{paths, tools};

/// The folder the bundle is written to; Trunk.toml names it too.
pub const BUNDLE: &str = "dist";

/// The variable that carries `build --site-url` through Trunk to its hook.
pub const SITE_URL: &str = "BAGYT_SITE_URL";

/// Gets what is missing and builds the bundle.
pub fn run(arguments: &[String]) -> Result {
    let site_url = site_url(arguments)?;
    bundle(&tools::ensure_all()?, site_url)
}

/// Builds the bundle with the tools on `path`.
pub fn bundle(path: &OsStr, site_url: Option<&str>) -> Result {
    // Trunk has no place for this, so it reaches its hook through the environment.
    let told: Vec<_> = site_url.map(|url| (SITE_URL, OsStr::new(url))).into_iter().collect();
    trunk(path, &told)?;
    println!("the bundle is in {BUNDLE}/");
    Ok(())
}

/// Runs Trunk, whose hook is told these variables.
pub fn trunk(path: &OsStr, told: &[(&str, &OsStr)]) -> Result {
    let options = format!("{} --sysroot={}", paths::options(), tools::standard_library()?.display());
    let mut trunk = tools::trunk::command(path);
    trunk.args(["build", "--release"]).env(paths::VARIABLE, options).envs(told.iter().copied());
    shell::run(&mut trunk)?;
    paths::check(Path::new(BUNDLE))
}

/// Builds what unpacks the program. It is a program by itself, of no library, and without names.
pub fn unpacker() -> Result<PathBuf> {
    let mut cargo = shell::command("cargo");
    cargo.args(["build", "--quiet", "--release", "--package", "unpack", "--target", tools::WASM]);
    shell::run(cargo.env("RUSTFLAGS", "-Cstrip=symbols -Clink-arg=-zstack-size=131072"))?;
    Ok(target().join(tools::WASM).join("release/unpack.wasm"))
}

/// The folder that cargo builds in.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from)
}

/// The address in `--site-url URL` or `--site-url=URL`.
fn site_url(arguments: &[String]) -> std::result::Result<Option<&str>, String> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let url = match arguments.as_slice() {
        [] => return Ok(None),
        ["--site-url", url] => *url,
        [one] if one.starts_with("--site-url=") => &one["--site-url=".len()..],
        _ => return Err("`build` takes nothing but `--site-url URL`".into()),
    };
    // The rest is for `bagyt site` to read, but who forgot the host is told before the program is compiled.
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    if rest.is_some_and(|host| !host.is_empty() && !host.starts_with('/')) {
        Ok(Some(url))
    } else {
        Err(format!("the site's URL must be like https://host/folder/, not `{url}`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> std::result::Result<Option<String>, String> {
        let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        site_url(&words).map(|url| url.map(str::to_owned))
    }

    #[test]
    fn the_site_url_is_optional_and_takes_both_forms() {
        assert_eq!(parse(&[]), Ok(None));
        let url = Some("https://example.org/repo".to_owned());
        assert_eq!(parse(&["--site-url", "https://example.org/repo"]), Ok(url.clone()));
        assert_eq!(parse(&["--site-url=https://example.org/repo"]), Ok(url));
    }

    #[test]
    fn anything_else_is_refused() {
        assert!(parse(&["--site-url"]).is_err());
        assert!(parse(&["--site-url", "example.org"]).is_err());
        assert!(parse(&["--site-url=https://example.org", "--open"]).is_err());
    }
}
