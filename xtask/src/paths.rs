//! Messages of panics name the source file. A release's program is to name no folder of who built it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::Result;

/// The variable by which cargo gives the compiler more options, beside those of `.cargo/config.toml`.
pub const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The user's options and those that shorten the paths, as the variable has them: with spaces between.
pub fn options() -> String {
    let given = env::var(VARIABLE).ok();
    let shortened = shortened().filter(|option| !option.contains(char::is_whitespace));
    given.into_iter().chain(shortened).collect::<Vec<_>>().join(" ")
}

/// Options that shorten the paths; of several that fit the last counts.
pub fn shortened() -> impl Iterator<Item = String> {
    folders().into_iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
}

/// Refuses a bundle with a part of the program that names one of these folders all the same.
pub fn check(bundle: &Path) -> Result {
    for entry in fs::read_dir(bundle)? {
        let file = entry?.path();
        if file.extension().is_some_and(|end| end == "wasm") {
            check_file(&file)?;
        }
    }
    Ok(())
}

/// The same for one file, before it is packed and tells nothing.
pub fn check_file(file: &Path) -> Result {
    match named(&fs::read(file)?, &folders()) {
        Some(folder) => Err(format!("{} names {folder}, a folder of this machine", file.display()).into()),
        None => Ok(()),
    }
}

fn named(program: &[u8], folders: &[(PathBuf, &str)]) -> Option<String> {
    let names = folders.iter().map(|(folder, _)| format!("{}{}", folder.display(), std::path::MAIN_SEPARATOR));
    names.into_iter().find(|name| program.windows(name.len()).any(|part| part == name.as_bytes()))
}

/// The user's folder and cargo's, which may lie elsewhere, and what stands for them.
fn folders() -> Vec<(PathBuf, &'static str)> {
    let home = env::home_dir();
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or(home.as_ref().map(|home| home.join(".cargo")));
    let both = [(home, "home"), (cargo, "cargo")].into_iter().filter_map(|(folder, name)| Some((folder?, name)));
    // A root of the file system would be found in any path.
    both.filter(|(folder, _)| folder.is_absolute() && folder.parent().is_some()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_in_the_program_is_found() {
        let folders = [(PathBuf::from("/home/somebody"), "home")];
        assert_eq!(named(b"\0/home/somebody/x.rs\0", &folders).as_deref(), Some("/home/somebody/"));
        assert_eq!(named(b"\0home/x.rs, /home/somebodys/\0", &folders), None);
    }
}
