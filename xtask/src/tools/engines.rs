//! The other engines that the browser tests run in, beside Chromium: Firefox and WebKit.

use std::path::{Path, PathBuf};

use super::browser::{install, may_install};
use super::tool::{Origin, Tool};
use crate::shell::{self, Result};

/// An engine, as the browser tests call it, and the variables that tell where its programs are.
pub struct Engine {
    pub name: &'static str,
    pub programs: Vec<(&'static str, PathBuf)>,
}

/// Names the engine; the browser tests read it.
pub const ENGINE: &str = "BAGYT_ENGINE";

/// Gets both, installing what is missing where we may, or says what to install. WebKit is only where
/// Linux is: elsewhere nobody builds WebKitGTK, and that is said and not counted as a failure.
pub fn ensure(tools: &Path) -> Result<Vec<Engine>> {
    let mut engines = vec![firefox(tools)?];
    if cfg!(target_os = "linux") {
        engines.push(webkit()?);
    } else {
        println!("WebKit is left out: its driver is for Linux only");
    }
    Ok(engines)
}

fn firefox(tools: &Path) -> Result<Engine> {
    let firefox = program(&["firefox-esr", "firefox"], &["firefox-esr"])?;
    let driver = geckodriver();
    let driver = driver.ensure(tools)?.map_or_else(|| driver.program.into(), |bin| bin.join(driver.program));
    Ok(Engine { name: "firefox", programs: vec![("BAGYT_FIREFOX", firefox), ("BAGYT_GECKODRIVER", driver)] })
}

/// Drives Firefox; Debian has no package of it.
fn geckodriver() -> Tool {
    Tool {
        program: "geckodriver",
        name: "geckodriver",
        version: "0.37.1".into(),
        fits: |_, _| true,
        origin: Origin::Crate { name: "geckodriver", locked: true },
    }
}

/// WebKitGTK's browser cannot do without a screen, so one is made up for it.
fn webkit() -> Result<Engine> {
    let packages = ["webkit2gtk-driver", "xvfb"];
    program(&["Xvfb"], &packages)?;
    let driver = program(&["WebKitWebDriver"], &packages)?;
    Ok(Engine { name: "webkit", programs: vec![("BAGYT_WEBKITDRIVER", driver)] })
}

/// The first of the programs that is there, after installing the Debian packages if need be.
fn program(names: &[&str], packages: &[&str]) -> Result<PathBuf> {
    let find = || names.iter().find_map(|name| shell::find(name));
    if find().is_none() && may_install() {
        install(packages)?;
    }
    find().ok_or_else(|| {
        format!(
            "`{}` is not on PATH: on Debian and Ubuntu run `apt-get install {}` as root",
            names.join("` or `"),
            packages.join(" ")
        )
        .into()
    })
}
