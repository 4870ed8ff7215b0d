use super::{Mask, Sort};
use crate::locale::{Lang, sort_key};
use crate::snapshot::Record;
use crate::sort::{sort_by, sort_by_key};

/// The shown records in the order that the reader chose. Undated records come last in
/// both orders of time: nobody knows where they belong.
pub fn order(records: &[Record], shown: &Mask, sort: Sort, lang: Lang) -> Vec<usize> {
    let listed = shown.iter().filter(|&i| i < records.len());
    if sort == Sort::Title {
        let mut list: Vec<usize> = listed.collect();
        sort_by_key(&mut list, |&i| sort_key(lang, records[i].title.plain(lang)));
        return list;
    }
    let later = if sort == Sort::Newest { -1.0 } else { 1.0 };
    let time = |i: usize| records[i].date.span().map_or(f64::INFINITY, |(start, end)| (start + end) / 2.0 * later);
    let mut timed: Vec<(f64, usize)> = listed.map(|i| (time(i), i)).collect();
    sort_by(&mut timed, |(a, _), (b, _)| a.total_cmp(b));
    timed.into_iter().map(|(_, i)| i).collect()
}
