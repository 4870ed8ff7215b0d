use crate::program::{Fault, Program};
use std::convert::Infallible;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, ExportKind, ExportSection, GlobalSection, GlobalType, Instruction, MemArg, MemArgTarget,
    MemoryType, Module, ValType,
};
use wasmparser::{ExportSectionReader, FunctionBody, GlobalSectionReader, Parser};

/// Bytes in a page of memory.
const PAGE: u64 = 1 << 16;

/// The same program, in which each function of its own notes that it is called, in a byte behind
/// all memory that it starts with. It exports the first one's address and how many there are.
pub fn mark(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let program = Program::read(bytes)?;
    let mut module = Module::new();
    Marking { program: &program, next: 0 }.parse_core_module(&mut module, Parser::new(0), bytes)?;
    Ok(module.finish())
}

struct Marking<'a> {
    program: &'a Program,
    /// The function whose body is read next, counted without those of JavaScript.
    next: u64,
}

impl Marking<'_> {
    /// What is exported, by its name.
    fn told(&self) -> [(&'static str, u64); 2] {
        [("marks", self.start()), ("marks_count", self.program.calls.len() as u64)]
    }

    fn start(&self) -> u64 {
        self.program.pages * PAGE
    }
}

impl Reencode for Marking<'_> {
    type Error = Infallible;

    fn memory_type(&mut self, kind: wasmparser::MemoryType) -> Result<MemoryType, reencode::Error> {
        let kind = reencode::utils::memory_type(self, kind);
        let more = (self.program.calls.len() as u64).div_ceil(PAGE);
        Ok(MemoryType { minimum: kind.minimum + more, ..kind })
    }

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        reencode::utils::parse_global_section(self, globals, section)?;
        for (_, value) in self.told() {
            let kind = GlobalType { val_type: ValType::I32, mutable: false, shared: false };
            globals.global(kind, &ConstExpr::i32_const(value as i32));
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        reencode::utils::parse_export_section(self, exports, section)?;
        for ((name, _), global) in self.told().into_iter().zip(self.program.globals..) {
            exports.export(name, ExportKind::Global, global);
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), reencode::Error> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        let target = MemArgTarget::default();
        let seen = MemArg { offset: self.start() + self.next, align: 0, target, ordering: None };
        self.next += 1;
        function.instruction(&Instruction::I32Const(0));
        function.instruction(&Instruction::I32Const(1));
        function.instruction(&Instruction::I32Store8(seen));
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            function.instruction(&self.parse_instruction(&mut operators)?);
        }
        code.function(&function);
        Ok(())
    }
}
