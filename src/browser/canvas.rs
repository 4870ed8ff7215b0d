use crate::chart::{Brush, Palette, Scene, Theme, Tone};
use web_sys::HtmlCanvasElement;

/// Device pixels a CSS pixel.
pub fn pixel_ratio() -> f64 {
    leptos::prelude::window().device_pixel_ratio().max(1.0)
}

/// Draws a scene on a canvas, as sharp as the screen: the backing store is CSS size × ratio.
/// Setting the size also clears what was drawn before.
pub fn draw(canvas: &HtmlCanvasElement, scene: &Scene, palette: &Palette, accent: Tone, ratio: f64) {
    canvas.set_width((scene.width * ratio).round() as u32);
    canvas.set_height((scene.height * ratio).round() as u32);
    let style = canvas.style();
    style.set_property("width", &format!("{}px", scene.width)).ok();
    style.set_property("height", &format!("{}px", scene.height)).ok();
    let brush = Brush { palette, accent, ratio, font: 1.0 };
    if let Err(error) = on_canvas(canvas, scene, brush) {
        // The table beside the chart has the same numbers; the fault is for the developer.
        leptos::logging::warn!("chart not drawn: {error}");
    }
}

/// The picture of a scene as a `data:` address of a PNG at twice the size, on paper.
pub fn png(scene: &Scene, theme: Theme, accent: Tone) -> Option<String> {
    use wasm_bindgen::JsCast;
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
    draw(&canvas, &on_paper, Palette::of(theme), accent, 2.0);
    canvas.to_data_url_with_type("image/png").ok()
}

#[cfg(target_family = "wasm")]
fn on_canvas(canvas: &HtmlCanvasElement, scene: &Scene, brush: Brush) -> Result<(), String> {
    use crate::chart::paint;
    use plotters::drawing::IntoDrawingArea;
    let backend = plotters_canvas::CanvasBackend::with_canvas_object(canvas.clone()).ok_or("no drawing context")?;
    paint(scene, &backend.into_drawing_area(), brush).map_err(|error| error.to_string())
}

/// Natively there is no canvas; what is drawn there is SVG.
#[cfg(not(target_family = "wasm"))]
fn on_canvas(_: &HtmlCanvasElement, _: &Scene, _: Brush) -> Result<(), String> {
    Err("a canvas is only in the browser".to_owned())
}
