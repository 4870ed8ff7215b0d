use crate::codes::with_list;
use crate::{Codes, Column, Mask, Order};
use std::ops::Range;

/// All rows, in several dimensions.
///
/// Rows that are alike in all dimensions but those of very many values share one *profile*. A
/// million records have some thirty thousand profiles, so whatever concerns these dimensions alone
/// is worked out once a profile and not once a row. The rows of a profile lie side by side, at
/// *places* that follow on each other, so that work on some profiles skips the rows of all others.
#[derive(Debug, Default)]
pub struct Table {
    columns: Vec<Column>,
    /// The dimensions in which each row has a set of its own, one bit each.
    own: u16,
    /// How many rows each profile has.
    pub(crate) sizes: Vec<u32>,
    /// The row at each place.
    pub(crate) rows: Vec<u32>,
}

impl Table {
    /// All parts as [`TableBuilder::close`](crate::TableBuilder::close) makes them.
    pub(crate) fn new(columns: Vec<Column>, own: u16, sizes: Vec<u32>, rows: Vec<u32>) -> Table {
        Table { columns, own, sizes, rows }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The keys of a dimension and their sets. The dimension must be there.
    pub fn column(&self, dimension: usize) -> &Column {
        &self.columns[dimension]
    }

    /// All dimensions, in their order.
    pub(crate) fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Whether each row has a set of its own in this dimension.
    pub(crate) fn is_own(&self, dimension: usize) -> bool {
        self.own >> dimension & 1 == 1
    }

    /// The places of each profile's rows, profile by profile. The ranges follow on each other.
    pub(crate) fn places(&self) -> impl Iterator<Item = Range<usize>> {
        self.sizes.iter().scan(0, |end, &size| {
            let start = *end;
            *end += size as usize;
            Some(start..*end)
        })
    }

    /// The rows that have any of the wanted keys. `wanted` has a flag for each code.
    pub fn rows_with(&self, dimension: usize, wanted: &[bool]) -> Mask {
        let wanted = self.columns[dimension].sets_with(wanted);
        let mut mask = Mask::none(self.len());
        self.each_row(dimension, |row, set| {
            if wanted[set] {
                mask.insert(row);
            }
        });
        mask
    }

    /// All rows, sorted by the least rank of their keys. `ranks` has a rank for each code, all below its length;
    /// rows without a key come last.
    pub fn order(&self, dimension: usize, ranks: &[u32]) -> Order {
        let of_sets = self.columns[dimension].least_ranks(ranks);
        let mut of_rows = vec![0; self.len()];
        self.each_row(dimension, |row, set| of_rows[row] = of_sets[set]);
        let in_order: Vec<u32> = (0..=ranks.len() as u32).collect();
        Order::by_rank(&Codes::Four(of_rows), &in_order, in_order.len())
    }

    /// Calls `each` with every row and its set in a dimension, place by place.
    fn each_row(&self, dimension: usize, mut each: impl FnMut(usize, usize)) {
        with_list!(&self.columns[dimension].sets, list => {
            if self.is_own(dimension) {
                self.rows.iter().zip(list).for_each(|(&row, &set)| each(row as usize, set as usize));
            } else {
                for (places, &set) in self.places().zip(list) {
                    self.rows[places].iter().for_each(|&row| each(row as usize, set as usize));
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TableBuilder;
    use std::sync::Arc;

    /// The same rows in a dimension that profiles share and in one of its own; a third tells them apart.
    fn table() -> Table {
        let mut table = TableBuilder::new(3, &[1]);
        for keys in [&["b"][..], &["a", "b"], &[], &["a", "b"], &["a", "a"]] {
            table.push(&[keys, keys, &["same"]]);
        }
        table.close()
    }

    #[test]
    fn rows_that_are_alike_lie_side_by_side() {
        assert_eq!(table().sizes, [1, 2, 1, 1]);
        assert_eq!(table().rows, [0, 1, 3, 2, 4]);
        assert_eq!(table().places().collect::<Vec<_>>(), [0..1, 1..3, 3..4, 4..5]);
        assert_eq!((table().len(), table().is_empty()), (5, false));
    }

    #[test]
    fn shared_or_own_gives_the_same() {
        for dimension in [0, 1] {
            let table = table();
            let rows = |wanted: &[bool]| table.rows_with(dimension, wanted).iter().collect::<Vec<_>>();
            assert_eq!(rows(&[true, false]), [0, 1, 3]);
            assert_eq!(rows(&[false, true]), [1, 3, 4]);
            let order = Arc::new(table.order(dimension, &[1, 0]));
            assert_eq!(Order::rows(order).collect::<Vec<_>>(), [1, 3, 4, 0, 2]);
        }
    }
}
