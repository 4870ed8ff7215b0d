use super::{Expected, Problem, Severity};

/// How many problems are kept; a hostile file must not fill the memory with messages.
const MOST: usize = 1_000;

/// What is wrong with a snapshot: all of it is counted, the gravest is kept.
#[derive(Default)]
pub(super) struct Problems {
    critical: Vec<Problem>,
    errors: Vec<Problem>,
    warnings: Vec<Problem>,
    total: usize,
}

impl Problems {
    /// Adds a problem; beyond the limit of its severity it is only counted.
    pub fn push(&mut self, problem: Problem) {
        self.total += 1;
        let list = match problem.severity {
            Severity::Critical => &mut self.critical,
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        if list.len() < MOST {
            list.push(problem);
        }
    }

    /// Whether the snapshot is refused.
    pub fn refuse(&self) -> bool {
        !self.critical.is_empty()
    }

    /// The gravest first, then in the order in which they were found; where there are more than
    /// are kept, how many.
    pub fn listed(self) -> Vec<Problem> {
        let mut all = self.critical;
        all.extend(self.errors.into_iter().chain(self.warnings));
        all.truncate(MOST);
        if self.total > MOST {
            all.push(Problem::new(Severity::Warning, "", self.total.to_string(), Expected::FewerProblems(MOST)));
        }
        all
    }
}
