use crate::addresses::Addresses;
use crate::alike::Likeness;
use crate::first::first;
use crate::later::later;
use crate::pack::{pack, packed_size};
use crate::plan::{Order, Plan};
use crate::program::{Fault, Program};
use std::thread;

/// Takes a program apart. `part_of` says of each function in which of so many parts it is; the first is 0.
///
/// The first part keeps memory and tables, and the data that it refers to. In it each function of a later
/// part that others may call becomes a stub: it loads that part and all before it, unless they are there, and
/// calls the function through the table, where its part has put it. So nothing else of the program knows that
/// it was taken apart.
pub fn apart(
    bytes: &[u8],
    program: &Program,
    addresses: &Addresses,
    part_of: impl Fn(u32) -> usize + Sync,
    count: usize,
) -> Result<Vec<Vec<u8>>, Fault> {
    let part = |order| -> Result<Vec<u8>, Fault> {
        Ok(first(&Plan::new(program, addresses, &part_of, count, order)?, bytes)?)
    };
    let likely = smallest(orders(), LIKELY, |order| packed_size(&part(order)?))?;
    let [order] = smallest(likely, 1, |order| Ok(pack(&part(order)?)?.len()))?[..] else {
        return Err("no order was tried".into());
    };
    let plan = Plan::new(program, addresses, &part_of, count, order)?;
    let mut parts = vec![first(&plan, bytes)?];
    for number in 1..count {
        parts.push(later(&plan, number, bytes)?);
    }
    Ok(parts)
}

/// How many functions are tried as the first of the first part, with each likeness.
const BEGINNINGS: usize = 20;

/// The likenesses that are tried: rows of so many bytes, and how much more rare ones count.
const ROWS: [usize; 2] = [3, 4];
const RARITIES: [f64; 3] = [0.0, 0.125, 0.25];

/// Of so many orders it is tried how small they are packed in the end.
const LIKELY: usize = 12;

/// The orders that are tried. Which function begins, and what makes two alike, is a matter of luck: the order that
/// follows from it packs some hundred bytes better or worse.
fn orders() -> Vec<Order> {
    let likenesses = ROWS.into_iter().flat_map(|row| RARITIES.map(|rarity| Likeness { row, rarity }));
    likenesses.flat_map(|likeness| (0..BEGINNINGS).map(move |begins| Order { begins, likeness })).collect()
}

