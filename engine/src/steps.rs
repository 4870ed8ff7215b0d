use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// Work in steps of a few milliseconds at most, also where a million things are sorted, so that who has it done can do
/// something else between two of them, or leave the rest undone.
pub struct Steps<'a, T> {
    work: Pin<Box<dyn Future<Output = T> + 'a>>,
}

impl<'a, T> Steps<'a, T> {
    /// Work of which nothing is done yet. It is to wait for nothing but the ends of its steps.
    pub fn new(work: impl Future<Output = T> + 'a) -> Steps<'a, T> {
        Steps { work: Box::pin(work) }
    }

    /// Does the next step. Gives what comes of the work, or what is left of it.
    pub fn step(mut self) -> Result<T, Steps<'a, T>> {
        match self.work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => Ok(result),
            Poll::Pending => Err(self),
        }
    }

    /// Does all that is left.
    pub fn finish(mut self) -> T {
        loop {
            match self.step() {
                Ok(result) => return result,
                Err(rest) => self = rest,
            }
        }
    }
}

/// Ends a step of the work that waits for this.
pub(crate) async fn end_of_step() {
    let mut is_over = false;
    poll_fn(|_| if std::mem::replace(&mut is_over, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_steps_can_stop() {
        let work = || {
            Steps::new(async {
                end_of_step().await;
                end_of_step().await;
                7
            })
        };
        assert_eq!(work().finish(), 7);
        let steps = std::iter::once(work()).map(Steps::step);
        let twice = steps.filter_map(Result::err).map(Steps::step).filter_map(Result::err);
        let results: Vec<Option<i32>> = twice.map(|rest| rest.step().ok()).collect();
        assert_eq!(results, [Some(7)], "it has three steps");
    }
}
