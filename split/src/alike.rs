use std::collections::{BTreeSet, HashMap};

/// By what two texts are held to be alike: rows of bytes that both have.
#[derive(Debug, Clone, Copy)]
pub struct Likeness {
    /// How many bytes make a row: about an instruction, and four at most.
    pub row: usize,
    /// How much more a row counts that few texts have: 0 where all count alike, 1 where one of half as many texts counts
    /// twice as much.
    pub rarity: f64,
}

/// The numbers of these texts in an order in which each stands behind the one that it is most like, from this one on.
///
/// A file of them has the same bytes in any order; what is alike compresses better if it is near.
pub fn alike(texts: &[&[u8]], first: usize, likeness: Likeness) -> Vec<usize> {
    let rows: Vec<BTreeSet<u32>> = texts.iter().map(|text| rows(text, likeness.row)).collect();
    let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
    for (text, rows) in rows.iter().enumerate() {
        rows.iter().for_each(|row| holders.entry(*row).or_default().push(text));
    }
    let weights: HashMap<u32, f64> =
        holders.iter().map(|(row, all)| (*row, (all.len() as f64).powf(-likeness.rarity))).collect();
    let weight = |row: &u32| weights.get(row).copied().unwrap_or_default();
    let totals: Vec<f64> = rows.iter().map(|rows| rows.iter().map(weight).sum()).collect();
    let mut left: BTreeSet<usize> = (0..texts.len()).collect();
    let mut order = Vec::new();
    let mut next = left.get(&first).or(left.first()).copied();
    while let Some(text) = next {
        left.remove(&text);
        order.push(text);
        let mut shared = vec![0.0; texts.len()];
        for row in &rows[text] {
            let holders = holders.entry(*row).or_default();
            holders.retain(|holder| *holder != text);
            holders.iter().for_each(|holder| shared[*holder] += weight(row));
        }
        // Of what both have together, the part that both have.
        let both = |other: &usize| {
            let both = shared[*other];
            if both > 0.0 { both / (totals[text] + totals[*other] - both) } else { 0.0 }
        };
        next = left.iter().copied().reduce(|best, other| if both(&other) > both(&best) { other } else { best });
    }
    order
}

/// The rows of a text, each as a number.
fn rows(text: &[u8], row: usize) -> BTreeSet<u32> {
    text.windows(row).map(|row| row.iter().fold(0, |all, byte| all << 8 | u32::from(*byte))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Likeness = Likeness { row: 3, rarity: 0.0 };

    fn check(texts: &[&str], expected: &[usize]) {
        check_by(PLAIN, texts, expected);
    }

    fn check_by(likeness: Likeness, texts: &[&str], expected: &[usize]) {
        let texts: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
        assert_eq!(alike(&texts, 0, likeness), expected);
    }

    #[test]
    fn the_most_alike_stand_together() {
        check(&[], &[]);
        check(&["to the port", "a town", "to the ports", "from the town"], &[0, 2, 3, 1]);
        let [port, town] = ["the port", "the town"].map(str::as_bytes);
        assert_eq!(alike(&[port, town], 1, PLAIN), [1, 0]);
        // The shorter of two that hold it is more like it; what shares nothing keeps its order.
        check(&["the port", "x", "y", "the port of the town", "the ports"], &[0, 4, 3, 1, 2]);
    }

    #[test]
    fn what_few_have_counts_more() {
        // Three have "abc", two have "xyz".
        let texts = ["abcxyz", "abc", "xyz", "abc!"];
        check(&texts, &[0, 1, 3, 2]);
        check_by(Likeness { row: 3, rarity: 1.0 }, &texts, &[0, 2, 1, 3]);
        check_by(Likeness { row: 4, rarity: 0.0 }, &["to port", "a b c d", "a port"], &[0, 2, 1]);
    }
}
