use super::{base64, lean, not_once};
use bagyt::locale::Lang;
use bagyt::parts::escaped;

/// Trunk's index.html: what is around every page.
pub struct Frame {
    html: String,
}

/// What differs from page to page.
pub struct Parts<'a> {
    pub lang: Lang,
    /// The way from the page to the bundle's folder.
    pub root: &'a str,
    /// SHA-256 of the snapshot that the page is made of, and whether the check found nothing in it.
    pub digest: &'a str,
    pub is_sound: bool,
    pub title: &'a str,
    pub description: &'a str,
    /// More of the head, with references from the page.
    pub head: &'a str,
    /// What stands before everything else in the head, but for the charset.
    pub first: &'a str,
    /// What stands after the content.
    pub tail: &'a str,
}

/// Where Trunk's page says where the bundle's folder is.
pub const ROOT: &str = "data-root=\"/\"";
/// The other places of the frame that are filled; a frame without one of them is not ours.
const CHARSET: &str = "<meta charset=\"utf-8\">";
const TITLE: &str = "<title>Bagyt</title>";
const DESCRIPTION: &str = "content=\"Bagyt\"";
const ICON: &str = "href=\"/icon.png\"";
const HEAD_END: &str = "</head>";
const CONTENT: &str = "<div id=\"app\"></div>";
const BODY_END: &str = "</body>";

/// How the names of the program's parts end; the first is packed.
pub const FIRST: &str = "_bg.bin";
pub const PAGES: &str = "_pages.wasm";
pub const REST: &str = "_rest.wasm";

/// Where a page says that it loads, while it shows nothing else.
const WAITING: &str = "<p id=\"waiting\" data-first></p>";

/// What the program certainly asks for, in the way in which it asks.
const PRELOAD: &str =
    "<link rel=\"preload\" href=\"/snapshot.json\" as=\"fetch\" type=\"application/json\" crossorigin=\"anonymous\">";

impl Frame {
    /// Takes Trunk's page and puts the icon into it; `bytes` is the size of the snapshot, which
    /// hosts that compress do not tell.
    pub fn new(trunk: &str, icon: &[u8], bytes: usize) -> Result<Frame, String> {
        for mark in [ROOT, CHARSET, TITLE, DESCRIPTION, ICON, HEAD_END, WAITING, CONTENT, BODY_END] {
            if trunk.matches(mark).count() != 1 {
                return Err(not_once(mark));
            }
        }
        let html = trunk
            .replace("id=\"progress\"", &format!("id=\"progress\" data-bytes=\"{bytes}\""))
            // Smaller than the request that it saves. A drawing would be made anew at each change of the address.
            .replace(ICON, &format!("href=\"data:image/png;base64,{}\"", base64(icon)))
            .replace(HEAD_END, &format!("{PRELOAD}\n{HEAD_END}"));
        Ok(Frame { html })
    }

    /// The same for a page of no direction: what it needs of the program comes in two parts.
    pub fn of_others(&self) -> Frame {
        self.with_parts("data-pages", &[PAGES])
    }

    /// The same for a page that needs the whole program: all parts of it come at once.
    pub fn whole(&self) -> Frame {
        self.with_parts("data-whole", &[PAGES, REST])
    }

    fn with_parts(&self, attribute: &str, ends: &[&str]) -> Frame {
        let mut html = self.html.replacen(ROOT, &format!("{ROOT} {attribute}"), 1);
        let preload = self.html.split_inclusive('>').find(|tag| tag.contains("rel=\"preload\"") && tag.contains(FIRST));
        if let Some(first) = preload {
            let all = ends.iter().fold(first.to_owned(), |all, end| all + &first.replace(FIRST, end));
            html = html.replacen(first, &all, 1);
        }
        Frame { html }
    }

    /// The same without the program and what belongs to it, for a page that is only passed through.
    pub fn without_program(&self) -> Frame {
        let mut html = cut(&self.html, "<script type=\"module\"", "</script>");
        let loading = [
            ("<link rel=\"modulepreload\"", ">"),
            ("<link rel=\"preload\"", ">"),
            ("<p id=\"waiting\"", "</p>"),
            ("<progress", "</progress>"),
        ];
        for (start, end) in loading {
            html = cut(&html, start, end);
        }
        Frame { html: lean(&html) }
    }

