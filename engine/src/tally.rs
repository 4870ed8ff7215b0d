use crate::codes::with_list;
use crate::passing::{each_block, pick};
use crate::{BLOCK, Column, Fails, Mask, Table};

/// What the rows give that pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The rows that fail nothing.
    pub shown: Mask,
    /// For each dimension how many rows there are with its own condition left aside.
    pub reach: Vec<u32>,
    /// For each dimension how many of those rows have each key, by the key's code.
    pub counts: Vec<Vec<u32>>,
}

/// Counts every key of every dimension. The condition of a dimension has its number.
///
/// Rows that fail nothing count for all dimensions, rows that fail one dimension's condition alone
/// count for that one; the rest count for none. What rows share is counted by profile; one pass
/// over the rows is for the dimensions in which each has its own.
pub fn tally(fails: &Fails, table: &Table) -> Tally {
    let (shown, own) = by_row(fails, table);
    let all = shown.count() as u32;
    let mut own = own.into_iter();
    let of_dimension = |(dimension, column): (usize, &Column)| {
        let own = if table.is_own(dimension) { own.next() } else { None };
        let (reach, of_sets) = match own {
            Some(own) => (all + own.only, own.counters.iter().map(|four| four.iter().sum()).collect()),
            None => by_profile(fails, 1 << dimension, column),
        };
        (reach, column.spread(&of_sets))
    };
    let (reach, counts) = table.columns().iter().enumerate().map(of_dimension).unzip();
    Tally { shown, reach, counts }
}

/// How many rows there are with this condition left aside, and how many of them have each set.
fn by_profile(fails: &Fails, aside: u16, column: &Column) -> (u32, Vec<u32>) {
    let mut of_sets = vec![0; column.count_sets()];
    let mut reach = 0;
    with_list!(&column.sets, list => {
        for ((&set, &fails), &live) in list.iter().zip(&fails.profiles).zip(&fails.live) {
            let count = if fails & !aside == 0 { live } else { 0 };
            of_sets[set as usize] += count;
            reach += count;
        }
    });
    (reach, of_sets)
}

/// Counts of a dimension in which each row has a set of its own.
struct Own<'a> {
    condition: u16,
    column: &'a Column,
    counters: Counters,
    /// How many rows fail this dimension's condition alone.
    only: u32,
}

/// Four counters a set, of which neighbouring rows use different ones: a counter that was just
/// written is slow to read again, and neighbours are often alike.
type Counters = Vec<[u32; 4]>;

/// One pass over the rows: those shown, and the counts of the dimensions that are their own.
fn by_row<'a>(fails: &Fails, table: &'a Table) -> (Mask, Vec<Own<'a>>) {
    let own = table.columns().iter().enumerate().filter(|(dimension, _)| table.is_own(*dimension));
    let new = |(dimension, column): (usize, &'a Column)| Own {
        condition: 1 << dimension,
        column,
        counters: vec![[0; 4]; column.count_sets()],
        only: 0,
    };
    let mut own: Vec<Own> = own.map(new).collect();
    let mut words = Vec::with_capacity(table.len().div_ceil(64));
    let mut room = [0; BLOCK];
    each_block(fails, table, &mut |start, block| {
        words.extend(
            block.chunks(64).map(|rows| rows.iter().rev().fold(0, |word, fails| word << 1 | u64::from(*fails == 0))),
        );
        let shown = pick(block, 0, 0, &mut room);
        own.iter_mut().for_each(|own| count(own.column, start, shown, &mut own.counters));
        for own in own.iter_mut().filter(|own| fails.own & own.condition != 0) {
            let rows = pick(block, 0, own.condition, &mut room);
            own.only += rows.len() as u32;
            count(own.column, start, rows, &mut own.counters);
        }
    });
    (Mask::from_words(words, table.len()), own)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cross;
    use proptest::collection::vec;
    use proptest::prelude::*;

    const KEYS: [&str; 4] = ["a", "b", "c", "d"];
    const DIMENSIONS: usize = 3;

    /// Which dimensions profiles share makes a difference to time alone.
    fn check(rows: &[[Vec<usize>; DIMENSIONS]], changes: &[(usize, Option<Vec<bool>>)], passing: &[bool]) {
        let mut given = Vec::new();
        for own in [&[][..], &[1], &[0, 2], &[0, 1, 2]] {
            let mut table = Table::new(DIMENSIONS, own);
            for row in rows {
                let keys = row.each_ref().map(|keys| keys.iter().map(|&key| KEYS[key]).collect::<Vec<_>>());
                table.push(keys.iter().map(Vec::as_slice));
            }
            let mut mask = Mask::none(table.len());
            (0..table.len()).filter(|&row| passing[row]).for_each(|row| mask.insert(row));
            let mut fails = Fails::none(&table);
            for (dimension, wanted) in changes {
                match wanted {
                    Some(wanted) if *dimension < DIMENSIONS => {
                        // Keys have their codes in the order in which they were met.
                        let of_key = |key: &String| wanted[KEYS.iter().position(|known| known == key).unwrap_or(0)];
                        let wanted: Vec<bool> = table.column(*dimension).keys().iter().map(of_key).collect();
                        fails.set_keys(*dimension, &table, &wanted);
                    }
                    Some(_) => fails.set_rows(DIMENSIONS, &table, &mask),
                    None => fails.clear(*dimension, &table),
                }
            }
            let pairs = [(0, 1), (1, 2), (2, 0)].map(|(dimension, by)| cross(&fails, &table, dimension, by));
            given.push((tally(&fails, &table), pairs));
        }
        for other in &given[1..] {
            assert_eq!(*other, given[0]);
        }
    }

    proptest! {
        #[test]
        fn shared_or_own_gives_the_same(
            rows in vec([vec(0usize..4, 0..3), vec(0usize..4, 0..3), vec(0usize..4, 0..3)], 0..40),
            changes in vec((0..=DIMENSIONS, proptest::option::weighted(0.7, vec(any::<bool>(), 4))), 0..8),
            passing in vec(any::<bool>(), 40),
        ) {
            check(&rows, &changes, &passing);
        }
    }
}
