use wasm_encoder::{ConstExpr, DataSection};

/// A piece of the memory as the program starts with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    pub start: u32,
    pub bytes: Vec<u8>,
}

impl Segment {
    pub fn write(&self, section: &mut DataSection) {
        section.active(0, &ConstExpr::i32_const(self.start as i32), self.bytes.iter().copied());
    }

    pub fn end(&self) -> u32 {
        self.start + self.bytes.len() as u32
    }

    /// What it holds, read as numbers: addresses stand where four divides their place.
    pub fn words(&self) -> impl Iterator<Item = u32> {
        let (words, _) = self.bytes.get(self.start.wrapping_neg() as usize % 4..).unwrap_or_default().as_chunks::<4>();
        words.iter().map(|word| u32::from_le_bytes(*word))
    }
}