/// The orders of the smallest size, the smallest first; all processors look.
fn smallest(
    orders: Vec<Order>,
    count: usize,
    size: impl Fn(Order) -> Result<usize, Fault> + Sync,
) -> Result<Vec<Order>, Fault> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let sizes = thread::scope(|scope| {
        let tries = orders.chunks(orders.len().div_ceil(threads).max(1)).map(|own| {
            let sizes = || own.iter().map(|order| size(*order)).collect::<Result<Vec<usize>, Fault>>();
            scope.spawn(sizes)
        });
        let tries: Vec<_> = tries.collect();
        tries.into_iter().map(|one| one.join().unwrap_or_else(|_| Err("a try has panicked".into()))).collect::<Vec<_>>()
    });
    let sizes: Vec<usize> = sizes.into_iter().collect::<Result<Vec<_>, Fault>>()?.concat();
    let mut sized: Vec<(usize, Order)> = sizes.into_iter().zip(orders).collect();
    sized.sort_by_key(|(size, _)| *size);
    Ok(sized.into_iter().map(|(_, order)| order).take(count).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::bring;
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
        FunctionSection, GlobalSection, GlobalType, ImportSection, Instruction, MemorySection, MemoryType, Module,
        RefType, TableSection, TableType, TypeSection, ValType,
    };
    use wasmparser::{Parser, Payload, Validator};

    /// A program whose own functions are numbered from 1: `1` is exported and calls `2`, `2` calls
    /// `3` and JavaScript's, `3` calls `4`; `4` is also in the table, at place 1. `1` knows this number. `5`, at
    /// place 0, neither takes nor gives anything.
    fn program(number: i32) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("js", "i0", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        (0..4).for_each(|_| _ = functions.function(1));
        functions.function(0);
        let mut tables = TableSection::new();
        let kind =
            TableType { element_type: RefType::FUNCREF, table64: false, minimum: 2, maximum: Some(2), shared: false };
        tables.table(kind);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut globals = GlobalSection::new();
        let kind = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
        globals.global(kind, &ConstExpr::i32_const(7));
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0).export("run", ExportKind::Func, 1);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions([5, 4].as_slice().into()));
        let mut code = CodeSection::new();
        for called in [Some(2), Some(3), Some(4), None] {
            let mut body = Function::new([]);
            if called == Some(2) {
                body.instruction(&Instruction::I32Const(number)).instruction(&Instruction::Drop);
            }
            if called == Some(3) {
                body.instruction(&Instruction::Call(0));
            }
            body.instruction(&Instruction::LocalGet(0));
            body.instruction(&called.map_or(Instruction::Drop, Instruction::Call));
            if called.is_none() {
                body.instruction(&Instruction::GlobalGet(0));
            }
            body.instruction(&Instruction::End);
            code.function(&body);
        }
        let mut plain = Function::new([]);
        plain.instruction(&Instruction::End);
        code.function(&plain);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories);
        module.section(&globals).section(&exports).section(&elements).section(&code);
        module.finish()
    }

    /// Both parts are whole, and so many functions stand in the first; `places` are those of the table that the
    /// second fills, with how many functions from there on.
    fn check(number: i32, first: &[u32], standing: usize, borrowed: usize, places: &[(i32, u32)]) {
        let bytes = program(number);
        let program = Program::read(&bytes).expect("the test's own program is as expected");
        let parts =
            apart(&bytes, &program, &Addresses::default(), |function| usize::from(!first.contains(&function)), 2)
                .expect("it can be taken apart");
        for part in &parts {
            Validator::new().validate_all(part).expect("a part is a program");
        }
        let whole = Program::read(&parts[0]).expect("a part is a program");
        assert_eq!((whole.imports.last(), whole.bodies.len()), (Some(&("js".into(), bring(1))), standing));
        let mut filled = Vec::new();
        for payload in Parser::new(0).parse_all(&parts[1]) {
            match payload.expect("a part is a program") {
                Payload::ImportSection(section) => {
                    let names = section.into_imports().map(|import| import.expect("an import").name.to_owned());
                    // The memory, the table and the global come with them.
                    assert_eq!(names.count(), borrowed + 3);
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        let element = element.expect("a segment");
                        let wasmparser::ElementItems::Functions(functions) = element.items else { continue };
                        let wasmparser::ElementKind::Active { offset_expr, .. } = element.kind else { continue };
                        let place = offset_expr.get_operators_reader().read().expect("a place");
                        let wasmparser::Operator::I32Const { value } = place else { continue };
                        filled.push((value, functions.count()));
                    }
                }
                _ => {}
            }
        }
        assert_eq!(filled, places);
    }

    #[test]
    fn functions_of_the_rest_are_reached_through_the_table() {
        // Nothing is left, or all.
        check(9, &[1, 2, 3, 4, 5], 5, 0, &[]);
        check(9, &[], 2, 1, &[(0, 3)]);
        // `2` gets a place behind the end, `3` is called by the rest alone.
        check(9, &[1, 4, 5], 4, 2, &[(2, 1)]);
        // `4` keeps its own.
        check(9, &[1, 2, 3, 5], 5, 0, &[(1, 1)]);
    }

    #[test]
    fn what_nobody_can_call_before_has_no_stand_in() {
        // Who has the number 1 may mean the place of `4`.
        check(9, &[1, 2, 5], 4, 0, &[(1, 2)]);
        check(1, &[1, 2, 5], 5, 0, &[(1, 2)]);
        // Instead of `5` a call would reach what holds its place, and nobody would know.
        check(9, &[1, 2, 3, 4], 5, 0, &[(0, 1)]);
    }

    #[test]
    fn a_part_calls_another_through_the_first() {
        let bytes = program(9);
        let program = Program::read(&bytes).expect("the test's own program is as expected");
        // `2` calls `3`, which calls `4`: from part to part, and back.
        let part_of = |function| [0, 1, 2, 1, 0][function as usize - 1];
        let parts = apart(&bytes, &program, &Addresses::default(), part_of, 3).expect("it can be taken apart");
        for part in &parts {
            Validator::new().validate_all(part).expect("a part is a program");
        }
        let first = Program::read(&parts[0]).expect("a part is a program");
        let brings = first.imports.iter().map(|(_, name)| name.clone());
        assert_eq!(brings.collect::<Vec<_>>(), [bring(1), bring(2)]);
        // `1` and `5`, and what stands for the others.
        assert_eq!(first.bodies.len(), 5);
    }
}
