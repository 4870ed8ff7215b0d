use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// What a box with its label shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub ticked: bool,
    /// Whether it cannot be ticked.
    pub off: bool,
    /// What stands after its name.
    pub count: String,
}

/// Changes some of the boxes in an element, each told by its number. Those at the end that are not there yet
/// will be made as they should be.
pub fn change_boxes(boxes: NodeRef<Div>, changed: impl Iterator<Item = (usize, Shown)>) {
    let Some(boxes) = boxes.get_untracked() else { return };
    let labels = boxes.get_elements_by_class_name("choice");
    for (at, shown) in changed {
        let Some(label) = labels.item(at as u32) else { return };
        change(&label, &shown);
    }
}

fn change(label: &Element, shown: &Shown) {
    if let Some(field) = label.first_element_child().and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_checked(shown.ticked);
        if field.disabled() != shown.off {
            field.set_disabled(shown.off);
            label.set_class_name(if shown.off { "choice off" } else { "choice" });
        }
    }
    if let Some(count) = label.last_element_child() {
        count.set_text_content(Some(&shown.count));
    }
}
