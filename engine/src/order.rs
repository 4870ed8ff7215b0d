use crate::Codes;
use crate::codes::with_list;
use crate::steps::end_of_step;
use std::cmp::Ordering;
use std::pin::Pin;
use std::sync::Arc;

/// All rows in one order. It is made once; to list some of the rows in it, the others are skipped.
#[derive(Debug)]
pub struct Order {
    rows: Vec<u32>,
}

impl Order {
    /// The rows in the order given.
    pub fn new(rows: Vec<u32>) -> Order {
        Order { rows }
    }

    /// Sorts rows by the rank of their code: `codes` has the code of each row, `ranks` the rank of each code, all
    /// below `end`. Rows of one rank stay in their order. A counting sort: no comparisons.
    pub fn by_rank(codes: &Codes, ranks: &[u32], end: usize) -> Order {
        let mut starts = vec![0u32; end + 1];
        with_list!(codes, list => {
            for &code in list {
                starts[ranks[code as usize] as usize + 1] += 1;
            }
            for rank in 1..starts.len() {
                starts[rank] += starts[rank - 1];
            }
            let mut rows = vec![0; list.len()];
            for (row, &code) in (0..).zip(list) {
                let start = &mut starts[ranks[code as usize] as usize];
                rows[*start as usize] = row;
                *start += 1;
            }
            Order { rows }
        })
    }

    /// The rows in order, as a list.
    pub(crate) fn into_rows(self) -> Vec<u32> {
        self.rows
    }

    /// All rows, in order.
    pub fn rows(order: Arc<Order>) -> impl Iterator<Item = usize> {
        (0..order.rows.len()).map(move |at| order.rows[at] as usize)
    }
}

/// So few keys are sorted by comparing them, in one step.
pub(crate) const FEW: usize = 512;

/// The positions of the keys, from the smallest key to the largest, in steps; equal ones stay in their order.
pub(crate) async fn by_keys(keys: &[u64]) -> Vec<u32> {
    match keys.len() {
        ..FEW => positions(keys.len(), &|a, b| keys[a].cmp(&keys[b])),
        _ => by_bytes(keys).await,
    }
}

/// A radix sort, byte by byte from the lowest: no comparisons, and a byte that all keys share costs only
/// one look at each key, which is a step.
pub(crate) fn by_bytes(keys: &[u64]) -> Pin<Box<dyn Future<Output = Vec<u32>> + '_>> {
    Box::pin(async move {
        let mut order: Vec<u32> = (0..keys.len() as u32).collect();
        let mut next = vec![0; keys.len()];
        for byte in 0..8 {
            let digit = |at: u32| (keys[at as usize] >> (8 * byte)) as usize & 0xff;
            let mut starts = [0u32; 257];
            order.iter().for_each(|&at| starts[digit(at) + 1] += 1);
            end_of_step().await;
            if starts.contains(&(keys.len() as u32)) {
                continue;
            }
            for value in 1..starts.len() {
                starts[value] += starts[value - 1];
            }
            for &at in &order {
                let start = &mut starts[digit(at)];
                next[*start as usize] = at;
                *start += 1;
            }
            end_of_step().await;
            std::mem::swap(&mut order, &mut next);
        }
        order
    })
}

/// A key for [`by_keys`] that orders numbers as `f64::total_cmp` does.
pub fn number_key(number: f64) -> u64 {
    let bits = number.to_bits();
    bits ^ if bits >> 63 == 1 { u64::MAX } else { 1 << 63 }
}

/// The positions below `count`, sorted by comparing two of them; equal ones stay in their order.
///
/// The comparison is no type parameter: with one, the standard library's sort would be compiled for each
/// caller, some 3.5 KB of program each time.
pub fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    order.sort_by(|&a, &b| compare(a as usize, b as usize));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Steps;

    fn check(codes: &[u32], ranks: &[u32], rows: &[usize]) {
        let mut all = Codes::default();
        codes.iter().for_each(|&code| all.push(code));
        let order = Arc::new(Order::by_rank(&all, ranks, 3));
        assert_eq!(Order::rows(order).collect::<Vec<_>>(), rows);
    }

    #[test]
    fn by_rank_and_equals_as_they_were() {
        check(&[], &[], &[]);
        check(&[2, 0, 1, 2, 0], &[1, 2, 0], &[0, 3, 1, 4, 2]);
        check(&[0, 1, 0], &[0, 0], &[0, 1, 2]);
        let by_keys = |keys: &[u64]| {
            assert_eq!(Steps::new(by_keys(keys)).finish(), Steps::new(by_bytes(keys)).finish());
            Steps::new(by_keys(keys)).finish()
        };
        assert_eq!(by_keys(&[]), [0; 0]);
        assert_eq!(by_keys(&[3 << 40, 7, 3 << 40, 0, 7 << 8]), [3, 1, 4, 0, 2]);
        let numbers = [f64::NEG_INFINITY, -1e9, -2.5, -0.0, 0.0, 1e-300, 1.0, 256.0, 1e15, f64::INFINITY];
        assert!(numbers.map(number_key).is_sorted());
        assert_eq!(positions(4, &|a, b| [3, 1, 3, 2][b].cmp(&[3, 1, 3, 2][a])), [0, 2, 3, 1]);
    }
}
