use crate::order::{FEW, by_bytes};
use crate::{Mask, Steps, number_key, positions};

/// Numbers of one measure that rows have, the largest first.
#[derive(Debug, Default)]
pub struct Amounts {
    all: Vec<Amount>,
}

/// One number, whose it is, and which of that row's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// In whatever unit the caller counts: amounts of different units belong in different lists.
    pub value: f64,
    /// The number of the row in the table.
    pub row: u32,
    /// Which of the numbers of its row it is, from 0.
    pub part: u32,
}

impl Amounts {
    /// Sorts them; those of equal size stay in the order given.
    pub fn new(all: &[Amount]) -> Amounts {
        let order = match all.len() {
            ..FEW => positions(all.len(), &|a, b| all[b].value.total_cmp(&all[a].value)),
            _ => order_of_many(all),
        };
        Amounts { all: order.iter().map(|&at| all[at as usize]).collect() }
    }

    /// All of them, the largest first.
    pub fn all(&self) -> &[Amount] {
        &self.all
    }

    /// Those that are at least `least` and below `below`, the largest first. Takes two binary searches.
    pub fn between(&self, least: f64, below: f64) -> &[Amount] {
        let start = self.all.partition_point(|amount| amount.value >= below);
        let end = self.all.partition_point(|amount| amount.value >= least);
        self.all.get(start..end).unwrap_or_default()
    }

    /// Those of the rows in the mask, the largest first; looks at one after the other.
    pub fn of<'a>(&'a self, rows: &'a Mask) -> impl Iterator<Item = &'a Amount> {
        self.all.iter().filter(|amount| rows.contains(amount.row as usize))
    }
}

/// Apart, it is program that small snapshots do not load.
#[inline(never)]
fn order_of_many(all: &[Amount]) -> Vec<u32> {
    let keys: Vec<u64> = all.iter().map(|amount| !number_key(amount.value)).collect();
    Steps::new(by_bytes(&keys)).finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_first_and_equals_as_they_came() {
        let amount = |value, row, part| Amount { value, row, part };
        let amounts = Amounts::new(&[amount(1.0, 0, 0), amount(5.0, 1, 0), amount(9.0, 2, 0), amount(5.0, 0, 1)]);
        let between = |least, below| amounts.between(least, below).iter().map(|a| a.value).collect::<Vec<_>>();
        assert_eq!(between(5.0, 9.0), [5.0, 5.0]);
        assert_eq!(between(f64::NEG_INFINITY, f64::INFINITY), [9.0, 5.0, 5.0, 1.0]);
        assert!(between(9.5, 2.0).is_empty());
        let mut rows = Mask::none(3);
        rows.insert(0);
        rows.insert(1);
        let found: Vec<_> = amounts.of(&rows).map(|a| (a.value, a.row, a.part)).collect();
        assert_eq!(found, [(5.0, 1, 0), (5.0, 0, 1), (1.0, 0, 0)]);
    }

    #[test]
    fn many_are_sorted_as_few_are() {
        let many: Vec<Amount> =
            (0..FEW as u32 * 2).map(|row| Amount { value: f64::from(row % 7) - 3.0, row, part: 0 }).collect();
        let order = positions(many.len(), &|a, b| many[b].value.total_cmp(&many[a].value));
        assert_eq!(order_of_many(&many), order);
        assert_eq!(Amounts::new(&many).all().len(), many.len());
    }
}
