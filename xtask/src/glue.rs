//! The names under which program and script call each other's functions, made short.
//!
//! wasm-bindgen names each function of JavaScript `__wbg_NAME_HASH`, and some of the program's as the compiler does, in
//! the program and again in the script beside it. A hash is sixteen letters that nothing compresses: together with the
//! script's comments they are one part in forty of what a reader waits for. What the program offers and the script does
//! not call goes.

use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::Result;

/// Rewrites program and script of a bundle.
pub fn shorten(folder: &Path) -> Result {
    let (program, script) = (file(folder, "_bg.wasm")?, file(folder, ".js")?);
    let (bytes, text) = shortened(&fs::read(&program)?, &fs::read_to_string(&script)?)
        .ok_or("program and script are not as wasm-bindgen writes them")?;
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

/// The numbers of these sections, and the kind of an import that is a function.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
const FUNCTION: u8 = 0;
/// What stands before the first section: "\0asm" and the version.
const HEAD: usize = 8;

/// Program and script with short names; nothing where one is not as expected.
fn shortened(program: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    let mut reader = Reader { bytes: program, at: 0 };
    let mut short = reader.take(HEAD)?.to_vec();
    let mut script = alone(&plain(script))?;
    while reader.at < program.len() {
        let number = reader.take(1)?[0];
        let size = reader.number()?;
        let section = reader.take(size)?;
        let renamed = match number {
            IMPORTS => Some(renamed(section, &mut script)?),
            EXPORTS => Some(offered(section, &mut script)?),
            _ => None,
        };
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

/// The section of exports, with those that the script uses; the compiler's names are changed there too.
fn offered(section: &[u8], script: &mut String) -> Option<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let (mut offered, mut count) = (Vec::new(), 0);
    for place in 0..reader.number()? {
        let (name, kind, index) = (reader.text()?, reader.take(1)?[0], reader.number()?);
        let ends = |rest: &&str| !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
        let uses = script.split(&format!("wasm.{name}")).skip(1).filter(ends).count();
        if uses == 0 {
            continue;
        }
        let called = format!("wasm.{name}(");
        // Only calls are written anew, so one that is also handed on keeps its name.
        let is_renamed = name.starts_with(MANGLED) && script.matches(&called).count() == uses;
        let short = if is_renamed { format!("e{place}") } else { name.to_owned() };
        *script = script.replace(&called, &format!("wasm.{short}("));
        write_number(&mut offered, short.len());
        offered.extend(short.as_bytes());
        offered.push(kind);
        write_number(&mut offered, index);
        count += 1;
    }
    let mut section = Vec::new();
    write_number(&mut section, count);
    section.extend(offered);
    Some(section)
}

/// How the compiler's names begin.
const MANGLED: &str = "_R";

/// What a script offers to others, of which only the start of the program is asked for.
const OFFERS: &str = "export { initSync, __wbg_init as default };";
const START: &str = "export { __wbg_init as default };";

/// A script without what it offers to others: another start, and classes for servers, which leptos brings from
/// `wasm-streams`. These stand before all else, each with how it is let go of.
fn alone(script: &str) -> Option<String> {
    let (classes, rest) = script.split_at(script.find("function ")?);
    let (before, after) = rest.split_once(OFFERS)?;
    let mut alone = [before, START, after].concat();
    if classes.lines().any(|line| line.starts_with("import ")) {
        return None;
    }
    for class in classes.lines().filter_map(|line| line.strip_prefix("export class ")?.strip_suffix(" {")) {
        let (before, after) = alone.split_once(&format!("const {class}Finalization = "))?;
        let (_, after) = after.split_once(");\n")?;
        alone = [before, after].concat();
        if alone.contains(class) {
            return None;
        }
    }
    Some(alone)
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

    const SCRIPT: &str = "export class Stream {\n    free() {\n        wasm.free(1);\n    }\n}\n\
        if (Symbol.dispose) Stream.prototype[Symbol.dispose] = Stream.prototype.free;\n\
        /**\n * told\n */\nfunction imports() {\n    return {\n        __wbg_go_00: function(arg0) {\n            // why\n\
        wasm._RNv_2(wasm._RNv_3, wasm.go_on);\n        },\n    };\n}\n\
        const StreamFinalization = new FinalizationRegistry(ptr => wasm.free(ptr, 1));\n\
        export { initSync, __wbg_init as default };\n";

    /// A program with one import, these exports, each a function, and a section that is not looked into.
    fn program(name: &str, exports: &[&str]) -> Vec<u8> {
        let import = [&[1, 1], b"m".as_slice(), &[name.len() as u8], name.as_bytes(), &[FUNCTION, 0x80, 1]].concat();
        let mut offered = vec![exports.len() as u8];
        for name in exports {
            offered.extend([&[name.len() as u8], name.as_bytes(), &[0, 7]].concat());
        }
        let sections = [(IMPORTS, import), (EXPORTS, offered), (10, vec![7, 7])];
        let sections = sections.map(|(number, section)| [&[number, section.len() as u8], &*section].concat());
        [b"\0asm\x01\0\0\0".as_slice(), &sections.concat()].concat()
    }

    #[test]
    fn program_and_script_name_the_same_functions() {
        let long = program("__wbg_go_00", &["free", "_RNv", "_RNv_2", "_RNv_3", "go", "go_on"]);
        let (short, script) = shortened(&long, SCRIPT).expect("the test's own program is whole");
        assert_eq!(short, program("i0", &["e2", "_RNv_3", "go_on"]));
        let expected = "function imports() {\nreturn {\ni0: function(arg0) {\nwasm.e2(wasm._RNv_3, wasm.go_on);\n},\n\
            };\n}\nexport { __wbg_init as default };\n";
        assert_eq!(script, expected);
    }

    #[test]
    fn what_is_not_as_expected_is_refused() {
        let fits = |program: &[u8], script: &str| shortened(program, script).is_some();
        let whole = program("__wbg_go_00", &[]);
        assert!(fits(&whole, SCRIPT));
        assert!(!fits(&program("__wbg_stay_00", &[]), SCRIPT));
        assert!(!fits(&whole[..whole.len() - 1], SCRIPT));
        assert!(!fits(b"\0asm", SCRIPT));
        assert!(!fits(&whole, &SCRIPT.replace("initSync", "init")));
        assert!(!fits(&whole, &format!("import f from './f.js';\n{SCRIPT}")));
        assert!(!fits(&whole, &SCRIPT.replace("wasm.go_on", "Stream")));
        assert!(!fits(&whole, &SCRIPT.replace("StreamFinalization", "finalization")));
    }
}
