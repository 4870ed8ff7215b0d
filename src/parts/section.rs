use super::still;
use crate::app::App;
use leptos::prelude::*;

/// A section of a page under an ink rule: its heading, what that means, its content.
pub fn section(id: &'static str, title: &'static str, hint: &'static str, content: impl IntoView + 'static) -> AnyView {
    view! {
        <section id=id aria-labelledby=format!("{id}-heading")>{heading(id, title, hint)}{content.into_any()}</section>
    }
    .into_any()
}

/// A section that stands still: nothing changes it as long as its page is shown.
pub fn still_section(
    app: App,
    id: &'static str,
    title: &'static str,
    hint: &'static str,
    content: impl FnOnce() -> AnyView + 'static,
) -> AnyView {
    let all = move || (heading(id, title, hint), content()).into_any();
    view! {
        <section id=id aria-labelledby=format!("{id}-heading") data-still=id>{still(app, id, all)}</section>
    }
    .into_any()
}

fn heading(id: &'static str, title: &'static str, hint: &'static str) -> AnyView {
    let hint = (!hint.is_empty()).then(|| view! { " " <small>{hint}</small> });
    view! { <h2 id=format!("{id}-heading")>{title}{hint}</h2> }.into_any()
}
