//! Items in few bytes. A record that is read from JSON takes a kilobyte of the program's memory,
//! most of it room for what it does not have; packed it takes about as much as its texts.

use crate::locale::Lang;

/// What can be packed. A list or a text has its length before it, what may be absent a byte that
/// says whether it is there; the rest follows from the type.
pub(super) trait Pack: Sized {
    fn pack(&self, out: &mut Vec<u8>);

    /// Takes one off the front. Of bytes that no `pack` has written it makes something, too.
    fn unpack(from: &mut &[u8]) -> Self;
}

impl Pack for u8 {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn unpack(from: &mut &[u8]) -> u8 {
        from.split_off_first().copied().unwrap_or_default()
    }
}

impl Pack for bool {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn unpack(from: &mut &[u8]) -> bool {
        u8::unpack(from) != 0
    }
}

/// Seven bits a byte, the lowest first; the eighth says that there are more (LEB128).
impl Pack for usize {
    fn pack(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    fn unpack(from: &mut &[u8]) -> usize {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = u8::unpack(from);
            number |= usize::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }
}

impl Pack for u16 {
    fn pack(&self, out: &mut Vec<u8>) {
        usize::from(*self).pack(out);
    }

    fn unpack(from: &mut &[u8]) -> u16 {
        usize::unpack(from) as u16
    }
}

impl Pack for f64 {
    fn pack(&self, out: &mut Vec<u8>) {
        out.extend(self.to_le_bytes());
    }

    fn unpack(from: &mut &[u8]) -> f64 {
        from.split_off(..8).and_then(|bytes| bytes.try_into().ok()).map_or(0.0, f64::from_le_bytes)
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn unpack(from: &mut &[u8]) -> String {
        let length = usize::unpack(from);
        String::from_utf8_lossy(from.split_off(..length).unwrap_or_default()).into_owned()
    }
}

impl Pack for Lang {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(*self as u8);
    }

    fn unpack(from: &mut &[u8]) -> Lang {
        Lang::ALL.get(usize::from(u8::unpack(from))).copied().unwrap_or(Lang::Kk)
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.is_some().pack(out);
        if let Some(value) = self {
            value.pack(out);
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<T> {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        self.iter().for_each(|item| item.pack(out));
    }

    fn unpack(from: &mut &[u8]) -> Vec<T> {
        (0..usize::unpack(from)).map_while(|_| (!from.is_empty()).then(|| T::unpack(from))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Debug;

    fn check<T: Pack + PartialEq + Debug>(value: T, bytes: usize) {
        let mut packed = Vec::new();
        value.pack(&mut packed);
        assert_eq!(packed.len(), bytes, "{value:?}");
        packed.push(77);
        let mut rest = packed.as_slice();
        assert_eq!(T::unpack(&mut rest), value);
        assert_eq!(rest, [77], "{value:?} takes its own bytes and no others");
        for end in 0..bytes {
            // What was cut off gives something, and no panic.
            T::unpack(&mut &packed[..end]);
        }
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        check(127_usize, 1);
        check(128_usize, 2);
        check(u16::MAX, 3);
        check(-2.5, 8);
        check("Ақтау".to_owned(), 11);
        check(None::<String>, 1);
        check(vec![Some(true), None], 4);
        check(Lang::En, 1);
        assert_eq!(usize::unpack(&mut &[0xff; 20][..]), usize::MAX);
    }
}
