//! The reader's screen and settings: width, pixel ratio, forced colours.

use crate::page::Page;
use serde_json::{Value, json};

impl Page {
    /// Makes the screen that many CSS pixels wide, with that many device pixels a CSS pixel.
    pub async fn set_screen(&self, width: u32, ratio: f64) {
        let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": ratio, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// Sets what a media feature says, as the system's settings would.
    pub async fn set_feature(&self, name: &str, value: &str) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": [{ "name": name, "value": value }] })).await;
    }

    /// Whether a chart's canvas has pixels of exactly that colour, which is any CSS colour.
    pub async fn canvas_has(&self, chart: &str, colour: &str) -> bool {
        let (chart, colour) = (Value::from(chart), Value::from(colour));
        self.holds(&format!(
            "(() => {{
                const canvas = document.querySelector(`figure[data-chart=${{{chart}}}] canvas`);
                const probe = document.createElement('i');
                probe.style.color = {colour};
                document.body.append(probe);
                const [r, g, b] = getComputedStyle(probe).color.match(/\\d+/g).map(Number);
                probe.remove();
                const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                for (let i = 0; i < pixels.length; i += 4)
                    if (pixels[i] === r && pixels[i + 1] === g && pixels[i + 2] === b && pixels[i + 3] === 255) return true;
                return false;
            }})()"
        ))
        .await
    }

    /// Sends a command of the DevTools protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let sent = self.browser.session().cdp().send_raw(command, parameters).await;
        sent.unwrap_or_else(|error| self.broken(command, &error))
    }
}
