//! The program in two parts: what a first visit to a page runs, and the rest, which comes after it.

use std::collections::hash_map::DefaultHasher;
use std::env;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::build;
use crate::imports::file;
use crate::shell::{self, Result};

/// Set where the program is only to note which of its functions are called; names the file that it
/// is kept in as it was.
pub const REHEARSAL: &str = "BAGYT_REHEARSAL";

/// The functions of the rest, by name; `cargo xtask rehearse` writes it.
pub const LIST: &str = "split/rest.txt";

/// What brings the rest, at the end of the program's script.
const BRINGS: &str = include_str!("../../src/rest.js");

/// Takes the program of a bundle apart.
pub fn take_apart(folder: &Path) -> Result {
    let (program, script) = (file(folder, "_bg.wasm")?, file(folder, ".js")?);
    let whole = program.with_extension("whole");
    fs::rename(&program, &whole)?;
    if let Some(kept) = env::var_os(REHEARSAL) {
        split("mark", &[&whole, &program])?;
        fs::rename(whole, kept)?;
        // A bundle has a rest; this one's has nothing in it.
        let name = program.file_name().unwrap_or_default().to_string_lossy().replace("_bg.", "_rest.");
        return Ok(fs::write(folder.join(name), b"\0asm\x01\0\0\0")?);
    }
    let rest = folder.join("rest.wasm");
    // Where Trunk has cargo put the program as the linker leaves it.
    let linked = build::target().join("wasm32-unknown-unknown/release/app.wasm");
    split("apart", &[&whole, &linked, Path::new(LIST), &program, &rest])?;
    fs::remove_file(whole)?;
    fs::write(
        &script,
        bringing(&fs::read_to_string(&script)?).ok_or("the program's script is not as wasm-bindgen writes it")?,
    )?;
    rename(folder, [("_bg.wasm", program), (".js", script), ("_rest.wasm", rest)])
}

/// Runs the tool that takes programs apart.
pub fn split(command: &str, files: &[&Path]) -> Result {
    shell::run(shell::command("cargo").args(["run", "--quiet", "--package", "split", "--", command]).args(files))
}

/// The script, with what brings the rest.
fn bringing(script: &str) -> Option<String> {
    const LOAD: &str = "const { instance, module } = await __wbg_load(await module_or_path, imports);\n";
    let places = [
        ("const import0 = {\n", "", "bring_rest: bringRest,\n"),
        (LOAD, "const later = restForStart();\n", "await later;\nif (rest) await putRest(rest, instance.exports);\n"),
    ];
    let mut script = script.to_owned();
    for (place, before, after) in places {
        if script.matches(place).count() != 1 {
            return None;
        }
        script = script.replace(place, &format!("{before}{place}{after}"));
    }
    Some(script + BRINGS)
}

/// Names the parts by what is in them, so that no part is ever taken for one of another version.
fn rename(folder: &Path, parts: [(&str, PathBuf); 3]) -> Result {
    let mut hasher = DefaultHasher::new();
    for (_, file) in &parts {
        fs::read(file)?.hash(&mut hasher);
    }
    let name = format!("app-{:016x}", hasher.finish());
    let index = folder.join("index.html");
    let mut page = fs::read_to_string(&index)?;
    for (end, file) in parts {
        let (old, new) = (file.file_name().unwrap_or_default().to_string_lossy().into_owned(), format!("{name}{end}"));
        page = page.replace(&old, &new);
        fs::rename(file, folder.join(new))?;
    }
    Ok(fs::write(index, page)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "const import0 = {\ni0: f,\n};\n\
        const { instance, module } = await __wbg_load(await module_or_path, imports);\n";

    #[test]
    fn the_script_brings_the_rest() {
        let script = bringing(SCRIPT).expect("the test's own script is as expected");
        let expected = "const import0 = {\nbring_rest: bringRest,\ni0: f,\n};\nconst later = restForStart();\n\
            const { instance, module } = await __wbg_load(await module_or_path, imports);\nawait later;\n\
            if (rest) await putRest(rest, instance.exports);\n";
        assert_eq!(script.strip_suffix(BRINGS), Some(expected));
        assert_eq!(bringing(&SCRIPT.replace("load", "fetch")), None);
    }
}
