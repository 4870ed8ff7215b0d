use super::chart_brush::{Brush, choose_between, name_between};
use super::charted::Charted;
use crate::app::App;
use crate::browser::{self, Entry};
use crate::chart::{Hit, Scene, mark_context, mark_text};
use crate::locale::joined;
use crate::series::{Form, Series};
use crate::snapshot::find;
use crate::sort::distinct;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

/// How readers reach the marks of one chart: by pointer, by touch, by keyboard. The mark that
/// is reached is outlined, named in a tooltip and, from the keyboard, spoken.
#[derive(Clone, Copy)]
pub struct Walk {
    app: App,
    series: Charted,
    scene: RwSignal<Option<Scene>>,
    active: RwSignal<Option<usize>>,
    /// That mark's name: what is drawn anew may have it in another place.
    name: StoredValue<String>,
    /// Whether the keyboard has reached it: a pointer that only lies over the chart does not take it away.
    by_key: StoredValue<bool>,
    /// Whether a click only follows the touch that has just shown its mark.
    shown_by_touch: StoredValue<bool>,
    /// Chooses ranges of the same marks.
    brush: Brush,
}

impl Walk {
    /// A walk over the marks of one chart, none of them reached yet.
    pub fn new(app: App, series: Charted) -> Walk {
        let (scene, active) = (RwSignal::new(None), RwSignal::new(None));
        let brush = Brush::new(app, series, scene);
        let (name, by_key, shown_by_touch) =
            (StoredValue::new(String::new()), StoredValue::new(false), StoredValue::new(false));
        Walk { app, series, scene, active, name, by_key, shown_by_touch, brush }
    }

    /// The chart has been laid out anew. Who has reached a mark goes on from it, where it still is.
    pub fn redrawn(self, scene: Scene) {
        self.scene.set(Some(scene));
        if let Some(place) = self.active.get_untracked() {
            self.active.set(self.found(place));
        }
    }

    /// The mark of that name; of several amounts of one record that which is nearest to where it was.
    #[inline(never)]
    fn found(self, place: usize) -> Option<usize> {
        let name = self.name.get_value();
        self.series.with_untracked(|series| {
            let same = (0..series.points.len()).filter(|at| name_of(series, *at) == name);
            same.min_by_key(|at| at.abs_diff(place))
        })
    }

    #[inline(never)]
    fn set_active(self, at: Option<usize>) {
        let name = at.map(|at| self.series.with_untracked(|series| name_of(series, at)));
        self.name.set_value(name.unwrap_or_default());
        self.active.set(at);
    }

    /// The chart as it was last laid out; nothing happens where its page is gone.
    pub fn with_scene(self, then: impl FnOnce(&Scene)) {
        self.scene.try_with_untracked(|scene| scene.as_ref().map(then));
    }

    /// Reaches the mark at this place of the chart, in CSS pixels, or none.
    fn point(self, x: i32, y: i32) {
        self.pointed(self.reach(x, y));
    }

    /// A pointer moves: it draws out a range, or reaches what is below it.
    #[inline(never)]
    pub fn moved(self, event: &PointerEvent) {
        if self.brush.drag(event) {
            self.by_key.set_value(false);
            self.set_active(self.brush.drawn().map(|(_, last)| last));
        } else {
            self.point(event.offset_x(), event.offset_y());
        }
    }

    /// A pointer is let go.
    #[inline(never)]
    pub fn released(self, event: &PointerEvent) {
        self.brush.release(event);
        if self.brush.has_drawn() {
            self.leave();
        }
    }

    /// A pointer is lost.
    #[inline(never)]
    pub fn lost(self, event: &PointerEvent) {
        if self.brush.drawn().is_some() {
            self.leave();
        }
        self.brush.give_up(event);
    }

    /// The pointer leaves the chart.
    pub fn point_away(self) {
        self.pointed(None);
    }

    fn pointed(self, reached: Option<usize>) {
        let keeps = reached.is_none() && self.by_key.get_value();
        if reached != self.active.get_untracked() && !keeps {
            self.by_key.set_value(false);
            self.set_active(reached);
        }
    }

    /// A pointer is pressed. A finger has no way to hover: the first touch of a mark shows it, a second one chooses
    /// it; nor does it leave the chart before it touches something else.
    #[inline(never)]
    pub fn pressed(self, event: &PointerEvent) {
        self.brush.press(event);
        let (x, y) = (event.offset_x(), event.offset_y());
        let fresh = self.reach(x, y) != self.active.get_untracked();
        let is_touch = event.pointer_type() == "touch";
        self.shown_by_touch.set_value(is_touch && fresh);
        self.point(x, y);
        if is_touch {
            browser::once_pressed_elsewhere(event, move || self.leave());
        }
    }

