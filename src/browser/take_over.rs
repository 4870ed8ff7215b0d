use super::focus::focus_on;
use super::window::{told, width_of};
use crate::route::Place;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlAnchorElement, HtmlElement};

/// Turns of the browser's loop of small tasks that charts may take. They take a handful.
const TURNS: usize = 1000;

/// What takes the keyboard, in the order of the page.
const STOPS: &str = "a, button, input, select, summary, [tabindex]";

/// Puts a view in the place of the page that is there, in one task, so that no frame shows
/// anything between. `undrawn` counts what is yet to be drawn of it, with one for this change.
/// `still` names what the view leaves out because it is there already, and will be carried over.
pub(super) async fn take_over(view: Box<dyn FnOnce() -> AnyView>, undrawn: RwSignal<usize>, still: &[String]) {
    let element = document().create_element("div").ok().and_then(|e| e.dyn_into::<HtmlElement>().ok());
    let (Some(new), Some(body)) = (element, document().body()) else { return };
    let old = document().get_element_by_id("app");
    // Asked first, while the page is laid out: each such question after a change lays it out anew.
    let width = old.as_ref().map_or(f64::from(body.client_width()), |old| old.get_bounding_client_rect().width());
    let reading = old.as_ref().map(Reading::of);
    leptos::mount::mount_to(new.clone(), view).forget();
    if !all(&new, ".chart .plot").iter().all(|plot| width_of(plot) > 0) {
        let hidden = format!("position:absolute;visibility:hidden;overflow:hidden;height:0;width:{width}px");
        new.style().set_css_text(&hidden);
        body.append_child(&new).ok();
    }
    for _ in 0..TURNS {
        if undrawn.get_untracked() <= 1 {
            break;
        }
        JsFuture::from(js_sys::Promise::resolve(&wasm_bindgen::JsValue::UNDEFINED)).await.ok();
    }
    new.remove_attribute("style").ok();
    new.set_id("app");
    if let Some(old) = old {
        carry_over(&old, &new, still);
        old.replace_with_with_node_1(&new).ok();
    }
    if let Some(reading) = reading {
        reading.restore(&new);
    }
    undrawn.update(|n| *n = n.saturating_sub(1));
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

/// Where a reader is on a page: what has the keyboard, what stands open, what is at the top.
struct Reading {
    focus: Option<Stop>,
    open: Vec<String>,
    top: Option<(String, f64)>,
}

/// A place of the keyboard: an element's id, or else its name and its number among those that
/// are named alike. The program adds stops of its own, so a number on the page would not do.
struct Stop {
    id: String,
    text: Option<String>,
    number: usize,
}

impl Reading {
    fn of(page: &Element) -> Reading {
        let active = document().active_element();
        let focus = active.filter(|active| page.contains(Some(active))).map(|active| {
            let text = active.text_content();
            let number = named(page, &text).iter().position(|stop| active.is_same_node(Some(stop)));
            Stop { id: active.id(), text, number: number.unwrap_or(usize::MAX) }
        });
        let open = all(page, "details[open][id]").iter().map(Element::id).collect();
        // At the top of the page nothing is to be held in its place.
        let scrolled = window().scroll_y().unwrap_or_default() > 0.0;
        Reading { focus, open, top: if scrolled { at_top(page) } else { None } }
    }

    fn restore(self, page: &Element) {
        for id in &self.open {
            if let Some(details) = document().get_element_by_id(id) {
                details.set_attribute("open", "").ok();
            }
        }
        if let Some((element, before)) = self.top.and_then(|(id, at)| Some((document().get_element_by_id(&id)?, at))) {
            window().scroll_by_with_x_and_y(0.0, top(&element) - before);
        }
        if let Some(stop) = self.focus {
            stop.take(page);
        }
    }
}

impl Stop {
    /// Gives the keyboard to what has this place on the new page.
    #[inline(never)]
    fn take(self, page: &Element) {
        let numbered = || named(page, &self.text).into_iter().nth(self.number);
        if let Some(found) = document().get_element_by_id(&self.id).or_else(numbered) {
            focus_on(&found.unchecked_into());
        }
    }
}

/// The named element that is nearest to the top of what is seen, and how far below it.
#[inline(never)]
fn at_top(page: &Element) -> Option<(String, f64)> {
    let tops = all(page, "[id]").into_iter().map(|element| (element.id(), top(&element)));
    tops.min_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))
}

/// The stops of the keyboard that have that text.
fn named(page: &Element, text: &Option<String>) -> Vec<Element> {
    all(page, STOPS).into_iter().filter(|stop| stop.text_content() == *text).collect()
}

fn all(page: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = page.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|number| found.item(number)?.dyn_into().ok()).collect()
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}
