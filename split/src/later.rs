use crate::data::joined;
use crate::plan::{FIRST, Plan};
use crate::program::Fault;
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, FunctionSection, ImportSection, Module,
    TypeSection,
};
use wasmparser::{Parser, Payload};

/// A part after the first, which is 0: functions, what puts them into the first part's table, and the data
/// that no part before needs.
pub fn later(plan: &Plan, number: usize, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let (program, own) = (plan.program, &plan.later[number - 1]);
    let numbers = own.borrowed.iter().chain(&own.functions).copied().zip(0..).collect();
    let mut part = LaterPart { numbers };
    let (mut types, mut imports, mut functions) = (TypeSection::new(), ImportSection::new(), FunctionSection::new());
    let (mut elements, mut code) = (ElementSection::new(), CodeSection::new());
    let mut bodies = Vec::new();
    for function in &own.borrowed {
        let kind = EntityType::Function(program.types[*function as usize]);
        match program.imports.get(*function as usize) {
            Some((module, name)) => imports.import(module, name, kind),
            None => imports.import(FIRST, &plan.places[function].to_string(), kind),
        };
    }
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::TypeSection(section) => part.parse_type_section(&mut types, section)?,
            Payload::TableSection(section) => {
                for (place, table) in section.into_iter().enumerate() {
                    let kind = plan.with_room(place, part.table_type(table?.ty)?);
                    imports.import(FIRST, &format!("$t{place}"), EntityType::Table(kind));
                }
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    imports.import(FIRST, "$m", EntityType::Memory(part.memory_type(memory?)?));
                }
            }
            Payload::GlobalSection(section) => {
                for (place, global) in section.into_iter().enumerate() {
                    let kind = part.global_type(global?.ty)?;
                    imports.import(FIRST, &format!("$g{place}"), EntityType::Global(kind));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body),
            _ => {}
        }
    }
    for function in &own.functions {
        functions.function(program.types[*function as usize]);
        let body = bodies[*function as usize - program.imported].clone();
        reencode::utils::parse_function_body(&mut part, &mut code, body)?;
    }
    let mut filled: Vec<(u32, u32)> = own
        .functions
        .iter()
        .flat_map(|function| {
            let added = plan.places.get(function).filter(|_| program.slots[*function as usize].is_empty());
            program.slots[*function as usize].iter().chain(added).map(|slot| (*slot, *function))
        })
        .collect();
    filled.sort_unstable();
    for run in filled.chunk_by(|(before, _), (after, _)| before + 1 == *after) {
        let functions: Vec<u32> = run.iter().map(|(_, function)| part.numbers[function]).collect();
        elements.active(None, &ConstExpr::i32_const(run[0].0 as i32), Elements::Functions(functions.into()));
    }
    let mut data = DataSection::new();
    // What lies between may be another part's, which has begun to write there.
    joined(plan.reach.data(number), 0).iter().for_each(|segment| segment.write(&mut data));
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&elements).section(&code).section(&data);
    Ok(module.finish())
}

struct LaterPart {
    /// The number that each function has in the part.
    numbers: BTreeMap<u32, u32>,
}

impl Reencode for LaterPart {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        Ok(self.numbers.get(&function).copied().unwrap_or(u32::MAX))
    }
}
