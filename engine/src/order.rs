use crate::Mask;
use std::cmp::Ordering;

/// All rows in one order. It is made once; to list some of them is to leave the others out.
#[derive(Debug, Clone)]
pub struct Order {
    rows: Vec<u32>,
}

impl Order {
    /// Rows that compare as equal stay as they are.
    pub fn by(rows: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Order {
        Order { rows: positions(rows, compare) }
    }

    /// The rows of the mask, in order.
    pub fn of<'a>(&'a self, mask: &'a Mask) -> impl Iterator<Item = usize> {
        self.rows.iter().map(|&row| row as usize).filter(|&row| mask.contains(row))
    }
}

/// The positions from 0 to `count` in the order that comparing two of them gives; equal ones stay.
///
/// The comparison is not a generic one: the standard library's sort takes some 3.5 KB of program
/// each time, and this one does for all.
pub fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    order.sort_by(|&a, &b| compare(a as usize, b as usize));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_in_and_equals_as_they_were() {
        let ages = [3, 1, 3, 2];
        let order = Order::by(4, &|a, b| ages[b].cmp(&ages[a]));
        let mut mask = Mask::none(4);
        [0, 1, 2].into_iter().for_each(|row| mask.insert(row));
        assert_eq!(order.of(&mask).collect::<Vec<_>>(), [0, 2, 1]);
    }
}
