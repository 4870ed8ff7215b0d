use crate::program::{self, Fault};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{KnownCustom, Linking, Parser, Payload, RelocationType, SymbolInfo};

/// What each address in a program is about.
///
/// Most are those of a constant or of a place within it. But for `table[n - 3]` the compiler spells an
/// address before the table, where something else lies; only the linker knows what is meant.
#[derive(Debug, Default)]
pub struct Addresses(BTreeMap<u32, BTreeSet<u32>>);

impl Addresses {
    /// Reads a program as the linker leaves it if it is told to keep relocations (`--emit-relocs`).
    pub fn read(linked: &[u8]) -> Result<Addresses, Fault> {
        let (mut starts, mut symbols, mut addresses) = (Vec::new(), Vec::new(), Addresses::default());
        for payload in Parser::new(0).parse_all(linked) {
            match payload? {
                Payload::DataSection(section) => {
                    for segment in section {
                        starts.push(program::place(&segment?)?);
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(linking) => {
                        for subsection in linking.subsections() {
                            let Linking::SymbolTable(table) = subsection? else { continue };
                            for symbol in table {
                                symbols.push(symbol?);
                            }
                        }
                    }
                    KnownCustom::Reloc(relocations) => {
                        for relocation in relocations.entries() {
                            let relocation = relocation?;
                            let is_address = matches!(
                                relocation.ty,
                                RelocationType::MemoryAddrLeb
                                    | RelocationType::MemoryAddrSleb
                                    | RelocationType::MemoryAddrI32
                            );
                            let symbol = symbols.get(relocation.index as usize).filter(|_| is_address);
                            let Some(SymbolInfo::Data { symbol: Some(symbol), .. }) = symbol else { continue };
                            let start = starts.get(symbol.index as usize).ok_or("a symbol has no segment")?;
                            addresses.add(start + symbol.offset, relocation.addend as i32);
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        if addresses.0.is_empty() { Err("the linker was not told to keep relocations".into()) } else { Ok(addresses) }
    }

    /// Notes an address that lies so far behind the beginning of a constant.
    pub fn add(&mut self, constant: u32, behind: i32) {
        self.0.entry(constant.wrapping_add_signed(behind)).or_default().insert(constant);
    }

    /// The beginnings of the constants that a number is about, if it is an address that the linker knows.
    pub fn meant(&self, number: u32) -> Option<impl Iterator<Item = u32>> {
        self.0.get(&number).map(|constants| constants.iter().copied())
    }
}
