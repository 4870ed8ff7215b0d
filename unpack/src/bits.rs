/// Of each kind of bit the chance that it is 0, in 2048ths. There is room for more kinds than there are, so that a
/// kind is a place here whatever it is.
pub type Chances = [u16; 1 << 14];

/// What is known of a bit about which nothing is known.
pub const EVEN: u16 = 1024;

/// Where the kinds of bits of a piece's length begin.
pub const LENGTH: usize = 472;
pub const LENGTH_AGAIN: usize = 746;

/// Where those of its distance begin.
const SLOT: usize = 72;
const SPECIAL: usize = 328;
const ALIGN: usize = 456;

/// The range coder, and what it reads. Beyond the end it reads zeros, and `at` says so.
pub struct Bits<'a> {
    pub range: u32,
    pub code: u32,
    pub chances: &'a mut Chances,
    pub input: &'a [u8],
    pub at: usize,
}

impl Bits<'_> {
    /// Reads a bit of that kind. A function of its own, it is small and as fast.
    #[inline(never)]
    pub fn bit(&mut self, kind: usize) -> usize {
        let chance = &mut self.chances[kind % (1 << 14)];
        let bound = (self.range >> 11) * u32::from(*chance);
        let one = self.code >= bound;
        if one {
            self.range -= bound;
            self.code -= bound;
            *chance -= *chance >> 5;
        } else {
            self.range = bound;
            *chance += (2048 - *chance) >> 5;
        }
        self.refill();
        usize::from(one)
    }

    fn refill(&mut self) {
        if self.range < 1 << 24 {
            self.range <<= 8;
            self.code = self.code << 8 | u32::from(self.input.get(self.at).copied().unwrap_or(0));
            self.at += 1;
        }
    }

    /// Goes down a tree of bits from the node `read` on, until there are as many as `end` has.
    #[inline(never)]
    pub fn tree(&mut self, kind: usize, mut read: usize, end: usize) -> usize {
        while read < end {
            read = read << 1 | self.bit(kind + read);
        }
        read
    }

    fn number(&mut self, kind: usize, bits: u32) -> usize {
        self.tree(kind, 1, 1 << bits) - (1 << bits)
    }

    fn backwards(&mut self, kind: usize, bits: usize) -> usize {
        let (mut read, mut path) = (0, 1);
        for place in 0..bits {
            let one = self.bit(kind + path);
            path = path << 1 | one;
            read |= one << place;
        }
        read
    }

    /// Reads bits that are as likely 0 as 1.
    fn direct(&mut self, bits: usize) -> usize {
        (0..bits).fold(0, |read, _| {
            self.range >>= 1;
            let one = self.code >= self.range;
            if one {
                self.code -= self.range;
            }
            self.refill();
            read << 1 | usize::from(one)
        })
    }

    /// How long a piece is.
    pub fn length(&mut self, kind: usize) -> usize {
        if self.bit(kind) == 0 {
            return self.number(kind + 2, 3) + 2;
        }
        if self.bit(kind + 1) == 0 { self.number(kind + 10, 3) + 10 } else { self.number(kind + 18, 8) + 18 }
    }

    /// How far back a piece of that length was, less one.
    pub fn distance(&mut self, length: usize) -> usize {
        let slot = self.number(SLOT + 64 * (length - 2).min(3), 6);
        if slot < 4 {
            return slot;
        }
        let bits = (slot >> 1) - 1;
        let start = (2 | slot & 1) << bits;
        if slot < 14 {
            return start + self.backwards(SPECIAL + start - slot, bits);
        }
        // The largest is the mark at the end.
        start.wrapping_add(self.direct(bits - 4) << 4).wrapping_add(self.backwards(ALIGN, 4))
    }
}
