//! The numbers of a page's words, charts and tables, and where each is from.

use super::derived::{counts, of_indicator};
use super::page::{Piece, pieces};
use super::runs::{Run, runs};
use super::{Allowed, allowed};
use bagyt::locale::Lang;
use bagyt::route::Route;
use bagyt::snapshot::Date;
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::ops::RangeInclusive;

/// Texts that have numbers of their own.
pub struct Known {
    /// For each language texts of the snapshot and of the interface, and dates as the language writes
    /// them, by the digits in each.
    texts: [HashMap<String, Vec<String>>; 3],
    years: RangeInclusive<i32>,
    /// Pages, paragraphs and the like that citations name.
    places: Vec<f64>,
}

impl Known {
    pub fn of(json: &Value) -> Known {
        let (mut strings, mut places) = (Vec::new(), Vec::new());
        strings_of(json, &mut strings);
        places_of(json, &mut places);
        let dates: Vec<(&String, Date)> = strings.iter().filter_map(|text| Some((text, Date::parse(text)?))).collect();
        let ends = dates.iter().flat_map(|(text, _)| text.split('/'));
        let years: Vec<i32> = ends.filter_map(|end| end.get(..4)?.parse().ok()).collect();
        let [first, last] = [years.iter().min(), years.iter().max()].map(|year| year.copied().unwrap_or_default());
        let texts = strings.iter().filter(|text| text.contains(char::is_alphabetic)).cloned().chain(interface());
        let texts: Vec<String> = texts.collect();
        let of_language = |lang: Lang| {
            let mut all: HashMap<String, Vec<String>> = HashMap::new();
            for text in texts.iter().cloned().chain(dates.iter().map(|(_, date)| lang.date(*date))) {
                for run in digits(&text) {
                    all.entry(run.to_owned()).or_default().push(text.clone());
                }
            }
            all
        };
        Known { texts: Lang::ALL.map(of_language), years: first..=last, places }
    }

    /// The text without what is known. A line of a drawing may be a part of it.
    fn taken_out(&self, text: &str, lang: Lang, drawn: bool) -> String {
        let at = Lang::ALL.iter().position(|one| *one == lang).unwrap_or_default();
        let mut known: Vec<&String> =
            digits(text).flat_map(|run| self.texts[at].get(run).into_iter().flatten()).collect();
        known.sort_by_key(|text| (Reverse(text.len()), *text));
        known.dedup();
        let line = text.trim();
        if drawn && line.contains(char::is_alphabetic) && known.iter().any(|known| known.contains(line)) {
            return String::new();
        }
        known.into_iter().fold(text.to_owned(), |text, known| without(&text, known))
    }
}

fn digits(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty())
}

/// The numbers that a page may show, and those of each chart that is of one indicator.
pub struct OnPage {
    stated: Vec<f64>,
    derived: Vec<f64>,
    indicators: HashMap<String, (Vec<f64>, Vec<f64>)>,
}

impl OnPage {
    pub fn of(json: &Value, route: &Route) -> OnPage {
        let here = allowed(json, route);
        let (mut stated, mut derived) = (here.numbers().collect::<Vec<_>>(), counts(json, route));
        let mut indicators = HashMap::new();
        for indicator in json["indicators"].as_array().map_or(&[][..], Vec::as_slice) {
            let mut own = Allowed::default();
            own.add_all(indicator);
            let is_here = own.numbers().all(|number| here.has(&number.to_string()));
            // A number is written with the decimals that its indicator declares.
            let unit = 10f64.powi(indicator["decimals"].as_i64().unwrap_or_default() as i32);
            let own: Vec<f64> = own.numbers().flat_map(|number| [number, (number * unit).round() / unit]).collect();
            let made = of_indicator(indicator);
            if is_here {
                stated.extend(&own);
                derived.extend(&made);
            }
            indicators.insert(indicator["id"].as_str().unwrap_or_default().to_owned(), (own, made));
        }
        OnPage { stated, derived, indicators }
    }

    fn explains(&self, chart: Option<&str>, run: &Run) -> bool {
        let own = chart.and_then(|id| self.indicators.get(id.strip_prefix("change-").or(id.strip_prefix("history-"))?));
        let (stated, derived) = own.map_or((&self.stated, &self.derived), |(stated, derived)| (stated, derived));
        stated.iter().any(|number| run.is(*number)) || derived.iter().any(|number| run.says(*number))
    }
}

