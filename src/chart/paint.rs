use super::{Anchor, Fill, Label, Mark, Palette, Scene, Tone};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// The fonts of the page, in the order tried.
pub(super) const FONTS: &str = "system-ui, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif";

/// How a scene becomes pixels.
#[derive(Debug, Clone, Copy)]
pub struct Brush<'a> {
    /// Gives each tone its colour.
    pub palette: &'a Palette,
    /// The tone of the chart's own direction; [`Tone::Accent`] for none.
    pub accent: Tone,
    /// How many device pixels a CSS pixel takes.
    pub ratio: f64,
    /// What font sizes are multiplied by: backends differ in what a font size means to them.
    pub font: f64,
}

/// Draws a scene on a plotters backend; fails where the backend does. Lengths are scaled to device pixels here
/// and nowhere else.
pub fn paint<B: DrawingBackend>(
    scene: &Scene,
    area: &DrawingArea<B, Shift>,
    brush: Brush,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    for mark in &scene.marks {
        match mark {
            Mark::Rect { x, y, width, height, tone, fill } => {
                let corners = [brush.place(*x, *y), brush.place(x + width, y + height)];
                let colour = brush.colour(*tone);
                let is_filled = matches!(fill, Fill::Full | Fill::Pale);
                let style = if is_filled { colour.filled() } else { colour.stroke_width(brush.stroke(1.5)) };
                area.draw(&Rectangle::new(corners, style))?;
                let (strokes, edge, thick) = match fill {
                    Fill::Hatched => (hatching(*width, *height), colour, 1.5),
                    Fill::Pale => (vec![outline(*width, *height)], brush.colour(Tone::Muted), 1.0),
                    Fill::Full | Fill::Outline => (Vec::new(), colour, 0.0),
                };
                for stroke in strokes {
                    let path: Vec<(i32, i32)> = stroke.iter().map(|(dx, dy)| brush.place(x + dx, y + dy)).collect();
                    area.draw(&PathElement::new(path, edge.stroke_width(brush.stroke(thick))))?;
                }
            }
            Mark::Line { points, width, tone, dashed } => {
                let style = brush.colour(*tone).stroke_width(brush.stroke(*width));
                for piece in if *dashed { dashes(points) } else { vec![points.clone()] } {
                    let path: Vec<(i32, i32)> = piece.iter().map(|&(x, y)| brush.place(x, y)).collect();
                    area.draw(&PathElement::new(path, style))?;
                }
            }
            Mark::Dot { x, y, radius, tone, hollow } => {
                let at = brush.place(*x, *y);
                let full = (radius * brush.ratio).round();
                area.draw(&Circle::new(at, full as i32, brush.colour(*tone).filled()))?;
                if *hollow {
                    let hole = (full - (2.5 * brush.ratio).round()).max(1.0);
                    area.draw(&Circle::new(at, hole as i32, brush.colour(Tone::Paper).filled()))?;
                }
            }
            Mark::Label(label) => text(label, area, brush)?,
        }
    }
    area.present()
}

fn text<B: DrawingBackend>(
    label: &Label,
    area: &DrawingArea<B, Shift>,
    brush: Brush,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    let side = match label.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let weight = if label.bold { FontStyle::Bold } else { FontStyle::Normal };
    let font = FontDesc::new(FontFamily::Name(FONTS), label.size * brush.ratio * brush.font, weight);
    let colour = brush.colour(label.tone);
    let style = TextStyle::from(font).color(&colour).pos(Pos::new(side, VPos::Center));
    area.draw(&Text::new(label.text.as_str(), brush.place(label.x, label.y), style))
}

impl Brush<'_> {
    fn place(&self, x: f64, y: f64) -> (i32, i32) {
        ((x * self.ratio).round() as i32, (y * self.ratio).round() as i32)
    }

    fn stroke(&self, width: f64) -> u32 {
        (width * self.ratio).round().max(1.0) as u32
    }

    fn colour(&self, tone: Tone) -> RGBColor {
        let (r, g, b) = self.palette.colour(tone, self.accent);
        RGBColor(r, g, b)
    }
}

/// Cuts a path into short strokes with gaps between them.
fn dashes(points: &[(f64, f64)]) -> Vec<Vec<(f64, f64)>> {
    const ON: f64 = 4.0;
    const OFF: f64 = 5.0;
    let mut pieces = Vec::new();
    for pair in points.windows(2) {
        let [(x0, y0), (x1, y1)] = [pair[0], pair[1]];
        let length = (x1 - x0).hypot(y1 - y0);
        let at = |d: f64| (x0 + (x1 - x0) * d / length, y0 + (y1 - y0) * d / length);
        let mut from = 0.0;
        while from < length {
            pieces.push(vec![at(from), at((from + ON).min(length))]);
            from += ON + OFF;
        }
    }
    pieces
}

/// The stroke around an area.
fn outline(width: f64, height: f64) -> Vec<(f64, f64)> {
    vec![(0.0, 0.0), (width, 0.0), (width, height), (0.0, height), (0.0, 0.0)]
}

/// The slanting strokes that hatch an area of this size, each by its two ends, from the left top corner.
fn hatching(width: f64, height: f64) -> Vec<Vec<(f64, f64)>> {
    const APART: f64 = 6.0;
    /// A limit that no area on a screen reaches.
    const MOST: usize = 2000;
    let count = ((width + height) / APART).ceil() as usize;
    (1..count.min(MOST))
        .map(|n| n as f64 * APART)
        .map(|at| vec![((at - height).max(0.0), at.min(height)), (at.min(width), (at - width).max(0.0))])
        .collect()
}
