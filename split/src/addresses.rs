use crate::program::{self, Fault};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{KnownCustom, Linking, LinkingSectionReader, Parser, Payload, RelocationType, SymbolInfo};

/// What each address in a program is about.
///
/// Most are those of a constant or of a place within it. But for `table[n - 3]` the compiler spells an
/// address before the table, where something else lies; only the linker knows what is meant.
#[derive(Debug, Default)]
pub struct Addresses(BTreeMap<u32, BTreeSet<u32>>);

impl Addresses {
    /// Reads a program as the linker leaves it if it is told to keep relocations (`--emit-relocs`). Its
    /// data and symbols stand before them.
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
                    KnownCustom::Linking(section) => symbols = constants(section, &starts)?,
                    KnownCustom::Reloc(section) => {
                        for relocation in section.entries() {
                            let relocation = relocation?;
                            if let Some(Some(constant)) = symbols.get(relocation.index as usize)
                                && is_address(relocation.ty)
                            {
                                addresses.add(*constant, relocation.addend as i32);
                            }
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

/// Where the constant of each symbol begins; nothing where it is none.
fn constants(section: LinkingSectionReader, starts: &[u32]) -> Result<Vec<Option<u32>>, Fault> {
    let mut constants = Vec::new();
    for subsection in section.subsections() {
        let Linking::SymbolTable(symbols) = subsection? else { continue };
        for symbol in symbols {
            constants.push(match symbol? {
                SymbolInfo::Data { symbol: Some(symbol), .. } => {
                    let start = starts.get(symbol.index as usize).ok_or("a symbol has no segment")?;
                    Some(start + symbol.offset)
                }
                _ => None,
            });
        }
    }
    Ok(constants)
}

fn is_address(kind: RelocationType) -> bool {
    use RelocationType::{MemoryAddrI32, MemoryAddrLeb, MemoryAddrSleb};
    matches!(kind, MemoryAddrLeb | MemoryAddrSleb | MemoryAddrI32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, CustomSection, DataSection, DataSymbolDefinition, LinkingSection, Module, SymbolTable,
    };

    /// A program with a constant of eight bytes at 4096, its symbol the first, and these relocations.
    fn check(relocations: &[u8], expected: &[(u32, u32)]) {
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(4096), [7; 8]);
        let mut symbols = SymbolTable::new();
        symbols.data(0, "table", Some(DataSymbolDefinition { index: 0, offset: 0, size: 8 }));
        let (mut linking, mut module) = (LinkingSection::new(), Module::new());
        linking.symbol_table(&symbols);
        let relocations = CustomSection { name: "reloc.CODE".into(), data: relocations.into() };
        module.section(&data).section(&linking).section(&relocations);
        let read = Addresses::read(&module.finish()).map(|addresses| addresses.0).unwrap_or_default();
        let expected = expected.iter().map(|(number, constant)| (*number, BTreeSet::from([*constant]))).collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn an_address_is_about_the_constant_that_it_is_reckoned_from() {
        // A section, how many, and for each its kind, place, symbol and distance: 4 is `i32.const` of an
        // address, 0x7c is −4.
        check(&[0, 2, 4, 1, 0, 0, 4, 9, 0, 0x7c], &[(4096, 4096), (4092, 4096)]);
        // A function's number is no address, and a program without any is refused.
        check(&[0, 1, 0, 1, 0], &[]);
    }
}
