//! What the browser tests are written in: a plain static server, a Chromium, and a page to act on.
//!
//! The tests see the site from outside, as a reader's browser does. They hold on to the
//! contracts of the design (paths, attributes, form controls) and to nothing else of the app.
//! A helper that cannot do its work fails the test with a sentence, so none returns a `Result`.

pub mod actions;
pub mod axe;
pub mod browser;
pub mod bundle;
mod driver;
pub mod engine;
pub mod files;
pub mod filters;
pub mod held;
pub mod inspect;
pub mod measure;
pub mod media;
pub mod memory;
pub mod page;
pub mod portfolio;
pub mod releases;
pub mod server;
pub mod stops;

use std::time::{Duration, Instant};

/// The folder that the bundle is served from where a test does not say otherwise.
pub const FOLDER: &str = "/some/repo/";

/// The languages of the site, as its paths spell them.
pub const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// How long anything may take. Generous, because the machine may be busy with other work.
const DEADLINE: Duration = Duration::from_secs(20);

/// How long to let the browser work between two looks.
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// A served bundle with a page open on it.
pub struct Site {
    pub page: page::Page,
    pub server: server::Server,
}

impl Site {
    /// Serves the bundle from the usual folder and opens a browser on it.
    pub async fn start() -> Site {
        Site::start_in(FOLDER).await
    }

    /// Serves the bundle from `folder`, which begins and ends with a slash.
    pub async fn start_in(folder: &str) -> Site {
        let server = server::Server::start(&bundle::folder(), folder).await;
        let page = page::Page::new(browser::Browser::start().await, &server);
        Site { page, server }
    }
}

/// Looks again and again until there is something; says whether there was within the deadline.
pub async fn until<T>(look: impl AsyncFn() -> Option<T>) -> Option<T> {
    let started = Instant::now();
    loop {
        let found = look().await;
        if found.is_some() || started.elapsed() > DEADLINE {
            return found;
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}
