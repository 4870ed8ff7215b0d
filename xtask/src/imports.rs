//! The names under which the program asks for JavaScript's functions, made short.
//!
//! wasm-bindgen names each `__wbg_NAME_HASH`, in the program and again in the script beside it. A
//! hash is sixteen letters that nothing compresses: together with the script's comments they are
//! one part in forty of what a reader waits for.

use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::Result;

/// Rewrites program and script of a bundle.
pub fn shorten(folder: &Path) -> Result {
    let (program, script) = (file(folder, "_bg.wasm")?, file(folder, ".js")?);
    let (bytes, text) = shortened(&fs::read(&program)?, &fs::read_to_string(&script)?)
        .ok_or("the program's imports are not as wasm-bindgen writes them")?;
    fs::write(program, bytes)?;
    fs::write(script, text)?;
    Ok(())
}

/// The one file of the program that ends so; Trunk puts a hash into its name.
pub fn file(folder: &Path, end: &str) -> Result<PathBuf> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("app-") && name.ends_with(end) {
            return Ok(path);
        }
    }
    Err(format!("{} has no program: no app-…{end}", folder.display()).into())
}

/// The number of the section of imports, and the kind of an import that is a function.
const IMPORTS: u8 = 2;
const FUNCTION: u8 = 0;
/// What stands before the first section: "\0asm" and the version.
const HEAD: usize = 8;

/// Program and script with short names; nothing where one is not as expected.
fn shortened(program: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    let mut reader = Reader { bytes: program, at: 0 };
    let mut short = reader.take(HEAD)?.to_vec();
    let mut script = plain(script);
    while reader.at < program.len() {
        let number = reader.take(1)?[0];
        let size = reader.number()?;
        let section = reader.take(size)?;
        let renamed = if number == IMPORTS { Some(renamed(section, &mut script)?) } else { None };
        let section = renamed.as_deref().unwrap_or(section);
        short.push(number);
        write_number(&mut short, section.len());
        short.extend(section);
    }
    Some((short, script))
}

/// The section of imports, with names that are changed in the script too.
fn renamed(section: &[u8], script: &mut String) -> Option<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let count = reader.number()?;
    let mut renamed = Vec::new();
    write_number(&mut renamed, count);
    for place in 0..count {
        let (module, name) = (reader.text()?, reader.text()?);
        let (definition, short) = (format!("\n{name}: function("), format!("i{place}"));
        if script.matches(&definition).count() != 1 || reader.take(1)?[0] != FUNCTION {
            return None;
        }
        *script = script.replace(&definition, &format!("\n{short}: function("));
        for text in [module, &short] {
            write_number(&mut renamed, text.len());
            renamed.extend(text.as_bytes());
        }
        renamed.push(FUNCTION);
        write_number(&mut renamed, reader.number()?);
    }
    Some(renamed)
}

/// A script without comments and indentation. No text in it goes over several lines.
fn plain(script: &str) -> String {
    let is_comment = |line: &str| ["/**", "* ", "*/", "//"].iter().any(|start| line.starts_with(start));
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line));
    lines.map(|line| format!("{line}\n")).collect()
}

/// Reads a program in WebAssembly's binary format.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(count)?)?;
        self.at += count;
        Some(taken)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    /// A number in LEB128: seven bits a byte, the lowest first, the eighth says that more follow.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.take(1)?[0];
            number |= usize::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }
}

fn write_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        bytes.push(number as u8 & 127 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str =
        "/**\n * told\n */\nconst all = {\n    __wbg_go_00: function(arg0) {\n        // why\n    },\n};\n";

    /// A program with one import and a section that is not looked into.
    fn program(name: &str) -> Vec<u8> {
        let import = [&[1, 1], b"m".as_slice(), &[name.len() as u8], name.as_bytes(), &[FUNCTION, 0x80, 1]].concat();
        [b"\0asm\x01\0\0\0".as_slice(), &[IMPORTS, import.len() as u8], &import, &[10, 2, 7, 7]].concat()
    }

    #[test]
    fn program_and_script_name_the_same_functions() {
        let (short, script) = shortened(&program("__wbg_go_00"), SCRIPT).expect("the test's own program is whole");
        assert_eq!(short, program("i0"));
        assert_eq!(script, "const all = {\ni0: function(arg0) {\n},\n};\n");
    }

    #[test]
    fn what_is_not_as_expected_is_refused() {
        assert!(shortened(&program("__wbg_stay_00"), SCRIPT).is_none());
        let mut cut = program("__wbg_go_00");
        cut.pop();
        assert!(shortened(&cut, SCRIPT).is_none());
        assert!(shortened(b"\0asm", SCRIPT).is_none());
    }
}