/// How many numbers a page has in words, and those that come from nowhere, with their text.
pub fn untraced(html: &str, lang: Lang, known: &Known, on_page: &OnPage) -> (usize, Vec<String>) {
    let (mut seen, mut faults) = (0, Vec::new());
    let mut ticks: BTreeMap<usize, Vec<Run>> = BTreeMap::new();
    let mut drawn: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for Piece { text, chart, drawing, cited } in pieces(html) {
        seen += runs(&text, lang).len();
        if let Some(drawing) = drawing {
            drawn.entry(drawing).or_default().extend(runs(&text, lang).iter().map(|run| run.value * run.scale));
        }
        for run in runs(&known.taken_out(&text, lang, drawing.is_some()), lang) {
            let year = run.is_year() && known.years.contains(&(run.value as i32));
            let place = cited && known.places.iter().any(|place| run.is(*place));
            if year || place || on_page.explains(chart.as_deref(), &run) {
                continue;
            }
            match drawing {
                Some(drawing) => ticks.entry(drawing).or_default().push(run),
                None => faults.push(format!("{} in “{text}”", run.written)),
            }
        }
    }
    // Some marks of an axis may be known as other numbers.
    for (drawing, left) in ticks {
        if !are_ticks(&left, &drawn[&drawing]) {
            faults.extend(left.iter().map(|run| format!("{} in a drawing", run.written)));
        }
    }
    (seen, faults)
}

/// Whether the numbers that are left of a drawing are marks of its axis: steps of one, two, two and a half or five,
/// each of which is written, from the lowest to the highest.
fn are_ticks(left: &[Run], written: &[f64]) -> bool {
    let numbers: Vec<f64> = left.iter().map(|run| run.value * run.scale).collect();
    let lowest = numbers.iter().copied().fold(0.0, f64::min);
    let highest = numbers.iter().copied().fold(0.0, f64::max);
    let same = |a: f64, b: f64| (a - b).abs() < 1e-6 * b.abs().max(1e-3);
    let is_axis = |step: f64| {
        let (first, last) = ((lowest / step).round() as i64, (highest / step).round() as i64);
        let whole = |number: &f64| same((number / step).round() * step, *number);
        let is_written = |n: i64| n == 0 || written.iter().any(|number| same(*number, n as f64 * step));
        numbers.iter().all(whole) && (first..=last).all(is_written)
    };
    let power = 10f64.powf((highest.max(-lowest).log10() + 1e-9).floor());
    let mut steps = [1.0, 2.0, 2.5, 5.0].into_iter().flat_map(|head| [head * power, head * power / 10.0]);
    numbers.iter().all(|number| *number == 0.0) || steps.any(is_axis)
}

/// The text without each place of another that no number goes on from.
fn without(text: &str, known: &str) -> String {
    let ends = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_ascii_digit());
    let (mut kept, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once(known) {
        kept.push_str(before);
        let whole = ends(kept.chars().next_back()) && ends(after.chars().next());
        kept.push_str(if whole { "¤" } else { known });
        rest = after;
    }
    kept + rest
}

fn strings_of(json: &Value, all: &mut Vec<String>) {
    match json {
        Value::String(text) if text.contains(|letter: char| letter.is_ascii_digit()) => all.push(text.clone()),
        Value::Object(map) => map.values().for_each(|value| strings_of(value, all)),
        Value::Array(list) => list.iter().for_each(|value| strings_of(value, all)),
        _ => {}
    }
}

fn places_of(json: &Value, all: &mut Vec<f64>) {
    match json {
        Value::Object(map) => {
            let own = map.get("locator").and_then(Value::as_object).into_iter().flat_map(|place| place.values());
            all.extend(own.filter_map(|place| place.as_str()?.parse::<f64>().ok()));
            map.values().for_each(|value| places_of(value, all));
        }
        Value::Array(list) => list.iter().for_each(|value| places_of(value, all)),
        _ => {}
    }
}

/// The words of the interface that have a number in them, such as names of standards.
fn interface() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/locale/words");
    let files = fs::read_dir(folder).expect("the word list can be listed").flatten();
    let texts: Vec<String> = files.map(|file| fs::read_to_string(file.path()).expect("a source is text")).collect();
    let words = texts.iter().flat_map(|text| text.split('"'));
    words.filter(|word| word.contains(|letter: char| letter.is_ascii_digit())).map(str::to_owned).collect()
}
