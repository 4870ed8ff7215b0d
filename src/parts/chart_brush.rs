use super::charted::Charted;
use crate::app::App;
use crate::browser::{self, Entry};
use crate::chart::Scene;
use crate::locale::Lang;
use crate::query::{Filters, Span};
use crate::series::{Form, Series, span_name};
use leptos::ev::PointerEvent;
use leptos::prelude::*;

/// Pixels that a pointer moves before it draws out a range instead of choosing one mark.
const SLACK: f64 = 6.0;

/// Choosing a range of marks by drawing over them. Everything else on the page follows while the
/// pointer moves; the history gets one entry, when it is let go.
#[derive(Clone, Copy)]
pub struct Brush {
    app: App,
    series: Charted,
    scene: RwSignal<Option<Scene>>,
    drag: StoredValue<Option<Drag>>,
    /// Whether the click that follows is only the end of a drag.
    has_drawn: StoredValue<bool>,
}

/// A pointer that is held down.
#[derive(Debug, Clone)]
struct Drag {
    x: f64,
    from: usize,
    /// The last mark of the range, once there is one.
    to: Option<usize>,
    before: Filters,
}

impl Brush {
    /// A brush for the marks of one chart. `scene` is what is drawn, none before the first time.
    pub fn new(app: App, series: Charted, scene: RwSignal<Option<Scene>>) -> Brush {
        Brush { app, series, scene, drag: StoredValue::new(None), has_drawn: StoredValue::new(false) }
    }

    /// Whether the marks stand in an order of which a part can be chosen.
    pub fn is_for(series: &Series) -> bool {
        series.form == Form::Sizes || series.form == Form::Years && series.groups.len() < 2 && series.facet.is_some()
    }

    /// A pointer is pressed: a range may begin at the mark under it.
    pub fn press(self, event: &PointerEvent) {
        // A second finger neither draws nor ends what the first one does.
        if !event.is_primary() {
            return;
        }
        self.has_drawn.set_value(false);
        let x = f64::from(event.offset_x());
        let draws = event.button() == 0 && self.series.with_untracked(|series| Brush::is_for(series));
        let from = draws.then(|| self.mark_at(x)).flatten();
        let before = self.app.address.with_untracked(|address| address.filters.clone());
        self.drag.set_value(from.map(|from| Drag { x, from, to: None, before }));
        if from.is_some() {
            // Else a pointer that leaves the chart would be lost while it is held down.
            browser::hold_pointer(event);
        }
    }

    /// Follows the pointer; whether it is drawing out a range.
    pub fn drag(self, event: &PointerEvent) -> bool {
        let Some(drag) = self.drag.get_value().filter(|_| event.is_primary()) else { return false };
        let x = f64::from(event.offset_x());
        if drag.to.is_none() && (x - drag.x).abs() < SLACK {
            return false;
        }
        let to = self.mark_at(x);
        if to.is_some() && to != drag.to {
            self.choose(&drag, to, |app, filters| app.preview(filters));
            self.drag.set_value(Some(Drag { to, ..drag }));
        }
        true
    }

    /// The first and the last mark of the range that is being drawn.
    pub fn drawn(self) -> Option<(usize, usize)> {
        self.drag.with_value(|drag| {
            let Drag { from, to, .. } = drag.as_ref()?;
            to.map(|to| (to.min(*from), to.max(*from)))
        })
    }

    /// The pointer is let go: the choice stands.
    pub fn release(self, event: &PointerEvent) {
        let Some(drag) = self.taken(event) else { return };
        if drag.to.is_some() {
            self.has_drawn.set_value(true);
            self.app.end_preview(drag.before.clone());
            self.choose(&drag, drag.to, |app, filters| {
                // What was chosen before is no step to go back by.
                if filters != drag.before {
                    app.choose(Entry::Push, move |now| *now = filters);
                }
            });
        }
    }

    /// The pointer is lost, as when a touch turns out to scroll: nothing was chosen.
    pub fn give_up(self, event: &PointerEvent) {
        if let Some(drag) = self.taken(event).filter(|drag| drag.to.is_some()) {
            self.app.end_preview(drag.before);
        }
    }

    /// What the pointer that an event is about has drawn, which ends with this.
    fn taken(self, event: &PointerEvent) -> Option<Drag> {
        if event.is_primary() { self.drag.try_update_value(Option::take).flatten() } else { None }
    }

    /// Whether the click that follows is only the end of a drag.
    pub fn has_drawn(self) -> bool {
        self.has_drawn.get_value()
    }

    fn choose(self, drag: &Drag, to: Option<usize>, then: impl FnOnce(App, Filters)) {
        let mut filters = drag.before.clone();
        let (first, last) = (drag.from.min(to.unwrap_or(drag.from)), drag.from.max(to.unwrap_or(drag.from)));
        self.series.with_untracked(|series| choose_between(series, first, last, &mut filters));
        then(self.app, filters);
    }

    /// The mark above or below which the pointer is, or the nearest at either side.
    fn mark_at(self, x: f64) -> Option<usize> {
        let ordered =
            |i: usize| self.series.with_untracked(|s| s.points.get(i).is_some_and(|point| point.at.is_some()));
        self.scene.with_untracked(|scene| scene.as_ref()?.mark_across(x, ordered))
    }
}

/// Chooses what the marks of a series from the first to the last stand for, and nothing else in
/// their dimension.
pub fn choose_between(series: &Series, first: usize, last: usize, filters: &mut Filters) {
    let marks = series.points.get(first..=last).unwrap_or_default();
    let mut keys = marks.iter().filter(|point| point.at.is_some()).map(|point| point.key.clone());
    match series.facet {
        Some(facet) => filters.choose(facet, &keys.collect::<Vec<_>>()),
        None => {
            let first = keys.next().and_then(|key| Span::parse(&key));
            let last = keys.next_back().and_then(|key| Span::parse(&key));
            filters.amounts = first.map(|first| last.map_or(first.clone(), |last| first.through(&last)));
        }
    }
}

/// What the marks of a series from the first to the last are called together.
pub fn name_between(series: &Series, first: usize, last: usize, lang: Lang) -> String {
    if series.facet.is_none() {
        let mut filters = Filters::default();
        choose_between(series, first, last, &mut filters);
        return filters.amounts.map(|span| span_name(&span, lang)).unwrap_or_default();
    }
    let name = |at: usize| series.points.get(at).map(|point| point.label.as_str()).unwrap_or_default();
    if first == last { name(first).to_owned() } else { format!("{}–{}", name(first), name(last)) }
}
