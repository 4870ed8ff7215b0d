//! Ids are kebab-case and unique within their list.

use super::{At, Report, items};
use crate::snapshot::{Expected, Found, Items, NOT_STATED, Named, Records, Snapshot, UNDATED, WHOLE_PROJECT};
use rustc_hash::FxHashSet;
use std::fmt::Arguments;

#[inline(never)]
pub(super) fn check(snapshot: &Snapshot, report: &mut Report) {
    list("areas", &snapshot.areas, report);
    list("directions", &snapshot.directions, report);
    list("organisations", &snapshot.organisations, report);
    list("sources", &snapshot.sources, report);
    list("indicators", &snapshot.indicators, report);
}

/// The ids of the records so far. While they ascend, as they should, the last one says it all.
#[derive(Default)]
pub(super) struct Seen {
    last: String,
    all: Option<FxHashSet<String>>,
}

/// What an id is beside those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Next,
    /// The first that is not in order; what is unsorted is told once a list.
    Unsorted,
    Again,
}

impl Seen {
    /// What the id of this row is beside those of the records before it.
    fn place(&mut self, id: &str, row: usize, records: &Records) -> Place {
        if self.all.is_none() && *self.last < *id {
            id.clone_into(&mut self.last);
            return Place::Next;
        }
        let is_first = self.all.is_none();
        let before = || (0..row).map(|row| records.id(row)).collect();
        match self.all.get_or_insert_with(before).insert(id.to_owned()) {
            true if is_first => Place::Unsorted,
            true => Place::Next,
            false => Place::Again,
        }
    }
}

/// Checks the id of a record.
#[inline(never)]
pub(super) fn record(at: At, id: &str, records: &Records, seen: &mut Seen, report: &mut Report) {
    if !is_kebab(id) {
        return report.error(at, format_args!(".id"), format!("“{id}”"), Expected::Id);
    }
    match seen.place(id, at.index, records) {
        Place::Next => {}
        Place::Unsorted => report.warning(at, format_args!(".id"), format!("“{id}”"), Expected::SortedId),
        Place::Again => report.error(at, format_args!(".id"), Found::Again(id.to_owned()), Expected::UniqueId),
    }
}

fn list<T: Named>(name: &'static str, all: &Items<T>, report: &mut Report) {
    let mut seen = FxHashSet::default();
    for (at, item) in items(name, all) {
        if [WHOLE_PROJECT, UNDATED, NOT_STATED].contains(&item.id()) {
            report.error(at, format_args!(".id"), format!("“{}”", item.id()), Expected::FreeId);
            continue;
        }
        id(at, format_args!(".id"), item.id(), &mut seen, report);
    }
    let unsorted =
        items(name, all).zip(items(name, all).skip(1)).find(|((_, before), (_, item))| before.id() > item.id());
    if let Some((_, (at, item))) = unsorted {
        report.warning(at, format_args!(".id"), format!("“{}”", item.id()), Expected::SortedId);
    }
}

/// Checks the ids of the parts of an item, each with its path in it.
pub(super) fn inner<'a>(at: At, ids: impl Iterator<Item = (String, &'a str)>, report: &mut Report) {
    let mut seen = FxHashSet::default();
    for (rest, one) in ids {
        id(at, format_args!("{rest}.id"), one, &mut seen, report);
    }
}

fn id<'a>(at: At, rest: Arguments, id: &'a str, seen: &mut FxHashSet<&'a str>, report: &mut Report) {
    if !is_kebab(id) {
        report.error(at, rest, format!("“{id}”"), Expected::Id);
    } else if !seen.insert(id) {
        report.error(at, rest, Found::Again(id.to_owned()), Expected::UniqueId);
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
