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
