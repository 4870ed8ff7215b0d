use crate::{BLOCK, Fails, Mask, Table};
use std::ops::Range;

/// The rows that fail no condition.
pub fn passing(fails: &Fails, table: &Table) -> Mask {
    let mut mask = Mask::none(table.len());
    each_run(fails, table, &mut |places| {
        // `rows` is empty while no condition is one that rows fail by themselves.
        let own = fails.rows.get(places.clone());
        for (at, &row) in table.rows[places].iter().enumerate() {
            if own.is_none_or(|own| own[at] == 0) {
                mask.insert(row as usize);
            }
        }
    });
    mask
}

/// Calls `each` with the places of the rows whose profiles fail nothing, in order; neighbouring profiles
/// are one range. A range may be empty.
pub(crate) fn each_run(fails: &Fails, table: &Table, each: &mut dyn FnMut(Range<usize>)) {
    let mut run = 0..0;
    for (places, _) in table.places().zip(&fails.profiles).filter(|(_, fails)| **fails == 0) {
        if places.start != run.end {
            each(run);
            run = places.clone();
        }
        run.end = places.end;
    }
    each(run);
}

/// The positions in a block of those that fail exactly these conditions, in order. `room` holds the answer.
pub(crate) fn pick<'a>(block: &[u16], exactly: u16, room: &'a mut [u16; BLOCK]) -> &'a [u16] {
    let mut count = 0;
    for (at, &fails) in block.iter().enumerate() {
        // Writing always and moving on only sometimes is faster than a branch that nobody can predict.
        room[count & (BLOCK - 1)] = at as u16;
        count += usize::from(fails == exactly);
    }
    &room[..count]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TableBuilder;

    fn check(wanted: &[&str], runs: &[(usize, usize)], rows: &[usize]) {
        let mut table = TableBuilder::new(1, &[]);
        ["a", "b", "a", "c", "b", "d"].iter().for_each(|key| table.push(&[&[*key]]));
        let table = table.close();
        let mut fails = Fails::none(&table);
        let of_key = |key: &String| wanted.contains(&key.as_str());
        fails.set_keys(0, &table, &table.column(0).keys().iter().map(of_key).collect::<Vec<_>>());
        let mut met = Vec::new();
        each_run(&fails, &table, &mut |places| met.push((places.start, places.end)));
        met.retain(|(start, end)| start < end);
        assert_eq!(met, runs, "{wanted:?}");
        assert_eq!(passing(&fails, &table).iter().collect::<Vec<_>>(), rows, "{wanted:?}");
    }

    #[test]
    fn neighbours_are_one_run() {
        check(&[], &[], &[]);
        check(&["a", "b"], &[(0, 4)], &[0, 1, 2, 4]);
        check(&["b", "d"], &[(2, 4), (5, 6)], &[1, 4, 5]);
        check(&["a", "b", "c", "d"], &[(0, 6)], &[0, 1, 2, 3, 4, 5]);
    }
}
