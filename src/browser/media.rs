use super::window::is_another_window;
use super::{shown_theme, switch_theme, wanted_theme};
use crate::app::App;
use crate::chart::Theme;
use leptos::prelude::{GetUntracked, GetValue, Set, window, window_event_listener_untyped};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::MediaQueryList;

/// Follows whatever a drawing on a canvas does not follow by itself: the size of the window, the
/// pixel ratio (zoom, another screen), the system's theme, forced colours, printing.
pub(super) fn watch(app: App) {
    let resized = move |_| {
        if let Some(settled) = app.settled.get_value()
            && settled.try_get_untracked() == Some(true)
            && is_another_window()
        {
            settled.try_set(false);
        }
        app.redraw();
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
        app.redraw();
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

/// A query for today's pixel ratio changes once, when the ratio does; then the next is asked.
fn watch_ratio(app: App) {
    let ratio = window().device_pixel_ratio();
    let Some(list) = query(&format!("(resolution: {ratio}dppx)")) else { return };
    let changed = Closure::once_into_js(move |_: web_sys::Event| {
        app.redraw();
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
