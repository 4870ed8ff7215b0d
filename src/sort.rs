//! Sorting in little program, and each thing once. The standard library's sort is compiled anew for every type and every
//! order, some 3.5 KB each time; here the engine's sort of positions does for all.

use engine::positions;
use std::cmp::Ordering;

/// Sorts by a key, which is worked out once for each item; equal ones stay in their order.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    arrange(items, positions(keys.len(), &|a, b| keys[a].cmp(&keys[b])));
}

/// Sorts by comparing two items; equal ones stay in their order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    let order = positions(items.len(), &|a, b| compare(&items[a], &items[b]));
    arrange(items, order);
}

/// Each once, in the order of their first appearance; they are to be few.
pub fn distinct<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut each = Vec::new();
    for item in items {
        if !each.contains(&item) {
            each.push(item);
        }
    }
    each
}

/// Puts the items in that order of their positions.
fn arrange<T>(items: &mut Vec<T>, order: Vec<u32>) {
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|from| slots[from as usize].take()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_comes_once() {
        assert_eq!(distinct("abacbd".chars()), ['a', 'b', 'c', 'd']);
    }

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items in proptest::collection::vec((0u8..9, "[a-c]{0,2}"), 0..40)) {
            let (mut ours, mut theirs) = (items.clone(), items.clone());
            sort_by_key(&mut ours, |(number, _)| *number);
            theirs.sort_by_key(|(number, _)| *number);
            prop_assert_eq!(&ours, &theirs);
            sort_by(&mut ours, |a, b| b.1.cmp(&a.1));
            theirs.sort_by(|a, b| b.1.cmp(&a.1));
            prop_assert_eq!(ours, theirs);
        }
    }
}
