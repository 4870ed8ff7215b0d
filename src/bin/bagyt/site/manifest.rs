use bagyt::chart::{Palette, Theme};
use bagyt::site::Site;
use serde_json::json;

/// The web app manifest, in the snapshot's default language. All addresses are relative to it.
pub fn manifest(site: &Site) -> String {
    let snapshot = &site.snapshot;
    let lang = snapshot.snapshot.default_language;
    let paper = colour(Theme::Light, "paper");
    let icon = |file: &str, sizes: &str, purpose: &str| {
        let kind = if file.ends_with("svg") { "image/svg+xml" } else { "image/png" };
        json!({ "src": file, "sizes": sizes, "type": kind, "purpose": purpose })
    };
    let manifest = json!({
        "name": snapshot.project.title.plain(lang),
        "short_name": lang.site_name(),
        "description": snapshot.project.summary.plain(lang),
        "lang": lang.code(),
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "icons": [
            icon("icon.svg", "any", "any"),
            icon("icons/icon-192.png", "192x192", "any"),
            icon("icons/icon-512.png", "512x512", "any"),
            icon("icons/icon-maskable-512.png", "512x512", "maskable"),
        ],
    });
    format!("{manifest:#}\n")
}

/// A colour of the palette as the web spells it.
pub fn colour(theme: Theme, name: &str) -> String {
    let tokens = Palette::of(theme).tokens();
    let found = tokens.into_iter().find(|(token, _)| token == name);
    found.map(|(_, (r, g, b))| format!("#{r:02x}{g:02x}{b:02x}")).unwrap_or_default()
}
