use super::escaped;
use super::text::foreign_html;
use crate::browser::{self, Shown};
use crate::locale::{Lang, sort_key};
use crate::query::{Facet, Filters, Hits};
use crate::site::Site;
use crate::sort::sort_by_key;
use leptos::html::Div;
use leptos::prelude::*;
use std::cmp::Reverse;

/// Values of a facet that stand open; the rest is one click away.
pub const OPEN: usize = 8;

/// As many values stand open all together: a click for one or two more is none to ask for.
pub const ALL_OPEN: usize = OPEN + 2;

/// A value of a facet that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Its code in the facet's column.
    pub code: usize,
    /// As addresses spell it.
    pub key: String,
    /// As readers see it.
    pub name: String,
    /// The language of its name, where that is not the reader's.
    pub foreign: Option<Lang>,
}

/// What the box of a value tells: how many records choosing it would show, and whether it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    count: u32,
    chosen: bool,
}

/// The values that can be chosen: those that there are in `base` and those that are chosen already, or are
/// where nothing is. Those with the most records come first, and years in their order.
pub fn values(site: &Site, facet: Facet, base: &Hits, hits: &Hits, filters: &Filters, lang: Lang) -> Vec<Value> {
    let count = |hits: &Hits, code: usize| hits.counts(facet).get(code).copied().unwrap_or(0);
    let keys = site.columns.keys(facet).iter().enumerate();
    let opening = Filters::default();
    let is_chosen = |key| [filters, &opening].iter().any(|filters| filters.chosen(facet).contains(key));
    let mut values: Vec<Value> = keys
        .filter(|(code, key)| count(base, *code) > 0 || is_chosen(key))
        .map(|(code, key)| {
            let shown = facet.text(key, &site.snapshot).map(|text| text.shown(lang).0);
            let name = lang.facet_value(facet, key, &site.snapshot);
            Value { code, key: key.clone(), name, foreign: shown.filter(|shown| *shown != lang) }
        })
        .collect();
    let blank = |key: &str| key == facet.blank();
    match facet {
        Facet::Year => sort_by_key(&mut values, |value| (blank(&value.key), value.key.clone())),
        Facet::Scope => {}
        _ => sort_by_key(&mut values, |value| {
            (blank(&value.key), Reverse(count(hits, value.code)), sort_key(lang, &value.name))
        }),
    }
    if values.len() > ALL_OPEN && facet != Facet::Year { chosen_first(values, filters.chosen(facet)) } else { values }
}

/// Where not all values stand open, those that are chosen do.
#[inline(never)]
fn chosen_first(values: Vec<Value>, chosen: &[String]) -> Vec<Value> {
    let (mut first, others): (Vec<_>, Vec<_>) = values.into_iter().partition(|value| chosen.contains(&value.key));
    first.extend(others);
    first
}

/// What the boxes of these values tell with these choices.
pub fn offers(values: &[Value], facet: Facet, hits: &Hits, filters: &Filters) -> Vec<Offer> {
    let (counts, chosen) = (hits.counts(facet), filters.chosen(facet));
    let offer = |value: &Value| Offer {
        count: counts.get(value.code).copied().unwrap_or(0),
        chosen: chosen.contains(&value.key),
    };
    values.iter().map(offer).collect()
}

/// The boxes of some values: native checkboxes, whose names and values are the query's own.
///
/// Each choice changes hundreds of them, so they are HTML and no views: the element around them listens,
/// and [`change`] tells each what is new.
#[inline(never)]
pub fn boxes<'a>(facet: Facet, offered: impl Iterator<Item = (&'a Value, &'a Offer)>, lang: Lang) -> AnyView {
    view! { <div inner_html=html(facet, offered, lang)></div> }.into_any()
}

fn html<'a>(facet: Facet, offered: impl Iterator<Item = (&'a Value, &'a Offer)>, lang: Lang) -> String {
    let one = |(value, offer): (&Value, &Offer)| {
        let is = |holds: bool, words: &'static str| if holds { words } else { "" };
        [
            "<label class=\"choice",
            is(offer.is_off(), " off"),
            "\"><input type=\"checkbox\" name=\"",
            facet.key(),
            "\" value=\"",
            &escaped(&value.key),
            "\"",
            is(offer.chosen, " checked"),
            is(offer.is_off(), " disabled"),
            "><span>",
            &named(value),
            "</span><small>",
            &offer.words(lang),
            "</small></label>",
        ]
        .concat()
    };
    offered.map(one).collect()
}

/// The name of a value, marked where it is in another language.
fn named(value: &Value) -> String {
    let name = escaped(&value.name);
    value.foreign.map_or(name.clone(), |foreign| foreign_html(foreign, &name))
}

/// Tells the boxes in an element, which stand in the order of their values, what is so now.
#[inline(never)]
pub fn change(boxes: NodeRef<Div>, before: &[Offer], now: &[Offer], lang: Lang) {
    let shown = before.iter().zip(now).map(|(before, now)| Shown {
        ticked: now.chosen,
        off: now.is_off(),
        count: (now.count != before.count).then(|| now.words(lang)),
    });
    browser::change_boxes(boxes, shown);
}

impl Offer {
    /// Nothing can be had from it.
    fn is_off(self) -> bool {
        self.count == 0 && !self.chosen
    }

    fn words(self, lang: Lang) -> String {
        lang.number(f64::from(self.count), 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(offer: Offer, expected: &str) {
        let value = Value { code: 0, key: "a\"b".to_owned(), name: "A & B".to_owned(), foreign: None };
        assert_eq!(html(Facet::Kind, [(&value, &offer)].into_iter(), Lang::Ru), expected);
    }

    #[test]
    fn a_box_is_what_it_tells() {
        let with = |class: &str, state: &str, count: &str| {
            format!(
                "<label class=\"{class}\"><input type=\"checkbox\" name=\"kind\" value=\"a&quot;b\"{state}>\
                 <span>A &amp; B</span><small>{count}</small></label>"
            )
        };
        check(Offer { count: 12_345, chosen: false }, &with("choice", "", "12\u{a0}345"));
        check(Offer { count: 0, chosen: false }, &with("choice off", " disabled", "0"));
        check(Offer { count: 0, chosen: true }, &with("choice", " checked", "0"));
    }
}
