//! Sentences of charts: findings over several numbers, shares and changes in words.

use super::letters::{lower, upper};
use super::{Lang, pick};
use crate::query::Facet;

impl Lang {
    /// How many of the indicators with a before and an after rose, and how many fell.
    pub fn rose_and_fell(self, all: usize, rose: usize, fell: usize, unsure: usize) -> String {
        let told = self.rose_or_fell(all, rose, fell);
        let unsure = self.number(unsure as f64, 0);
        match self {
            _ if unsure == "0" => told,
            Lang::Kk => format!("{told}; салыстыруға келмейтіні: {unsure}"),
            Lang::Ru => format!("{told}; не сравнить: {unsure}"),
            Lang::En => format!("{told}; {unsure} cannot be compared"),
        }
    }

    fn rose_or_fell(self, all: usize, rose: usize, fell: usize) -> String {
        let [all, rose, fell] = [all, rose, fell].map(|count| (count, self.number(count as f64, 0)));
        match self {
            Lang::Kk => format!(
                "Бұрынғы және кейінгі мәні белгілі көрсеткіш: {}; өскені: {}, азайғаны: {}",
                all.1, rose.1, fell.1
            ),
            Lang::Ru => {
                let noun = pick(self, all.0 as f64, &["показателя", "показателей", "показателей"]);
                let moved = |count: (usize, String), forms: &[&str; 3], none: &str| match count.0 {
                    0 => format!("не {none} ни один"),
                    n => format!("{} {}", pick(self, n as f64, forms), count.1),
                };
                let rose = moved(rose, &["вырос", "выросли", "выросли"], "вырос");
                let fell = moved(fell, &["снизился", "снизились", "снизились"], "снизился");
                format!("Из {} {noun}, где известно «было» и «стало», {rose}, {fell}", all.1)
            }
            Lang::En => {
                let noun = pick(self, all.0 as f64, &["indicator", "indicators"]);
                let count = |(n, shown): (usize, String)| if n == 0 { "none".to_owned() } else { shown };
                format!("Of {} {noun} with a before and an after, {} rose and {} fell", all.1, count(rose), count(fell))
            }
        }
    }

    /// How many of the indicators have a baseline, an actual and a target.
    pub fn coverage_headline(self, all: f64, baselines: f64, actuals: f64, targets: f64) -> String {
        let n = self.number(all, 0);
        match self {
            Lang::Kk => {
                let [baselines, actuals, targets] = [baselines, actuals, targets].map(|count| self.number(count, 0));
                format!(
                    "Жобаның көрсеткіші: {n}; бастапқы мәні белгілі: {baselines}, нақты мәні белгілі: {actuals}, нысаналы мәні белгілі: {targets}"
                )
            }
            Lang::Ru => {
                let noun = pick(self, all, &["показателя", "показателей", "показателей"]);
                let part = |count: f64, has: &str, none: &str| match count {
                    0.0 => format!("{none} нет ни у одного"),
                    count => format!("{has} есть у {}", self.number(count, 0)),
                };
                let baselines = part(baselines, "исходное значение", "исходного значения");
                let actuals = part(actuals, "фактическое", "фактического");
                let targets = part(targets, "целевое", "целевого");
                format!("Из {n} {noun} проекта {baselines}, {actuals}, {targets}")
            }
            Lang::En => {
                let noun = pick(self, all, &["indicator", "indicators"]);
                let part = |count: f64| if count == 0.0 { "none".to_owned() } else { self.number(count, 0) };
                let have = pick(self, baselines, &["has", "have"]);
                let [baselines, actuals, targets] = [baselines, actuals, targets].map(part);
                format!(
                    "Of the project’s {n} {noun}, {baselines} {have} a baseline, {actuals} an actual value and {targets} a target"
                )
            }
        }
    }

