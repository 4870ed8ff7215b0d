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
const WORDS: [&str; 12] = [
    "Road", "School", "Water", "Clinic", "Market", "Port", "Grant", "Survey", "Garden", "Bridge", "Library", "Workshop",
];

/// The JSON of a snapshot of that many records. Organisations are few and unequal (their
/// sizes fall off like Zipf's law), amounts are skewed, years cluster in the middle.
pub fn synth(records: usize, seed: u64) -> String {
    let mut random = Random(seed);
    let organisations = (records / 50).clamp(3, 2_000);
    let mut text = head(organisations);
    for i in 0..records {
        let comma = if i == 0 { "" } else { "," };
        let (direction, _) = DIRECTIONS[random.below(DIRECTIONS.len())];
        let kind = Kind::ALL[random.skewed(Kind::ALL.len())].word();
        let stage = Stage::ALL[random.below(Stage::ALL.len())].word();
        let scope = ["project", "project", "project", "context", "related"][random.below(5)];
        let word = WORDS[random.below(WORDS.len())];
        let year = 2013 + (random.below(3) + random.below(3));
        let amount = 1_000 * 10usize.pow(u32::try_from(random.skewed(6)).unwrap_or(0)) + random.below(1_000);
        let (area, organisation) = (AREAS[random.skewed(AREAS.len())], random.skewed(organisations));
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "{comma}\n{{\"id\":\"r{i:07}\",\"kind\":\"{kind}\",\"directions\":[\"{direction}\"],\"scope\":\"{scope}\",\
             \"title\":{{\"en\":\"{word} {i}\"}},\"stage\":\"{stage}\",\"date\":\"{year}\",\"areas\":[\"{area}\"],\
             \"organisations\":[{{\"organisation\":\"o{organisation:04}\",\"role\":\"lead\"}}],\
             \"money\":[{{\"kind\":\"budget\",\"amount\":{amount},\"currency\":\"EUR\"}}],\"evidence\":[{{\"source\":\"s\"}}]}}"
        );
    }
    text.push_str("\n]}\n");
    text
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
    fn valid_and_repeatable() {
        let text = synth(200, 7);
        let (snapshot, problems) = read(&text);
        assert_eq!(problems, []);
        assert_eq!(
            snapshot.map(|s| (s.records.len(), s.records.iter().all(|r| !r.money.is_empty()))),
            Some((200, true))
        );
        assert_eq!(text, synth(200, 7));
        assert_ne!(text, synth(200, 8));
    }
}
