//! Sentences made from data, with the plural and case forms of each language.

use super::{Lang, pick};
use crate::query::Facet;
use crate::series::{Outcome, Unknown};
use crate::snapshot::{Expected, ProgressMethod, Severity};

impl Lang {
    /// "12 records", with the right form.
    pub fn records(self, count: usize) -> String {
        let forms: &[&str] = match self {
            Lang::Kk => &["жазба"],
            Lang::Ru => &["запись", "записи", "записей"],
            Lang::En => &["record", "records"],
        };
        format!("{}\u{a0}{}", self.number(count as f64, 0), pick(self, count as f64, forms))
    }

    /// "12 of 58 records"; the first number stands on its own.
    pub fn of_records(self, total: usize) -> String {
        match self {
            Lang::Kk => format!("/ {} жазба", self.number(total as f64, 0)),
            Lang::Ru => format!(
                "из {} {}",
                self.number(total as f64, 0),
                pick(self, total as f64, &["записи", "записей", "записей"])
            ),
            Lang::En => {
                format!("of {} {}", self.number(total as f64, 0), pick(self, total as f64, &["record", "records"]))
            }
        }
    }

    /// What a screen reader is told after a filter change.
    pub fn records_shown(self, count: usize, total: usize) -> String {
        match self {
            Lang::Kk => {
                format!("{} жазбаның {} көрсетілді", self.number(total as f64, 0), self.number(count as f64, 0))
            }
            Lang::Ru => format!("Показано {} {}", self.number(count as f64, 0), self.of_records(total)),
            Lang::En => format!("{} {} shown", self.number(count as f64, 0), self.of_records(total)),
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
        let label = if facet == Facet::Year { self.in_year(label) } else { format!("«{label}»") };
        match self {
            Lang::Kk => format!("Жарияланған жазбалардың ең көбі — {label}: {count}"),
            Lang::Ru => format!("Больше всего опубликованных записей — {label}: {count}"),
            Lang::En => format!("Most published records: {}, {count}", label.replace('«', "“").replace('»', "”")),
        }
    }

    fn in_year(self, year: &str) -> String {
        match self {
            Lang::Kk => format!("{year} жыл"),
            Lang::Ru => format!("{year} год"),
            Lang::En => year.to_owned(),
        }
    }

    pub fn counted_by(self, facet: Facet) -> String {
        let name = self.facet(facet).to_lowercase();
        match self {
            Lang::Kk => format!("Табылған жарияланған жазбалар, дана · бөлінісі: {name}"),
            Lang::Ru => format!("Найденные опубликованные записи, штук · разрез: {name}"),
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

    /// Where a direction stands among the others.
    pub fn direction_of(self, at: usize, of: usize) -> String {
        match self {
            Lang::Kk => format!("{of} бағыттың {at}-бағыты"),
            Lang::Ru => format!("направление {at} из {of}"),
            Lang::En => format!("direction {at} of {of}"),
        }
    }

    /// What is said of progress beneath an indicator, `shown` writing the numbers in its unit.
    pub fn outcome(self, outcome: &Outcome, shown: impl Fn(f64) -> String, decimals: u8) -> String {
        match *outcome {
            Outcome::Share { method, baseline, actual, target, share } => {
                let percent = self.percent(share * 100.0, 1);
                match method {
                    ProgressMethod::BaselineToTarget => {
                        let (b, a, t) = (shown(baseline), shown(actual), shown(target));
                        format!("({a} − {b}) ÷ ({t} − {b}) = {percent}")
                    }
                    _ => format!("{} ÷ {} = {percent}", shown(actual), shown(target)),
                }
            }
            Outcome::Change { from, to, change, ratio, unknown } => {
                let ratio = ratio.map(|r| format!(", ×{}", self.number(r, 1))).unwrap_or_default();
                let change =
                    if change.abs() >= 1e6 { self.signed_compact(change) } else { self.signed(change, decimals) };
                let from_to = match self {
                    Lang::Kk => format!("{} → {}", shown(from), shown(to)),
                    Lang::Ru => format!("с {} до {}", shown(from), shown(to)),
                    Lang::En => format!("from {} to {}", shown(from), shown(to)),
                };
                format!("{from_to}: {change}{ratio}; {}: {}", self.not_computable(), self.unknown(unknown))
            }
            Outcome::NotComputable(unknown) => format!("{}: {}", self.not_computable(), self.unknown(unknown)),
        }
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

    pub const fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Critical => self.severity_critical(),
            Severity::Error => self.severity_error(),
            Severity::Warning => self.severity_warning(),
        }
    }

    /// "found …, expected …" in the reader's language.
    pub fn problem(self, found: &str, expected: &Expected) -> String {
        let expected = self.expected(expected);
        match self {
            Lang::Kk => format!("табылғаны: {found}; күтілгені: {expected}"),
            Lang::Ru => format!("найдено: {found}; ожидалось: {expected}"),
            Lang::En => format!("found {found}, expected {expected}"),
        }
    }

    /// What should have stood in a place of the snapshot.
    pub fn expected(self, expected: &Expected) -> String {
        let fixed = |kk, ru, en| self.choose(kk, ru, en).to_owned();
        match expected {
            Expected::Json { line, column } => match self {
                Lang::Kk => format!("JSON мәтіні ({line}-жол, {column}-таңба)"),
                Lang::Ru => format!("текст JSON (строка {line}, знак {column})"),
                Lang::En => format!("JSON text (line {line}, column {column})"),
            },
            Expected::Format(format) => match self {
                Lang::Kk => format!("{format}-пішім"),
                Lang::Ru => format!("формат {format}"),
                Lang::En => format!("format {format}"),
            },
            Expected::Shape(term) => match self {
                Lang::Kk => format!("сызбаға сай мән ({term})"),
                Lang::Ru => format!("значение по схеме ({term})"),
                Lang::En => term.clone(),
            },
            Expected::Id => fixed(
                "id: кіші латын әріптері, сандар, сызықша",
                "id из строчных латинских букв, цифр и дефисов",
                "an id of lower-case letters, digits and hyphens",
            ),
            Expected::UniqueId => fixed(
                "тізімде қайталанбайтын id",
                "id, которого в списке ещё нет",
                "an id that no other item of the list has",
            ),
            Expected::Reference(list) => match self {
                Lang::Kk => format!("{list} тізіміндегі id"),
                Lang::Ru => format!("id из списка {list}"),
                Lang::En => format!("an id of {list}"),
            },
            Expected::SomeText => {
                fixed("кемінде бір тілдегі мәтін", "текст хотя бы на одном языке", "a text in at least one language")
            }
            Expected::Translation(code) => match self {
                Lang::Kk => format!("аудармасы ({code})"),
                Lang::Ru => format!("перевод ({code})"),
                Lang::En => format!("a translation ({code})"),
            },
            Expected::VisibleText => {
                fixed("көрінбейтін таңбасыз мәтін", "текст без невидимых знаков", "text without invisible characters")
            }
            Expected::ValueOrReason => fixed(
                "сан не оның жоқтығының себебі",
                "число или причина его отсутствия",
                "either a value or a reason in `missing`",
            ),
            Expected::OneScope(scope) => match self {
                Lang::Kk => format!("{scope}, көрсеткіштің басқа мәндеріндегідей"),
                Lang::Ru => format!("{scope}, как у других значений показателя"),
                Lang::En => format!("{scope}, as the indicator's other values"),
            },
            Expected::Evidence => fixed("кемінде бір дереккөз", "хотя бы один источник", "at least one source"),
            Expected::Derivation(value) => match self {
                Lang::Kk => format!("{value}, қосындысы осылай шығады"),
                Lang::Ru => format!("{value}, как следует из действия"),
                Lang::En => format!("{value}, which the derivation gives"),
            },
            Expected::Link => fixed(
                "https, http не mailto сілтемесі",
                "ссылка https, http или mailto",
                "an https, http or mailto address",
            ),
            Expected::Currency => {
                fixed("ISO 4217 валюта коды", "код валюты по ISO 4217", "a currency code of ISO 4217")
            }
            Expected::Magnitude => fixed("10¹⁵-тен кіші сан", "число меньше 10¹⁵", "a number below 10¹⁵"),
            Expected::Length(most) => match self {
                Lang::Kk => format!("ең көбі {most} таңба"),
                Lang::Ru => format!("не больше {most} знаков"),
                Lang::En => format!("at most {most} characters"),
            },
            Expected::ProjectIndicator => fixed(
                "project тиесілігіндегі көрсеткіш",
                "показатель с принадлежностью project",
                "an indicator of scope project",
            ),
            Expected::Target => fixed(
                "нысаналы мән: әдіс соған бөледі",
                "целевое значение, на которое делит способ",
                "a target, which the declared method divides by",
            ),
            Expected::FewerProblems(most) => match self {
                Lang::Kk => format!("ең көбі {most} кемшілік; қалғаны көрсетілмейді"),
                Lang::Ru => format!("не больше {most} замечаний; остальные не показаны"),
                Lang::En => format!("at most {most} problems; the rest is not listed"),
            },
        }
    }
}
