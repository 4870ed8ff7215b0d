//! Any text as a snapshot: reading never panics, and what is refused has a reason.

#![no_main]

use bagyt::snapshot::{Severity, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (snapshot, problems) = read(text);
    let refused = problems.iter().any(|problem| problem.severity == Severity::Critical);
    assert_eq!(snapshot.is_none(), refused);
    assert!(problems.iter().all(|problem| problem.to_string().chars().count() < 600));
});
