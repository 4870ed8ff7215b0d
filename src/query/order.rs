use super::{Columns, Sort};
use crate::locale::{Lang, sort_key};
use crate::snapshot::{Date, Record};
use engine::{Mask, Order};
use std::cmp::Ordering;
use std::sync::OnceLock;

/// The orders of all records, each made when it is first asked for.
#[derive(Debug, Default)]
pub struct Orders {
    /// When each record was, in years; infinity where it says nothing.
    times: Vec<f32>,
    newest: OnceLock<Order>,
    oldest: OnceLock<Order>,
    /// By language.
    titles: [OnceLock<Order>; 3],
}

impl Orders {
    pub(super) fn push(&mut self, date: Date) {
        self.times.push(date.span().map_or(f32::INFINITY, |(start, end)| ((start + end) / 2.0) as f32));
    }

    fn by(&self, sort: Sort, lang: Lang, records: &[Record]) -> &Order {
        let by_time = |later_first: bool| {
            Order::by(self.times.len(), &|a, b| {
                let (a, b) = (self.times[a], self.times[b]);
                // Undated records come last in both orders of time: nobody knows where they belong.
                if later_first && a.is_finite() && b.is_finite() { b.total_cmp(&a) } else { a.total_cmp(&b) }
            })
        };
        match sort {
            Sort::Newest => self.newest.get_or_init(|| by_time(true)),
            Sort::Oldest => self.oldest.get_or_init(|| by_time(false)),
            Sort::Title => self.titles[lang as usize].get_or_init(|| {
                let keys: Vec<_> = records.iter().map(|record| sort_key(lang, record.title.plain(lang))).collect();
                Order::by(keys.len(), &|a, b| keys.get(a).map_or(Ordering::Equal, |a| a.cmp(&keys[b])))
            }),
        }
    }
}

/// The shown records in the order that the reader chose, as far as they are asked for.
pub fn order<'a>(
    columns: &'a Columns,
    records: &[Record],
    shown: &'a Mask,
    sort: Sort,
    lang: Lang,
) -> impl Iterator<Item = usize> + use<'a> {
    columns.orders.by(sort, lang, records).of(shown)
}
