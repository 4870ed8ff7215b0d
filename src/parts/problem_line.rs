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

/// The first problems of many, and how many more there are.
#[inline(never)]
pub fn problem_lines(lang: Lang, problems: &[Problem]) -> AnyView {
    const MOST: usize = 20;
    let more = problems.len().saturating_sub(MOST);
    let more =
        (more > 0).then(|| view! { <li>{format!("{}: {}", lang.more_values(), lang.number(more as f64, 0))}</li> });
    let first = problems.iter().take(MOST).map(|problem| problem_line(lang, problem)).collect_view();
    (first, more).into_any()
}
