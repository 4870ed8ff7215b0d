//! Every page in every language, rendered natively: whole, linked, and in its own words.

use bagyt::locale::Lang;
use bagyt::pages::{description, render, title};
use bagyt::route::{Place, Route};
use bagyt::site::Site;
use bagyt::snapshot::{Kind, Scope};
use std::collections::HashSet;
use std::sync::OnceLock;

fn site() -> &'static Site {
    static SITE: OnceLock<&'static Site> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Site::read(include_str!("../public/snapshot.json"));
        site.expect("the published snapshot can be shown").keep()
    })
}

/// Renders every page and hands it to a check; the faults of all pages are told together.
fn check(fault: impl Fn(&Place, &str) -> Option<String>) {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        for route in Route::all(&site().snapshot) {
            let place = Place::new(lang, route);
            let html = render(site(), place.clone(), "../");
            faults.extend(fault(&place, &html).map(|fault| format!("{}: {fault}", place.path())));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// What stands between two texts, each time.
fn between<'a>(html: &'a str, before: &'a str, after: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(before).skip(1).filter_map(move |rest| rest.split(after).next())
}

#[test]
fn every_page_has_one_heading_and_the_footer() {
    check(|place, html| match html.matches("<h1").count() {
        1 if html.contains(place.lang.published_facts()) => None,
        1 => Some("the footer does not say what is shown".into()),
        n => Some(format!("{n} first headings")),
    });
}

/// Sentences of the snapshot are filled with numbers that bring their own "over".
#[test]
fn no_word_stands_twice() {
    check(|_, html| {
        let mut text = String::new();
        for piece in html.split('<').skip(1) {
            let (tag, words) = piece.split_once('>').unwrap_or_default();
            let name = tag.trim_start_matches('/').split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let goes_on = ["a", "b", "i", "span", "strong", "small", "mark"].contains(&name);
            text.push_str(if goes_on { "" } else { " | " });
            text.push_str(words);
        }
        let words: Vec<String> = text.split_whitespace().map(|word| word.to_lowercase()).collect();
        let twice = words.windows(2).filter(|pair| pair[0] == pair[1] && pair[0].chars().all(char::is_alphabetic));
        let twice: Vec<&str> = twice.map(|pair| pair[0].as_str()).collect();
        (!twice.is_empty()).then(|| twice.join(" "))
    });
}

#[test]
fn every_link_inside_the_site_leads_to_a_page_or_a_file() {
    let pages: HashSet<String> = Lang::ALL
        .into_iter()
        .flat_map(|lang| Route::all(&site().snapshot).into_iter().map(move |route| Place::new(lang, route).path()))
        .chain(["snapshot.json", "snapshot.schema.json", "bagyt.html"].map(str::to_owned))
        .collect();
    check(|_, html| {
        let inside = between(html, "href=\"../", "\"");
        let lost: Vec<&str> =
            inside.filter(|href| !pages.contains(href.split(['#', '?']).next().unwrap_or(""))).collect();
        (!lost.is_empty()).then(|| lost.join(" "))
    });
}

#[test]
fn every_anchor_of_a_citation_is_on_the_page_of_sources() {
    for lang in Lang::ALL {
        let sources = render(site(), Place::new(lang, Route::Sources), "../");
        check(|place, html| {
            let cited = between(html, "#source-", "\"").map(|id| format!("id=\"source-{id}\""));
            let lost: Vec<String> = cited.filter(|id| place.lang == lang && !sources.contains(id)).collect();
            (!lost.is_empty()).then(|| lost.join(" "))
        });
    }
}

#[test]
fn figures_of_context_stand_in_the_context() {
    check(|place, html| {
        let own = site().snapshot.indicators.iter().find(|i| place.route == Route::Indicator(i.id.clone()))?;
        let block = format!("data-scope=\"{}\"", own.scope().word());
        (!html.contains(&block)).then(|| format!("no {block}"))
    });
}

/// The pages of directions have documents of any scope.
#[test]
fn documents_of_context_stand_in_the_context() {
    let snapshot = &site().snapshot;
    let documents: Vec<_> = snapshot.records.iter().filter(|record| record.kind == Kind::Document).collect();
    check(|place, html| {
        let Route::Direction(id) = &place.route else { return None };
        let lost = documents.iter().filter(|one| one.directions.contains(id)).filter(|one| {
            let scope = one.scope.word();
            let block = html.split("<div data-scope=\"").find(|block| {
                block.starts_with(scope) && block.contains("documents-heading") && block.contains(&one.id)
            });
            block.is_none_or(|block| scope != "project" && !block.contains(place.lang.scope(one.scope)))
        });
        let lost: Vec<_> = lost.map(|one| one.id.as_str()).collect();
        (!lost.is_empty()).then(|| lost.join(" "))
    });
}

#[test]
fn ids_are_unique_on_a_page() {
    check(|_, html| {
        let mut seen = HashSet::new();
        let again: Vec<&str> = between(html, " id=\"", "\"").filter(|id| !seen.insert(*id)).collect();
        (!again.is_empty()).then(|| format!("again: {}", again.join(" ")))
    });
}

#[test]
fn what_stands_still_has_a_name_of_its_own() {
    check(|_, html| {
        let mut seen = HashSet::new();
        let names = between(html, " data-still=\"", "\"");
        let again: Vec<&str> = names.filter(|name| !seen.insert(*name)).collect();
        (!again.is_empty() || seen.is_empty()).then(|| format!("again: {}", again.join(" ")))
    });
}

#[test]
fn titles_differ_and_descriptions_say_something() {
    for lang in Lang::ALL {
        let mut seen = HashSet::new();
        for route in Route::all(&site().snapshot) {
            let place = Place::new(lang, route);
            assert!(seen.insert(title(site(), &place)), "{} has a title twice", place.path());
            assert!(description(site(), &place).len() > 10, "{} has no description", place.path());
        }
    }
}

/// A page's policy lets no style through but the style sheet's.
#[test]
fn a_page_of_many_records_has_no_style_of_its_own() {
    let text: String = bagyt::snapshot::synth::synth(2_000, 1).collect();
    let site = Site::read(&text).expect("what is made up can be shown").keep();
    for route in [Route::Explore, Route::Overview, Route::Direction("tourism".into())] {
        let html = render(site, Place::new(Lang::En, route.clone()), "../");
        assert!(!html.contains(" style="), "{route:?}");
        assert!(route != Route::Explore || html.contains("role=\"grid\""), "there is a table");
    }
}

/// Without the program nobody can ask for more.
#[test]
fn the_page_of_all_records_has_all_of_them() {
    let own = site().snapshot.records.iter().filter(|record| record.scope == Scope::Project).count();
    for lang in Lang::ALL {
        let html = render(site(), Place::new(lang, Route::Explore), "../");
        assert_eq!(html.matches("data-record=").count(), own, "{lang:?}");
    }
}

/// A budget of which the source says "over" is never shown as an exact one.
#[test]
fn the_bound_of_the_budget_is_shown() {
    let text = include_str!("small.json");
    let place =
        text.find("\"budget\": {").map(|at| at + "\"budget\": {".len()).expect("the small snapshot has a budget");
    let text = format!("{}\"bound\": \"over\", {}", &text[..place], &text[place..]);
    let site = Site::read(&text).expect("a bound is allowed").keep();
    for route in [Route::Overview, Route::Sources] {
        let html = render(site, Place::new(Lang::En, route), "../");
        let numbers: Vec<&str> = html.split("<data value=\"6288000\"").map(|before| before.trim_end()).collect();
        assert!(numbers.len() > 1, "the budget is not shown");
        for before in &numbers[..numbers.len() - 1] {
            assert!(
                before.ends_with("over") || before.ends_with("over <!>"),
                "…{}",
                &before[before.len().saturating_sub(80)..]
            );
        }
    }
}
