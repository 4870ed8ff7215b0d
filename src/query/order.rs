use super::{Mask, Sort};
use crate::locale::{Lang, sort_key};
use crate::snapshot::Record;

/// The shown records in the order that the reader chose. Undated records come last in
/// both orders of time: nobody knows where they belong.
pub fn order(records: &[Record], shown: &Mask, sort: Sort, lang: Lang) -> Vec<usize> {
    let mut list: Vec<usize> = shown.iter().filter(|&i| i < records.len()).collect();
    let time = |i: &usize| records[*i].date.span().map(|(start, end)| (start + end) / 2.0);
    match sort {
        Sort::Title => list.sort_by_cached_key(|&i| sort_key(lang, records[i].title.plain(lang))),
        Sort::Newest => list.sort_by(|a, b| cmp(time(b), time(a)).then(time(a).is_none().cmp(&time(b).is_none()))),
        Sort::Oldest => list.sort_by(|a, b| cmp(time(a), time(b)).then(time(a).is_none().cmp(&time(b).is_none()))),
    }
    list.sort_by_key(|i| sort != Sort::Title && time(i).is_none());
    list
}

fn cmp(a: Option<f64>, b: Option<f64>) -> std::cmp::Ordering {
    a.partial_cmp(&b).unwrap_or(std::cmp::Ordering::Equal)
}
