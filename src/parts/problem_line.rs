use crate::locale::Lang;
use crate::snapshot::Problem;
use leptos::prelude::*;

/// One problem in the reader's language: how grave, where, what was found and expected.
#[inline(never)]
pub fn problem_line(lang: Lang, problem: &Problem) -> AnyView {
    let path = if problem.path.is_empty() { lang.whole_file().to_owned() } else { problem.path.clone() };
    let words = lang.problem(&problem.found, &problem.expected);
    view! { <li data-problem><small>{lang.severity(problem.severity)}</small> " " <code>{path}</code> " " {words}</li> }
        .into_any()
}
