use super::chart_brush::Brush;
use super::chart_files::tools;
use super::chart_table::chart_table;
use super::chart_walk::{Walk, highlight};
use super::charted::{Charted, Room};
use super::leaving::{leaving_effect, leaving_memo};
use super::printed::{printed, stepped};
use super::still::still_until;
use super::turns::Part;
use super::{evidence, sentence};
use crate::app::App;
use crate::browser;
use crate::chart::{Theme, Tone, describe, layout};
use crate::locale::Lang;
use crate::series::Series;
use leptos::ev::Event;
use leptos::html::{Canvas, Div};
use leptos::prelude::*;

/// Sources named below a chart; its table names them all.
const MOST_SOURCES: usize = 4;

/// A chart with everything that belongs to it: headline, canvas, tooltip, keyboard walk, source,
/// table twin and downloads, all from one series.
#[component]
pub fn ChartCard(
    series: Charted,
    #[prop(optional)] room: Room,
    /// The part of the page that it is, where its series follows choices.
    #[prop(optional)]
    part: Option<Part>,
) -> impl IntoView {
    let empty = Memo::new(move |_| series.with(|series| series.is_empty()));
    move || {
        let empty = empty.get();
        // What follows choices lasts as long as the page does, and what is drawn of it may go before.
        let series = match part {
            Some(_) => leaving_memo(move |_| (series.get(), true)).into(),
            None => series,
        };
        match empty {
            true => view! { <p class="empty">{move || series.with(|s| sentence(&s.headline))}</p> }.into_any(),
            false => drawn(series, room, part).into_any(),
        }
    }
}

