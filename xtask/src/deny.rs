//! What comes in from others: licences, registries, crates that are there twice, known holes. What
//! is allowed stands in `deny.toml`.

use std::path::Path;

use crate::shell::{self, Result};

/// Checks all of it with that cargo-deny. The list of known holes is a repository elsewhere: where
/// it cannot be had that is said, and is no failure of ours.
pub fn check(program: &Path) -> Result {
    let deny = |arguments: &str| shell::run(shell::command(program).args(arguments.split(' ')));
    deny("--workspace --locked check licenses bans sources")?;
    match deny("fetch db") {
        Ok(()) => deny("--workspace --locked --offline check advisories"),
        Err(_) => {
            println!("known holes were NOT looked for: their list cannot be had here");
            Ok(())
        }
    }
}
