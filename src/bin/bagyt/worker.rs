use crate::site::{Base, FIRST, ROOT, lean, policy};
use bagyt::snapshot::sha256;
use serde_json::json;
use std::{fs, path::Path};

/// The service worker, as a file of the bundle and as pages name it.
const NAME: &str = "sw.js";

/// What unpacks the first part of the program.
const UNPACK: &str = include_str!("../../unpack.js");

/// What stands in `src/sw.js` for what only a finished bundle knows.
const PLACE: &str = "const BUNDLE = null;";

/// Fills in the service worker of a bundle. `trunk` is Trunk's page, whose references start with
/// `/`; it is given back with the worker's name on it, which has the program register it.
pub fn write(folder: &Path, trunk: &str) -> Result<String, String> {
    let path = folder.join(NAME);
    let fault = |error: std::io::Error| format!("{}: {error}", path.display());
    let worker = fs::read_to_string(&path).map_err(fault)? + "\n" + UNPACK;
    let page = trunk.replacen(ROOT, &format!("{ROOT} data-worker=\"{NAME}\""), 1);
    let files = program(folder)?;
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let shell = shell(&page, &names)?;
    let mut whole: Vec<u8> = format!("{worker}{shell}").into_bytes();
    for (name, content) in &files {
        whole.extend(name.bytes().chain(content.iter().copied()));
    }
    let marks: Vec<&&str> = names.iter().filter(|name| name.contains('-') && trunk.contains(**name)).collect();
    let packed = names.iter().find(|name| name.ends_with(FIRST));
    let bundle = json!({ "version": sha256(&whole), "files": names, "packed": packed, "marks": marks, "shell": shell });
    if worker.matches(PLACE).count() != 1 {
        return Err(format!("{} must have `{PLACE}` once", path.display()));
    }
    fs::write(&path, worker.replace(PLACE, &format!("const BUNDLE = {bundle};"))).map_err(fault)?;
    Ok(page)
}

/// Names and contents of the files without which no page works, in order.
fn program(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let wanted = [".js", ".wasm", FIRST].iter().any(|end| name.ends_with(end)) && name != NAME;
        if wanted || name == "icon.png" {
            files.push((name, fs::read(&path).map_err(fault)?));
        }
    }
    files.sort();
    Ok(files)
}

/// The page without content that serves for every address. Trunk's start of the program names
/// files from the host's root; this one asks the page where the bundle is, so that its text, which
/// a policy may name by its hash, is the same in every folder.
fn shell(page: &str, names: &[&str]) -> Result<String, String> {
    let named = |end: &str| {
        let found = names.iter().find(|name| name.ends_with(end));
        found.ok_or_else(|| format!("the bundle has no file that ends with {end}"))
    };
    let start = format!(
        "<script type=\"module\">\nconst at = (name) => new URL(document.documentElement.dataset.root + name, location);\n\
         const {{ default: start }} = await import(at(\"{}\"));\nawait start({{ module_or_path: at(\"{}\") }});\n</script>",
        named(".js")?,
        named(FIRST)?
    );
    // It may be any page.
    let page = page.replacen(ROOT, &format!("{ROOT} data-whole"), 1);
    let (before, rest) = page.split_once("<script type=\"module\">").ok_or("Trunk's page starts no program")?;
    let (_, after) = rest.split_once("</script>").ok_or("Trunk's start of the program does not end")?;
    let whole = lean(&format!("{before}{start}{after}"));
    Ok(whole.replacen("<head>", &format!("<head>{}", policy(&whole, Base::None)), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_page_starts_the_program_from_anywhere() {
        let page = "<html data-root=\"/\">\n<script type=\"module\">\nimport i from '/a-1.js';\n</script>\n\n<p>";
        let shell = shell(page, &["a-1.js", "a-1_bg.bin"]).expect("the page has a program");
        assert!(shell.contains("at(\"a-1.js\")") && shell.contains("at(\"a-1_bg.bin\")"), "{shell}");
        assert!(!shell.contains("'/a-1.js'") && shell.ends_with("</script>\n<p>"), "{shell}");
        assert!(super::shell("<html>", &[]).is_err());
    }
}
