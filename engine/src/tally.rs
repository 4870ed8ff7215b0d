use crate::codes::with_list;
use crate::fails::{gather, pick};
use crate::{BLOCK, Column, Fails, Mask};

/// What one pass over the rows gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The rows that fail nothing.
    pub shown: Mask,
    /// For each column how many rows there are with its own condition left aside.
    pub reach: Vec<u32>,
    /// For each column how many of those rows have each key, by the key's code.
    pub counts: Vec<Vec<u32>>,
}

/// Four counters a code, of which neighbouring rows use different ones: a counter that was just
/// written is slow to read again, and neighbours are often alike.
type Counters = Vec<[u32; 4]>;

/// Counts every key of every column in one pass. The condition of a column has its number.
///
/// Rows that fail nothing count for all columns, rows that fail one column's condition alone
/// count for that one; the rest count for none. So each row is looked up at most once a column.
pub fn tally(fails: &Fails, columns: &[Column]) -> Tally {
    let mut counters: Vec<Counters> = columns.iter().map(|column| vec![[0; 4]; column.count_sets()]).collect();
    let mut only = vec![0; columns.len()];
    let mut room = [0; BLOCK];
    for (number, block) in fails.rows.chunks(BLOCK).enumerate() {
        let start = number * BLOCK;
        let shown = pick(block, 0, 0, &mut room);
        for (column, counters) in columns.iter().zip(&mut counters) {
            count(column, start, shown, counters);
        }
        for (condition, column) in columns.iter().enumerate().filter(|(c, _)| fails.active >> c & 1 == 1) {
            let rows = pick(block, 0, 1 << condition, &mut room);
            only[condition] += rows.len() as u32;
            count(column, start, rows, &mut counters[condition]);
        }
    }
    let shown = fails.mask(0);
    let all = shown.count() as u32;
    let of_keys =
        |(column, counters): (&Column, Counters)| column.spread(counters.iter().map(|four| four.iter().sum()));
    Tally {
        shown,
        reach: only.iter().map(|only| all + only).collect(),
        counts: columns.iter().zip(counters).map(of_keys).collect(),
    }
}

fn count(column: &Column, start: usize, rows: &[u16], counters: &mut Counters) {
    with_list!(&column.sets, list => {
        let block = &list[start..];
        let (fours, rest) = rows.as_chunks::<4>();
        for &[a, b, c, d] in fours {
            counters[block[usize::from(a)] as usize][0] += 1;
            counters[block[usize::from(b)] as usize][1] += 1;
            counters[block[usize::from(c)] as usize][2] += 1;
            counters[block[usize::from(d)] as usize][3] += 1;
        }
        for &row in rest {
            counters[block[usize::from(row)] as usize][0] += 1;
        }
    });
}

/// More pairs of sets than this are not counted first and spread to keys after.
const MOST_PAIRS: usize = 1 << 20;

/// How many rows have each pair of keys, the conditions of `aside` left out of account: a row of
/// counts, by the codes of `by`, for each code of `column`.
pub fn cross(fails: &Fails, aside: u16, column: &Column, by: &Column) -> Vec<Vec<u32>> {
    let mut pairs = vec![vec![0; by.keys().len()]; column.keys().len()];
    let mut add = |a: usize, b: usize, count: u32| {
        for &row in column.set(a) {
            by.set(b).iter().for_each(|&column| pairs[row as usize][column as usize] += count);
        }
    };
    let width = by.count_sets();
    let few = column.count_sets() * width <= MOST_PAIRS;
    let mut joint = vec![0u32; if few { column.count_sets() * width } else { 0 }];
    let (mut room, mut left, mut right) = ([0; BLOCK], [0; BLOCK], [0; BLOCK]);
    for (number, block) in fails.rows.chunks(BLOCK).enumerate() {
        let rows = pick(block, aside, 0, &mut room);
        gather(&column.sets, number * BLOCK, rows, &mut left);
        gather(&by.sets, number * BLOCK, rows, &mut right);
        for (&a, &b) in left.iter().zip(&right).take(rows.len()) {
            if few {
                joint[a * width + b] += 1;
            } else {
                add(a, b, 1);
            }
        }
    }
    for (at, &count) in joint.iter().enumerate().filter(|(_, count)| **count > 0) {
        add(at / width, at % width, count);
    }
    pairs
}
