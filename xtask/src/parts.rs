//! The program in parts: what a first visit to a direction's page runs, what other pages need beside it, and
//! the rest, which comes after it.

use std::collections::hash_map::DefaultHasher;
use std::env;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::glue::file;
use crate::shell::{self, Result};
use crate::{build, minify, paths, tools};

/// Set where the program is only to note which of its functions are called; names the file that it
/// is kept in as it was.
pub const REHEARSAL: &str = "BAGYT_REHEARSAL";

/// The parts after the first: how the file of each ends, and which functions it has, by name.
/// `cargo xtask rehearse` writes these lists.
pub const LATER: [(&str, &str); 2] = [("_pages.wasm", "split/pages.txt"), ("_rest.wasm", "split/rest.txt")];

/// How the file of the first part ends, which is packed. Any host sends what ends with `.bin`; some refuse endings
/// that they do not know.
pub const FIRST: &str = "_bg.bin";

/// What unpacks the first part and what brings the others, at the end of the program's script.
const ADDED: [&str; 2] = [include_str!("../../src/unpack.js"), include_str!("../../src/later.js")];

/// Takes the program of a bundle apart, and packs what a first visit waits for.
pub fn take_apart(folder: &Path) -> Result {
    let (program, script) = (file(folder, "_bg.wasm")?, file(folder, ".js")?);
    let whole = program.with_extension("whole");
    fs::rename(&program, &whole)?;
    let later = LATER.map(|(end, list)| (end, Path::new(list), folder.join(end)));
    let first = folder.join(FIRST);
    if let Some(kept) = env::var_os(REHEARSAL) {
        split("mark", &[&whole, &program])?;
        fs::rename(whole, kept)?;
        // A bundle has all parts; in this one's there is nothing.
        for (_, _, part) in &later {
            fs::write(part, b"\0asm\x01\0\0\0")?;
        }
    } else {
        // Where Trunk has cargo put the program as the linker leaves it.
        let linked = build::target().join(tools::WASM).join("release/app.wasm");
        let files = later.iter().flat_map(|(_, list, part)| [*list, part]);
        let own = [&whole, &linked, &program].into_iter().map(PathBuf::as_path);
        split("apart", &own.chain(files).collect::<Vec<_>>())?;
        fs::remove_file(whole)?;
    }
    let unpacker = build::unpacker()?;
    [&unpacker, &program].into_iter().try_for_each(|file| paths::check_file(file))?;
    split("pack", &[&unpacker, &program, &first])?;
    fs::remove_file(&program)?;
    let text = fs::read_to_string(&script)?;
    fs::write(&script, extended(&text).ok_or("the program's script is not as wasm-bindgen writes it")?)?;
    minify::script(&script)?;
    let parts = [(FIRST, first)].into_iter().chain(later.into_iter().map(|(end, _, part)| (end, part)));
    rename(folder, &[&program, &script], [(".js", script.clone())].into_iter().chain(parts).collect())
}

/// Runs the tool that takes programs apart.
pub fn split(command: &str, files: &[&Path]) -> Result {
    shell::run(shell::command("cargo").args(["run", "--quiet", "--package", "split", "--", command]).args(files))
}

/// The script, with what unpacks the first part and what brings the others.
fn extended(script: &str) -> Option<String> {
    const FETCH: &str = "module_or_path = fetch(module_or_path)";
    const LOAD: &str = "const { instance, module } = await __wbg_load(await module_or_path, imports);\n";
    let places = [
        (FETCH, "", ".then(opened)"),
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
    let added = ADDED.iter().flat_map(|added| added.lines()).filter(|line| !line.trim_start().starts_with("//"));
    Some(added.fold(script, |script, line| script + line + "\n"))
}

/// Names the parts by what is in them, so that no part is ever taken for one of another version. Trunk's page names
/// the program, for which the first part stands from now on, and its script.
fn rename(folder: &Path, [program, script]: &[&Path; 2], parts: Vec<(&str, PathBuf)>) -> Result {
    let mut hasher = DefaultHasher::new();
    for (_, file) in &parts {
        fs::read(file)?.hash(&mut hasher);
    }
    let name = format!("app-{:016x}", hasher.finish());
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index)?;
    let old = [program, script].map(|file| file.file_name().unwrap_or_default().to_string_lossy());
    let page = naming(&page, [&old[0], &old[1]], &name).ok_or("the page does not name the program as Trunk does")?;
    for (end, file) in parts {
        fs::rename(file, folder.join(format!("{name}{end}")))?;
    }
    Ok(fs::write(index, page)?)
}

/// A page that names the first part and the script by this name, in the place of the program and its script.
fn naming(page: &str, [program, script]: [&str; 2], name: &str) -> Option<String> {
    // To a host the packed program is bytes like any others.
    let type_of_program = " type=\"application/wasm\"";
    let (first, new_script) = (format!("{name}{FIRST}"), format!("{name}.js"));
    let mut page = page.to_owned();
    for (old, new) in [(program, first.as_str()), (script, &new_script), (type_of_program, "")] {
        if !page.contains(old) {
            return None;
        }
        page = page.replace(old, new);
    }
    Some(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "const import0 = {\ni0: f,\n};\nmodule_or_path = fetch(module_or_path);\n\
        const { instance, module } = await __wbg_load(await module_or_path, imports);\n";

    #[test]
    fn the_script_unpacks_the_first_part_and_brings_the_later_ones() {
        let script = extended(SCRIPT).expect("the test's own script is as expected");
        let expected = "const import0 = {\nbring_1: () => bring(1),\nbring_2: () => bring(2),\ni0: f,\n};\n\
            module_or_path = fetch(module_or_path).then(opened);\nconst later = partsForStart();\n\
            const { instance, module } = await __wbg_load(await module_or_path, imports);\nawait later;\n\
            putParts(instance.exports);\n";
        assert!(script.starts_with(expected), "{script}");
        assert!(script.contains("function bring(count)") && script.contains("function opened(answer)"), "{script}");
        assert!(!script.contains("//"), "{script}");
        assert_eq!(extended(&SCRIPT.replace("load", "fetch")), None);
    }

    #[test]
    fn the_page_names_the_packed_program() {
        let page = "import 'a.js'; init('a_bg.wasm') <link href=\"a_bg.wasm\" as=\"fetch\" type=\"application/wasm\">";
        let named = naming(page, ["a_bg.wasm", "a.js"], "b");
        let expected = "import 'b.js'; init('b_bg.bin') <link href=\"b_bg.bin\" as=\"fetch\">";
        assert_eq!(named.as_deref(), Some(expected));
        assert_eq!(naming(page, ["c_bg.wasm", "a.js"], "b"), None);
    }
}
