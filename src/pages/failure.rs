use crate::browser;
use crate::locale::Lang;
use crate::parts::problem_lines;
use crate::snapshot::Problem;
use leptos::prelude::*;

/// Why there is no page.
#[derive(Debug, Clone)]
pub enum Failure {
    /// The file did not come; the address and what went wrong.
    Network(String),
    /// The file is of another site.
    Origin(String),
    /// The file was refused.
    Content(Vec<Problem>),
}

/// What happened, where, what to do, and another try: as a page, or at the head of one that is `kept`.
#[inline(never)]
pub fn failure(
    lang: Lang,
    failure: Failure,
    root: String,
    kept: bool,
    again: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let advice = match &failure {
        Failure::Network(_) => lang.error_advice_network(),
        Failure::Origin(_) => "",
        Failure::Content(_) => lang.error_advice_content(),
    };
    let (what, summary, details) = match failure {
        Failure::Network(detail) => (lang.error_network(), lang.details_word(), one(detail)),
        Failure::Origin(url) => (lang.error_origin(), lang.details_word(), one(url)),
        Failure::Content(problems) => (lang.error_content(), lang.problems(), problem_lines(lang, &problems)),
    };
    // Two loads at once would put two apps in the page's place. A failure has a button of its own again.
    let tried = StoredValue::new(false);
    let retry = move |_| {
        if !tried.try_update_value(|tried| std::mem::replace(tried, true)).unwrap_or(true) {
            browser::set_state("loading");
            again();
        }
    };
    let actions = view! {
        <p>
            <button type="button" data-retry on:click=retry>{lang.retry()}</button>
            " " <a href=format!("{root}{}/", lang.code()) rel="external">{lang.default_snapshot()}</a>
        </p>
    };
    if kept {
        // The page is the one without choices.
        let unmade = browser::here().contains('?').then(|| lang.choices_unmade());
        return view! {
            <div class="notice" role="alert" data-notice="failure">
                <p><strong>{what}</strong> " " {lang.kept_page()} " " {unmade} " " {advice}</p>
                <details id="failure-details"><summary>{summary}</summary><ul class="problems">{details}</ul></details>
                {actions}
            </div>
        }
        .into_any();
    }
    page(lang, what, details, advice, actions.into_any())
}

fn one(detail: String) -> AnyView {
    view! { <li data-problem><code>{detail}</code></li> }.into_any()
}

#[inline(never)]
fn page(lang: Lang, what: &'static str, details: AnyView, advice: &'static str, actions: AnyView) -> AnyView {
    view! {
        <main id="main">
            <div class="failure" role="alert">
                <h1 id="heading" tabindex="-1">{lang.error_title()}</h1>
                <p class="lead">{what}</p>
                <ul class="problems">{details}</ul>
                <p>{advice}</p>
                {actions}
            </div>
        </main>
    }
    .into_any()
}
