use crate::addresses::Addresses;
use crate::alike::{Likeness, alike};
use crate::program::{Fault, Program};
use crate::reach::Reach;
use std::collections::BTreeMap;
use wasm_encoder::TableType;

/// The module that later parts import from what they share with the first: memory, table and globals by the names
/// under which it exports them, functions by their places in the table.
pub const FIRST: &str = "first";

/// The function of JavaScript that brings a part and those before it, in the first part's imports.
pub fn bring(part: usize) -> String {
    format!("bring_{part}")
}

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
    pub reach: Reach<'a>,
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
}

/// What the order of functions follows from.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    /// The function of the first part that begins, by its place among them.
    pub begins: usize,
    /// By what each function follows on the one before.
    pub likeness: Likeness,
}

impl<'a> Plan<'a> {
    /// `part_of` says of each function in which of so many parts it is; the first is 0.
    pub fn new(
        program: &'a Program,
        addresses: &Addresses,
        part_of: impl Fn(u32) -> usize,
        count: usize,
        order: Order,
    ) -> Result<Plan<'a>, Fault> {
        let reach = Reach::new(program, addresses, part_of, count)?;
        let ours = ordered(program, &reach.own(0), order);
        let mut others: Vec<u32> = (1..count).flat_map(|part| reach.own(part)).collect();
        others.sort_by_key(|function| (program.types[*function as usize], *function));
        let (mut places, mut added) = (BTreeMap::new(), Vec::new());
        for function in ours.iter().chain(&others).copied().filter(|function| reach.is_reached(*function)) {
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
            let all = 0..program.types.len() as u32;
            let mut borrowed: Vec<u32> = all.filter(|function| reach.borrows(by, *function)).collect();
            // Names that count up compress better.
            borrowed.sort_by_key(|function| places.get(function));
            Later { functions: ordered(program, &reach.own(by), Order { begins: 0, ..order }), borrowed }
        });
        let later = later.collect();
        let asked = (0..program.imported as u32).filter(|function| reach.is_asked(*function)).collect();
        Ok(Plan { program, reach, asked, places, added, first, later })
    }

    /// The part that a function stands in for, where it does so in the first.
    pub fn stands_in(&self, function: u32) -> Option<usize> {
        Some(self.reach.part(function)).filter(|part| *part > 0)
    }

    /// The table at this place, with room for what is put behind its end.
    pub fn with_room(&self, place: usize, kind: TableType) -> TableType {
        let more = if place == 0 { self.added.len() as u64 } else { 0 };
        TableType { minimum: kind.minimum + more, maximum: kind.maximum.map(|most| most + more), ..kind }
    }
}

/// Functions in the order in which they stand in a part.
fn ordered(program: &Program, functions: &[u32], Order { begins, likeness }: Order) -> Vec<u32> {
    let bodies: Vec<&[u8]> =
        functions.iter().map(|function| program.bodies[*function as usize - program.imported].as_slice()).collect();
    alike(&bodies, begins, likeness).into_iter().map(|place| functions[place]).collect()
}
