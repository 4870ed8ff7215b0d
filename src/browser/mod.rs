//! The only door to the browser: fetch, history, canvas, download, storage, focus.
//!
//! It compiles natively too, where pages are rendered to text and none of it runs.

mod boxes;
#[cfg(target_family = "wasm")]
mod breath;
mod canvas;
mod cells;
#[cfg(target_family = "wasm")]
mod choices;
mod clipboard;
mod colours;
mod download;
#[cfg(target_family = "wasm")]
mod fetch;
mod fingerprint;
mod focus;
mod history;
#[cfg(target_family = "wasm")]
mod links;
mod list;
#[cfg(target_family = "wasm")]
mod media;
#[cfg(target_family = "wasm")]
mod pen;
#[cfg_attr(not(target_family = "wasm"), expect(dead_code, reason = "used by what is left out natively"))]
mod reading;
#[cfg_attr(not(target_family = "wasm"), expect(dead_code, reason = "used by what is left out natively"))]
mod scroll;
#[cfg(target_family = "wasm")]
mod start;
#[cfg_attr(not(target_family = "wasm"), expect(dead_code, reason = "used by what is left out natively"))]
mod storage;
#[cfg(target_family = "wasm")]
mod take_over;
mod theme;
mod turns;
mod window;
#[cfg_attr(not(target_family = "wasm"), expect(dead_code, reason = "used by what is left out natively"))]
mod worker;

pub use boxes::{Shown, change_boxes, show_typed, typed_into};
pub use canvas::{draw, pixel_ratio, png};
pub use cells::{Cell, change_cells, set_rows};
pub use clipboard::{copy, today};
pub use colours::palette;
pub use download::{save, save_url};
pub use fingerprint::fingerprint;
pub use focus::{announce, focus, focus_on_record, once_shown, show_part};
pub use history::{Entry, go};
pub use list::{list_length, list_top, list_view, scroll_list};
pub use scroll::{
    begin_preview, close_row, end_preview, open_row, remember_row, remember_within, remembered_row, remembered_within,
};
#[cfg(target_family = "wasm")]
pub use start::start;
pub use theme::{remember_theme, shown_theme, switch_theme, wanted_theme};
pub use turns::{Next, after_frame, in_turns, watch_view};
pub use window::{
    after_changes, box_changed, carried_snapshot, here, hold_pointer, id_around, is_open, is_shortcut,
    is_text_selected, keep_size, once_pressed_elsewhere, print, seen_from, set_document, set_state, show_value,
    value_around, wait_for_layout, width_of,
};
pub use worker::take_new_version;

use focus::{enter_page, once_drawn};
#[cfg(target_family = "wasm")]
use storage::preferred_language;
use window::{reload, told};
