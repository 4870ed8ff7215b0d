//! What the command `bagyt check` says of a file.

use super::{Lang, agree};
use crate::snapshot::Severity;

impl Lang {
    /// How grave a problem is, in a word: the beginning of a line; what is left out is counted below all lines.
    pub const fn severity_name(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Critical => self.choose("ауыр қате", "критическая ошибка", "critical"),
            Severity::Error => self.choose("қате", "ошибка", "error"),
            Severity::Warning => self.choose("ескерту", "предупреждение", "warning"),
        }
    }

    /// The whole file, in the place of a path.
    pub const fn file(self) -> &'static str {
        self.choose("(файл)", "(файл)", "(file)")
    }

    /// The number of a line, from 1.
    pub fn line(self, line: usize) -> String {
        match self {
            Lang::Kk => format!("{line}-жол"),
            Lang::Ru => format!("строка {line}"),
            Lang::En => format!("line {line}"),
        }
    }

    /// How many problems and warnings there are.
    pub fn problems_and_warnings(self, problems: usize, warnings: usize) -> String {
        let [problem, warning] = match self {
            Lang::Kk => ["қате", "ескерту"],
            Lang::Ru => ["ошибка|ошибки|ошибок", "предупреждение|предупреждения|предупреждений"],
            Lang::En => ["problem|problems", "warning|warnings"],
        };
        let counted = |count: usize, forms| format!("{count} {}", agree(self, count as f64, forms, false));
        format!("{}, {}", counted(problems, problem), counted(warnings, warning))
    }

    /// What becomes of a snapshot with a critical problem.
    pub const fn is_refused(self) -> &'static str {
        self.choose("файл түгелдей қабылданбады", "файл отклонён целиком", "the whole file is refused")
    }

    /// How many items are left out for errors in them.
    pub fn left_out(self, items: usize) -> String {
        match self {
            Lang::Kk => format!("көрсетілмейтін элемент саны: {items}"),
            Lang::Ru => format!("не будет показано элементов: {items}"),
            Lang::En => format!("{items} {} left out", agree(self, items as f64, "item is|items are", false)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(counts: [usize; 2], expected: [&str; 3]) {
        let told = Lang::ALL.map(|lang| lang.problems_and_warnings(counts[0], counts[1]));
        assert_eq!(told, expected);
    }

    #[test]
    fn words_agree_with_their_numbers() {
        check([1, 0], ["1 қате, 0 ескерту", "1 ошибка, 0 предупреждений", "1 problem, 0 warnings"]);
        check([22, 1], ["22 қате, 1 ескерту", "22 ошибки, 1 предупреждение", "22 problems, 1 warning"]);
        assert_eq!([1, 2].map(|items| Lang::En.left_out(items)), ["1 item is left out", "2 items are left out"]);
    }
}
