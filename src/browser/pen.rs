//! The canvas that charts are drawn on: plotters' own, but for filled areas and texts. Its own sets colour, font and
//! alignment for each of them anew, and each crosses from WebAssembly as a string.

use crate::chart::text_width;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_canvas::CanvasBackend;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

type Fault = <CanvasBackend as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<Fault>>;

/// Tells the browser of each area and text only what differs from the one before. Texts are drawn last, those
/// of one font together: to take another font costs more than to draw a text. No text of ours is turned, none
/// lies below a shape, and each is placed by its vertical middle. All colours are opaque.
pub(super) struct Pen {
    shapes: CanvasBackend,
    context: CanvasRenderingContext2d,
    /// What areas and texts are filled with now; none where that is not known.
    ink: Option<(u8, u8, u8)>,
    /// The texts so far, and the fonts that they are in: weight, size, and how the browser calls the two.
    texts: Vec<Written>,
    fonts: Vec<(bool, f64, String)>,
}

/// A text, where it stands and what it is written with.
struct Written {
    /// Its place among the fonts.
    font: usize,
    side: &'static str,
    ink: (u8, u8, u8),
    text: String,
    at: BackendCoord,
    /// The width that layouts reckon with.
    room: f64,
}

impl Pen {
    /// Draws with the context of that canvas; nothing where plotters gets none.
    pub(super) fn of(canvas: &HtmlCanvasElement, context: CanvasRenderingContext2d) -> Option<Pen> {
        let shapes = CanvasBackend::with_canvas_object(canvas.clone())?;
        context.set_text_baseline("middle");
        Some(Pen { shapes, context, ink: None, texts: Vec::new(), fonts: Vec::new() })
    }

    /// The place of a text's font among the fonts.
    fn font_of(&mut self, style: &impl BackendTextStyle) -> usize {
        let (bold, size) = (is_bold(style), style.size());
        let known = self.fonts.iter().position(|font| (font.0, font.1) == (bold, size));
        known.unwrap_or_else(|| {
            let name = format!("{} {size}px {}", style.style().as_str(), style.family().as_str());
            self.fonts.push((bold, size, name));
            self.fonts.len() - 1
        })
    }

    fn fill_with(&mut self, ink @ (r, g, b): (u8, u8, u8)) {
        if self.ink.replace(ink) != Some(ink) {
            self.context.set_fill_style_str(&format!("rgb({r},{g},{b})"));
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
        let texts = std::mem::take(&mut self.texts);
        let mut side = "";
        for (place, font) in std::mem::take(&mut self.fonts).iter().enumerate() {
            self.context.set_font(&font.2);
            for text in texts.iter().filter(|text| text.font == place) {
                if text.side != side {
                    self.context.set_text_align(text.side);
                    side = text.side;
                }
                self.fill_with(text.ink);
                let (x, y) = (f64::from(text.at.0), f64::from(text.at.1));
                // Where the reader's font is wider than any that layouts reckon with, the text is drawn narrower
                // than the font says and not cut off. There is no text and no place at which it fails.
                self.context.fill_text_with_max_width(&text.text, x, y, text.room).ok();
            }
        }
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.ink = None;
        self.shapes.draw_pixel(point, color)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        if !fill {
            return self.shapes.draw_rect(from, to, style, fill);
        }
        self.fill_with(style.color().rgb);
        let [x, y, right, bottom] = [from.0, from.1, to.0, to.1].map(f64::from);
        self.context.fill_rect(x, y, right - x, bottom - y);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
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
        let (font, ink) = (self.font_of(style), style.color().rgb);
        let room = text_width(text, style.size(), is_bold(style));
        self.texts.push(Written { font, side, ink, text: text.to_owned(), at, room });
        Ok(())
    }
}

fn is_bold(style: &impl BackendTextStyle) -> bool {
    matches!(style.style(), FontStyle::Bold)
}
