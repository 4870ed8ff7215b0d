use crate::{file, print, tell};
use bagyt::query::{Columns, Facet, Filters, Selection};
use bagyt::snapshot::read;
use std::ffi::OsStr;
use std::process::ExitCode;

/// Prints what a page of all records shows for these choices: how many records, and how many each
/// value of each facet would give; a line each, in columns parted by tabs.
pub fn run(name: &OsStr, query: &str) -> ExitCode {
    let bytes = match file::read(name) {
        Ok(bytes) => bytes,
        Err(exit) => return exit,
    };
    let (Some(snapshot), _) = read(&bytes) else {
        tell(&format!("{}: refused; `bagyt check` says why", name.display()));
        return ExitCode::FAILURE;
    };
    let columns = Columns::of(&snapshot);
    let (filters, unknown) = Filters::from_query(query);
    let selection = Selection::of(&filters, &columns);
    let values = selection.unknown.iter().map(|(facet, key)| format!("{}={key}", facet.key()));
    let ignored: Vec<String> = unknown.into_iter().chain(values).collect();
    if !ignored.is_empty() {
        tell(&format!("ignored: {}", ignored.join(", ")));
    }
    let hits = selection.run(&columns);
    let shown = format!("shown\t\t{}\n", hits.count());
    // Of what only the snapshot's lists name, directions and scopes alone have a line.
    let all = Selection::of(&Filters::everything(&[]), &columns).run(&columns);
    let counts = Facet::ALL.into_iter().flat_map(|facet| {
        let is_listed = matches!(facet, Facet::Direction | Facet::Scope);
        let keys = columns.keys(facet).iter().zip(all.counts(facet)).zip(hits.counts(facet));
        let mut counts: Vec<_> =
            keys.filter(|((_, all), _)| is_listed || **all > 0).map(|((key, _), count)| (key, count)).collect();
        counts.sort();
        counts.into_iter().map(move |(key, count)| format!("{}\t{key}\t{count}\n", facet.key()))
    });
    print([shown].into_iter().chain(counts))
}
