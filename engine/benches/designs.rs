//! What a change of one condition costs in the design that was kept and in those that were not.
//! `cargo bench --package engine`; ARCHITECTURE.md has the figures.

use divan::{Bencher, black_box};
use engine::{Column, Fails, Texts, cross, tally};

const SIZES: [usize; 2] = [100_000, 1_000_000];
/// Keys of the columns of a portfolio: directions, kinds, stages, areas, years, organisations, scopes.
const KEYS: [usize; 7] = [8, 6, 5, 6, 5, 2000, 3];
const YEAR: usize = 4;

fn main() {
    divan::main();
}

/// Columns whose rows are spread evenly, from a generator that is the same on every machine.
fn columns(rows: usize) -> Vec<Column> {
    let mut seed = 7u64;
    KEYS.map(|keys| {
        let names: Vec<String> = (0..keys).map(|key| key.to_string()).collect();
        let mut column = Column::default();
        for _ in 0..rows {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            column.push(&[names[(seed >> 33) as usize % keys].as_str()]);
        }
        column
    })
    .into()
}

fn one_of(column: &Column, key: usize) -> Vec<bool> {
    (0..column.keys().len()).map(|code| code == key).collect()
}

/// A choice in the last column, as on a page that opens with one.
fn opened(columns: &[Column]) -> Fails {
    let mut fails = Fails::none(columns[0].len());
    fails.set_keys(6, &columns[6], &one_of(&columns[6], 0));
    fails
}

/// Kept: one bit is rewritten, then one pass counts everything.
#[divan::bench(args = SIZES)]
fn a_bit_rewritten_and_one_pass(bencher: Bencher, rows: usize) {
    let columns = columns(rows);
    let (mut fails, mut key) = (opened(&columns), 0);
    bencher.bench_local(|| {
        key = (key + 1) % KEYS[YEAR];
        fails.set_keys(YEAR, &columns[YEAR], &one_of(&columns[YEAR], key));
        black_box(tally(&fails, &columns))
    });
}

/// The same where everything is shown: the most that there is to count.
#[divan::bench(args = SIZES)]
fn one_pass_over_all(bencher: Bencher, rows: usize) {
    let columns = columns(rows);
    let fails = Fails::none(rows);
    bencher.bench_local(|| black_box(tally(&fails, &columns)));
}

/// Not kept: each row asks each condition anew, through lists of codes.
#[divan::bench(args = SIZES)]
fn every_condition_of_every_row_anew(bencher: Bencher, rows: usize) {
    let columns = columns(rows);
    let mut key = 0;
    bencher.bench_local(|| {
        key = (key + 1) % KEYS[YEAR];
        let wanted = [(YEAR, one_of(&columns[YEAR], key)), (6, one_of(&columns[6], 0))];
        let mut counts = KEYS.map(|keys| vec![0u32; keys]);
        for row in 0..rows {
            let fails = wanted.iter().fold(0, |fails, (column, wanted)| {
                let has = columns[*column].of_row(row).iter().any(|&code| wanted[code as usize]);
                if has { fails } else { fails | 1 << column }
            });
            for (column, counts) in counts.iter_mut().enumerate().filter(|(column, _)| fails & !(1 << column) == 0) {
                columns[column].of_row(row).iter().for_each(|&code| counts[code as usize] += 1);
            }
        }
        black_box(counts)
    });
}

/// Not kept: only rows that come or go are counted, up or down.
#[divan::bench(args = SIZES)]
fn differences_of_what_changes(bencher: Bencher, rows: usize) {
    let columns = columns(rows);
    let codes: Vec<Vec<u16>> =
        columns.iter().map(|column| (0..rows).map(|row| column.of_row(row)[0] as u16).collect()).collect();
    let wanted = one_of(&columns[6], 0);
    let mut fails: Vec<u8> = codes[6].iter().map(|&code| if wanted[usize::from(code)] { 0 } else { 1 << 6 }).collect();
    let mut counts = KEYS.map(|keys| vec![0i32; keys]);
    let mut key = 0;
    bencher.bench_local(|| {
        key = (key + 1) % KEYS[YEAR];
        let wanted = one_of(&columns[YEAR], key);
        for row in 0..rows {
            let before = fails[row];
            let after = if wanted[usize::from(codes[YEAR][row])] { before & !(1 << YEAR) } else { before | 1 << YEAR };
            if before == after {
                continue;
            }
            fails[row] = after;
            let step = if after & 1 << YEAR == 0 { 1 } else { -1 };
            let others = after & !(1 << YEAR);
            for (column, counts) in counts.iter_mut().enumerate() {
                if column != YEAR && others & !(1 << column) == 0 {
                    counts[usize::from(codes[column][row])] += step;
                }
            }
        }
        black_box(&counts);
    });
}

#[divan::bench(args = SIZES)]
fn pairs_of_two_columns(bencher: Bencher, rows: usize) {
    let columns = columns(rows);
    let fails = opened(&columns);
    bencher.bench_local(|| black_box(cross(&fails, 1 << YEAR, &columns[YEAR], &columns[0])));
}

#[divan::bench(args = SIZES)]
fn a_word_in_all_texts(bencher: Bencher, rows: usize) {
    let mut texts = Texts::default();
    (0..rows).for_each(|row| texts.push(&[["road ", "school ", "water "][row % 3].to_owned(), row.to_string()]));
    bencher.bench_local(|| black_box(texts.with("school")));
}
