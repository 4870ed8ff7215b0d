//! Records: what they refer to, their money, their links.

use super::indicators::{currency_code, is_shown, magnitude};
use super::references::Known;
use super::{At, Report, items};
use crate::snapshot::{Expected, Link, Record, Snapshot, currency};
use std::fmt::Arguments;

/// Checks what else has money or links.
#[inline(never)]
pub(super) fn others(snapshot: &Snapshot, report: &mut Report) {
    for (at, source) in items("sources", &snapshot.sources) {
        if let Some(url) = source.url.as_ref().filter(|url| !is_link(url)) {
            report.error(at, format_args!(".url"), format!("“{url}”"), Expected::Link);
        }
    }
    let budget = &snapshot.project.budget;
    if !is_shown(budget.amount) {
        report.critical("project.budget.amount", budget.amount.to_string(), Expected::Magnitude);
    } else if budget.amount < 0.0 {
        report.doubt("project.budget.amount", budget.amount.to_string(), Expected::NotNegative);
    }
    let code = &budget.currency;
    if !currency::is_code(code) {
        report.critical("project.budget.currency", format!("“{code}”"), Expected::Currency);
    } else if !currency::is_known(code) {
        report.doubt("project.budget.currency", format!("“{code}”"), Expected::Currency);
    }
    for (i, link) in snapshot.project.links.iter().enumerate().filter(|(_, link)| !is_link(&link.url)) {
        report.critical(&format!("project.links[{i}].url"), format!("“{}”", link.url), Expected::Link);
    }
    if let Some(contact) = snapshot.snapshot.contact.as_ref().filter(|url| !is_link(url)) {
        report.critical("snapshot.contact", format!("“{contact}”"), Expected::Link);
    }
}

/// Checks a record.
#[inline(never)]
pub(super) fn record(at: At, record: &Record, known: &Known, report: &mut Report) {
    for (i, id) in record.directions.iter().enumerate() {
        known.direction(at, format_args!(".directions[{i}]"), id, report);
    }
    for (i, id) in record.areas.iter().enumerate() {
        known.area(at, format_args!(".areas[{i}]"), id, report);
    }
    for (i, part) in record.organisations.iter().enumerate() {
        known.organisation(at, format_args!(".organisations[{i}].organisation"), &part.organisation, report);
    }
    for (i, money) in record.money.iter().enumerate() {
        amount(at, format_args!(".money[{i}].amount"), money.amount, report);
        currency_code(at, format_args!(".money[{i}].currency"), &money.currency, report);
        known.evidence(at, format_args!(".money[{i}]"), &money.evidence, report);
    }
    if let Some(people) = &record.people {
        amount(at, format_args!(".people.value"), people.value, report);
    }
    for (i, Link { url, .. }) in record.links.iter().enumerate().filter(|(_, link)| !is_link(&link.url)) {
        report.error(at, format_args!(".links[{i}].url"), format!("“{url}”"), Expected::Link);
    }
    known.evidence(at, format_args!(""), &record.evidence, report);
    if record.evidence.is_empty() {
        report.warning(at, format_args!(".evidence"), "[]", Expected::Evidence);
    }
}

/// Refuses the item where this is too large to be shown, and doubts what is below zero.
fn amount(at: At, rest: Arguments, number: f64, report: &mut Report) {
    if number < 0.0 && is_shown(number) {
        report.warning(at, rest, number.to_string(), Expected::NotNegative);
    } else {
        magnitude(at, rest, number, report);
    }
}

/// Only these schemes ever become an `href`; `javascript:` and friends do not.
fn is_link(url: &str) -> bool {
    let plain = !url.chars().any(|c| c.is_whitespace() || c.is_control());
    plain && ["https://", "http://", "mailto:"].iter().any(|scheme| url.len() > scheme.len() && url.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::is_link;

    #[test]
    fn schemes() {
        for good in ["https://a.kz/", "http://a.kz", "mailto:a@b.kz"] {
            assert!(is_link(good), "{good}");
        }
        for bad in ["javascript:alert(1)", "data:text/html,x", "//a.kz", "https://", " https://a.kz", "ftp://a.kz"] {
            assert!(!is_link(bad), "{bad}");
        }
    }
}
