use crate::app::App;
use crate::browser;
use crate::chart::{Scene, Theme, Tone, framed, layout, svg};
use crate::query::Facet;
use crate::series::{Series, csv};
use crate::snapshot::find;
use leptos::prelude::*;

/// Width of pictures that leave the site, in CSS pixels.
const WIDTH: f64 = 760.0;

/// The buttons that give a chart away: picture, drawing, numbers, address.
pub fn tools(series: Signal<Series>, accent: Tone, app: App) -> impl IntoView {
    let lang = app.lang();
    let name = move |kind: &str| series.with(|s| format!("bagyt-{}.{kind}", s.id));
    let picture = move || series.with(|s| picture(s, app));
    let png = move |_| {
        if let Some(url) = browser::png(&picture(), app.theme.get(), accent) {
            browser::save_url(&name("png"), &url);
        }
    };
    let drawing = move |_| browser::save(&name("svg"), "image/svg+xml", &svg(&picture(), Theme::Light, accent));
    let numbers = move |_| {
        let about = origin(app);
        let about: Vec<(&str, &str)> = about.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        browser::save(&name("csv"), "text/csv", &series.with(|s| csv(s, lang, &about)));
    };
    let link = move || series.with(|s| format!("#chart-{}", s.id));
    view! {
        <button type="button" data-download="png" on:click=png>"PNG"</button>
        <button type="button" data-download="svg" on:click=drawing>"SVG"</button>
        <button type="button" data-download="csv" on:click=numbers>"CSV"</button>
        <a href=link>{lang.copy_link()}</a>
    }
}

fn picture(series: &Series, app: App) -> Scene {
    let footer: Vec<String> = origin(app).into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let mut sources: Vec<&str> = series.points.iter().flat_map(|p| &p.evidence).map(|e| e.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    let names: Vec<&str> = sources
        .iter()
        .filter_map(|id| find(&app.site.snapshot.sources, id))
        .map(|source| source.publisher.plain(app.lang()))
        .collect();
    let cited = if names.is_empty() { String::new() } else { format!("{}: {}", app.lang().source(), names.join(", ")) };
    let lines: Vec<String> = std::iter::once(cited).chain(footer).collect();
    framed(&layout(series, WIDTH, app.lang()), &series.headline, &series.subtitle, &lines)
}

/// What a file says of where it comes from: choices, address, snapshot, licence.
fn origin(app: App) -> Vec<(String, String)> {
    let lang = app.lang();
    let meta = &app.site.snapshot.snapshot;
    let chosen = app.address.with(|address| {
        let values = Facet::ALL.iter().flat_map(|facet| {
            address
                .filters
                .chosen(*facet)
                .iter()
                .map(|key| lang.facet_value(*facet, key, &app.site.snapshot))
                .collect::<Vec<_>>()
        });
        values
            .chain((!address.filters.words.is_empty()).then(|| address.filters.words.clone()))
            .collect::<Vec<_>>()
            .join(", ")
    });
    vec![
        (lang.filters().to_owned(), chosen),
        (lang.snapshot_word().to_owned(), format!("{}, {}, {}", meta.version, lang.date(meta.created), meta.licence)),
        (lang.site_name().to_owned(), browser::here()),
    ]
}
