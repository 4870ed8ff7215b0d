use crate::codes::with_list;
use crate::passing::{each_run, pick};
use crate::{BLOCK, Column, Fails, Table};
use std::ops::Range;

/// What the passing rows add up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// How many rows pass all conditions.
    pub shown: u32,
    /// For each dimension how many rows there are with its own condition left aside: those that pass all others.
    pub reach: Vec<u32>,
    /// For each dimension how many of those rows have each key, by the key's code.
    pub counts: Vec<Vec<u32>>,
}

/// Counts every key of every dimension.
///
/// Rows that fail nothing count in all dimensions. Rows that fail one dimension's condition alone count in
/// that dimension. All other rows count in none. In shared dimensions a profile is counted once, with as
/// many rows as pass by themselves. In the others each row is looked at whose profile fails nothing.
pub fn tally(fails: &Fails, table: &Table) -> Tally {
    let mut all: Vec<Counters> = table.columns().iter().map(|column| vec![[0; 4]; column.count_sets()]).collect();
    let shown = by_profile(fails, table, &mut all);
    by_place(fails, table, &mut all);
    let give = |(counters, column): (Counters, &Column)| {
        let of_sets: Vec<u32> = counters.iter().map(|four| four.iter().sum()).collect();
        (of_sets.iter().sum::<u32>(), column.spread(&of_sets))
    };
    let (reach, counts) = all.into_iter().zip(table.columns()).map(give).unzip();
    Tally { shown, reach, counts }
}

/// Four counters for each set; their sum is its count. Neighbouring rows often have the same set, and use
/// different counters of it, since a counter that was just written is slow to read again.
type Counters = Vec<[u32; 4]>;

/// Counts the sets of the shared dimensions; gives how many rows fail nothing.
fn by_profile(fails: &Fails, table: &Table, all: &mut [Counters]) -> u32 {
    let mut shown = 0;
    let mut room = [0; BLOCK];
    for (number, block) in fails.profiles.chunks(BLOCK).enumerate() {
        let start = number * BLOCK;
        let live = &fails.live[start..];
        let passing = pick(block, 0, &mut room);
        shown += passing.iter().map(|&at| live[usize::from(at)]).sum::<u32>();
        for (column, _, counters) in dimensions(table, false, all) {
            add_profiles(column, start, passing, live, counters);
        }
        for (column, condition, counters) in dimensions(table, false, all) {
            if fails.shared & condition != 0 {
                add_profiles(column, start, pick(block, condition, &mut room), live, counters);
            }
        }
    }
    shown
}

/// Counts the sets of the dimensions in which each row has its own.
fn by_place(fails: &Fails, table: &Table, all: &mut [Counters]) {
    let mut room = [0; BLOCK];
    each_run(fails, table, &mut |run| {
        if fails.own == 0 {
            dimensions(table, true, all).for_each(|(column, _, counters)| add_run(column, run.clone(), counters));
            return;
        }
        for start in run.clone().step_by(BLOCK) {
            let block = &fails.rows[start..run.end.min(start + BLOCK)];
            let passing = pick(block, 0, &mut room);
            dimensions(table, true, all).for_each(|(column, _, counters)| add_rows(column, start, passing, counters));
            for (column, condition, counters) in dimensions(table, true, all) {
                if fails.own & condition != 0 {
                    add_rows(column, start, pick(block, condition, &mut room), counters);
                }
            }
        }
    });
}

/// The dimensions of the rows' own, or else the shared ones, each with the bit of its condition and its counters.
fn dimensions<'a>(
    table: &'a Table,
    own: bool,
    all: &'a mut [Counters],
) -> impl Iterator<Item = (&'a Column, u16, &'a mut Counters)> {
    let all = table.columns().iter().zip(all).enumerate();
    all.filter(move |(at, _)| table.is_own(*at) == own).map(|(at, (column, counters))| (column, 1 << at, counters))
}

/// Counts profiles of a block, each with as many rows as fail nothing by themselves.
fn add_profiles(column: &Column, start: usize, profiles: &[u16], live: &[u32], counters: &mut Counters) {
    with_list!(&column.sets, list => {
        let block = &list[start..];
        for &at in profiles {
            counters[block[usize::from(at)] as usize][0] += live[usize::from(at)];
        }
    });
}

/// Counts rows of a block.
fn add_rows(column: &Column, start: usize, rows: &[u16], counters: &mut Counters) {
    with_list!(&column.sets, list => {
        let block = &list[start..];
        for (lane, &at) in rows.iter().enumerate() {
            counters[block[usize::from(at)] as usize][lane & 3] += 1;
        }
    });
}

