//! Words for the values of enumerations and facets.

use crate::locale::Lang;
use crate::query::{By, Facet, Sort};
use crate::snapshot::{
    Accumulation, Kind, Missing, MoneyKind, ProgressMethod, ResultType, Review, Role, Scope, Snapshot, Stage, Status,
};

impl Lang {
    /// What a facet is called, in the singular and with a capital: the heading of its choices and columns.
    pub fn facet(self, facet: Facet) -> &'static str {
        match facet {
            Facet::Direction => self.direction(),
            Facet::Kind => self.kind_word(),
            Facet::Stage => self.stage_word(),
            Facet::Area => self.area(),
            Facet::Year => self.year_word(),
            Facet::Organisation => self.organisation(),
            Facet::Scope => self.scope_word(),
        }
    }

    /// The name of a facet's value; its key where nobody knows a name.
    pub fn facet_value(self, facet: Facet, key: &str, snapshot: &Snapshot) -> String {
        if key == facet.blank() {
            return match facet {
                Facet::Year => self.undated(),
                Facet::Direction => self.whole_project(),
                _ => self.not_stated(),
            }
            .to_owned();
        }
        fn word<T: Copy>(all: &[T], key: &str, spelt: fn(T) -> &'static str) -> Option<T> {
            all.iter().copied().find(|value| spelt(*value) == key)
        }
        let name = match facet {
            Facet::Kind => word(Kind::ALL, key, Kind::word).map(|kind| self.kind(kind)),
            Facet::Stage => word(Stage::ALL, key, Stage::word).map(|stage| self.stage(stage)),
            Facet::Scope => word(Scope::ALL, key, Scope::word).map(|scope| self.scope(scope)),
            _ => facet.text(key, snapshot).map(|text| text.plain(self)),
        };
        name.unwrap_or(key).to_owned()
    }

    /// The name of a language by its code; the code where nobody knows a name.
    pub fn language_name(self, code: &str) -> String {
        let name = match code {
            "kk" => self.choose("қазақша", "казахский", "Kazakh"),
            "ru" => self.choose("орысша", "русский", "Russian"),
            "en" => self.choose("ағылшынша", "английский", "English"),
            "de" => self.choose("немісше", "немецкий", "German"),
            other => other,
        };
        name.to_owned()
    }

    /// What sort a record is of, in the singular and with a capital.
    pub const fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Initiative => self.choose("Бастама", "Инициатива", "Initiative"),
            Kind::Institution => self.choose("Мекеме", "Учреждение", "Institution"),
            Kind::Training => self.choose("Оқыту", "Обучение", "Training"),
            Kind::Event => self.choose("Оқиға", "Событие", "Event"),
            Kind::Document => self.choose("Құжат", "Документ", "Document"),
            Kind::Person => self.choose("Тұлға", "Персона", "Person"),
        }
    }

    /// How far a record had come, with a capital.
    pub const fn stage(self, stage: Stage) -> &'static str {
        match stage {
            Stage::Planned => self.choose("Жоспарланған", "Запланировано", "Planned"),
            Stage::Submitted => self.choose("Өтінім берілген", "Подана заявка", "Submitted"),
            Stage::Ongoing => self.choose("Іске асырылуда", "Реализуется", "Ongoing"),
            Stage::Completed => self.choose("Аяқталған", "Завершено", "Completed"),
            Stage::Stopped => self.choose("Тоқтатылған", "Остановлено", "Stopped"),
        }
    }

    /// Who a record or number belongs to, with a capital.
    pub const fn scope(self, scope: Scope) -> &'static str {
        match scope {
            Scope::Project => self.choose("Жоба", "Проект", "The project"),
            Scope::Context => self.choose("Өңірдегі жағдай", "Контекст региона", "Regional context"),
            Scope::Related => self.choose("Сабақтас бастамалар", "Смежные инициативы", "Related work"),
        }
    }

    /// What an organisation was in a record, in small letters.
    pub const fn role(self, role: Role) -> &'static str {
        match role {
            Role::Funder => self.choose("қаржыландырушы", "финансирует", "funder"),
            Role::Lead => self.choose("жетекші", "ведущая организация", "lead"),
            Role::Partner => self.choose("серіктес", "партнёр", "partner"),
            Role::Implementer => self.choose("орындаушы", "исполнитель", "implementer"),
            Role::Host => self.choose("қабылдаушы", "принимающая сторона", "host"),
            Role::Participant => self.choose("қатысушы", "участник", "participant"),
            Role::Author => self.choose("автор", "автор", "author"),
            Role::Beneficiary => self.choose("бенефициар", "бенефициар", "beneficiary"),
            Role::Subject => self.choose("мәтінде аталған", "упоминается", "subject"),
        }
    }

    /// What an amount is, in small letters: it stands behind the amount, in brackets or without.
    pub const fn money_kind(self, kind: MoneyKind) -> &'static str {
        match kind {
            MoneyKind::Budget => self.choose("бюджет", "бюджет", "budget"),
            MoneyKind::Proposed => self.choose("болжамды құны", "предполагаемая стоимость", "proposed"),
            MoneyKind::Requested => self.choose("сұралған", "запрошено", "requested"),
            MoneyKind::Committed => self.choose("қабылданған міндеттеме", "принятые обязательства", "committed"),
            MoneyKind::Disbursed => self.choose("төленген", "выплачено", "disbursed"),
            MoneyKind::Invested => self.choose("салынған инвестиция", "вложено", "invested"),
        }
    }

    /// Why there is no number, in small letters, to stand in its place.
    pub const fn missing(self, reason: Missing) -> &'static str {
        match reason {
            Missing::NotCollected => self.choose("деректер жиналмаған", "данные не собирались", "not collected"),
            Missing::NotPublished => self.choose("деректер жарияланбаған", "данные не опубликованы", "not published"),
            Missing::NotApplicable => self.choose("қолданылмайды", "неприменимо", "not applicable"),
            Missing::Withheld => self.choose("деректер жария етілмейді", "данные не раскрываются", "withheld"),
        }
    }

    /// How firm a number is, in small letters; of a final one, that it is published.
    pub const fn status(self, status: Status) -> &'static str {
        match status {
            Status::Final => self.choose("жарияланған", "опубликовано", "published"),
            Status::Provisional => self.choose("алдын ала", "предварительно", "provisional"),
            Status::Planned => self.choose("жоспарлы", "план", "planned"),
            Status::Forecast => self.choose("болжам", "прогноз", "forecast"),
        }
    }

    /// What time the values of an indicator cover, in small letters.
    pub const fn accumulation(self, accumulation: Accumulation) -> &'static str {
        match accumulation {
            Accumulation::Cumulative => self.choose("басынан бергі жиынтық", "нарастающим итогом", "running total"),
            Accumulation::Annual => self.choose("кезең ішінде", "за период", "per period"),
            Accumulation::Point => self.choose("сол кездегі жай-күй", "на момент времени", "at that time"),
        }
    }

    /// What type of result an indicator measures, in small letters.
    pub const fn result_type(self, result: ResultType) -> &'static str {
        match result {
            ResultType::Output => self.choose("тікелей нәтиже", "непосредственный результат", "output"),
            ResultType::Outcome => self.choose("түпкі нәтиже", "конечный результат", "outcome"),
            ResultType::Impact => self.choose("ықпал", "воздействие", "impact"),
        }
    }

    /// How progress is worked out, in small letters; without a method, that none is declared.
    pub const fn method(self, method: ProgressMethod) -> &'static str {
        match method {
            ProgressMethod::BaselineToTarget => self.choose(
                "бастапқы мәннен нысаналы мәнге дейін",
                "от исходного значения к целевому",
                "from baseline to target",
            ),
            ProgressMethod::ShareOfTarget => {
                self.choose("нысаналы мәннің үлесі", "доля от целевого значения", "share of target")
            }
            ProgressMethod::ChangeSinceBaseline => {
                self.choose("бастапқы мәннен бергі өзгеріс", "изменение к исходному значению", "change since baseline")
            }
            ProgressMethod::None => self.choose("әдісі жарияланбаған", "способ не объявлен", "no method declared"),
        }
    }

    /// Whether the texts in a language were reviewed, in small letters.
    pub const fn review(self, review: Review) -> &'static str {
        match review {
            Review::Draft => self.choose(
                "алғашқы нұсқа, ана тілінде сөйлейтін редактор әлі оқыған жоқ",
                "черновик, редактор-носитель языка ещё не вычитал",
                "draft, not yet read by a native editor",
            ),
            Review::Reviewed => self.choose("тексерілген", "вычитано", "reviewed"),
        }
    }

    /// The name of an order.
    pub fn sort(self, sort: Sort) -> String {
        let name = match (sort.by, sort.back) {
            (By::Best, _) => self.choose("алдымен ең сәйкестері", "сначала самые подходящие", "best match first"),
            (By::Time, false) => self.choose("алдымен жаңалары", "сначала новые", "newest first"),
            (By::Time, true) => self.choose("алдымен ескілері", "сначала старые", "oldest first"),
            (By::Amount, false) => self.choose("алдымен ірі сомалар", "сначала крупные суммы", "largest amounts first"),
            (By::Amount, true) => self.choose("алдымен шағын сомалар", "сначала малые суммы", "smallest amounts first"),
            (By::Title, false) => self.choose("атауы бойынша", "по названию", "by title"),
            (By::Title, true) => self.choose("атауы кері ретпен", "по названию с конца", "by title from the end"),
            (By::Facet(facet), back) => {
                let from_to = if back {
                    self.choose("Я–А", "Я–А", "Z–A")
                } else {
                    self.choose("А–Я", "А–Я", "A–Z")
                };
                return format!("{}: {from_to}", self.facet(facet));
            }
        };
        name.to_owned()
    }
}