    /// A click at this place toggles the mark there, unless it ends a drag or follows the touch that reached it.
    pub fn click(self, x: i32, y: i32) {
        let only_ends = self.shown_by_touch.get_value() || self.brush.has_drawn();
        if let Some(at) = self.reach(x, y).filter(|_| !only_ends) {
            self.toggle(at);
        }
    }

    /// No mark is reached any more.
    pub fn leave(self) {
        self.by_key.set_value(false);
        self.set_active(None);
    }

    /// Arrows walk, Home and End leap, Enter chooses, Escape leaves.
    pub fn key(self, event: KeyboardEvent) {
        if browser::is_shortcut(&event) {
            return;
        }
        let Some(last) = self.series.with_untracked(|s| s.points.len()).checked_sub(1) else { return };
        let now = self.active.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => Some(now.map_or(0, |at| (at + 1).min(last))),
            "ArrowLeft" | "ArrowUp" => Some(now.map_or(0, |at| at.saturating_sub(1))),
            "Home" => Some(0),
            "End" => Some(last),
            "Escape" => None,
            "Enter" | " " => {
                if let Some(at) = now {
                    event.prevent_default();
                    self.toggle(at);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.by_key.set_value(next.is_some());
        self.set_active(next);
        if let Some(at) = next {
            browser::announce(&self.words(at));
        }
    }

    fn reach(self, x: i32, y: i32) -> Option<usize> {
        self.scene.with_untracked(|scene| scene.as_ref()?.point_at(f64::from(x), f64::from(y)))
    }

    fn toggle(self, at: usize) {
        let key = self.series.with_untracked(|s| s.points.get(at).map(|point| point.key.clone()));
        let (facet, form) = self.series.with_untracked(|s| (s.facet, s.form));
        match (facet, key) {
            (Some(facet), Some(key)) => self.app.toggle(facet, &key),
            (None, Some(key)) if form == Form::Sizes => self.app.choose(Entry::Push, |filters| {
                let is_chosen = filters.amounts.as_ref().is_some_and(|span| span.spell() == key);
                self.series.with_untracked(|series| choose_between(series, at, at, filters));
                filters.amounts.take_if(|_| is_chosen);
            }),
            _ => {}
        }
    }

    /// What a mark says: its name, its exact number, its share or change, and who says so.
    fn words(self, at: usize) -> String {
        let lang = self.app.lang();
        self.series.with(|series| {
            let Some(point) = series.points.get(at) else { return String::new() };
            let context = mark_context(series, at, lang);
            let sources = &self.app.site.snapshot.sources;
            let cited = point.evidence.iter().filter_map(|one| find(sources, &one.source));
            let names = distinct(cited.map(|source| source.publisher.plain(lang))).join(", ");
            let parts = [mark_text(series, point, lang), context, names];
            joined(&parts.each_ref().map(String::as_str), " · ")
        })
    }
}

/// What tells a mark from the others: its key, and its group where it is a part of a bar.
fn name_of(series: &Series, at: usize) -> String {
    let Some(point) = series.points.get(at) else { return String::new() };
    [&point.key, "\n", series.group_of(point).unwrap_or_default()].concat()
}

/// The outline of the mark that is reached, or of the range that is drawn up to it, and its words above or below it,
/// never over it.
pub fn highlight(walk: Walk) -> Option<AnyView> {
    outlined(walk, walk.active.get()?)
}

#[inline(never)]
fn outlined(walk: Walk, at: usize) -> Option<AnyView> {
    /// Half of the widest tooltip that the style sheet allows, and room for its height.
    const HALF: f64 = 130.0;
    const TALL: f64 = 84.0;
    let (first, last, words) = match walk.brush.drawn() {
        Some((first, last)) => {
            (first, last, walk.series.with(|series| name_between(series, first, last, walk.app.lang())))
        }
        None => (at, at, walk.words(at)),
    };
    let (hits, width) = walk.scene.with(|scene| {
        let scene = scene.as_ref()?;
        Some(([scene.hit_of(first)?, scene.hit_of(last)?], scene.width))
    })?;
    let [Hit { x, y, height: tall, .. }, end] = hits;
    let wide = end.x + end.width - x;
    let left = if width > 2.0 * HALF { (x + wide / 2.0).clamp(HALF, width - HALF) } else { width / 2.0 };
    let below = y < TALL;
    let top = if below { y + tall } else { y };
    let px = |length: f64| format!("{length:.1}px");
    Some(
        view! {
            <div class="mark" style:left=px(x) style:top=px(y) style:width=px(wide) style:height=px(tall)></div>
            <div class="tip" class:below=below style:left=px(left) style:top=px(top)>{words}</div>
        }
        .into_any(),
    )
}
