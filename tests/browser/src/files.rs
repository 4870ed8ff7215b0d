//! What a plain static host answers: a path in, a status and a file out. No fallback.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

/// A folder served below a prefix, with some of its files replaced for fault tests.
pub struct Files {
    root: PathBuf,
    prefix: String,
    overlays: HashMap<String, Overlay>,
}

/// What stands in for a file.
pub enum Overlay {
    Content(Vec<u8>),
    Missing,
    /// The real file, as a host in trouble sends it.
    Trouble(Trouble),
}

/// How a host fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing: the connection ends.
    Dropped,
    /// Half of what was announced, then the connection ends.
    Cut,
    /// Half, and the length says that it is all.
    Short,
    /// Half, and then nothing, for as long as the reader waits.
    Stalled,
    /// As a file of another type.
    Type,
    /// 500.
    Server,
    /// A redirection to a page.
    Redirect,
}

/// What a network in trouble does, as opposed to a host.
pub const LOST: [Trouble; 3] = [Trouble::Dropped, Trouble::Cut, Trouble::Stalled];

/// What is sent.
pub struct Answer {
    pub status: u16,
    pub kind: &'static str,
    pub location: Option<String>,
    pub body: Vec<u8>,
    pub trouble: Option<Trouble>,
}

impl Files {
    /// Serves the folder `root` below `prefix`, which begins and ends with a slash.
    pub fn new(root: &Path, prefix: &str) -> Files {
        assert!(prefix.starts_with('/') && prefix.ends_with('/'), "{prefix} does not begin and end with a slash");
        Files { root: root.to_owned(), prefix: prefix.to_owned(), overlays: HashMap::new() }
    }

    /// Puts something in the place of a file, named relative to the folder.
    pub fn overlay(&mut self, file: &str, overlay: Overlay) {
        self.overlays.insert(file.to_owned(), overlay);
    }

    /// Shows the real file again.
    pub fn lift(&mut self, file: &str) {
        self.overlays.remove(file);
    }

    /// Answers a request for that path (decoded, without query).
    pub fn answer(&self, path: &str) -> Answer {
        let Some(file) = path.strip_prefix(&self.prefix).filter(|file| is_tame(file)) else {
            return self.not_found();
        };
        if !file.is_empty() && !file.ends_with('/') && self.root.join(file).is_dir() {
            let location = Some(format!("{path}/"));
            return Answer { status: 301, kind: "text/plain", location, body: Vec::new(), trouble: None };
        }
        let file = if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
        let trouble = match self.overlays.get(&file) {
            Some(Overlay::Trouble(trouble)) => Some(*trouble),
            _ => None,
        };
        match self.read(&file) {
            Ok(body) => in_trouble(Answer { status: 200, kind: content_type(&file), location: None, body, trouble }),
            Err(_) => self.not_found(),
        }
    }

    fn read(&self, file: &str) -> io::Result<Vec<u8>> {
        match self.overlays.get(file) {
            Some(Overlay::Content(body)) => Ok(body.clone()),
            Some(Overlay::Missing) => Err(io::ErrorKind::NotFound.into()),
            None | Some(Overlay::Trouble(_)) => fs::read(self.root.join(file)),
        }
    }

    /// As GitHub Pages does: the bundle's own page of that name, for whatever was asked.
    fn not_found(&self) -> Answer {
        let body = self.read("404.html").unwrap_or_else(|_| b"not found".to_vec());
        Answer { status: 404, kind: content_type("404.html"), location: None, body, trouble: None }
    }
}

/// What of a trouble stands in the answer itself; the rest is how it is sent.
fn in_trouble(mut answer: Answer) -> Answer {
    match answer.trouble {
        Some(Trouble::Short) => answer.body.truncate(answer.body.len() / 2),
        Some(Trouble::Type) => answer.kind = "image/png",
        Some(Trouble::Server) => answer.status = 500,
        Some(Trouble::Redirect) => (answer.status, answer.location) = (302, Some("./kk/".into())),
        _ => {}
    }
    answer
}

/// Whether the path stays inside the folder.
fn is_tame(file: &str) -> bool {
    Path::new(file).components().all(|part| matches!(part, Component::Normal(_)))
}

fn content_type(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        Files::new(Path::new(env!("CARGO_MANIFEST_DIR")), "/a/b/")
    }

    #[test]
    fn a_folder_without_its_slash_is_sent_to_the_slash() {
        let answer = files().answer("/a/b/src");
        assert_eq!((answer.status, answer.location.as_deref()), (301, Some("/a/b/src/")));
    }

    #[test]
    fn there_is_no_fallback_and_no_way_out() {
        for path in ["/a/b/src/", "/a/b/none", "/src/lib.rs", "/a/b/../../Cargo.toml", "/a/b//etc/hostname", "/"] {
            assert_eq!(files().answer(path).status, 404, "{path}");
        }
        assert_eq!(files().answer("/a/b/Cargo.toml").status, 200);
    }

    #[test]
    fn a_file_can_be_replaced_hidden_and_shown_again() {
        let mut files = files();
        files.overlay("Cargo.toml", Overlay::Content(b"other".to_vec()));
        assert_eq!(files.answer("/a/b/Cargo.toml").body, b"other");
        files.overlay("Cargo.toml", Overlay::Missing);
        assert_eq!(files.answer("/a/b/Cargo.toml").status, 404);
        files.lift("Cargo.toml");
        assert_eq!(files.answer("/a/b/Cargo.toml").status, 200);
    }
}
