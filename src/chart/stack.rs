use crate::sort::sort_by;

/// Puts each span into the first row in which it is at least `gap` away from all spans before it.
/// Gives the row of each, from 0, in the order given.
pub(in crate::chart) fn rows(spans: &[(f64, f64)], gap: f64) -> Vec<usize> {
    let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
    spans
        .iter()
        .map(|&(left, right)| {
            let free = |row: &Vec<(f64, f64)>| row.iter().all(|&(l, r)| right + gap <= l || r + gap <= left);
            let row = taken.iter().position(free).unwrap_or_else(|| {
                taken.push(Vec::new());
                taken.len() - 1
            });
            taken[row].push((left, right));
            row
        })
        .collect()
}

/// Moves positions apart until neighbours are `gap` apart, with one sweep up and one down. Gives the new
/// position of each, in the order given. They lie between `low` and `high`; where that has no room for all,
/// the lowest of them go below `low`.
pub(in crate::chart) fn spread(positions: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..positions.len()).collect();
    sort_by(&mut order, |&a, &b| positions[a].total_cmp(&positions[b]));
    let mut placed = positions.to_vec();
    let mut floor = low;
    for &i in &order {
        placed[i] = placed[i].max(floor);
        floor = placed[i] + gap;
    }
    let mut ceiling = high;
    for &i in order.iter().rev() {
        placed[i] = placed[i].min(ceiling);
        ceiling = placed[i] - gap;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_spans_get_rows_of_their_own() {
        assert_eq!(rows(&[(0.0, 10.0), (5.0, 15.0), (11.0, 20.0), (30.0, 40.0)], 0.0), [0, 1, 0, 0]);
    }

    #[test]
    fn positions_are_spread_within_bounds() {
        assert_eq!(spread(&[10.0, 11.0, 12.0], 10.0, 0.0, 100.0), [10.0, 20.0, 30.0]);
        assert_eq!(spread(&[95.0, 99.0], 10.0, 0.0, 100.0), [90.0, 100.0]);
    }
}
