use crate::app::App;
use crate::parts::{
    ChartCard, Room, bounded, evidence, fixed, heading, money_in_full, nothing_found, number, section, shell, still,
    text, tone,
};
use crate::query::{Columns, Facet, Filters, Selection};
use crate::route::{Place, Route};
use crate::series::{
    Series, Unit, change, counts, currencies, elsewhere, is_comparable, is_series, money as amounts, timeline,
};
use crate::snapshot::{Date, Day, Direction, Indicator, find};
use crate::sort::distinct;
use leptos::prelude::*;

/// Events on the overview's calendar at most; each direction's page has its own.
const MOST_EVENTS: usize = 14;

/// What the project is, what each direction came to, what happened when, what it cost.
#[inline(never)]
pub fn overview(app: App) -> AnyView {
    let lang = app.lang();
    let snapshot = &app.site.snapshot;
    let columns: &Columns = &app.site.columns;
    let hits = Selection::of(&Filters::default(), columns).run(columns);
    let line = fixed(timeline(snapshot, hits.shown(columns), MOST_EVENTS, lang));
    let costs = currencies(columns, &hits).into_iter().map(|of| {
        let series = fixed(amounts(&of, snapshot, columns, &hits, lang));
        view! { <ChartCard series room=Room::Half/> }
    });
    let costs = costs.collect_view();
    let directions = snapshot.directions_in_order();
    let named = !directions.is_empty();
    // Charts of records share a scale, so that cards can be compared.
    let counted: Vec<Series> = directions.iter().map(|direction| records_of(app, direction)).collect();
    let top = counted.iter().flat_map(|series| &series.points).filter_map(|point| point.value).reduce(f64::max);
    let cards = directions.into_iter().zip(counted);
    let cards = cards.map(|(direction, counted)| card(app, direction, Series { top, ..counted })).collect_view();
    let content = view! {
        {heading(app, text(&snapshot.project.title, lang), move || text(&snapshot.project.summary, lang))}
        <dl class="key" data-still="key">{still(app, "key", move || figures(app))}</dl>
        {named.then(|| section("directions", lang.directions_heading(), lang.each_best(), view! { <div class="cards">{cards}</div> }))}
        {section("timeline", lang.years_on_line(), lang.dated_events(), view! { <ChartCard series=line/> })}
        {section("money", lang.what_it_cost(), lang.money_note(), view! {
            <div data-still="budget">{still(app, "budget", move || budget(app))}</div>
            <div class="charts">{costs}</div>
        })}
    };
    shell(app, vec![(None, lang.overview().to_owned())], content.into_any())
}

/// The project in a few figures, each with its source.
fn figures(app: App) -> AnyView {
    let lang = app.lang();
    let snapshot = &app.site.snapshot;
    let project = &snapshot.project;
    let name = |id: &str| find(&snapshot.organisations, id).map(|organisation| text(&organisation.name, lang));
    let budget_note = project.budget.note.as_ref().map(|note| view! { " " {text(note, lang)} });
    let unit = Unit::money(&project.budget.currency);
    let budget = bounded(project.budget.amount, project.budget.bound, &unit, lang);
    let year = |day: Day| number(f64::from(day.year), day.year.to_string());
    let years = match project.period.date {
        Date::Range(Some(first), Some(last)) if first.year != last.year => {
            view! { {year(first)} "–" {year(last)} }.into_any()
        }
        Date::Range(Some(only), Some(_)) | Date::At(only) => year(only),
        open => lang.date(open).into_any(),
    };
    let period_note = project.period.note.as_ref().map(|note| view! { ". " {text(note, lang)} });
    let headline = project.headline.iter().filter_map(|id| find(&snapshot.indicators, id)).filter_map(|indicator| {
        let value = indicator.latest()?;
        let figure = bounded(value.value?, value.bound, &Unit::of(indicator, lang), lang);
        let href = app.link(&Place::new(lang, Route::Indicator(indicator.id.clone())));
        Some(view! {
            <div>
                <dt><a href=href>{text(&indicator.title, lang)}</a></dt>
                <dd>{figure}</dd>
                <dd class="cite">{evidence(app, indicator.evidence_of(value))}</dd>
            </div>
        })
    });
    view! {
        <div>
            <dt>{lang.total_budget()} "; " {lang.paid_by()} " " {name(&project.funder)} "." {budget_note}</dt>
            <dd>{budget}</dd>
            <dd class="cite">{evidence(app, &project.budget.evidence)}</dd>
        </div>
        <div>
            <dt>{lang.project_years()} {period_note}</dt>
            <dd>{years}</dd>
            <dd class="cite">{evidence(app, &project.period.evidence)}</dd>
        </div>
        {headline.collect_view()}
        <div>
            <dt>{lang.lead_implementer()}</dt>
            <dd>{name(&project.lead)}</dd>
            <dd class="cite">{evidence(app, &project.lead_evidence)}</dd>
        </div>
    }
    .into_any()
}

