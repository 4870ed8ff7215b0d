use super::problem_lines;
use crate::app::{App, Notice};
use crate::browser;
use leptos::prelude::*;

/// What is to be said of this page's data and program; nothing when all is as expected.
pub fn notices(app: App) -> AnyView {
    let newer = move || app.newer.get().then(|| newer(app));
    (app.notice.with_value(|notice| notice.as_ref().map(|notice| told(app, notice))), newer).into_any()
}

#[inline(never)]
fn told(app: App, notice: &Notice) -> AnyView {
    let lang = app.lang();
    let date = lang.date(app.site.snapshot.snapshot.created);
    let (kind, words, problems) = match notice {
        Notice::Kept => ("kept", lang.kept_copy(&date), [].as_slice()),
        Notice::Refused(problems) => ("refused", lang.kept_for_refused(&date), problems.as_slice()),
        Notice::Changed => ("changed", lang.changed_data().to_owned(), [].as_slice()),
    };
    let problems = (!problems.is_empty()).then(|| {
        let lines = problem_lines(lang, problems);
        view! { <details id="refused"><summary>{lang.problems()}</summary><ul class="problems">{lines}</ul></details> }
    });
    view! { <aside class="notice" data-notice=kind><p>{words}</p>{problems}</aside> }.into_any()
}

/// A bar that lies over the page's end, so that nothing moves when it comes.
#[inline(never)]
fn newer(app: App) -> AnyView {
    let lang = app.lang();
    view! {
        <aside class="notice newer" role="status" data-notice="newer">
            <p>{lang.new_version()}</p>
            <button type="button" data-update on:click=|_| browser::take_new_version()>{lang.take_new_version()}</button>
        </aside>
    }
    .into_any()
}
