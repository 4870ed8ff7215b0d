use crate::locale::Lang;
use leptos::prelude::{document, window};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Element, Event, EventTarget, HtmlInputElement, KeyboardEvent};

/// Says on the root element how far the page is: `loading`, `ready` or `error`.
pub fn set_state(state: &str) {
    if let Some(root) = document().document_element() {
        set(&root, "data-state", state);
    }
}

/// Sets an attribute that has another value: on the root even the same value may have browsers go
/// over the whole page again.
fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        // Setting a plain attribute cannot fail; there is nobody to tell if it did.
        element.set_attribute(name, value).ok();
    }
}

/// Sets the document's title and language: the one place that does.
pub fn set_document(title: &str, lang: Lang) {
    document().set_title(title);
    if let Some(root) = document().document_element() {
        set(&root, "lang", lang.code());
    }
}

thread_local! {
    /// The size of the window when that was last kept, in CSS pixels.
    static SIZE: Cell<(f64, f64)> = const { Cell::new((0.0, 0.0)) };
}

/// Keeps in mind which size the window has. On some phones the page is laid out for another height, which an address
/// bar leaves as it is.
pub fn keep_size() {
    let length = |of: Result<JsValue, JsValue>| of.ok().and_then(|length| length.as_f64()).unwrap_or_default();
    SIZE.set((length(window().inner_width()), length(window().inner_height())));
}

/// Whether the window was really resized. An address bar that comes or goes changes only the height, by less than a
/// quarter. Who takes a picture of the whole page makes the window taller for a moment, and tells no new size.
#[cfg(target_family = "wasm")]
pub(super) fn is_another_window() -> bool {
    let before = SIZE.get();
    keep_size();
    let (now, by) = (SIZE.get(), (SIZE.get().1 - before.1).abs());
    before.0 != now.0 || by == 0.0 || by >= before.1 / 4.0
}

/// Whether the details that an event has opened or closed are open.
pub fn is_open(event: &Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

/// Runs something when the next pointer is pressed, unless that is where the event is.
pub fn once_pressed_elsewhere(event: &Event, then: impl FnOnce() + 'static) {
    let here = event.target();
    let pressed = Closure::once_into_js(move |next: Event| {
        if next.target() != here {
            then();
        }
    });
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    // On its way up this very press would meet the listener.
    options.set_capture(true);
    let listen = EventTarget::add_event_listener_with_callback_and_add_event_listener_options;
    listen(&window(), "pointerdown", pressed.unchecked_ref(), &options).ok();
}

/// How wide the place of a chart is, in CSS pixels. A place that is not on the page yet will be as
/// wide as that of the same chart on the page that is there; 0 where that has none.
pub fn width_of(plot: &Element) -> i32 {
    if plot.is_connected() {
        return plot.client_width();
    }
    let chart = plot.closest("figure[id]").ok().flatten();
    let same = chart.and_then(|chart| document().get_element_by_id(&chart.id()));
    same.and_then(|chart| chart.query_selector(".plot").ok().flatten()).map_or(0, |plot| plot.client_width())
}

/// The id of the element of that kind in which something happened.
pub fn id_around(event: &Event, kind: &str) -> Option<String> {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.and_then(|target| target.closest(kind).ok().flatten()).map(|element| element.id())
}

/// The value of the first of these attributes that an element has in which something happened.
pub fn value_around(event: &Event, names: [&str; 2]) -> Option<String> {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok())?;
    let value = |name: &str| target.closest(&format!("[{name}]")).ok().flatten()?.get_attribute(name);
    names.into_iter().find_map(value)
}

/// Whether the reader has marked words of the page.
pub fn is_text_selected() -> bool {
    window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}

/// Whether a key is pressed with another that makes it the browser's own: with Alt an arrow goes back.
pub fn is_shortcut(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.alt_key() || event.meta_key()
}

/// The value of the box of that name that a reader ticked or emptied, if it was one.
pub fn box_changed(event: &Event, name: &str) -> Option<String> {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())?;
    (field.type_() == "checkbox" && field.name() == name).then(|| field.value())
}

/// Has the field that an event is about show this.
pub fn show_value(event: &Event, value: &str) {
    leptos::prelude::event_target::<HtmlInputElement>(event).set_value(value);
}

/// Runs something once the browser has laid the page out.
pub fn wait_for_layout(then: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(then);
}

/// Runs something in the same turn of the browser's loop, when all views have followed what changed.
pub fn after_changes(then: impl FnOnce() + 'static) {
    leptos::task::spawn_local(async move { then() });
}

/// Sends all that a pointer does, until it is let go, to the element that it was pressed on.
pub fn hold_pointer(event: &web_sys::PointerEvent) {
    if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
        // A pointer that is gone already has nothing to hold.
        element.set_pointer_capture(event.pointer_id()).ok();
    }
}

/// Loads the page anew.
pub(super) fn reload() {
    window().location().reload().ok();
}

/// Opens the browser's dialogue for printing the page.
pub fn print() {
    window().print().ok();
}

/// The whole address that the browser shows.
pub fn here() -> String {
    window().location().href().unwrap_or_default()
}

/// Resolves an address relative to a folder; none where that gives no address.
pub fn seen_from(folder: &str, address: &str) -> Option<String> {
    web_sys::Url::new_with_base(address, folder).ok().map(|url| url.href())
}

/// What the page says of itself on its root element, under `data-NAME`.
pub(super) fn told(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(&format!("data-{name}"))
}

/// The snapshot that a page carries in itself, where the whole site is one file.
pub fn carried_snapshot() -> Option<String> {
    document().get_element_by_id("snapshot-text")?.text_content()
}
