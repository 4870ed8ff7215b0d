use super::notices::notices;
use super::{still, text};
use crate::app::App;
use crate::browser;
use crate::chart::Theme;
use crate::locale::{Lang, joined};
use crate::route::{Place, Route};
use crate::snapshot::find;
use leptos::prelude::*;

/// The frame around every page: skip link, header with languages and theme, breadcrumb, footer.
///
/// `trail` is the way down to this page: its parents with their names, and its own name.
#[inline(never)]
pub fn shell(app: App, trail: Vec<(Option<Route>, String)>, content: AnyView) -> AnyView {
    let lang = app.lang();
    let place = app.place();
    let path = place.path();
    let direction = match place.route {
        Route::Direction(id) => Some(tone(app, &id)),
        _ => None,
    };
    view! {
        <a class="skip" href="#main">{lang.skip()}</a>
        <header class="top">
            <a class="brand" href=app.link(&Place::new(lang, Route::Overview))>{lang.site_name()}<b>"."</b></a>
            <nav class="menu" aria-label=lang.menu() data-still="menu">{still(app, "menu", move || menu(app).into_any())}</nav>
            <nav class="languages" aria-label=lang.language()>{languages(app)}</nav>
            {theme_switch(app)}
        </header>
        {notices(app)}
        <main id="main" data-place=path data-tone=direction>
            <nav class="trail" aria-label=lang.breadcrumb()>
                <ol data-still="trail">{still(app, "trail", move || crumbs(app, trail))}</ol>
            </nav>
            {content}
        </main>
        <footer class="bottom" data-still="bottom">{still(app, "bottom", move || bottom(app))}</footer>
        <div id="status" class="unseen" role="status" aria-live="polite"></div>
    }
    .into_any()
}

fn crumbs(app: App, trail: Vec<(Option<Route>, String)>) -> AnyView {
    let crumb = |(route, name): (Option<Route>, String)| match route {
        Some(route) => view! { <li><a href=app.link(&Place::new(app.lang(), route))>{name}</a></li> }.into_any(),
        None => view! { <li aria-current="page">{name}</li> }.into_any(),
    };
    trail.into_iter().map(crumb).collect_view().into_any()
}

fn bottom(app: App) -> AnyView {
    let lang = app.lang();
    let disclaimer = app.site.snapshot.snapshot.disclaimer.as_ref().map(|words| text(words, lang));
    view! {
        <p>{lang.published_facts()} " " {disclaimer}</p>
        <p>
            <a href=app.link(&Place::new(lang, Route::About))>{lang.about()}</a>
            " · "
            <a href=app.link(&Place::new(lang, Route::Accessibility))>{lang.accessibility()}</a>
        </p>
    }
    .into_any()
}

/// The number of a direction's colour, for the style sheet.
pub fn tone(app: App, direction: &str) -> String {
    app.site.snapshot.hue(direction).to_string()
}

fn menu(app: App) -> Vec<AnyView> {
    let lang = app.lang();
    let here = app.place().route;
    let part = |route: &Route| match (&here, route) {
        (Route::Indicator(_), Route::Indicators) => Some("true"),
        (here, route) if here == route => Some("page"),
        _ => None,
    };
    let pages = [
        (Route::Overview, lang.overview()),
        (Route::Explore, lang.explore()),
        (Route::Indicators, lang.indicators()),
        (Route::Documents, lang.documents()),
        (Route::Sources, lang.sources()),
    ];
    let mut items: Vec<AnyView> = pages
        .into_iter()
        .map(|(route, name)| {
            let current = part(&route);
            view! { <a href=app.link(&Place::new(lang, route)) aria-current=current>{name}</a> }.into_any()
        })
        .collect();
    let directions = format!("{}#directions", app.link(&Place::new(lang, Route::Overview)));
    let current = matches!(here, Route::Direction(_)).then_some("true");
    if !app.site.snapshot.directions.is_empty() {
        items.insert(1, view! { <a href=directions aria-current=current>{lang.directions()}</a> }.into_any());
    }
    items
}

/// The same page with the same choices in each language.
fn languages(app: App) -> Vec<AnyView> {
    let place = app.place();
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let other = Place::new(lang, place.route.clone());
            let href = move || app.address.with(|address| app.link_with(&other, &address.filters));
            let current = (lang == place.lang).then_some("true");
            view! {
                <a href=href hreflang=lang.code() lang=lang.code() aria-current=current title=lang.own_name()>{lang.brief_name()}</a>
            }
            .into_any()
        })
        .collect()
}

fn theme_switch(app: App) -> impl IntoView {
    let lang = app.lang();
    let label = move || match app.theme.get() {
        Theme::Light | Theme::Print => lang.theme_to_dark(),
        Theme::Dark => lang.theme_to_light(),
    };
    let switch = move |_| {
        let other = match app.theme.get_untracked() {
            Theme::Light | Theme::Print => Theme::Dark,
            Theme::Dark => Theme::Light,
        };
        browser::switch_theme(other);
        browser::remember_theme(other);
        app.theme.set(other);
    };
    view! { <button type="button" class="theme" data-theme-switch aria-label=label title=label on:click=switch>"◐"</button> }
}

/// A page's heading: where in the project it stands, its name, and its lead.
pub fn heading<Lead: IntoView + 'static>(
    app: App,
    title: impl IntoView + 'static,
    lead: impl FnOnce() -> Lead + 'static,
) -> AnyView {
    view! {
        <p class="eyebrow" data-still="eyebrow">{still(app, "eyebrow", move || eyebrow(app).into_any())}</p>
        <h1 id="heading" tabindex="-1">{title.into_any()}</h1>
        <div class="lead" data-still="lead">{still(app, "lead", move || lead().into_any())}</div>
    }
    .into_any()
}

/// Name and area of the project, and which of its directions the page is about.
fn eyebrow(app: App) -> String {
    let (snapshot, lang) = (&app.site.snapshot, app.lang());
    let areas = snapshot.project.areas.iter().filter_map(|id| find(&snapshot.areas, id));
    let names: Vec<&str> = areas.map(|area| area.name.plain(lang)).collect();
    let mut which = String::new();
    if let Route::Direction(id) = app.place().route {
        let all = snapshot.directions_in_order();
        if let Some(at) = all.iter().position(|direction| direction.id == id) {
            which = lang.direction_of(at + 1, all.len());
        }
    }
    joined(&[snapshot.project.title.plain(lang), &names.join(", "), &which], " · ")
}
