use crate::Mask;
use crate::find::Finder;

/// The texts of all rows, one after the other.
#[derive(Debug, Default)]
pub struct Texts {
    blocks: Vec<Block>,
    /// Where each row's text ends in its block, behind its [`END`].
    ends: Vec<u32>,
}

/// The texts of some rows in one piece. It has its whole room from the start: if it grew, it would be
/// copied each time, into twice the room.
#[derive(Debug)]
struct Block {
    text: String,
    first_row: usize,
}

/// Bytes of a block; a row with a longer text has a block of its own.
const BLOCK: usize = 1 << 18;

/// When candidates are fewer than one row in this many, look at each instead of scanning all.
const FEW: usize = 4;

/// Stands after each text, so that nothing is found across two of them.
const END: char = '\n';

impl Texts {
    /// Adds the text of the next row. One of four gigabytes or more counts as empty.
    pub fn push(&mut self, words: &str) {
        let is_too_long = u32::try_from(words.len() + 1).is_err();
        let words = if is_too_long { "" } else { words };
        let length = words.len() + 1;
        if self.blocks.last().is_none_or(|block| block.text.len() + length > BLOCK) {
            // The first block grows, since it is all that a small list has.
            let room = if self.blocks.is_empty() { length } else { length.max(BLOCK) };
            self.blocks.push(Block { text: String::with_capacity(room), first_row: self.ends.len() });
        }
        let Some(Block { text, .. }) = self.blocks.last_mut() else { return };
        text.push_str(words);
        text.push(END);
        self.ends.push(text.len() as u32);
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The rows whose text holds the word; and those in which it stands behind a space, as the beginning of a
    /// word does. The word has no space in it. Of `of` it is known that no other rows are of interest.
    pub fn with(&self, word: &str, of: Option<&Mask>) -> (Mask, Mask) {
        match of {
            Some(of) if of.count() * FEW < self.len() => self.with_few(word, of),
            of => {
                let (mut held, mut begun) = self.with_all(word);
                if let Some(of) = of {
                    held.and(of);
                    begun.and(of);
                }
                (held, begun)
            }
        }
    }

    fn with_few(&self, word: &str, of: &Mask) -> (Mask, Mask) {
        let (mut held, mut begun) = (Mask::none(self.len()), Mask::none(self.len()));
        let mut blocks = self.blocks.iter().peekable();
        let mut block = blocks.next();
        let finder = Finder::new(word);
        for row in of.iter() {
            while let Some(next) = blocks.next_if(|next| next.first_row <= row) {
                block = Some(next);
            }
            let Some((Block { text, first_row }, &end)) = block.zip(self.ends.get(row)) else { break };
            let before = if row == *first_row { None } else { self.ends.get(row - 1) };
            let text = text.as_bytes().get(before.map_or(0, |&end| end as usize)..end as usize).unwrap_or_default();
            finder.places(text, |at| {
                held.insert(row);
                let begins = at > 0 && text[at - 1] == b' ';
                if begins {
                    begun.insert(row);
                }
                begins
            });
        }
        (held, begun)
    }

    fn with_all(&self, word: &str) -> (Mask, Mask) {
        let (mut held, mut begun) = (Mask::none(self.len()), Mask::none(self.len()));
        let finder = Finder::new(word);
        for Block { text, first_row } in &self.blocks {
            let bytes = text.as_bytes();
            let mut row = *first_row;
            finder.places(bytes, |at| {
                while self.ends.get(row).is_some_and(|&end| end as usize <= at) {
                    row += 1;
                }
                held.insert(row);
                if at > 0 && bytes[at - 1] == b' ' {
                    begun.insert(row);
                }
                false
            });
        }
        (held, begun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(rows: &[&str]) -> Texts {
        let mut texts = Texts::default();
        rows.iter().for_each(|words| texts.push(words));
        texts
    }

    fn check(texts: &Texts, word: &str, held: &[usize], begun: &[usize]) {
        let rows = |mask: Mask| mask.iter().collect::<Vec<_>>();
        let (with, beginning) = texts.with(word, None);
        assert_eq!((rows(with).as_slice(), rows(beginning).as_slice()), (held, begun), "{word}");
        // Of which rows it is asked makes no other difference, be they few or many.
        for step in [1, 2, 5, 9] {
            let mut of = Mask::none(texts.len());
            (0..texts.len()).step_by(step).for_each(|row| of.insert(row));
            let (with, beginning) = texts.with(word, Some(&of));
            let of_those = |all: &[usize]| all.iter().copied().filter(|row| row % step == 0).collect::<Vec<_>>();
            assert_eq!((rows(with), rows(beginning)), (of_those(held), of_those(begun)), "{word}, {step}");
        }
    }

    #[test]
    fn within_one_row() {
        let texts = texts(&["water road әкім", "", " road", "ro ad"]);
        check(&texts, "road", &[0, 2], &[0, 2]);
        check(&texts, "a", &[0, 2, 3], &[3]);
        check(&texts, "кім", &[0], &[]);
        check(&texts, "mro", &[], &[]);
        check(&texts, "xyz", &[], &[]);
    }

    #[test]
    fn in_whichever_block() {
        let long = "long ".repeat(BLOCK / 5);
        let half = "half ".repeat(BLOCK / 10);
        let texts = texts(&["road", &long, "a road", &half, &half, "rail", "", "road"]);
        assert_eq!(texts.blocks.iter().map(|block| block.first_row).collect::<Vec<_>>(), [0, 1, 2, 4]);
        check(&texts, "road", &[0, 2, 7], &[2]);
        check(&texts, "long", &[1], &[1]);
        check(&texts, "half", &[3, 4], &[3, 4]);
        check(&texts, "r", &[0, 2, 5, 7], &[2]);
    }
}
