//! What a reader does to a page: click, type, reload, go back, open it once more.

use crate::engine::Engine;
use crate::page::Page;
use crate::until;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Key, WebElement};

impl Page {
    /// Clicks the first element of that selector that can be seen, with the mouse.
    pub async fn click(&self, selector: &str) {
        self.click_one_of(&format!("document.querySelectorAll({})", Value::from(selector))).await;
    }

    /// Clicks the first element of a JavaScript list of elements that can be seen.
    pub async fn click_one_of(&self, elements: &str) {
        let found = until(async || self.visible(elements).await.ok()).await;
        assert!(found.is_some(), "nothing to click of {elements} at {}", self.address().await);
        if let Some(element) = found {
            element.click().await.unwrap_or_else(|error| self.broken(elements, &error));
        }
    }

    /// Follows a link to a path below the bundle's folder, as if one were on the page.
    pub async fn follow(&self, path: &str) {
        let address = Value::from(format!("{}{path}", self.base));
        let follow = "const link = document.body.appendChild(document.createElement('a'));
            link.href = address; link.click(); link.remove(); return true;";
        self.ask(&format!("(address => {{ {follow} }})({address})")).await;
        self.wait(&format!("the link leads to {path}"), &format!("location.href === {address}")).await;
    }

    /// Scrolls as every reader does first, until the page has heard of it.
    pub async fn scroll_down(&self) {
        let scroll = "addEventListener('scroll', () => setTimeout(() => window.scrolled = true)), scrollTo(0, 500)";
        self.ask(&format!("void ({scroll}) ?? true")).await;
        self.wait("it is scrolled", "window.scrolled === true").await;
    }

    /// Draws over an element with the mouse, from one share of its width to another, at half its height.
    pub async fn draw_over(&self, selector: &str, from: f64, to: f64) {
        self.ask(&format!(
            "document.querySelector({}).scrollIntoView({{ block: 'center' }}) ?? true",
            Value::from(selector)
        ))
        .await;
        let place = format!(
            "(() => {{ const b = document.querySelector({}).getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; }})()",
            Value::from(selector)
        );
        let place = self.ask(&place).await;
        let at = |i: usize| place[i].as_f64().unwrap_or_default();
        let (y, x) = ((at(1) + at(3) / 2.0) as i64, |share: f64| (at(0) + at(2) * share) as i64);
        let chain = self.browser.session().action_chain().move_to(x(from), y).click_and_hold();
        let chain = (1..=4).fold(chain, |chain, step| chain.move_to(x(from + (to - from) * f64::from(step) / 4.0), y));
        chain.release().perform().await.expect("the browser moves the mouse");
    }

    /// Types into the element that has the focus.
    pub async fn press(&self, keys: impl AsRef<str>) {
        let keys = self.browser.session().action_chain().send_keys(keys.as_ref()).perform().await;
        keys.expect("the browser takes keys");
    }

    /// Moves the focus as a keyboard reader does.
    pub async fn press_tab(&self) {
        self.press_tabs(1).await;
    }

    /// Moves the focus by that many stops.
    pub async fn press_tabs(&self, stops: usize) {
        self.press(Key::Tab.value().to_string().repeat(stops)).await;
    }

    /// Moves the focus back by that many stops.
    pub async fn press_tabs_back(&self, stops: usize) {
        let tabs = Key::Tab.value().to_string().repeat(stops);
        let keys = self.browser.session().action_chain().key_down(Key::Shift).send_keys(tabs).key_up(Key::Shift);
        keys.perform().await.expect("the browser takes keys");
    }

    pub async fn reload(&self) {
        self.browser.session().refresh().await.expect("the browser reloads");
    }

    pub async fn back(&self) {
        if self.browser.engine() == Engine::WebKit {
            // Its driver waits for a document to load, which none does inside the site.
            self.ask("history.back() ?? true").await;
            return;
        }
        self.browser.session().back().await.expect("the browser goes back");
    }

    pub async fn forward(&self) {
        if self.browser.engine() == Engine::WebKit {
            self.ask("history.forward() ?? true").await;
            return;
        }
        self.browser.session().forward().await.expect("the browser goes forward");
    }

    /// Makes the page that many CSS pixels wide.
    pub async fn set_width(&self, width: u32) {
        self.browser.set_width(width).await;
    }

    /// Takes JavaScript from every page opened from now on. The tests themselves still ask.
    pub async fn without_javascript(&self) {
        self.browser.command("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    }

    /// Makes the browser one of a reader with these languages, the best first: `ru-RU,en`.
    pub async fn speak(&self, languages: &str) {
        let agent = self.text("navigator.userAgent").await;
        let who = json!({ "userAgent": agent, "acceptLanguage": languages });
        self.browser.command("Emulation.setUserAgentOverride", who).await;
    }

    /// Runs a script in every document opened from now on, before any of its own.
    pub async fn before_each_document(&self, script: &str) {
        self.browser.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Does something in a tab of its own, as a friend who was sent an address would.
    pub async fn in_new_tab<T>(&self, visit: impl AsyncFnOnce() -> T) -> T {
        let session = self.browser.session();
        let here = session.window().await.expect("the browser names its window");
        let tab = session.new_tab().await.expect("the browser opens a tab");
        session.switch_to_window(tab).await.expect("the new tab is there");
        let seen = visit().await;
        session.close_window().await.expect("the tab closes");
        session.switch_to_window(here).await.expect("the first tab is still there");
        seen
    }

    /// The first that can be seen, brought into view, out of what is folded if need be.
    async fn visible(&self, elements: &str) -> WebDriverResult<WebElement> {
        let find = format!(
            "for (const element of {elements}) {{
                let inner = element;
                for (let fold; fold = inner.parentElement?.closest('details'); inner = fold)
                    if (inner.closest('summary')?.parentElement !== fold) fold.open = true;
                if (!element.checkVisibility()) continue;
                element.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                return element;
            }}"
        );
        self.browser.session().execute(find, Vec::new()).await?.element()
    }
}
