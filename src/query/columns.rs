use super::{Facet, Orders, Span};
use crate::locale::fold;
use crate::snapshot::{Date, NoPause, Pause, Record, Scope, Snapshot, Work, at_once, find};
use engine::{Amount, Amounts, Column, Mask, Table, Texts};
use std::collections::BTreeMap;

/// Years of one record's range at most; a hostile range must not fill the memory.
const MOST_YEARS: i32 = 60;

/// The records of a snapshot as typed arrays: a row a record, in the snapshot's order.
#[derive(Debug)]
pub struct Columns {
    /// A dimension a facet, and last the classes of amounts.
    pub(super) table: Table,
    /// The folded titles of each record, and what other words it has of its own.
    titles: Texts,
    texts: Texts,
    /// The folded names of the organisations, by their code.
    names: Texts,
    pub(super) orders: Orders,
    /// In order; few.
    amounts: Vec<((Scope, String), Amounts)>,
}

/// Makes columns, a record at a time.
#[derive(Debug, Default)]
pub struct ColumnsBuilder {
    columns: Columns,
    /// The classes of amounts met so far, as they are spelt.
    classes: Vec<(Span, String)>,
    amounts: BTreeMap<(Scope, String), Vec<Amount>>,
}

impl Default for Columns {
    /// Those of no records.
    fn default() -> Columns {
        Columns {
            table: Table::new(Columns::DIMENSIONS, &Columns::OWN),
            titles: Texts::default(),
            texts: Texts::default(),
            names: Texts::default(),
            orders: Orders::default(),
            amounts: Vec::new(),
        }
    }
}

impl Columns {
    pub(super) const DIMENSIONS: usize = Facet::ALL.len() + 1;
    /// The dimension that the classes of amounts are.
    pub(super) const AMOUNTS: usize = Facet::ALL.len();
    /// The dimensions of very many values: rows that are alike in all the others are alike.
    const OWN: [usize; 2] = [Facet::Organisation.index(), Columns::AMOUNTS];

    /// Turns the records into columns.
    pub fn of(snapshot: &Snapshot) -> Columns {
        let mut builder = ColumnsBuilder::default();
        snapshot.records.iter().for_each(|record| builder.push(&record));
        at_once(builder.finish(snapshot, &NoPause)).unwrap_or_default()
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

    /// The classes that amounts are counted in, in the order of first appearance.
    pub fn classes(&self) -> impl Iterator<Item = Option<Span>> {
        self.table.column(Columns::AMOUNTS).keys().iter().map(|key| Span::parse(key))
    }

    /// The records that have this value of a facet.
    pub fn with_key(&self, facet: Facet, key: &str) -> Mask {
        let wanted: Vec<bool> = self.keys(facet).iter().map(|known| known == key).collect();
        self.table.rows_with(facet.index(), &wanted)
    }

    pub(super) fn facet(&self, facet: Facet) -> &Column {
        self.table.column(facet.index())
    }

    /// The records that have an amount in the range.
    #[inline(never)]
    pub(super) fn with_amounts(&self, span: &Span) -> Mask {
        let mut records = Mask::none(self.len());
        let least = span.least.map_or(f64::NEG_INFINITY, |least| least as f64);
        let below = span.below.map_or(f64::INFINITY, |below| below as f64);
        for (_, _, amounts) in self.amounts().filter(|(_, currency, _)| *currency == span.currency) {
            amounts.between(least, below).iter().for_each(|amount| records.insert(amount.row as usize));
        }
        records
    }

    /// The records that have every one of the folded words; `of` are those that can have them.
    #[inline(never)]
    pub(super) fn with_words(&self, words: &[String], of: Option<&Mask>) -> Found {
        let found = words.iter().map(|word| {
            let (in_title, begins) = self.titles.with(word, of);
            let mut anywhere = in_title.clone();
            anywhere.or(&self.texts.with(word, of).0);
            let (named, _) = self.names.with(word, None);
            if named.count() > 0 {
                let wanted: Vec<bool> = (0..self.names.len()).map(|code| named.contains(code)).collect();
                anywhere.or(&self.table.rows_with(Facet::Organisation.index(), &wanted));
            }
            Found { anywhere, in_title, begins }
        });
        let all = found.reduce(|mut all, one| {
            all.anywhere.and(&one.anywhere);
            all.in_title.and(&one.in_title);
            all.begins.and(&one.begins);
            all
        });
        let none = || Mask::none(self.len());
        all.unwrap_or_else(|| Found { anywhere: none(), in_title: none(), begins: none() })
    }
}

/// Where search words were found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub anywhere: Mask,
    /// All of them in the title.
    pub in_title: Mask,
    /// All of them at the beginnings of the title's words.
    pub begins: Mask,
}

