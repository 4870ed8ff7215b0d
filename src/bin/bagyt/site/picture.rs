use super::Bundle;
use super::files::save;
use super::sheet;
use bagyt::chart::{Brush, Palette, Theme, Tone, framed, layout, paint};
use bagyt::locale::Lang;
use bagyt::query::{Facet, Filters, Selection};
use bagyt::route::{Place, Route};
use bagyt::series::{Sentence, Series, counts, course, finding, is_comparable, timeline};
use bagyt::site::Site;
use bagyt::snapshot::{Direction, Indicator, Scope, find};
use std::path::Path;

/// The size that link previews ask for.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// Events on the overview's picture at most: more would be too small to read.
const MOST_EVENTS: usize = 6;

/// The picture of a page's link preview: its file, and what it shows in words.
pub fn of(bundle: &Bundle, place: &Place) -> (String, String) {
    let file = |place: &Place| format!("{}preview.png", place.path());
    match shown(bundle.site, place) {
        Some(series) => (file(place), series.headline.to_string()),
        None => {
            let overview = Place::new(place.lang, Route::Overview);
            (file(&overview), bundle.site.snapshot.project.title.plain(place.lang).to_owned())
        }
    }
}

/// Draws the picture of every page that has one of its own; how many that were.
pub fn write_all(bundle: &Bundle, folder: &Path) -> Result<usize, String> {
    let write = |lang: Lang| -> Result<usize, String> {
        let mut count = 0;
        for place in bundle.places().filter(|place| place.lang == lang) {
            if let Some(series) = shown(bundle.site, &place) {
                save(&folder.join(of(bundle, &place).0), draw(bundle.site, &series, lang)?)?;
                count += 1;
            }
        }
        Ok(count)
    };
    // One thread a language: the drawing takes most of the time that a bundle takes.
    let counts = std::thread::scope(|scope| {
        let threads = Lang::ALL.map(|lang| scope.spawn(move || write(lang)));
        threads.map(|thread| thread.join().map_err(|_| "a picture could not be drawn".to_owned()))
    });
    counts.into_iter().try_fold(0, |sum, count| Ok(sum + count??))
}

/// A page's main chart, with what stands above it; none where the page has no chart of its own.
fn shown(site: &Site, place: &Place) -> Option<Series> {
    let (snapshot, lang) = (&site.snapshot, place.lang);
    match &place.route {
        Route::Overview => {
            let hits = Selection::of(&Filters::default(), &site.columns).run(&site.columns);
            let headline = Sentence::text(&snapshot.project.title, lang);
            let subtitle = snapshot.project.summary.plain(lang).to_owned();
            Some(Series { headline, subtitle, ..timeline(snapshot, hits.shown(&site.columns), MOST_EVENTS, lang) })
        }
        Route::Direction(id) => {
            find(&snapshot.directions, id).and_then(|direction| of_direction(site, direction, lang))
        }
        Route::Indicator(id) => {
            find(&snapshot.indicators, id).and_then(|indicator| of_indicator(site, indicator, lang))
        }
        _ => None,
    }
}

/// An indicator's course, or its step from before to after. A picture travels without its page,
/// so it says itself when its numbers are not the project's.
fn of_indicator(site: &Site, indicator: &Indicator, lang: Lang) -> Option<Series> {
    if !is_comparable(indicator) {
        return None;
    }
    let series = course(indicator, &site.snapshot, lang);
    let subtitle = match indicator.scope() {
        Scope::Project => series.subtitle.clone(),
        scope => format!("{} · {}", lang.scope(scope), series.subtitle),
    };
    Some(Series { subtitle, ..series })
}

/// The best number's chart under the direction's finding, else what was found published of it.
fn of_direction(site: &Site, direction: &Direction, lang: Lang) -> Option<Series> {
    let best = site.snapshot.best(direction);
    let headline = finding(direction, &site.snapshot, lang).map(|(_, found)| found);
    let title = direction.title.plain(lang);
    if let Some(series) = best.and_then(|indicator| of_indicator(site, indicator, lang)) {
        let subtitle = format!("{title} · {}", series.subtitle);
        return Some(Series { headline: headline.unwrap_or_else(|| series.headline.clone()), subtitle, ..series });
    }
    let filters = Filters::default().within(&direction.id);
    let hits = Selection::of(&filters, &site.columns).run(&site.columns);
    let series = counts(Facet::Kind, &site.snapshot, &site.columns, &hits, lang);
    let (headline, hue) = (headline.unwrap_or_else(|| title.into()), Some(site.snapshot.hue(&direction.id)));
    (!series.is_empty()).then_some(Series { headline, hue, ..series })
}

/// The chart as a PNG file, laid out as wide as it must be to be no higher than the picture.
fn draw(site: &Site, series: &Series, lang: Lang) -> Result<Vec<u8>, String> {
    const WIDTHS: [f64; 8] = [560.0, 640.0, 720.0, 800.0, 920.0, 1040.0, 1200.0, 1400.0];
    let footer = [format!("{} · {}", lang.site_name(), site.snapshot.project.title.plain(lang))];
    let headline = series.headline.to_string();
    let scenes = WIDTHS.map(|width| framed(&layout(series, width, lang), &headline, &series.subtitle, &footer));
    let shape = f64::from(HEIGHT) / f64::from(WIDTH);
    let fits = scenes.iter().find(|scene| scene.height <= scene.width * shape);
    // What is too high even then is cut below: the headline is above.
    let Some(scene) = fits.or(scenes.last()) else { return Err("there is no width to draw in".to_owned()) };
    let ratio = f64::from(WIDTH) / scene.width;
    let above = ((f64::from(HEIGHT) - scene.height * ratio) / 2.0).max(0.0) as i32;
    let accent = series.hue.map_or(Tone::Accent, Tone::Direction);
    let palette = Palette::of(Theme::Light);
    let brush = Brush { palette, accent, ratio, font: 1.0 };
    sheet::png((WIDTH, HEIGHT), palette.colour(Tone::Paper, accent), above, |area| paint(scene, area, brush))
}
