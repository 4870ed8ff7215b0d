//! What is said of faults in a snapshot: found this, expected that.

use super::{Lang, agree};
use crate::snapshot::{Expected, Found, Severity};

impl Lang {
    /// How grave a problem is, and what becomes of what has it: for a line of its own, where no count follows.
    pub const fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Critical => self.severity_critical(),
            Severity::Error => self.severity_error(),
            Severity::Warning => self.severity_warning(),
        }
    }

    /// "found …, expected …" in the reader's language.
    pub fn problem(self, found: &Found, expected: &Expected) -> String {
        let hint = self.hint(found, expected).map(|hint| format!("; {hint}")).unwrap_or_default();
        let (found, expected) = (self.found(found), self.expected(expected) + &hint);
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
            Expected::Json { wanted, line, column } => {
                let wanted = self.json(*wanted);
                match self {
                    Lang::Kk => format!("{wanted} (JSON, {line}-жол, {column}-таңба)"),
                    Lang::Ru => format!("{wanted} (JSON, строка {line}, знак {column})"),
                    Lang::En => format!("{wanted} (JSON, line {line}, column {column})"),
                }
            }
            Expected::Format(format) => match self {
                Lang::Kk => format!("{format}-пішім"),
                Lang::Ru => format!("формат {format}"),
                Lang::En => format!("format {format}"),
            },
            Expected::Shape(shape) => self.shape(shape),
            Expected::Id => fixed(
                "id: кіші латын әріптері, сандар, арасында бір сызықша, ең көбі 80 таңба",
                "id из строчных латинских букв и цифр с одиночными дефисами между ними, не больше 80 знаков",
                "an id of lower-case letters and digits with single hyphens between, at most 80 characters",
            ),
            Expected::UniqueId => fixed(
                "тізімде қайталанбайтын id",
                "id, которого в списке ещё нет",
                "an id that no other item of the list has",
            ),
            Expected::FreeId => fixed(
                "басқа id: not-stated, undated, whole-project дегендер «жоқ» деген мағынада",
                "другой id: not-stated, undated и whole-project означают, что ничего не указано",
                "another id: not-stated, undated and whole-project stand for none",
            ),
            Expected::SortedId => fixed(
                "әліпби бойынша алдындағысынан кейінгі id: осылай реттелген файлдың өзгерісі анық көрінеді",
                "id по алфавиту после предыдущего: в упорядоченном файле видно каждое изменение",
                "an id that follows the one before it in the alphabet: in a sorted file each change is seen",
            ),
            Expected::NoCycle => fixed(
                "өзінің ішінде жатпайтын аумақ",
                "территория, которая не лежит сама в себе",
                "an area that does not lie within itself",
            ),
            Expected::Reference(list) => match self {
                Lang::Kk => format!("{list} тізіміндегі id"),
                Lang::Ru => format!("id из списка {list}"),
                Lang::En => format!("an id of {list}"),
            },
            Expected::SomeText => {
                fixed("кемінде бір тілдегі мәтін", "текст хотя бы на одном языке", "a text in at least one language")
            }
            Expected::Words => fixed(
                "мәтін; ол жоқ болса, кілті де жазылмайды",
                "текст; если его нет, нет и ключа",
                "a text; where there is none, leave the key out",
            ),
            Expected::Translation(code) => match self {
                Lang::Kk => format!("аудармасы ({code})"),
                Lang::Ru => format!("перевод ({code})"),
                Lang::En => format!("a translation ({code})"),
            },
            Expected::Forms(forms) => match self {
                Lang::Kk => format!("сөздің «|» арқылы жазылған {forms} тұлғасы"),
                Lang::Ru => {
                    format!("{forms} {} слова через «|»", agree(self, *forms as f64, "форма|формы|форм", false))
                }
                Lang::En => {
                    format!(
                        "{forms} {} of the word with “|” between them",
                        agree(self, *forms as f64, "form|forms", false)
                    )
                }
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
                Lang::Kk => format!("{scope}: көрсеткіштің басқа мәндеріндегідей"),
                Lang::Ru => format!("{scope}, как у других значений показателя"),
                Lang::En => format!("{scope}, as the indicator’s other values"),
            },
            Expected::Evidence => fixed("кемінде бір дереккөз", "хотя бы один источник", "at least one source"),
            Expected::Corrected => fixed(
                "көрсеткіштегі не жазбадағы санның жолы",
                "путь к числу показателя или записи",
                "the path of a number of an indicator or a record",
            ),
            Expected::Now(value) => match self {
                Lang::Kk => format!("{value}: қазір сол жерде тұрған сан"),
                Lang::Ru => format!("{value}, число, которое стоит там сейчас"),
                Lang::En => format!("{value}, the number that stands there now"),
            },
            Expected::Derivation(value) => match self {
                Lang::Kk => format!("{value}, есептегенде осылай шығады"),
                Lang::Ru => format!("{value}, как следует из расчёта"),
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
            Expected::AtMost(most) => match self {
                Lang::Kk => format!("ең көбі {most}"),
                Lang::Ru => format!("не больше {most}"),
                Lang::En => format!("at most {most}"),
            },
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
                "нысаналы мән: жарияланған әдіс соған бөледі",
                "целевое значение, на которое делит объявленный способ",
                "a target, which the declared method divides by",
            ),
            Expected::InOrder => fixed(
                "күні бойынша реттелген мәндер, ескісі бірінші",
                "значения по порядку дат, старые первыми",
                "values in the order of their dates, the oldest first",
            ),
            Expected::Whole => fixed(
                "бүтін сан, әйтпесе `decimals` керек",
                "целое число, иначе нужен `decimals`",
                "a whole number, or else `decimals`",
            ),
            Expected::OwnIndicator => {
                fixed("осы бағыттың көрсеткіші", "показатель этого же направления", "an indicator of this direction")
            }
            Expected::Best => fixed(
                "сөйлем сүйенетін көрсеткіш, `best` ішінде",
                "показатель, о котором эта фраза, в `best`",
                "the indicator that the sentence is about, in `best`",
            ),
            Expected::Placeholder => ["{baseline}", "{actual}", "{planned}", "{target}", "{added}"]
                .join(self.choose(" не ", " или ", " or ")),
            Expected::NotNegative => fixed("нөл не одан көп", "ноль или больше", "zero or more"),
            Expected::ListedLanguage => {
                fixed("`languages` ішіндегі тіл", "язык из `languages`", "one of the `languages`")
            }
            Expected::LessIsBetter => fixed(
                "baseline-to-target, өйткені аз болғаны жақсы",
                "baseline-to-target, раз чем меньше, тем лучше",
                "baseline-to-target, as less is better",
            ),
            Expected::FewerProblems(most) => match self {
                Lang::Kk => format!("ең көбі {most} кемшілік; қалғаны көрсетілмейді"),
                Lang::Ru => format!("не больше {most} замечаний; остальные не показаны"),
                Lang::En => format!("at most {most} problems; the rest is not listed"),
            },
        }
    }
}
