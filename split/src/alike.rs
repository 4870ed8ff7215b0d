use std::collections::{BTreeSet, HashMap};

/// The numbers of these texts in an order in which each stands behind the one that it is most like, from this one on.
///
/// A file of them has the same bytes in any order; what is alike compresses better if it is near.
pub fn alike(texts: &[&[u8]], first: usize) -> Vec<usize> {
    let rows: Vec<BTreeSet<Row>> = texts.iter().map(|text| rows(text)).collect();
    let mut holders: HashMap<Row, Vec<usize>> = HashMap::new();
    for (text, rows) in rows.iter().enumerate() {
        rows.iter().for_each(|row| holders.entry(*row).or_default().push(text));
    }
    let mut left: BTreeSet<usize> = (0..texts.len()).collect();
    let mut order = Vec::new();
    let mut next = left.get(&first).or(left.first()).copied();
    while let Some(text) = next {
        left.remove(&text);
        order.push(text);
        let mut shared = vec![0; texts.len()];
        for row in &rows[text] {
            let holders = holders.entry(*row).or_default();
            holders.retain(|holder| *holder != text);
            holders.iter().for_each(|holder| shared[*holder] += 1);
        }
        // Of what both have together, the part that both have.
        let likeness = |other: &usize| {
            let both = shared[*other];
            f64::from(both) / (rows[text].len() + rows[*other].len() - both as usize).max(1) as f64
        };
        next = left.iter().copied().reduce(|best, other| if likeness(&other) > likeness(&best) { other } else { best });
    }
    order
}

/// So many bytes in a row that two texts share count: about an instruction. Of two to eight bytes these three pack best.
type Row = [u8; 3];

fn rows(text: &[u8]) -> BTreeSet<Row> {
    text.windows(size_of::<Row>()).filter_map(|row| row.try_into().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(texts: &[&str], expected: &[usize]) {
        let texts: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
        assert_eq!(alike(&texts, 0), expected);
    }

    #[test]
    fn the_most_alike_stand_together() {
        check(&[], &[]);
        check(&["to the port", "a town", "to the ports", "from the town"], &[0, 2, 3, 1]);
        let [port, town] = ["the port", "the town"].map(str::as_bytes);
        assert_eq!(alike(&[port, town], 1), [1, 0]);
        // The shorter of two that hold it is more like it; what shares nothing keeps its order.
        check(&["the port", "x", "y", "the port of the town", "the ports"], &[0, 4, 3, 1, 2]);
    }
}
