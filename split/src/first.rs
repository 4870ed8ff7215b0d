use crate::data::{Segment, joined};
use crate::plan::{Plan, bring, short};
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, ImportSection, Instruction, Module, TableSection,
};
use wasmparser::{FunctionBody, Parser};

/// The first part: the program with other bodies for those functions of later parts that others call.
pub fn first(plan: &Plan, bytes: &[u8]) -> Result<Vec<u8>, reencode::Error> {
    let mut module = Module::new();
    let imported = plan.program.imported as u32;
    // What brings each later part is imported behind all others.
    let own = plan.first.iter().copied().zip(imported + plan.later.len() as u32..);
    let numbers = (0..imported).map(|function| (function, function)).chain(own).collect();
    let mut part = FirstPart { plan, numbers, data: joined(plan.data(0), GAP) };
    part.parse_core_module(&mut module, Parser::new(0), bytes)?;
    Ok(module.finish())
}

/// Zeros between two constants that take fewer bytes than to begin anew; before a program starts, zero
/// is what lies there.
const GAP: usize = 8;

struct FirstPart<'a> {
    plan: &'a Plan<'a>,
    /// The number that each function has in the first part.
    numbers: BTreeMap<u32, u32>,
    data: Vec<Segment>,
}

impl FirstPart<'_> {
    /// What stands in the place of a function of a later part, which has this place in the table.
    fn stand_in(&self, function: u32, place: u32) -> Function {
        let mut body = Function::new([]);
        let imported = self.plan.program.imported;
        let part = self.plan.parts[function as usize - imported];
        body.instruction(&Instruction::Call((imported + part - 1) as u32));
        for local in 0..self.plan.program.signature(function).params().len() {
            body.instruction(&Instruction::LocalGet(local as u32));
        }
        body.instruction(&Instruction::I32Const(place as i32));
        let type_index = self.plan.program.types[function as usize];
        body.instruction(&Instruction::CallIndirect { type_index, table_index: 0 });
        body.instruction(&Instruction::End);
        body
    }
}

impl Reencode for FirstPart<'_> {
    type Error = Infallible;

    /// What nothing in the first part calls has none.
    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        Ok(self.numbers.get(&function).copied().unwrap_or(u32::MAX))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: wasmparser::FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        for function in &self.plan.first {
            functions.function(self.plan.program.types[*function as usize]);
        }
        Ok(())
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: wasmparser::ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        reencode::utils::parse_import_section(self, imports, section)?;
        let module = self.plan.program.imports.first().map_or("", |(module, _)| module);
        for part in 1..=self.plan.later.len() {
            imports.import(module, &bring(part), EntityType::Function(self.plan.plain));
        }
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
        let added: Vec<u32> = self.plan.added.iter().map(|function| self.numbers[function]).collect();
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
        for (number, function) in self.plan.lent.iter().enumerate() {
            exports.export(&short(number), ExportKind::Func, self.function_index(*function)?);
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

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: wasmparser::CodeSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let bodies: Vec<FunctionBody> = section.into_iter().collect::<Result<_, _>>()?;
        for function in &self.plan.first {
            match self.plan.places.get(function) {
                Some(place) => _ = code.function(&self.stand_in(*function, *place)),
                None => {
                    let body = bodies[*function as usize - self.plan.program.imported].clone();
                    reencode::utils::parse_function_body(self, code, body)?;
                }
            }
        }
        Ok(())
    }

    fn data_count(&mut self, _: u32) -> Result<u32, reencode::Error> {
        Ok(self.data.len() as u32)
    }

    fn parse_data_section(
        &mut self,
        section: &mut DataSection,
        _: wasmparser::DataSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        self.data.iter().for_each(|segment| segment.write(section));
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
