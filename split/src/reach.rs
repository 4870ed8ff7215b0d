use crate::addresses::Addresses;
use crate::data;
use crate::program::{Fault, Program};
use crate::segment::Segment;
use std::collections::BTreeSet;

/// What is in no part.
const JAVASCRIPT: usize = usize::MAX;

/// What is in which part, and which functions one part can call of others.
pub struct Reach<'a> {
    program: &'a Program,
    /// The part that each function of its own is in.
    parts: Vec<usize>,
    /// The part that each segment of the data is in.
    data: Vec<usize>,
    /// The functions that each part calls by name.
    called: Vec<BTreeSet<u32>>,
    /// The numbers in each part's code and data, some of which are places in the table.
    known: Vec<BTreeSet<u32>>,
    /// The type of a function that neither takes nor gives anything.
    pub plain: u32,
}

impl<'a> Reach<'a> {
    /// `part_of` says of each function in which of so many parts it is; the first is 0.
    pub fn new(
        program: &'a Program,
        addresses: &Addresses,
        part_of: impl Fn(u32) -> usize,
        count: usize,
    ) -> Result<Reach<'a>, Fault> {
        let plain = program.signatures.iter().position(|kind| kind.params().is_empty() && kind.results().is_empty());
        let plain = plain.ok_or("no function of it takes and gives nothing")? as u32;
        let parts = (program.imported as u32..program.types.len() as u32).map(part_of).collect();
        let mut reach = Reach { program, parts, data: Vec::new(), called: Vec::new(), known: Vec::new(), plain };
        let own: Vec<Vec<u32>> = (0..count).map(|part| reach.own(part)).collect();
        reach.data = data::parts(program, addresses, &own);
        for (part, own) in own.iter().enumerate() {
            let own = || own.iter().map(|function| *function as usize - program.imported);
            reach.called.push(own().flat_map(|own| &program.calls[own]).copied().collect());
            let numbers = own().flat_map(|own| &program.numbers[own]).copied();
            let known = numbers.chain(reach.data(part).flat_map(Segment::words)).collect();
            reach.known.push(known);
        }
        Ok(reach)
    }

    pub fn part(&self, function: u32) -> usize {
        function.checked_sub(self.program.imported as u32).map_or(JAVASCRIPT, |own| self.parts[own as usize])
    }

    /// The functions of a part, in their order in the program.
    pub fn own(&self, part: usize) -> Vec<u32> {
        let all = self.program.imported as u32..self.program.types.len() as u32;
        all.filter(|function| self.part(*function) == part).collect()
    }

    /// The data of a part.
    pub fn data(&self, part: usize) -> impl Iterator<Item = &'a Segment> {
        let placed = self.program.data.iter().zip(&self.data);
        placed.filter(move |(_, of)| **of == part).map(|(segment, _)| segment)
    }

    /// Whether a part calls a function that it does not have.
    pub fn borrows(&self, by: usize, function: u32) -> bool {
        self.part(function) != by && self.called[by].contains(&function)
    }

    /// Whether the first part needs a function of JavaScript.
    pub fn is_asked(&self, function: u32) -> bool {
        self.called[0].contains(&function)
            || !self.program.slots[function as usize].is_empty()
            || self.program.exported.contains(&function)
    }

    /// Whether another part than its own may call a function, or JavaScript one of a later part.
    pub fn is_reached(&self, function: u32) -> bool {
        let is_later = self.part(function) > 0;
        is_later && (self.program.exported.contains(&function) || self.is_known(function))
            || (0..self.called.len()).any(|by| self.borrows(by, function))
    }

    /// Whether a part before its own may call a function through the table, for which it has the place as a number.
    /// What holds the place until its part is there is plain, so that a call would be stopped, if it were not for
    /// functions that are plain themselves.
    fn is_known(&self, function: u32) -> bool {
        let before = &self.known[..self.part(function)];
        let mut slots = self.program.slots[function as usize].iter();
        slots.any(|slot| {
            self.program.types[function as usize] == self.plain || before.iter().any(|known| known.contains(slot))
        })
    }
}
