use crate::codes::with_list;
use crate::{BLOCK, Fails, Table};

/// Goes through the rows in blocks: the first row of each, and what each of its rows fails in all.
pub(crate) fn each_block(fails: &Fails, table: &Table, each: &mut dyn FnMut(usize, &[u16])) {
    let mut room = [0; BLOCK];
    with_list!(&table.profiles, list => {
        for (number, profiles) in list.chunks(BLOCK).enumerate() {
            let start = number * BLOCK;
            let block = &mut room[..profiles.len()];
            for (all, &profile) in block.iter_mut().zip(profiles) {
                *all = fails.profiles[profile as usize];
            }
            // There are none where no row fails anything by itself.
            let own = fails.rows.get(start..).unwrap_or_default();
            block.iter_mut().zip(own).for_each(|(all, own)| *all |= own);
            each(start, block);
        }
    });
}

/// The rows of a block, by their numbers in it, whose failures outside `aside` are exactly these.
pub(crate) fn pick<'a>(block: &[u16], aside: u16, exactly: u16, room: &'a mut [u16; BLOCK]) -> &'a [u16] {
    let mut count = 0;
    for (row, &fails) in block.iter().enumerate() {
        // Writing always and moving on only sometimes is faster than a branch that nobody can predict.
        room[count & (BLOCK - 1)] = row as u16;
        count += usize::from(fails & !aside == exactly);
    }
    &room[..count]
}
