use crate::chart::{Anchor, Label, Scene, TEXT, Tone, measure};

/// Below this width names stand above their bars instead of beside them.
const NARROW: f64 = 460.0;
const LINE: f64 = 17.0;
/// The height of a bar.
pub(super) const BAR: f64 = 18.0;
/// The space between two rows.
pub(super) const GAP: f64 = 10.0;

/// The names of rows of bars, and where the bars begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names {
    /// Whether names stand above their bars.
    pub narrow: bool,
    /// How wide a name may be, in CSS pixels.
    room: f64,
    /// Where bars begin, from the left.
    pub start: f64,
}

impl Names {
    /// For a chart of this width: names beside the bars have as much room as the widest, at most two fifths of it.
    pub fn of<'a>(names: impl Iterator<Item = &'a str>, width: f64) -> Names {
        if width < NARROW {
            return Names { narrow: true, room: width, start: 0.0 };
        }
        let widest = names.map(|name| measure::width(name, TEXT, false)).fold(0.0, f64::max);
        let room = (widest + 1.0).min(width * 0.4);
        Names { narrow: false, room, start: room + 12.0 }
    }

    /// Writes the name of the row that begins at `y`; gives the top of its bar and its height.
    pub fn write(&self, scene: &mut Scene, name: &str, y: f64, tone: Tone) -> (f64, f64) {
        let lines = measure::wrap_to(name, TEXT, false, self.room, 4);
        let block = lines.len() as f64 * LINE;
        let (x, anchor) = if self.narrow { (0.0, Anchor::Start) } else { (self.room, Anchor::End) };
        let label = |line: &str, y: f64| Label::new(x, y, line, TEXT, anchor, tone);
        if self.narrow {
            scene.lines(&lines, y, LINE, label);
            return (y + block + 3.0, block + 3.0 + BAR);
        }
        let height = block.max(BAR);
        scene.lines(&lines, y + (height - block) / 2.0, LINE, label);
        (y + (height - BAR) / 2.0, height)
    }
}
