//! A headless Chromium with an empty profile, driven over WebDriver.

use crate::driver::Driver;
use serde_json::json;
use thirtyfour::{
    CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, PageLoadStrategy,
    WebDriver,
};

/// The last argument lets no name but this machine's resolve: a foreign request must not leave.
const ARGUMENTS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--window-size=1280,900",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// A browser and its driver; both end when it is dropped.
pub struct Browser {
    // Taken out on drop.
    session: Option<WebDriver>,
    _driver: Driver,
}

impl Browser {
    /// Starts `BAGYT_CHROMEDRIVER` (else `chromedriver`) and through it `BAGYT_CHROMIUM`
    /// (else the one the driver finds), with a fresh profile.
    pub async fn start() -> Browser {
        let program = std::env::var("BAGYT_CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
        let driver = Driver::start(&program).await.unwrap_or_else(|error| unavailable(&program, &error));
        let address = format!("http://127.0.0.1:{}", driver.port());
        let mut browser = Browser { session: None, _driver: driver };
        let session = WebDriver::new(&address, capabilities()).await;
        browser.session = Some(session.unwrap_or_else(|error| unavailable("Chromium", &error.to_string())));
        browser
    }

    /// The WebDriver session.
    pub fn session(&self) -> &WebDriver {
        self.session.as_ref().expect("the session lasts as long as the browser")
    }

    /// Makes the page that many CSS pixels wide. A window could not be as narrow as a phone.
    pub async fn set_width(&self, width: u32) {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// A command of the DevTools protocol.
    pub(crate) async fn command(&self, name: &str, parameters: serde_json::Value) {
        let sent = self.session().cdp().send_raw(name, parameters).await;
        sent.expect("the driver passes DevTools commands on");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The library must not end a session that ends here anyway.
        let _gone = self.session.take().map(WebDriver::leak);
    }
}

fn capabilities() -> thirtyfour::ChromeCapabilities {
    let mut capabilities = DesiredCapabilities::chrome();
    let mut set = || -> thirtyfour::error::WebDriverResult<()> {
        for argument in ARGUMENTS {
            capabilities.add_arg(argument)?;
        }
        if let Ok(binary) = std::env::var("BAGYT_CHROMIUM") {
            capabilities.set_binary(&binary)?;
        }
        capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
        // Tests wait for what they need; some hold a file back for which a whole page would wait.
        capabilities.set_page_load_strategy(PageLoadStrategy::Eager)?;
        // Lists every request of the page, also those that never leave it.
        capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)
    };
    set().expect("arguments and levels are plain JSON");
    capabilities
}

#[expect(clippy::panic, reason = "a test without a browser has nothing to go on with")]
fn unavailable<T>(program: &str, why: &str) -> T {
    panic!("{program} does not start ({why}); install Debian's chromium and chromium-driver")
}
