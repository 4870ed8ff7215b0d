use super::{Brush, Palette, Scene, Theme, Tone, paint};
use plotters::drawing::IntoDrawingArea;
use plotters_svg::SVGBackend;

/// plotters-svg writes a font size divided by this; it is multiplied in beforehand.
const FONT_FACTOR: f64 = 1.24;

/// The scene as the text of an SVG file; empty where the backend fails, which it does on nothing we draw.
pub fn svg(scene: &Scene, theme: Theme, accent: Tone) -> String {
    let mut text = String::new();
    let size = (scene.width.ceil() as u32, scene.height.ceil() as u32);
    let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
    let brush = Brush { palette: Palette::of(theme), accent, ratio: 1.0, font: FONT_FACTOR };
    let drawn = paint(scene, &area, brush);
    drop(area);
    if drawn.is_err() {
        text.clear();
    }
    text
}

/// The same picture for a page: its colours become the style sheet's tokens, so that it
/// follows the reader's theme without a program. Where it has to be narrower it keeps its height,
/// which is that of the canvas to come.
pub fn themed(svg: &str) -> String {
    let palette = Palette::of(Theme::Light);
    let placed = svg.replacen("<svg ", "<svg preserveAspectRatio=\"xMinYMin meet\" ", 1);
    palette.tokens().into_iter().fold(placed, |text, (name, (r, g, b))| {
        text.replace(&format!("#{r:02X}{g:02X}{b:02X}"), &format!("var(--{name})"))
    })
}
