use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// What a box with its label shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub ticked: bool,
    /// Whether it cannot be ticked.
    pub off: bool,
    /// What stands after its name, where that is new.
    pub count: Option<String>,
}

/// Tells the boxes in an element, in their order, what they are to show. Boxes that are not made
/// yet are passed over: they are made with the right state.
pub fn change_boxes(boxes: NodeRef<Div>, shown: impl Iterator<Item = Shown>) {
    let Some(boxes) = boxes.get_untracked() else { return };
    let labels = boxes.get_elements_by_class_name("choice");
    for (at, shown) in (0..).zip(shown) {
        let Some(label) = labels.item(at) else { return };
        change(&label, shown);
    }
}

/// The position of the field that the event is about, and its text unless that is no number; none where the event
/// is about something else.
pub fn typed_into(event: &Event, place: NodeRef<Div>) -> Option<(u32, Option<String>)> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let at = (0..).zip(fields(place)?).find(|(_, one)| *one == field)?.0;
    // What is no number the field keeps to itself: it counts as empty.
    let typed = (!field.validity().bad_input()).then(|| field.value().trim().to_owned());
    Some((at, typed))
}

/// Tells the fields in an element, in their order, what they are to show, and what is to be said of them.
pub fn show_typed(place: NodeRef<Div>, values: [String; 2], words: &str) {
    let fields = fields(place).into_iter().flatten();
    fields.zip(values).for_each(|(field, value)| field.set_value(&value));
    let place = place.get_untracked().and_then(|place| place.last_element_child());
    if let Some(said) = place.filter(|said| said.text_content().as_deref() != Some(words)) {
        said.set_text_content(Some(words));
    }
}

fn fields(place: NodeRef<Div>) -> Option<impl Iterator<Item = HtmlInputElement>> {
    let found = place.get_untracked()?.get_elements_by_tag_name("input");
    Some((0..found.length()).filter_map(move |at| found.item(at)?.dyn_into().ok()))
}

fn change(label: &Element, shown: Shown) {
    let Some(field) = label.first_element_child() else { return };
    let field: HtmlInputElement = field.unchecked_into();
    // A box that a reader ticks shows it by itself, whatever becomes of the choice.
    if field.checked() != shown.ticked {
        field.set_checked(shown.ticked);
    }
    if field.disabled() != shown.off {
        // One that has the keyboard would lose it.
        let is_used = document().active_element().is_some_and(|active| active == **field);
        let off = shown.off && !is_used;
        field.set_disabled(off);
        label.set_class_name(if off { "choice off" } else { "choice" });
    }
    if let Some((count, words)) = label.last_element_child().zip(shown.count) {
        count.set_text_content(Some(&words));
    }
}
