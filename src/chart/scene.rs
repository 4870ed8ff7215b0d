use super::{Tone, measure};

/// A chart laid out: marks in CSS pixels, in the order they are drawn, and where each point is hit.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub width: f64,
    pub height: f64,
    /// Later marks cover earlier ones. No mark is to cover a label: on the page's canvas labels are drawn last.
    pub marks: Vec<Mark>,
    /// Where a pointer means a point; a point may have several areas or none.
    pub hits: Vec<Hit>,
}

/// Something drawn. A rectangle goes from its left top corner, with sizes that are not below zero; a line goes
/// through all its points; a hollow dot is a ring.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    Rect { x: f64, y: f64, width: f64, height: f64, tone: Tone, fill: Fill },
    Line { points: Vec<(f64, f64)>, width: f64, tone: Tone, dashed: bool },
    Dot { x: f64, y: f64, radius: f64, tone: Tone, hollow: bool },
    Label(Label),
}

/// How an area is filled: kinds that stay apart without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fill {
    /// In one tone, without an outline.
    #[default]
    Full,
    /// In a pale tone, inside an outline without which it would hardly be seen (WCAG 2.2, 1.4.11).
    Pale,
    /// Slanting strokes inside an outline.
    Hatched,
    /// An outline only.
    Outline,
}

/// A line of text; `y` is its vertical middle.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    pub x: f64,
    pub y: f64,
    pub text: String,
    /// The font size in CSS pixels.
    pub size: f64,
    pub bold: bool,
    pub anchor: Anchor,
    pub tone: Tone,
}

/// Which part of a text its `x` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// The area in which a pointer means a point of the series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The position of the point in its series.
    pub point: usize,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Scene {
    /// An empty scene of this size, in CSS pixels.
    pub fn new(width: f64, height: f64) -> Scene {
        Scene { width, height, marks: Vec::new(), hits: Vec::new() }
    }

    pub(in crate::chart) fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, tone: Tone) {
        self.area((x, y), (width, height), tone, Fill::Full);
    }

    /// A filled area; negative sizes reach to the left or upwards.
    pub(in crate::chart) fn area(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), tone: Tone, fill: Fill) {
        // A bar of a number below zero is drawn from its end.
        let (x, width) = (x.min(x + width), width.abs());
        let (y, height) = (y.min(y + height), height.abs());
        self.marks.push(Mark::Rect { x, y, width, height, tone, fill });
    }

    /// A bar. In the tone [`Tone::Rule`], that of bars not chosen, it is pale and has an outline.
    pub(in crate::chart) fn bar(&mut self, at: (f64, f64), size: (f64, f64), tone: Tone) {
        self.area(at, size, tone, if tone == Tone::Rule { Fill::Pale } else { Fill::Full });
    }

    /// An arrow from a point to the side on which its number is open, since it is only a bound. `length` is below
    /// zero for an arrow to the left.
    pub(in crate::chart) fn arrow(&mut self, (x, y): (f64, f64), length: f64, tone: Tone) {
        let (tip, back) = (x + length, length.signum() * 6.0);
        self.line((x, y), (tip, y), 2.0, tone);
        self.line((tip - back, y - 5.0), (tip, y), 2.0, tone);
        self.line((tip - back, y + 5.0), (tip, y), 2.0, tone);
    }

    /// Writes lines of text below one another, `y` being the top of the first and `height` that of each; gives the
    /// bottom of the last.
    pub(in crate::chart) fn lines(
        &mut self,
        lines: &[String],
        y: f64,
        height: f64,
        label: impl Fn(&str, f64) -> Label,
    ) -> f64 {
        for (at, line) in lines.iter().enumerate() {
            self.label(label(line, y + (at as f64 + 0.5) * height));
        }
        y + lines.len() as f64 * height
    }

    pub(in crate::chart) fn line(&mut self, from: (f64, f64), to: (f64, f64), width: f64, tone: Tone) {
        self.marks.push(Mark::Line { points: vec![from, to], width, tone, dashed: false });
    }

    pub(in crate::chart) fn dot(&mut self, x: f64, y: f64, radius: f64, tone: Tone, hollow: bool) {
        self.marks.push(Mark::Dot { x, y, radius, tone, hollow });
    }

    pub(in crate::chart) fn label(&mut self, label: Label) {
        self.marks.push(Mark::Label(label));
    }

    pub(in crate::chart) fn hit(&mut self, point: usize, x: f64, y: f64, width: f64, height: f64) {
        self.hits.push(Hit { point, x, y, width, height });
    }

    /// The area of a point, the last where it has several; none where it has none.
    pub fn hit_of(&self, point: usize) -> Option<Hit> {
        self.hits.iter().rfind(|hit| hit.point == point).copied()
    }

    /// The point whose area is nearest to a place; none where no area is within 24 pixels.
    pub fn point_at(&self, x: f64, y: f64) -> Option<usize> {
        const NEAR: f64 = 24.0;
        let away = |low: f64, size: f64, at: f64| (low - at).max(at - low - size).max(0.0);
        let distance = |hit: &Hit| away(hit.x, hit.width, x).hypot(away(hit.y, hit.height, y));
        let nearest = self.hits.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        (distance(nearest) <= NEAR).then_some(nearest.point)
    }

    /// The point whose area a vertical line at `x` crosses or comes nearest to, among the points that `fits` picks.
    pub fn mark_across(&self, x: f64, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let away = |hit: &Hit| (hit.x - x).max(x - hit.x - hit.width).max(0.0);
        let fitting = self.hits.iter().filter(|hit| fits(hit.point));
        fitting.min_by(|a, b| away(a).total_cmp(&away(b))).map(|hit| hit.point)
    }

    /// All texts, for tests of overlap and of the frame.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.marks.iter().filter_map(Mark::label)
    }
}

impl Mark {
    pub(in crate::chart) fn label(&self) -> Option<&Label> {
        match self {
            Mark::Label(label) => Some(label),
            _ => None,
        }
    }
}

impl Label {
    pub(in crate::chart) fn new(
        x: f64,
        y: f64,
        text: impl Into<String>,
        size: f64,
        anchor: Anchor,
        tone: Tone,
    ) -> Label {
        Label { x, y, text: text.into(), size, bold: false, anchor, tone }
    }

    pub(in crate::chart) fn bold(self) -> Label {
        Label { bold: true, ..self }
    }

    /// Its width in CSS pixels, as far as it can be known without a browser (`measure`).
    pub fn width(&self) -> f64 {
        measure::width(&self.text, self.size, self.bold)
    }

    /// Left, top, right and bottom of the text's box.
    pub fn bounds(&self) -> (f64, f64, f64, f64) {
        let width = self.width();
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        (left, self.y - self.size / 2.0, left + width, self.y + self.size / 2.0)
    }
}
