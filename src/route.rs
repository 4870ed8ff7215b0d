//! The addresses of the site: only this file spells paths.

use crate::locale::Lang;
use crate::query::Filters;
use crate::snapshot::Snapshot;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// The first page in a language.
    Overview,
    /// A direction, by id.
    Direction(String),
    /// All records.
    Explore,
    Indicators,
    /// An indicator, by id.
    Indicator(String),
    Documents,
    Sources,
    About,
    Accessibility,
    /// What is shown for a path that no page has.
    NotFound,
}

/// A page in a language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    pub lang: Lang,
    pub route: Route,
}

/// A page in a language with what the reader has chosen on it: the whole state of the app.
#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    pub place: Place,
    pub filters: Filters,
    /// Query keys that were not understood.
    pub unknown: Vec<String>,
}

impl Route {
    /// Every page that a snapshot has, but for [`Route::NotFound`].
    pub fn all(snapshot: &Snapshot) -> Vec<Route> {
        let fixed = [
            Route::Overview,
            Route::Explore,
            Route::Indicators,
            Route::Documents,
            Route::Sources,
            Route::About,
            Route::Accessibility,
        ];
        let directions = snapshot.directions.iter().map(|direction| Route::Direction(direction.id.clone()));
        let indicators = snapshot.indicators.iter().map(|indicator| Route::Indicator(indicator.id.clone()));
        fixed.into_iter().chain(directions).chain(indicators).collect()
    }

    fn path(&self) -> String {
        match self {
            Route::Overview => String::new(),
            Route::Direction(id) => format!("directions/{id}/"),
            Route::Explore => "explore/".into(),
            Route::Indicators => "indicators/".into(),
            Route::Indicator(id) => format!("indicators/{id}/"),
            Route::Documents => "documents/".into(),
            Route::Sources => "sources/".into(),
            Route::About => "about/".into(),
            Route::Accessibility => "accessibility/".into(),
            Route::NotFound => "not-found/".into(),
        }
    }

    fn parse(segments: &[&str]) -> Route {
        match segments {
            [] => Route::Overview,
            ["directions", id] => Route::Direction((*id).to_owned()),
            ["explore"] => Route::Explore,
            ["indicators"] => Route::Indicators,
            ["indicators", id] => Route::Indicator((*id).to_owned()),
            ["documents"] => Route::Documents,
            ["sources"] => Route::Sources,
            ["about"] => Route::About,
            ["accessibility"] => Route::Accessibility,
            _ => Route::NotFound,
        }
    }
}

impl Place {
    /// This page in this language.
    pub fn new(lang: Lang, route: Route) -> Place {
        Place { lang, route }
    }

    /// Its path under the bundle's folder, with a slash at the end: `kk/directions/tourism/`.
    pub fn path(&self) -> String {
        format!("{}/{}", self.lang.code(), self.route.path())
    }

    /// The page at a path under the bundle's folder; nothing at the root, where a language
    /// is still to be chosen.
    pub fn parse(path: &str) -> Option<Place> {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let (first, rest) = segments.split_first()?;
        let lang = Lang::ALL.into_iter().find(|lang| lang.code() == *first);
        Some(match lang {
            Some(lang) => Place { lang, route: Route::parse(rest) },
            None => Place { lang: Lang::En, route: Route::NotFound },
        })
    }

    /// The way from this page up to the bundle's folder: `../../`.
    pub fn to_root(&self) -> String {
        "../".repeat(self.path().matches('/').count())
    }
}

/// What stands before an address where the whole site is one file: `bagyt.html#/kk/about/`.
pub const IN_FILE: &str = "#/";

impl Address {
    /// Path and query under the bundle's folder.
    pub fn href(&self) -> String {
        href(&self.place, &self.filters)
    }

    /// The same with the part of the page that is to be in view, if any is named.
    pub fn href_of(&self, part: &str) -> String {
        let mark = if part.is_empty() { "" } else { "#" };
        format!("{}{mark}{part}", self.href())
    }

    /// Reads what stands after the bundle's folder, or after [`IN_FILE`]: the address and the
    /// named part. Nothing at the root, where a language is still to be chosen.
    pub fn parse(text: &str) -> Option<(Address, &str)> {
        let (rest, part) = text.split_once('#').unwrap_or((text, ""));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let place = Place::parse(path)?;
        let (filters, unknown) = Filters::from_query(query);
        Some((Address { place, filters, unknown }, part))
    }
}

/// Path and query of a page with choices.
pub fn href(place: &Place, filters: &Filters) -> String {
    let query = filters.to_query();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{query}", place.path())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_round_trip() {
        let routes = [
            Route::Overview,
            Route::Direction("tourism".into()),
            Route::Explore,
            Route::Indicators,
            Route::Indicator("brm-projects".into()),
            Route::Documents,
            Route::Sources,
            Route::About,
            Route::Accessibility,
        ];
        for lang in Lang::ALL {
            for route in &routes {
                let place = Place::new(lang, route.clone());
                assert_eq!(Place::parse(&place.path()), Some(place.clone()));
                assert_eq!(Place::parse(&format!("{}index.html", place.path())), Some(place));
            }
        }
    }

    #[test]
    fn addresses_round_trip() {
        let check = |text: &str, part: &str| {
            let read = Address::parse(text);
            assert_eq!(read.as_ref().map(|(_, part)| *part), Some(part), "{text}");
            assert_eq!(read.map(|(address, part)| address.href_of(part)).as_deref(), Some(text));
        };
        check("kk/", "");
        check("ru/directions/tourism/?kind=training&year=2014", "");
        check("en/sources/#source-final-report", "source-final-report");
        check("en/explore/?q=a%23b%3Fc#chart-records-by-year", "chart-records-by-year");
        assert_eq!(Address::parse("#heading"), None);
    }

    #[test]
    fn depth_and_strangers() {
        assert_eq!(Place::new(Lang::Kk, Route::Direction("tourism".into())).to_root(), "../../../");
        assert_eq!(Place::new(Lang::Kk, Route::Overview).to_root(), "../");
        assert_eq!(Place::parse(""), None);
        assert_eq!(Place::parse("ru/nonsense/x"), Some(Place::new(Lang::Ru, Route::NotFound)));
        assert_eq!(Place::parse("de/").map(|p| p.route), Some(Route::NotFound));
    }
}
