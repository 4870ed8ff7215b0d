use crate::addresses::Addresses;
use crate::alike::alike;
use crate::data::{self, Segment};
use crate::program::{Fault, Program};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::TableType;

/// The module that later parts import from what they share with the first: memory, table and globals by the names
/// under which it exports them, functions by their places in the table.
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
    /// Functions that it calls and does not have.
    pub borrowed: Vec<u32>,
}

/// Which function goes where.
pub struct Plan<'a> {
    pub program: &'a Program,
    /// The part that each function of its own is in.
    pub parts: Vec<usize>,
    /// The functions of JavaScript that the first part asks for.
    pub asked: Vec<u32>,
    /// The place in the table of each function that another part may call.
    pub places: BTreeMap<u32, u32>,
    /// Those that had none: they are put behind the table's end.
    pub added: Vec<u32>,
    /// The functions that stand in the first part, in their order there: its own, and those of later
    /// parts that others may call.
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
        let asks = |function: &u32| {
            let index = *function as usize;
            called[0].contains(function) || !program.slots[index].is_empty() || program.exported.contains(function)
        };
        let data = data::parts(program, addresses, &(0..count).map(own).collect::<Vec<_>>());
        let known: Vec<BTreeSet<u32>> = (0..count)
            .map(|part| {
                let own = own(part).into_iter();
                let numbers = own.flat_map(|function| &program.numbers[(function - imported) as usize]).copied();
                numbers.chain(placed(program, &data, part).flat_map(Segment::words)).collect()
            })
            .collect();
        let plain = program.signatures.iter().position(|kind| kind.params().is_empty() && kind.results().is_empty());
        let plain = plain.ok_or("no function of it takes and gives nothing")? as u32;
        // Who calls through the table has the place as a number. One that only its own part has is reached when that
        // part is there, so that nothing need stand in for it. What holds the place until then is plain, so that a
        // call would be stopped, if it were not for those that are plain themselves.
        let is_known = |function: u32| {
            let before = &known[..part(function)];
            let mut slots = program.slots[function as usize].iter();
            slots.any(|slot| {
                program.types[function as usize] == plain || before.iter().any(|known| known.contains(slot))
            })
        };
        let is_reached = |function: &u32| {
            let of_later = part(*function) > 0 && (program.exported.contains(function) || is_known(*function));
            of_later || (0..count).any(|by| borrows(by, function))
        };
        let ours = ordered(program, &own(0));
        let mut others: Vec<u32> = (imported..all).filter(|function| part(*function) > 0).collect();
        others.sort_by_key(|function| program.types[*function as usize]);
        let (mut places, mut added) = (BTreeMap::new(), Vec::new());
        for function in ours.iter().chain(&others).copied().filter(is_reached) {
            let slot = program.slots[function as usize].first().copied().unwrap_or_else(|| {
                added.push(function);
                program.table as u32 + added.len() as u32 - 1
            });
            places.insert(function, slot);
        }
        let mut stand_ins: Vec<u32> = others.into_iter().filter(|function| places.contains_key(function)).collect();
        stand_ins.sort_by_key(|function| (program.types[*function as usize], places[function]));
        let first = [ours, stand_ins].concat();
        let later = (1..count).map(|by| {
            let mut borrowed: Vec<u32> = (0..all).filter(|function| borrows(by, function)).collect();
            // Names that count up compress better.
            borrowed.sort_by_key(|function| places.get(function));
            Later { functions: ordered(program, &own(by)), borrowed }
        });
        let later = later.collect();
        let asked = (0..imported).filter(asks).collect();
        Ok(Plan { program, parts, asked, places, added, first, later, data, plain })
    }

    /// The data of a part.
    pub fn data(&self, part: usize) -> impl Iterator<Item = &'a Segment> {
        placed(self.program, &self.data, part)
    }

    /// The part that a function stands in for, where it does so in the first.
    pub fn stands_in(&self, function: u32) -> Option<usize> {
        Some(self.parts[function as usize - self.program.imported]).filter(|part| *part > 0)
    }

    /// The table at this place, with room for what is put behind its end.
    pub fn with_room(&self, place: usize, kind: TableType) -> TableType {
        let more = if place == 0 { self.added.len() as u64 } else { 0 };
        TableType { minimum: kind.minimum + more, maximum: kind.maximum.map(|most| most + more), ..kind }
    }
}

/// Functions in the order in which they stand in a part.
fn ordered(program: &Program, functions: &[u32]) -> Vec<u32> {
    let bodies: Vec<&[u8]> =
        functions.iter().map(|function| program.bodies[*function as usize - program.imported].as_slice()).collect();
    alike(&bodies).into_iter().map(|place| functions[place]).collect()
}

/// The segments of the data that are in a part.
fn placed<'a>(program: &'a Program, parts: &[usize], part: usize) -> impl Iterator<Item = &'a Segment> {
    program.data.iter().zip(parts).filter(move |(_, of)| **of == part).map(|(segment, _)| segment)
}
