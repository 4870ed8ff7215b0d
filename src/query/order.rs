use super::{By, Columns, Facet, Sort};
use crate::locale::{Lang, sort_key};
use crate::snapshot::{Date, Snapshot};
use engine::{Amount, Codes, Mask, Order, positions};
use rustc_hash::FxHashMap;
use std::cmp::Ordering;
use std::sync::{Arc, Mutex};

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

type Made = ((Sort, Lang), Arc<Order>);

/// How many orders are kept: for a million records each takes four megabytes.
const MOST_KEPT: usize = 3;

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
    // The masks part records by how well they match; within each the newest come first.
    let sort = if sort.by == By::Best { Sort::by(By::Time) } else { sort };
    let key = (sort, lang);
    let kept = columns.orders.made.lock();
    let mut kept = kept.unwrap_or_else(|poisoned| poisoned.into_inner());
    if let Some((_, order)) = kept.iter().find(|(of, _)| *of == key) {
        return order.clone();
    }
    let order = Arc::new(match sort.by {
        By::Best | By::Time => columns.orders.by_time(sort.back),
        By::Title => by_title(snapshot, sort.back, lang),
        By::Amount => by_amount(columns, sort.back),
        By::Facet(facet) => by_facet(columns, snapshot, facet, sort.back, lang),
    });
    if kept.len() == MOST_KEPT {
        kept.remove(0);
    }
    kept.push((key, order.clone()));
    order
}

fn by_title(snapshot: &Snapshot, back: bool, lang: Lang) -> Order {
    let keys: Vec<_> = snapshot.records.iter().map(|record| sort_key(lang, record.title.plain(lang))).collect();
    Order::new(positions(keys.len(), &|a, b| turned(keys[a].cmp(&keys[b]), back)))
}

/// By the largest amount of each record in the currency that most amounts are in; then the records that
/// have amounts in other currencies only, one currency after the other; then those without.
fn by_amount(columns: &Columns, back: bool) -> Order {
    let mut seen = Mask::none(columns.len());
    let mut rows = Vec::with_capacity(columns.len());
    for currency in columns.currencies() {
        let of_scopes = columns.amounts().filter(|(_, of, _)| *of == currency);
        let amounts: Vec<Amount> = of_scopes.flat_map(|(_, _, amounts)| amounts.all()).copied().collect();
        let order = positions(amounts.len(), &|a, b| {
            amounts[b].value.total_cmp(&amounts[a].value).then(amounts[a].row.cmp(&amounts[b].row))
        });
        let mut largest: Vec<Amount> = Vec::new();
        for at in order {
            let amount = amounts[at as usize];
            if !seen.contains(amount.row as usize) {
                seen.insert(amount.row as usize);
                largest.push(amount);
            }
        }
        let order = positions(largest.len(), &|a, b| {
            if back { largest[a].value.total_cmp(&largest[b].value) } else { a.cmp(&b) }
        });
        rows.extend(order.into_iter().map(|at| largest[at as usize].row));
    }
    rows.extend((0..columns.len() as u32).filter(|row| !seen.contains(*row as usize)));
    Order::new(rows)
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