    /// The page around its content; references are made relative to the page before anything of
    /// the snapshot is put in.
    pub fn around(&self, parts: &Parts) -> (String, String) {
        let Parts { lang, root, digest, is_sound, title, description, head, first, tail } = parts;
        let frame = self
            .html
            .replace("href=\"/", &format!("href=\"{root}"))
            .replace("src=\"/", &format!("src=\"{root}"))
            .replace(WAITING, &waiting(*lang))
            .replace("from '/", &format!("from '{root}"))
            .replace("module_or_path: '/", &format!("module_or_path: '{root}"));
        let sound = if *is_sound { " data-sound" } else { "" };
        let attributes = format!("lang=\"{}\" data-snapshot=\"{digest}\"{sound} data-root=\"{root}\"", lang.code());
        let (before, after) = frame.split_once(CONTENT).unwrap_or((&frame, ""));
        let before = before
            .replace(ROOT, &attributes)
            .replace(CHARSET, &format!("{CHARSET}{first}"))
            .replace(TITLE, &format!("<title>{}</title>", escaped(title)))
            .replace(DESCRIPTION, &format!("content=\"{}\"", escaped(description)))
            .replace(HEAD_END, &format!("{head}{HEAD_END}"));
        (
            format!("{before}<div id=\"app\" data-waits>"),
            format!("</div>{}", after.replace(BODY_END, &format!("{tail}{BODY_END}"))),
        )
    }
}

/// Takes out every piece from `start` to the next `end`.
fn cut(html: &str, start: &str, end: &str) -> String {
    let mut pieces = html.split(start);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once(end).map_or("", |(_, rest)| rest))
}

/// The words for who waits, with the way to the page itself.
fn waiting(lang: Lang) -> String {
    let words = format!("<span>{}</span><a href=\"./\">{}</a>", escaped(lang.coming()), escaped(lang.cancel()));
    WAITING.replace("></", &format!(">{words}</"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNK: &str = "<!doctype html>\n<html data-root=\"/\">\n<head>\n<meta charset=\"utf-8\">\n<title>Bagyt</title>\n\
        <link rel=\"icon\" href=\"/icon.png\"><meta name=\"description\" content=\"Bagyt\">\n<script type=\"module\">\nimport i from '/a.js';\n</script>\n\
        <link rel=\"modulepreload\" href=\"/a.js\"><link rel=\"preload\" href=\"/a_bg.bin\"><link rel=\"manifest\" href=\"/m\"></head>\n<body><p id=\"waiting\" data-first></p><div id=\"app\"></div></body></html>";

    fn check(frame: &Frame, has: &[&str], lacks: &[&str]) {
        let parts = Parts {
            lang: Lang::Ru,
            root: "../",
            digest: "d1",
            is_sound: true,
            title: "A & B",
            description: "<b>",
            head: "<!--h-->",
            first: "<!--f-->",
            tail: "<!--t-->",
        };
        let (before, after) = frame.around(&parts);
        let html = format!("{before}BODY{after}");
        for piece in has {
            assert!(html.contains(piece), "no {piece} in {html}");
        }
        for piece in lacks {
            assert!(!html.contains(piece), "{piece} in {html}");
        }
        for link in html.split('<').filter(|tag| tag.starts_with("link")) {
            assert_eq!(html.matches(link).count(), 1, "{link} twice in {html}");
        }
    }

    #[test]
    fn everything_has_its_place() {
        let frame = Frame::new(TRUNK, b"png", 7).expect("the test's frame has every mark");
        let has = [
            "<html lang=\"ru\" data-snapshot=\"d1\" data-sound data-root=\"../\">",
            "utf-8\"><!--f-->",
            "<title>A &amp; B</title>",
            "content=\"&lt;b&gt;\"",
            "from '../a.js'",
            "href=\"../m\">",
            "href=\"data:image/png;base64,cG5n\"",
            "href=\"../snapshot.json\"",
            "<!--h--></head>",
            "<p id=\"waiting\" data-first><span>Загружается…</span><a href=\"./\">Отменить</a></p>",
            "<div id=\"app\" data-waits>BODY</div><!--t--></body>",
        ];
        check(&frame, &has, &["\n\n"]);
        check(&frame.without_program(), &["href=\"../m\">"], &["<script", "snapshot.json", "waiting", "\n\n"]);
        let preload = |end: &str| format!("<link rel=\"preload\" href=\"../a_{end}\">");
        let preloads = ["bg.bin", "pages.wasm", "rest.wasm"].map(preload);
        check(&frame, &[], &[&preloads[1], &preloads[2]]);
        check(&frame.of_others(), &["data-root=\"../\" data-pages>", &preloads[..2].concat()], &[&preloads[2]]);
        check(&frame.whole(), &["data-root=\"../\" data-whole>", &preloads.concat()], &[]);
        assert!(Frame::new("<html>", b"", 0).is_err());
    }
}
