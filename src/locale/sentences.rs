//! Sentences made from data, with the plural and case forms of each language.

use super::letters::lower;
use super::{Lang, agree};
use crate::query::Facet;
use crate::series::Sentence;
use crate::snapshot::Locator;

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

    /// A change as a headline: what, the number before, the number after.
    pub fn went_from_to(self, what: Sentence, from: Sentence, to: Sentence) -> Sentence {
        let template = self.choose("{}: {} → {}", "{}: было {}, стало {}", "{}: from {} to {}");
        Sentence::filled(template, vec![what, from, to])
    }

    /// The numbers with the times that they are of.
    pub fn went_between(self, what: Sentence, first: (Sentence, &str), last: (Sentence, &str)) -> Sentence {
        let template = self.choose("{}: {} ({}) → {} ({})", "{}: {} ({}) → {} ({})", "{}: {} ({}) to {} ({})");
        Sentence::filled(template, vec![what, first.0, first.1.into(), last.0, last.1.into()])
    }

    /// Numbers for one time, of which nobody knows which is right.
    pub fn sources_give(self, what: Sentence, one: Sentence, other: Sentence) -> Sentence {
        let template = self.choose(
            "{}: дереккөздерде екі сан бар, {} және {}",
            "{}: источники называют {} и {}",
            "{}: sources give {} and {}",
        );
        Sentence::filled(template, vec![what, one, other])
    }

    /// The name of a facet's value within a sentence.
    pub fn value_name(self, facet: Facet, label: &str) -> String {
        if facet == Facet::Year { label.to_owned() } else { self.quoted(label) }
    }

    /// Which rows of a long table are on paper.
    pub fn rows_printed(self, first: usize, last: usize, all: usize) -> String {
        let [first, last, all] = [first, last, all].map(|row| self.number(row as f64, 0));
        match self {
            Lang::Kk => format!("Басып шығарылғаны: {first}–{last}-жолдар, барлығы {all}"),
            Lang::Ru => format!("Напечатаны строки {first}–{last} из {all}"),
            Lang::En => format!("Rows printed: {first}–{last} of {all}"),
        }
    }

    /// What comes before the values that have the most records: of all, or of those that say so.
    pub fn most_records(self, of_stated: bool) -> &'static str {
        if of_stated {
            self.choose(
                "Осы мәлімет берілген жазбалардың ішінде ең көбі",
                "Там, где это указано, больше всего записей",
                "Where it is stated, most records",
            )
        } else {
            self.choose("Жазба ең көп", "Больше всего записей", "Most records")
        }
    }

    /// How many records the one value has that is chosen.
    pub fn chosen_records(self, facet: Facet, label: &str, count: f64) -> String {
        self.of_value(self.choose("Таңдалғаны", "Выбрано", "Chosen"), &self.value_name(facet, label), count)
    }

    /// The same sentence, of the values that are chosen alone.
    pub fn of_chosen(self, sentence: &str) -> String {
        let lead = self.choose("Таңдалғандардың ішінде ", "Из выбранного ", "Of those chosen, ");
        let mut letters = sentence.chars();
        let first = letters.next().map(lower);
        lead.chars().chain(first).chain(letters).collect()
    }

    /// How many records the only value has.
    pub fn only_value(self, facet: Facet, label: &str, count: f64) -> String {
        format!("{}: {}", self.value_name(facet, label), self.records(count as usize))
    }

    /// One value of a facet, and how many records it has.
    pub fn of_value(self, lead: &str, value: &str, count: f64) -> String {
        format!("{lead}: {value}, {}", self.records(count as usize))
    }

    /// Several values that have as many records each.
    pub fn as_many_records(self, lead: &str, values: &str, count: f64) -> String {
        match self {
            Lang::Kk => format!("{lead}: {values}, әрқайсысында {}", self.records(count as usize)),
            Lang::Ru => format!("{lead}: {values}, по {}", self.number(count, 0)),
            Lang::En => format!("{lead}: {values}, {} each", self.number(count, 0)),
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

    /// What the counts of one facet are counted by.
    pub fn counted_by(self, facet: Facet) -> String {
        let name = self.facet(facet).chars().map(lower).collect::<String>();
        match self {
            Lang::Kk => format!("Жарияланымдардан табылған жазбалар саны · бөлінісі: {name}"),
            Lang::Ru => format!("Число записей, найденных в публикациях · в разрезе: {name}"),
            Lang::En => format!("Records found published, by {name}"),
        }
    }

    /// Which of the amounts that are named is the largest: what it is, and how much.
    pub fn largest_amount(self, what: Sentence, amount: Sentence) -> Sentence {
        let template = self.choose(
            "Аталған сомалардың ең үлкені: {} — {}",
            "Самая большая из названных сумм: {} — {}",
            "The largest amount named: {}, {}",
        );
        Sentence::filled(template, vec![what, amount])
    }

    /// What bars of amounts show; says that amounts are not added up.
    pub fn amounts_in(self, currency: &str) -> String {
        match self {
            Lang::Kk => format!("Жазбалардағы сомалар, {currency}; қосылмайды"),
            Lang::Ru => format!("Суммы в записях, {currency}; не складываются"),
            Lang::En => format!("Amounts in the records, {currency}; not added up"),
        }
    }

    /// How many dated records there are; `first` and `last` are the dates of the first and the last, as shown.
    pub fn timeline_from_to(self, count: usize, first: &str, last: &str) -> String {
        let count = self.records(count);
        match self {
            Lang::Kk => format!("Күні белгілі {count}: алғашқысы — {first}, соңғысы — {last}"),
            Lang::Ru => format!("С датой: {count}; первая — {first}, последняя — {last}"),
            Lang::En => format!("{count} with a date; the first: {first}, the last: {last}"),
        }
    }

    /// That a calendar has some of the dated records only.
    pub fn most_exact_of(self, shown: usize, all: usize) -> String {
        match self {
            Lang::Kk => format!("күні ең дәл белгілі {shown} жазба, барлығы {all}"),
            Lang::Ru => format!("показаны {shown} из {all}, с самой точной датой"),
            Lang::En => format!("shown: {shown} of {all}, those dated most exactly"),
        }
    }

    /// A place in a source, with no line broken before or after its number.
    pub fn place(self, locator: &Locator) -> String {
        const HYPHEN: char = '\u{2011}';
        match (locator, self) {
            (Locator::Paragraph(place), Lang::Kk) => format!("{place}{HYPHEN}абзац"),
            (Locator::Paragraph(place), _) => format!("{}\u{a0}{place}", self.choose("", "абзац", "paragraph")),
            (Locator::Page(place), Lang::Kk) => format!("{place}{HYPHEN}бет"),
            (Locator::Page(place), _) => format!("{}\u{a0}{place}", self.choose("", "страница", "page")),
            (Locator::File(place), Lang::Kk) => format!("{place} файлы"),
            (Locator::File(place), _) => format!("{} {place}", self.choose("", "файл", "file")),
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_sources() {
        let check = |locator: Locator, expected: [&str; 3]| {
            assert_eq!(Lang::ALL.map(|lang| lang.place(&locator)), expected);
        };
        check(Locator::Paragraph("11".into()), ["11\u{2011}абзац", "абзац\u{a0}11", "paragraph\u{a0}11"]);
        check(Locator::Page("80".into()), ["80\u{2011}бет", "страница\u{a0}80", "page\u{a0}80"]);
        check(Locator::File("a.csv".into()), ["a.csv файлы", "файл a.csv", "file a.csv"]);
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
