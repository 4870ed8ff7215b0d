//! Long work in parts: who waits for it decides when it pauses, and how long.

use std::ops::Range;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Records between two looks at the clock.
const PART: usize = 256;

/// What work on a snapshot is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Its text, in bytes.
    Bytes,
    /// Its records, one after the other.
    Records,
    /// Nothing: it is done or it is not.
    Whole,
}

/// Lets others do their work in between.
pub trait Pause {
    /// Waits if it is time to; told how many of how many of this work are done.
    fn breathe(&self, work: Work, done: usize, all: usize) -> impl Future<Output = ()>;
}

/// The numbers up to `all` in parts that take about a millisecond each.
pub fn parts(all: usize) -> impl Iterator<Item = Range<usize>> {
    (0..all).step_by(PART).map(move |start| start..all.min(start + PART))
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
    fn a_pause_is_offered_before_each_part() {
        let pause = Counted(Cell::new(0));
        let work = async {
            let mut sum = 0;
            for part in parts(1000) {
                pause.breathe(Work::Bytes, part.start, 1000).await;
                sum += part.sum::<usize>();
            }
            sum
        };
        assert_eq!(at_once(work), Some(499_500));
        assert_eq!(pause.0.get(), 4);
        assert_eq!(at_once(std::future::pending::<()>()), None);
    }
}
