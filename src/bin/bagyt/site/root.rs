use super::Bundle;
use super::csp::Base;
use super::page::{Special, special};
use bagyt::locale::Lang;
use bagyt::route::{Place, Route};

/// The page of the bundle's folder: the overview in the default language, and before anything is
/// painted the way to the reader's own. It has no program: with JavaScript nobody stays here.
pub fn index(bundle: &Bundle) -> String {
    let lang = bundle.default_language();
    let codes: Vec<String> = Lang::ALL.iter().map(|lang| format!("\"{}\"", lang.code())).collect();
    let script = CHOOSE.replace("LANGUAGES", &format!("[{}]", codes.join(","))).replace("DEFAULT", lang.code());
    let first = format!("<script>{script}</script>");
    let place = Place::new(lang, Route::Overview);
    let frame = bundle.frame.without_program();
    special(bundle, &place, &Special { frame: &frame, root: "./", first: &first, base: Base::None })
}

/// The page for an address that is none, shown at whatever depth was asked for.
pub fn not_found(bundle: &Bundle) -> String {
    let folder = bundle.url.as_ref().map(|url| url.folder());
    // Without JavaScript only a known address helps; with it the first base element counts.
    let fixed = folder.as_ref().map(|folder| format!("<base href=\"{folder}\">")).unwrap_or_default();
    let script = FIND.replace("FOLDER", folder.as_deref().unwrap_or_default());
    let script = script.replace("CODES", &Lang::ALL.map(Lang::code).join("|"));
    let first = format!("<script>{script}</script>{fixed}");
    let place = Place::new(bundle.default_language(), Route::NotFound);
    special(bundle, &place, &Special { frame: &bundle.whole, root: "./", first: &first, base: Base::Own })
}

/// The language that was chosen on this site before, else the first of the browser's that we speak.
/// From a folder without a server a page is a file of its own name. The page is hidden, because a
/// browser may paint what it has while it follows.
const CHOOSE: &str = r#"{
const asked = [...navigator.languages];
try { asked.unshift(localStorage.getItem("bagyt-lang") ?? ""); } catch {}
const codes = asked.map(code => code.toLowerCase().split(/[-_]/)[0]);
const lang = codes.find(code => LANGUAGES.includes(code)) ?? "DEFAULT";
const file = location.protocol === "file:" ? "index.html" : "";
document.documentElement.hidden = true;
location.replace(lang + "/" + file + location.search + location.hash);
}"#;

/// The bundle's folder is the published one, else the first that has a snapshot: of those in the path in
/// which a language begins, and then of all above, the nearest first. What begins with two
/// slashes would be another host.
const FIND: &str = r#"{
const path = location.pathname.replace(/^\/+/, "/");
const folders = (slash) => [...path.matchAll(slash)].map(({ index }) => path.slice(0, index + 1));
const has = (folder) => {
const ask = new XMLHttpRequest();
ask.open("HEAD", folder + "snapshot.json", false);
try { ask.send(); return ask.status === 200; } catch { return false; }
};
const spoken = folders(/\/(?=(?:CODES)(?:\/|$))/g);
const published = "FOLDER" && path.startsWith("FOLDER") && "FOLDER";
const root = published || [...spoken, ...folders(/\//g).reverse()].find(has) || spoken[0] || "/";
document.documentElement.dataset.root = root;
document.write('<base href="' + root.replaceAll('"', "%22") + '">');
}"#;
