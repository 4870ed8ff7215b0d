//! What a change of one condition costs in the design that was kept and in those that were not.
//! `cargo bench --package engine`; ARCHITECTURE.md has the figures.

use divan::{Bencher, black_box};
use engine::{Fails, Table, TableBuilder, Texts, cross, passing, tally};

const SIZES: [usize; 2] = [100_000, 1_000_000];
/// Keys of the columns of a portfolio: directions, kinds, stages, areas, years, organisations, scopes.
const KEYS: [usize; 7] = [8, 6, 5, 6, 5, 2000, 3];
const YEAR: usize = 4;
const ORGANISATION: usize = 5;
const SCOPE: usize = 6;

fn main() {
    divan::main();
}

/// The dimensions that are each row's own: as on the page, all, or none.
const SHARED: &[usize] = &[ORGANISATION];
const OWN: &[usize] = &[0, 1, 2, 3, 4, 5, 6];
const NONE_OWN: &[usize] = &[];

/// A table whose rows are spread evenly, from a generator that is the same on every machine.
fn table(rows: usize, own: &[usize]) -> Table {
    let mut table = TableBuilder::new(KEYS.len(), own);
    let names: Vec<String> = (0..KEYS[ORGANISATION]).map(|key| key.to_string()).collect();
    each_row(rows, |keys| {
        let keys = keys.map(|key| [names[usize::from(key)].as_str()]);
        table.push(&keys.each_ref().map(|keys| keys.as_slice()));
    });
    table.close()
}

/// The number of each row's key in each dimension.
fn each_row(rows: usize, mut each: impl FnMut([u16; KEYS.len()])) {
    let mut seed = 7u64;
    for _ in 0..rows {
        each(KEYS.map(|keys| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((seed >> 33) as usize % keys) as u16
        }));
    }
}

/// The same, as a list of numbers a dimension.
fn lists(rows: usize) -> [Vec<u16>; KEYS.len()] {
    let mut lists = KEYS.map(|_| Vec::with_capacity(rows));
    each_row(rows, |keys| lists.iter_mut().zip(keys).for_each(|(list, key)| list.push(key)));
    lists
}

fn one_of(table: &Table, dimension: usize, key: usize) -> Vec<bool> {
    (0..table.column(dimension).keys().len()).map(|code| code == key).collect()
}

/// A choice in the last dimension, as on a page that opens with one.
fn opened(table: &Table) -> Fails {
    let mut fails = Fails::none(table);
    fails.set_keys(SCOPE, table, &one_of(table, SCOPE, 0));
    fails
}

/// Changes the choice in a dimension and counts everything, again and again.
fn changes(bencher: Bencher, table: &Table, dimension: usize) {
    let (mut fails, mut key) = (opened(table), 0);
    bencher.bench_local(|| {
        key = (key + 1) % KEYS[dimension];
        fails.set_keys(dimension, table, &one_of(table, dimension, key));
        black_box(tally(&fails, table))
    });
}

/// Kept: a bit of each profile is rewritten, what profiles share is counted by profile, and the rest by
/// the rows of the profiles that pass.
#[divan::bench(args = SIZES)]
fn a_bit_a_profile(bencher: Bencher, rows: usize) {
    changes(bencher, &table(rows, SHARED), YEAR);
}

/// The same where the choice is one of each row's own.
#[divan::bench(args = SIZES)]
fn a_bit_a_profile_and_a_row(bencher: Bencher, rows: usize) {
    changes(bencher, &table(rows, SHARED), ORGANISATION);
}

/// Which rows are shown, worked out for the list and the largest amounts.
#[divan::bench(args = SIZES)]
fn rows_shown(bencher: Bencher, rows: usize) {
    let table = table(rows, SHARED);
    let fails = opened(&table);
    bencher.bench_local(|| black_box(passing(&fails, &table)));
}

/// The same where everything is shown: the most that there is to count.
#[divan::bench(args = SIZES)]
fn a_bit_a_profile_and_all_shown(bencher: Bencher, rows: usize) {
    let table = table(rows, SHARED);
    let fails = Fails::none(&table);
    bencher.bench_local(|| black_box(tally(&fails, &table)));
}

/// The worst that profiles can be: with organisations shared too, hardly two rows are alike.
#[divan::bench(args = SIZES)]
fn a_bit_a_profile_and_none_alike(bencher: Bencher, rows: usize) {
    changes(bencher, &table(rows, NONE_OWN), YEAR);
}

/// Not kept: no profiles; a bit of each row is rewritten, then one pass counts everything.
#[divan::bench(args = SIZES)]
fn a_bit_a_row(bencher: Bencher, rows: usize) {
    changes(bencher, &table(rows, OWN), YEAR);
}

/// Not kept: each row asks each condition anew, through lists of codes.
#[divan::bench(args = SIZES)]
fn every_condition_of_every_row_anew(bencher: Bencher, rows: usize) {
    let codes = lists(rows);
    let mut key = 0;
    bencher.bench_local(|| {
        key = (key + 1) % KEYS[YEAR] as u16;
        let wanted = [(YEAR, key), (SCOPE, 0)];
        let mut counts = KEYS.map(|keys| vec![0u32; keys]);
        for row in 0..rows {
            let fails =
                wanted.iter().fold(
                    0,
                    |fails, (dimension, wanted)| {
                        if codes[*dimension][row] == *wanted { fails } else { fails | 1 << dimension }
                    },
                );
            for (at, counts) in counts.iter_mut().enumerate().filter(|(at, _)| fails & !(1 << at) == 0) {
                counts[usize::from(codes[at][row])] += 1;
            }
        }
        black_box(counts)
    });
}

/// Not kept: only rows that come or go are counted, up or down.
#[divan::bench(args = SIZES)]
fn differences_of_what_changes(bencher: Bencher, rows: usize) {
    let codes = lists(rows);
    let mut fails: Vec<u8> = codes[SCOPE].iter().map(|&code| if code == 0 { 0 } else { 1 << SCOPE }).collect();
    let mut counts = KEYS.map(|keys| vec![0i32; keys]);
    let mut key = 0;
    bencher.bench_local(|| {
        key = (key + 1) % KEYS[YEAR] as u16;
        for row in 0..rows {
            let before = fails[row];
            let after = if codes[YEAR][row] == key { before & !(1 << YEAR) } else { before | 1 << YEAR };
            if before == after {
                continue;
            }
            fails[row] = after;
            let step = if after & 1 << YEAR == 0 { 1 } else { -1 };
            let others = after & !(1 << YEAR);
            for (at, counts) in counts.iter_mut().enumerate() {
                if at != YEAR && others & !(1 << at) == 0 {
                    counts[usize::from(codes[at][row])] += step;
                }
            }
        }
        black_box(&counts);
    });
}

#[divan::bench(args = SIZES)]
fn pairs_by_profile(bencher: Bencher, rows: usize) {
    pairs(bencher, &table(rows, SHARED));
}

/// Not kept where both are shared.
#[divan::bench(args = SIZES)]
fn pairs_by_row(bencher: Bencher, rows: usize) {
    pairs(bencher, &table(rows, OWN));
}

fn pairs(bencher: Bencher, table: &Table) {
    let fails = opened(table);
    bencher.bench_local(|| black_box(cross(&fails, table, YEAR, 0)));
}

#[divan::bench(args = SIZES)]
fn a_word_in_all_texts(bencher: Bencher, rows: usize) {
    let mut texts = Texts::default();
    (0..rows).for_each(|row| texts.push(&format!("{} {row}", ["road", "school", "water"][row % 3])));
    bencher.bench_local(|| black_box(texts.with("school", None)));
}
