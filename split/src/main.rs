//! Takes the program that a site's readers wait for apart: what a first visit runs, and what can come later.
//!
//! - `split apart PROGRAM LINKED FIRST [LIST PART]…` writes the parts; each LIST names the functions of its
//!   PART, LINKED is the program as the linker left it
//! - `split pack UNPACKER FILE PACKED` writes a file packed, with the program that unpacks it before it
//! - `split mark PROGRAM MARKED` writes a program that notes which of its functions are called
//! - `split list PROGRAM CALLED LIST…` writes these lists, where CALLED has for each of the program's own
//!   functions the number of the first part that must have it
//!
//! A list is a matter of time only: a function that is in the wrong part comes too early or too late,
//! and works all the same. One that the list does not know, because it is new, is in the first part.

mod addresses;
mod alike;
mod apart;
mod data;
mod first;
mod later;
mod mark;
mod names;
mod pack;
mod plan;
mod program;
mod reach;
mod segment;

use addresses::Addresses;
use names::Names;
use program::{Fault, Program};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("split: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<(), Fault> {
    let read = |file: &str| fs::read(file).map_err(|error| format!("{file}: {error}"));
    let text = |file: &str| fs::read_to_string(file).map_err(|error| format!("{file}: {error}"));
    match *arguments {
        ["apart", program, linked, first, ref later @ ..] if later.len() % 2 == 0 => {
            let lists = later.chunks_exact(2).map(|part| text(part[0])).collect::<Result<Vec<_>, _>>()?;
            let names: Vec<Names> = lists.iter().map(|list| Names::read(list)).collect();
            let (bytes, addresses) = (read(program)?, Addresses::read(&read(linked)?)?);
            let program = Program::read(&bytes)?;
            let part_of =
                |function| names.iter().position(|names| names.has(&program, function)).map_or(0, |list| list + 1);
            let files = [first].into_iter().chain(later.chunks_exact(2).map(|part| part[1]));
            for (file, part) in files.zip(apart::apart(&bytes, &program, &addresses, part_of, names.len() + 1)?) {
                fs::write(file, part)?;
            }
        }
        ["pack", unpacker, file, packed] => {
            fs::write(packed, pack::with_unpacker(&read(unpacker)?, &pack::pack(&read(file)?)?)?)?;
        }
        ["mark", program, marked] => fs::write(marked, mark::mark(&read(program)?)?)?,
        ["list", program, called, ref lists @ ..] => {
            let (program, called) = (Program::read(&read(program)?)?, text(called)?);
            for (list, part) in lists.iter().zip(1..) {
                fs::write(list, names::list(&program, &called, part))?;
            }
        }
        _ => {
            return Err("apart PROGRAM LINKED FIRST [LIST PART]…, pack UNPACKER FILE PACKED, mark PROGRAM MARKED, \
                 or list PROGRAM CALLED LIST…"
                .into());
        }
    }
    Ok(())
}
