//! The only door to the browser: fetch, history, canvas, download, storage, focus.
//!
//! It compiles natively too, where pages are rendered to text and none of it runs.

mod canvas;
mod clipboard;
mod colours;
mod download;
#[cfg(target_family = "wasm")]
mod fetch;
mod focus;
mod history;
#[cfg(target_family = "wasm")]
mod links;
#[cfg(target_family = "wasm")]
mod media;
#[cfg(target_family = "wasm")]
mod start;
mod theme;
mod window;

pub use canvas::{draw, pixel_ratio, png};
pub use clipboard::{copy, today};
pub use colours::palette;
pub use download::{save, save_url};
pub use focus::{announce, focus, focus_heading};
pub use history::{Entry, go};
#[cfg(target_family = "wasm")]
pub use start::start;
pub use theme::{remember_theme, switch_theme, wanted_theme};
pub use window::{link_to, print, reload, set_document, set_state, wait_for_layout};
