use super::text;
use crate::app::App;
use crate::locale::Lang;
use crate::route::{Place, Route};
use crate::snapshot::{Evidence, Source, find};
use leptos::prelude::*;

/// Where a statement stands: each source with the place in it, linking to its entry on the
/// page of sources. Empty evidence gives nothing.
pub fn evidence(app: App, evidence: &[Evidence]) -> AnyView {
    let lang = app.lang();
    let sources = app.link(&Place::new(lang, Route::Sources));
    let links = evidence.iter().enumerate().map(|(i, one)| {
        let comma = (i > 0).then_some("; ");
        let Some(source) = find(&app.site.snapshot.sources, &one.source) else {
            return view! { {comma}<code>{one.source.clone()}</code> }.into_any();
        };
        let href = format!("{sources}#source-{}", source.id);
        let other = |other: &Evidence| {
            let other = find(&app.site.snapshot.sources, &other.source).filter(|other| other.id != source.id);
            other.is_some_and(|other| other.publisher.plain(lang) == source.publisher.plain(lang))
        };
        let (id, words) = (source.id.clone(), citation(source, evidence.iter().any(other), one, lang));
        view! { {comma}<a href=href data-evidence=id>{words}</a> }.into_any()
    });
    let links: Vec<_> = links.collect();
    if links.is_empty() {
        return ().into_any();
    }
    view! { <span class="evidence">{links}</span> }.into_any()
}

/// The publisher and the place; where another source beside it is of the same publisher, what tells them apart.
fn citation(source: &'static Source, is_one_of_several: bool, evidence: &Evidence, lang: Lang) -> AnyView {
    let which = is_one_of_several.then(|| match source.published {
        Some(date) => (", ", lang.date(date)).into_any(),
        None => (", ", text(&source.title, lang)).into_any(),
    });
    let place = evidence.locator.as_ref().map(|locator| (", ", lang.place(locator)));
    (source.publisher.plain(lang).to_owned(), which, place).into_any()
}