fn drawn(series: Charted, room: Room, part: Option<Part>) -> impl IntoView {
    let app = App::here();
    let lang = app.lang();
    let (id, scope) = series.with_untracked(|s| (s.id.clone(), s.scope.map(|scope| scope.word())));
    let accent = series.with_untracked(|s| s.hue.map_or(Tone::Accent, Tone::Direction));
    let plot = NodeRef::<Div>::new();
    let canvas = NodeRef::<Canvas>::new();
    if let Some(part) = part {
        browser::watch_view(plot, part.near);
    }
    let walk = Walk::new(app, series);
    app.undrawn.update(|n| *n += 1);
    let settled = StoredValue::new(false);
    let measured = StoredValue::new(None::<(u32, f64)>);
    // A picture that waits is drawn as the chart is by then.
    let queued = StoredValue::new(false);
    let settle = move || {
        // It may be drawn after its page is gone.
        if settled.try_get_value() == Some(false) {
            settled.set_value(true);
            app.undrawn.update(|n| *n = n.saturating_sub(1));
        }
    };
    leaving_effect(move || {
        let theme = app.theme.get();
        let viewport = app.viewport.get();
        let (Some(plot), Some(canvas)) = (plot.get(), canvas.get()) else { return };
        if viewport == App::UNMEASURED {
            return;
        }
        // To ask for a width makes the browser lay out the page as changed so far, for each chart
        // anew; and it changes with the window only.
        let width = match measured.get_value() {
            Some((at, width)) if at == viewport => width,
            _ => f64::from(browser::width_of(&plot)),
        };
        // Where nothing is shown nothing has a width, which it will have once it is shown again.
        if width > 0.0 {
            measured.set_value(Some((viewport, width)));
        }
        // A sheet of paper is narrower than most screens; its width is not known beforehand.
        let most = if theme == Theme::Print { f64::from(Room::Half as u16) } else { f64::MAX };
        let scene = series.with(|series| layout(series, stepped(width.min(most)), lang));
        walk.redrawn(scene);
        let picture = move || {
            queued.try_set_value(false);
            let theme = app.theme.get_untracked();
            walk.with_scene(|scene| {
                browser::draw(&canvas, scene, &browser::palette(theme), accent, browser::pixel_ratio());
            });
            settle();
        };
        // Drawing asks for styles, as costly between the changes of a page as it is cheap after them. Paper does
        // not wait.
        match part.filter(|part| theme != Theme::Print && part.is_drawn_later()) {
            None => browser::after_changes(picture),
            Some(part) if !queued.get_value() => {
                queued.set_value(true);
                part.draw_later(picture);
            }
            Some(_) => {}
        }
    });
    on_cleanup(settle);
    // Its headings are no buttons before someone has a use for them.
    let (opened, is_open) = (RwSignal::new(false), RwSignal::new(false));
    // One that is closed follows choices later than what is in view.
    let tabled = part.map_or(series, |part| part.when(is_open).memo(move || series.get()).into());
    let toggled = move |event: Event| {
        is_open.set(browser::is_open(&event));
        opened.set(true);
    };
    let until = move || _ = (opened.get(), tabled.with(|_| ()));
    let follow = move || series.with(|_| ());
    let (table, twin) = (format!("table-{id}"), format!("twin-{id}"));
    // Most choices change how many there are of something, and not who says it.
    let cited = Memo::new(move |_| {
        let says =
            |series: &Series| series.points.iter().filter(|p| !p.evidence.is_empty()).map(|p| p.key.as_str()).collect();
        series.with(|series| says(series))
    });
    let changed = move || cited.with(|_: &String| ());
    let named = move || {
        changed();
        source(app, series)
    };
    view! {
        <figure id=format!("chart-{id}") class="chart" class:compact=room == Room::Card data-chart=id data-scope=scope>
            <figcaption>{still_until(app, format!("said-{id}"), follow, move || said(series))}</figcaption>
            <div class="plot" node_ref=plot>
                {pictures(series, room, accent, lang)}
                <canvas
                    node_ref=canvas
                    aria-hidden="true"
                    data-brush=move || series.with(|series| Brush::is_for(series)).then_some("")
                    on:pointermove=move |e| walk.moved(&e)
                    on:pointerdown=move |e| walk.pressed(&e)
                    on:pointerup=move |e| walk.released(&e)
                    on:pointercancel=move |e| walk.lost(&e)
                    on:pointerleave=move |e| if e.pointer_type() != "touch" { walk.point_away() }
                    on:click=move |e| walk.click(e.offset_x(), e.offset_y())
                ></canvas>
                <div
                    class="walk"
                    data-walk
                    tabindex="0"
                    // The arrows must reach us and not move the screen reader's own cursor.
                    role="application"
                    aria-roledescription=lang.chart_word()
                    aria-label=move || series.with(|s| format!("{}. {}", describe(s, lang), lang.walk_hint()))
                    on:keydown=move |e| walk.key(e)
                    on:blur=move |_| walk.leave()
                ></div>
                {move || highlight(walk)}
            </div>
            {still_until(app, format!("source-{id}"), changed, named)}
            <div class="tools">
                {tools(series, accent, part.is_some(), app)}
                // Last, because an open table stands below the buttons and the focus goes down the page.
                <details id=table on:toggle=toggled>
                    <summary>{lang.table_word()}</summary>
                    {still_until(app, twin, until, move || chart_table(tabled, app).into_any())}
                </details>
            </div>
        </figure>
    }
}

/// The finding, and what it is measured in.
fn said(series: Charted) -> AnyView {
    let headline = move || series.with(|series| sentence(&series.headline));
    view! { <strong>{headline}</strong><span>{move || series.with(|series| series.subtitle.clone())}</span> }.into_any()
}

/// Natively pictures of the chart, for as long as the program is not there; in the browser the
/// canvas is it.
fn pictures(series: Charted, room: Room, accent: Tone, lang: Lang) -> AnyView {
    if cfg!(target_family = "wasm") {
        return ().into_any();
    }
    let html = series.with_untracked(|series| printed(series, room, accent, lang));
    view! { <div class="printed" inner_html=html></div> }.into_any()
}

/// Who says what the chart shows: the sources of its points, or where there are none what it
/// was counted from.
fn source(app: App, series: Charted) -> AnyView {
    let lang = app.lang();
    let mut cited = series.with_untracked(|series| series.evidence());
    let rest = cited.len().saturating_sub(MOST_SOURCES);
    cited.truncate(MOST_SOURCES);
    let more = (rest > 0).then(|| format!(", {} {rest}", lang.and_more()));
    let words = match cited.is_empty() {
        true => lang.counted_from(&app.site.snapshot.snapshot.version).into_any(),
        false => (evidence(app, &cited), more).into_any(),
    };
    view! { <p class="source">{lang.source()} ": " {words}</p> }.into_any()
}
