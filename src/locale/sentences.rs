//! Sentences made from data, with the plural and case forms of each language.

use super::letters::lower;
use super::{Lang, agree};
use crate::query::Facet;
use crate::series::{Outcome, Piece, Unit, Unknown};
use crate::snapshot::ProgressMethod;

impl Lang {
    /// The page shows a copy from an earlier visit; `date` is its snapshot's.
    pub fn kept_copy(self, date: &str) -> String {
        match self {
            Lang::Kk => format!("Осы құрылғыда сақталған көшірме көрсетілді. Деректер нұсқасының күні: {date}."),
            Lang::Ru => format!("Показана копия, сохранённая на этом устройстве. Дата среза данных: {date}."),
            Lang::En => format!("Shown from the copy kept on this device. Date of the snapshot: {date}."),
        }
    }

    /// The same because the new file was refused.
    pub fn kept_for_refused(self, date: &str) -> String {
        let why = match self {
            Lang::Kk => "Жаңа деректер файлында қате бар, сондықтан ол қабылданбады.",
            Lang::Ru => "В новом файле с данными ошибка, поэтому он не принят.",
            Lang::En => "The new data file has a fault and was refused.",
        };
        format!("{why} {}", self.kept_copy(date))
    }

    /// "12 records", with the right form.
    pub fn records(self, count: usize) -> String {
        let word = agree(self, count as f64, self.records_forms(), false);
        format!("{}\u{a0}{word}", self.number(count as f64, 0))
    }

    /// "12 of 58 records"; the first number stands on its own.
    pub fn of_records(self, total: usize) -> String {
        let word = agree(self, total as f64, self.records_forms(), true);
        format!("{} {} {word}", self.choose("/", "из", "of"), self.number(total as f64, 0))
    }

    /// What a screen reader is told after a filter change.
    pub fn records_shown(self, count: usize, total: usize) -> String {
        match self {
            Lang::Kk => {
                format!("Көрсетілгені: {}, барлығы: {}", self.number(count as f64, 0), self.records(total))
            }
            Lang::Ru => format!("Показано {} {}", self.number(count as f64, 0), self.of_records(total)),
            Lang::En => format!("{} {} shown", self.number(count as f64, 0), self.of_records(total)),
        }
    }

    /// The way to records that are not the project's own.
    pub fn other_records(self, total: usize) -> String {
        match self {
            Lang::Kk => format!("Өңірдегі жағдай туралы: {}", self.records(total)),
            Lang::Ru => format!("О положении в регионе: {}", self.records(total)),
            Lang::En => format!("On the region meanwhile: {}", self.records(total)),
        }
    }

    pub fn went_from_to(self, what: &str, from: &str, to: &str) -> String {
        match self {
            Lang::Kk => format!("{what}: {from} → {to}"),
            Lang::Ru => format!("{what}: было {from}, стало {to}"),
            Lang::En => format!("{what}: from {from} to {to}"),
        }
    }

    pub fn went_between(self, what: &str, first: (&str, &str), last: (&str, &str)) -> String {
        match self {
            Lang::Kk | Lang::Ru => format!("{what}: {} ({}) → {} ({})", first.0, first.1, last.0, last.1),
            Lang::En => format!("{what}: {} ({}) to {} ({})", first.0, first.1, last.0, last.1),
        }
    }

    pub fn most_records(self, facet: Facet, label: &str, count: f64) -> String {
        let count = self.records(count as usize);
        let label = if facet == Facet::Year { label.to_owned() } else { self.quoted(label) };
        match self {
            Lang::Kk => format!("Жазба ең көп: {label}, {count}"),
            Lang::Ru => format!("Больше всего записей: {label}, {count}"),
            Lang::En => format!("Most records: {label}, {count}"),
        }
    }

    /// The same where more records say nothing than any value has.
    pub fn most_of_stated(self, facet: Facet, label: &str, count: f64) -> String {
        let count = self.records(count as usize);
        let label = if facet == Facet::Year { label.to_owned() } else { self.quoted(label) };
        match self {
            Lang::Kk => format!("Бұл көрсетілген жазбалардың ішінде ең көбі: {label}, {count}"),
            Lang::Ru => format!("Там, где это указано, больше всего записей: {label}, {count}"),
            Lang::En => format!("Where it is stated, most records: {label}, {count}"),
        }
    }

    /// Several values that share the first place.
    pub fn as_many_records(self, facet: Facet, labels: &[&str], count: f64) -> String {
        let name = |label: &&str| if facet == Facet::Year { (*label).to_owned() } else { self.quoted(label) };
        let labels = labels.iter().map(name).collect::<Vec<_>>().join(", ");
        match self {
            Lang::Kk => format!("Жазба ең көп: {labels}, әрқайсысында {}", self.records(count as usize)),
            Lang::Ru => format!("Больше всего записей: {labels}, по {}", self.number(count, 0)),
            Lang::En => format!("Most records: {labels}, {} each", self.number(count, 0)),
        }
    }

    /// In the quotation marks of the language.
    pub fn quoted(self, name: &str) -> String {
        match self {
            Lang::Kk | Lang::Ru if name.contains('«') => name.to_owned(),
            Lang::Kk | Lang::Ru => format!("«{name}»"),
            Lang::En => format!("“{name}”"),
        }
    }

