use crate::chart::{Colour, Palette, Theme};
use leptos::prelude::{document, window};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The colours that charts are drawn in now: those of the theme, or those that the reader forces.
pub fn palette(theme: Theme) -> Palette {
    let forced = if theme == Theme::Print || !are_forced() { None } else { forced() };
    forced.unwrap_or(*Palette::of(theme))
}

#[inline(never)]
fn forced() -> Option<Palette> {
    let [text, canvas, gray, link] = ["CanvasText", "Canvas", "GrayText", "LinkText"].map(system_colour);
    Some(Palette::forced(text?, canvas?, gray?, link?))
}

thread_local! {
    /// Whether the reader forces colours; to ask the browser is to have it work out all styles.
    static FORCED: Cell<Option<bool>> = const { Cell::new(None) };
}

fn are_forced() -> bool {
    let ask = || window().match_media("(forced-colors: active)").ok().flatten().is_some_and(|query| query.matches());
    let forced = FORCED.get().unwrap_or_else(ask);
    FORCED.set(Some(forced));
    forced
}

/// The reader has changed whether colours are forced.
#[cfg(target_family = "wasm")]
pub(super) fn ask_again() {
    FORCED.set(None);
}

/// What the browser makes of the name of a system colour.
fn system_colour(name: &str) -> Option<Colour> {
    let probe = document().create_element("span").ok()?.dyn_into::<HtmlElement>().ok()?;
    probe.style().set_property("color", name).ok()?;
    document().body()?.append_child(&probe).ok()?;
    let colour = window().get_computed_style(&probe).ok().flatten()?.get_property_value("color").ok();
    probe.remove();
    let colour = colour?;
    let mut channels = colour.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok());
    Some((channels.next()?, channels.next()?, channels.next()?))
}
