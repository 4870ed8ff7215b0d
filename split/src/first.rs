use crate::data::joined;
use crate::plan::{Plan, bring};
use crate::segment::Segment;
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, ImportSection, Instruction, Module, TableSection,
};
use wasmparser::{ElementItems, FunctionBody, Parser};

/// The first part: the program with other bodies for those functions of later parts that others call.
pub fn first(plan: &Plan, bytes: &[u8]) -> Result<Vec<u8>, reencode::Error> {
    let mut module = Module::new();
    // What brings each later part is imported behind all others.
    let own = plan.first.iter().copied().zip((plan.asked.len() + plan.later.len()) as u32..);
    let numbers = plan.asked.iter().copied().zip(0..).chain(own).collect();
    let mut part = FirstPart { plan, numbers, data: joined(plan.reach.data(0), GAP) };
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
    /// What brings a later part.
    fn bring(&self, part: usize) -> u32 {
        (self.plan.asked.len() + part - 1) as u32
    }

    /// What stands in the place of a function of a later part, which has this place in the table.
    fn stand_in(&self, function: u32, part: usize, place: u32) -> Function {
        let mut body = Function::new([]);
        body.instruction(&Instruction::Call(self.bring(part)));
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
        _: wasmparser::ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let program = self.plan.program;
        for function in &self.plan.asked {
            let (module, name) = &program.imports[*function as usize];
            imports.import(module, name, EntityType::Function(program.types[*function as usize]));
        }
        let module = program.imports.first().map_or("", |(module, _)| module);
        for part in 1..=self.plan.later.len() {
            imports.import(module, &bring(part), EntityType::Function(self.plan.reach.plain));
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

    /// A place of the table that nothing here knows holds what brings a part until its own has come.
    fn element_items<'a>(&mut self, items: ElementItems<'a>) -> Result<Elements<'a>, reencode::Error> {
        let ElementItems::Functions(functions) = items else { return reencode::utils::element_items(self, items) };
        let any = self.bring(1);
        let number = |function| self.numbers.get(&function).copied().unwrap_or(any);
        let numbers: Vec<u32> = functions.into_iter().map(|function| function.map(number)).collect::<Result<_, _>>()?;
        Ok(Elements::Functions(numbers.into()))
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        reencode::utils::parse_export_section(self, exports, section)?;
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
            match self.plan.stands_in(*function) {
                Some(part) => _ = code.function(&self.stand_in(*function, part, self.plan.places[function])),
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
