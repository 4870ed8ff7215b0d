use crate::snapshot::{Scope, Snapshot};

/// What is known of a direction: how many of its project indicators have each part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    pub indicators: usize,
    pub baselines: usize,
    pub actuals: usize,
    pub targets: usize,
    /// Values of these indicators, and how many of them point to a source.
    pub values: usize,
    pub with_evidence: usize,
    /// Records of scope project, and how many have all their texts in every language.
    pub records: usize,
    pub translated: usize,
}

/// Coverage of one direction, or of what belongs to the project as a whole.
pub fn coverage(snapshot: &Snapshot, direction: Option<&str>) -> Coverage {
    let mut coverage = Coverage::default();
    let own = snapshot.indicators.iter().filter(|i| i.direction.as_deref() == direction && i.scope() == Scope::Project);
    for indicator in own {
        coverage.indicators += 1;
        coverage.baselines += usize::from(indicator.baseline.as_ref().is_some_and(|v| v.value.is_some()));
        coverage.actuals += usize::from(indicator.latest().is_some());
        coverage.targets += usize::from(indicator.targets.iter().any(|v| v.value.is_some()));
        coverage.values += indicator.values().count();
        coverage.with_evidence +=
            indicator.values().filter(|v| !indicator.evidence_of(v).is_empty() || v.derived.is_some()).count();
    }
    for record in snapshot.records.iter().filter(|record| record.scope == Scope::Project) {
        let here = match direction {
            Some(id) => record.directions.iter().any(|d| d == id),
            None => record.directions.is_empty(),
        };
        if here {
            coverage.records += 1;
            coverage.translated +=
                usize::from(record.title.is_complete() && record.summary.as_ref().is_none_or(|s| s.is_complete()));
        }
    }
    coverage
}
