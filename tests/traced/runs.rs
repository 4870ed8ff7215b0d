//! Numbers as they stand in a text.

use bagyt::locale::Lang;

/// A number of a text: what it says, with how many decimals, and the power of ten that a word after
/// it names. Its sign is left aside.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub written: String,
    pub value: f64,
    pub decimals: u32,
    pub scale: f64,
    pub percent: bool,
}

impl Run {
    /// Whether that number would be written so, after rounding to at most one decimal more than zeros
    /// that are dropped would leave.
    pub fn says(&self, number: f64) -> bool {
        let decimals = if self.percent { self.decimals } else { self.decimals.max(1) };
        (number.abs() / self.scale - self.value).abs() <= 0.5 * 10f64.powi(-(decimals as i32)) + 1e-9
    }

    /// Whether it is that number, without any rounding but that of a magnitude.
    pub fn is(&self, number: f64) -> bool {
        if self.scale > 1.0 {
            self.says(number)
        } else {
            (number.abs() - self.value).abs() <= 1e-9 * self.value.max(1.0)
        }
    }

    /// Whether it is written as a year is: four digits without a group.
    pub fn is_year(&self) -> bool {
        self.scale == 1.0 && self.decimals == 0 && self.written.len() == 4
    }
}

const SPACE: char = '\u{a0}';
const SCALES: [(&[&str], f64); 3] = [(&["млн", "m"], 1e6), (&["млрд", "bn"], 1e9), (&["трлн", "tn"], 1e12)];

/// Every number of a text, read as the language writes numbers.
pub fn runs(text: &str, lang: Lang) -> Vec<Run> {
    let letters: Vec<char> = text.chars().collect();
    let (group, mark) = if lang == Lang::En { (',', '.') } else { (SPACE, ',') };
    let digits = |from: usize| letters.iter().skip(from).take_while(|letter| letter.is_ascii_digit()).count();
    let (mut all, mut at) = (Vec::new(), 0);
    while at < letters.len() {
        let first = digits(at);
        if first == 0 {
            at += 1;
            continue;
        }
        let mut end = at + first;
        while first <= 3 && letters.get(end) == Some(&group) && digits(end + 1) == 3 {
            end += 4;
        }
        let decimals = if letters.get(end) == Some(&mark) { digits(end + 1) } else { 0 };
        let mut written: String = letters[at..end].iter().collect();
        let mut plain = written.replace(group, "");
        if decimals > 0 {
            let fraction: String = letters[end + 1..=end + decimals].iter().collect();
            end += 1 + decimals;
            plain = format!("{plain}.{fraction}");
            written = format!("{written}{mark}{fraction}");
        }
        let after: String = letters[end..].iter().skip_while(|letter| **letter == SPACE).take(5).collect();
        let word = after.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        let scale = SCALES.iter().find(|(names, _)| names.contains(&word)).map_or(1.0, |(_, scale)| *scale);
        let value = plain.parse().expect("digits are a number");
        all.push(Run { written, value, decimals: decimals as u32, scale, percent: after.starts_with('%') });
        at = end;
    }
    all
}

#[test]
fn numbers_are_read_as_they_are_written() {
    let read = |text, lang| runs(text, lang).into_iter().map(|run| run.value * run.scale).collect::<Vec<_>>();
    assert_eq!(read("1,234.5 and 7.8\u{a0}bn, 2013, 2014", Lang::En), [1234.5, 7.8e9, 2013.0, 2014.0]);
    assert_eq!(read("1\u{a0}234,5 и 7,8\u{a0}млрд; 12\u{a0}/\u{a0}58", Lang::Ru), [1234.5, 7.8e9, 12.0, 58.0]);
    let run = &runs("×2.4", Lang::En)[0];
    assert!(run.says(2.36) && !run.says(2.3) && !run.is(2.36) && run.is(2.4));
}
