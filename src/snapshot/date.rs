use super::Shape;
use super::from_json::FromJson;
use super::json::{Json, words};
use super::misfit::shaped_whole;
use super::pack::{Pack, put_number, take_byte, take_number};
use std::fmt;

/// A point in time, as exact as its source: a year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub year: i32,
    /// From 1 to 12; none where the source names only the year.
    pub month: Option<u8>,
    /// From 1; none where the source names only the month or the year.
    pub day: Option<u8>,
}

/// A date or a range, in a subset of EDTF (ISO 8601-2): `2016`, `2016-03`, `2016-03-05`,
/// `A/B`, `../B`, `A/..` or `undated`. It never holds a day that no source states.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Date {
    /// The source names no time.
    #[default]
    Undated,
    /// One year, month or day.
    At(Day),
    /// From the first to the last, both included; none is an open end, which only one of them may be.
    Range(Option<Day>, Option<Day>),
}

impl Date {
    /// Parses the text form; `None` when it is not one of the forms above.
    pub fn parse(text: &str) -> Option<Date> {
        if text == "undated" {
            return Some(Date::Undated);
        }
        let Some((from, to)) = text.split_once('/') else {
            return Day::parse(text).map(Date::At);
        };
        let end = |part: &str| if part == ".." { Some(None) } else { Day::parse(part).map(Some) };
        match (end(from)?, end(to)?) {
            (None, None) => None,
            (Some(a), Some(b)) if a.parts(1, 1) > b.parts(12, 31) => None,
            (a, b) => Some(Date::Range(a, b)),
        }
    }

    /// First and last year it touches; open ends give only the year that is known.
    pub fn years(self) -> Option<(i32, i32)> {
        match self {
            Date::Undated => None,
            Date::At(day) => Some((day.year, day.year)),
            Date::Range(Some(a), Some(b)) => Some((a.year, b.year)),
            Date::Range(Some(a), None) => Some((a.year, a.year)),
            Date::Range(None, Some(b)) => Some((b.year, b.year)),
            Date::Range(None, None) => None,
        }
    }

    /// Where it lies on a calendar axis, in years: start and end, e.g. 2014 is 2014.0 to 2015.0.
    pub fn span(self) -> Option<(f64, f64)> {
        match self {
            Date::Undated => None,
            Date::At(day) => Some((day.start(), day.end())),
            Date::Range(a, b) => {
                let start = a.map(Day::start).or(b.map(Day::start))?;
                let end = b.map(Day::end).or(a.map(Day::end))?;
                Some((start, end))
            }
        }
    }
}

impl Date {
    /// Like [`Date::span`], but nothing for a range without a beginning or an end: it cannot
    /// be put on a calendar as one point.
    pub fn closed_span(self) -> Option<(f64, f64)> {
        match self {
            Date::Range(None, _) | Date::Range(_, None) => None,
            date => date.span(),
        }
    }

    /// Whether it names no day, or only the last that it may have been, so that what happened lies somewhere
    /// within its span or before.
    pub fn is_vague(self) -> bool {
        matches!(self, Date::At(Day { day: None, .. }) | Date::Range(None, _))
    }
}

impl Day {
    /// Parses `2016`, `2016-03` or `2016-03-05`, in the 19th to 22nd century.
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|p| digits(p, 2)).map_or(Some(None), |m| m.map(Some))?;
        let day = parts.next().map(|p| digits(p, 2)).map_or(Some(None), |d| d.map(Some))?;
        let month = month.map_or(Some(None), |m| u8::try_from(m).ok().map(Some))?;
        let day = day.map_or(Some(None), |d| u8::try_from(d).ok().map(Some))?;
        let fits = parts.next().is_none()
            && (1800..=2199).contains(&year)
            && month.is_none_or(|m| (1..=12).contains(&m))
            && day.is_none_or(|d| d >= 1 && d <= days_in(year, month.unwrap_or(1)));
        fits.then_some(Day { year, month, day })
    }

    /// Year, month and day, with these where it says none.
    fn parts(self, month: u8, day: u8) -> (i32, u8, u8) {
        (self.year, self.month.unwrap_or(month), self.day.unwrap_or(day))
    }

    /// The first moment it covers, in years.
    pub fn start(self) -> f64 {
        let month = self.month.unwrap_or(1);
        let day = f64::from(self.day.unwrap_or(1)) - 1.0;
        f64::from(self.year) + (f64::from(month) - 1.0 + day / f64::from(days_in(self.year, month))) / 12.0
    }

    /// The moment after the last one it covers, in years.
    pub fn end(self) -> f64 {
        match (self.month, self.day) {
            (None, _) => f64::from(self.year) + 1.0,
            (Some(month), None) => f64::from(self.year) + f64::from(month) / 12.0,
            // The same number as for the month, which ends then too.
            (Some(month), Some(day)) if day == days_in(self.year, month) => {
                f64::from(self.year) + f64::from(month) / 12.0
            }
            (Some(month), Some(_)) => self.start() + 1.0 / f64::from(days_in(self.year, month)) / 12.0,
        }
    }
}

