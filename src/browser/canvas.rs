use crate::chart::{Brush, Palette, Scene, Theme, Tone};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Device pixels a CSS pixel.
pub fn pixel_ratio() -> f64 {
    leptos::prelude::window().device_pixel_ratio().max(1.0)
}

/// Draws a scene on a canvas, as sharp as the screen: the backing store is CSS size × ratio. Whether it could.
pub fn draw(canvas: &HtmlCanvasElement, scene: &Scene, palette: &Palette, accent: Tone, ratio: f64) -> bool {
    clear(canvas, (scene.width, scene.height), ratio);
    let brush = Brush { palette, accent, ratio, font: 1.0 };
    let drawn = on_canvas(canvas, scene, brush);
    if let Err(error) = &drawn {
        // The table beside the chart has the same numbers; the fault is for the developer.
        leptos::logging::warn!("chart not drawn: {error}");
    }
    drawn.is_ok()
}

/// Empties a canvas and gives it a size in CSS pixels. A size that stays is not set again: the first
/// text drawn afterwards has the browser work out its styles anew, which costs more than all drawing.
fn clear(canvas: &HtmlCanvasElement, (width, height): (f64, f64), ratio: f64) {
    let store = ((width * ratio).round() as u32, (height * ratio).round() as u32);
    if (canvas.width(), canvas.height()) == store {
        if let Some(context) = context(canvas) {
            context.clear_rect(0.0, 0.0, f64::from(store.0), f64::from(store.1));
        }
    } else {
        // Setting the size also clears.
        canvas.set_width(store.0);
        canvas.set_height(store.1);
    }
    let style = canvas.style();
    for (name, length) in [("width", width), ("height", height)] {
        let length = format!("{length}px");
        if style.get_property_value(name).as_deref() != Ok(&length) {
            style.set_property(name, &length).ok();
        }
    }
}

/// What a canvas is drawn on with; none where the browser gives none.
fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// The picture of a scene as a `data:` address of a PNG at twice the size, on paper; none where the browser
/// cannot make one.
pub fn png(scene: &Scene, theme: Theme, accent: Tone) -> Option<String> {
    let canvas = leptos::prelude::document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    let mut on_paper = Scene::new(scene.width, scene.height);
    on_paper.marks.push(crate::chart::Mark::Rect {
        x: 0.0,
        y: 0.0,
        width: scene.width,
        height: scene.height,
        tone: Tone::Paper,
        fill: crate::chart::Fill::Full,
    });
    on_paper.marks.extend(scene.marks.iter().cloned());
    let is_drawn = draw(&canvas, &on_paper, Palette::of(theme), accent, 2.0);
    canvas.to_data_url_with_type("image/png").ok().filter(|_| is_drawn)
}

#[cfg(target_family = "wasm")]
fn on_canvas(canvas: &HtmlCanvasElement, scene: &Scene, brush: Brush) -> Result<(), String> {
    use crate::chart::paint;
    use plotters::drawing::IntoDrawingArea;
    let pen = context(canvas).and_then(|context| super::pen::Pen::of(canvas, context)).ok_or("no drawing context")?;
    paint(scene, &pen.into_drawing_area(), brush).map_err(|error| error.to_string())
}

/// Natively there is no canvas; what is drawn there is SVG.
#[cfg(not(target_family = "wasm"))]
fn on_canvas(_: &HtmlCanvasElement, _: &Scene, _: Brush) -> Result<(), String> {
    Err("a canvas is only in the browser".to_owned())
}
