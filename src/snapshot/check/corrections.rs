//! Corrections name a number that is there, and the newest of them the number that it is now.

use super::indicators::magnitude;
use super::{Report, items};
use crate::snapshot::{Correction, Expected, Indicator, Records, Snapshot};
use rustc_hash::FxHashMap;

#[inline(never)]
pub(super) fn check(snapshot: &Snapshot, report: &mut Report) {
    if snapshot.corrections.is_empty() {
        return;
    }
    let known = Known {
        indicators: snapshot.indicators.iter().map(|i| (i.id.as_str(), i)).collect(),
        records: &snapshot.records,
    };
    let lost = [("indicators", snapshot.indicators.lost()), ("records", snapshot.records.lost())];
    let mut newest: FxHashMap<&str, &Correction> = FxHashMap::default();
    for correction in snapshot.corrections.iter() {
        let so_far = newest.entry(&correction.value).or_insert(correction);
        if correction.date.span().map(|s| s.1) >= so_far.date.span().map(|s| s.1) {
            *so_far = correction;
        }
    }
    for (at, correction) in items("corrections", &snapshot.corrections) {
        magnitude(at, format_args!(".was"), correction.was, report);
        magnitude(at, format_args!(".now"), correction.now, report);
        let is_lost = |(list, id, _): (&str, &str, &str)| {
            lost.iter().any(|(name, ids)| *name == list && ids.iter().any(|lost| lost == id))
        };
        match known.number(correction) {
            None if correction.place().is_some_and(is_lost) => {}
            None => report.error(at, format_args!(".value"), format!("“{}”", correction.value), Expected::Corrected),
            Some(now) => {
                let is_newest = newest.get(correction.value.as_str()).is_some_and(|it| std::ptr::eq(*it, correction));
                if is_newest && now != correction.now {
                    report.error(at, format_args!(".now"), correction.now.to_string(), Expected::Now(now.to_string()));
                }
            }
        }
    }
}

struct Known<'a> {
    indicators: FxHashMap<&'a str, &'a Indicator>,
    records: &'a Records,
}

impl Known<'_> {
    /// The number that a correction is about, as it is now.
    fn number(&self, correction: &Correction) -> Option<f64> {
        match correction.place()? {
            ("indicators", id, rest) => self.indicators.get(id)?.at(rest)?.value,
            ("records", id, rest) => self.records.find(id)?.at(rest),
            _ => None,
        }
    }
}
