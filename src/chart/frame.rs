use super::{Anchor, Label, Mark, Scene, TEXT, Tone, measure};

const MARGIN: f64 = 20.0;
const TITLE: f64 = 19.0;
const LINE: f64 = 1.35;

/// A scene as it leaves the site: with its headline and subtitle above, and below it the lines of `footer`,
/// which say where it comes from, so that the picture can be understood on its own. It has no hits.
pub fn framed(scene: &Scene, headline: &str, subtitle: &str, footer: &[String]) -> Scene {
    let width = scene.width + 2.0 * MARGIN;
    let mut framed = Scene::new(width, 0.0);
    framed.rect(0.0, 0.0, width, 0.0, Tone::Paper);
    let mut y = MARGIN;
    let write = |framed: &mut Scene, y: &mut f64, text: &str, size: f64, bold: bool, tone: Tone| {
        for line in measure::wrap(text, size, bold, scene.width) {
            *y += size * LINE / 2.0;
            framed.label(Label { bold, ..Label::new(MARGIN, *y, line, size, Anchor::Start, tone) });
            *y += size * LINE / 2.0;
        }
    };
    write(&mut framed, &mut y, headline, TITLE, true, Tone::Ink);
    write(&mut framed, &mut y, subtitle, TEXT, false, Tone::Soft);
    y += 12.0;
    framed.marks.extend(scene.marks.iter().map(|mark| moved(mark, MARGIN, y)));
    y += scene.height + 14.0;
    for line in footer.iter().filter(|line| !line.is_empty()) {
        write(&mut framed, &mut y, line, 11.5, false, Tone::Soft);
    }
    framed.height = y + MARGIN;
    if let Some(Mark::Rect { height, .. }) = framed.marks.first_mut() {
        *height = framed.height;
    }
    framed
}

fn moved(mark: &Mark, dx: f64, dy: f64) -> Mark {
    let mut mark = mark.clone();
    match &mut mark {
        Mark::Rect { x, y, .. } | Mark::Dot { x, y, .. } => (*x, *y) = (*x + dx, *y + dy),
        Mark::Label(label) => (label.x, label.y) = (label.x + dx, label.y + dy),
        Mark::Line { points, .. } => points.iter_mut().for_each(|(x, y)| (*x, *y) = (*x + dx, *y + dy)),
    }
    mark
}
