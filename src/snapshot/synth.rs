//! Synthetic snapshots, for tests and for measuring: plausible, valid, and the same for a seed.

use super::{Kind, Stage};
use std::fmt::Write;

const DIRECTIONS: [(&str, &str); 8] = [
    ("citizen-participation", "Citizen participation"),
    ("innovation", "Regional innovation"),
    ("local-self-government", "Local self-government"),
    ("results-based-budgeting", "Results-based budgeting"),
    ("sez-aktau", "SEZ Seaport Aktau"),
    ("small-business", "Small business"),
    ("tourism", "Tourism"),
    ("youth-employment", "Youth employment"),
];
const AREAS: [&str; 6] = ["aktau", "beineu", "karakiya", "munaily", "tupkaragan", "zhanaozen"];
const WORDS: [&str; 12] =
    ["Road", "School", "Water", "Clinic", "Market", "Port", "Grant", "Survey", "Garden", "Bridge", "Library", "Fair"];

/// How many of a hundred records state each of what may be left out. The published ones are as
/// silent on stages and areas; and so a record takes less than 200 bytes.
const WITH_DIRECTION: usize = 30;
const WITH_STAGE: usize = 16;
const WITH_DATE: usize = 70;
const WITH_AREA: usize = 14;
const WITH_ORGANISATION: usize = 8;

/// The JSON of a snapshot of that many records, in pieces that follow on each other.
///
/// Organisations are few and unequal (their sizes fall off like Zipf's law), amounts are skewed
/// over five orders of magnitude, years cluster in the middle.
pub fn synth(records: usize, seed: u64) -> impl Iterator<Item = String> {
    let mut random = Random(seed);
    let organisations = (records / 50).clamp(3, 2_000);
    let records = (0..records).map(move |i| {
        let comma = if i == 0 { "" } else { "," };
        format!("{comma}\n{}", record(i, organisations, &mut random))
    });
    [head(organisations)].into_iter().chain(records).chain(["\n]}\n".to_owned()])
}

fn record(i: usize, organisations: usize, random: &mut Random) -> String {
    let kind = Kind::ALL[random.skewed(Kind::ALL.len())].word();
    let scope = ["project", "project", "project", "context", "related"][random.below(5)];
    let id = name(i);
    let word = WORDS[random.below(WORDS.len())];
    let mut line = format!(
        r#"{{"id":"{id}","kind":"{kind}","scope":"{scope}","title":{{"en":"{word} {}"}}"#,
        id.trim_start_matches('0')
    );
    // Writing to a string cannot fail.
    if random.below(100) < WITH_DIRECTION {
        let _ = write!(line, r#","directions":["{}"]"#, DIRECTIONS[random.below(DIRECTIONS.len())].0);
    }
    if random.below(100) < WITH_STAGE {
        let _ = write!(line, r#","stage":"{}""#, Stage::ALL[random.below(Stage::ALL.len())].word());
    }
    if random.below(100) < WITH_DATE {
        let _ = write!(line, r#","date":"{}""#, 2010 + random.below(5) + random.below(5) + random.below(5));
    }
    if random.below(100) < WITH_AREA {
        let _ = write!(line, r#","areas":["{}"]"#, AREAS[random.skewed(AREAS.len())]);
    }
    if random.below(100) < WITH_ORGANISATION {
        let organisation = random.skewed(organisations);
        let _ = write!(line, r#","organisations":[{{"organisation":"o{organisation:04}","role":"lead"}}]"#);
    }
    let amount = (1 + random.below(99)) * 10usize.pow(u32::try_from(1 + random.skewed(5)).unwrap_or(1));
    let money = format!(r#"{{"kind":"budget","amount":{amount},"currency":"EUR"}}"#);
    format!(r#"{line},"money":[{money}],"evidence":[{{"source":"s"}}]}}"#)
}

/// A short id: digits and letters, in the order of the numbers.
fn name(number: usize) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    (0..5).rev().map(|place| char::from(DIGITS[number / 36usize.pow(place) % 36])).collect()
}

fn head(organisations: usize) -> String {
    let list = |items: Vec<String>| items.join(",\n");
    let areas = AREAS.map(|id| format!(r#"{{"id":"{id}","name":{{"en":"{id}"}},"kind":"district"}}"#));
    let directions = DIRECTIONS.map(|(id, name)| {
        format!(r#"{{"id":"{id}","title":{{"en":"{name}"}},"short":{{"en":"{name}"}},"summary":{{"en":"{name}, made up."}}}}"#)
    });
    let names = (0..organisations).map(|i| format!(r#"{{"id":"o{i:04}","name":{{"en":"Organisation {i}"}}}}"#));
    format!(
        r#"{{"$schema":"snapshot.schema.json","format":1,
"snapshot":{{"version":"0.0.0","created":"2026-11-23","publisher":{{"en":"Nobody"}},"licence":"CC0-1.0",
"languages":[{{"code":"en","review":"draft"}}],"default_language":"en","original":"en"}},
"project":{{"title":{{"en":"A synthetic project"}},"summary":{{"en":"Made up, for tests and measurements."}},"funder":"o0000","lead":"o0001",
"budget":{{"kind":"budget","amount":1000000,"currency":"EUR","evidence":[{{"source":"s"}}]}},
"period":{{"date":"2013/2017","evidence":[{{"source":"s"}}]}},"areas":["aktau"]}},
"areas":[{}],
"directions":[{}],
"organisations":[{}],
"sources":[{{"id":"s","title":{{"en":"A generator"}},"publisher":{{"en":"Nobody"}},"accessed":"2026-11-23","language":"en"}}],
"indicators":[],
"records":["#,
        list(areas.to_vec()),
        list(directions.to_vec()),
        list(names.collect())
    )
}

/// SplitMix64: small, fast, and the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`, each as likely.
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// A number below `n`, small ones more likely: about 1/(k+1).
    fn skewed(&mut self, n: usize) -> usize {
        let unit = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        let at = (n as f64 + 1.0).powf(unit) - 1.0;
        (at as usize).min(n.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::read;

    #[test]
    fn valid_lean_and_repeatable() {
        let text = |records, seed| synth(records, seed).collect::<String>();
        let (snapshot, problems) = read(&text(500, 7));
        assert_eq!(problems, []);
        let records = snapshot.map(|snapshot| snapshot.records).unwrap_or_default();
        assert_eq!(records.len(), 500);
        assert!(records.iter().all(|record| !record.money.is_empty()));
        assert!(text(2_000, 7).len() - text(1_000, 7).len() <= 200 * 1_000);
        assert_eq!(text(200, 7), text(200, 7));
        assert_ne!(text(200, 7), text(200, 8));
    }

    #[test]
    fn ids_ascend() {
        assert_eq!([name(0), name(35), name(36), name(999_999)], ["00000", "0000z", "00010", "0lflr"]);
    }
}
