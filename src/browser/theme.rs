use super::storage::{keep, recall};
use crate::chart::Theme;
use leptos::prelude::{document, window};

const KEY: &str = "bagyt-theme";

/// The theme that the reader chose before, else the one that the system asks for.
pub fn wanted_theme() -> Theme {
    match recall(KEY).as_deref() {
        Some("dark") => Theme::Dark,
        Some("light") => Theme::Light,
        _ => {
            let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
            if query.is_some_and(|query| query.matches()) { Theme::Dark } else { Theme::Light }
        }
    }
}

/// The theme that the page has on a screen.
#[inline(never)]
pub fn shown_theme() -> Theme {
    let shown = document().document_element().and_then(|root| root.get_attribute("data-theme"));
    if shown.as_deref() == Some(name(Theme::Dark)) { Theme::Dark } else { Theme::Light }
}

/// Puts the theme on the page.
pub fn switch_theme(theme: Theme) {
    if let Some(root) = document().document_element() {
        root.set_attribute("data-theme", name(theme)).ok();
    }
}

/// Keeps the choice for the next visit, where the browser allows it.
pub fn remember_theme(theme: Theme) {
    keep(KEY, name(theme));
}

fn name(theme: Theme) -> &'static str {
    match theme {
        Theme::Light | Theme::Print => "light",
        Theme::Dark => "dark",
    }
}
