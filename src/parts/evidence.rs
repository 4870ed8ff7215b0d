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
        let comma = (i > 0).then_some(", ");
        let Some(source) = find(&app.site.snapshot.sources, &one.source) else {
            return view! { {comma}<code>{one.source.clone()}</code> }.into_any();
        };
        let href = format!("{sources}#source-{}", source.id);
        let (id, words) = (source.id.clone(), citation(source, one, lang));
        view! { {comma}<a href=href data-evidence=id>{words}</a> }.into_any()
    });
    let links: Vec<_> = links.collect();
    if links.is_empty() {
        return ().into_any();
    }
    view! { <span class="evidence">{links}</span> }.into_any()
}

fn citation(source: &Source, evidence: &Evidence, lang: Lang) -> String {
    let publisher = source.publisher.plain(lang);
    match &evidence.locator {
        Some(locator) => format!("{publisher}, {}", lang.place(locator)),
        None => publisher.to_owned(),
    }
}
