//! The pages that `bagyt site` writes into a bundle, and what it refuses: the command itself is run
//! over a folder like the one that Trunk leaves.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

const SITE_URL: &str = "https://example.org/some/repo/";

/// A folder with the small snapshot and a page as Trunk writes it, which is gone with the test.
struct Bundle(PathBuf);

impl Bundle {
    fn new(name: &str) -> Bundle {
        let folder = env::temp_dir().join(format!("bagyt-bundle-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the temporary folder can be written to");
        let program = "<script type=\"module\">\nimport init from '/app-1.js';\ninit({ module_or_path: '/app-1_bg.bin' });\n</script>\n\
            <link rel=\"modulepreload\" href=\"/app-1.js\" crossorigin=\"anonymous\">\n\
            <link rel=\"stylesheet\" href=\"/style-1.css\" data-integrity=\"none\"/></head>";
        let frame = include_str!("../index.html").replace("</head>", program);
        let frame: Vec<&str> = frame.lines().filter(|line| !line.contains("data-trunk")).collect();
        let bundle = Bundle(folder);
        bundle.write("index.html", &frame.join("\n"));
        bundle.write("app-1.js", "export { __wbg_init as default };");
        bundle.write("app-1_bg.bin", "program");
        bundle.write("app-1_pages.wasm", "pages");
        bundle.write("app-1_rest.wasm", "rest");
        bundle.write("style-1.css", "p {}");
        bundle.write("sw.js", include_str!("../src/sw.js"));
        bundle.write("icon.png", "icon");
        bundle.write("snapshot.json", include_str!("small.json"));
        bundle
    }

    fn written(name: &str, more: &[&str]) -> Bundle {
        let bundle = Bundle::new(name);
        let folder = bundle.0.to_string_lossy();
        let output = bagyt(&[&["site", &folder], more].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        bundle
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap_or_else(|error| format!("{file}: {error}"))
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).expect("a file of the test's own folder can be written");
    }

    /// What `--verify` tells, and whether it lets the bundle pass.
    fn verified(&self) -> (bool, String) {
        let output = bagyt(&["site", "--verify", &self.0.to_string_lossy()]);
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

impl Drop for Bundle {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn bagyt(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_bagyt")).args(arguments).output().expect("the command was built with this test")
}

/// What stands between two texts, each time.
fn between<'a>(html: &'a str, before: &'a str, after: &'a str) -> Vec<&'a str> {
    html.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

/// Every page of the folder, with its path.
fn pages(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).expect("the bundle can be listed").flatten().map(|entry| entry.path());
    let page = |path: PathBuf| match path.is_dir() {
        true => pages(&path),
        // The site in one file is not a page of it.
        false if path.extension().is_some_and(|end| end == "html") && !path.ends_with("bagyt.html") => {
            let text = fs::read_to_string(&path).expect("a page is text");
            vec![(path.display().to_string(), text)]
        }
        false => Vec::new(),
    };
    entries.flat_map(page).collect()
}

/// Looks at every page; the faults of all are told together.
fn check(bundle: &Bundle, fault: impl Fn(&str) -> Option<String>) {
    let pages = pages(&bundle.0);
    assert!(pages.len() > 20, "only {} pages", pages.len());
    let faults = pages.iter().filter_map(|(path, html)| fault(html).map(|fault| format!("{path}: {fault}")));
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_service_worker_knows_its_bundle() {
    let bundle = Bundle::written("worker", &[]);
    let worker = bundle.read("sw.js");
    let line = worker.lines().find_map(|line| line.strip_prefix("const BUNDLE = ")).expect("the worker has its place");
    let known: Value = serde_json::from_str(line.trim_end_matches(';')).expect("what is filled in is JSON");
    let files = ["app-1.js", "app-1_bg.bin", "app-1_pages.wasm", "app-1_rest.wasm", "icon.png"];
    assert_eq!(known["files"], serde_json::json!(files));
    let page = bundle.read("kk/index.html");
    for mark in known["marks"].as_array().expect("the worker knows pages of its version") {
        assert!(page.contains(mark.as_str().unwrap_or_default()), "a page lacks {mark}");
    }
    assert!(page.contains("data-worker=\"sw.js\""), "a page names no worker");
    let shell = known["shell"].as_str().unwrap_or_default();
    assert!(shell.contains("Content-Security-Policy") && shell.contains("data-root=\"/\""), "{shell}");
}

#[test]
fn pages_have_the_digest_of_the_snapshot_beside_them() {
    let bundle = Bundle::written("digest", &[]);
    let snapshot = bundle.read("snapshot.json");
    assert!(snapshot.len() < include_str!("small.json").len(), "the spaces are there");
    let digest = bagyt::snapshot::sha256(snapshot.as_bytes());
    let page = bundle.read("en/about/index.html");
    assert_eq!(between(&page, "data-snapshot=\"", "\""), [digest.as_str()]);
    assert!(page.contains(&format!("<code>{digest}</code>")), "About tells another");
}

#[test]
fn the_site_in_one_file_names_no_other() {
    let file = Bundle::written("pack", &[]).read("bagyt.html");
    assert!(file.contains("</h1>") && file.contains("href=\"#/"), "no page");
    for reference in ["src=\"", "href=\"../", "href=\"/", "<link rel=\"stylesheet\""] {
        assert!(!file.contains(reference), "{reference}");
    }
}

#[test]
fn every_head_is_whole() {
    let bundle = Bundle::written("heads", &["--site-url", SITE_URL]);
    check(&bundle, |html| {
        let head = html.split("</head>").next().unwrap_or_default();
        let wanted = ["og:title", "og:description", "og:type", "og:locale", "og:site_name", "twitter:card", "manifest"];
        let once = |name: &&str| head.matches(&format!("=\"{name}\"")).count() == 1;
        wanted.into_iter().find(|name| !once(name)).map(|name| format!("not one {name}"))
    });
    let page = bundle.read("ru/indicators/index.html");
    let canonical = between(&page, "<link rel=\"canonical\" href=\"", "\"");
    assert_eq!(canonical, [format!("{SITE_URL}ru/indicators/")]);
    let others = between(&page, "<link rel=\"alternate\" hreflang=\"", "\">");
    let expected = ["kk", "ru", "en", "x-default"].map(|code| {
        let lang = if code == "x-default" { "en" } else { code };
        format!("{code}\" href=\"{SITE_URL}{lang}/indicators/")
    });
    assert_eq!(others, expected);
    assert!(bundle.read("robots.txt").contains(&format!("Sitemap: {SITE_URL}sitemap.xml\n")));
}

#[test]
fn pictures_of_link_previews_are_there_and_of_the_promised_size() {
    let bundle = Bundle::written("pictures", &["--site-url", SITE_URL]);
    check(&bundle, |html| {
        let image = between(html, "<meta property=\"og:image\" content=\"", "\"");
        let file = image.first()?.strip_prefix(SITE_URL)?;
        let bytes = fs::read(bundle.0.join(file)).unwrap_or_default();
        // Signature, then the header's length and name, then width and height (PNG, 5.2 and 11.2.2).
        let size = bytes.get(16..24).map(|size| (size[2..4].to_vec(), size[6..8].to_vec()));
        let whole = bytes.starts_with(b"\x89PNG") && size == Some((vec![4, 0xb0], vec![2, 0x76]));
        (!whole).then(|| format!("{file} is no picture of 1200 × 630"))
    });
    assert!(bundle.0.join("kk/preview.png").is_file());
}

#[test]
fn without_an_address_nothing_claims_one() {
    let bundle = Bundle::written("plain", &[]);
    check(&bundle, |html| {
        let absolute = ["og:url", "og:image", "rel=\"canonical\"", "example.org"];
        absolute
            .into_iter()
            .find(|name| html.split("</head>").next().unwrap_or_default().contains(name))
            .map(str::to_owned)
    });
    assert!(!bundle.0.join("sitemap.xml").exists());
    assert!(!bundle.read("robots.txt").contains("Sitemap"));
    assert_eq!(bundle.verified(), (true, String::new()));
}

#[test]
fn data_for_search_engines_is_json_and_names_licence_and_file() {
    let bundle = Bundle::written("data", &[]);
    check(&bundle, |html| {
        let data = between(html, "<script type=\"application/ld+json\">", "</script>");
        let [data] = data.as_slice() else { return Some(format!("{} data blocks", data.len())) };
        let data: Value = serde_json::from_str(data).unwrap_or_default();
        let file = data["distribution"]["contentUrl"].as_str().unwrap_or_default();
        let whole = data["@type"] == "Dataset"
            && file.ends_with("snapshot.json")
            && ["license", "creator", "temporalCoverage", "version", "name", "description"]
                .iter()
                .all(|key| !data[key].is_null());
        (!whole).then(|| data.to_string())
    });
    let overview = bundle.read("en/index.html");
    assert!(overview.contains("\"isBasedOn\":[{"), "the overview does not name the sources");
}

#[test]
fn every_page_is_strict_and_nothing_in_it_needs_to_be_allowed() {
    let bundle = Bundle::written("strict", &["--site-url", SITE_URL]);
    check(&bundle, |html| {
        let policy = between(html, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        let [policy] = policy.as_slice() else { return Some("not one policy".into()) };
        let inline = html.matches("<script>").count()
            + html.matches("<script type=\"module\">").count()
            + html.matches("<style>").count();
        let allowed = policy.matches("'sha256-").count();
        if !policy.starts_with("default-src 'none'; ") || policy.contains("'unsafe-") || inline != allowed {
            return Some(format!("{inline} inline scripts and styles under {policy}"));
        }
        if html.matches("<style>p{}").count() != 1 {
            return Some("not one style".into());
        }
        [" style=\"", "<style ", "rel=\"stylesheet\"", " onclick=", " onload="]
            .into_iter()
            .find(|blocked| html.contains(blocked))
            .map(str::to_owned)
    });
    assert!(bundle.read("404.html").contains("base-uri 'self'"));
    assert!(bundle.read("kk/index.html").contains("base-uri 'none'"));
}

#[test]
fn the_root_chooses_a_language_and_is_a_page_without_a_program() {
    let root = Bundle::written("root", &[]).read("index.html");
    assert!(root.contains("location.replace") && root.contains("?? \"en\""), "no way to a language");
    let head = root.split("</head>").next().unwrap_or_default();
    assert!(head.find("<script>") < head.find("<title>"), "the script comes after what could be painted");
    assert!(!root.contains("type=\"module\"") && !root.contains("rel=\"preload\""), "the root loads the program");
    assert!(root.contains("<h1") && root.contains("href=\"./ru/\""), "the root is no page");
}

#[test]
fn a_bundle_that_does_not_agree_with_itself_is_refused() {
    let refuses = |name: &str, spoil: &dyn Fn(&Bundle), told: &str| {
        let bundle = Bundle::written(name, &["--site-url", SITE_URL]);
        assert_eq!(bundle.verified(), (true, String::new()), "{name}: refused before it was spoilt");
        spoil(&bundle);
        let (passes, text) = bundle.verified();
        assert!(!passes && text.contains(told), "{name}: {text}");
    };
    refuses(
        "snapshot",
        &|bundle| bundle.write("snapshot.json", &format!("{}\n", bundle.read("snapshot.json"))),
        "made of",
    );
    refuses("page", &|bundle| drop(fs::remove_file(bundle.0.join("en/about/index.html"))), "en/about/");
    let without = |bundle: &Bundle| bundle.read("sitemap.xml").replacen("/kk/about/</loc>", "/kk/abaut/</loc>", 1);
    refuses("sitemap", &|bundle| bundle.write("sitemap.xml", &without(bundle)), "lacks kk/about/");
}

#[test]
fn the_command_does_not_mind_who_stops_reading() {
    let bundle = Bundle::written("unread", &[]);
    bundle.write("broken.json", "{}");
    fs::remove_file(bundle.0.join("en/about/index.html")).expect("the page was written");
    let [folder, snapshot, broken] = ["", "snapshot.json", "broken.json"].map(|file| bundle.0.join(file));
    let [folder, snapshot, broken] = [&folder, &snapshot, &broken].map(|path| path.to_string_lossy());
    let all: [&[&str]; 5] = [
        &["schema"],
        &["synth", "--records", "9", "--seed", "1"],
        &["query", &snapshot, ""],
        &["check", &broken],
        &["site", "--verify", &folder],
    ];
    for arguments in all {
        let (reader, writer) = std::io::pipe().expect("there are pipes");
        drop(reader);
        let output = Command::new(env!("CARGO_BIN_EXE_bagyt")).args(arguments).stdout(writer).output();
        let output = output.expect("the command was built with this test");
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {told}");
    }
}
