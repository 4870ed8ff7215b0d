//! html-validate, which reads the pages of the bundle as a strict browser would.

use super::tool::{Origin, Tool};

/// Exactly this version: another may have other rules. The next major one asks for Node 22.
pub fn tool() -> Tool {
    Tool {
        program: "html-validate",
        name: "html-validate",
        version: "10.9.0".into(),
        fits: |found, wanted| found == wanted,
        origin: Origin::Npm { name: "html-validate" },
    }
}
