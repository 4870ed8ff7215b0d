//! Ids that point to something point to something that is there.

use super::{At, Report, items};
use crate::snapshot::{Evidence, Expected, Items, Named, Scope, Snapshot};
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt::Arguments;

/// The ids that exist, by list; those of items that could not be read among them.
pub(super) struct Known {
    areas: FxHashSet<String>,
    directions: FxHashSet<String>,
    organisations: FxHashSet<String>,
    sources: FxHashSet<String>,
    /// Indicators of scope project, and those that cannot be told.
    results: FxHashSet<String>,
}

impl Known {
    /// The ids of a snapshot, by the lists that other items refer to.
    pub(super) fn of(snapshot: &Snapshot) -> Known {
        fn ids<T: Named>(items: &Items<T>) -> FxHashSet<String> {
            items.iter().map(|item| item.id().to_owned()).chain(items.lost().iter().cloned()).collect()
        }
        Known {
            areas: ids(&snapshot.areas),
            directions: ids(&snapshot.directions),
            organisations: ids(&snapshot.organisations),
            sources: ids(&snapshot.sources),
            results: {
                let own = snapshot.indicators.iter().filter(|indicator| indicator.scope() == Scope::Project);
                own.map(|i| i.id.clone()).chain(snapshot.indicators.lost().iter().cloned()).collect()
            },
        }
    }

    /// Refuses the item where no area has this id; so do the next three for what they name.
    pub(super) fn area(&self, at: At, rest: Arguments, id: &str, report: &mut Report) {
        known(&self.areas, "areas", at, rest, id, report);
    }

    pub(super) fn direction(&self, at: At, rest: Arguments, id: &str, report: &mut Report) {
        known(&self.directions, "directions", at, rest, id, report);
    }

    pub(super) fn organisation(&self, at: At, rest: Arguments, id: &str, report: &mut Report) {
        known(&self.organisations, "organisations", at, rest, id, report);
    }

    pub(super) fn evidence(&self, at: At, rest: Arguments, evidence: &[Evidence], report: &mut Report) {
        for (i, one) in evidence.iter().enumerate() {
            known(&self.sources, "sources", at, format_args!("{rest}.evidence[{i}].source"), &one.source, report);
        }
    }
}

fn known(ids: &FxHashSet<String>, list: &'static str, at: At, rest: Arguments, id: &str, report: &mut Report) {
    if !ids.contains(id) {
        report.error(at, rest, format!("“{id}”"), Expected::Reference(list));
    }
}

/// The references of the head and of the registries; values and records check their own.
#[inline(never)]
pub(super) fn check(snapshot: &Snapshot, known: &Known, report: &mut Report) {
    let project = &snapshot.project;
    for (path, id) in [("project.funder", &project.funder), ("project.lead", &project.lead)] {
        if !known.organisations.contains(id) {
            report.critical(path, format!("“{id}”"), Expected::Reference("organisations"));
        }
    }
    for (i, id) in project.areas.iter().enumerate() {
        if !known.areas.contains(id) {
            report.critical(&format!("project.areas[{i}]"), format!("“{id}”"), Expected::Reference("areas"));
        }
    }
    for (i, id) in project.headline.iter().enumerate() {
        if !known.results.contains(id) {
            report.doubt(&format!("project.headline[{i}]"), format!("“{id}”"), Expected::ProjectIndicator);
        }
    }
    let head =
        project.budget.evidence.iter().enumerate().map(|(i, e)| (format!("project.budget.evidence[{i}].source"), e));
    let years =
        project.period.evidence.iter().enumerate().map(|(i, e)| (format!("project.period.evidence[{i}].source"), e));
    let lead = project.lead_evidence.iter().enumerate().map(|(i, e)| (format!("project.lead_evidence[{i}].source"), e));
    for (path, evidence) in head.chain(years).chain(lead) {
        if !known.sources.contains(&evidence.source) {
            report.critical(&path, format!("“{}”", evidence.source), Expected::Reference("sources"));
        }
    }
    for (at, area) in items("areas", &snapshot.areas) {
        if let Some(parent) = &area.parent {
            known.area(at, format_args!(".parent"), parent, report);
        }
    }
    circles(snapshot, report);
    for (at, direction) in items("directions", &snapshot.directions) {
        if let Some(best) = direction.best.as_ref().filter(|best| !known.results.contains(*best)) {
            report.warning(at, format_args!(".best"), format!("“{best}”"), Expected::ProjectIndicator);
        }
    }
}

/// The areas that lie in themselves: a walk upwards would never end.
fn circles(snapshot: &Snapshot, report: &mut Report) {
    let parents: FxHashMap<&str, &str> =
        snapshot.areas.iter().filter_map(|area| Some((area.id.as_str(), area.parent.as_deref()?))).collect();
    // Each area is walked through once: what leads to a walked one has its verdict.
    let mut walked: FxHashMap<&str, bool> = FxHashMap::default();
    for (at, area) in items("areas", &snapshot.areas) {
        let mut way: Vec<&str> = Vec::new();
        let mut on_way: FxHashSet<&str> = FxHashSet::default();
        let mut here = Some(area.id.as_str());
        while let Some(id) = here.filter(|id| !walked.contains_key(id) && on_way.insert(id)) {
            way.push(id);
            here = parents.get(id).copied();
        }
        let circle = here.and_then(|id| way.iter().position(|step| *step == id)).unwrap_or(way.len());
        for (place, id) in way.into_iter().enumerate() {
            walked.insert(id, place >= circle);
        }
        if walked.get(area.id.as_str()).copied().unwrap_or_default() {
            let parent = area.parent.as_deref().unwrap_or_default();
            report.error(at, format_args!(".parent"), format!("“{parent}”"), Expected::NoCycle);
        }
    }
}
