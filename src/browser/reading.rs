use super::focus::focus_on;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What takes the keyboard, in the order of the page.
const STOPS: &str = "a, button, input, select, summary, [tabindex]";

/// Where a reader is on a page: what has the keyboard, what stands open, what is at the top.
pub(super) struct Reading {
    focus: Option<Stop>,
    open: Vec<String>,
    top: Option<(String, f64)>,
}

/// A place of the keyboard: an element's id, or else its name and its number among those that
/// are named alike. The program adds stops of its own, so a number on the page would not do.
struct Stop {
    id: String,
    /// Nothing where there is an id: that may be a part with all that is in it.
    text: Option<String>,
    number: usize,
}

impl Reading {
    /// Where the reader is on this page.
    pub fn of(page: &Element) -> Reading {
        let active = document().active_element();
        let focus = active.filter(|active| page.contains(Some(active))).map(|active| {
            let id = active.id();
            let text = if id.is_empty() { active.text_content() } else { None };
            let number = named(page, &text).iter().position(|stop| active.is_same_node(Some(stop)));
            Stop { id, text, number: number.unwrap_or(usize::MAX) }
        });
        let open = all(page, "details[open][id]").iter().map(Element::id).collect();
        // At the top of the page nothing is to be held in its place.
        let scrolled = window().scroll_y().unwrap_or_default() > 0.0;
        Reading { focus, open, top: if scrolled { at_top(page) } else { None } }
    }

    /// Brings the reader back there, on a page with the same ids and names; what is missing is passed over.
    pub fn restore(self, page: &Element) {
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

    /// What stands open and what has the keyboard, as text; how far down the page is kept by itself.
    pub fn kept(page: &Element) -> String {
        let Reading { focus, open, .. } = Reading::of(page);
        let stop = focus.map(|Stop { id, number, text }| format!("{id}\n{number}\n{}", text.unwrap_or_default()));
        format!("{}\n{}", open.join(" "), stop.unwrap_or_default())
    }

    /// Undoes [`Reading::kept`].
    pub fn of_kept(text: &str) -> Reading {
        let mut lines = text.splitn(4, '\n');
        let mut next = || lines.next().unwrap_or_default().to_owned();
        let open = next().split_whitespace().map(str::to_owned).collect();
        let (id, number, text) = (next(), next().parse().ok(), next());
        Reading { focus: number.map(|number| Stop { id, text: Some(text), number }), open, top: None }
    }

    /// Whether something stands open, so that the page will be longer.
    pub fn is_open(&self) -> bool {
        !self.open.is_empty()
    }
}

impl Stop {
    /// Gives the keyboard to what has this place on the new page.
    #[inline(never)]
    fn take(self, page: &Element) {
        let numbered = || named(page, &self.text).into_iter().nth(self.number);
        let found = if self.id.is_empty() { numbered() } else { document().get_element_by_id(&self.id) };
        if let Some(found) = found {
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

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// All of a page that a selector names, in order.
pub(super) fn all(page: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = page.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|number| found.item(number)?.dyn_into().ok()).collect()
}
