//! The canvas that charts are drawn on: plotters' own, but for texts. It tells the browser font,
//! colour, side and height of each anew, and all that is told crosses over as text.

use crate::sort::sort_by;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

type Fault = <CanvasBackend as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<Fault>>;

/// Draws shapes at once and writes all texts last, those of the same font, colour and side together.
/// No text of ours is turned, and each is placed by its vertical middle.
pub struct Pen {
    shapes: CanvasBackend,
    context: CanvasRenderingContext2d,
    texts: Vec<(Style, String, BackendCoord)>,
}

/// What the browser is told before it writes.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Style {
    font: String,
    colour: (u8, u8, u8),
    side: &'static str,
}

impl Pen {
    /// Nothing where the browser has no context for drawing.
    pub fn of(canvas: &HtmlCanvasElement) -> Option<Pen> {
        let shapes = CanvasBackend::with_canvas_object(canvas.clone())?;
        Some(Pen { shapes, context: super::canvas::context(canvas)?, texts: Vec::new() })
    }

    /// Tells the browser what differs from the text before.
    fn take(&self, style: &Style, before: Option<&Style>) {
        if before.is_none_or(|before| before.font != style.font) {
            self.context.set_font(&style.font);
        }
        if before.is_none_or(|before| before.colour != style.colour) {
            let (r, g, b) = style.colour;
            self.context.set_fill_style_str(&format!("rgb({r},{g},{b})"));
        }
        if before.is_none_or(|before| before.side != style.side) {
            self.context.set_text_align(style.side);
        }
    }
}

impl DrawingBackend for Pen {
    type ErrorType = Fault;

    fn get_size(&self) -> (u32, u32) {
        self.shapes.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.context.set_text_baseline("middle");
        sort_by(&mut self.texts, |(a, ..), (b, ..)| a.cmp(b));
        let mut before = None;
        for (style, text, (x, y)) in &self.texts {
            self.take(style, before);
            // There is no text and no place at which it fails.
            self.context.fill_text(text, f64::from(*x), f64::from(*y)).ok();
            before = Some(style);
        }
        self.texts.clear();
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.shapes.draw_pixel(point, color)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        self.shapes.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.shapes.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.shapes.draw_circle(center, radius, style, fill)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let side = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Right => "end",
            HPos::Center => "center",
        };
        let font = format!("{} {}px {}", style.style().as_str(), style.size(), style.family().as_str());
        self.texts.push((Style { font, colour: style.color().rgb, side }, text.to_owned(), at));
        Ok(())
    }
}