fn digits(text: &str, count: usize) -> Option<i32> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |day: &Option<Day>| day.map_or("..".to_owned(), |d| d.to_string());
        match self {
            Date::Undated => f.write_str("undated"),
            Date::At(day) => write!(f, "{day}"),
            Date::Range(a, b) => write!(f, "{}/{}", end(a), end(b)),
        }
    }
}

impl FromJson for Date {
    fn from_json(json: Json) -> Option<Date> {
        words(json).and_then(|text| Date::parse(&text))
    }
}

shaped_whole!(Date = Shape::Date);

impl Pack for Date {
    fn pack(json: Json, out: &mut Vec<u8>) -> Option<()> {
        match Date::from_json(json)? {
            Date::Undated => out.push(0),
            Date::At(day) => {
                out.push(1);
                put_day(Some(day), out);
            }
            Date::Range(from, to) => {
                out.push(2);
                put_day(from, out);
                put_day(to, out);
            }
        }
        Some(())
    }

    fn unpack(from: &mut &[u8]) -> Date {
        match take_byte(from) {
            0 => Date::Undated,
            1 => take_day(from).map_or(Date::Undated, Date::At),
            _ => Date::Range(take_day(from), take_day(from)),
        }
    }
}

/// A month or a day that is not there is zero, and so is a year where there is none of them.
fn put_day(day: Option<Day>, out: &mut Vec<u8>) {
    put_number(day.map_or(0, |day| day.year as usize + 1), out);
    if let Some(Day { month, day, .. }) = day {
        out.extend([month.unwrap_or(0), day.unwrap_or(0)]);
    }
}

fn take_day(from: &mut &[u8]) -> Option<Day> {
    let year = take_number(from).checked_sub(1)? as i32;
    let [month, day] = [(); 2].map(|()| Some(take_byte(from)).filter(|number| *number > 0));
    Some(Day { year, month, day })
}

#[cfg(not(target_family = "wasm"))]
impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(not(target_family = "wasm"))]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "As exact as the source: 2016, 2016-03, 2016-03-05, a range A/B, ../B, A/.. or undated.",
            "pattern": r"^(undated|((\d{4}(-\d{2}(-\d{2})?)?|\.\.)/(\d{4}(-\d{2}(-\d{2})?)?|\.\.))|\d{4}(-\d{2}(-\d{2})?)?)$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(i32, i32)>) {
        let date = Date::parse(text);
        assert_eq!(date.and_then(Date::years), expected, "{text}");
        if let Some(date) = date {
            assert_eq!(date.to_string(), text, "the text form is kept");
        }
    }

    #[test]
    fn forms() {
        check("2016", Some((2016, 2016)));
        check("2016-03", Some((2016, 2016)));
        check("2016-02-29", Some((2016, 2016)));
        check("2013/2017", Some((2013, 2017)));
        check("2012-12/2017-02", Some((2012, 2017)));
        check("../2012", Some((2012, 2012)));
        check("2017/..", Some((2017, 2017)));
        check("undated", None);
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        for text in
            ["", "16", "2015-02-29", "2016-13", "2016-00", "2017/2013", "../..", "2016-3", "2016-03-05-01", "2016/"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        for reversed in ["2014/2013", "2016-02/2016-01", "2015/2014-12", "2016-03-02/2016-03-01"] {
            assert_eq!(Date::parse(reversed), None, "{reversed}");
        }
        // From March on to some time in the year.
        assert!(Date::parse("2016-03/2016").is_some());
    }

    #[test]
    fn a_year_covers_the_whole_year_and_a_month_its_twelfth() {
        assert_eq!(Date::parse("2014").and_then(Date::span), Some((2014.0, 2015.0)));
        let end = |text| Day::parse(text).map(Day::end);
        for (day, month) in [("2015-11-30", "2015-11"), ("2015-02-28", "2015-02"), ("2016-12-31", "2016")] {
            assert_eq!(end(day), end(month), "{day}");
        }
        assert_eq!(Date::parse("2014-07").and_then(Date::span), Some((2014.5, 2014.0 + 7.0 / 12.0)));
    }
}
