use crate::addresses::Addresses;
use crate::data::{self, Segment};
use crate::program::{Fault, Program};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::TableType;

/// The function of JavaScript that brings the rest, in the first part's imports.
pub const BRING: &str = "bring_rest";
/// The module that the rest imports the first part's exports from.
pub const FIRST: &str = "first";

/// Which function goes where.
pub struct Plan<'a> {
    pub program: &'a Program,
    /// The place in the table through which the first part calls a function of the rest.
    pub places: BTreeMap<u32, u32>,
    /// Functions that had none: they are put behind the table's end.
    pub added: Vec<u32>,
    /// Functions of the first part that the rest calls.
    pub borrowed: Vec<u32>,
    /// The functions that stand in the first part, in their order there: its own, and those of the
    /// rest that have a place in the table.
    pub first: Vec<u32>,
    /// The functions of the rest, in their order there.
    pub rest: Vec<u32>,
    /// Which segments of the data are in the first part.
    pub stays: Vec<bool>,
    /// The type of a function that neither takes nor gives anything.
    pub plain: u32,
}

impl<'a> Plan<'a> {
    pub fn new(program: &'a Program, addresses: &Addresses, is_first: impl Fn(u32) -> bool) -> Result<Plan<'a>, Fault> {
        let imported = program.imported as u32;
        let all = program.types.len() as u32;
        let (own, rest): (Vec<u32>, Vec<u32>) = (imported..all).partition(|function| is_first(*function));
        let called_from = |functions: &[u32]| -> BTreeSet<u32> {
            functions.iter().flat_map(|function| &program.calls[(function - imported) as usize]).copied().collect()
        };
        let (from_first, from_rest) = (called_from(&own), called_from(&rest));
        let is_entry = |function: &u32| {
            let in_table = !program.slots[*function as usize].is_empty();
            in_table || from_first.contains(function) || program.exported.contains(function)
        };
        let (mut places, mut added) = (BTreeMap::new(), Vec::new());
        for function in rest.iter().copied().filter(is_entry) {
            let slot = program.slots[function as usize].first().copied().unwrap_or_else(|| {
                added.push(function);
                program.table as u32 + added.len() as u32 - 1
            });
            places.insert(function, slot);
        }
        let mut stand_ins: Vec<u32> = places.keys().copied().collect();
        stand_ins.sort_by_key(|function| (program.types[*function as usize], places[function]));
        let own = alike(program, own);
        let borrowed = (0..imported).chain(own.iter().copied()).filter(|function| from_rest.contains(function));
        let borrowed = borrowed.collect();
        let plain = program.signatures.iter().position(|kind| kind.params().is_empty() && kind.results().is_empty());
        let plain = plain.ok_or("no function of it takes and gives nothing")? as u32;
        let stays = data::stays(program, addresses, &own);
        let first = [own, stand_ins].concat();
        Ok(Plan { program, places, added, borrowed, first, rest: alike(program, rest), stays, plain })
    }

    /// The data of a part, the first or the rest.
    pub fn data(&self, is_first: bool) -> impl Iterator<Item = &'a Segment> {
        self.program
            .data
            .iter()
            .zip(&self.stays)
            .filter(move |(_, stays)| **stays == is_first)
            .map(|(segment, _)| segment)
    }

    /// The table at this place, with room for what is put behind its end.
    pub fn with_room(&self, place: usize, kind: TableType) -> TableType {
        let more = if place == 0 { self.added.len() as u64 } else { 0 };
        TableType { minimum: kind.minimum + more, maximum: kind.maximum.map(|most| most + more), ..kind }
    }
}

/// Functions in the order in which they stand in a part: those of one type together, and among them
/// those that begin alike. The file has the same bytes in any order, and compresses by a twenty-fifth
/// better in this one.
fn alike(program: &Program, mut functions: Vec<u32>) -> Vec<u32> {
    let body = |function: &u32| &program.bodies[*function as usize - program.imported];
    functions.sort_by(|one, other| {
        let types = program.types[*one as usize].cmp(&program.types[*other as usize]);
        types.then_with(|| body(one).cmp(body(other)))
    });
    functions
}

/// A name that no export of wasm-bindgen has.
pub fn short(number: usize) -> String {
    format!("{number:x}")
}
