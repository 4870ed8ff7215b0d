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
            Date::Range(Some(a), Some(b)) => self.days(a, b),
            Date::Range(Some(a), None) => match self {
                Lang::Kk => format!("{} бастап", kazakh(a, KK_FROM, " жылдан")),
                Lang::Ru => format!("с {}", russian(a, RU_OF)),
                Lang::En => format!("from {}", self.day(a)),
            },
            Date::Range(None, Some(b)) => match self {
                Lang::Kk => format!("{} дейін (қоса алғанда)", kazakh(b, KK_UNTIL, " жылға")),
                Lang::Ru => format!("не позднее {}", russian(b, RU_OF)),
                Lang::En => format!("up to {}", self.day(b)),
            },
            Date::Range(None, None) => self.undated().to_owned(),
        }
    }

    /// From one day or month to another; what they have in common is said once.
    fn days(self, a: Day, b: Day) -> String {
        let (from, to) = (self.day(a), self.day(b));
        if a.year != b.year || a.month.is_none() || b.month.is_none() {
            return format!("{from} – {to}");
        }
        // The year begins a date in Kazakh, and ends it in the others.
        let (before, after) = match self {
            Lang::Kk => (format!("{} ж. ", a.year), String::new()),
            _ => (String::new(), format!(" {}", a.year)),
        };
        let to = to.strip_prefix(&before).unwrap_or(&to);
        match (a.day, b.day) {
            (Some(first), Some(_)) if a.month == b.month => format!("{before}{first}–{to}"),
            _ => format!("{} – {to}", from.strip_suffix(&after).unwrap_or(&from)),
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

/// A day in Russian behind a preposition, with the word for the year; a month alone in the given case.
fn russian(day: Day, months: [&'static str; 12]) -> String {
    match (day.month, day.day) {
        (None, _) if months == RU => format!("{} год", day.year),
        (None, _) => format!("{} года", day.year),
        (Some(m), None) => format!("{} {} года", name(months, m), day.year),
        (Some(m), Some(d)) => format!("{d} {} {} года", name(RU_OF, m), day.year),
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
        check("2015-01/2015-10", ["2015 ж. қаңтар – қазан", "январь – октябрь 2015", "January – October 2015"]);
        check("2015-01-13/2015-01-21", ["2015 ж. 13–21 қаңтар", "13–21 января 2015", "13–21 January 2015"]);
        check(
            "2015-01-30/2015-02-02",
            ["2015 ж. 30 қаңтар – 2 ақпан", "30 января – 2 февраля 2015", "30 January – 2 February 2015"],
        );
        check(
            "2015-12/2016-01",
            ["2015 ж. желтоқсан – 2016 ж. қаңтар", "декабрь 2015 – январь 2016", "December 2015 – January 2016"],
        );
        check("2016-03/..", ["2016 ж. наурыздан бастап", "с марта 2016 года", "from March 2016"]);
        check("2016/..", ["2016 жылдан бастап", "с 2016 года", "from 2016"]);
        check("../2012", ["2012 жылға дейін (қоса алғанда)", "не позднее 2012 года", "up to 2012"]);
        check(
            "../2012-05-03",
            ["2012 ж. 3 мамырға дейін (қоса алғанда)", "не позднее 3 мая 2012 года", "up to 3 May 2012"],
        );
        check("undated", ["күні көрсетілмеген", "без даты", "undated"]);
    }
}
