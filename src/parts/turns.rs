use super::leaving::leaving_memo;
use crate::app::App;
use crate::browser::{self, Next};
use crate::query::Filters;
use leptos::prelude::*;
use std::collections::VecDeque;

/// Which parts of a page follow a choice with it, and which in later turns.
///
/// What is in view follows at once, in the same frame. The parts out of view wait, and follow one
/// after another when that frame is on the screen, their pictures last; a newer choice makes them begin anew, so
/// that work for the one before is dropped. While a reader types all parts wait: the next letter should
/// not, and the number of records follows each. While parts wait the page counts as not drawn.
#[derive(Clone, Copy)]
pub struct Turns {
    choice: Memo<Choice>,
    /// For each part, the choice that it had its last turn for. One for all would ask all parts at each turn.
    had: StoredValue<Vec<RwSignal<u32>>>,
    /// Which choice turns are given for, and to how many parts they were.
    count: StoredValue<(u32, usize)>,
    /// Whether parts or pictures wait.
    waiting: StoredValue<bool>,
    /// What draws those pictures that wait until the texts of all parts have followed.
    pictures: StoredValue<VecDeque<Box<dyn FnOnce()>>, LocalStorage>,
    /// As [`App::settled`].
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
    /// The choice that it had its last turn for.
    turn: RwSignal<u32>,
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
        app.settled.set_value(Some(settled));
        let (waiting, pictures) = (StoredValue::new(false), StoredValue::new_local(VecDeque::new()));
        let (had, count) = (StoredValue::new(Vec::new()), StoredValue::new((0, 0)));
        let turns = Turns { choice, had, count, waiting, pictures, settled };
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
                count.set_value((choice, 0));
                app.undrawn.update(|n| *n += 1);
                browser::in_turns(move || {
                    let next = turns.take();
                    if next == Next::Done {
                        settle();
                        if settled.try_get_untracked() == Some(false) {
                            browser::after_frame(move || {
                                browser::keep_size();
                                settled.try_set(true);
                            });
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
        let turn = RwSignal::new(self.now());
        self.had.update_value(|had| had.push(turn));
        Part { turns: self, turn, near: RwSignal::new(true) }
    }

    /// The number of the last choice, which is not followed.
    fn now(self) -> u32 {
        self.choice.with_untracked(|choice| choice.number)
    }

    /// The number of the last choice.
    fn number(self) -> u32 {
        self.choice.with(|choice| choice.number)
    }

    /// Gives the next part its turn, or the next picture.
    fn take(self) -> Next {
        // The page may be gone.
        let Some(choice) = self.choice.try_with_untracked(|choice| choice.number) else { return Next::Done };
        let (of, count) = self.count.get_value();
        if of != choice {
            // A newer choice is shown first.
            self.count.set_value((choice, 0));
            return Next::Frame;
        }
        if let Some(turn) = self.had.with_value(|had| had.get(count).copied()) {
            self.count.set_value((choice, count + 1));
            turn.set(choice);
            return Next::Part;
        }
        match self.pictures.try_update_value(VecDeque::pop_front).flatten() {
            Some(draw) => {
                draw();
                Next::Part
            }
            None => Next::Done,
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

    /// The choice that it follows. To be read with `get`: `track` alone does not compute it.
    pub fn due(self) -> Memo<u32> {
        leaving_memo(move |before: Option<u32>| {
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
        leaving_memo(move |before: Option<T>| {
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

    /// Whether its picture is to wait until the texts of all parts have followed: it is out of view and has just
    /// followed in its turn. To draw letters makes the browser go over the styles of all that has changed, each
    /// time that something has.
    pub fn is_drawn_later(self) -> bool {
        let turns = self.turns;
        turns.waiting.get_value() && !self.near.get_untracked() && self.turn.get_untracked() == turns.now()
    }

    /// Draws its picture when all texts have followed.
    pub fn draw_later(self, picture: impl FnOnce() + 'static) {
        self.turns.pictures.update_value(|pictures| pictures.push_back(Box::new(picture)));
    }

    /// Whether it follows that choice, typed or made otherwise, now; asks again when that may have changed.
    #[inline(never)]
    fn is_due(self, number: u32, typed: bool) -> bool {
        // What is in view has nothing to wait for.
        !typed && (self.near.get_untracked() || self.near.get()) || self.turn.get() == number
    }
}
