use bagyt::locale::Lang;
use bagyt::route::{Place, Route};

/// Where the bundle will be published: `https://host/folder`, without a slash at the end.
pub struct SiteUrl(String);

impl SiteUrl {
    /// Reads what the publisher gave; a sentence on what is wrong with it.
    pub fn parse(text: &str) -> Result<SiteUrl, String> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split('/').next()).filter(|host| !host.is_empty());
        let plain = |c: char| c.is_ascii_graphic() && !"\"'<>&?#".contains(c);
        match host {
            Some(_) if text.chars().all(plain) => Ok(SiteUrl(text.trim_end_matches('/').to_owned())),
            _ => Err(format!("the site's URL must be like https://host/folder/, not `{text}`")),
        }
    }

    /// The whole address of a file or folder of the bundle.
    pub fn of(&self, path: &str) -> String {
        format!("{}/{path}", self.0)
    }

    /// The path of the bundle's folder on its host, with slashes at both ends.
    pub fn folder(&self) -> String {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        rest.split_once('/').map_or_else(|| "/".to_owned(), |(_, path)| format!("/{path}/"))
    }

    /// A page in all languages, by the codes of `hreflang`. Readers of another language are sent
    /// to where theirs is chosen, and of pages without such a place to the default language.
    pub fn alternatives(&self, route: &Route, default: Lang) -> Vec<(&'static str, String)> {
        let of = |lang| self.of(&Place::new(lang, route.clone()).path());
        let other = if *route == Route::Overview { self.of("") } else { of(default) };
        Lang::ALL.map(|lang| (lang.code(), of(lang))).into_iter().chain([("x-default", other)]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, &str)>) {
        let url = SiteUrl::parse(text).ok();
        let found = url.map(|url| (url.of("kk/"), url.folder()));
        assert_eq!(found, expected.map(|(page, folder)| (page.to_owned(), folder.to_owned())), "{text}");
    }

    #[test]
    fn addresses() {
        check("https://example.org", Some(("https://example.org/kk/", "/")));
        check("https://example.org/a/b/", Some(("https://example.org/a/b/kk/", "/a/b/")));
        check("example.org/a", None);
        check("https://", None);
        check("https://example.org/\"", None);
    }
}
