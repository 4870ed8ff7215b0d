use crate::app::App;
use crate::browser::{self, Next};
use crate::query::Filters;
use leptos::prelude::*;

/// Which parts of a page follow a choice with it, and which in later turns.
///
/// What is in view follows at once, in the same frame. The parts out of view wait, and follow one
/// after another when that frame is on the screen; a newer choice makes them begin anew, so that
/// work for the one before is dropped. While a reader types all parts wait: the next letter should
/// not, and the number of records follows each. While parts wait the page counts as not drawn.
#[derive(Clone, Copy)]
pub struct Turns {
    choice: Memo<Choice>,
    /// How many of the parts have had their turn, and for which choice.
    had: RwSignal<(u32, usize)>,
    parts: StoredValue<usize>,
    /// Whether all parts have followed a choice and were laid out so.
    pub settled: RwSignal<bool>,
}

/// What the reader chose last.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Choice {
    /// How many there were before it.
    number: u32,
    /// Whether it is a letter of a search.
    typed: bool,
    /// What is searched for since.
    words: String,
}

/// A part of a page that may be out of view.
#[derive(Clone, Copy)]
pub struct Part {
    turns: Turns,
    number: usize,
    /// Whether it is in view; the browser tells who asks it to, and until then it counts as such.
    pub near: RwSignal<bool>,
}

impl Turns {
    /// The turns of a page whose parts follow these filters.
    pub fn new(app: App, filters: Memo<Filters>) -> Turns {
        let choice = Memo::new(move |before: Option<&Choice>| {
            let words = filters.with(|filters| filters.words.clone());
            let (number, typed) =
                before.map_or((0, false), |before| (before.number.wrapping_add(1), before.words != words));
            Choice { number, typed, words }
        });
        let settled = RwSignal::new(false);
        let turns = Turns { choice, had: RwSignal::new((0, 0)), parts: StoredValue::new(0), settled };
        let waiting = StoredValue::new(false);
        let settle = move || {
            if waiting.try_get_value() == Some(true) {
                waiting.set_value(false);
                app.undrawn.update(|n| *n = n.saturating_sub(1));
            }
        };
        Effect::new(move |before: Option<()>| {
            let choice = turns.number();
            if before.is_some() && !waiting.get_value() {
                waiting.set_value(true);
                turns.had.set((choice, 0));
                app.undrawn.update(|n| *n += 1);
                browser::in_turns(move || {
                    let next = turns.take();
                    if next == Next::Done {
                        settle();
                        if settled.try_get_untracked() == Some(false) {
                            browser::after_frame(move || _ = settled.try_set(true));
                        }
                    }
                    next
                });
            }
        });
        on_cleanup(settle);
        turns
    }

    /// The next part of the page.
    pub fn part(self) -> Part {
        let number = self.parts.get_value();
        self.parts.set_value(number + 1);
        Part { turns: self, number, near: RwSignal::new(true) }
    }

    /// The number of the last choice.
    fn number(self) -> u32 {
        self.choice.with(|choice| choice.number)
    }

    /// Gives the next part its turn.
    fn take(self) -> Next {
        // The page may be gone.
        let Some(choice) = self.choice.try_with_untracked(|choice| choice.number) else { return Next::Done };
        match self.had.get_untracked() {
            // A newer choice is shown first.
            (of, _) if of != choice => {
                self.had.set((choice, 0));
                Next::Frame
            }
            (_, count) if count < self.parts.get_value() => {
                self.had.set((choice, count + 1));
                Next::Part
            }
            _ => Next::Done,
        }
    }
}

impl Part {
    /// Another part, which has its turn with this one: for parts that come and go.
    pub fn beside(self) -> Part {
        Part { near: RwSignal::new(true), ..self }
    }

    /// Another part with this one's turn, which follows at once as long as `near` is so.
    pub fn when(self, near: RwSignal<bool>) -> Part {
        Part { near, ..self }
    }

    /// The choice that it follows. It is to be read with `get`: a memo that is only tracked is never worked out.
    pub fn due(self) -> Memo<u32> {
        Memo::new_owning(move |before: Option<u32>| {
            let (number, typed) = self.turns.choice.with(|choice| (choice.number, choice.typed));
            match before {
                Some(before) if before == number || !self.is_due(number, typed) => (before, false),
                _ => (number, true),
            }
        })
    }

    /// What is made of the choices, kept as it was until it is this part's turn.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(self, make: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
        self.memo_of(Box::new(make))
    }

    /// The same, compiled once for each sort of thing and not for each maker of one.
    #[inline(never)]
    fn memo_of<T: PartialEq + Send + Sync + 'static>(self, make: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
        let due = self.due();
        Memo::new_owning(move |before: Option<T>| {
            let is_due = due.get() == self.turns.number();
            match before {
                Some(before) if !is_due => (before, false),
                before => {
                    let now = make();
                    let changed = before.as_ref() != Some(&now);
                    (now, changed)
                }
            }
        })
    }

    /// Whether it follows that choice, typed or made otherwise, now; asks again when that may have changed.
    #[inline(never)]
    fn is_due(self, number: u32, typed: bool) -> bool {
        // What is in view has nothing to wait for.
        !typed && (self.near.get_untracked() || self.near.get())
            || self.turns.had.with(|(of, count)| *of == number && *count > self.number)
    }
}
