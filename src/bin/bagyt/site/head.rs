use super::manifest::colour;
use super::{Bundle, picture};
use bagyt::chart::Theme;
use bagyt::locale::Lang;
use bagyt::parts::escaped;
use bagyt::route::{Place, Route};

/// What a page's head says beside title and description: to link previews (ogp.me, and the card
/// that X reads), to search engines, and to the browser.
pub fn head(bundle: &Bundle, place: &Place, root: &str, title: &str, description: &str) -> String {
    let mut head = Vec::new();
    for (theme, wish) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let paper = colour(theme, "paper");
        head.push(format!("<meta name=\"theme-color\" content=\"{paper}\" media=\"(prefers-color-scheme: {wish})\">"));
    }
    head.push(format!("<link rel=\"manifest\" href=\"{root}manifest.webmanifest\">"));
    let mut graph = |name: &str, content: &str| {
        head.push(format!("<meta property=\"og:{name}\" content=\"{}\">", escaped(content)));
    };
    graph("title", title);
    graph("description", description);
    graph("type", if place.route == Route::Overview { "website" } else { "article" });
    graph("site_name", place.lang.site_name());
    graph("locale", locale(place.lang));
    for lang in Lang::ALL.into_iter().filter(|lang| *lang != place.lang) {
        graph("locale:alternate", locale(lang));
    }
    // These two are absolute by definition.
    let (url, known) = (bundle.url.as_ref(), bundle.routes.contains(&place.route));
    if let Some(url) = url.filter(|_| known) {
        let (image, text) = picture::of(bundle, place);
        graph("url", &url.of(&place.path()));
        graph("image", &url.of(&image));
        graph("image:type", "image/png");
        graph("image:width", &picture::WIDTH.to_string());
        graph("image:height", &picture::HEIGHT.to_string());
        graph("image:alt", &text);
        head.push(format!("<link rel=\"canonical\" href=\"{}\">", url.of(&place.path())));
        for (code, address) in url.alternatives(&place.route, bundle.default_language()) {
            head.push(format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{address}\">"));
        }
    }
    let card = if url.is_some() && known { "summary_large_image" } else { "summary" };
    head.push(format!("<meta name=\"twitter:card\" content=\"{card}\">"));
    head.concat()
}

/// Language and territory, as Open Graph wants them.
const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => "kk_KZ",
        Lang::Ru => "ru_RU",
        Lang::En => "en_GB",
    }
}
