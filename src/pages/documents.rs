use crate::app::App;
use crate::parts::{heading, section, some_records};
use crate::query::{Facet, Sort, order};
use crate::snapshot::{Kind, Scope};
use leptos::prelude::*;

/// All documents, the project's own apart from the others.
#[inline(never)]
pub fn documents(app: App) -> AnyView {
    let lang = app.lang();
    view! {
        {heading(app, lang.documents(), move || lang.documents_text())}
        {list(app, Scope::Project, "project", "")}
        {list(app, Scope::Context, "context", lang.not_caused())}
        {list(app, Scope::Related, "related", lang.not_caused())}
    }
    .into_any()
}

fn list(app: App, scope: Scope, id: &'static str, hint: &'static str) -> AnyView {
    let mut shown = app.site.columns.with_key(Facet::Kind, Kind::Document.word());
    shown.and(&app.site.columns.with_key(Facet::Scope, scope.word()));
    let count = shown.count();
    if count == 0 {
        return ().into_any();
    }
    let listed = order(&app.site.columns, &app.site.snapshot, vec![shown], Sort::default(), app.lang());
    let choices: [(Facet, &[&str]); 2] = [(Facet::Kind, &[Kind::Document.word()]), (Facet::Scope, &[scope.word()])];
    let content = some_records(app, listed, count, &choices);
    view! { <div data-scope=scope.word()>{section(id, app.lang().scope(scope), hint, content)}</div> }.into_any()
}
