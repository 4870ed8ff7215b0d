use crate::app::App;
use crate::parts::{heading, project_line, record_item, section, shell};
use crate::query::{Facet, Sort, order};
use crate::route::Route;
use crate::snapshot::{Kind, Scope};
use leptos::prelude::*;

/// All documents, the project's own apart from the others.
#[inline(never)]
pub fn documents(app: App) -> AnyView {
    let lang = app.lang();
    let trail = vec![(Some(Route::Overview), lang.overview().to_owned()), (None, lang.documents().to_owned())];
    let content = view! {
        {heading(project_line(app), lang.documents(), lang.documents_text())}
        {list(app, Scope::Project, "project", "")}
        {list(app, Scope::Context, "context", lang.not_caused())}
        {list(app, Scope::Related, "related", lang.not_caused())}
    };
    shell(app, trail, content.into_any())
}

fn list(app: App, scope: Scope, id: &'static str, hint: &'static str) -> AnyView {
    let records = &app.site.snapshot.records;
    let mut shown = app.site.columns.with_key(Facet::Kind, Kind::Document.word());
    shown.and(&app.site.columns.with_key(Facet::Scope, scope.word()));
    if shown.count() == 0 {
        return ().into_any();
    }
    let listed = order(&app.site.columns, &app.site.snapshot, vec![shown], Sort::default(), app.lang());
    let items = listed.filter_map(|i| records.get(i)).map(|record| record_item(app, &record)).collect_view();
    let content = view! { <ol class="records">{items}</ol> };
    view! { <div data-scope=scope.word()>{section(id, app.lang().scope(scope), hint, content)}</div> }.into_any()
}
