use super::csp::{Base, policy};
use super::frame::{Frame, Parts};
use super::{Bundle, head, json_ld};
use bagyt::pages::{description, render, title};
use bagyt::route::{Place, Route};

/// What is special about a page that does not lie under its own path.
pub struct Special<'a> {
    pub frame: &'a Frame,
    /// The way from the page to the bundle's folder.
    pub root: &'a str,
    /// What stands first in the head.
    pub first: &'a str,
    pub base: Base,
}

/// The page of a route.
pub fn page(bundle: &Bundle, place: &Place) -> String {
    let root = place.to_root();
    let frame = match place.route {
        // What is not sound is checked once more where it is shown, which takes all of the program.
        _ if !bundle.site.problems.is_empty() => &bundle.whole,
        Route::Direction(_) => &bundle.frame,
        _ => &bundle.of_others,
    };
    special(bundle, place, &Special { frame, root: &root, first: "", base: Base::None })
}

/// A route's content as a page of another place.
pub fn special(bundle: &Bundle, place: &Place, special: &Special) -> String {
    let Special { frame, root, first, base } = special;
    let (title, description) = (title(bundle.site, place), description(bundle.site, place));
    let head = head::head(bundle, place, root, &title, &description);
    let data = json_ld::json_ld(bundle, place, root, &title, &description);
    let parts = Parts {
        lang: place.lang,
        root,
        digest: &bundle.digest,
        is_sound: bundle.site.problems.is_empty(),
        title: &title,
        description: &description,
        head: &head,
        first,
        tail: &data,
    };
    let (before, after) = frame.around(&parts);
    // The policy names the inline scripts of this very page, so it comes last and stands first.
    let policy = policy(&format!("{before}{after}"), *base);
    let before = before.replacen("<meta charset=\"utf-8\">", &format!("<meta charset=\"utf-8\">{policy}"), 1);
    format!("{before}{}{after}", render(bundle.site, place.clone(), root))
}
