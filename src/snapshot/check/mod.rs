//! The rules that the shapes alone cannot say. One file a family of rules; each adds
//! problems and says which items it cannot vouch for.

mod corrections;
mod doubts;
mod ids;
mod indicators;
mod records;
mod references;
mod texts;

use super::pause::{Pause, Work, parts};
use super::problems::Problems;
use super::{Expected, Found, Problem, Record, Severity, Snapshot};
use rustc_hash::FxHashSet;
use std::fmt::Arguments;

/// Checks the whole snapshot, and leaves out every item that an error was found in. What refers
/// to such an item stays: pages name the id that they cannot resolve.
///
/// `each` is given the records that are left, one after the other, so that the caller can index them in
/// the same pass.
pub async fn check(
    snapshot: &mut Snapshot,
    problems: &mut Problems,
    pause: &impl Pause,
    each: &mut impl FnMut(&Record),
) {
    let mut report = Report { problems: std::mem::take(problems), ..Report::default() };
    ids::check(snapshot, &mut report);
    pause.breathe(Work::Whole, 0, 1).await;
    let known = references::Known::of(snapshot);
    references::check(snapshot, &known, &mut report);
    indicators::check(snapshot, &known, &mut report);
    texts::languages(snapshot, &mut report);
    let mut seen = ids::Seen::default();
    for part in parts(snapshot.records.len()) {
        pause.breathe(Work::Records, part.start, snapshot.records.len()).await;
        for (row, record) in part.filter_map(|row| Some((row, snapshot.records.get(row)?))) {
            let at = At { list: "records", index: row, place: snapshot.records.place(row) };
            let errors = report.refused.len();
            ids::record(at, &record.id, &snapshot.records, &mut seen, &mut report);
            records::record(at, &record, &known, &mut report);
            texts::record(at, &record, &mut report);
            if report.refused.len() == errors {
                each(&record);
            }
        }
    }
    records::others(snapshot, &mut report);
    corrections::check(snapshot, &mut report);
    texts::check(snapshot, &mut report);
    doubts::check(snapshot, &mut report);
    if !report.refused.is_empty() {
        leave_out(snapshot, &report.refused);
    }
    *problems = report.problems;
}

#[inline(never)]
fn leave_out(snapshot: &mut Snapshot, refused: &FxHashSet<(&'static str, usize)>) {
    snapshot.areas.retain(|i| !refused.contains(&("areas", i)));
    snapshot.directions.retain(|i| !refused.contains(&("directions", i)));
    snapshot.organisations.retain(|i| !refused.contains(&("organisations", i)));
    snapshot.sources.retain(|i| !refused.contains(&("sources", i)));
    snapshot.indicators.retain(|i| !refused.contains(&("indicators", i)));
    snapshot.records.retain(|i| !refused.contains(&("records", i)));
    snapshot.corrections.retain(|i| !refused.contains(&("corrections", i)));
}

/// What the rules have found so far.
#[derive(Default)]
struct Report {
    problems: Problems,
    refused: FxHashSet<(&'static str, usize)>,
    /// The languages that texts should be in.
    languages: Vec<crate::locale::Lang>,
}

/// An item under check: the list, its position among the items read, its place in the file.
#[derive(Clone, Copy)]
struct At {
    list: &'static str,
    index: usize,
    place: usize,
}

impl At {
    fn path(self, rest: Arguments) -> String {
        format!("{}[{}]{rest}", self.list, self.place)
    }
}

impl Report {
    /// The item is left out.
    fn error(&mut self, at: At, rest: Arguments, found: impl Into<Found>, expected: Expected) {
        self.refused.insert((at.list, at.index));
        self.problems.push(Problem::new(Severity::Error, at.path(rest), found, expected));
    }

    /// The item is kept, and the reader told.
    fn warning(&mut self, at: At, rest: Arguments, found: impl Into<Found>, expected: Expected) {
        self.problems.push(Problem::new(Severity::Warning, at.path(rest), found, expected));
    }

    /// Something in the head is kept, and the reader told.
    fn doubt(&mut self, path: &str, found: impl Into<Found>, expected: Expected) {
        self.problems.push(Problem::new(Severity::Warning, path, found, expected));
    }

    /// The snapshot is refused: something in its head is wrong.
    fn critical(&mut self, path: &str, found: impl Into<Found>, expected: Expected) {
        self.problems.push(Problem::new(Severity::Critical, path, found, expected));
    }
}

/// The items of a list with where they stand.
fn items<'a, T>(list: &'static str, items: &'a super::Items<T>) -> impl Iterator<Item = (At, &'a T)> + use<'a, T> {
    items.iter().enumerate().map(move |(index, item)| (At { list, index, place: items.place(index) }, item))
}
