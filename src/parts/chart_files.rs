use super::charted::Charted;
use super::still;
use crate::app::App;
use crate::browser;
use crate::chart::{Scene, Theme, Tone, framed, layout, svg};
use crate::locale::Lang;
use crate::query::Facet;
use crate::route::Route;
use crate::series::{Form, Series, csv, span_name};
use crate::snapshot::{Date, Evidence, find};
use crate::sort::distinct;
use leptos::prelude::*;

/// Width of pictures that leave the site, in CSS pixels.
const WIDTH: f64 = 760.0;

/// The buttons that give a chart away: picture, drawing, numbers, address, citation. One that `follows` choices
/// says in its files which they were.
pub fn tools(series: Charted, accent: Tone, follows: bool, app: App) -> impl IntoView {
    let lang = app.lang();
    let name = move |kind: &str| series.with_untracked(|s| format!("bagyt-{}.{kind}", s.id));
    let picture = move || series.with_untracked(|s| picture(s, follows, app));
    let theme = move || if app.theme.get_untracked() == Theme::Dark { Theme::Dark } else { Theme::Light };
    let png = move || {
        let url = browser::png(&picture(), theme(), accent);
        url.map(|url| browser::save_url(&name("png"), &url)).is_some()
    };
    let drawing = move || browser::save(&name("svg"), "image/svg+xml", &svg(&picture(), Theme::Light, accent));
    let numbers = move || {
        let about = series.with_untracked(|s| origin(s, follows, app));
        let about: Vec<(&str, &str)> = about.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        browser::save(&name("csv"), "text/csv", &series.with_untracked(|s| csv(s, lang, &about)))
    };
    let (said, at) = (RwSignal::new(""), StoredValue::new(String::new()));
    let say = move |words: &'static str| {
        at.set_value(app.address_of_part(""));
        said.set(words);
        browser::announce(words);
    };
    let give = move |text: &str, done: &'static str| say(if browser::copy(text) { done } else { lang.not_copied() });
    // Of a file that comes the browser tells itself.
    let file = move |is_there: bool| say(if is_there { "" } else { lang.not_saved() });
    let link = move || give(&series.with_untracked(|s| address(s, app)), lang.link_copied());
    let cite = move || give(&series.with_untracked(|s| citation(s, app)), lang.citation_copied());
    // One listener for all, so that the buttons can be those of the page that was there.
    let clicked = move |event: leptos::ev::MouseEvent| match browser::value_around(&event, GIVES).as_deref() {
        Some("png") => file(png()),
        Some("svg") => file(drawing()),
        Some("csv") => file(numbers()),
        Some("link") => link(),
        Some("citation") => cite(),
        _ => {}
    };
    let told = move || Some(said.get()).filter(|words| !words.is_empty() && is_at(app, at));
    let id = series.with_untracked(|series| series.id.clone());
    let name = format!("gives-{id}");
    let buttons = still(app, &name, move || buttons(&id, lang));
    view! {
        <div class="gives" data-still=name on:click=clicked>{buttons}</div>
        <span class="said" aria-hidden="true">{told}</span>
    }
}

/// Whether that is still the address: after another choice what was copied is not this chart any more.
#[inline(never)]
fn is_at(app: App, at: StoredValue<String>) -> bool {
    app.address.track();
    at.with_value(|at| *at == app.address_of_part(""))
}

/// The attributes that say what a button gives.
const GIVES: [&str; 2] = ["data-download", "data-copy"];

fn buttons(id: &str, lang: Lang) -> AnyView {
    view! {
        <button type="button" data-download="png">"PNG"</button>
        <button type="button" data-download="svg">"SVG"</button>
        <button type="button" data-download="csv">"CSV"</button>
        <a href=format!("#chart-{id}") data-copy="link">{lang.copy_link()}</a>
        <button type="button" data-copy="citation">{lang.copy_citation()}</button>
    }
    .into_any()
}

/// The address that opens at this chart, with the choices it is made by.
fn address(series: &Series, app: App) -> String {
    app.address_of_part(&format!("chart-{}", series.id))
}

/// The chart as a reference in a text: what it says, who says it, where and when it was read.
fn citation(series: &Series, app: App) -> String {
    let lang = app.lang();
    let meta = &app.site.snapshot.snapshot;
    let sources = publishers(series, app);
    let parts = [
        series.headline.to_string(),
        series.subtitle.clone(),
        if sources.is_empty() { String::new() } else { format!("{}: {sources}", lang.source()) },
        format!("{}, {} {} ({})", lang.site_name(), lang.version(), meta.version, lang.date(meta.created)),
        format!("{} ({}: {})", address(series, app), lang.accessed_on(), lang.date(Date::At(browser::today()))),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}

fn picture(series: &Series, follows: bool, app: App) -> Scene {
    let lines: Vec<String> = origin(series, follows, app)
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    framed(&layout(series, WIDTH, app.lang()), &series.headline.to_string(), &series.subtitle, &lines)
}

/// The names of those whose sources the numbers stand in, each once.
fn publishers(series: &Series, app: App) -> String {
    let publisher = |one: &Evidence| Some(find(&app.site.snapshot.sources, &one.source)?.publisher.plain(app.lang()));
    distinct(series.evidence().iter().filter_map(publisher)).join(", ")
}

/// What a file says of where it comes from: sources, choices or else whose it is, snapshot, licence, address.
fn origin(series: &Series, follows: bool, app: App) -> Vec<(String, String)> {
    let lang = app.lang();
    let meta = &app.site.snapshot.snapshot;
    let of = if follows {
        (lang.filters().to_owned(), choices(series, app))
    } else {
        (lang.scope_word().to_owned(), series.scope.map(|scope| lang.scope(scope).to_owned()).unwrap_or_default())
    };
    let cited = Some(publishers(series, app)).filter(|names| !names.is_empty());
    vec![
        (lang.source().to_owned(), cited.unwrap_or_else(|| lang.counted_from(&meta.version))),
        of,
        (lang.snapshot_word().to_owned(), format!("{}, {}, {}", meta.version, lang.date(meta.created), meta.licence)),
        (lang.site_name().to_owned(), address(series, app)),
    ]
}

/// What is chosen, in words. A chart leaves the choices of its own facet aside, so that its numbers are not of them.
fn choices(series: &Series, app: App) -> String {
    let lang = app.lang();
    app.address.with_untracked(|address| {
        let filters = match &address.place.route {
            Route::Direction(id) => address.filters.within(id),
            _ => address.filters.clone(),
        };
        // What there is not is ignored by the chart too.
        let is_known = |facet: Facet, key: &&String| app.site.columns.keys(facet).contains(*key);
        let mut chosen: Vec<String> = Vec::new();
        for facet in Facet::ALL.into_iter().filter(|facet| series.facet != Some(*facet)) {
            let known = filters.chosen(facet).iter().filter(|key| is_known(facet, key));
            chosen.extend(known.map(|key| lang.facet_value(facet, key, &app.site.snapshot)));
        }
        let amounts = filters.amounts.as_ref().filter(|_| series.form != Form::Sizes);
        chosen.extend(amounts.map(|span| span_name(span, lang)));
        chosen.extend(Some(filters.words).filter(|words| !words.is_empty()));
        chosen.join(", ")
    })
}
