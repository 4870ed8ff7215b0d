use crate::plan::{BRING, Plan, short};
use std::convert::Infallible;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, ImportSection,
    Instruction, Module, TableSection,
};
use wasmparser::{FunctionBody, Parser};

/// The first part: the program with other bodies for the functions of the rest.
pub fn first(plan: &Plan, bytes: &[u8]) -> Result<Vec<u8>, reencode::Error> {
    let mut module = Module::new();
    let mut part = FirstPart { plan, next: plan.program.imported as u32 };
    part.parse_core_module(&mut module, Parser::new(0), bytes)?;
    Ok(module.finish())
}

struct FirstPart<'a> {
    plan: &'a Plan<'a>,
    /// The function whose body is read next.
    next: u32,
}

impl FirstPart<'_> {
    /// What stands in the place of a function of the rest.
    fn stand_in(&self, function: u32) -> Function {
        let mut body = Function::new([]);
        match self.plan.places.get(&function) {
            // Only the rest calls it.
            None => {
                body.instruction(&Instruction::Unreachable);
            }
            Some(place) => {
                let kind = self.plan.program.types[function as usize];
                body.instruction(&Instruction::Call(self.plan.program.imported as u32));
                for local in 0..self.plan.program.signature(function).params().len() {
                    body.instruction(&Instruction::LocalGet(local as u32));
                }
                body.instruction(&Instruction::I32Const(*place as i32));
                body.instruction(&Instruction::CallIndirect { type_index: kind, table_index: 0 });
            }
        }
        body.instruction(&Instruction::End);
        body
    }
}

impl Reencode for FirstPart<'_> {
    type Error = Infallible;

    /// One more is imported, behind all others.
    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        Ok(function + u32::from(function as usize >= self.plan.program.imported))
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: wasmparser::ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        reencode::utils::parse_import_section(self, imports, section)?;
        let module = self.plan.program.imports.first().map_or("", |(module, _)| module);
        imports.import(module, BRING, EntityType::Function(self.plan.plain));
        Ok(())
    }

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: wasmparser::TableSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        for (place, table) in section.into_iter().enumerate() {
            let kind = self.table_type(table?.ty)?;
            tables.table(self.plan.with_room(place, kind));
        }
        Ok(())
    }

    fn parse_element_section(
        &mut self,
        elements: &mut ElementSection,
        section: wasmparser::ElementSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        reencode::utils::parse_element_section(self, elements, section)?;
        let added: Vec<u32> = self.plan.added.iter().map(|function| function + 1).collect();
        let end = ConstExpr::i32_const(self.plan.program.table as i32);
        elements.active(None, &end, Elements::Functions(added.into()));
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        reencode::utils::parse_export_section(self, exports, section)?;
        for (function, number) in &self.plan.borrowed {
            exports.export(&short(*number), ExportKind::Func, self.function_index(*function)?);
        }
        exports.export("$m", ExportKind::Memory, 0);
        for table in 0..self.plan.program.tables {
            exports.export(&format!("$t{table}"), ExportKind::Table, table);
        }
        for global in 0..self.plan.program.globals {
            exports.export(&format!("$g{global}"), ExportKind::Global, global);
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), reencode::Error> {
        let function = self.next;
        self.next += 1;
        if self.plan.is_first[function as usize] {
            return reencode::utils::parse_function_body(self, code, body);
        }
        code.function(&self.stand_in(function));
        Ok(())
    }

    /// Names and the like are for those who build the program.
    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: wasmparser::CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        Ok(())
    }
}
