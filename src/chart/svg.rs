use super::paint::FONTS;
use super::{Brush, Palette, Scene, Theme, Tone, paint};
use plotters::drawing::IntoDrawingArea;
use plotters_svg::SVGBackend;

/// plotters-svg writes font sizes divided by this, so they are multiplied by it beforehand.
const FONT_FACTOR: f64 = 1.24;

/// The scene as the text of an SVG file; empty where the backend fails, which no mark of ours makes it do.
pub fn svg(scene: &Scene, theme: Theme, accent: Tone) -> String {
    let mut text = String::new();
    let size = (scene.width.ceil() as u32, scene.height.ceil() as u32);
    let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
    let brush = Brush { palette: Palette::of(theme), accent, ratio: 1.0, font: FONT_FACTOR };
    let drawn = paint(scene, &area, brush);
    drop(area);
    if drawn.is_err() {
        text.clear();
    }
    text
}

/// The same picture for a page, from what [`svg`] gave for the light theme. Its colours become the style
/// sheet's tokens, so that it follows the reader's theme without a program, and its font is that of the
/// page. Where it has less room than it was drawn for it is shown smaller. Attributes that all marks share
/// are written once, and what is so anyway not at all: pictures are half of what a reader waits for before there is something to read.
pub fn themed(svg: &str) -> String {
    let font = format!(" font-family=\"{}\"", FONTS.replace('"', "&quot;"));
    let said = [font.as_str(), " opacity=\"1\"", " stroke-width=\"1\"", " fill=\"none\"", " text-anchor=\"start\""];
    let plain = said.into_iter().fold(svg.to_owned(), |text, words| text.replace(words, ""));
    let placed = plain.replacen("<svg ", "<svg fill=\"none\" preserveAspectRatio=\"xMinYMin meet\" ", 1);
    let drawn = with_paths(&placed);
    Palette::of(Theme::Light).tokens().into_iter().fold(drawn, |text, (name, (r, g, b))| {
        text.replace(&format!("#{r:02X}{g:02X}{b:02X}"), &format!("var(--{name})"))
    })
}

/// The same picture, whose lines are paths. Those that follow on each other and are drawn alike, as the pieces of one
/// that is dashed, are one path.
fn with_paths(svg: &str) -> String {
    const END: &str = "\"/>";
    let (mut drawn, mut before) = (String::new(), None);
    for part in svg.split_inclusive("/>") {
        let path = path(part);
        match &path {
            Some((style, line)) if before.as_ref() == Some(style) => {
                drawn.truncate(drawn.len() - END.len());
                drawn.extend(["M", line, END]);
            }
            Some((style, line)) => drawn.extend([style, "m", line, END]),
            None => drawn.push_str(part),
        }
        // Where lines that are seen through cross, they would be seen through once.
        before = path.map(|(style, _)| style).filter(|style| !style.contains("opacity"));
    }
    drawn
}

/// An element that becomes a path: all before its line, and that, each point of which is relative to the one before;
/// none where it has no line. Equal lines then differ only in where they begin, which compresses well.
fn path(part: &str) -> Option<(String, String)> {
    let (before, line) = part.split_once("<polyline")?;
    let (style, points) = line.strip_suffix(" \"/>")?.split_once(" points=\"")?;
    let points = points.split(' ').map(|point| {
        let (x, y) = point.split_once(',')?;
        Some((x.parse::<i32>().ok()?, y.parse::<i32>().ok()?))
    });
    let points: Vec<(i32, i32)> = points.collect::<Option<_>>()?;
    let (x, y) = points.first()?;
    let steps = points.windows(2).map(|pair| format!("{},{}", pair[1].0 - pair[0].0, pair[1].1 - pair[0].1));
    Some((format!("{before}<path{style} d=\""), format!("{x},{y}l{}", steps.collect::<Vec<_>>().join(" "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_same_picture_in_fewer_words() {
        let mut scene = Scene::new(90.0, 40.0);
        scene.line((12.0, 29.0), (80.0, 23.0), 1.0, Tone::Rule);
        scene.dot(12.0, 29.0, 3.0, Tone::Ink, false);
        let page = themed(&svg(&scene, Theme::Light, Tone::Accent));
        assert!(page.contains("<path stroke=\"var(--rule)\" d=\"m12,29l68,-6\"/>"), "{page}");
        assert!(page.contains("fill=\"var(--ink)\"") && !page.contains("opacity"), "{page}");
        scene.line((12.0, 29.0), (80.0, 29.0), 1.0, Tone::Rule);
        scene.line((12.0, 39.0), (80.0, 39.0), 1.0, Tone::Rule);
        let page = themed(&svg(&scene, Theme::Light, Tone::Accent));
        assert!(page.contains("d=\"m12,29l68,0M12,39l68,0\"/>"), "{page}");
        assert!(page.starts_with("<svg fill=\"none\" preserveAspectRatio"), "{page}");
    }
}
