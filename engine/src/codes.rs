/// A list of numbers, one for each row or profile, all in as few bytes as the largest of them needs.
#[derive(Debug)]
pub enum Codes {
    /// One byte each.
    One(Vec<u8>),
    /// Two bytes each.
    Two(Vec<u16>),
    /// Four bytes each.
    Four(Vec<u32>),
}

/// Does the same with the list, whatever its width; compiled once for each width.
macro_rules! with_list {
    ($codes:expr, $list:ident => $then:expr) => {
        match $codes {
            $crate::Codes::One($list) => $then,
            $crate::Codes::Two($list) => $then,
            $crate::Codes::Four($list) => $then,
        }
    };
}
pub(crate) use with_list;

impl Default for Codes {
    fn default() -> Self {
        Codes::One(Vec::new())
    }
}

impl Codes {
    /// Adds a number at the end; one that does not fit widens all of them, which copies the list.
    pub fn push(&mut self, code: u32) {
        match (&mut *self, u8::try_from(code), u16::try_from(code)) {
            (Codes::One(list), Ok(code), _) => list.push(code),
            (Codes::Two(list), _, Ok(code)) => list.push(code),
            (Codes::Four(list), _, _) => list.push(code),
            _ => {
                *self = match self {
                    Codes::One(list) => Codes::Two(list.iter().map(|&code| code.into()).collect()),
                    Codes::Two(list) => Codes::Four(list.iter().map(|&code| code.into()).collect()),
                    Codes::Four(list) => Codes::Four(std::mem::take(list)),
                };
                self.push(code);
            }
        }
    }

    /// The number at this position; zero beyond the end.
    pub fn get(&self, row: usize) -> usize {
        with_list!(self, list => list.get(row).map_or(0, |&code| code as usize))
    }

    /// The numbers at these positions, in the order of `rows`. Each position must be there.
    pub(crate) fn in_order(&self, rows: &[u32]) -> Codes {
        match self {
            Codes::One(list) => Codes::One(rows.iter().map(|&row| list[row as usize]).collect()),
            Codes::Two(list) => Codes::Two(rows.iter().map(|&row| list[row as usize]).collect()),
            Codes::Four(list) => Codes::Four(rows.iter().map(|&row| list[row as usize]).collect()),
        }
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        with_list!(self, list => list.len())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(numbers: &[u32], bytes: usize) {
        let mut codes = Codes::default();
        numbers.iter().for_each(|&number| codes.push(number));
        assert_eq!((0..codes.len()).map(|row| codes.get(row) as u32).collect::<Vec<_>>(), numbers);
        let width = match codes {
            Codes::One(_) => 1,
            Codes::Two(_) => 2,
            Codes::Four(_) => 4,
        };
        assert_eq!(width, bytes, "{numbers:?}");
        let back = codes.in_order(&(0..numbers.len() as u32).rev().collect::<Vec<_>>());
        assert!((0..back.len()).map(|row| back.get(row) as u32).eq(numbers.iter().rev().copied()), "{numbers:?}");
    }

    #[test]
    fn as_wide_as_the_widest() {
        check(&[], 1);
        check(&[0, 255], 1);
        check(&[7, 256, 0, 65_535], 2);
        check(&[7, 65_536, 256, 0], 4);
    }
}
