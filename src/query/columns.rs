use super::Facet;
use crate::locale::fold;
use crate::snapshot::{Named, Record, Snapshot, find};
use crate::sort::sort_by;
use std::collections::HashMap;

/// Years of one record's range at most; a hostile range must not fill the memory.
const MOST_YEARS: i32 = 60;

/// The records of a snapshot as typed arrays: a row a record, in the snapshot's order.
#[derive(Debug, Clone)]
pub struct Columns {
    facets: [Codes; 7],
    /// Folded title, summary and organisations of each record, in every language.
    haystacks: Vec<String>,
}

/// One facet of all records: a dictionary of keys, and for each record the codes of its keys.
#[derive(Debug, Clone, Default)]
pub struct Codes {
    keys: Vec<String>,
    /// Where each record's codes start; one more than there are records.
    offsets: Vec<u32>,
    codes: Vec<u16>,
}

impl Columns {
    /// Turns the records into columns.
    pub fn of(snapshot: &Snapshot) -> Columns {
        let facets = Facet::ALL.map(|facet| Codes::of(facet, snapshot));
        let haystacks = snapshot.records.iter().map(|record| haystack(record, snapshot)).collect();
        Columns { facets, haystacks }
    }

    pub fn len(&self) -> usize {
        self.haystacks.len()
    }

    pub fn is_empty(&self) -> bool {
        self.haystacks.is_empty()
    }

    pub fn facet(&self, facet: Facet) -> &Codes {
        &self.facets[facet.index()]
    }

    /// Whether the record has every one of the folded words.
    pub fn has_words(&self, record: usize, words: &[String]) -> bool {
        let haystack = self.haystacks.get(record).map_or("", String::as_str);
        words.iter().all(|word| haystack.contains(word.as_str()))
    }
}

impl Codes {
    fn of(facet: Facet, snapshot: &Snapshot) -> Codes {
        let mut column = Codes { offsets: vec![0], ..Codes::default() };
        let mut known: HashMap<String, u16> = HashMap::new();
        for record in snapshot.records.iter() {
            for key in keys(facet, record) {
                // More than 65,536 different keys cannot be chosen from; the rest share the last.
                let next = u16::try_from(column.keys.len()).unwrap_or(u16::MAX);
                let code = *known.entry(key).or_insert_with_key(|key| {
                    column.keys.push(key.clone());
                    next
                });
                column.codes.push(code);
            }
            column.offsets.push(u32::try_from(column.codes.len()).unwrap_or(u32::MAX));
        }
        column
    }

    /// The codes of a record's keys.
    pub fn of_record(&self, record: usize) -> &[u16] {
        let start = self.offsets.get(record).copied().unwrap_or(0) as usize;
        let end = self.offsets.get(record + 1).copied().unwrap_or(0) as usize;
        self.codes.get(start..end).unwrap_or_default()
    }

    pub fn code(&self, key: &str) -> Option<u16> {
        self.keys.iter().position(|known| known == key).and_then(|at| u16::try_from(at).ok())
    }

    /// The dictionary, in the order of first appearance; the code is the position.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }
}

/// The keys of a record in one dimension; at least one, each at most once.
fn keys(facet: Facet, record: &Record) -> Vec<String> {
    let mut keys: Vec<String> = match facet {
        Facet::Direction => record.directions.clone(),
        Facet::Kind => vec![record.kind.word().to_owned()],
        Facet::Stage => record.stage.iter().map(|stage| stage.word().to_owned()).collect(),
        Facet::Area => record.areas.clone(),
        Facet::Year => match record.date.years() {
            Some((first, last)) => (first..=last.min(first + MOST_YEARS)).map(|year| year.to_string()).collect(),
            None => Vec::new(),
        },
        Facet::Organisation => record.organisations.iter().map(|part| part.organisation.clone()).collect(),
        Facet::Scope => vec![record.scope.word().to_owned()],
    };
    sort_by(&mut keys, String::cmp);
    keys.dedup();
    if keys.is_empty() {
        keys.push(facet.blank().to_owned());
    }
    keys
}

fn haystack(record: &Record, snapshot: &Snapshot) -> String {
    let organisations =
        record.organisations.iter().filter_map(|part| find(&snapshot.organisations, &part.organisation));
    let names = organisations.map(|organisation| &organisation.name);
    let texts = [&record.title].into_iter().chain(&record.summary).chain(names);
    let words: Vec<String> =
        texts.flat_map(|text| text.versions().map(|(_, words)| fold(words)).collect::<Vec<_>>()).collect();
    format!("{} {}", words.join(" "), record.id().replace('-', " "))
}
