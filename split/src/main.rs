//! Takes the program that a site's readers wait for apart: what a first visit runs, and the rest.
//!
//! - `split apart PROGRAM LINKED LIST FIRST REST` writes both parts; LIST names the functions of the rest,
//!   LINKED is the program as the linker left it
//! - `split mark PROGRAM MARKED` writes a program that notes which of its functions are called
//! - `split list PROGRAM CALLED LIST` writes the list of those that were not
//!
//! A list is a matter of time only: a function that is in the wrong part comes too early or too late,
//! and works all the same. One that the list does not know, because it is new, is in the first part.

mod addresses;
mod apart;
mod data;
mod first;
mod mark;
mod names;
mod plan;
mod program;
mod rest;

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
        ["apart", program, linked, list, first, rest] => {
            let (bytes, list) = (read(program)?, text(list)?);
            let (program, names) = (Program::read(&bytes)?, Names::read(&list));
            let addresses = Addresses::read(&read(linked)?)?;
            let parts = apart::apart(&bytes, &program, &addresses, |function| !names.has(&program, function))?;
            fs::write(first, parts.first)?;
            fs::write(rest, parts.rest)?;
        }
        ["mark", program, marked] => fs::write(marked, mark::mark(&read(program)?)?)?,
        ["list", program, called, list] => {
            fs::write(list, names::not_called(&Program::read(&read(program)?)?, &text(called)?))?;
        }
        _ => {
            return Err("apart PROGRAM LINKED LIST FIRST REST, mark PROGRAM MARKED, or list PROGRAM CALLED LIST".into());
        }
    }
    Ok(())
}
