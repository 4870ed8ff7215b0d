//! Every colour of the charts. The style sheet's tokens are the same; a test compares them.

use crate::snapshot::HUES;

/// Red, green, blue.
pub type Colour = (u8, u8, u8);

/// What a chart is drawn on: a light page, a dark page, or white paper from a printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    Light,
    Dark,
    Print,
}

/// What a mark's colour means; a [`Palette`] knows the colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Text, and lines that matter most.
    Ink,
    /// Text of less weight, and axes.
    Soft,
    /// Thin lines, and bars that are not chosen.
    Rule,
    /// Text on what is filled with [`Tone::Rule`].
    OnRule,
    /// A background that is set off.
    Wash,
    /// The background.
    Paper,
    /// What is there for comparison.
    Muted,
    /// The colour of the chart's own direction; that of [`Tone::Soft`] where it has none.
    Accent,
    /// The colour of a direction, see [`Snapshot::hue`](crate::snapshot::Snapshot::hue).
    Direction(u8),
}

/// The colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    ink: Colour,
    soft: Colour,
    rule: Colour,
    on_rule: Colour,
    wash: Colour,
    paper: Colour,
    muted: Colour,
    directions: [Colour; HUES],
}

impl Palette {
    /// The colours of this theme.
    pub fn of(theme: Theme) -> &'static Palette {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
            Theme::Print => &PRINT,
        }
    }

    /// The colours that a reader has forced on all pages, after CSS Color 4: `CanvasText`,
    /// `Canvas`, `GrayText` and `LinkText`. What is set apart by colour elsewhere is here set
    /// apart by filling, weight and names.
    pub fn forced(text: Colour, canvas: Colour, gray: Colour, link: Colour) -> Palette {
        let (ink, paper) = (text, canvas);
        // No text is sure to be seen on `GrayText` but what is seen below it.
        Palette {
            ink,
            soft: ink,
            rule: gray,
            on_rule: canvas,
            wash: paper,
            paper,
            muted: gray,
            directions: [link; HUES],
        }
    }

    /// The colour of a tone; `accent` is the tone of the chart's own direction.
    pub fn colour(&self, tone: Tone, accent: Tone) -> Colour {
        match tone {
            Tone::Ink => self.ink,
            Tone::Soft => self.soft,
            Tone::Rule => self.rule,
            Tone::OnRule => self.on_rule,
            Tone::Wash => self.wash,
            Tone::Paper => self.paper,
            Tone::Muted => self.muted,
            Tone::Direction(place) => self.directions[usize::from(place) % HUES],
            Tone::Accent if accent == Tone::Accent => self.soft,
            Tone::Accent => self.colour(accent, Tone::Accent),
        }
    }
}

impl Palette {
    /// The colours under the names that the style sheet gives them.
    pub fn tokens(&self) -> Vec<(String, Colour)> {
        let named = [
            ("ink", self.ink),
            ("soft", self.soft),
            ("rule", self.rule),
            ("wash", self.wash),
            ("paper", self.paper),
            ("muted", self.muted),
        ];
        let directions = self.directions.iter().enumerate().map(|(i, colour)| (format!("tone-{i}"), *colour));
        named.into_iter().map(|(name, colour)| (name.to_owned(), colour)).chain(directions).collect()
    }
}

static LIGHT: Palette = Palette {
    ink: (0x1b, 0x1d, 0x21),
    soft: (0x5b, 0x60, 0x69),
    rule: (0xde, 0xdb, 0xd3),
    on_rule: (0x1b, 0x1d, 0x21),
    wash: (0xf1, 0xef, 0xe9),
    paper: (0xfb, 0xfa, 0xf7),
    muted: (0x8b, 0x90, 0x99),
    directions: [
        (0x0b, 0x5f, 0xa5),
        (0xb3, 0x54, 0x1e),
        (0x6a, 0x4f, 0xb3),
        (0x0e, 0x7c, 0x7b),
        (0x4d, 0x7a, 0x1f),
        (0xa6, 0x3a, 0x6f),
        (0x8a, 0x6d, 0x00),
        (0x3f, 0x55, 0x66),
    ],
};

static DARK: Palette = Palette {
    ink: (0xec, 0xeb, 0xe6),
    soft: (0xa9, 0xad, 0xb5),
    rule: (0x30, 0x34, 0x3b),
    on_rule: (0xec, 0xeb, 0xe6),
    wash: (0x1c, 0x1f, 0x25),
    paper: (0x14, 0x16, 0x1a),
    muted: (0x7d, 0x82, 0x8b),
    directions: [
        (0x6c, 0xb0, 0xec),
        (0xe8, 0x93, 0x5c),
        (0xb0, 0x9c, 0xf0),
        (0x56, 0xc2, 0xbf),
        (0x9c, 0xcc, 0x65),
        (0xec, 0x8c, 0xb8),
        (0xd9, 0xb8, 0x4a),
        (0xa8, 0xbf, 0xd0),
    ],
};

static PRINT: Palette = Palette {
    ink: (0x00, 0x00, 0x00),
    soft: (0x33, 0x33, 0x33),
    rule: (0xc8, 0xc8, 0xc8),
    on_rule: (0x00, 0x00, 0x00),
    wash: (0xf0, 0xf0, 0xf0),
    paper: (0xff, 0xff, 0xff),
    muted: (0x80, 0x80, 0x80),
    ..LIGHT
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast after WCAG 2.2.
    fn contrast(a: Colour, b: Colour) -> f64 {
        let channel = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let light = |(r, g, b): Colour| 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn forced_colours_are_put_on_each_other_only_as_the_reader_pairs_them() {
        let [text, canvas, gray, link] = [(255, 255, 255), (0, 0, 0), (63, 242, 63), (255, 255, 0)];
        let forced = Palette::forced(text, canvas, gray, link);
        let of = |tone| forced.colour(tone, Tone::Accent);
        for (above, below) in [(Tone::Ink, Tone::Paper), (Tone::Paper, Tone::Accent), (Tone::OnRule, Tone::Rule)] {
            assert!(contrast(of(above), of(below)) >= 7.0, "{above:?} on {below:?}");
        }
    }

    #[test]
    fn text_and_marks_reach_wcag_contrast() {
        for palette in [&LIGHT, &DARK, &PRINT] {
            for ground in [palette.paper, palette.wash] {
                assert!(contrast(palette.ink, ground) >= 7.0);
                assert!(contrast(palette.soft, ground) >= 4.5);
                for colour in palette.directions {
                    assert!(contrast(colour, ground) >= 3.0, "{colour:?} on {ground:?}");
                }
            }
            assert!(contrast(palette.muted, palette.paper) >= 3.0);
            assert!(contrast(palette.on_rule, palette.rule) >= 7.0);
        }
    }
}
