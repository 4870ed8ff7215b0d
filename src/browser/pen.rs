//! The canvas that charts are drawn on: plotters' own, but for texts. It tells the browser font,
//! side and height of each anew, and all that is told crosses over as text.

use crate::chart::text_width;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_canvas::CanvasBackend;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

type Fault = <CanvasBackend as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<Fault>>;

/// Tells the browser of each text only what differs from the text before. No text of ours is turned,
/// and each is placed by its vertical middle.
pub struct Pen {
    shapes: CanvasBackend,
    context: CanvasRenderingContext2d,
    /// Of the text before; empty before the first.
    font: String,
    side: &'static str,
    /// The colour of the last text; none after a shape, which sets its own.
    ink: Option<(u8, u8, u8)>,
}

impl Pen {
    /// Nothing where the browser has no context for drawing.
    pub fn of(canvas: &HtmlCanvasElement) -> Option<Pen> {
        let shapes = CanvasBackend::with_canvas_object(canvas.clone())?;
        let context = super::canvas::context(canvas)?;
        context.set_text_baseline("middle");
        Some(Pen { shapes, context, font: String::new(), side: "", ink: None })
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
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.ink = None;
        self.shapes.draw_pixel(point, color)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        self.ink = None;
        self.shapes.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.ink = None;
        self.shapes.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.ink = None;
        self.shapes.draw_circle(center, radius, style, fill)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let side = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Right => "end",
            HPos::Center => "center",
        };
        let font = format!("{} {}px {}", style.style().as_str(), style.size(), style.family().as_str());
        if font != self.font {
            self.context.set_font(&font);
            self.font = font;
        }
        if side != self.side {
            self.context.set_text_align(side);
            self.side = side;
        }
        let ink @ (r, g, b) = style.color().rgb;
        if self.ink.replace(ink) != Some(ink) {
            self.context.set_fill_style_str(&format!("rgb({r},{g},{b})"));
        }
        // Where the reader's font is wider than any that layouts reckon with, the text is drawn narrower
        // than the font says and not cut off. There is no text and no place at which it fails.
        let room = text_width(text, style.size(), matches!(style.style(), FontStyle::Bold));
        self.context.fill_text_with_max_width(text, f64::from(at.0), f64::from(at.1), room).ok();
        Ok(())
    }
}