    pub fn counted_by(self, facet: Facet) -> String {
        let name = self.facet(facet).chars().map(lower).collect::<String>();
        match self {
            Lang::Kk => format!("Жарияланымдардан табылған жазбалар саны · бөлінісі: {name}"),
            Lang::Ru => format!("Число записей, найденных в публикациях · разрез: {name}"),
            Lang::En => format!("Records found published, by {name}"),
        }
    }

    pub fn largest_amount(self, what: &str, amount: &str) -> String {
        match self {
            Lang::Kk => format!("Ең үлкен сома: {what} — {amount}"),
            Lang::Ru => format!("Самая большая сумма: {what} — {amount}"),
            Lang::En => format!("The largest amount: {what}, {amount}"),
        }
    }

    pub fn amounts_in(self, currency: &str) -> String {
        match self {
            Lang::Kk => format!("Жазбалардағы сомалар, {currency}; қосылмайды"),
            Lang::Ru => format!("Суммы в записях, {currency}; не складываются"),
            Lang::En => format!("Amounts in the records, {currency}; not added up"),
        }
    }

    pub fn timeline_from_to(self, count: usize, first: &str, last: &str) -> String {
        let count = self.records(count);
        match self {
            Lang::Kk => format!("Күні белгілі {count}: {first} – {last}"),
            Lang::Ru => format!("Датировано: {count}, от «{first}» до «{last}»"),
            Lang::En => format!("{count} with a date, from {first} to {last}"),
        }
    }

    /// Where a direction stands among the others, with no line broken within the numbers.
    pub fn direction_of(self, at: usize, of: usize) -> String {
        match self {
            Lang::Kk => format!("{of}\u{a0}бағыттың {at}-бағыты"),
            Lang::Ru => format!("направление {at}\u{a0}из\u{a0}{of}"),
            Lang::En => format!("direction {at}\u{a0}of\u{a0}{of}"),
        }
    }

    /// What is said of progress beneath an indicator, `shown` writing the numbers in its unit.
    /// What the snapshot states is a number of its own in the sentence; what follows from it is words.
    pub fn outcome(self, outcome: &Outcome, shown: impl Fn(f64) -> String, unit: &Unit) -> Vec<Piece> {
        let n = |value: f64| Piece::Number { value, shown: shown(value) };
        let w = |words: &str| Piece::Words(words.to_owned());
        match *outcome {
            Outcome::Share { method, baseline, actual, target, share } => {
                let result = Piece::Words(format!(" = {}", self.percent(share * 100.0, 1)));
                if method == ProgressMethod::ShareOfTarget {
                    return vec![n(actual), w(" ÷ "), n(target), result];
                }
                let from_baseline = |value| [w("("), n(value), w(" − "), n(baseline), w(")")];
                let (top, bottom) = (from_baseline(actual), from_baseline(target));
                top.into_iter().chain([w(" ÷ ")]).chain(bottom).chain([result]).collect()
            }
            Outcome::Change { from, to, change, ratio, bound, unknown } => {
                // A ratio that rounds to one says nothing that the change has not said.
                let ratio = ratio.filter(|r| (r - 1.0).abs() >= 0.05 && bound.is_none());
                let ratio = ratio.map(|r| format!(", ×{}", self.number(r, 1))).unwrap_or_default();
                let change = self.bounded(bound, &self.change(change, unit));
                let (before, between) = (self.choose("", "с ", "from "), self.choose(" → ", " до ", " to "));
                let rest = format!(": {change}{ratio}; {}: {}", self.not_computable(), self.unknown(unknown));
                let (pre, post) = self.bound(bound, &shown(to));
                let to = [w(pre), n(to), Piece::Words(post)];
                [w(before), n(from), w(between)].into_iter().chain(to).chain([Piece::Words(rest)]).collect()
            }
            Outcome::NotComputable(unknown) => {
                vec![Piece::Words(format!("{}: {}", self.not_computable(), self.unknown(unknown)))]
            }
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
            Unknown::Distance => self.choose(
                "нысаналы мән бастапқы мәнге тең",
                "целевое значение равно исходному",
                "the target equals the baseline",
            ),
            Unknown::Bound => {
                self.choose("мәннің шегі ғана белгілі", "известна только граница значения", "only a bound is known")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::plain;

    fn check(outcome: &Outcome, expected: [&str; 3]) {
        let shown =
            |lang: Lang| plain(&lang.outcome(outcome, |v| lang.number(v, 0), &Unit::default())).replace('\u{a0}', " ");
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

    #[test]
    fn counted_nouns() {
        assert_eq!(Lang::Ru.records(22).replace('\u{a0}', " "), "22 записи");
        assert_eq!(Lang::Ru.of_records(21), "из 21 записи");
        assert_eq!(Lang::Ru.of_records(58), "из 58 записей");
        assert_eq!(Lang::En.records(1).replace('\u{a0}', " "), "1 record");
        assert_eq!(Lang::Kk.records(3).replace('\u{a0}', " "), "3 жазба");
    }
}
