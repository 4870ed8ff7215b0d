use super::choices::{self, Choice};
use super::reading::{Reading, all};
use super::turns::next_task;
use super::window::told;
use super::{scroll, window};
use crate::app::App;
use crate::route::Place;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlAnchorElement, HtmlElement};

/// Microtasks to wait for charts at most; they need a handful.
const TURNS: usize = 1000;

/// What the reader did on the page that was there, up to its last moment.
pub(super) struct Left {
    pub choices: Vec<Choice>,
    /// How far down it was.
    pub height: f64,
}

/// Puts a view in the place of the page that is there. It is made and drawn out of sight, in tasks between which
/// the browser answers; then they change places at once, so that no frame shows anything between.
///
/// `app` is that of a page with charts, which counts as undrawn until it has its place. `still` names what the
/// view leaves out because it is there already, and will be carried over.
pub(super) async fn take_over(view: Box<dyn FnOnce() -> AnyView>, app: Option<App>, still: &[String]) -> Left {
    let element = document().create_element("div").ok().and_then(|e| e.dyn_into::<HtmlElement>().ok());
    let (Some(new), Some(body)) = (element, document().body()) else { return Left::of(None) };
    let old = document().get_element_by_id("app");
    leptos::mount::mount_to(new.clone(), view).forget();
    if !all(&new, ".chart .plot").iter().all(|plot| window::width_of(plot) > 0) {
        // As wide as the window, whatever becomes of that.
        new.style().set_css_text("position:absolute;visibility:hidden;overflow:hidden;height:0;left:0;right:0");
        body.append_child(&new).ok();
    }
    if let Some(app) = app {
        next_task().await;
        app.redraw();
        drawn(app).await;
    }
    let left = Left::of(old.as_ref());
    let reading = old.as_ref().map(Reading::of);
    new.remove_attribute("style").ok();
    new.set_id("app");
    // What the address asks for is there, or told why it is not: nothing is faint or hidden for it any more.
    if let Some(page) = document().document_element() {
        page.remove_attribute("data-query").ok();
    }
    if let Some(old) = old {
        carry_over(&old, &new, still);
        old.replace_with_with_node_1(&new).ok();
    }
    if let Some(reading) = reading {
        reading.restore(&new);
    }
    if let Some(app) = app {
        app.undrawn.update(|n| *n = n.saturating_sub(1));
    }
    left
}

impl Left {
    fn of(page: Option<&Element>) -> Left {
        Left { choices: page.map_or(Vec::new(), choices::take), height: scroll::height() }
    }
}

/// Waits until all charts of the page are drawn.
async fn drawn(app: App) {
    for _ in 0..TURNS {
        if app.undrawn.get_untracked() <= 1 {
            break;
        }
        JsFuture::from(js_sys::Promise::resolve(&wasm_bindgen::JsValue::UNDEFINED)).await.ok();
    }
}

/// What stands still in the page that is there, if that is the one of this place and snapshot. What a
/// reader has opened is in use.
pub(super) fn still_parts(place: &Place, digest: Option<&str>) -> Vec<String> {
    let page = document().get_element_by_id("app");
    let same = |page: &Element| {
        let shown = page.query_selector("#main").ok().flatten().and_then(|main| main.get_attribute(PLACE));
        shown == Some(place.path()) && told("snapshot").is_some_and(|made_of| digest == Some(&made_of))
    };
    let page = page.filter(same);
    page.map_or(Vec::new(), |page| {
        all(&page, &format!("[{STILL}]:not(details[open] *)")).iter().filter_map(name_of).collect()
    })
}

/// Moves what stands still from the old page into the new one, element by element, with whole
/// addresses as the program writes them.
fn carry_over(old: &Element, new: &Element, still: &[String]) {
    let from = all(old, &format!("[{STILL}]"));
    for part in all(new, &format!("[{STILL}]")) {
        let name = name_of(&part).filter(|name| still.contains(name));
        let there = name.and_then(|name| from.iter().find(|there| name_of(there).as_ref() == Some(&name)));
        while let Some(content) = there.and_then(|there| there.first_child()) {
            part.append_child(&content).ok();
        }
        // The address may change before the page does, and for good where the program then fails.
        for link in all(&part, "a[href^='.']") {
            link.set_attribute("href", &link.unchecked_ref::<HtmlAnchorElement>().href()).ok();
        }
    }
}

/// How a page tells which it is, and what in it stands still (`parts::still`).
const PLACE: &str = "data-place";
const STILL: &str = "data-still";

fn name_of(part: &Element) -> Option<String> {
    part.get_attribute(STILL)
}
