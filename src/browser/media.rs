use super::{shown_theme, switch_theme, wanted_theme};
use crate::app::App;
use crate::chart::Theme;
use leptos::prelude::{GetUntracked, GetValue, Set, Update, document, window, window_event_listener_untyped};
use std::cell::Cell;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::MediaQueryList;

/// Follows whatever a drawing on a canvas does not follow by itself: the size of the window, the
/// pixel ratio (zoom, another screen), the system's theme, forced colours, printing.
pub(super) fn watch(app: App) {
    let redraw = move || app.viewport.update(|n| *n = n.wrapping_add(1));
    let size = Cell::new((0, 0));
    let resized = move |_| {
        let now = window_size();
        if !is_bar(size.replace(now), now)
            && let Some(settled) = app.settled.get_value()
        {
            settled.try_set(false);
        }
        redraw();
    };
    let listeners = [
        window_event_listener_untyped("resize", resized),
        window_event_listener_untyped("beforeprint", move |_| app.theme.set(Theme::Print)),
        window_event_listener_untyped("afterprint", move |_| app.theme.set(shown_theme())),
    ];
    // They live as long as the page.
    std::mem::forget(listeners);
    on_change("(forced-colors: active)", move |_| {
        super::colours::ask_again();
        redraw();
    });
    on_change("(prefers-color-scheme: dark)", move |_| {
        let theme = wanted_theme();
        if app.theme.get_untracked() != Theme::Print {
            switch_theme(theme);
            app.theme.set(theme);
        }
    });
    watch_ratio(app);
}

/// How wide and how tall the window is, in CSS pixels.
fn window_size() -> (i32, i32) {
    document().document_element().map_or((0, 0), |page| (page.client_width(), page.client_height()))
}

/// Whether a window of another size is one in which an address bar came or went: a little taller or less so. Who
/// takes a picture of the whole page makes the window taller for a moment, of which it tells no size.
fn is_bar(before: (i32, i32), now: (i32, i32)) -> bool {
    before.0 == now.0 && (1..before.1 / 4).contains(&before.1.abs_diff(now.1).cast_signed())
}

/// A query for today's pixel ratio changes once, when the ratio does; then the next is asked.
fn watch_ratio(app: App) {
    let ratio = window().device_pixel_ratio();
    let Some(list) = query(&format!("(resolution: {ratio}dppx)")) else { return };
    let changed = Closure::once_into_js(move |_: web_sys::Event| {
        app.viewport.update(|n| *n = n.wrapping_add(1));
        watch_ratio(app);
    });
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    list.add_event_listener_with_callback_and_add_event_listener_options("change", changed.unchecked_ref(), &options)
        .ok();
}

fn on_change(text: &str, act: impl FnMut(web_sys::Event) + 'static) {
    let Some(list) = query(text) else { return };
    let act = Closure::<dyn FnMut(web_sys::Event)>::new(act);
    list.add_event_listener_with_callback("change", act.as_ref().unchecked_ref()).ok();
    act.forget();
}

fn query(text: &str) -> Option<MediaQueryList> {
    window().match_media(text).ok().flatten()
}