/// Counts the rows at all of these places.
fn add_run(column: &Column, places: Range<usize>, counters: &mut Counters) {
    with_list!(&column.sets, list => {
        let (fours, rest) = list[places].as_chunks::<4>();
        for &[a, b, c, d] in fours {
            counters[a as usize][0] += 1;
            counters[b as usize][1] += 1;
            counters[c as usize][2] += 1;
            counters[d as usize][3] += 1;
        }
        for &set in rest {
            counters[set as usize][0] += 1;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Mask, TableBuilder, cross, passing};
    use proptest::collection::vec;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const KEYS: [&str; 4] = ["a", "b", "c", "d"];
    const DIMENSIONS: usize = 3;

    /// Which dimensions profiles share makes a difference to time alone.
    fn check(rows: &[[Vec<usize>; DIMENSIONS]], changes: &[(usize, Option<Vec<bool>>)], listed: &[bool]) {
        let mut given = Vec::new();
        for own in [&[][..], &[1], &[0, 2], &[0, 1, 2]] {
            let mut table = TableBuilder::new(DIMENSIONS, own);
            for row in rows {
                let keys = row.each_ref().map(|keys| keys.iter().map(|&key| KEYS[key]).collect::<Vec<_>>());
                table.push(&keys.each_ref().map(Vec::as_slice));
            }
            let table = table.close();
            let mut mask = Mask::none(table.len());
            (0..table.len()).filter(|&row| listed[row]).for_each(|row| mask.insert(row));
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
            let (tally, shown) = (tally(&fails, &table), passing(&fails, &table));
            assert_eq!(tally.shown as usize, shown.count());
            given.push((tally, shown, pairs));
        }
        for other in &given[1..] {
            assert_eq!(*other, given[0]);
        }
    }

    /// The example that the engine's words are explained by, whichever dimensions are the rows' own: `wanted` says of
    /// each organisation whether it is.
    fn check_example(wanted: [bool; 2], expected: &Tally, pairs: [[u32; 2]; 2]) {
        for own in [&[][..], &[0], &[1], &[0, 1]] {
            let mut table = TableBuilder::new(2, own);
            for (kind, organisations) in
                [("training", &["city"][..]), ("event", &["city", "school"]), ("training", &["school"])]
            {
                table.push(&[&[kind], organisations]);
            }
            let table = table.close();
            let mut fails = Fails::none(&table);
            fails.set_keys(1, &table, &wanted);
            assert_eq!(tally(&fails, &table), *expected, "{own:?}");
            assert_eq!(cross(&fails, &table, 1, 0), pairs, "{own:?}");
        }
    }

    #[test]
    fn the_worked_example() {
        let school = Tally { shown: 2, reach: vec![2, 3], counts: vec![vec![1, 1], vec![2, 2]] };
        // The organisations' own condition is left aside: city and school by training and event.
        check_example([false, true], &school, [[1, 1], [1, 1]]);
        let nobody = Tally { shown: 0, reach: vec![0, 3], counts: vec![vec![0, 0], vec![2, 2]] };
        check_example([false, false], &nobody, [[1, 1], [1, 1]]);
        let city = Tally { shown: 2, reach: vec![2, 3], counts: vec![vec![1, 1], vec![2, 2]] };
        check_example([true, false], &city, [[1, 1], [1, 1]]);
    }

    /// More rows, rows that are alike, profiles and pairs of sets than one block or one table takes, one by one.
    #[test]
    fn many_are_counted_as_a_few_are() {
        const ROWS: usize = 5 * BLOCK;
        let keys = |row: usize| {
            let (a, b) = if row < 2 * BLOCK { (0, 0) } else { (row * 7 % 2_999, row % 3) };
            [vec![a], vec![b], vec![row % 5, row % 4], vec![row * 11 % 1_201]]
        };
        let wanted = |dimension: usize, key: usize| [true, key != 1, key < 3, !key.is_multiple_of(3)][dimension];
        let mut table = TableBuilder::new(4, &[2, 3]);
        for row in 0..ROWS {
            let keys = keys(row).map(|keys| keys.iter().map(usize::to_string).collect::<Vec<_>>());
            let keys = keys.each_ref().map(|keys| keys.iter().map(String::as_str).collect::<Vec<_>>());
            table.push(&keys.each_ref().map(Vec::as_slice));
        }
        let table = table.close();
        assert!(table.places().count() > BLOCK && table.places().any(|places| places.len() > BLOCK));
        let mut fails = Fails::none(&table);
        for dimension in 1..4 {
            let named = table.column(dimension).keys().iter().map(|key| key.parse().expect("a number"));
            fails.set_keys(dimension, &table, &named.map(|key| wanted(dimension, key)).collect::<Vec<_>>());
        }
        let passes = |row: &usize, aside: usize| {
            let keys = keys(*row);
            (0..4).all(|at| at == aside || keys[at].iter().any(|key| wanted(at, *key)))
        };
        let rows = |aside: usize| (0..ROWS).filter(move |row| passes(row, aside));
        let codes = |row: usize, dimension: usize| -> BTreeSet<usize> {
            let column = table.column(dimension);
            keys(row)[dimension].iter().map(|key| column.code(&key.to_string()).expect("it was there")).collect()
        };
        let told = tally(&fails, &table);
        assert_eq!(told.shown as usize, rows(4).count());
        assert_eq!(passing(&fails, &table).iter().collect::<Vec<_>>(), rows(4).collect::<Vec<_>>());
        for (dimension, by) in [(0, 3), (1, 2), (2, 1), (3, 0)] {
            let [height, width] = [dimension, by].map(|dimension| table.column(dimension).keys().len());
            let (mut counts, mut pairs) = (vec![0; height], vec![vec![0; width]; height]);
            for row in rows(dimension) {
                for code in codes(row, dimension) {
                    counts[code] += 1;
                    codes(row, by).into_iter().for_each(|other| pairs[code][other] += 1);
                }
            }
            assert_eq!(told.reach[dimension] as usize, rows(dimension).count(), "{dimension}");
            assert_eq!(told.counts[dimension], counts, "{dimension}");
            assert_eq!(cross(&fails, &table, dimension, by), pairs, "{dimension} by {by}");
        }
    }

    proptest! {
        #[test]
        fn shared_or_own_gives_the_same(
            rows in vec([vec(0usize..4, 0..3), vec(0usize..4, 0..3), vec(0usize..4, 0..3)], 0..40),
            changes in vec((0..=DIMENSIONS, proptest::option::weighted(0.7, vec(any::<bool>(), 4))), 0..8),
            listed in vec(any::<bool>(), 40),
        ) {
            check(&rows, &changes, &listed);
        }
    }
}
