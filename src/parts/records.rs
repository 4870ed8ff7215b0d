use super::choosing::Choosing;
use super::filter_bar::FilterBar;
use super::record_charts::{Counted, RecordCharts};
use super::record_list::RecordList;
use crate::app::App;
use crate::browser;
use crate::query::{Facet, Filters, Hits, Selection};
use crate::series::{sized, span_name};
use crate::snapshot::{Scope, visible};
use leptos::prelude::*;

/// Filters, charts and list over the records, of one direction or of all.
#[component]
pub fn Records(
    /// Limits everything to one direction.
    #[prop(optional, into)]
    direction: Option<String>,
    choosing: Choosing,
    facets: &'static [Facet],
    charts: &'static [Counted],
) -> impl IntoView {
    let app = App::here();
    let lang = app.lang();
    let Choosing { filters, hits, turns } = choosing;
    // A direction's page has its own heading over all this.
    let heading = direction.is_none().then(|| view! { <h2 class="unseen">{lang.who_what_when()}</h2> });
    let chosen = app.filters();
    // What there is on this page, whatever is chosen as it opens.
    let within = Filters::everything(direction.as_slice());
    let base = StoredValue::new(Selection::of(&within, &app.site.columns).run(&app.site.columns));
    let total = base.with_value(|base| base.count());
    let columns = &app.site.columns;
    let count = Memo::new(move |_| hits.with(|hits| hits.count()));
    Effect::new(move |before: Option<()>| {
        let words = lang.records_shown(count.get(), total);
        if before.is_some() {
            browser::announce(&words);
        }
    });
    // Amounts are chosen where there is a chart of them.
    let currencies = if charts.contains(&Counted::Amounts) { sized(columns) } else { Vec::new() };
    let clear = move || chosen.with(|f| app.link_with(&app.place(), &f.cleared()));
    let shown = move || lang.number(count.get() as f64, 0);
    view! {
        <div class="explore" data-settled=move || turns.settled.get().then_some("")>
            <FilterBar facets currencies base hits filters turns/>
            <div class="results">
                {unknown(app, direction.clone(), hits)}
                <div class="chips">
                    {move || chips(app, facets, &chosen.get())}
                    <a class="clear" data-clear href=clear hidden=move || chosen.with(Filters::is_default)>{lang.clear_all()}</a>
                </div>
                <p class="count" id="count" tabindex="-1">
                    <output data-count=move || count.get().to_string()><strong>{shown}</strong></output>
                    " " {lang.of_records(total)}
                </p>
                {elsewhere(app, count, total)}
                <div hidden=move || count.get() == 0>
                    <RecordCharts charts direction hits filters turns/>
                    <p class="note">{lang.counts_note()}</p>
                </div>
                {heading}
                <RecordList hits filters turns/>
            </div>
        </div>
    }
}

/// Chips of one facet at most: each carries all choices but its own.
const MOST_CHIPS: usize = 100;

/// What is chosen, each with a way to take it back.
#[inline(never)]
fn chips(app: App, facets: &'static [Facet], filters: &Filters) -> Vec<AnyView> {
    let lang = app.lang();
    let mut chips = Vec::new();
    for facet in facets.iter().filter(|facet| **facet != Facet::Year) {
        for key in filters.chosen(*facet).iter().take(MOST_CHIPS) {
            let mut without = filters.clone();
            without.toggle(*facet, key);
            chips.push(chip(app, lang.facet_value(*facet, key, &app.site.snapshot), without));
        }
    }
    for run in runs(filters.chosen(Facet::Year)).take(MOST_CHIPS) {
        let mut without = filters.clone();
        run.iter().for_each(|year| without.toggle(Facet::Year, year));
        let name = |key: &String| lang.facet_value(Facet::Year, key, &app.site.snapshot);
        let names = match run {
            [first, .., last] => format!("{}–{}", name(first), name(last)),
            one => one.iter().map(name).collect(),
        };
        chips.push(chip(app, names, without));
    }
    if let Some(span) = &filters.amounts {
        let mut without = filters.clone();
        without.amounts = None;
        chips.push(chip(app, span_name(span, lang), without));
    }
    if !filters.words.is_empty() {
        let mut without = filters.clone();
        without.words.clear();
        chips.push(chip(app, lang.quoted(&filters.words), without));
    }
    chips
}

#[inline(never)]
fn chip(app: App, name: String, without: Filters) -> AnyView {
    let href = app.link_with(&app.place(), &without);
    let label = format!("{}: {name}", app.lang().remove_choice());
    view! { <a class="chip" data-chip href=href aria-label=label>{name} <span>" ×"</span></a> }.into_any()
}

/// Years in runs that follow on each other; what is undated is a run of its own.
fn runs(years: &[String]) -> impl Iterator<Item = &[String]> {
    let follows =
        |a: &String, b: &String| a.parse::<u32>().ok().zip(b.parse().ok()).is_some_and(|(a, b): (u32, u32)| a + 1 == b);
    years.chunk_by(follows)
}

/// Letters of what means nothing that are told.
const MOST_UNKNOWN: usize = 300;

/// A polite note on choices in the address that mean nothing here, such as another direction on a direction's page.
fn unknown(app: App, direction: Option<String>, hits: Memo<Hits>) -> impl IntoView {
    let filters = app.filters();
    move || {
        let another = filters.with(|filters| {
            let chosen = filters.chosen(Facet::Direction);
            chosen.iter().any(|key| direction.as_ref().is_some_and(|direction| direction != key))
        });
        let any = another
            || app.address.with(|address| !address.unknown.is_empty())
            || hits.with(|hits| !hits.selection.unknown.is_empty());
        any.then(|| unknown_note(app, direction.as_deref(), hits))
    }
}

#[inline(never)]
fn unknown_note(app: App, direction: Option<&str>, hits: Memo<Hits>) -> AnyView {
    let address = app.address.get_untracked();
    let others = address.filters.chosen(Facet::Direction).iter().map(|key| (Facet::Direction, key.clone()));
    let others = others.filter(|(_, key)| direction.is_some_and(|direction| direction != key));
    let values = hits.with_untracked(|hits| hits.selection.unknown.clone()).into_iter().chain(others);
    let values = values.map(|(facet, key)| format!("{}={key}", facet.key()));
    let all: Vec<String> = address.unknown.into_iter().chain(values).collect();
    // An address is anybody's text: no more of it than tells a reader what is meant.
    let all = all.join(", ");
    let all = visible(all.as_str().into());
    let mut told: String = all.chars().take(MOST_UNKNOWN).collect();
    if told.len() < all.len() {
        told.push('…');
    }
    view! { <p class="note" data-note>{app.lang().unknown_note()} " " {told}</p> }.into_any()
}

/// Where nothing of the project's own was published, what else there is.
fn elsewhere(app: App, count: Memo<usize>, total: usize) -> impl IntoView {
    let lang = app.lang();
    let filters = app.filters();
    move || {
        let opening = filters.with(Filters::is_default);
        (opening && count.get() == 0 && total > 0).then(|| {
            let href = filters.with(|f| {
                let mut all = f.clone();
                all.toggle(Facet::Scope, Scope::Project.word());
                app.link_with(&app.place(), &all)
            });
            let words = lang.other_records(total);
            view! { <p class="note">{lang.no_project_records()} " " <a href=href>{words}</a></p> }
        })
    }
}
