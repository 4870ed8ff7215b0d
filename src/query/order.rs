use super::{By, Columns, Facet, Sort};
use crate::locale::{Lang, sort_key, sort_number};
use crate::snapshot::{Date, Snapshot};
use engine::{Amount, Codes, Mask, Order, Steps, positions, sorted};
use rustc_hash::FxHashMap;
use std::cmp::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The orders of all records, each made when it is first asked for.
#[derive(Debug, Default)]
pub struct Orders {
    /// When each record was: its code; and by code the middle of its time, in years, or infinity if undated.
    times: Codes,
    moments: Vec<f32>,
    /// The code of each moment, by the bits of its number.
    code_of: FxHashMap<u32, u32>,
    /// The orders made last, at most [`MOST_KEPT`], the oldest first.
    made: Mutex<Vec<Made>>,
}

/// An order, and which it is.
type Made = (Key, Arc<Order>);

/// What is the same for orders that are the same: there is a language where names are sorted.
type Key = (Sort, Option<Lang>);

/// How many orders are kept: for a million records each takes four megabytes.
const MOST_KEPT: usize = 3;

/// So many titles are sorted within a frame.
const AT_ONCE: usize = 5_000;

impl Orders {
    /// Adds the next record.
    pub(super) fn push(&mut self, date: Date) {
        let moment = date.span().map_or(f32::INFINITY, |(start, end)| ((start + end) / 2.0) as f32);
        let next = self.moments.len() as u32;
        let code = *self.code_of.entry(moment.to_bits()).or_insert(next);
        if code == next {
            self.moments.push(moment);
        }
        self.times.push(code);
    }

    /// The orders that are kept. Where a thread panicked over them they are none the worse.
    fn made(&self) -> MutexGuard<'_, Vec<Made>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn by_time(&self, back: bool) -> Order {
        let order = positions(self.moments.len(), &|a, b| {
            let (a, b) = (self.moments[a], self.moments[b]);
            match a.is_finite().cmp(&b.is_finite()).reverse() {
                Ordering::Equal if back => a.total_cmp(&b),
                Ordering::Equal => b.total_cmp(&a),
                unequal => unequal,
            }
        });
        Order::by_rank(&self.times, &ranks(&order), order.len())
    }
}

/// All records in an order.
fn made(columns: &Columns, snapshot: &Snapshot, sort: Sort, lang: Lang) -> Arc<Order> {
    kept(columns, sort, lang).unwrap_or_else(|| making(columns, snapshot, sort, lang).finish())
}

/// An order that was made before and is still kept.
fn kept(columns: &Columns, sort: Sort, lang: Lang) -> Option<Arc<Order>> {
    let of = key(sort, lang);
    columns.orders.made().iter().find(|(key, _)| *key == of).map(|(_, order)| order.clone())
}

/// Makes an order and keeps it.
fn making<'a>(columns: &'a Columns, snapshot: &'a Snapshot, sort: Sort, lang: Lang) -> Steps<'a, Arc<Order>> {
    let key = key(sort, lang);
    let sort = key.0;
    Steps::new(async move {
        let order = Arc::new(match sort.by {
            By::Best | By::Time => columns.orders.by_time(sort.back),
            By::Title => by_title(snapshot, sort.back, lang).await,
            By::Amount => by_amount(columns, sort.back),
            By::Facet(facet) => by_facet(columns, snapshot, facet, sort.back, lang),
        });
        let mut made = columns.orders.made();
        // Someone else may have made it meanwhile.
        made.retain(|(other, _)| *other != key);
        if made.len() == MOST_KEPT {
            made.remove(0);
        }
        made.push((key, order.clone()));
        order
    })
}

fn key(sort: Sort, lang: Lang) -> Key {
    match sort.by {
        // The masks part records by how well they match; within each the newest come first.
        By::Best => (Sort::by(By::Time), None),
        By::Time | By::Amount => (sort, None),
        By::Title | By::Facet(_) => (sort, Some(lang)),
    }
}

