//! A program of a known version, and how it gets into its folder.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::shell::{self, Result};

/// A program, the version we want of it, and where that comes from.
pub struct Tool {
    /// The name it is called by.
    pub program: &'static str,
    /// Its folder is called this and the version.
    pub name: &'static str,
    pub version: String,
    /// Whether a version found (first) will do for the one we want (second).
    pub fits: fn(&str, &str) -> bool,
    pub origin: Origin,
}

/// The package a tool is installed from.
pub enum Origin {
    /// A crate, compiled here.
    Crate { name: &'static str, locked: bool },
    /// An npm package.
    Npm { name: &'static str },
}

impl Tool {
    /// The folder to put on PATH, after filling it if need be; none when PATH has the tool already.
    pub fn ensure(&self, tools: &Path) -> Result<Option<PathBuf>> {
        if self.answers(Path::new(self.program)) {
            return Ok(None);
        }
        let root = tools.join(format!("{}-{}", self.name, self.version));
        let (bin, file) = self.places(&root);
        if self.answers(&file) {
            return Ok(Some(bin));
        }
        fs::create_dir_all(&root).map_err(|error| {
            format!("{} cannot be created ({error}): set BAGYT_TOOLS to another folder", root.display())
        })?;
        let _lock = lock(&tools.join(".lock"))?;
        // Another process may have installed it while we waited for the lock.
        if !self.answers(&file) {
            eprintln!("installing {} {} into {}, once", self.name, self.version, root.display());
            self.install(&root)?;
        }
        if self.answers(&file) {
            Ok(Some(bin))
        } else {
            Err(format!("{} was installed but does not run: delete {} and try again", file.display(), root.display())
                .into())
        }
    }

    /// Being there is not enough: an installation may have been cut short.
    fn answers(&self, file: &Path) -> bool {
        shell::version_of(file).is_some_and(|found| (self.fits)(&found, &self.version))
    }

    /// The folder with the program in it, and the program.
    fn places(&self, root: &Path) -> (PathBuf, PathBuf) {
        let (bin, ending) = match self.origin {
            Origin::Crate { .. } => (root.join("bin"), std::env::consts::EXE_SUFFIX),
            Origin::Npm { .. } => (root.join("node_modules").join(".bin"), if cfg!(windows) { ".cmd" } else { "" }),
        };
        let file = bin.join(format!("{}{ending}", self.program));
        (bin, file)
    }

    fn install(&self, root: &Path) -> Result {
        match self.origin {
            Origin::Crate { name, locked } => self.install_crate(name, locked, root),
            Origin::Npm { name } => install_npm(name, &self.version, root),
        }
    }

    /// Compiles the crate without optimisation, which takes less time than it would ever save.
    fn install_crate(&self, name: &str, locked: bool, root: &Path) -> Result {
        // Its own target folder, so that an installation cut short goes on where it stopped.
        let target = root.join("build");
        let mut cargo = shell::command("cargo");
        cargo
            .args(["install", name, "--version", &self.version, "--debug"])
            .args(locked.then_some("--locked"))
            .arg("--root")
            .arg(root)
            .env("CARGO_TARGET_DIR", &target)
            // Debug information makes these programs several times larger and nobody reads it.
            .env("CARGO_PROFILE_DEV_DEBUG", "0");
        shell::run(&mut cargo)?;
        // What is left over only takes room.
        let _ = fs::remove_dir_all(&target);
        Ok(())
    }
}

/// Puts the package into `node_modules` of that folder.
pub(super) fn install_npm(name: &str, version: &str, root: &Path) -> Result {
    let npm = shell::require("npm", &format!("install Node.js with npm, or {name} itself, and try again"))?;
    let mut npm = shell::command(npm);
    npm.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(root);
    shell::run(npm.arg(format!("{name}@{version}")))
}

/// Keeps other processes from installing as long as the file is held.
pub(super) fn lock(path: &Path) -> Result<File> {
    let failed = |error| format!("{} cannot be locked: {error}", path.display());
    let file = File::create(path).map_err(failed)?;
    if file.try_lock().is_err() {
        eprintln!("waiting for another `cargo xtask` to finish installing");
        file.lock().map_err(failed)?;
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tool(origin: Origin) -> Tool {
        Tool {
            program: "bagyt-no-such-program",
            name: "package",
            version: "1.2.3".into(),
            fits: |found, wanted| found == wanted,
            origin,
        }
    }

    #[test]
    fn programs_stand_where_their_installer_puts_them() {
        let root = Path::new("tools");
        let ending = std::env::consts::EXE_SUFFIX;
        let (bin, file) = tool(Origin::Crate { name: "package", locked: true }).places(root);
        assert_eq!(bin, root.join("bin"));
        assert_eq!(file, bin.join(format!("bagyt-no-such-program{ending}")));
        let (bin, file) = tool(Origin::Npm { name: "package" }).places(root);
        assert_eq!(bin, root.join("node_modules").join(".bin"));
        assert!(file.starts_with(bin));
    }

    #[test]
    fn a_program_that_does_not_run_does_not_count() {
        let tool = tool(Origin::Npm { name: "package" });
        assert!(!tool.answers(Path::new("no/such/file")));
    }
}
