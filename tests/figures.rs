//! Every figure on every page is a value of the snapshot that belongs there, or a count that is
//! made here again; every number in words is one of these, is made of them in a way that is declared
//! in `traced/derived.rs`, or stands in a text or date of the snapshot.

mod traced;

use bagyt::locale::Lang;
use bagyt::pages::render;
use bagyt::route::{Place, Route};
use bagyt::site::Site;
use serde_json::{Value, json};
use traced::allowed;
use traced::words::{Known, OnPage, untraced};

const SNAPSHOT: &str = include_str!("../public/snapshot.json");

/// The figures that a page marks.
fn figures(html: &str) -> impl Iterator<Item = &str> {
    html.split("data-value=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

fn site() -> &'static Site {
    Site::read(SNAPSHOT).expect("the published snapshot can be shown").keep()
}

#[test]
fn every_figure_belongs_where_it_stands() {
    let json: Value = serde_json::from_str(SNAPSHOT).expect("the published snapshot is JSON");
    let site = site();
    let (mut seen, mut faults) = (0, Vec::new());
    for route in Route::all(&site.snapshot) {
        let allowed = allowed(&json, &route);
        for lang in Lang::ALL {
            let html = render(site, Place::new(lang, route.clone()), "../");
            seen += figures(&html).count();
            let strange = figures(&html).filter(|figure| !allowed.has(figure));
            faults.extend(strange.map(|figure| format!("{}/{route:?}: {figure}", lang.code())));
        }
    }
    assert!(faults.is_empty(), "{} figures come from nowhere:\n{}", faults.len(), faults.join("\n"));
    assert!(seen > 5_000, "only {seen} figures were looked at");
}

#[test]
fn every_language_shows_the_same_figures() {
    let site = site();
    for route in Route::all(&site.snapshot) {
        let sorted = |lang| {
            let html = render(site, Place::new(lang, route.clone()), "../");
            let mut all: Vec<String> = figures(&html).map(str::to_owned).collect();
            all.sort();
            all
        };
        let [kk, ru, en] = Lang::ALL.map(sorted);
        assert!(kk == ru && ru == en, "{route:?} has other figures in another language");
    }
}

/// What a chart says above itself is said in text that can be read: its figures are marked there, and a
/// title that is not in the page's language.
#[test]
fn what_charts_say_is_marked() {
    let mut json: Value = serde_json::from_str(SNAPSHOT).expect("the published snapshot is JSON");
    let indicators = json["indicators"].as_array_mut().expect("indicators are a list");
    let enterprises =
        indicators.iter_mut().find(|indicator| indicator["id"] == "sez-operating-enterprises").expect("it is there");
    enterprises["title"] = json!({ "en": "Enterprises" });
    let site = Site::read(&json.to_string()).expect("it can still be shown").keep();
    let html = render(site, Place::new(Lang::Kk, Route::Indicator("sez-operating-enterprises".into())), "../");
    let said = html.split("<strong>").nth(1).and_then(|rest| rest.split("</strong>").next());
    let figure = |n: i32| format!("<data value=\"{n}\" data-value=\"{n}\">{n}</data>");
    let title = "<span lang=\"en\">Enterprises</span> <small lang=\"en\" class=\"lang\">[Eng]</small>";
    assert_eq!(said.map(|said| said.replace("<!>", "")), Some(format!("{title}: {} → {}", figure(5), figure(12))));
}

#[test]
fn the_fingerprint_is_that_of_the_file() {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(SNAPSHOT.as_bytes());
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    for lang in Lang::ALL {
        let html = render(site(), Place::new(lang, Route::About), "../");
        assert!(html.contains(&digest), "{lang:?}");
    }
}

#[test]
fn every_number_in_words_can_be_traced() {
    let json: Value = serde_json::from_str(SNAPSHOT).expect("the published snapshot is JSON");
    let site = site();
    let known = Known::of(&json);
    let (mut seen, mut faults) = (0, Vec::new());
    for route in Route::all(&site.snapshot) {
        let on_page = OnPage::of(&json, &route);
        for lang in Lang::ALL {
            let html = render(site, Place::new(lang, route.clone()), "../");
            let (count, strange) = untraced(&html, lang, &known, &on_page);
            seen += count;
            faults.extend(strange.into_iter().map(|what| format!("{}/{route:?}: {what}", lang.code())));
        }
    }
    assert!(faults.is_empty(), "{} numbers come from nowhere:\n{}", faults.len(), faults.join("\n"));
    assert!(seen > 5_000, "only {seen} numbers were looked at");
}

#[test]
fn a_wrong_number_in_words_is_told() {
    let json: Value = serde_json::from_str(SNAPSHOT).expect("the published snapshot is JSON");
    let (site, known) = (site(), Known::of(&json));
    let with_ratio = |route: &Route| {
        let html = render(site, Place::new(Lang::En, route.clone()), "../");
        html.contains(", ×").then_some(html)
    };
    let (route, html) = Route::all(&site.snapshot)
        .into_iter()
        .find_map(|route| with_ratio(&route).map(|html| (route, html)))
        .expect("a page has a ratio");
    let wrong = html.replacen(", ×", ", ×9", 1);
    let (_, faults) = untraced(&wrong, Lang::En, &known, &OnPage::of(&json, &route));
    assert_eq!(faults.len(), 1, "{faults:?}");
}
