use ab_glyph::{Font, FontRef, Glyph, OutlinedGlyph, PxScale, ScaleFont, point};

/// Noto Sans, of which the texts of pictures are set: every letter of the three languages.
pub struct Fonts {
    regular: FontRef<'static>,
    bold: FontRef<'static>,
    /// Arrows and relations, which the other two lack.
    signs: FontRef<'static>,
}

impl Fonts {
    /// The fonts that are compiled in.
    pub fn new() -> Result<Fonts, String> {
        let font = |bytes: &'static [u8]| FontRef::try_from_slice(bytes).map_err(|error| error.to_string());
        Ok(Fonts {
            regular: font(include_bytes!("fonts/NotoSans-Regular.ttf"))?,
            bold: font(include_bytes!("fonts/NotoSans-Bold.ttf"))?,
            signs: font(include_bytes!("fonts/NotoSansMath-Regular.ttf"))?,
        })
    }

    /// A line of text that begins at (0, 0) on its baseline, with its width. `size` is that of the em.
    pub fn line(&self, text: &str, size: f32, bold: bool) -> (Vec<OutlinedGlyph>, f32) {
        let (mut outlines, mut x) = (Vec::new(), 0.0);
        for letter in text.chars() {
            let font = self.of(letter, bold);
            // The crate measures a font by its height, everyone else by its em.
            let scale = PxScale::from(size * font.height_unscaled() / font.units_per_em().unwrap_or(1000.0));
            let glyph: Glyph = font.glyph_id(letter).with_scale_and_position(scale, point(x, 0.0));
            x += font.as_scaled(scale).h_advance(glyph.id);
            outlines.extend(font.outline_glyph(glyph));
        }
        (outlines, x)
    }

    fn of(&self, letter: char, bold: bool) -> &FontRef<'static> {
        let font = if bold { &self.bold } else { &self.regular };
        if font.glyph_id(letter).0 == 0 && self.signs.glyph_id(letter).0 != 0 { &self.signs } else { font }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_the_languages_is_there() {
        let fonts = Fonts::new().expect("the fonts are compiled in");
        let letters = "AZaz09АЯаяЁёӘәҒғҚқҢңӨөҰұҮүҺһІі→−×÷·–—…«»“”€₸№%\u{a0}\u{202f}";
        let missing: String = letters.chars().filter(|c| fonts.of(*c, true).glyph_id(*c).0 == 0).collect();
        assert_eq!(missing, "");
    }

    #[test]
    fn wider_text_is_wider() {
        let width = |text, bold| Fonts::new().map_or(0.0, |fonts| fonts.line(text, 100.0, bold).1);
        // The advance of H in Noto Sans is 741 of 1000.
        assert!((width("H", false) - 74.1).abs() < 0.1, "{}", width("H", false));
        assert!(width("Ақтау", true) > width("Ақтау", false));
    }
}
