use crate::addresses::Addresses;
use crate::data::{self, Segment};
use crate::program::{Fault, Program};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::TableType;

/// The module that later parts import the first part's exports from.
pub const FIRST: &str = "first";

/// The function of JavaScript that brings a part and those before it, in the first part's imports.
pub fn bring(part: usize) -> String {
    format!("bring_{part}")
}

/// What is in no part.
const JAVASCRIPT: usize = usize::MAX;

/// A part after the first.
pub struct Later {
    /// Its functions, in their order there.
    pub functions: Vec<u32>,
    /// Functions of other parts that it calls, as the first part exports them.
    pub borrowed: Vec<u32>,
}

/// Which function goes where.
pub struct Plan<'a> {
    pub program: &'a Program,
    /// The part that each function of its own is in.
    pub parts: Vec<usize>,
    /// The place in the table through which other parts call a function of a later one.
    pub places: BTreeMap<u32, u32>,
    /// Functions that had none: they are put behind the table's end.
    pub added: Vec<u32>,
    /// Functions that later parts call and do not have themselves.
    pub lent: Vec<u32>,
    /// The functions that stand in the first part, in their order there: its own, and those of later
    /// parts that have a place in the table.
    pub first: Vec<u32>,
    pub later: Vec<Later>,
    /// The part that each segment of the data is in.
    pub data: Vec<usize>,
    /// The type of a function that neither takes nor gives anything.
    pub plain: u32,
}

impl<'a> Plan<'a> {
    /// `part_of` says of each function in which of so many parts it is; the first is 0.
    pub fn new(
        program: &'a Program,
        addresses: &Addresses,
        part_of: impl Fn(u32) -> usize,
        count: usize,
    ) -> Result<Plan<'a>, Fault> {
        let imported = program.imported as u32;
        let all = program.types.len() as u32;
        let parts: Vec<usize> = (imported..all).map(part_of).collect();
        let part = |function: u32| function.checked_sub(imported).map_or(JAVASCRIPT, |own| parts[own as usize]);
        let own =
            |wanted: usize| -> Vec<u32> { (imported..all).filter(|function| part(*function) == wanted).collect() };
        let called: Vec<BTreeSet<u32>> = (0..count)
            .map(|part| {
                own(part).iter().flat_map(|function| &program.calls[(function - imported) as usize]).copied().collect()
            })
            .collect();
        let borrows = |by: usize, function: &u32| part(*function) != by && called[by].contains(function);
        let is_entry = |function: &u32| {
            let in_table = !program.slots[*function as usize].is_empty();
            in_table || program.exported.contains(function) || (0..count).any(|by| borrows(by, function))
        };
        let (mut places, mut added) = (BTreeMap::new(), Vec::new());
        for function in (imported..all).filter(|function| part(*function) > 0).filter(is_entry) {
            let slot = program.slots[function as usize].first().copied().unwrap_or_else(|| {
                added.push(function);
                program.table as u32 + added.len() as u32 - 1
            });
            places.insert(function, slot);
        }
        let mut stand_ins: Vec<u32> = places.keys().copied().collect();
        stand_ins.sort_by_key(|function| (program.types[*function as usize], places[function]));
        let first = [alike(program, own(0)), stand_ins].concat();
        let can_lend = (0..imported).chain(first.iter().copied());
        let lent: Vec<u32> = can_lend.filter(|function| (1..count).any(|by| borrows(by, function))).collect();
        let later = (1..count).map(|by| Later {
            functions: alike(program, own(by)),
            borrowed: lent.iter().copied().filter(|function| borrows(by, function)).collect(),
        });
        let later = later.collect();
        let plain = program.signatures.iter().position(|kind| kind.params().is_empty() && kind.results().is_empty());
        let plain = plain.ok_or("no function of it takes and gives nothing")? as u32;
        let data = data::parts(program, addresses, &(0..count).map(own).collect::<Vec<_>>());
        Ok(Plan { program, parts, places, added, lent, first, later, data, plain })
    }

    /// The data of a part.
    pub fn data(&self, part: usize) -> impl Iterator<Item = &'a Segment> {
        let placed = self.program.data.iter().zip(&self.data);
        placed.filter(move |(_, of)| **of == part).map(|(segment, _)| segment)
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
