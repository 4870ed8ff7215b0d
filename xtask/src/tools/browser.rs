//! The browser and the driver that the browser tests steer it with.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{self, Result};

/// Names a browser to use instead of looking for one; the browser tests read it.
pub const CHROMIUM: &str = "BAGYT_CHROMIUM";
/// Names the driver that belongs to it.
pub const CHROMEDRIVER: &str = "BAGYT_CHROMEDRIVER";

/// A browser and a driver of the same major version: the driver refuses any other.
pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

/// Finds the pair, installing it where we may, or says what to install.
pub fn ensure() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if may_install() {
        install(&PACKAGES)?;
    }
    find().ok_or_else(|| {
        format!(
            "there is no Chromium or Chrome with a chromedriver of the same version: on Debian run \
             `apt-get install {}` as root, elsewhere install both from \
             https://googlechromelabs.github.io/chrome-for-testing/, then put them on PATH or name \
             their files in {CHROMIUM} and {CHROMEDRIVER}",
            PACKAGES.join(" ")
        )
        .into()
    })
}

/// Debian's packages; the fonts have every Kazakh letter.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-core"];

const NAMES: [&str; 4] = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];
const MAC_CHROME: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

fn find() -> Option<Browser> {
    let chosen = |name| env::var_os(name).filter(|file| !file.is_empty()).map(PathBuf::from);
    let chromedriver = chosen(CHROMEDRIVER).or_else(|| shell::find("chromedriver"))?;
    // A browser chosen by hand is not questioned: Chrome on Windows does not tell its version.
    if let Some(chromium) = chosen(CHROMIUM) {
        return Some(Browser { chromium, chromedriver });
    }
    let wanted = major(&shell::version_of(&chromedriver)?)?;
    let chromium = NAMES
        .into_iter()
        .filter_map(shell::find)
        .chain([PathBuf::from(MAC_CHROME)])
        .find(|file| version_is(file, wanted))?;
    Some(Browser { chromium, chromedriver })
}

fn version_is(browser: &Path, wanted: u32) -> bool {
    shell::version_of(browser).is_some_and(|version| major(&version) == Some(wanted))
}

fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

/// Installs packages of Debian.
pub(super) fn install(packages: &[&str]) -> Result {
    let apt = || {
        let mut apt = shell::command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    shell::run(apt().arg("update"))?;
    shell::run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))
}

/// Whether this is Debian and we are root. Ubuntu's package only points to a snap.
pub(super) fn may_install() -> bool {
    let debian = fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"));
    let root = || shell::command("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    debian && root() && shell::find("apt-get").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_first_number() {
        assert_eq!(major("142.0.7444.59"), Some(142));
        assert_eq!(major("beta"), None);
    }
}
