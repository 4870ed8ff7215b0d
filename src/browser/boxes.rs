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
    /// What stands after its name, where that is new.
    pub count: Option<String>,
}

/// Tells the boxes in an element, in their order, what they are to show. Those at the end that are not there
/// yet will be made as they should be.
pub fn change_boxes(boxes: NodeRef<Div>, shown: impl Iterator<Item = Shown>) {
    let Some(boxes) = boxes.get_untracked() else { return };
    let labels = boxes.get_elements_by_class_name("choice");
    for (at, shown) in (0..).zip(shown) {
        let Some(label) = labels.item(at) else { return };
        change(&label, shown);
    }
}

fn change(label: &Element, shown: Shown) {
    let Some(field) = label.first_element_child() else { return };
    let field: HtmlInputElement = field.unchecked_into();
    // A box that a reader ticks shows it by itself, whatever becomes of the choice.
    if field.checked() != shown.ticked {
        field.set_checked(shown.ticked);
    }
    if field.disabled() != shown.off {
        field.set_disabled(shown.off);
        label.set_class_name(if shown.off { "choice off" } else { "choice" });
    }
    if let Some((count, words)) = label.last_element_child().zip(shown.count) {
        count.set_text_content(Some(&words));
    }
}
