//! Long work in parts: who waits for it decides when it pauses, and how long.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Steps between two looks at the clock.
const STEPS: usize = 256;

/// What is done with the records of a snapshot, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    Reading,
    Checking,
    Indexing,
}

/// Lets others do their work in between.
pub trait Pause {
    /// Waits if it is time to; told how many steps of how many of this work are done.
    fn breathe(&self, work: Work, done: usize, all: usize) -> impl Future<Output = ()>;

    /// Offers a pause every few steps.
    fn after(&self, work: Work, done: usize, all: usize) -> impl Future<Output = ()> {
        async move {
            if done % STEPS == STEPS - 1 {
                self.breathe(work, done, all).await;
            }
        }
    }
}

/// Never pauses.
pub struct NoPause;

impl Pause for NoPause {
    async fn breathe(&self, _: Work, _: usize, _: usize) {}
}

/// The result of work that never pauses; nothing where it did.
pub fn at_once<T>(work: impl Future<Output = T>) -> Option<T> {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    struct Counted(Cell<usize>);

    impl Pause for Counted {
        async fn breathe(&self, _: Work, _: usize, _: usize) {
            self.0.set(self.0.get() + 1);
        }
    }

    #[test]
    fn a_pause_is_offered_every_few_steps() {
        let pause = Counted(Cell::new(0));
        let work = async {
            for step in 0..1000 {
                pause.after(Work::Reading, step, 1000).await;
            }
            7
        };
        assert_eq!(at_once(work), Some(7));
        assert_eq!(pause.0.get(), 3);
        assert_eq!(at_once(std::future::pending::<()>()), None);
    }
}
