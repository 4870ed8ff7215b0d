//! Writes every route's page into a bundle that Trunk has built, and what stands beside the pages.
//!
//! The pages are made by the components that run in the browser, rendered natively into Trunk's
//! index.html, with references relative to the page. What standards want as absolute addresses
//! (canonical, alternatives, pictures of link previews, the sitemap) is there only with `--site-url`.

mod address;
mod compact;
mod csp;
mod fault;
mod files;
mod fonts;
mod frame;
mod head;
mod inline;
mod json_ld;
mod manifest;
mod page;
mod picture;
mod root;
mod sheet;
mod sitemap;
mod verify;

pub use csp::{Base, base64, hash, policy};
pub use fault::kept;
pub use frame::{FIRST, PAGES, REST, ROOT};
pub use inline::{lean, style};
pub use verify::run as verify;

use crate::tell;
use address::SiteUrl;
use bagyt::locale::Lang;
use bagyt::route::{Place, Route};
use bagyt::site::Site;
use bagyt::snapshot::sha256;
use compact::compact;
use files::{read, read_bytes, save};
use frame::Frame;
use std::{path::Path, process::ExitCode};

/// What is told of a piece that Trunk's page should have in one place.
fn not_once(piece: &str) -> String {
    format!("index.html must have `{piece}` once: is this folder fresh from Trunk?")
}

/// The snapshot's file in a bundle.
const SNAPSHOT: &str = "snapshot.json";

/// What every page is made of.
struct Bundle {
    site: &'static Site,
    /// SHA-256 of the snapshot's file.
    digest: String,
    routes: Vec<Route>,
    /// What is around a page of a direction, around others, and around one that needs the whole program.
    frame: Frame,
    of_others: Frame,
    whole: Frame,
    url: Option<SiteUrl>,
}

/// Writes the pages; says in one line what went wrong where it could not.
pub fn run(folder: &str, site_url: Option<&str>) -> ExitCode {
    match write(Path::new(folder), site_url) {
        Ok(told) => {
            tell(&format!("{told} written to {folder}"));
            ExitCode::SUCCESS
        }
        Err(fault) => {
            tell(&format!("bagyt site: {fault}"));
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path, site_url: Option<&str>) -> Result<String, String> {
    let (_, text) = load(folder)?;
    let url = site_url.map(SiteUrl::parse).transpose()?;
    // Read first: where the folder is no bundle, its snapshot stays as it is.
    let trunk = inline::inlined(&read(&folder.join("index.html"))?, folder)?;
    let icon = read_bytes(&folder.join("icon.png"))?;
    save(&folder.join(SNAPSHOT), compact(&text))?;
    // What pages say of the file is of the one beside them.
    let (site, text) = load(folder)?;
    let trunk = crate::worker::write(folder, &fault::told(&trunk)?)?;
    let frame = Frame::new(&trunk, &icon, text.len())?;
    let (of_others, whole) = (frame.of_others(), frame.whole());
    let bundle = Bundle {
        site,
        digest: sha256(text.as_bytes()),
        routes: Route::all(&site.snapshot),
        frame,
        of_others,
        whole,
        url,
    };
    for place in bundle.places() {
        save(&folder.join(place.path()).join("index.html"), page::page(&bundle, &place))?;
    }
    save(&folder.join("index.html"), root::index(&bundle))?;
    save(&folder.join("404.html"), root::not_found(&bundle))?;
    save(&folder.join("manifest.webmanifest"), manifest::manifest(site))?;
    save(&folder.join("robots.txt"), sitemap::robots(bundle.url.as_ref()))?;
    // Without it GitHub Pages would look at each file as a template.
    save(&folder.join(".nojekyll"), "")?;
    crate::pack::write(folder, site, &trunk)?;
    let mut told = format!("{} pages", bundle.places().count());
    if let Some(url) = &bundle.url {
        save(&folder.join(sitemap::NAME), sitemap::sitemap(&bundle, url))?;
        let pictures = picture::write_all(&bundle, folder)?;
        told.push_str(&format!(" and {pictures} pictures"));
    }
    Ok(told)
}

/// The snapshot of a bundle, checked, with its text.
fn load(folder: &Path) -> Result<(&'static Site, String), String> {
    let text = read(&folder.join(SNAPSHOT))?;
    let site = Site::read(&text).map_err(|problems| {
        problems.first().map_or_else(|| "the snapshot was refused".to_owned(), |problem| problem.to_string())
    })?;
    Ok((site.keep(), text))
}

impl Bundle {
    /// Every page in every language.
    fn places(&self) -> impl Iterator<Item = Place> {
        Lang::ALL.into_iter().flat_map(|lang| self.routes.iter().map(move |route| Place::new(lang, route.clone())))
    }

    fn default_language(&self) -> Lang {
        self.site.snapshot.snapshot.default_language
    }
}