    /// That a record with several values counts for each of them.
    pub const fn counted_in_several(self) -> &'static str {
        self.choose("кейбірі бірнеше рет есептелген", "некоторые учтены несколько раз", "some count more than once")
    }

    /// That a chart has the largest of its values only.
    pub fn largest_of(self, shown: usize, all: usize) -> String {
        let all = self.number(all as f64, 0);
        match self {
            Lang::Kk => format!("ең ірі {shown}, барлығы {all}"),
            Lang::Ru => format!("показаны {shown} крупнейших из {all}"),
            Lang::En => format!("the {shown} largest of {all}"),
        }
    }

    /// Words for some values, and for those that are chosen beside them.
    pub fn and_chosen(self, values: &str) -> String {
        format!("{values} {}", self.choose("және таңдалғандар", "и выбранные", "and what is chosen"))
    }

    /// What crossed counts are counted by.
    pub fn counted_by_both(self, facet: Facet, by: Facet) -> String {
        let [facet, by] = [facet, by].map(|facet| self.facet(facet).chars().map(lower).collect::<String>());
        match self {
            Lang::Kk => format!("Жарияланымдардан табылған жазбалар саны · бөлінісі: {facet}, {by}"),
            Lang::Ru => format!("Число записей, найденных в публикациях · в разрезе: {facet}, {by}"),
            Lang::En => format!("Records found published, by {facet} and {by}"),
        }
    }

    /// What counts of classes of amounts are counted by.
    pub fn counted_by_amount(self, currency: &str) -> String {
        match self {
            Lang::Kk => format!("Жарияланымдардан табылған жазбалар саны · бөлінісі: сома, {currency}"),
            Lang::Ru => format!("Число записей, найденных в публикациях · в разрезе: сумма, {currency}"),
            Lang::En => format!("Records found published, by amount in {currency}"),
        }
    }

    /// In which class of amounts most records are.
    pub fn most_sizes(self, class: &str, count: usize) -> String {
        let count = self.records(count);
        match self {
            Lang::Kk => format!("Ең жиі кездесетін сома — {class}: {count}"),
            Lang::Ru => format!("Чаще всего сумма {class}: {count}"),
            Lang::En => format!("Most often the amount is {class}: {count}"),
        }
    }

    /// How many records say something in a dimension.
    pub fn stated_of(self, facet: Facet, stated: f64, all: f64) -> String {
        let (name, part, whole) = (self.facet(facet), self.number(stated, 0), self.number(all, 0));
        match self {
            Lang::Kk => format!("{name}: {part} жазбада көрсетілген, барлығы {whole}"),
            Lang::Ru => {
                format!(
                    "{name}: сведения есть у {part} из {whole} {}",
                    pick(self, all, &["записи", "записей", "записей"])
                )
            }
            Lang::En => {
                format!("{name} is stated for {part} of {whole} {}", pick(self, all, &["record", "records"]))
            }
        }
    }

    /// So many values.
    pub fn values(self, count: usize) -> String {
        let forms: &[&str] = match self {
            Lang::Kk => &["мән"],
            Lang::Ru => &["значение", "значения", "значений"],
            Lang::En => &["value", "values"],
        };
        format!("{} {}", self.number(count as f64, 0), pick(self, count as f64, forms))
    }

    /// What counts of records were counted from: the snapshot, by its version.
    pub fn counted_from(self, version: &str) -> String {
        match self {
            Lang::Kk => format!("осы сайттың жазбалары, деректердің {version} нұсқасы"),
            Lang::Ru => format!("записи этого сайта, срез данных {version}"),
            Lang::En => format!("records of this site, snapshot {version}"),
        }
    }

    /// The word with a capital letter, as at the start of a line.
    pub fn capital(self, word: &str) -> String {
        let mut letters = word.chars();
        letters.next().map(upper).into_iter().chain(letters).collect()
    }

    /// "1 of 2", short enough for a cell.
    pub fn part_of(self, part: f64, whole: f64) -> String {
        format!("{}\u{a0}/\u{a0}{}", self.number(part, 0), self.number(whole, 0))
    }

    /// "21 % of 58".
    pub fn share_of(self, percent: f64, whole: f64) -> String {
        let whole = self.number(whole, 0);
        let percent = self.percent_apart(percent, u8::from(percent < 1.0));
        match self {
            Lang::Kk => format!("барлығы {whole}, үлесі {percent}"),
            Lang::Ru => format!("{percent} из {whole}"),
            Lang::En => format!("{percent} of {whole}"),
        }
    }

    /// "+7 on the value before", the change already written.
    pub fn since_before(self, change: &str) -> String {
        match self {
            Lang::Kk => format!("алдыңғы мәнге қарағанда {change}"),
            Lang::Ru => format!("{change} к предыдущему значению"),
            Lang::En => format!("{change} on the value before"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shown: impl Fn(Lang) -> String, expected: [&str; 3]) {
        assert_eq!(Lang::ALL.map(|lang| shown(lang).replace('\u{a0}', " ")), expected);
    }

    #[test]
    fn what_none_has_is_said_in_words() {
        let check = |lang: Lang, counts: [f64; 4], expected: &str| {
            let [all, baselines, actuals, targets] = counts;
            assert_eq!(lang.coverage_headline(all, baselines, actuals, targets), expected);
        };
        let en = "Of the project’s 17 indicators, 7 have a baseline, 17 an actual value and none a target";
        check(Lang::En, [17.0, 7.0, 17.0, 0.0], en);
        let one = "Of the project’s 2 indicators, 1 has a baseline, none an actual value and 1 a target";
        check(Lang::En, [2.0, 1.0, 0.0, 1.0], one);
        let ru =
            "Из 17 показателей проекта исходное значение есть у 7, фактическое есть у 17, целевого нет ни у одного";
        check(Lang::Ru, [17.0, 7.0, 17.0, 0.0], ru);
    }

    #[test]
    fn findings_have_right_forms() {
        check(
            |lang| lang.rose_and_fell(1, 1, 0, 0),
            [
                "Бұрынғы және кейінгі мәні белгілі көрсеткіш: 1; өскені: 1, азайғаны: 0",
                "Из 1 показателя, где известно «было» и «стало», вырос 1, не снизился ни один",
                "Of 1 indicator with a before and an after, 1 rose and none fell",
            ],
        );
        assert_eq!(
            [0.003, 0.4, 99.7, 100.0, 0.0].map(|percent| Lang::En.share_of(percent, 9.0)),
            ["0.003% of 9", "0.4% of 9", "99.7% of 9", "100% of 9", "0% of 9"]
        );
        check(|lang| lang.share_of(20.6, 58.0), ["барлығы 58, үлесі 21%", "21 % из 58", "21% of 58"]);
        check(|lang| lang.part_of(1.0, 2.0), ["1 / 2"; 3]);
    }
}
