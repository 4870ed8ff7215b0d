//! cargo-deny, which looks at what comes in from others.

use super::tool::{Origin, Tool};

/// Exactly this version: another may read `deny.toml` in another way.
pub fn tool() -> Tool {
    Tool {
        program: "cargo-deny",
        name: "cargo-deny",
        version: "0.20.2".into(),
        fits: |found, wanted| found == wanted,
        origin: Origin::Crate { name: "cargo-deny", locked: true },
    }
}
