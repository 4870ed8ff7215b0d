use super::chart_files::tools;
use super::chart_table::chart_table;
use crate::app::App;
use crate::browser;
use crate::chart::{Scene, Theme, Tone, describe, layout, mark_text, svg};
use crate::series::{Point, Series};
use crate::snapshot::find;
use leptos::ev::KeyboardEvent;
use leptos::html::{Canvas, Div};
use leptos::prelude::*;

/// Width that charts are laid out for where nobody knows the reader's screen.
const PRINTED: f64 = 420.0;

/// A chart with everything that belongs to it: headline, canvas, tooltip, keyboard walk, table
/// twin and downloads, all from one series.
#[component]
pub fn ChartCard(
    series: Signal<Series>,
    /// Small, as on a card of the overview.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let empty = Memo::new(move |_| series.with(Series::is_empty));
    move || match empty.get() {
        true => view! { <p class="empty">{move || series.with(|s| s.headline.clone())}</p> }.into_any(),
        false => drawn(series, compact).into_any(),
    }
}

fn drawn(series: Signal<Series>, compact: bool) -> impl IntoView {
    let app = App::here();
    let lang = app.lang();
    let (id, scope) = series.with_untracked(|s| (s.id.clone(), s.scope.map(|scope| scope.word())));
    let accent = series.with_untracked(|s| s.direction.as_deref().map_or(Tone::Accent, Tone::of_direction));
    let plot = NodeRef::<Div>::new();
    let canvas = NodeRef::<Canvas>::new();
    let scene = RwSignal::new(None::<Scene>);
    let active = RwSignal::new(None::<usize>);
    app.undrawn.update(|n| *n += 1);
    let settled = StoredValue::new(false);
    let settle = move || {
        if !settled.get_value() {
            settled.set_value(true);
            app.undrawn.update(|n| *n = n.saturating_sub(1));
        }
    };
    Effect::new(move |_| {
        let theme = app.theme.get();
        app.viewport.track();
        let (Some(plot), Some(canvas)) = (plot.get(), canvas.get()) else { return };
        let laid_out = series.with(|series| layout(series, f64::from(plot.client_width()), lang));
        browser::draw(&canvas, &laid_out, theme, accent, browser::pixel_ratio());
        active.set(None);
        scene.set(Some(laid_out));
        settle();
    });
    on_cleanup(settle);

    let reach = move |x: i32, y: i32| scene.with(|s| s.as_ref().and_then(|s| s.point_at(f64::from(x), f64::from(y))));
    let toggle = move |point: usize| {
        let choice = series.with(|s| s.facet.zip(s.points.get(point).map(|p| p.key.clone())));
        if let Some((facet, key)) = choice {
            app.toggle(facet, &key);
        }
    };
    let walk = move |event: KeyboardEvent| {
        let count = series.with(|s| s.points.len());
        let now = active.get();
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => Some(now.map_or(0, |at| (at + 1).min(count.saturating_sub(1)))),
            "ArrowLeft" | "ArrowUp" => Some(now.map_or(0, |at| at.saturating_sub(1))),
            "Home" => Some(0),
            "End" => Some(count.saturating_sub(1)),
            "Escape" => None,
            "Enter" | " " => {
                if let Some(at) = now {
                    event.prevent_default();
                    toggle(at);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        active.set(next.filter(|_| count > 0));
        if let Some(at) = active.get() {
            browser::announce(&series.with(|s| s.points.get(at).map(|p| spoken(s, p, app)).unwrap_or_default()));
        }
    };
    let tip = move || active.get().and_then(|at| tooltip(series, scene, at, app));
    view! {
        <figure id=format!("chart-{id}") class="chart" class:compact=compact data-chart=id data-scope=scope>
            <figcaption>
                <strong>{move || series.with(|s| s.headline.clone())}</strong>
                <span>{move || series.with(|s| s.subtitle.clone())}</span>
            </figcaption>
            <div class="plot" node_ref=plot>
                {printed(series, accent, app)}
                <canvas
                    node_ref=canvas
                    aria-hidden="true"
                    on:pointermove=move |e| active.set(reach(e.offset_x(), e.offset_y()))
                    on:pointerleave=move |_| active.set(None)
                    on:click=move |e| { if let Some(at) = reach(e.offset_x(), e.offset_y()) { toggle(at) } }
                ></canvas>
                <div
                    class="walk"
                    data-walk
                    tabindex="0"
                    role="application"
                    aria-label=move || series.with(|s| format!("{}. {}", describe(s, lang), lang.walk_hint()))
                    on:keydown=walk
                    on:blur=move |_| active.set(None)
                ></div>
                {tip}
            </div>
            <div class="tools">
                <details id=move || series.with(|s| format!("table-{}", s.id))>
                    <summary>{lang.table_word()}</summary>
                    {chart_table(series, app)}
                </details>
                {tools(series, accent, app)}
            </div>
        </figure>
    }
}

/// Natively the chart itself, as SVG in the colours of the page; in the browser the canvas is it.
fn printed(series: Signal<Series>, accent: Tone, app: App) -> AnyView {
    if cfg!(target_family = "wasm") {
        return ().into_any();
    }
    let picture = series.with_untracked(|series| svg(&layout(series, PRINTED, app.lang()), Theme::Light, accent));
    view! { <div class="printed" inner_html=crate::chart::themed(&picture)></div> }.into_any()
}

/// What a mark says: its name, its exact number, and who says so.
fn spoken(series: &Series, point: &Point, app: App) -> String {
    let lang = app.lang();
    let mut names: Vec<&str> = point
        .evidence
        .iter()
        .filter_map(|one| find(&app.site.snapshot.sources, &one.source))
        .map(|source| source.publisher.plain(lang))
        .collect();
    names.dedup();
    let cited = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
    format!("{}{cited}", mark_text(series, point, lang))
}

/// The same in writing, beside the mark and inside the chart.
fn tooltip(series: Signal<Series>, scene: RwSignal<Option<Scene>>, at: usize, app: App) -> Option<AnyView> {
    /// Half of the widest tooltip that the style sheet allows.
    const HALF: f64 = 130.0;
    let text = series.with(|s| s.points.get(at).map(|p| spoken(s, p, app)))?;
    let (hit, width) = scene
        .with(|s| s.as_ref().and_then(|s| Some((s.hits.iter().rfind(|hit| hit.point == at).copied()?, s.width))))?;
    let middle = hit.x + hit.width / 2.0;
    let left = if width > 2.0 * HALF { middle.clamp(HALF, width - HALF) } else { width / 2.0 };
    let below = hit.y < 60.0;
    let top = format!("{}px", if below { hit.y + hit.height } else { hit.y });
    Some(
        view! { <div class="tip" class:below=below style:left=format!("{left}px") style:top=top>{text}</div> }
            .into_any(),
    )
}
