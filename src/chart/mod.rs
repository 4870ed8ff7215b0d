//! Series → scales, ticks, layout, marks, drawn on any plotters backend.
//!
//! [`layout`] turns a series into a [`Scene`] of marks in CSS pixels; [`paint`] draws a scene.
//! The same two draw the canvas in the browser and the SVG file, natively and for download.

mod describe;
mod forms;
mod frame;
mod measure;
mod paint;
mod palette;
mod scale;
mod scene;
mod stack;
mod svg;

pub use describe::{describe, mark_context, mark_text};
pub use frame::framed;
pub use measure::width as text_width;
pub use paint::{Brush, paint};
pub use palette::{Colour, Palette, Theme, Tone};
pub(crate) use scale::{Scale, ticks};
pub use scene::{Anchor, Fill, Hit, Label, Mark, Scene};
pub use svg::{svg, themed};

use crate::locale::Lang;
use crate::series::Series;

/// Lays a series out for a width in CSS pixels, of at least 200. The height follows from what is in it; it is 0
/// where there is nothing to draw.
pub fn layout(series: &Series, width: f64, lang: Lang) -> Scene {
    let width = width.max(200.0);
    if series.is_empty() {
        return Scene::new(width, 0.0);
    }
    let mut scene = forms::layout(series, width, lang);
    // Whole pixels, so that canvas and SVG take the same room on the page.
    scene.height = scene.height.ceil();
    scene
}

/// The font size of labels in charts, in CSS pixels.
pub(crate) const TEXT: f64 = 14.0;
/// That of axes, notes and numbers within a chart.
pub(crate) const SMALL: f64 = 12.5;
