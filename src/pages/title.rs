use crate::route::{Place, Route};
use crate::site::Site;
use crate::snapshot::find;

/// The document's title: the page, then the project.
pub fn title(site: &Site, place: &Place) -> String {
    let lang = place.lang;
    let project = site.snapshot.project.title.plain(lang);
    match name(site, place) {
        Some(name) => format!("{name} · {project}"),
        None => format!("{project} · {}", lang.site_name()),
    }
}

/// The page's own name; the overview has none but the project's.
fn name(site: &Site, place: &Place) -> Option<String> {
    let lang = place.lang;
    let fixed = |name: &'static str| Some(name.to_owned());
    match &place.route {
        Route::Overview => None,
        Route::Direction(id) => match find(&site.snapshot.directions, id) {
            Some(direction) => Some(direction.title.plain(lang).to_owned()),
            None => fixed(lang.not_found_title()),
        },
        Route::Indicator(id) => match find(&site.snapshot.indicators, id) {
            Some(indicator) => Some(indicator.title.plain(lang).to_owned()),
            None => fixed(lang.not_found_title()),
        },
        Route::Explore => fixed(lang.explore()),
        Route::Indicators => fixed(lang.indicators()),
        Route::Documents => fixed(lang.documents()),
        Route::Sources => fixed(lang.sources()),
        Route::About => fixed(lang.about()),
        Route::Accessibility => fixed(lang.accessibility()),
        Route::NotFound => fixed(lang.not_found_title()),
    }
}
