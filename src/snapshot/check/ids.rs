//! Ids are kebab-case and unique within their list.

use super::{At, Report, items};
use crate::snapshot::{Expected, Found, Items, Named, Snapshot};
use std::collections::HashSet;
use std::ops::Range;

pub(super) fn check(snapshot: &Snapshot, report: &mut Report) {
    list("areas", &snapshot.areas, report);
    list("directions", &snapshot.directions, report);
    list("organisations", &snapshot.organisations, report);
    list("sources", &snapshot.sources, report);
    list("indicators", &snapshot.indicators, report);
}

/// Checks the ids of some of the records; `seen` are those of the records before them.
pub(super) fn of_records<'a>(
    snapshot: &'a Snapshot,
    part: Range<usize>,
    seen: &mut HashSet<&'a str>,
    report: &mut Report,
) {
    for (at, record) in items("records", &snapshot.records).skip(part.start).take(part.len()) {
        id(at, &record.id, seen, report);
    }
}

fn list<T: Named>(name: &'static str, all: &Items<T>, report: &mut Report) {
    let mut seen = HashSet::new();
    for (at, item) in items(name, all) {
        id(at, item.id(), &mut seen, report);
    }
}

fn id<'a>(at: At, id: &'a str, seen: &mut HashSet<&'a str>, report: &mut Report) {
    if !is_kebab(id) {
        report.error(at, ".id", format!("“{id}”"), Expected::Id);
    } else if !seen.insert(id) {
        report.error(at, ".id", Found::Again(id.to_owned()), Expected::UniqueId);
    }
}

/// Lower-case ASCII letters and digits in words joined by single hyphens, at most 80 characters.
fn is_kebab(id: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.len() <= 80 && id.split('-').all(word)
}

#[cfg(test)]
mod tests {
    use super::is_kebab;

    #[test]
    fn kebab_case() {
        for good in ["a", "sez-aktau", "brm-2020"] {
            assert!(is_kebab(good), "{good}");
        }
        for bad in ["", "-a", "a--b", "A", "a_b", "ә", "a/b", "../a"] {
            assert!(!is_kebab(bad), "{bad}");
        }
    }
}
