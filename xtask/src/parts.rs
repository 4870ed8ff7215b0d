//! The program in parts: what a first visit to a direction's page runs, what other pages need beside it, and
//! the rest, which comes after it.

use std::collections::hash_map::DefaultHasher;
use std::env;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::imports::file;
use crate::shell::{self, Result};
use crate::{build, minify};

/// Set where the program is only to note which of its functions are called; names the file that it
/// is kept in as it was.
pub const REHEARSAL: &str = "BAGYT_REHEARSAL";

/// The parts after the first: how the file of each ends, and which functions it has, by name.
/// `cargo xtask rehearse` writes these lists.
pub const LATER: [(&str, &str); 2] = [("_pages.wasm", "split/pages.txt"), ("_rest.wasm", "split/rest.txt")];

/// What brings the later parts, at the end of the program's script.
const BRINGS: &str = include_str!("../../src/later.js");

/// Takes the program of a bundle apart.
pub fn take_apart(folder: &Path) -> Result {
    let (program, script) = (file(folder, "_bg.wasm")?, file(folder, ".js")?);
    let whole = program.with_extension("whole");
    fs::rename(&program, &whole)?;
    if let Some(kept) = env::var_os(REHEARSAL) {
        split("mark", &[&whole, &program])?;
        fs::rename(whole, kept)?;
        // A bundle has all parts; in this one's there is nothing.
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        for (end, _) in LATER {
            fs::write(folder.join(name.replace("_bg.wasm", end)), b"\0asm\x01\0\0\0")?;
        }
        return Ok(());
    }
    // Where Trunk has cargo put the program as the linker leaves it.
    let linked = build::target().join("wasm32-unknown-unknown/release/app.wasm");
    let later = LATER.map(|(end, list)| (end, Path::new(list), folder.join(end)));
    let files = later.iter().flat_map(|(_, list, part)| [*list, part]);
    split("apart", &[&whole, &linked, &program].into_iter().map(PathBuf::as_path).chain(files).collect::<Vec<_>>())?;
    fs::remove_file(whole)?;
    fs::write(
        &script,
        bringing(&fs::read_to_string(&script)?).ok_or("the program's script is not as wasm-bindgen writes it")?,
    )?;
    minify::script(&script)?;
    let first = [("_bg.wasm", program), (".js", script)];
    rename(folder, first.into_iter().chain(later.into_iter().map(|(end, _, part)| (end, part))).collect())
}

/// Runs the tool that takes programs apart.
pub fn split(command: &str, files: &[&Path]) -> Result {
    shell::run(shell::command("cargo").args(["run", "--quiet", "--package", "split", "--", command]).args(files))
}

/// The script, with what brings the later parts.
fn bringing(script: &str) -> Option<String> {
    const LOAD: &str = "const { instance, module } = await __wbg_load(await module_or_path, imports);\n";
    let places = [
        ("const import0 = {\n", "", "bring_1: () => bring(1),\nbring_2: () => bring(2),\n"),
        (LOAD, "const later = partsForStart();\n", "await later;\nputParts(instance.exports);\n"),
    ];
    let mut script = script.to_owned();
    for (place, before, after) in places {
        if script.matches(place).count() != 1 {
            return None;
        }
        script = script.replace(place, &format!("{before}{place}{after}"));
    }
    // What it says to those who read its source is nothing to those who load it.
    let brings = BRINGS.lines().filter(|line| !line.trim_start().starts_with("//"));
    Some(brings.fold(script, |script, line| script + line + "\n"))
}

/// Names the parts by what is in them, so that no part is ever taken for one of another version.
fn rename(folder: &Path, parts: Vec<(&str, PathBuf)>) -> Result {
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
    fn the_script_brings_the_later_parts() {
        let script = bringing(SCRIPT).expect("the test's own script is as expected");
        let expected = "const import0 = {\nbring_1: () => bring(1),\nbring_2: () => bring(2),\ni0: f,\n};\n\
            const later = partsForStart();\n\
            const { instance, module } = await __wbg_load(await module_or_path, imports);\nawait later;\n\
            putParts(instance.exports);\n";
        assert!(script.starts_with(expected), "{script}");
        assert!(script.contains("function bring(count)") && !script.contains("//"), "{script}");
        assert_eq!(bringing(&SCRIPT.replace("load", "fetch")), None);
    }
}
