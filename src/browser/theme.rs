use super::storage::{keep, recall};
use crate::chart::Theme;
use leptos::prelude::{document, window};
use std::cell::Cell;

const KEY: &str = "bagyt-theme";

thread_local! {
    /// What the reader chose on this visit: the browser may refuse to keep it.
    static CHOSEN: Cell<Option<Theme>> = const { Cell::new(None) };
}

/// The theme that the reader chose, now or before, else the one that the system asks for.
pub fn wanted_theme() -> Theme {
    let kept = || match recall(KEY)?.as_str() {
        "dark" => Some(Theme::Dark),
        "light" => Some(Theme::Light),
        _ => None,
    };
    CHOSEN.get().or_else(kept).unwrap_or_else(|| {
        let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
        if query.is_some_and(|query| query.matches()) { Theme::Dark } else { Theme::Light }
    })
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

/// Keeps the choice for this visit, and for the next where the browser allows it.
pub fn remember_theme(theme: Theme) {
    CHOSEN.set(Some(theme));
    keep(KEY, name(theme));
}

fn name(theme: Theme) -> &'static str {
    match theme {
        Theme::Light | Theme::Print => "light",
        Theme::Dark => "dark",
    }
}
