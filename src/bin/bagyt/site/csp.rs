use super::style;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Whether a page may say what its references are relative to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    None,
    Own,
}

/// The Content-Security-Policy for a page with these pieces of HTML, as a meta element.
///
/// Nothing but the bundle's own files: `blob:` and `data:` are what downloads are made of. Inline
/// scripts and the style count by their hash only; data blocks such as JSON-LD are no scripts and need none.
/// A meta element cannot hold `frame-ancestors`.
pub fn policy(html: &str, base: Base) -> String {
    let hashed = |text: &str| format!(" 'sha256-{}'", hash(text));
    let scripts: String = inline_scripts(html).map(hashed).collect();
    let style = style(html).map(hashed).unwrap_or_default();
    let base = match base {
        Base::None => "'none'",
        Base::Own => "'self'",
    };
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{style}; img-src 'self' data: blob:; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'none'; base-uri {base}\">"
    )
}

/// The texts of the scripts that stand in the page and are run.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let data = attributes.contains("application/");
        rest.split_once("</script>").map(|(script, _)| script).filter(|_| !data && !attributes.contains("src="))
    })
}

/// SHA-256 in base64.
pub fn hash(text: &str) -> String {
    base64(&Sha256::digest(text.as_bytes()))
}

/// Bytes as letters, with the padding that browsers want.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, scripts: &[&str]) {
        assert_eq!(inline_scripts(html).collect::<Vec<_>>(), scripts);
    }

    #[test]
    fn only_what_runs_is_hashed() {
        check("<script>a</script><p><script type=\"module\">\nb\n</script>", &["a", "\nb\n"]);
        check("<script type=\"application/ld+json\">{}</script><script src=\"x.js\"></script>", &[]);
    }

    #[test]
    fn the_hash_is_the_one_that_browsers_work_out() {
        // The example of the specification of Content Security Policy, level 3.
        assert_eq!(hash("alert('Hello, world.');"), "qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    #[test]
    fn nothing_unsafe_is_allowed() {
        let policy = policy("<style>p {}</style><script>a</script>", Base::None);
        let style = format!("style-src 'self' 'sha256-{}';", hash("p {}"));
        assert!(
            policy.contains(&style) && policy.contains(&hash("a")) && policy.contains("base-uri 'none'"),
            "{policy}"
        );
        assert!(!policy.contains("'unsafe-"), "{policy}");
    }
}
