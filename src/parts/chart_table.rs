use super::number;
use crate::app::App;
use crate::route::{Place, Route};
use crate::series::{Series, table};
use crate::snapshot::find;
use leptos::prelude::*;

/// The table twin of a chart: the same points, with their remarks and sources.
pub fn chart_table(series: Signal<Series>, app: App) -> impl IntoView {
    let lang = app.lang();
    let sources = app.link(&Place::new(lang, Route::Sources));
    let rows = move || {
        let sources = sources.clone();
        series.with(|series| {
            let table = table(series, lang);
            let grouped = series.groups.len() > 1;
            let cited = series.points.iter().any(|point| !point.evidence.is_empty());
            let head = [grouped.then(|| lang.group_word().to_owned())]
                .into_iter()
                .flatten()
                .chain(table.columns)
                .chain(cited.then(|| lang.source().to_owned()))
                .map(|name| view! { <th scope="col">{name}</th> })
                .collect_view();
            let body = table
                .rows
                .into_iter()
                .map(|row| {
                    let value = match row.value {
                        Some(value) => number(value, row.shown),
                        None => row.shown.into_any(),
                    };
                    let note = (!row.note.is_empty()).then(|| view! { " " <small>{row.note}</small> });
                    let cite = cited.then(|| view! { <td>{citations(app, &sources, &row.sources)}</td> });
                    view! {
                        <tr>
                            {grouped.then(|| view! { <td>{row.group}</td> })}
                            <th scope="row">{row.label}</th>
                            <td>{value}{note}</td>
                            {cite}
                        </tr>
                    }
                })
                .collect_view();
            view! { <thead><tr>{head}</tr></thead><tbody>{body}</tbody> }
        })
    };
    let caption = move || series.with(|series| series.headline.clone());
    view! { <div class="scroll"><table data-twin><caption>{caption}</caption>{rows}</table></div> }
}

fn citations(app: App, page: &str, ids: &[String]) -> Vec<AnyView> {
    ids.iter()
        .filter_map(|id| find(&app.site.snapshot.sources, id))
        .map(|source| {
            let href = format!("{page}#source-{}", source.id);
            let publisher = source.publisher.plain(app.lang()).to_owned();
            view! { <a href=href data-evidence=source.id.clone()>{publisher}</a> " " }.into_any()
        })
        .collect()
}
