use crate::segment::Segment;
use std::collections::HashMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, Instruction, MemArg};
use wasmparser::{
    Data, DataKind, ElementItems, ElementKind, ExternalKind, FuncType, KnownCustom, Name, Operator, Parser, Payload,
    TypeRef,
};

/// What must be known of a program before it is taken apart. Functions are counted as WebAssembly
/// does: first those that it imports, then its own.
#[derive(Debug, Default)]
pub struct Program {
    /// The type of each function.
    pub types: Vec<u32>,
    pub signatures: Vec<FuncType>,
    /// How many functions are JavaScript's.
    pub imported: usize,
    /// The modules and names that these are asked for by.
    pub imports: Vec<(String, String)>,
    /// Functions that JavaScript may call.
    pub exported: Vec<u32>,
    /// Where each function stands in the table of those that are called by number.
    pub slots: Vec<Vec<u32>>,
    /// How long that table is.
    pub table: u64,
    pub tables: u32,
    /// The functions that each function of its own calls by name, or takes a reference to.
    pub calls: Vec<Vec<u32>>,
    /// Functions of its own as they stand in the file.
    pub bodies: Vec<Vec<u8>>,
    /// The numbers that may be addresses in each function of its own.
    pub numbers: Vec<Vec<u32>>,
    /// What memory holds at the start, in its order.
    pub data: Vec<Segment>,
    /// The linker's names.
    pub names: HashMap<u32, String>,
    pub globals: u32,
    /// Pages of memory at the start, 64 KB each.
    pub pages: u64,
}

pub type Fault = Box<dyn std::error::Error + Send + Sync>;

impl Program {
    /// Reads a program as the linker, wasm-bindgen and wasm-opt leave it: one memory, one table of
    /// functions, and the segments that fill it.
    pub fn read(bytes: &[u8]) -> Result<Program, Fault> {
        let mut program = Program::default();
        for payload in Parser::new(0).parse_all(bytes) {
            program.take(payload?)?;
        }
        Ok(program)
    }

    fn take(&mut self, payload: Payload) -> Result<(), Fault> {
        match payload {
            Payload::TypeSection(section) => {
                for kind in section.into_iter_err_on_gc_types() {
                    self.signatures.push(kind?);
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import?;
                    let TypeRef::Func(kind) = import.ty else { return Err("it imports what is no function".into()) };
                    self.types.push(kind);
                    self.imports.push((import.module.to_owned(), import.name.to_owned()));
                }
                self.imported = self.types.len();
            }
            Payload::FunctionSection(section) => {
                for kind in section {
                    self.types.push(kind?);
                }
                self.slots = vec![Vec::new(); self.types.len()];
            }
            Payload::TableSection(section) => {
                self.tables = section.count();
                for (place, table) in section.into_iter().enumerate() {
                    let kind = table?.ty;
                    if kind.element_type.is_func_ref() {
                        if place > 0 {
                            return Err("its first table is not that of functions".into());
                        }
                        self.table = kind.initial;
                    }
                }
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    self.pages = memory?.initial;
                }
            }
            Payload::GlobalSection(section) => self.globals = section.count(),
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.exported.push(export.index);
                    }
                }
            }
            Payload::StartSection { .. } => return Err("it starts by itself".into()),
            Payload::ElementSection(section) => {
                for element in section {
                    let element = element?;
                    match (element.kind, element.items) {
                        (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(functions)) => {
                            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                                return Err("a segment of its table has no fixed place".into());
                            };
                            for (slot, function) in (value as u32..).zip(functions) {
                                self.slots[function? as usize].push(slot);
                            }
                        }
                        (ElementKind::Declared, _) => {}
                        _ => return Err("its table is filled in a way that is not known here".into()),
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                self.bodies.push(body.as_bytes().to_vec());
                let mut numbers = Numbers(Vec::new());
                numbers.parse_function_body(&mut CodeSection::new(), body.clone())?;
                self.numbers.push(numbers.0);
                let mut calls = Vec::new();
                for operator in body.get_operators_reader()? {
                    if let Operator::Call { function_index } | Operator::RefFunc { function_index } = operator? {
                        calls.push(function_index);
                    }
                }
                calls.sort_unstable();
                calls.dedup();
                self.calls.push(calls);
            }
            Payload::DataSection(section) => {
                for segment in section {
                    let segment = segment?;
                    let segment = Segment { start: place(&segment)?, bytes: segment.data.to_vec() };
                    if self.data.last().is_some_and(|before| before.end() > segment.start) {
                        return Err("its data is not in order".into());
                    }
                    self.data.push(segment);
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for name in names {
                        if let Name::Function(functions) = name? {
                            for naming in functions {
                                let naming = naming?;
                                self.names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The type of a function.
    pub fn signature(&self, function: u32) -> &FuncType {
        &self.signatures[self.types[function as usize] as usize]
    }
}

/// Where a segment of the memory begins.
pub fn place(segment: &Data) -> Result<u32, Fault> {
    let DataKind::Active { offset_expr, .. } = &segment.kind else {
        return Err("a segment of its data has no place".into());
    };
    match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value as u32),
        _ => Err("a segment of its data has no fixed place".into()),
    }
}

/// Collects the numbers of a function that may be addresses: constants, and the places of loads and stores.
struct Numbers(Vec<u32>);

impl Reencode for Numbers {
    type Error = Infallible;

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> Result<Instruction<'a>, reencode::Error> {
        match operator {
            Operator::I32Const { value } => self.0.push(value as u32),
            // Two that are stored at once.
            Operator::I64Const { value } => self.0.extend([value as u32, (value >> 32) as u32]),
            _ => {}
        }
        reencode::utils::instruction(self, operator)
    }

    fn mem_arg(&mut self, place: wasmparser::MemArg) -> Result<MemArg, reencode::Error> {
        self.0.push(place.offset as u32);
        reencode::utils::mem_arg(self, place)
    }
}
