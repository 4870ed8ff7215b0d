use crate::Mask;

/// The texts of all rows in one piece.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    text: String,
    /// Where each row's text ends, with the mark after it.
    ends: Vec<u32>,
}

/// Stands after each text, so that nothing is found across two of them.
const END: char = '\n';

impl Texts {
    /// Adds a row, whose text is in pieces. Four gigabytes fit; rows beyond have no text.
    pub fn push<'a>(&mut self, pieces: impl IntoIterator<Item = &'a str>) {
        let start = self.text.len();
        for piece in pieces {
            self.text.push_str(piece);
            self.text.push(' ');
        }
        self.text.push(END);
        let end = u32::try_from(self.text.len()).unwrap_or_else(|_| {
            self.text.truncate(start);
            u32::MAX
        });
        self.ends.push(end);
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The rows whose text holds the word, which has no space in it; and those in which it begins
    /// a word, behind a space.
    pub fn with(&self, word: &str) -> (Mask, Mask) {
        let (mut held, mut begun) = (Mask::none(self.len()), Mask::none(self.len()));
        let bytes = self.text.as_bytes();
        let mut row = 0;
        for (at, _) in self.text.match_indices(word) {
            while self.ends.get(row).is_some_and(|&end| end as usize <= at) {
                row += 1;
            }
            held.insert(row);
            if at > 0 && bytes[at - 1] == b' ' {
                begun.insert(row);
            }
        }
        (held, begun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, held: &[usize], begun: &[usize]) {
        let mut texts = Texts::default();
        for pieces in [vec!["water road", "әкім"], vec![], vec!["", "road"], vec!["ro", "ad"]] {
            texts.push(pieces);
        }
        let rows = |mask: Mask| mask.iter().collect::<Vec<_>>();
        let (with, beginning) = texts.with(word);
        assert_eq!((rows(with).as_slice(), rows(beginning).as_slice()), (held, begun), "{word}");
    }

    #[test]
    fn within_one_piece_of_one_row() {
        check("road", &[0, 2], &[0, 2]);
        check("a", &[0, 2, 3], &[3]);
        check("кім", &[0], &[]);
        check("mro", &[], &[]);
        check("xyz", &[], &[]);
    }
}
