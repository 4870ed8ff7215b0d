use super::reading::all;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// A box that a reader ticked or emptied, words typed or a choice in a menu, on a page without its
/// program.
pub(super) struct Choice {
    name: String,
    value: String,
    /// Nothing where it is a field for words or a menu.
    ticked: Option<bool>,
    /// Where in the words the reader is, if they are there.
    caret: Option<u32>,
}

/// Takes back what differs on this page from the page as its file has it, and says what that was: the fields may be
/// used on.
pub(super) fn take(page: &Element) -> Vec<Choice> {
    let is_changed = |field: &HtmlInputElement| match field.type_().as_str() {
        "checkbox" => field.checked() != field.default_checked(),
        "select-one" => opening(field).is_some_and(|value| value != field.value()),
        _ => field.value() != field.default_value(),
    };
    fields(page).iter().filter(|field| is_changed(field)).map(Choice::take).collect()
}

/// Does the same on the program's page, as the reader would: the address and all else follow.
pub(super) fn make_again(choices: &[Choice]) {
    if let Some(page) = document().get_element_by_id("app") {
        choices.iter().for_each(|choice| choice.make_again(&page));
    }
}

impl Choice {
    #[inline(never)]
    fn take(field: &HtmlInputElement) -> Choice {
        let is_used = document().active_element().is_some_and(|active| active == ***field);
        let choice = Choice {
            name: field.name(),
            value: field.value(),
            ticked: is_box(field).then(|| field.checked()),
            caret: field.selection_start().ok().flatten().filter(|_| is_used),
        };
        if is_box(field) {
            field.set_checked(field.default_checked());
        } else {
            field.set_value(&opening(field).unwrap_or_else(|| field.default_value()));
        }
        choice
    }

    #[inline(never)]
    fn make_again(&self, page: &Element) {
        let is_it =
            |field: &HtmlInputElement| field.name() == self.name && (!is_box(field) || field.value() == self.value);
        let Some(field) = fields(page).into_iter().find(is_it) else { return };
        match self.ticked {
            Some(ticked) if ticked != field.checked() => field.click(),
            None if field.value() != self.value => {
                field.set_value(&self.value);
                if let Some(caret) = self.caret {
                    field.set_selection_range(caret, caret).ok();
                }
                // Words count as they are typed, numbers when they are done.
                for event in ["input", "change"].into_iter().filter_map(bubbling) {
                    field.dispatch_event(&event).ok();
                }
            }
            _ => {}
        }
    }
}

/// As the browser's own, it is heard by the elements around its field too.
fn bubbling(name: &str) -> Option<Event> {
    let event = document().create_event("Event").ok()?;
    event.init_event_with_bubbles(name, true);
    Some(event)
}

/// What a menu has in the page's file.
fn opening(menu: &HtmlInputElement) -> Option<String> {
    menu.query_selector("option[selected]").ok()??.get_attribute("value")
}

fn is_box(field: &HtmlInputElement) -> bool {
    field.type_() == "checkbox"
}

/// A menu has name, type, value and events as a field has, so that one type does for both.
fn fields(page: &Element) -> Vec<HtmlInputElement> {
    all(page, "form[data-filters] :is(input, select)").into_iter().map(JsCast::unchecked_into).collect()
}
