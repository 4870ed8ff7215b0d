use leptos::prelude::*;

/// A section of a page under an ink rule: its heading, what that means, its content.
pub fn section(id: &'static str, title: &'static str, hint: &'static str, content: impl IntoView + 'static) -> AnyView {
    let heading = format!("{id}-heading");
    let hint = (!hint.is_empty()).then(|| view! { " " <small>{hint}</small> });
    view! {
        <section id=id aria-labelledby=heading>
            <h2 id=format!("{id}-heading")>{title}{hint}</h2>
            {content.into_any()}
        </section>
    }
    .into_any()
}
