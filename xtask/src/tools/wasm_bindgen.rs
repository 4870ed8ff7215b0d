//! wasm-bindgen, which writes the JavaScript beside the program.

use std::fs;

use super::tool::{Origin, Tool};
use crate::shell::Result;

/// The version of the crate in Cargo.lock: the two must be equal.
pub fn tool() -> Result<Tool> {
    let lock = fs::read_to_string("Cargo.lock")
        .map_err(|error| format!("Cargo.lock cannot be read ({error}): run `cargo generate-lockfile`"))?;
    let version =
        locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock has no package `wasm-bindgen`: run `cargo update`")?;
    Ok(Tool {
        program: "wasm-bindgen",
        name: "wasm-bindgen",
        version: version.into(),
        fits: |found, wanted| found == wanted,
        origin: Origin::Crate {
            name: "wasm-bindgen-cli",
            // The lock file it is published with named a dependency's version that could not be had.
            locked: false,
        },
    })
}

/// The version of a package in the text of a lock file.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    lock.lines().skip_while(|line| *line != name).nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package_itself() {
        let lock = r#"
[[package]]
name = "wasm-bindgen-backend"
version = "0.1.0"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
"#;
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(&lock.replace('\n', "\r\n"), "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
        assert_eq!(locked_version("name = \"wasm\"", "wasm"), None);
    }
}
