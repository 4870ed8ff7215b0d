//! Texts: at least one language; gaps in translation are told.

use super::indicators::placed;
use super::{At, Report, items};
use crate::snapshot::{Expected, Snapshot, Text};
use std::ops::Range;

use crate::locale::Lang;

/// Notes the languages that texts should be in.
pub(super) fn languages(snapshot: &Snapshot, report: &mut Report) {
    report.languages = snapshot.snapshot.languages.iter().map(|language| language.code).collect();
}

/// Checks the texts of some of the records.
pub(super) fn of_records(snapshot: &Snapshot, part: Range<usize>, report: &mut Report) {
    for (at, record) in items("records", &snapshot.records).skip(part.start).take(part.len()) {
        text(at, ".title", &record.title, report);
        optional(at, ".summary", record.summary.as_ref(), report);
        optional(at, ".note", record.note.as_ref(), report);
        for (i, money) in record.money.iter().enumerate() {
            optional(at, &format!(".money[{i}].note"), money.note.as_ref(), report);
        }
        for (i, link) in record.links.iter().enumerate() {
            // What is linked to has its own title in its own language.
            if let Some((found, expected)) = link.title.as_ref().and_then(fault) {
                report.error(at, &format!(".links[{i}].title"), found, expected);
            }
        }
    }
}

/// Checks all other texts.
pub(super) fn check(snapshot: &Snapshot, report: &mut Report) {
    let project = &snapshot.project;
    let head = [
        ("snapshot.publisher", Some(&snapshot.snapshot.publisher)),
        ("project.title", Some(&project.title)),
        ("project.summary", Some(&project.summary)),
        ("project.budget.note", project.budget.note.as_ref()),
        ("project.period.note", project.period.note.as_ref()),
        ("snapshot.disclaimer", snapshot.snapshot.disclaimer.as_ref()),
    ];
    let links =
        project.links.iter().enumerate().filter_map(|(i, link)| Some((i, link.title.as_ref().and_then(fault)?)));
    for (i, (found, expected)) in links {
        report.critical(&format!("project.links[{i}].title"), found, expected);
    }
    for (path, text) in head {
        if let Some((found, expected)) = text.and_then(fault) {
            report.critical(path, found, expected);
        }
    }
    for (at, area) in items("areas", &snapshot.areas) {
        text(at, ".name", &area.name, report);
    }
    for (at, direction) in items("directions", &snapshot.directions) {
        text(at, ".title", &direction.title, report);
        text(at, ".short", &direction.short, report);
        text(at, ".summary", &direction.summary, report);
        optional(at, ".finding", direction.finding.as_ref(), report);
    }
    for (at, organisation) in items("organisations", &snapshot.organisations) {
        text(at, ".name", &organisation.name, report);
        optional(at, ".short", organisation.short.as_ref(), report);
    }
    for (at, source) in items("sources", &snapshot.sources) {
        // A source's own headline stays in its own language.
        if let Some((found, expected)) = fault(&source.title) {
            report.error(at, ".title", found, expected);
        }
        text(at, ".publisher", &source.publisher, report);
    }
    for (at, indicator) in items("indicators", &snapshot.indicators) {
        text(at, ".title", &indicator.title, report);
        text(at, ".unit", &indicator.unit, report);
        optional(at, ".note", indicator.note.as_ref(), report);
        for (i, part) in indicator.parts.iter().enumerate() {
            text(at, &format!(".parts[{i}].title"), &part.title, report);
        }
        for (rest, value) in placed(indicator) {
            optional(at, &format!("{rest}.period_label"), value.period_label.as_ref(), report);
            optional(at, &format!("{rest}.note"), value.note.as_ref(), report);
        }
    }
    for (at, correction) in items("corrections", &snapshot.corrections) {
        text(at, ".reason", &correction.reason, report);
    }
}

fn optional(at: At, rest: &str, value: Option<&Text>, report: &mut Report) {
    if let Some(value) = value {
        text(at, rest, value, report);
    }
}

fn text(at: At, rest: &str, value: &Text, report: &mut Report) {
    if let Some((found, expected)) = fault(value) {
        report.error(at, rest, found, expected);
    } else if let Some(lang) = report.languages.iter().copied().find(|lang: &Lang| value.get(*lang).is_none()) {
        report.warning(at, rest, format!("“{}”", value.plain(Lang::En)), Expected::Translation(lang.code()));
    }
}

/// What makes a text unusable, if anything.
fn fault(text: &Text) -> Option<(&'static str, Expected)> {
    let nothing = text.versions().next().is_none() || text.versions().any(|(_, words)| words.trim().is_empty());
    nothing.then_some(("\"\"", Expected::SomeText))
}