impl ColumnsBuilder {
    /// Adds the row of the next record.
    #[inline(never)]
    pub fn push(&mut self, record: &Record) {
        let row = self.columns.len() as u32;
        let folded = |(_, words): (_, &str)| fold(words);
        // What stands first makes room before the first word, as there is before all others.
        let titles: Vec<String> = [String::new()].into_iter().chain(record.title.versions().map(folded)).collect();
        let summaries = record.summary.iter().flat_map(|text| text.versions().map(folded));
        let texts: Vec<String> = summaries.chain([record.id.replace('-', " ")]).collect();
        self.columns.titles.push(&titles);
        self.columns.texts.push(&texts);
        self.columns.orders.push(record.date);
        let mut classes = Vec::new();
        for (part, money) in (0..).zip(&record.money) {
            self.amounts_of(record.scope, &money.currency).push(Amount { value: money.amount, row, part });
            classes.push(self.class_of(&money.currency, money.amount));
        }
        let classes: Vec<&str> = classes.iter().map(|&at| self.classes[at].1.as_str()).collect();
        let years: Vec<String> = years(record.date).map(|year| year.to_string()).collect();
        let mut keys = Vec::with_capacity(2 * Facet::ALL.len());
        let ends = Facet::ALL.map(|facet| {
            add_keys(&mut keys, facet, record, &years);
            keys.len()
        });
        let starts = [0].into_iter().chain(ends);
        let of_facets = starts.zip(ends).map(|(start, end)| &keys[start..end]);
        self.columns.table.push(of_facets.chain([classes.as_slice()]));
    }

    #[inline(never)]
    fn amounts_of(&mut self, scope: Scope, currency: &str) -> &mut Vec<Amount> {
        self.amounts.entry((scope, currency.to_owned())).or_default()
    }

    /// The place of an amount's class among those met.
    fn class_of(&mut self, currency: &str, amount: f64) -> usize {
        let met = self.classes.iter().position(|(class, _)| class.currency == currency && class.holds(amount));
        met.unwrap_or_else(|| {
            let class = Span::class_of(currency, amount);
            let spelt = class.spell();
            self.classes.push((class, spelt));
            self.classes.len() - 1
        })
    }

    /// All rows are there; the snapshot's registries give what they refer to.
    pub async fn finish(self, snapshot: &Snapshot, pause: &impl Pause) -> Columns {
        let mut columns = self.columns;
        columns.table.close();
        for id in columns.table.column(Facet::Organisation.index()).keys() {
            let name = find(&snapshot.organisations, id).map(|organisation| &organisation.name);
            let names = name.into_iter().flat_map(|name| name.versions().map(|(_, words)| fold(words)));
            let names: Vec<String> = names.collect();
            columns.names.push(&names);
        }
        for (key, all) in self.amounts {
            pause.breathe(Work::Indexing, 0, 1).await;
            columns.amounts.push((key, Amounts::new(&all)));
        }
        columns
    }
}

/// Adds the keys of a record in one dimension; at least one.
fn add_keys<'a>(keys: &mut Vec<&'a str>, facet: Facet, record: &'a Record, years: &'a [String]) {
    let before = keys.len();
    match facet {
        Facet::Direction => keys.extend(record.directions.iter().map(String::as_str)),
        Facet::Kind => keys.push(record.kind.word()),
        Facet::Stage => keys.extend(record.stage.map(|stage| stage.word())),
        Facet::Area => keys.extend(record.areas.iter().map(String::as_str)),
        Facet::Year => keys.extend(years.iter().map(String::as_str)),
        Facet::Organisation => keys.extend(record.organisations.iter().map(|part| part.organisation.as_str())),
        Facet::Scope => keys.push(record.scope.word()),
    }
    if keys.len() == before {
        keys.push(facet.blank());
    }
}

/// The years that a date lies in.
fn years(date: Date) -> impl Iterator<Item = i32> {
    let years = date.years().map(|(first, last)| first..=last.min(first + MOST_YEARS));
    years.into_iter().flatten()
}