/// What is left to do before records can be listed in an order, where that takes longer than a frame lasts; none
/// where it does not. Of other orders only names are compared, of each facet's values once.
pub fn sorting<'a>(
    columns: &'a Columns,
    snapshot: &'a Snapshot,
    sort: Sort,
    lang: Lang,
) -> Option<Steps<'a, Arc<Order>>> {
    let is_long = sort.by == By::Title && columns.len() > AT_ONCE && kept(columns, sort, lang).is_none();
    is_long.then(|| making(columns, snapshot, sort, lang))
}

async fn by_title(snapshot: &Snapshot, back: bool, lang: Lang) -> Order {
    let records = &snapshot.records;
    let key = |row: u32, at: usize| sort_number(lang, records.title(row as usize).plain(lang), at);
    Order::new(sorted(records.len(), back, &key).await)
}

/// By the largest amount of each record in the currency that most amounts are in; then the records that
/// have amounts in other currencies only, one currency after the other; then those without.
fn by_amount(columns: &Columns, back: bool) -> Order {
    let mut seen = Mask::none(columns.len());
    let mut rows = Vec::with_capacity(columns.len());
    for currency in columns.currencies() {
        let of_currency = columns.amounts().filter(|(_, of, _)| *of == currency);
        let mut of_scopes: Vec<&[Amount]> = of_currency.map(|(_, _, amounts)| amounts.all()).collect();
        let (first, mut equal, mut value) = (rows.len(), rows.len(), f64::NAN);
        while let Some(amount) = take_largest(&mut of_scopes) {
            if seen.contains(amount.row as usize) {
                continue;
            }
            seen.insert(amount.row as usize);
            if amount.value != value {
                turn(&mut rows[equal..], back);
                (equal, value) = (rows.len(), amount.value);
            }
            rows.push(amount.row);
        }
        // Turned round twice, records of equal amounts stay as they were.
        turn(&mut rows[equal..], back);
        turn(&mut rows[first..], back);
    }
    rows.extend((0..columns.len() as u32).filter(|row| !seen.contains(*row as usize)));
    Order::new(rows)
}

fn turn(rows: &mut [u32], back: bool) {
    if back {
        rows.reverse();
    }
}

/// Takes the largest amount off lists that begin with their largest; of equal ones that of the first record.
fn take_largest(lists: &mut [&[Amount]]) -> Option<Amount> {
    let before = |a: &Amount, b: &Amount| a.value > b.value || a.value == b.value && a.row < b.row;
    let mut largest: Option<&mut &[Amount]> = None;
    for list in lists {
        if list.first().is_some_and(|a| largest.as_ref().is_none_or(|most| before(a, &most[0]))) {
            largest = Some(list);
        }
    }
    let list = largest?;
    let (first, rest) = list.split_first()?;
    *list = rest;
    Some(*first)
}

/// By the name of each record's value; of several, the one that comes first in this order. Blank ones last.
fn by_facet(columns: &Columns, snapshot: &Snapshot, facet: Facet, back: bool, lang: Lang) -> Order {
    let keys = columns.keys(facet);
    let names: Vec<_> = keys.iter().map(|key| sort_key(lang, &lang.facet_value(facet, key, snapshot))).collect();
    let blank = |at: usize| keys[at] == facet.blank();
    let order =
        positions(keys.len(), &|a, b| blank(a).cmp(&blank(b)).then_with(|| turned(names[a].cmp(&names[b]), back)));
    columns.table.order(facet.index(), &ranks(&order))
}

fn turned(order: Ordering, back: bool) -> Ordering {
    if back { order.reverse() } else { order }
}

/// For each item its position in the order.
fn ranks(order: &[u32]) -> Vec<u32> {
    let mut ranks = vec![0; order.len()];
    (0..).zip(order).for_each(|(rank, &at)| ranks[at as usize] = rank);
    ranks
}

/// The records of the masks, one mask after the other, each mask in the order that the reader chose.
pub fn order(
    columns: &Columns,
    snapshot: &Snapshot,
    masks: Vec<Mask>,
    sort: Sort,
    lang: Lang,
) -> impl Iterator<Item = usize> + use<> {
    let order = made(columns, snapshot, sort, lang);
    masks.into_iter().flat_map(move |mask| Order::rows(order.clone()).filter(move |row| mask.contains(*row)))
}
