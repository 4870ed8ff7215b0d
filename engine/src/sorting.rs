use crate::order::by_keys;
use crate::steps::end_of_step;

/// Keys that are made in one step.
const KEYS: usize = 2048;

/// The rows below `count`, sorted by keys of any length, in steps. Rows of equal keys stay in their order, in an order
/// that is turned `back`, too.
///
/// Keys are bytes, of which `key(row, at)` gives those from `8 * at` on as one number, the first as the highest, with
/// zeros behind the end; none of its own bytes is zero. Eight bytes tell most rows apart, and only those that they
/// do not are asked for more: no row's key is ever held as a whole.
pub async fn sorted(count: usize, back: bool, key: &dyn Fn(u32, usize) -> u64) -> Vec<u32> {
    let mut rows: Vec<u32> = (0..count as u32).collect();
    // Stretches of rows whose first `8 * at` bytes are the same.
    let mut alike = vec![(0..count, 0)];
    let mut made = 0;
    while let Some((stretch, at)) = alike.pop() {
        let mut keys = Vec::with_capacity(stretch.len());
        for &row in &rows[stretch.clone()] {
            keys.push(key(row, at));
            made += 1;
            if made % KEYS == 0 {
                end_of_step().await;
            }
        }
        let order = by_keys(&keys).await;
        let stretch_rows = &mut rows[stretch.clone()];
        let in_order: Vec<u32> = order.iter().map(|&place| stretch_rows[place as usize]).collect();
        stretch_rows.copy_from_slice(&in_order);
        let mut start = stretch.start;
        for same in order.chunk_by(|&a, &b| keys[a as usize] == keys[b as usize]) {
            let same_rows = start..start + same.len();
            start = same_rows.end;
            let is_at_end = keys[same[0] as usize] == 0;
            if same.len() > 1 && !is_at_end {
                alike.push((same_rows, at + 1));
            } else if back && is_at_end {
                // Turned round with all others they are as they were.
                rows[same_rows].reverse();
            }
        }
    }
    if back {
        rows.reverse();
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Steps;
    use proptest::prelude::*;

    /// Eight bytes of a text as a number.
    fn bytes(text: &str, at: usize) -> u64 {
        let mut eight = [0; 8];
        for (to, from) in eight.iter_mut().zip(text.bytes().skip(8 * at)) {
            *to = from;
        }
        u64::from_be_bytes(eight)
    }

    fn rows_of(texts: &[String], back: bool) -> Vec<u32> {
        Steps::new(sorted(texts.len(), back, &|row, at| bytes(&texts[row as usize], at))).finish()
    }

    #[test]
    fn a_beginning_comes_first_and_equals_stay() {
        let texts = ["school 12", "school", "school 1", "", "school 12", "a school"].map(str::to_owned);
        assert_eq!(rows_of(&texts, false), [3, 5, 1, 2, 0, 4]);
        assert_eq!(rows_of(&texts, true), [0, 4, 2, 1, 5, 3]);
        assert_eq!(rows_of(&[], false), [0; 0]);
    }

    proptest! {
        /// Long beginnings in common, many equals, more rows than are compared with each other.
        #[test]
        fn it_sorts_as_the_standard_library_does(
            texts in proptest::collection::vec("(a|library of the town ){0,2}[ab]{0,3}", 0..1200),
            back: bool,
        ) {
            let mut expected: Vec<u32> = (0..texts.len() as u32).collect();
            expected.sort_by(|&a, &b| {
                let order = texts[a as usize].cmp(&texts[b as usize]);
                if back { order.reverse() } else { order }
            });
            prop_assert_eq!(rows_of(&texts, back), expected);
        }
    }
}
