//! Texts: at least one language; gaps in translation are told.

use super::indicators::placed;
use super::{At, Report, items};
use crate::snapshot::{Expected, Record, Snapshot, Text};
use std::fmt::Arguments;

use crate::locale::{Lang, forms};

/// Notes the languages that texts should be in.
#[inline(never)]
pub(super) fn languages(snapshot: &Snapshot, report: &mut Report) {
    report.languages = snapshot.snapshot.languages.iter().map(|language| language.code).collect();
}

/// Checks the texts of a record.
#[inline(never)]
pub(super) fn record(at: At, record: &Record, report: &mut Report) {
    text(at, format_args!(".title"), &record.title, report);
    optional(at, format_args!(".summary"), record.summary.as_ref(), report);
    optional(at, format_args!(".note"), record.note.as_ref(), report);
    for (i, money) in record.money.iter().enumerate() {
        optional(at, format_args!(".money[{i}].note"), money.note.as_ref(), report);
    }
    for (i, link) in record.links.iter().enumerate() {
        // What is linked to has its own title in its own language.
        if let Some(title) = &link.title {
            is_usable(at, format_args!(".links[{i}].title"), title, report);
        }
    }
}

/// Checks all other texts.
#[inline(never)]
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
    for (i, (inner, expected)) in links {
        report.critical(&format!("project.links[{i}].title{inner}"), BLANK, expected);
    }
    for (path, text) in head {
        let Some(text) = text else { continue };
        if let Some((inner, expected)) = fault(text) {
            report.critical(&format!("{path}{inner}"), BLANK, expected);
        } else if let Some((found, expected)) = gap(text, report) {
            report.doubt(path, found, expected);
        }
    }
    for (at, area) in items("areas", &snapshot.areas) {
        text(at, format_args!(".name"), &area.name, report);
    }
    for (at, direction) in items("directions", &snapshot.directions) {
        text(at, format_args!(".title"), &direction.title, report);
        text(at, format_args!(".short"), &direction.short, report);
        text(at, format_args!(".summary"), &direction.summary, report);
        optional(at, format_args!(".finding"), direction.finding.as_ref(), report);
    }
    for (at, organisation) in items("organisations", &snapshot.organisations) {
        text(at, format_args!(".name"), &organisation.name, report);
        optional(at, format_args!(".short"), organisation.short.as_ref(), report);
    }
    for (at, source) in items("sources", &snapshot.sources) {
        // A source's own headline stays in its own language.
        is_usable(at, format_args!(".title"), &source.title, report);
        text(at, format_args!(".publisher"), &source.publisher, report);
    }
    for (at, indicator) in items("indicators", &snapshot.indicators) {
        text(at, format_args!(".title"), &indicator.title, report);
        text(at, format_args!(".unit"), &indicator.unit, report);
        for (lang, written) in indicator.unit_forms.iter().flat_map(Text::versions) {
            if written.split('|').filter(|form| !form.trim().is_empty()).count() != forms(lang) {
                let found = format!("“{written}”");
                report.warning(at, format_args!(".unit_forms.{}", lang.code()), found, Expected::Forms(forms(lang)));
            }
        }
        optional(at, format_args!(".note"), indicator.note.as_ref(), report);
        for (i, part) in indicator.parts.iter().enumerate() {
            text(at, format_args!(".parts[{i}].title"), &part.title, report);
        }
        for (rest, value) in placed(indicator) {
            optional(at, format_args!("{rest}.period_label"), value.period_label.as_ref(), report);
            optional(at, format_args!("{rest}.note"), value.note.as_ref(), report);
        }
    }
    for (at, correction) in items("corrections", &snapshot.corrections) {
        text(at, format_args!(".reason"), &correction.reason, report);
    }
}

fn optional(at: At, rest: Arguments, value: Option<&Text>, report: &mut Report) {
    if let Some(value) = value {
        text(at, rest, value, report);
    }
}

fn text(at: At, rest: Arguments, value: &Text, report: &mut Report) {
    if let (true, Some((found, expected))) = (is_usable(at, rest, value, report), gap(value, report)) {
        report.warning(at, rest, found, expected);
    }
}

/// Whether a text can be shown; tells why, where it cannot.
fn is_usable(at: At, rest: Arguments, value: &Text, report: &mut Report) -> bool {
    let Some((inner, expected)) = fault(value) else { return true };
    report.error(at, format_args!("{rest}{inner}"), BLANK, expected);
    false
}

/// A text without words, as a fault quotes it.
const BLANK: &str = "\"\"";

/// The snapshot's languages that a text is not in, if any.
fn gap(text: &Text, report: &Report) -> Option<(String, Expected)> {
    let missing: Vec<&str> =
        report.languages.iter().filter(|lang| text.get(**lang).is_none()).map(|lang| lang.code()).collect();
    let found = || format!("“{}”", text.plain(Lang::En));
    (!missing.is_empty()).then(|| (found(), Expected::Translation(missing.join(", "))))
}

/// What makes a text unusable, if anything: where in it, and what should be there.
fn fault(text: &Text) -> Option<(String, Expected)> {
    if text.versions().next().is_none() {
        return Some((String::new(), Expected::SomeText));
    }
    let blank = text.versions().find(|(_, words)| words.trim().is_empty());
    blank.map(|(lang, _)| (format!(".{}", lang.code()), Expected::Words))
}
