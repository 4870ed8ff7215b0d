//! What is said of an indicator's progress: the sum, or what is missing for it.

use super::Lang;
use crate::series::{Outcome, Sentence, Unit, Unknown};
use crate::snapshot::ProgressMethod;

impl Lang {
    /// What is said of progress beneath an indicator, `shown` writing the numbers in its unit.
    /// What the snapshot states is a number of its own in the sentence; what follows from it is words.
    pub fn outcome(self, outcome: &Outcome, shown: impl Fn(f64) -> String, unit: &Unit) -> Sentence {
        let n = |value: f64| Sentence::number(value, shown(value));
        match *outcome {
            Outcome::Share { method, baseline, actual, target, share } => {
                let result = self.percent_apart(share * 100.0, 1).into();
                match method {
                    ProgressMethod::ShareOfTarget => {
                        Sentence::filled("{} ÷ {} = {}", vec![n(actual), n(target), result])
                    }
                    _ => Sentence::filled(
                        "({} − {}) ÷ ({} − {}) = {}",
                        vec![n(actual), n(baseline), n(target), n(baseline), result],
                    ),
                }
            }
            Outcome::Change { from, to, change, ratio, bound, unknown } => {
                // A ratio that rounds to one or nothing says nothing that the change has not said.
                let ratio = ratio.filter(|_| bound.is_none()).map(|ratio| self.number(ratio, 1));
                let ratio = ratio.filter(|ratio| !["0", "1"].contains(&ratio.as_str()));
                let ratio = ratio.map(|ratio| format!(", ×{ratio}")).unwrap_or_default();
                let change = self.bounded(bound, &self.change(change, unit));
                let why = match unknown {
                    Unknown::Whose => String::new(),
                    unknown => format!("; {}: {}", self.not_computable(), self.unknown(unknown)),
                };
                let rest = format!("{change}{ratio}{why}");
                let (before, after) = self.bound(bound, &shown(to));
                let template = self.choose("{} → {}{}{}: {}", "с {} до {}{}{}: {}", "from {} to {}{}{}: {}");
                Sentence::filled(template, vec![n(from), before.into(), n(to), after.into(), rest.into()])
            }
            Outcome::NotComputable(Unknown::Whose) => Sentence::default(),
            Outcome::NotComputable(unknown) => format!("{}: {}", self.not_computable(), self.unknown(unknown)).into(),
        }
    }

    /// A difference with its sign; of percentages it is counted in points.
    pub fn change(self, change: f64, unit: &Unit) -> String {
        let signed = if change.abs() >= 1e6 { self.signed_compact(change) } else { self.signed(change, unit.decimals) };
        format!("{signed}{}", if unit.percent { self.points() } else { "" })
    }

    /// What a difference of percentages is counted in.
    const fn points(self) -> &'static str {
        self.choose("\u{a0}п.т.", "\u{a0}п.п.", "\u{a0}pp")
    }

    fn signed_compact(self, value: f64) -> String {
        let sign = if value > 0.0 { "+" } else { "" };
        format!("{sign}{}", self.compact(value))
    }

    fn unknown(self, unknown: Unknown) -> &'static str {
        match unknown {
            Unknown::Method => {
                self.choose("есептеу әдісі жарияланбаған", "способ расчёта не объявлен", "no method was declared")
            }
            Unknown::Baseline => {
                self.choose("бастапқы мән жарияланбаған", "исходное значение не опубликовано", "no baseline published")
            }
            Unknown::Actual => {
                self.choose("нақты мән жарияланбаған", "фактическое значение не опубликовано", "no actual published")
            }
            Unknown::Target => {
                self.choose("нысаналы мән жарияланбаған", "целевое значение не опубликовано", "no target published")
            }
            Unknown::Share => self.choose(
                "жарияланған әдіс тек өзгерісті береді",
                "объявленный способ даёт только изменение",
                "the declared method gives the change only",
            ),
            Unknown::Zero => self.choose("нысаналы мән — нөл", "целевое значение — ноль", "the target is zero"),
            Unknown::Distance => self.choose(
                "нысаналы мән бастапқы мәнге тең",
                "целевое значение равно исходному",
                "the target equals the baseline",
            ),
            Unknown::Whose => "",
            Unknown::Bound => {
                self.choose("мәннің шегі ғана белгілі", "известна только граница значения", "only a bound is known")
            }
            Unknown::Periods => {
                self.choose("кезеңдері бірдей емес", "периоды неодинаковы", "the periods are not alike")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(outcome: &Outcome, expected: [&str; 3]) {
        let shown = |lang: Lang| {
            lang.outcome(outcome, |v| lang.number(v, 0), &Unit::default()).to_string().replace('\u{a0}', " ")
        };
        assert_eq!(Lang::ALL.map(shown), expected);
    }

    #[test]
    fn the_sum_is_on_the_page() {
        let method = ProgressMethod::BaselineToTarget;
        let share = Outcome::Share { method, baseline: 120.0, actual: 176.0, target: 200.0, share: 0.7 };
        let sum = "(176 − 120) ÷ (200 − 120) = 70";
        check(&share, [&format!("{sum}%"), &format!("{sum} %"), &format!("{sum}%")]);
    }

    #[test]
    fn what_is_missing_is_said() {
        let unknown = Unknown::Target;
        check(
            &Outcome::Change { from: 5.0, to: 12.0, change: 7.0, ratio: Some(2.4), bound: None, unknown },
            [
                "5 → 12: +7, ×2,4; орындалу үлесі есептелмейді: нысаналы мән жарияланбаған",
                "с 5 до 12: +7, ×2,4; доля выполнения не вычисляется: целевое значение не опубликовано",
                "from 5 to 12: +7, ×2.4; progress not computable: no target published",
            ],
        );
    }
}
