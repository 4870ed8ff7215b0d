use crate::program::{Fault, Program};
use std::collections::BTreeMap;
use wasm_encoder::TableType;

/// The function of JavaScript that brings the rest, in the first part's imports.
pub const BRING: &str = "bring_rest";
/// The module that the rest imports the first part's exports from.
pub const FIRST: &str = "first";

/// Which function goes where.
pub struct Plan<'a> {
    pub program: &'a Program,
    /// Whether each function, JavaScript's too, is in the first part.
    pub is_first: Vec<bool>,
    /// The place in the table through which the first part calls a function of the rest.
    pub places: BTreeMap<u32, u32>,
    /// Functions that had none: they are put behind the table's end.
    pub added: Vec<u32>,
    /// Functions of the first part that the rest calls, each with its number in the rest.
    pub borrowed: BTreeMap<u32, u32>,
    /// The type of a function that neither takes nor gives anything.
    pub plain: u32,
}

impl<'a> Plan<'a> {
    pub fn new(program: &'a Program, is_first: impl Fn(u32) -> bool) -> Result<Plan<'a>, Fault> {
        let imported = program.imported as u32;
        let all = program.types.len() as u32;
        let is_first: Vec<bool> = (0..all).map(|function| function < imported || is_first(function)).collect();
        let own = (imported..all).zip(&program.calls);
        let called_from_first =
            own.clone().filter(|(function, _)| is_first[*function as usize]).flat_map(|(_, calls)| calls);
        let mut entries: Vec<u32> = called_from_first.chain(&program.exported).copied().collect();
        entries.extend((imported..all).filter(|function| !program.slots[*function as usize].is_empty()));
        entries.retain(|function| !is_first[*function as usize]);
        entries.sort_unstable();
        entries.dedup();
        let (mut places, mut added) = (BTreeMap::new(), Vec::new());
        for function in entries {
            let slot = program.slots[function as usize].first().copied().unwrap_or_else(|| {
                added.push(function);
                program.table as u32 + added.len() as u32 - 1
            });
            places.insert(function, slot);
        }
        let mut borrowed: BTreeMap<u32, u32> = own
            .filter(|(function, _)| !is_first[*function as usize])
            .flat_map(|(_, calls)| calls)
            .filter(|function| is_first[**function as usize])
            .map(|function| (*function, 0))
            .collect();
        borrowed.values_mut().zip(0..).for_each(|(number, place)| *number = place);
        let plain = program.signatures.iter().position(|kind| kind.params().is_empty() && kind.results().is_empty());
        let plain = plain.ok_or("no function of it takes and gives nothing")? as u32;
        Ok(Plan { program, is_first, places, added, borrowed, plain })
    }

    /// The table at this place, with room for what is put behind its end.
    pub fn with_room(&self, place: usize, kind: TableType) -> TableType {
        let more = if place == 0 { self.added.len() as u64 } else { 0 };
        TableType { minimum: kind.minimum + more, maximum: kind.maximum.map(|most| most + more), ..kind }
    }
}

/// A name that no export of wasm-bindgen has.
pub fn short(number: u32) -> String {
    format!("${number:x}$")
}
