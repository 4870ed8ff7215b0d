use leptos::html::Tbody;
use leptos::prelude::*;
use web_sys::Element;

/// A cell of a table whose content is new.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub row: u32,
    pub column: u32,
    /// What is read in it.
    pub text: String,
    /// The number that the text stands for, where the cell has a `<data>` for one.
    pub value: Option<f64>,
}

/// Changes cells, in the order of their rows: less work than to write the rows anew.
pub fn change_cells(body: NodeRef<Tbody>, cells: &[Cell]) {
    let Some(rows) = body.get_untracked().map(|body| body.children()) else { return };
    for cell in cells {
        let place = rows.item(cell.row).and_then(|row| row.children().item(cell.column));
        if let Some(place) = place {
            change(&place, cell);
        }
    }
}

fn change(place: &Element, cell: &Cell) {
    let number = cell.value.zip(place.first_element_child());
    let number = number.map(|(value, data)| {
        let raw = value.to_string();
        for name in ["value", "data-value"] {
            // A plain attribute takes any value.
            data.set_attribute(name, &raw).ok();
        }
        data
    });
    number.as_ref().unwrap_or(place).set_text_content(Some(&cell.text));
}

/// Puts other rows into the body of a table.
pub fn set_rows(body: NodeRef<Tbody>, html: &str) {
    if let Some(body) = body.get_untracked() {
        body.set_inner_html(html);
    }
}
