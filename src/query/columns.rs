use super::currencies::{OfCurrency, class_of, of_currency};
use super::{Facet, Orders, Span};
use crate::locale::fold_onto;
use crate::snapshot::{Date, Kind, NoPause, Pause, Record, Scope, Snapshot, Stage, Text, Work, at_once, find, parts};
use crate::sort::sort_by_key;
use engine::{Amount, Amounts, Column, Fails, Mask, Table, TableBuilder, Texts};
use std::cmp::Reverse;

/// The records of a snapshot as typed arrays: a row a record, in the snapshot's order.
#[derive(Debug)]
pub struct Columns {
    /// One dimension for each facet, and a last one for the classes of amounts.
    pub(super) table: Table,
    /// The folded titles of each record; and the folded words of its summary and its id.
    titles: Texts,
    texts: Texts,
    /// The folded names of the organisations, long and short, by code.
    names: Texts,
    pub(super) orders: Orders,
    /// Sorted by scope, then currency.
    amounts: Vec<((Scope, String), Amounts)>,
}

/// Makes columns, a record at a time.
#[derive(Debug)]
pub struct ColumnsBuilder {
    columns: Columns,
    table: TableBuilder,
    /// What was met of each currency, sorted by its code.
    currencies: Vec<OfCurrency>,
    /// The classes of amounts met so far, as they are spelt.
    classes: Vec<String>,
    /// What is made for one record: its folded words, its years, the classes of its amounts. The room is
    /// used again for the next record: to ask for it a hundred thousand times takes time.
    words: String,
    years: String,
    met: Vec<usize>,
}

impl Default for Columns {
    /// Those of no records.
    fn default() -> Columns {
        Columns {
            table: Columns::rows().close(),
            titles: Texts::default(),
            texts: Texts::default(),
            names: Texts::default(),
            orders: Orders::default(),
            amounts: Vec::new(),
        }
    }
}

impl Default for ColumnsBuilder {
    fn default() -> ColumnsBuilder {
        ColumnsBuilder {
            columns: Columns::default(),
            table: Columns::rows(),
            currencies: Vec::new(),
            classes: Vec::new(),
            words: String::new(),
            years: String::new(),
            met: Vec::new(),
        }
    }
}

/// The search is a condition too, beside those of the dimensions: the program is not compiled with more than there
/// can be.
const _: usize = Fails::CONDITIONS - Columns::DIMENSIONS - 1;

impl Columns {
    /// How many dimensions there are.
    pub(super) const DIMENSIONS: usize = Facet::ALL.len() + 1;
    /// The number of the dimension of the classes of amounts.
    pub(super) const AMOUNTS: usize = Facet::ALL.len();
    /// The dimensions of very many values, in which each row keeps its own set.
    const OWN: [usize; 2] = [Facet::Organisation.index(), Columns::AMOUNTS];

    /// A builder of the table, without rows.
    fn rows() -> TableBuilder {
        TableBuilder::new(Columns::DIMENSIONS, &Columns::OWN)
    }

