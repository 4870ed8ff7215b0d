use crate::app::App;
use crate::locale::sort_key;
use crate::parts::{ChartCard, bounded, fixed, heading, money_in_full, section, shell, still_section, text};
use crate::route::{Place, Route};
use crate::series::{Unit, coverage};
use crate::snapshot::{Evidence, Source, find};
use crate::sort::sort_by_key;
use leptos::prelude::*;
use rustc_hash::FxHashMap;

/// What is known of each direction, and every source with all that it bears out.
#[inline(never)]
pub fn sources(app: App) -> AnyView {
    let lang = app.lang();
    let trail = vec![(Some(Route::Overview), lang.overview().to_owned()), (None, lang.sources().to_owned())];
    let known = fixed(coverage(&app.site.snapshot, lang));
    let content = view! {
        {heading(app, lang.sources(), move || lang.sources_text())}
        {section("coverage", lang.coverage_title(), "", view! { <ChartCard series=known/> })}
        {still_section(app, "list", lang.all_sources(), "", move || list(app))}
    };
    shell(app, trail, content.into_any())
}

fn list(app: App) -> AnyView {
    let lang = app.lang();
    let mut all: Vec<&'static Source> = app.site.snapshot.sources.iter().collect();
    sort_by_key(&mut all, |source| sort_key(lang, source.publisher.plain(lang)));
    let mut records = records(app);
    let items = all
        .into_iter()
        .map(|source| entry(app, source, records.remove(&source.id).map(|(lines, _)| lines)))
        .collect_view();
    view! { <ol class="source-list">{items}</ol> }.into_any()
}

fn entry(app: App, source: &'static Source, records: Option<Vec<AnyView>>) -> AnyView {
    let lang = app.lang();
    let title = match &source.url {
        Some(url) => view! { <a href=url.clone() rel="noopener">{text(&source.title, lang)}</a> }.into_any(),
        None => view! { {text(&source.title, lang)} " (" {lang.no_address()} ")" }.into_any(),
    };
    let published = source.published.map(|date| format!("{} {} · ", lang.published(), lang.date(date)));
    let read = format!(
        "{} {} · {}: {}",
        lang.accessed(),
        lang.date(source.accessed),
        lang.original_language(),
        lang.language_name(&source.language)
    );
    view! {
        <li id=format!("source-{}", source.id)>
            <h3>{title}</h3>
            <p>{text(&source.publisher, lang)} " · " <small>{published}{read}</small></p>
            <details id=format!("carries-{}", source.id)>
                <summary>{lang.bears_out()}</summary>
                <ul>{project(app, source)}{values(app, source)}{records}</ul>
            </details>
        </li>
    }
    .into_any()
}

fn cites(evidence: &[Evidence], source: &Source) -> bool {
    evidence.iter().any(|one| one.source == source.id)
}

/// What the source says of the project as a whole.
fn project(app: App, source: &Source) -> Vec<AnyView> {
    let (lang, project) = (app.lang(), &app.site.snapshot.project);
    let budget = money_in_full(&project.budget, lang);
    let lead = find(&app.site.snapshot.organisations, &project.lead).map(|lead| text(&lead.name, lang));
    let facts = [
        (lang.total_budget(), budget, &project.budget.evidence),
        (lang.project_years(), lang.date(project.period.date).into_any(), &project.period.evidence),
        (lang.lead_implementer(), lead.into_any(), &project.lead_evidence),
    ];
    let of_source = facts.into_iter().filter(|(_, _, evidence)| cites(evidence, source));
    of_source.map(|(name, fact, _)| view! { <li data-scope="project">{name} ": " {fact}</li> }.into_any()).collect()
}

/// The values that stand in the source, which those that we worked out do not; many of one indicator are
/// summed up as their number.
fn values(app: App, source: &'static Source) -> Vec<AnyView> {
    const MOST: usize = 8;
    let lang = app.lang();
    let lines = app.site.snapshot.indicators.iter().filter_map(|indicator| {
        let own: Vec<_> = indicator
            .values()
            .filter(|value| value.derived.is_none() && cites(indicator.evidence_of(value), source))
            .filter(|value| value.value.is_some())
            .collect();
        let unit = Unit::of(indicator, lang);
        let href = app.link(&Place::new(lang, Route::Indicator(indicator.id.clone())));
        let figures = own.iter().filter_map(|value| {
            let status = value.status.is_ahead().then(|| format!(" ({})", lang.status(value.status)));
            Some((bounded(value.value?, value.bound, &unit, lang), status))
        });
        let figures = figures.take(MOST).enumerate().map(|(place, (figure, status))| {
            view! { {if place > 0 { "; " } else { " " }} {figure} {status} }
        });
        let more = (own.len() > MOST).then(|| format!(" … ({})", lang.number(own.len() as f64, 0)));
        (!own.is_empty()).then(|| {
            view! { <li data-scope=indicator.scope().word()><a href=href>{text(&indicator.title, lang)}</a> ":" {figures.collect_view()}{more}</li> }
                .into_any()
        })
    });
    lines.collect()
}

/// The records that each source bears out: of very many the first, and how many there are.
fn records(app: App) -> FxHashMap<String, (Vec<AnyView>, usize)> {
    const MOST: usize = 500;
    let mut of_sources: FxHashMap<String, (Vec<AnyView>, usize)> = FxHashMap::default();
    for record in app.site.snapshot.records.iter() {
        let mut sources: Vec<&str> = record.evidence.iter().map(|one| one.source.as_str()).collect();
        sort_by_key(&mut sources, |source| *source);
        sources.dedup();
        for source in sources {
            let (lines, all) = of_sources.entry(source.to_owned()).or_default();
            *all += 1;
            if *all <= MOST {
                let title = text(&record.title, app.lang());
                lines.push(view! { <li data-scope=record.scope.word()>{title}</li> }.into_any());
            }
        }
    }
    for (lines, all) in of_sources.values_mut().filter(|(lines, all)| *all > lines.len()) {
        lines.push(view! { <li>{format!("… ({})", app.lang().number(*all as f64, 0))}</li> }.into_any());
    }
    of_sources
}
