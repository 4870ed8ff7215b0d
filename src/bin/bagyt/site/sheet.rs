//! A bitmap that plotters draws on and that becomes a PNG file. Text is set in a font of ours, at
//! positions finer than a pixel. Natively only: neither this nor the fonts reach the bundle.

use super::fonts::Fonts;
use bagyt::chart::Colour;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle, rasterizer,
};
use std::collections::HashMap;
use std::convert::Infallible;

/// Drawing on a sheet cannot fail.
type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Draws on a sheet of that size and colour, `above` pixels from its upper edge, and packs it up.
pub fn png<F>((width, height): (u32, u32), paper: Colour, above: i32, draw: F) -> Result<Vec<u8>, String>
where
    F: FnOnce(&DrawingArea<Sheet, Shift>) -> Result<(), DrawingAreaErrorKind<Infallible>>,
{
    let mut pixels = vec![paper; width as usize * height as usize];
    let area = Sheet { size: (width, height), fonts: Fonts::new()?, pixels: &mut pixels }.into_drawing_area();
    draw(&area.margin(above, 0, 0, 0)).map_err(|error| error.to_string())?;
    drop(area);
    pack(width, height, &pixels).map_err(|error| error.to_string())
}

/// The pixels being drawn on, row by row.
pub struct Sheet<'a> {
    size: (u32, u32),
    pixels: &'a mut [Colour],
    fonts: Fonts,
}

impl Sheet<'_> {
    /// Covers a part of a pixel, from 0 to 1, with a colour; nothing happens outside.
    fn blend(&mut self, x: i32, y: i32, colour: Colour, part: f64) {
        let width = self.size.0 as usize;
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        let Some(pixel) = self.pixels.get_mut(y * width + x).filter(|_| x < width) else { return };
        // So few steps that most pictures need no more than 256 colours.
        let part = (part * 12.0).round() / 12.0;
        let mix = |old: u8, new: u8| (f64::from(old) + (f64::from(new) - f64::from(old)) * part).round() as u8;
        *pixel = (mix(pixel.0, colour.0), mix(pixel.1, colour.1), mix(pixel.2, colour.2));
    }
}

impl DrawingBackend for Sheet<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.blend(x, y, color.rgb, color.alpha);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        if !fill {
            return rasterizer::draw_rect(self, from, to, style, fill);
        }
        let width = self.size.0 as usize;
        let inside = |at: i32, size: u32| at.clamp(0, size as i32) as usize;
        let (left, right) = (inside(from.0.min(to.0), self.size.0), inside(from.0.max(to.0) + 1, self.size.0));
        for y in inside(from.1.min(to.1), self.size.1)..inside(from.1.max(to.1) + 1, self.size.1) {
            self.pixels[y * width + left..y * width + right].fill(style.color().rgb);
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let size = style.size() as f32;
        let (letters, width) = self.fonts.line(text, size, matches!(style.style(), FontStyle::Bold));
        let share = match style.anchor().h_pos {
            HPos::Left => 0.0,
            HPos::Center => 0.5,
            HPos::Right => 1.0,
        };
        // Half the height of a capital below the middle.
        let (left, line) = (x as f32 - width * share, y as f32 + 0.357 * size);
        for letter in letters {
            let corner = letter.px_bounds().min;
            let (across, down) = ((left + corner.x).round() as i32, (line + corner.y).round() as i32);
            letter.draw(|x, y, cover| {
                self.blend(across + x as i32, down + y as i32, style.color().rgb, f64::from(cover.min(1.0)));
            });
        }
        Ok(())
    }
}

/// Each colour once and a byte a pixel where there are few enough, else three bytes a pixel.
fn pack(width: u32, height: u32, pixels: &[Colour]) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let (kind, data) = match indexed(pixels) {
        Some((palette, places)) => {
            encoder.set_palette(palette);
            (png::ColorType::Indexed, places)
        }
        None => (png::ColorType::Rgb, pixels.iter().flat_map(|(r, g, b)| [*r, *g, *b]).collect()),
    };
    encoder.set_color(kind);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(file)
}

/// The colours, and the place among them of each pixel's; nothing when there are more than 256.
fn indexed(pixels: &[Colour]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (mut known, mut palette) = (HashMap::new(), Vec::new());
    let (mut last, mut place) = (None, 0);
    let mut places = Vec::with_capacity(pixels.len());
    for pixel in pixels {
        // Most pixels are as the one before.
        if last != Some(pixel) {
            place = match known.get(pixel) {
                Some(place) => *place,
                None => {
                    let new = u8::try_from(known.len()).ok()?;
                    known.insert(pixel, new);
                    palette.extend([pixel.0, pixel.1, pixel.2]);
                    new
                }
            };
            last = Some(pixel);
        }
        places.push(place);
    }
    Some((palette, places))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_take_a_byte_a_pixel() {
        let (a, b) = ((1, 2, 3), (4, 5, 6));
        assert_eq!(indexed(&[a, a, b, a]), Some((vec![1, 2, 3, 4, 5, 6], vec![0, 0, 1, 0])));
        let many: Vec<Colour> = (0..257u16).map(|i| ((i / 256) as u8, (i % 256) as u8, 0)).collect();
        assert_eq!(indexed(&many), None);
    }

    #[test]
    fn text_is_drawn_where_it_is_anchored() {
        use plotters::prelude::{BLACK, IntoFont, Text, TextStyle};
        use plotters::style::text_anchor::{Pos, VPos};
        let mut pixels = vec![(255, 255, 255); 200 * 40];
        let fonts = Fonts::new().expect("the fonts are compiled in");
        let area = Sheet { size: (200, 40), fonts, pixels: &mut pixels }.into_drawing_area();
        let style = TextStyle::from(("any", 20.0).into_font()).color(&BLACK).pos(Pos::new(HPos::Right, VPos::Center));
        area.draw(&Text::new("Ң", (190, 20), style)).expect("a sheet takes everything");
        drop(area);
        let dark: Vec<usize> = (0..pixels.len()).filter(|at| pixels[*at].0 < 128).collect();
        let columns = dark.iter().map(|at| at % 200);
        let (left, right) = (columns.clone().min().unwrap_or(0), columns.max().unwrap_or(0));
        assert!(left > 165 && right <= 190, "from {left} to {right}");
    }
}
