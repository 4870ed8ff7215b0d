use super::{ChartCard, Room, bounded, fixed, sentence, still, text};
use crate::app::App;
use crate::locale::Lang;
use crate::route::{Place, Route};
use crate::series::{Outcome, Sentence, Unit, course, disagree, outcome};
use crate::snapshot::{Direction, Indicator, Scope, Value};
use leptos::prelude::*;

/// One indicator of a page: its chart, what can be said of its progress, its remarks and sources.
#[component]
pub fn IndicatorCard(indicator: &'static Indicator, #[prop(optional)] room: Room) -> impl IntoView {
    let app = App::here();
    let lang = app.lang();
    let series = fixed(course(indicator, &app.site.snapshot, lang));
    let name = format!("indicator-{}", indicator.id);
    let words = still(app, &name, move || words(app, indicator));
    view! {
        <article class="indicator">
            <ChartCard series room/>
            <div data-still=name>{words}</div>
        </article>
    }
}

fn words(app: App, indicator: &'static Indicator) -> AnyView {
    let lang = app.lang();
    let href = app.link(&Place::new(lang, Route::Indicator(indicator.id.clone())));
    view! { {remarks(indicator, lang)}<p class="foot"><a href=href>{lang.all_values()}</a></p> }.into_any()
}

/// What an indicator comes to, where sources differ, and what is remarked on it.
pub fn remarks(indicator: &'static Indicator, lang: Lang) -> AnyView {
    let note = indicator.note.as_ref().map(|note| view! { <p class="note">{text(note, lang)}</p> });
    (sum(indicator, lang), differing(indicator, lang), note).into_any()
}

/// The worked progress of an indicator, or what is missing for it, and how a planned total came about.
pub fn sum(indicator: &'static Indicator, lang: Lang) -> AnyView {
    let unit = Unit::of(indicator, lang);
    let worked = outcome(indicator);
    let words = lang.outcome(&worked, |value| unit.shown(lang, value), &unit);
    let nothing = matches!(worked, Outcome::NotComputable(_)) && indicator.baseline.is_none();
    if words.is_empty() || nothing && indicator.targets.is_empty() {
        return derivations(indicator, lang).into_any();
    }
    view! { <p class="sum">{sentence(&words)}</p>{derivations(indicator, lang)} }.into_any()
}

/// That nothing was published of what the project came to in a direction, and what else there is.
pub fn nothing_found(app: App, direction: &Direction) -> AnyView {
    let mut indicators = app.site.snapshot.indicators.iter();
    let has_context =
        indicators.any(|one| one.direction.as_ref() == Some(&direction.id) && one.scope() == Scope::Context);
    let lang = app.lang();
    (lang.nothing_found_project(), " ", has_context.then(|| lang.regional_figures())).into_any()
}

/// Says that sources disagree, where they do.
pub fn differing(indicator: &'static Indicator, lang: Lang) -> Option<impl IntoView> {
    disagree(indicator).then(|| view! { <p class="note" data-differ>{lang.disagree_note()}</p> })
}

/// "15 = 12 + 3, derived" for each value that we added up.
fn derivations(indicator: &'static Indicator, lang: Lang) -> Vec<AnyView> {
    let unit = Unit::of(indicator, lang);
    let line = |value: &Value| {
        let derived = value.derived.as_ref()?;
        let sign = if derived.op == crate::snapshot::Operation::Sum { " + " } else { " − " };
        let mut terms = Sentence::default();
        for (i, term) in derived.terms.iter().enumerate() {
            terms.push(if i == 0 { "" } else { sign }.into());
            terms.push(Sentence::number(term.value, unit.shown(lang, term.value)));
        }
        let terms = sentence(&terms);
        let number = bounded(value.value?, value.bound, &unit, lang);
        Some(view! { <p class="sum">{number} " = " {terms} {format!(" · {}", lang.derived())}</p> }.into_any())
    };
    indicator.values().filter_map(line).collect()
}
