//! A page as a reader has it before them: open it, wait for it, ask what it shows.

use crate::browser::Browser;
use crate::server::Server;
use crate::until;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

/// The page of one browser, opened by paths relative to the bundle's folder.
pub struct Page {
    pub(crate) browser: Browser,
    pub(crate) origin: String,
    pub(crate) base: String,
}

impl Page {
    pub fn new(browser: Browser, server: &Server) -> Page {
        Page { browser, origin: server.origin().to_owned(), base: server.base() }
    }

    /// Goes to a path below the bundle's folder, by address as from a link elsewhere.
    pub async fn open(&self, path: &str) {
        self.visit(&format!("{}{path}", self.base)).await;
    }

    /// What a reader would wait half a minute for comes soon, in every document from now on.
    pub async fn be_impatient(&self) {
        self.before_each_document(
            "{ const wait = setTimeout;
             window.setTimeout = (then, ms, ...more) => wait(then, ms >= 20000 ? 300 : ms, ...more); }",
        )
        .await;
    }

    /// A file comes a few bytes at a time, in every document from now on: a piece ends wherever one can. The page
    /// then says so by its `crumbs`.
    pub async fn crumble(&self, file: &str) {
        let script = "const whole = window.fetch;
             window.fetch = async (asked) => {
                const answer = await whole(asked);
                if (!answer.url.endsWith(FILE)) return answer;
                const cut = (bytes, to) => {
                    for (let at = 0; at < bytes.length; at += 7, window.crumbs = at) to.enqueue(bytes.slice(at, at + 7));
                };
                const { status, headers } = answer;
                return new Response(answer.body.pipeThrough(new TransformStream({ transform: cut })), { status, headers });
             };";
        self.before_each_document(&format!("{{ {} }}", script.replace("FILE", &json!(file).to_string()))).await;
    }

    /// Goes to a whole address.
    pub async fn visit(&self, address: &str) {
        self.browser.session().goto(address).await.expect("the browser goes to an address");
    }

    /// Waits until the page is drawn; fails when the app shows its error page instead.
    pub async fn ready(&self) {
        self.settle("ready").await;
    }

    /// Waits until the app says that it cannot show the page.
    pub async fn failed(&self) {
        self.settle("error").await;
    }

    /// Waits until the bar that tells of a slow load is seen.
    pub async fn bar_seen(&self) {
        self.wait("the bar is seen", "getComputedStyle(document.querySelector('#progress')).opacity === '1'").await;
    }

    /// Waits until a JavaScript condition holds. `what` names it in the failure.
    pub async fn wait(&self, what: &str, condition: &str) {
        let held = until(async || self.look(condition).await.ok().filter(|value| value == &Value::Bool(true))).await;
        assert!(held.is_some(), "waited in vain: {what}; at {}, state {}", self.address().await, self.state().await);
    }

    /// The value of a JavaScript expression.
    pub async fn ask(&self, expression: &str) -> Value {
        let value = self.look(expression).await;
        value.unwrap_or_else(|error| self.broken(expression, &error))
    }

    /// The value of a JavaScript expression, as text; empty for null.
    pub async fn text(&self, expression: &str) -> String {
        self.ask(&format!("String(({expression}) ?? '')")).await.as_str().map(str::to_owned).unwrap_or_default()
    }

    /// Whether a JavaScript condition holds now.
    pub async fn holds(&self, condition: &str) -> bool {
        self.ask(&format!("Boolean({condition})")).await == Value::Bool(true)
    }

    /// The whole address.
    pub async fn address(&self) -> String {
        self.text("location.href").await
    }

    /// The path below the bundle's folder, without query and fragment.
    pub async fn path(&self) -> String {
        let address = self.text("location.origin + location.pathname").await;
        address.strip_prefix(&self.base).map_or_else(|| format!("outside the folder: {address}"), str::to_owned)
    }

    /// The HTTP status that the document came with.
    pub async fn status(&self) -> u64 {
        self.ask("performance.getEntriesByType('navigation')[0].responseStatus").await.as_u64().unwrap_or_default()
    }

    /// Waits until the state is the wanted one and still is after the browser has painted twice:
    /// what the app does after a change of the address takes a turn of its loop.
    async fn settle(&self, wanted: &str) {
        let settled = until(async || {
            let before = self.state().await;
            let painted = "await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";
            self.run(&format!("return (async () => {{ {painted}; return true }})()")).await.ok()?;
            let after = self.state().await;
            (before == after && (after == "ready" || after == "error")).then_some(after)
        });
        let state = settled.await.unwrap_or_else(|| "never settled".into());
        let problem = "document.querySelector('[data-problem], #fault:not([hidden]) code')?.textContent";
        let problem = self.text(problem).await;
        assert!(state == wanted, "not {wanted}: {state} {problem}, at {}", self.address().await);
    }

    /// Empty while a document gives way to the next.
    async fn state(&self) -> String {
        let state = self.look("document.documentElement?.dataset.state").await.unwrap_or_default();
        state.as_str().unwrap_or_default().to_owned()
    }

    async fn look(&self, expression: &str) -> WebDriverResult<Value> {
        self.run(&format!("return ({expression})")).await
    }

    async fn run(&self, script: &str) -> WebDriverResult<Value> {
        Ok(self.browser.session().execute(script, Vec::new()).await?.json().clone())
    }

    #[expect(clippy::panic, reason = "the test that asked cannot go on")]
    pub(crate) fn broken<T>(&self, what: &str, error: &dyn std::fmt::Display) -> T {
        panic!("the browser refused: {what}: {error}")
    }
}
