use super::{Facet, Orders};
use crate::locale::fold;
use crate::snapshot::{NoPause, Pause, Record, Scope, Snapshot, Work, at_once, find, parts};
use engine::{Amount, Amounts, Column, Mask, Texts};
use std::collections::BTreeMap;

/// Years of one record's range at most; a hostile range must not fill the memory.
const MOST_YEARS: i32 = 60;

/// The records of a snapshot as typed arrays: a row a record, in the snapshot's order.
#[derive(Debug, Default)]
pub struct Columns {
    pub(super) facets: [Column; 7],
    /// The folded words that each record has of its own.
    texts: Texts,
    /// The folded names of the organisations, by their code.
    names: Texts,
    pub(super) orders: Orders,
    amounts: BTreeMap<(Scope, String), Amounts>,
}

/// Makes columns, a record at a time.
#[derive(Debug, Default)]
struct Builder {
    columns: Columns,
    amounts: BTreeMap<(Scope, String), Vec<Amount>>,
}

impl Columns {
    /// Turns the records into columns.
    pub fn of(snapshot: &Snapshot) -> Columns {
        at_once(Columns::in_parts(snapshot, &NoPause)).unwrap_or_default()
    }

    /// The same, with pauses between the records.
    pub async fn in_parts(snapshot: &Snapshot, pause: &impl Pause) -> Columns {
        let mut builder = Builder::default();
        for part in parts(snapshot.records.len()) {
            pause.breathe(Work::Indexing, part.start, snapshot.records.len()).await;
            snapshot.records[part].iter().for_each(|record| builder.push(record));
        }
        builder.finish(snapshot)
    }

    pub fn len(&self) -> usize {
        self.texts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The keys of a facet, in the order of first appearance; a key's code is its position.
    pub fn keys(&self, facet: Facet) -> &[String] {
        self.facet(facet).keys()
    }

    /// The amounts of each scope and currency, which are never joined.
    pub fn amounts(&self) -> impl Iterator<Item = (Scope, &str, &Amounts)> {
        self.amounts.iter().map(|((scope, currency), amounts)| (*scope, currency.as_str(), amounts))
    }

    pub(super) fn facet(&self, facet: Facet) -> &Column {
        &self.facets[facet.index()]
    }

    /// The records that have every one of the folded words.
    pub(super) fn with_words(&self, words: &[String]) -> Mask {
        let organisations = self.facet(Facet::Organisation);
        let found = words.iter().map(|word| {
            let mut records = self.texts.with(word);
            let named = self.names.with(word);
            if named.count() > 0 {
                let wanted: Vec<bool> = (0..self.names.len()).map(|code| named.contains(code)).collect();
                records.or(&organisations.rows_with(&wanted));
            }
            records
        });
        found
            .reduce(|mut all, records| {
                all.and(&records);
                all
            })
            .unwrap_or_else(|| Mask::none(self.len()))
    }
}

impl Builder {
    /// Adds a record's row.
    fn push(&mut self, record: &Record) {
        let row = self.columns.len() as u32;
        for facet in Facet::ALL {
            push_keys(&mut self.columns.facets[facet.index()], facet, record);
        }
        let texts = [&record.title].into_iter().chain(&record.summary);
        let words = texts.flat_map(|text| text.versions().map(|(_, words)| fold(words)));
        let words: Vec<String> = words.chain([record.id.replace('-', " ")]).collect();
        self.columns.texts.push(words.iter().map(String::as_str));
        self.columns.orders.push(record.date);
        for (part, money) in (0..).zip(&record.money) {
            let amounts = self.amounts.entry((record.scope, money.currency.clone())).or_default();
            amounts.push(Amount { value: money.amount, row, part });
        }
    }

    /// All rows are there; the snapshot's registries give what they refer to.
    fn finish(self, snapshot: &Snapshot) -> Columns {
        let mut columns = self.columns;
        columns.facets.iter_mut().for_each(Column::close);
        for id in columns.facets[Facet::Organisation.index()].keys() {
            let name = find(&snapshot.organisations, id).map(|organisation| &organisation.name);
            let names = name.into_iter().flat_map(|name| name.versions().map(|(_, words)| fold(words)));
            let names: Vec<String> = names.collect();
            columns.names.push(names.iter().map(String::as_str));
        }
        columns.amounts = self.amounts.into_iter().map(|(key, all)| (key, Amounts::new(&all))).collect();
        columns
    }
}

/// The keys of a record in one dimension; at least one.
fn push_keys(column: &mut Column, facet: Facet, record: &Record) {
    let years = record.date.years().map(|(first, last)| first..=last.min(first + MOST_YEARS));
    let years: Vec<String> = years.into_iter().flatten().map(|year| year.to_string()).collect();
    let keys: Vec<&str> = match facet {
        Facet::Direction => record.directions.iter().map(String::as_str).collect(),
        Facet::Kind => vec![record.kind.word()],
        Facet::Stage => record.stage.iter().map(|stage| stage.word()).collect(),
        Facet::Area => record.areas.iter().map(String::as_str).collect(),
        Facet::Year => years.iter().map(String::as_str).collect(),
        Facet::Organisation => record.organisations.iter().map(|part| part.organisation.as_str()).collect(),
        Facet::Scope => vec![record.scope.word()],
    };
    let blank = [facet.blank()];
    column.push(if keys.is_empty() { &blank } else { &keys });
}