    /// Turns the records into columns.
    pub fn of(snapshot: &Snapshot) -> Columns {
        let mut builder = ColumnsBuilder::default();
        snapshot.records.iter().for_each(|record| builder.push(&record));
        at_once(builder.finish(snapshot, &NoPause)).unwrap_or_default()
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are no records.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The keys of a facet, in the order of first appearance; a key's code is its position.
    pub fn keys(&self, facet: Facet) -> &[String] {
        self.facet(facet).keys()
    }

    /// The amounts of each scope and currency, which are never joined; by scope, then by currency.
    pub fn amounts(&self) -> impl Iterator<Item = (Scope, &str, &Amounts)> {
        self.amounts.iter().map(|((scope, currency), amounts)| (*scope, currency.as_str(), amounts))
    }

    /// The currencies, that of most amounts first: the order in which amounts are sorted.
    pub fn currencies(&self) -> Vec<&str> {
        let mut all: Vec<(usize, &str)> = Vec::new();
        for (_, currency, amounts) in self.amounts() {
            match all.iter_mut().find(|(_, known)| *known == currency) {
                Some((count, _)) => *count += amounts.all().len(),
                None => all.push((amounts.all().len(), currency)),
            }
        }
        sort_by_key(&mut all, |(count, currency)| (Reverse(*count), *currency));
        all.into_iter().map(|(_, currency)| currency).collect()
    }

    /// The classes that amounts are counted in, by code; none for one that [`Span::parse`] does not read.
    pub fn classes(&self) -> impl Iterator<Item = Option<Span>> {
        self.table.column(Columns::AMOUNTS).keys().iter().map(|key| Span::parse(key))
    }

    /// The records that have this value of a facet.
    pub fn with_key(&self, facet: Facet, key: &str) -> Mask {
        let wanted: Vec<bool> = self.keys(facet).iter().map(|known| known == key).collect();
        self.table.rows_with(facet.index(), &wanted)
    }

    /// The dimension of a facet.
    pub(super) fn facet(&self, facet: Facet) -> &Column {
        self.table.column(facet.index())
    }

    /// The records that have an amount in the range, whatever their scope.
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

    /// The records that have every one of the folded words. Where `of` is given, no other record can have them.
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
    /// Each word in the title, the other texts or the name of an organisation.
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
        let ColumnsBuilder { columns, table, currencies, classes, words, years, met } = self;
        words.clear();
        // A space before the first word too: by it the search knows where words begin.
        words.push(' ');
        record.title.versions().for_each(|(_, text)| fold_onto(words, text));
        columns.titles.push(words);
        words.clear();
        record.summary.iter().flat_map(Text::versions).for_each(|(_, text)| fold_onto(words, text));
        fold_onto(words, &record.id);
        columns.texts.push(words);
        columns.orders.push(record.date);
        met.clear();
        for (part, money) in (0..).zip(&record.money) {
            let own = of_currency(currencies, &money.currency);
            own.of_scopes[record.scope as usize].push(Amount { value: money.amount, row, part });
            met.push(class_of(own, money.amount, classes));
        }
        years.clear();
        years_of(record.date).for_each(|year| years.push_str(&format!("{year} ")));
        let mut keys = Vec::with_capacity(2 * Columns::DIMENSIONS);
        let mut ends = [0; Columns::DIMENSIONS + 1];
        for (facet, end) in Facet::ALL.into_iter().zip(&mut ends[1..]) {
            add_keys(&mut keys, facet, record, years);
            *end = keys.len();
        }
        keys.extend(met.iter().map(|&at| classes[at].as_str()));
        ends[Columns::DIMENSIONS] = keys.len();
        table.push(&std::array::from_fn::<_, { Columns::DIMENSIONS }, _>(|at| &keys[ends[at]..ends[at + 1]]));
    }

    /// The columns of the records added. The snapshot's registries give the names that they refer to.
    pub async fn finish(mut self, snapshot: &Snapshot, pause: &impl Pause) -> Columns {
        // Known even without records, so that choosing it shows none instead of counting as unknown.
        let mut know = |facet: Facet, key: &str| self.table.know(facet.index(), key);
        snapshot.directions.iter().for_each(|direction| know(Facet::Direction, &direction.id));
        snapshot.areas.iter().for_each(|area| know(Facet::Area, &area.id));
        snapshot.organisations.iter().for_each(|organisation| know(Facet::Organisation, &organisation.id));
        for (facet, words) in [(Facet::Kind, Kind::WORDS), (Facet::Stage, Stage::WORDS), (Facet::Scope, Scope::WORDS)] {
            words.iter().for_each(|word| know(facet, word));
        }
        let (mut columns, mut words) = (self.columns, self.words);
        columns.table = self.table.close();
        let ids = columns.table.column(Facet::Organisation.index()).keys();
        for part in parts(ids.len()) {
            pause.breathe(Work::Whole, 0, 1).await;
            for id in &ids[part] {
                words.clear();
                // Boxes, charts and the list call it by its short name, where it has one.
                let names = find(&snapshot.organisations, id).map(|found| [Some(&found.name), found.short.as_ref()]);
                let names = names.into_iter().flatten().flatten().flat_map(Text::versions);
                names.for_each(|(_, text)| fold_onto(&mut words, text));
                columns.names.push(&words);
            }
        }
        for &scope in Scope::ALL {
            for own in &mut self.currencies {
                let all = std::mem::take(&mut own.of_scopes[scope as usize]);
                if !all.is_empty() {
                    pause.breathe(Work::Whole, 0, 1).await;
                    columns.amounts.push(((scope, own.currency.clone()), Amounts::new(&all)));
                }
            }
        }
        columns
    }
}

/// Adds the keys of a record in one dimension; the blank key where it has none.
fn add_keys<'a>(keys: &mut Vec<&'a str>, facet: Facet, record: &'a Record, years: &'a str) {
    let before = keys.len();
    match facet {
        Facet::Direction => keys.extend(record.directions.iter().map(String::as_str)),
        Facet::Kind => keys.push(record.kind.word()),
        Facet::Stage => keys.extend(record.stage.map(|stage| stage.word())),
        Facet::Area => keys.extend(record.areas.iter().map(String::as_str)),
        Facet::Year => keys.extend(years.split_terminator(' ')),
        Facet::Organisation => keys.extend(record.organisations.iter().map(|part| part.organisation.as_str())),
        Facet::Scope => keys.push(record.scope.word()),
    }
    if keys.len() == before {
        keys.push(facet.blank());
    }
}

/// The years that a date lies in.
fn years_of(date: Date) -> impl Iterator<Item = i32> {
    date.years().map(|(first, last)| first..=last).into_iter().flatten()
}
