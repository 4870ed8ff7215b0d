//! wasm-opt, which makes the program smaller; npm has it ready to run.

use super::tool::{Origin, Tool};

/// The oldest version whose options and results we rely on.
const OLDEST: u32 = 120;

/// Version 132, or what PATH has from [`OLDEST`] on.
pub fn tool() -> Tool {
    Tool {
        program: "wasm-opt",
        name: "binaryen",
        version: "132.0.0".into(),
        fits: |found, _| recent(found),
        origin: Origin::Npm { name: "binaryen" },
    }
}

fn recent(version: &str) -> bool {
    version.split('.').next().and_then(|number| number.parse::<u32>().ok()).is_some_and(|number| number >= OLDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_recent_versions_do() {
        assert!(recent("120"));
        assert!(recent("132.0.0"));
        assert!(!recent("108"));
        assert!(!recent("version"));
    }
}
