use leptos::html::ElementType;
use leptos::prelude::*;
use std::pin::Pin;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, MessageChannel};

/// Milliseconds of work between two frames: the frame itself wants the rest.
const SLICE: f64 = 8.0;

/// How far outside of the window counts as in view, so that readers who scroll find it drawn.
const MARGIN: &str = "300px 0px";

/// How work goes on after one of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// With the next part, in this frame if there is time.
    Part,
    /// When the browser has shown what is there.
    Frame,
    /// Not at all: nothing is left to do.
    Done,
}

/// Does work in parts, from the next frame on, and never so much at once that a frame is late.
pub fn in_turns(part: impl FnMut() -> Next + 'static) {
    do_in_turns(Box::new(part));
}

/// The same, compiled once.
#[inline(never)]
fn do_in_turns(mut part: Box<dyn FnMut() -> Next>) {
    leptos::task::spawn_local(async move {
        next_frame().await;
        let mut since = js_sys::Date::now();
        loop {
            match part() {
                Next::Done => return,
                Next::Part if js_sys::Date::now() - since < SLICE => {
                    // Views follow in small tasks of their own, whose time counts.
                    JsFuture::from(js_sys::Promise::resolve(&JsValue::UNDEFINED)).await.ok();
                }
                Next::Part => {
                    next_task().await;
                    since = js_sys::Date::now();
                }
                Next::Frame => {
                    next_frame().await;
                    since = js_sys::Date::now();
                }
            }
        }
    });
}

/// Runs something when a frame with all that has changed is on its way to the screen.
#[inline(never)]
pub fn after_frame(then: impl FnOnce() + 'static) {
    leptos::task::spawn_local(async move {
        next_frame().await;
        then();
    });
}

/// Waits until a frame with all that has changed is on its way to the screen.
async fn next_frame() {
    let frame = js_sys::Promise::new(&mut |next, _| {
        window().request_animation_frame(&next).ok();
    });
    JsFuture::from(frame).await.ok();
    next_task().await;
}

/// Lets the browser do what waits to be done; a timer would wait four milliseconds each time. In a box, it is
/// compiled once and not into each work that waits.
#[inline(never)]
pub(super) fn next_task() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async {
        let Ok(channel) = MessageChannel::new() else { return };
        let turn = js_sys::Promise::new(&mut |next, _| {
            channel.port1().set_onmessage(Some(&next));
            channel.port2().post_message(&JsValue::NULL).ok();
        });
        JsFuture::from(turn).await.ok();
        channel.port1().close();
    })
}

/// Keeps a signal at whether an element is in view or nearly so, for as long as its view lives.
pub fn watch_view<E>(element: NodeRef<E>, near: RwSignal<bool>)
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + AsRef<Element> + 'static,
{
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            observe(element.as_ref(), near);
        }
    });
}

fn observe(element: &Element, near: RwSignal<bool>) {
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let is_near = entries.pop().unchecked_into::<IntersectionObserverEntry>().is_intersecting();
        if near.try_get_untracked() == Some(!is_near) {
            near.set(is_near);
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    // Where a browser has none of these, everything counts as in view.
    let made = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options);
    let Ok(observer) = made else { return };
    observer.observe(element);
    let kept = StoredValue::new_local((observer, seen));
    on_cleanup(move || _ = kept.try_with_value(|(observer, _)| observer.disconnect()));
}
