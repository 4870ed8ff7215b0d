//! The filter form, as a reader uses it: choices, search words, the count, the query.

use crate::page::Page;
use serde_json::Value;

/// The facets that the contract names.
pub const FACETS: [&str; 7] = ["direction", "kind", "stage", "area", "year", "organisation", "scope"];

const BOXES: &str = "document.querySelectorAll('form[data-filters] input[type=checkbox]')";
const SEARCH: &str = "form[data-filters] input[name=q]";

/// One choice that the form offers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    pub facet: String,
    pub key: String,
    pub checked: bool,
    pub disabled: bool,
}

impl Page {
    /// Clicks a choice by its label, as readers do.
    pub async fn choose(&self, facet: &str, key: &str) {
        let (facet, key) = (Value::from(facet), Value::from(key));
        let boxes = format!("[...{BOXES}].filter(box => box.name === {facet} && box.value === {key})");
        // The box itself comes last: a style sheet may hide it and draw it on its label.
        self.click_one_of(&format!("{boxes}.flatMap(box => [...box.labels, box])")).await;
    }

    /// Types search words.
    pub async fn search(&self, words: &str) {
        self.click(SEARCH).await;
        self.press(words).await;
    }

    /// Types one end of a range into its box.
    pub async fn type_into(&self, name: &str, value: &str) {
        let script = format!(
            "(() => {{ const box = document.querySelector('input[name={name}]'); box.value = '{value}';
                box.dispatchEvent(new Event('change', {{ bubbles: true }})); return true; }})()"
        );
        self.ask(&script).await;
    }

    /// What stands in the search box.
    pub async fn searched(&self) -> String {
        self.text(&format!("document.querySelector({})?.value", Value::from(SEARCH))).await
    }

    /// The number of records that the page says it shows.
    pub async fn count(&self) -> u64 {
        let count = self.text("document.querySelector('output[data-count]')?.dataset.count").await;
        count.parse().unwrap_or_else(|_| self.without_count(&count))
    }

    /// Every choice that the form offers, in its order.
    pub async fn choices(&self) -> Vec<Choice> {
        let all = self.ask(&format!("[...{BOXES}].map(b => [b.name, b.value, b.checked, b.disabled])")).await;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let is = |value: &Value| value == &Value::Bool(true);
        let choice =
            |c: &Value| Choice { facet: text(&c[0]), key: text(&c[1]), checked: is(&c[2]), disabled: is(&c[3]) };
        all.as_array().map_or_else(Vec::new, |all| all.iter().map(choice).collect())
    }

    /// The choices that are made, as `facet=key`, sorted.
    pub async fn chosen(&self) -> Vec<String> {
        let all = self.choices().await;
        let mut chosen: Vec<String> =
            all.iter().filter(|c| c.checked).map(|c| format!("{}={}", c.facet, c.key)).collect();
        chosen.sort();
        chosen
    }

    /// The first key of the facet that can be chosen and is not.
    pub async fn first_free(&self, facet: &str) -> Option<String> {
        self.choices().await.into_iter().find(|c| c.facet == facet && !c.checked && !c.disabled).map(|c| c.key)
    }

    /// The query string, with its question mark; empty when there is none.
    pub async fn query(&self) -> String {
        self.text("location.search").await
    }

    /// Opens a path by its address: what is chosen there, and the count.
    pub async fn view_of(&self, path: &str) -> (Vec<String>, u64) {
        self.open(path).await;
        self.ready().await;
        (self.chosen().await, self.count().await)
    }

    /// Waits until the query carries, or no longer carries, that value under that key.
    pub async fn wait_for_query(&self, key: &str, value: &str, carried: bool) {
        let values = format!("new URLSearchParams(location.search).getAll({})", Value::from(key));
        let what = format!("the query {} {key}={value}", if carried { "carries" } else { "is without" });
        self.wait(&what, &format!("{values}.includes({}) === {carried}", Value::from(value))).await;
    }

    #[expect(clippy::panic, reason = "the test that asked cannot go on")]
    fn without_count<T>(&self, found: &str) -> T {
        panic!("the page has no output[data-count] with a number, but “{found}”")
    }
}
