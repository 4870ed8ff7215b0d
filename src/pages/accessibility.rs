use crate::app::App;
use crate::parts::{heading, section};
use crate::snapshot::{Date, Day};
use leptos::prelude::*;

/// When the statement was last gone through against the site and the tests.
const REVIEWED: Date = Date::At(Day { year: 2026, month: Some(11), day: Some(23) });

/// What is done so that everyone can read the site, how that is checked, and what falls short.
/// The checks are `tests/browser/tests/everyone.rs` and `keyboard.rs`: keep the words true to them.
#[inline(never)]
pub fn accessibility(app: App) -> AnyView {
    let lang = app.lang();
    let checked = list(&[lang.checked_by_rules(), lang.checked_by_keyboard(), lang.checked_in_engines()]);
    let gaps = [lang.gap_people(), lang.gap_charts(), lang.gap_font(), lang.gap_sideways(), lang.gap_elsewhere()];
    view! {
        {heading(app, lang.accessibility(), move || lang.accessibility_text())}
        {section("checked", lang.how_checked(), "", checked)}
        {section("gaps", lang.known_gaps(), "", list(&gaps))}
        {section("obstacle", lang.report_obstacle(), "", report(app))}
        <p class="note">{lang.statement_date()} ": " {lang.date(REVIEWED)}</p>
    }
    .into_any()
}

fn list(lines: &[&'static str]) -> AnyView {
    let lines: Vec<_> = lines.iter().map(|line| view! { <li>{*line}</li> }).collect();
    view! { <ul>{lines}</ul> }.into_any()
}

fn report(app: App) -> AnyView {
    let lang = app.lang();
    match app.site.snapshot.snapshot.contact.clone() {
        Some(href) => {
            view! { <p>{lang.report_obstacle_text()}</p><p><a href=href>{lang.write_to_us()}</a></p> }.into_any()
        }
        None => view! { <p>{lang.no_contact()}</p> }.into_any(),
    }
}