/// The budget, before any sums that were only proposed.
fn budget(app: App) -> AnyView {
    let lang = app.lang();
    let budget = &app.site.snapshot.project.budget;
    let exact = money_in_full(budget, lang);
    let note = budget.note.as_ref().map(|note| text(note, lang));
    view! {
        <p class="best">{exact}</p>
        <p>{lang.total_budget()} ". " {note}</p>
        <p class="cite">{evidence(app, &budget.evidence)}</p>
    }
    .into_any()
}

fn card(app: App, direction: &'static Direction, counted: Series) -> AnyView {
    let best = app.site.snapshot.best(direction);
    let name = format!("card-{}", direction.id);
    let words = still(app, &name, move || came_to(app, direction, best));
    view! {
        <article class="card" data-tone=tone(app, &direction.id)>
            <div data-still=name>{words}</div>
            {small_chart(app, best, counted)}
        </article>
    }
    .into_any()
}

/// A direction's name, and what it came to.
fn came_to(app: App, direction: &'static Direction, best: Option<&'static Indicator>) -> AnyView {
    let lang = app.lang();
    let href = app.link(&Place::new(lang, Route::Direction(direction.id.clone())));
    let body = match best {
        Some(indicator) => best_number(app, indicator),
        None => view! { <p class="none">{lang.no_result()}</p><p>{nothing_found(app, direction)}</p> }.into_any(),
    };
    view! { <h3><a href=href>{text(&direction.title, lang)}</a></h3>{body} }.into_any()
}

fn best_number(app: App, indicator: &'static Indicator) -> AnyView {
    let lang = app.lang();
    let unit = Unit::of(indicator, lang);
    let figure = |value: &crate::snapshot::Value| value.value.map(|v| bounded(v, value.bound, &unit, lang));
    let (before, latest) = (indicator.before(), indicator.latest());
    let from = before.and_then(figure).map(|figure| view! { {figure} " → " });
    let cited =
        distinct([before, latest].into_iter().flatten().flat_map(|value| indicator.evidence_of(value)).cloned());
    let place = Some(elsewhere(indicator, &app.site.snapshot, lang)).filter(|place| !place.is_empty());
    let place = place.map(|place| format!(" · {place}"));
    view! {
        <p class="best">{from} {latest.and_then(figure)}</p>
        <p>{text(&indicator.title, lang)} {place}</p>
        <p class="cite">{evidence(app, &cited)}</p>
    }
    .into_any()
}

/// The best number's course where it has one; else what records of the project's own were found.
fn small_chart(app: App, best: Option<&'static Indicator>, counted: Series) -> Option<AnyView> {
    let drawn = best.filter(|indicator| is_comparable(indicator) && !is_series(indicator));
    let series = match drawn {
        Some(indicator) => change(indicator, &app.site.snapshot, app.lang()),
        None => Series { subtitle: format!("{} · {}", counted.subtitle, app.lang().same_scale()), ..counted },
    };
    (!series.is_empty()).then(|| view! { <ChartCard series=fixed(series) room=Room::Card/> }.into_any())
}

/// How many records of the project's own a direction has, by kind.
fn records_of(app: App, direction: &Direction) -> Series {
    let (snapshot, columns) = (&app.site.snapshot, &app.site.columns);
    let filters = Filters::default().within(&direction.id);
    let hits = Selection::of(&filters, columns).run(columns);
    let series = counts(Facet::Kind, snapshot, columns, &hits, app.lang());
    // On a card a bar is no control: it would choose a kind on a page without a list.
    let id = format!("records-{}", direction.id);
    Series { id, facet: None, hue: Some(app.site.snapshot.hue(&direction.id)), ..series }
}
