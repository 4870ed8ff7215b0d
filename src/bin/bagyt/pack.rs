//! Puts a whole bundle into one file that opens from anywhere, also without a server: program,
//! style sheet and snapshot inside, addresses after `#/`.

use crate::site::{FIRST, PAGES, REST, base64, hash, kept, style};
use bagyt::pages::{description, render, title};
use bagyt::parts::escaped;
use bagyt::route::{IN_FILE, Place, Route};
use bagyt::site::Site;
use std::{fs, num::NonZeroU64, path::Path};
use zopfli::{Format, Options};

/// The file's name in the bundle, where *About* links to it.
const NAME: &str = "bagyt.html";

/// What is around the page, with places in braces.
const FRAME: &str = include_str!("pack.html");

/// What unpacks and starts the program.
const START: &str = include_str!("pack.js");

/// Writes the file into a bundle that Trunk has built; `trunk` is Trunk's page, with style and words for faults.
pub fn write(folder: &Path, site: &'static Site, trunk: &str) -> Result<(), String> {
    let place = Place::new(site.snapshot.snapshot.default_language, Route::Overview);
    let style = style(trunk).ok_or("the page has no style")?.to_owned();
    // The glue is a module that exports its start; here both are one script.
    let script = text(folder, "app-", ".js")? + START;
    if !script.contains("__wbg_init as default") {
        return Err("the glue of this wasm-bindgen starts in another way: pack.js must follow".into());
    }
    if script.contains("</script") {
        return Err("the program would end in the middle".into());
    }
    let (guard, fault) = kept(trunk)?;
    let icon = base64(&read(folder, "", "icon.png")?);
    let packed_file = |end: &str| packed(&read(folder, "", end)?);
    // The first part is packed already, and closer.
    let program = base64(&read(folder, "", FIRST)?);
    let [pages, rest] = [PAGES, REST].map(packed_file);
    let parts = [
        ("lang", place.lang.code().to_owned()),
        ("script_hash", hash(&script)),
        ("guard_hash", hash(guard)),
        ("style_hash", hash(&style)),
        ("title", escaped(&title(site, &place))),
        ("description", escaped(&description(site, &place))),
        ("icon", icon),
        ("style", style),
        ("guard", guard.to_owned()),
        ("fault", fault),
        ("page", render(site, place, IN_FILE)),
        ("program", program),
        ("pages", pages?),
        ("rest", rest?),
        ("snapshot", packed_file("snapshot.json")?),
        ("script", script),
    ];
    fs::write(folder.join(NAME), fill(FRAME, &parts)).map_err(|error| format!("{NAME}: {error}"))
}

/// Puts each part in its place. What is put in is not looked at again, so it may hold anything.
fn fill(frame: &str, parts: &[(&str, String)]) -> String {
    let mut pieces = frame.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |whole, piece| {
        let (name, rest) = piece.split_once('}').unwrap_or(("", piece));
        let part = parts.iter().find(|part| part.0 == name).map_or("", |part| &part.1);
        whole + part + rest
    })
}

/// The file of the bundle whose name starts and ends so; the hash between is Trunk's.
fn read(folder: &Path, start: &str, end: &str) -> Result<Vec<u8>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let name = names.find(|name| name.starts_with(start) && name.ends_with(end));
    let path = folder.join(name.ok_or_else(|| format!("the bundle has no file {start}…{end}"))?);
    fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
}

fn text(folder: &Path, start: &str, end: &str) -> Result<String, String> {
    String::from_utf8(read(folder, start, end)?).map_err(|error| format!("{end}: {error}"))
}

/// Rounds of looking for a shorter spelling; more of them find next to nothing.
const ROUNDS: NonZeroU64 = NonZeroU64::MIN.saturating_add(4);

fn packed(bytes: &[u8]) -> Result<String, String> {
    let mut packed = Vec::new();
    let options = Options { iteration_count: ROUNDS, ..Options::default() };
    zopfli::compress(options, Format::Gzip, bytes, &mut packed).map_err(|error| error.to_string())?;
    Ok(base64(&packed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_may_hold_braces() {
        let parts = [("a", "{b}".to_owned()), ("b", "x".to_owned())];
        assert_eq!(fill("<{a}|{b}|{c}>", &parts), "<{b}|x|>");
    }
}
