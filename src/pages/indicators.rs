use crate::app::App;
use crate::parts::{change_column, heading, indicator_rows, section, shell, still_section, text, tone};
use crate::route::Route;
use crate::series::{is_comparable, is_series};
use crate::snapshot::{Indicator, Scope};
use leptos::prelude::*;

/// Every indicator by direction: the project's own, then the context apart from them.
#[inline(never)]
pub fn indicators(app: App) -> AnyView {
    let lang = app.lang();
    let trail = vec![(Some(Route::Overview), lang.overview().to_owned()), (None, lang.indicators().to_owned())];
    let mut steps: Vec<&'static Indicator> = app.site.snapshot.indicators.iter().collect();
    steps.retain(|i| i.scope() == Scope::Project && is_comparable(i) && !is_series(i));
    let part = |scope, id, title, hint| still_section(app, id, title, hint, move || groups(app, scope));
    let apart = |scope: Scope, id, title| {
        let is_some = app.site.snapshot.indicators.iter().any(|indicator| indicator.scope() == scope);
        is_some.then(|| view! { <div data-scope=scope.word()>{part(scope, id, title, lang.not_caused())}</div> })
    };
    let content = view! {
        {heading(app, lang.indicators(), move || lang.indicators_text())}
        {(steps.len() > 1).then(|| section("changes", lang.all_changes(), "", change_column(app, &steps)))}
        {part(Scope::Project, "project", lang.what_changed(), lang.project_indicators())}
        {apart(Scope::Context, "context", lang.meanwhile())}
        {apart(Scope::Related, "related", lang.related_work())}
    };
    shell(app, trail, content.into_any())
}

fn groups(app: App, scope: Scope) -> AnyView {
    let snapshot = &app.site.snapshot;
    let directions = app.site.snapshot.directions_in_order().into_iter().map(Some).chain([None]);
    let groups = directions.filter_map(|direction| {
        let id = direction.map(|d| d.id.as_str());
        let own: Vec<&'static Indicator> =
            snapshot.indicators.iter().filter(|i| i.direction.as_deref() == id && i.scope() == scope).collect();
        let name = match direction {
            Some(direction) => text(&direction.title, app.lang()),
            None => app.lang().whole_project().into_any(),
        };
        let rows = indicator_rows(app, &own);
        (!own.is_empty())
            .then(|| view! { <div class="group" data-tone=id.map(|id| tone(app, id))><h3>{name}</h3>{rows}</div> })
    });
    let groups: Vec<_> = groups.collect();
    if groups.is_empty() {
        return view! { <p class="none">{app.lang().no_result()}</p> }.into_any();
    }
    groups.into_any()
}
