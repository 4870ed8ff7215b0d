//! The three engines that readers come with: which one the tests drive, and how it is started.

use serde_json::{Value, json};
use std::env;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{
    Capabilities, CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel,
    PageLoadStrategy,
};

/// What a page is shown by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// WebKitGTK's own small browser: the engine of Safari, with Linux below it.
    WebKit,
}

/// The last argument lets no name but this machine's resolve: a foreign request must not leave.
const CHROMIUM_ARGUMENTS: [&str; 12] = [
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

impl Engine {
    /// The one that `BAGYT_ENGINE` names: `chromium`, `firefox` or `webkit`; else Chromium.
    pub fn chosen() -> Engine {
        match env::var("BAGYT_ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Engine::Chromium,
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            Ok(other) => unknown(other),
        }
    }

    /// The program that drives it, and the variable that may name another.
    pub(crate) fn driver(self) -> String {
        let (variable, usual) = match self {
            Engine::Chromium => ("BAGYT_CHROMEDRIVER", "chromedriver"),
            Engine::Firefox => ("BAGYT_GECKODRIVER", "geckodriver"),
            Engine::WebKit => ("BAGYT_WEBKITDRIVER", "WebKitWebDriver"),
        };
        env::var(variable).unwrap_or_else(|_| usual.into())
    }

    /// What its driver is asked for: nobody before the screen, an empty profile, no other hosts.
    pub(crate) fn capabilities(self) -> Capabilities {
        let capabilities = match self {
            Engine::Chromium => chromium(),
            Engine::Firefox => firefox(),
            Engine::WebKit => webkit(),
        };
        let mut capabilities = capabilities.expect("arguments and levels are plain JSON");
        let wait = match self {
            // Tests wait for what they need; some hold a file back for which a whole page would wait.
            Engine::Chromium | Engine::Firefox => PageLoadStrategy::Eager,
            // A script sent to a page that is still loading would never be answered.
            Engine::WebKit => PageLoadStrategy::Normal,
        };
        capabilities.set_page_load_strategy(wait).expect("a strategy is a word");
        capabilities
    }
}

fn chromium() -> WebDriverResult<Capabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for argument in CHROMIUM_ARGUMENTS {
        capabilities.add_arg(argument)?;
    }
    if let Ok(binary) = env::var("BAGYT_CHROMIUM") {
        capabilities.set_binary(&binary)?;
    }
    capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    // Lists every request of the page, also those that never leave it.
    capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(capabilities.into())
}

fn firefox() -> WebDriverResult<Capabilities> {
    let mut options = json!({
        "args": ["-headless", "--width=1280", "--height=900"],
        // Every name but this machine's goes to a proxy that is not there.
        "prefs": {
            "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 1,
            "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 1, "network.proxy.no_proxies_on": "127.0.0.1",
            "intl.accept_languages": "en",
            // A line opened ahead of need would outlive the server whose end a test wants.
            "network.http.speculative-parallel-limit": 0,
        },
    });
    if let Ok(binary) = env::var("BAGYT_FIREFOX") {
        options["binary"] = Value::from(binary);
    }
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "firefox")?;
    capabilities.set("moz:firefoxOptions", options)?;
    Ok(capabilities)
}

/// The driver knows where its browser is, and takes no other engine's name for it.
fn webkit() -> WebDriverResult<Capabilities> {
    let mut capabilities = Capabilities::new();
    capabilities.set("webkitgtk:browserOptions", json!({ "args": ["--automation"] }))?;
    Ok(capabilities)
}

#[expect(clippy::panic, reason = "a test with an engine that nobody knows has nothing to go on with")]
fn unknown<T>(name: &str) -> T {
    panic!("BAGYT_ENGINE is {name:?}, not chromium, firefox or webkit")
}
