use super::files::read;
use super::{load, sitemap};
use crate::{print, tell};
use bagyt::locale::Lang;
use bagyt::route::{Place, Route};
use bagyt::snapshot::sha256;
use std::collections::BTreeSet;
use std::{path::Path, process::ExitCode};

/// Tells everything in which the pages of a bundle and its snapshot differ; success when nothing.
pub fn run(folder: &str) -> ExitCode {
    match faults(Path::new(folder)) {
        Ok(faults) if faults.is_empty() => {
            tell(&format!("{folder}: pages, snapshot and sitemap agree"));
            ExitCode::SUCCESS
        }
        Ok(faults) => {
            print(faults.iter().map(|fault| format!("{fault}\n")));
            tell(&format!("{folder}: {} faults", faults.len()));
            ExitCode::FAILURE
        }
        Err(fault) => {
            tell(&format!("bagyt site --verify: {fault}"));
            ExitCode::FAILURE
        }
    }
}

/// One line a fault: a page that is missing or made of another snapshot, an address that the
/// sitemap has too much or lacks.
fn faults(folder: &Path) -> Result<Vec<String>, String> {
    let (site, text) = load(folder)?;
    let digest = sha256(text.as_bytes());
    let routes = Route::all(&site.snapshot);
    let paths: BTreeSet<String> = Lang::ALL
        .into_iter()
        .flat_map(|lang| routes.iter().map(move |route| Place::new(lang, route.clone()).path()))
        .collect();
    let pages = paths.iter().map(|path| format!("{path}index.html"));
    let pages = pages.chain(["index.html".to_owned(), "404.html".to_owned()]);
    let mut faults: Vec<String> = pages
        .filter_map(|page| match read(&folder.join(&page)) {
            Ok(html) => differs(&html, &digest).map(|fault| format!("{page}: {fault}")),
            Err(error) => Some(error),
        })
        .collect();
    if folder.join(sitemap::NAME).exists() {
        faults.extend(missed(&read(&folder.join(sitemap::NAME))?, &paths));
    }
    Ok(faults)
}

/// What is wrong with the snapshot that a page names.
fn differs(html: &str, digest: &str) -> Option<String> {
    let named = html.split_once("data-snapshot=\"").and_then(|(_, rest)| rest.split('"').next());
    match named {
        Some(named) if named == digest => None,
        Some(named) => Some(format!("made of the snapshot {named}, but the bundle has {digest}")),
        None => Some("does not say which snapshot it is made of".to_owned()),
    }
}

/// The differences between a sitemap and the paths that there are.
fn missed(sitemap: &str, paths: &BTreeSet<String>) -> Vec<String> {
    let listed = sitemap::listed(sitemap);
    // The shortest address is that of a language's overview: the folder and two letters.
    let shortest = listed.iter().min_by_key(|address| address.len());
    let base = shortest.and_then(|shortest| shortest.get(..shortest.len().checked_sub("kk/".len())?));
    let base = base.unwrap_or_default();
    let found: BTreeSet<String> =
        listed.iter().map(|address| address.strip_prefix(base).unwrap_or(address).to_owned()).collect();
    let lacks = paths.difference(&found).map(|path| format!("{}: lacks {path}", sitemap::NAME));
    let strange = found.difference(paths).map(|path| format!("{}: has {path}, which is no page", sitemap::NAME));
    let twice = (found.len() < listed.len()).then(|| format!("{}: has an address twice", sitemap::NAME));
    lacks.chain(strange).chain(twice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sitemap: &[&str], expected: &[&str]) {
        let paths = ["kk/", "kk/about/"].map(str::to_owned).into();
        let text: String = sitemap.iter().map(|path| format!("<loc>https://a/b/{path}</loc>")).collect();
        assert_eq!(missed(&text, &paths), expected);
    }

    #[test]
    fn a_sitemap_lists_exactly_the_pages() {
        check(&["kk/", "kk/about/"], &[]);
        check(&["kk/"], &["sitemap.xml: lacks kk/about/"]);
        check(&["kk/", "kk/about/", "kk/x/"], &["sitemap.xml: has kk/x/, which is no page"]);
        check(&["kk/", "kk/about/", "kk/"], &["sitemap.xml: has an address twice"]);
        check(&[], &["sitemap.xml: lacks kk/", "sitemap.xml: lacks kk/about/"]);
        assert_eq!(missed("<loc></loc>", &["kk/".to_owned()].into()).len(), 2);
    }

    #[test]
    fn a_page_names_its_snapshot() {
        assert_eq!(differs("<html data-snapshot=\"a1\">", "a1"), None);
        assert!(differs("<html data-snapshot=\"a1\">", "b2").is_some());
        assert!(differs("<html>", "a1").is_some());
    }
}
