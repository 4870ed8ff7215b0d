//! Where the Tab key stops: which places there should be, and what happened on the way.

use crate::page::Page;
use serde_json::Value;

/// Everything that takes the focus and can be seen, in the order of the document; each stop that the
/// focus then reaches is noted with what is wrong about it.
const WATCH: &str = "(() => {
    const able = 'a[href], button, input, select, textarea, summary, [tabindex]';
    window.stops = [...document.querySelectorAll(able)]
        .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility());
    window.reached = [];
    const name = e => `${e.outerHTML.slice(0, 110)}`;
    const fault = e => {
        const style = getComputedStyle(e), box = e.getBoundingClientRect();
        if (e.tabIndex > 0) return `is put before others: ${name(e)}`;
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return `has no outline: ${name(e)}`;
        if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
            return `is out of sight: ${name(e)}`;
        // A part of it must be seen: a long link may begin or end outside the table that it scrolls.
        const seen = at => [.05, .5, .95].some(share => {
            const y = Math.min(innerHeight - 1, Math.max(0, at.top + at.height / 2));
            const top = document.elementFromPoint(at.left + at.width * share, y);
            return top && (e.contains(top) || top.contains(e) || top.parentElement.contains(e));
        });
        if (![...e.getClientRects()].some(seen)) return `is covered: ${name(e)}`;
        return '';
    };
    addEventListener('focusin', ({ target }) => window.reached.push([window.stops.indexOf(target), fault(target)]));
    return window.stops.length;
})()";

impl Page {
    /// Begins to note where the focus goes; answers with the number of stops that there are.
    pub async fn watch_focus(&self) -> usize {
        self.ask(WATCH).await.as_u64().and_then(|stops| stops.try_into().ok()).unwrap_or_default()
    }

    /// The stops reached since, as places in the order of the document, and their faults. Asking
    /// begins a new list.
    pub async fn stops_reached(&self) -> Vec<(i64, String)> {
        let reached = self.ask("window.reached.splice(0)").await;
        let stop = |one: &Value| (one[0].as_i64().unwrap_or(-1), one[1].as_str().unwrap_or_default().to_owned());
        reached.as_array().map_or_else(Vec::new, |all| all.iter().map(stop).collect())
    }
}
