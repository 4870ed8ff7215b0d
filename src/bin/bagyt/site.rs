//! Writes every route's page into a bundle that Trunk has built: the same components as in the
//! browser, rendered natively into Trunk's index.html, with references relative to the page.

use bagyt::locale::Lang;
use bagyt::pages::{description, render, title};
use bagyt::route::{Place, Route};
use bagyt::site::Site;
use std::{fs, path::Path, process::ExitCode};

/// Writes the pages; says in one line what went wrong where it could not.
pub fn run(folder: &str, site_url: Option<&str>) -> ExitCode {
    match write(Path::new(folder), site_url) {
        Ok(count) => {
            eprintln!("{count} pages written to {folder}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("bagyt site: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path, site_url: Option<&str>) -> Result<usize, String> {
    let text = read(&folder.join("snapshot.json"))?;
    let shell = crate::worker::write(folder, &read(&folder.join("index.html"))?)?;
    let site = Site::read(&text).map_err(|problems| {
        problems.first().map_or_else(|| "the snapshot was refused".to_owned(), |problem| problem.to_string())
    })?;
    let shell = shell.replace("id=\"progress\"", &format!("id=\"progress\" data-bytes=\"{}\"", text.len()));
    let site = site.keep();
    let routes = Route::all(&site.snapshot);
    let mut count = 0;
    for lang in Lang::ALL {
        for route in &routes {
            let place = Place::new(lang, route.clone());
            let path = folder.join(place.path());
            fs::create_dir_all(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            save(&path.join("index.html"), &page(site, &shell, place, &routes, site_url))?;
            count += 1;
        }
    }
    let lang = site.snapshot.snapshot.default_language;
    let at_root = |route| at(&page_at(site, &shell, Place::new(lang, route), "./"), "./");
    save(&folder.join("index.html"), &at_root(Route::Overview))?;
    save(&folder.join("404.html"), &at_root(Route::NotFound).replace("<head>", &format!("<head>{FIND_ROOT}")))?;
    save(&folder.join(".nojekyll"), "")?;
    crate::pack::write(folder, site)?;
    Ok(count)
}

/// A page for a missing address can stand at any depth: it is sent to where its language begins.
const FIND_ROOT: &str = r#"<script>
document.documentElement.dataset.root = location.pathname.replace(/\/(kk|ru|en)\/.*$|\/[^\/]*$/, "/");
document.write('<base href="' + document.documentElement.dataset.root + '">');
</script>"#;

fn page(site: &'static Site, shell: &str, place: Place, routes: &[Route], site_url: Option<&str>) -> String {
    let root = place.to_root();
    let mut html = page_at(site, shell, place.clone(), &root);
    if let Some(url) = site_url.filter(|_| routes.contains(&place.route)) {
        html = html.replace("</head>", &format!("{}</head>", alternates(&place, url.trim_end_matches('/'))));
    }
    at(&html, &root)
}

fn page_at(site: &'static Site, shell: &str, place: Place, root: &str) -> String {
    let (title, description, lang) = (title(site, &place), description(site, &place), place.lang);
    let body = render(site, place, root);
    shell
        .replacen("<html", &format!("<html lang=\"{}\" data-snapshot=\"{}\"", lang.code(), site.digest), 1)
        .replacen("<title>Bagyt</title>", &format!("<title>{}</title>", escape(&title)), 1)
        .replacen("content=\"Bagyt\"", &format!("content=\"{}\"", escape(&description)), 1)
        .replacen("<div id=\"app\">", &format!("<div id=\"app\">{body}"), 1)
}

/// Makes every reference of Trunk's page relative to the page's depth.
fn at(html: &str, root: &str) -> String {
    html.replace("data-root=\"/\"", &format!("data-root=\"{root}\""))
        .replace("href=\"/", &format!("href=\"{root}"))
        .replace("src=\"/", &format!("src=\"{root}"))
        .replace("from '/", &format!("from '{root}"))
        .replace("module_or_path: '/", &format!("module_or_path: '{root}"))
}

fn alternates(place: &Place, url: &str) -> String {
    let link = |rel: String, lang: Lang| {
        format!("<link rel=\"{rel} href=\"{url}/{}\">", Place::new(lang, place.route.clone()).path())
    };
    let others = Lang::ALL.map(|lang| link(format!("alternate\" hreflang=\"{}\"", lang.code()), lang));
    format!("{}{}", link("canonical\"".into(), place.lang), others.concat())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn save(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
