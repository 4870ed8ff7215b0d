use crate::codes::with_list;
use crate::{Codes, Mask, Table};

/// Which conditions each row fails, one bit each: the bits of its profile, and bits of its own. A row
/// passes when none is set in either.
///
/// A change of one condition rewrites its bit alone; what the others gave stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fails {
    /// By profile: the conditions that all its rows fail.
    pub(crate) profiles: Vec<u16>,
    /// By place: the conditions that this row fails by itself. Empty while there are no such conditions.
    pub(crate) rows: Vec<u16>,
    /// How many rows of each profile fail nothing by themselves.
    pub(crate) live: Vec<u32>,
    /// The conditions that may be set in `rows`, and those that may be set in `profiles`.
    pub(crate) own: u16,
    pub(crate) shared: u16,
}

impl Fails {
    /// How many conditions there can be; they are numbered from 0.
    pub const CONDITIONS: usize = 16;

    /// No row fails anything.
    pub fn none(table: &Table) -> Fails {
        Fails { profiles: vec![0; table.sizes.len()], rows: Vec::new(), live: table.sizes.clone(), own: 0, shared: 0 }
    }

    /// Sets the condition of a dimension: the rows that have a wanted key pass it, and no others. `wanted` has
    /// a flag for each code. The condition has the dimension's number.
    pub fn set_keys(&mut self, dimension: usize, table: &Table, wanted: &[bool]) {
        let column = table.column(dimension);
        let bit = 1 << dimension;
        let failing: Vec<u16> = column.sets_with(wanted).iter().map(|&has| if has { 0 } else { bit }).collect();
        if !table.is_own(dimension) {
            self.shared |= bit;
            return put(&mut self.profiles, bit, &column.sets, &failing);
        }
        put(self.own_rows(table, bit), bit, &column.sets, &failing);
        self.count_live(table);
    }

    /// Sets a condition: the rows in the mask pass it, and no others. It must not be the condition of a shared
    /// dimension, since it is kept by row.
    pub fn set_rows(&mut self, condition: usize, table: &Table, passing: &Mask) {
        let bit = 1 << condition;
        for (fails, &row) in self.own_rows(table, bit).iter_mut().zip(&table.rows) {
            *fails = *fails & !bit | u16::from(!passing.contains(row as usize)) << condition;
        }
        self.count_live(table);
    }

    /// Takes a condition back: all rows pass it.
    pub fn clear(&mut self, condition: usize, table: &Table) {
        let bit = 1 << condition;
        if self.shared & bit != 0 {
            self.shared &= !bit;
            self.profiles.iter_mut().for_each(|fails| *fails &= !bit);
        }
        if self.own & bit != 0 {
            self.own &= !bit;
            self.rows.iter_mut().for_each(|fails| *fails &= !bit);
            self.count_live(table);
        }
    }

    /// `rows`, with room for each place; `bit` is one of its conditions from now on.
    fn own_rows(&mut self, table: &Table, bit: u16) -> &mut Vec<u16> {
        self.own |= bit;
        self.rows.resize(table.len(), 0);
        &mut self.rows
    }

    fn count_live(&mut self, table: &Table) {
        if self.own == 0 {
            self.rows = Vec::new();
            self.live.clone_from(&table.sizes);
            return;
        }
        for (live, places) in self.live.iter_mut().zip(table.places()) {
            *live = self.rows[places].iter().map(|&fails| u32::from(fails == 0)).sum();
        }
    }
}

/// Rewrites one bit of each; `failing` says for each code what it becomes.
#[inline(never)]
fn put(all: &mut [u16], bit: u16, codes: &Codes, failing: &[u16]) {
    with_list!(codes, list => {
        for (fails, &code) in all.iter_mut().zip(list) {
            *fails = *fails & !bit | failing[code as usize];
        }
    });
}
