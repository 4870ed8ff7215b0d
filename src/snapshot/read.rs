use super::items::shape;
use super::place::path_at;
use super::{Expected, Problem, Severity, Snapshot, check};

/// The format that this program reads.
pub const FORMAT: u32 = 1;

/// How many problems are kept; a hostile file must not fill the memory with messages.
const MAX_PROBLEMS: usize = 1_000;

/// Reads and checks a snapshot: what is usable of it, and all that is wrong with it.
///
/// There is no snapshot when a problem is critical. Items with an error are left out.
/// The problems come gravest first, then in the order of the file.
pub fn read(text: &str) -> (Option<Snapshot>, Vec<Problem>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(problem) = other_format(text) {
        return (None, vec![problem]);
    }
    let mut snapshot: Snapshot = match serde_json::from_str(text) {
        Ok(snapshot) => snapshot,
        Err(error) => return (None, vec![fault(&error, text)]),
    };
    let mut problems = Vec::new();
    take_item_problems(&mut snapshot, &mut problems);
    check::check(&mut snapshot, &mut problems);
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    let total = problems.len();
    if total > MAX_PROBLEMS {
        problems.truncate(MAX_PROBLEMS);
        problems.push(Problem::new(Severity::Warning, "", total.to_string(), Expected::FewerProblems(MAX_PROBLEMS)));
    }
    let refused = problems.iter().any(|problem| problem.severity == Severity::Critical);
    (if refused { None } else { Some(snapshot) }, problems)
}

/// Looks at the format number alone first: a newer file would fail on its news, not on its number.
fn other_format(text: &str) -> Option<Problem> {
    #[derive(serde::Deserialize)]
    struct Head {
        format: serde_json::Value,
    }
    let head: Head = serde_json::from_str(text).ok()?;
    (head.format != FORMAT)
        .then(|| Problem::new(Severity::Critical, "format", head.format.to_string(), Expected::Format(FORMAT)))
}

/// A fault that refuses the whole text: not JSON, cut off, or a broken head.
fn fault(error: &serde_json::Error, text: &str) -> Problem {
    let path = path_at(text, error.line(), error.column());
    if error.is_data() {
        return shape(Severity::Critical, path, error);
    }
    let (line, column) = (error.line(), error.column());
    let found = if error.is_eof() {
        "the end of the text".to_owned()
    } else {
        let start = column.saturating_sub(1);
        let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        let near: String = line.get(start..).unwrap_or(line).chars().take(24).collect();
        format!("“{near}”")
    };
    Problem::new(Severity::Critical, path, found, Expected::Json { line, column })
}

fn take_item_problems(snapshot: &mut Snapshot, all: &mut Vec<Problem>) {
    snapshot.areas.take_problems("areas", all);
    snapshot.directions.take_problems("directions", all);
    snapshot.organisations.take_problems("organisations", all);
    snapshot.sources.take_problems("sources", all);
    snapshot.indicators.take_problems("indicators", all);
    snapshot.records.take_problems("records", all);
    snapshot.corrections.take_problems("corrections", all);
}
