//! A browser that nobody looks at, with an empty profile, driven over WebDriver.

use crate::driver::Driver;
use crate::engine::Engine;
use serde_json::json;
use thirtyfour::WebDriver;

/// A browser and its driver; both end when it is dropped.
pub struct Browser {
    // Taken out on drop.
    session: Option<WebDriver>,
    driver: Driver,
    engine: Engine,
}

impl Browser {
    /// Starts the chosen engine with a fresh profile.
    pub async fn start() -> Browser {
        let engine = Engine::chosen();
        let driver = Driver::start(engine).await.unwrap_or_else(|error| unavailable(engine, &error));
        let address = format!("http://127.0.0.1:{}", driver.port());
        let mut browser = Browser { session: None, driver, engine };
        let session = WebDriver::new(&address, engine.capabilities()).await;
        browser.session = Some(session.unwrap_or_else(|error| unavailable(engine, &error.to_string())));
        browser
    }

    /// The WebDriver session.
    pub fn session(&self) -> &WebDriver {
        self.session.as_ref().expect("the session lasts as long as the browser")
    }

    /// What it shows pages with.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The process that it and all of its own descend from.
    pub(crate) fn driver_id(&self) -> u32 {
        self.driver.id()
    }

    /// Makes the page that many CSS pixels wide. A window could not be as narrow as a phone.
    pub async fn set_width(&self, width: u32) {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// A command of the DevTools protocol, which only Chromium speaks.
    pub(crate) async fn command(&self, name: &str, parameters: serde_json::Value) {
        let sent = self.session().cdp().send_raw(name, parameters).await;
        sent.expect("the driver passes DevTools commands on");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let Some(session) = self.session.take() else { return };
        self.driver.end_session(&session.session_id().to_string());
        // The library must not end once more what has ended.
        let _gone = session.leak();
    }
}

#[expect(clippy::panic, reason = "a test without a browser has nothing to go on with")]
fn unavailable<T>(engine: Engine, why: &str) -> T {
    panic!("{} does not start {engine:?} ({why}); `cargo xtask test` says what to install", engine.driver())
}
