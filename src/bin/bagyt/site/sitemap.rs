use super::Bundle;
use super::address::SiteUrl;
use bagyt::parts::escaped;

/// The sitemap's file.
pub const NAME: &str = "sitemap.xml";

/// Every page in every language, each with the others (sitemaps.org, and Google's alternatives).
pub fn sitemap(bundle: &Bundle, url: &SiteUrl) -> String {
    let changed = bundle.site.snapshot.snapshot.created;
    let entries = bundle.places().map(|place| {
        let others = url.alternatives(&place.route, bundle.default_language());
        let others = others.iter().map(|(code, address)| {
            format!("<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{}\"/>", escaped(address))
        });
        let address = escaped(&url.of(&place.path()));
        format!("<url><loc>{address}</loc><lastmod>{changed}</lastmod>{}</url>\n", others.collect::<String>())
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{}</urlset>\n",
        entries.collect::<String>()
    )
}

/// The addresses that a sitemap lists.
pub fn listed(sitemap: &str) -> Vec<&str> {
    sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next()).collect()
}

/// Everyone may read everything; where the sitemap is, when its address is known.
pub fn robots(url: Option<&SiteUrl>) -> String {
    let map = url.map(|url| format!("Sitemap: {}\n", url.of(NAME))).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{map}")
}
