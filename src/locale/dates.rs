//! Dates as exact as the source, with month names from CLDR.

use super::Lang;
use crate::snapshot::{Date, Day};

const KK: [&str; 12] = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
];
const RU: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];
const RU_OF: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "From the month on" and "until the month" in Kazakh: a case ending, not a word before it.
const KK_FROM: [&str; 12] = [
    "қаңтардан",
    "ақпаннан",
    "наурыздан",
    "сәуірден",
    "мамырдан",
    "маусымнан",
    "шілдеден",
    "тамыздан",
    "қыркүйектен",
    "қазаннан",
    "қарашадан",
    "желтоқсаннан",
];
const KK_UNTIL: [&str; 12] = [
    "қаңтарға",
    "ақпанға",
    "наурызға",
    "сәуірге",
    "мамырға",
    "маусымға",
    "шілдеге",
    "тамызға",
    "қыркүйекке",
    "қазанға",
    "қарашаға",
    "желтоқсанға",
];

impl Lang {
    /// A date or range in words.
    pub fn date(self, date: Date) -> String {
        match date {
            Date::Undated => self.undated().to_owned(),
            Date::At(day) => self.day(day),
            Date::Range(Some(a), Some(b)) if a.month.is_none() && b.month.is_none() => {
                format!("{}–{}", a.year, b.year)
            }
            Date::Range(Some(a), Some(b)) => format!("{} – {}", self.day(a), self.day(b)),
            Date::Range(Some(a), None) => match self {
                Lang::Kk => format!("{} бастап", kazakh(a, KK_FROM, " жылдан")),
                Lang::Ru => format!("с даты: {}", self.day(a)),
                Lang::En => format!("from {}", self.day(a)),
            },
            Date::Range(None, Some(b)) => match self {
                Lang::Kk => format!("{} дейін (қоса алғанда)", kazakh(b, KK_UNTIL, " жылға")),
                Lang::Ru => format!("по {} включительно", self.day(b)),
                Lang::En => format!("up to {}", self.day(b)),
            },
            Date::Range(None, None) => self.undated().to_owned(),
        }
    }

    fn day(self, day: Day) -> String {
        match (self, day.month, day.day) {
            (Lang::Kk, ..) => kazakh(day, KK, ""),
            (_, None, _) => day.year.to_string(),
            (Lang::Ru, Some(m), None) => format!("{} {}", name(RU, m), day.year),
            (Lang::Ru, Some(m), Some(d)) => format!("{d} {} {}", name(RU_OF, m), day.year),
            (Lang::En, Some(m), None) => format!("{} {}", name(EN, m), day.year),
            (Lang::En, Some(m), Some(d)) => format!("{d} {} {}", name(EN, m), day.year),
        }
    }
}

fn name(names: [&'static str; 12], month: u8) -> &'static str {
    names.get(usize::from(month) - 1).copied().unwrap_or_default()
}

/// A day in Kazakh, the month in the case that is given; a year alone takes `year` after it.
fn kazakh(day: Day, months: [&'static str; 12], year: &str) -> String {
    match (day.month, day.day) {
        (None, _) => format!("{}{year}", day.year),
        (Some(m), None) => format!("{} ж. {}", day.year, name(months, m)),
        (Some(m), Some(d)) => format!("{} ж. {d} {}", day.year, name(months, m)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: [&str; 3]) {
        let date = Date::parse(text).unwrap_or_default();
        assert_eq!(Lang::ALL.map(|lang| lang.date(date)), expected);
    }

    #[test]
    fn as_exact_as_the_source() {
        check("2016", ["2016", "2016", "2016"]);
        check("2016-03", ["2016 ж. наурыз", "март 2016", "March 2016"]);
        check("2016-03-05", ["2016 ж. 5 наурыз", "5 марта 2016", "5 March 2016"]);
        check("2013/2017", ["2013–2017", "2013–2017", "2013–2017"]);
        check("2016-03/..", ["2016 ж. наурыздан бастап", "с даты: март 2016", "from March 2016"]);
        check("../2012", ["2012 жылға дейін (қоса алғанда)", "по 2012 включительно", "up to 2012"]);
        check("undated", ["күні көрсетілмеген", "без даты", "undated"]);
    }
}
