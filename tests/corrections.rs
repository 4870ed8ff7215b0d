//! Corrections: they name a number that is there, and stand beside it and on *About*.

#[allow(dead_code, reason = "not every test breaks it in every way")]
mod small;

use bagyt::locale::Lang;
use bagyt::pages::render;
use bagyt::route::{Place, Route};
use bagyt::site::Site;
use serde_json::{Value, json};
use small::{problems, valid};

fn correction(value: &str, was: f64, now: f64, date: &str) -> Value {
    json!({ "value": value, "was": was, "now": now, "reason": { "en": "A slip of the pen" }, "date": date })
}

fn with(corrections: &[Value]) -> String {
    let mut json = valid();
    json["corrections"] = corrections.into();
    json.to_string()
}

/// A snapshot with these corrections has exactly these problems.
fn check(corrections: &[Value], expected: &[&str]) {
    assert_eq!(problems(&with(corrections)).1, expected, "{corrections:?}");
}

#[test]
fn each_names_a_number_that_is_there() {
    for (path, now) in [
        ("indicators/i0/baseline", 5.0),
        ("indicators/i0/actuals/0", 12.0),
        ("indicators/i0/planned/0", 15.0),
        ("records/r0/people", 40.0),
        ("records/r0/money/0", 100.0),
    ] {
        check(&[correction(path, 4.0, now, "2026-11-23")], &[]);
        check(&[correction(path, 4.0, 3.0, "2026-11-23")], &["error corrections[0].now"]);
    }
    for path in [
        "",
        "i0",
        "indicators/i0",
        "indicators/i9/baseline",
        "indicators/i0/actuals/1",
        "indicators/i0/actuals/-1",
        "indicators/i0/targets/0",
        "indicators/i0/title",
        "records/r0/money/1",
        "records/r9/people",
        "areas/aktau/name",
    ] {
        check(&[correction(path, 4.0, 5.0, "2026-11-23")], &["error corrections[0].value"]);
    }
    check(&[correction("indicators/i0/baseline", 1e308, 5.0, "2026")], &["error corrections[0].was"]);
}

#[test]
fn of_several_the_newest_says_what_is_now() {
    let (old, new) = ("2026-01", "2026-11-23");
    let path = "indicators/i0/baseline";
    check(&[correction(path, 6.0, 5.0, new), correction(path, 7.0, 6.0, old)], &[]);
    check(&[correction(path, 7.0, 6.0, old), correction(path, 6.0, 4.0, new)], &["error corrections[1].now"]);
}

#[test]
fn a_correction_goes_with_what_could_not_be_read() {
    let mut json: Value =
        serde_json::from_str(&with(&[correction("records/r0/people", 4.0, 40.0, "2026")])).expect("JSON");
    json["records"][0]["kind"] = json!("party");
    assert_eq!(problems(&json.to_string()).1, ["error records[0].kind"]);
}

#[test]
fn they_stand_beside_the_number_and_on_about() {
    let text = with(&[
        correction("indicators/i0/baseline", 4.0, 5.0, "2026"),
        correction("records/r0/people", 39.0, 40.0, "2026"),
    ]);
    let site = Site::read(&text).expect("the corrections are right").keep();
    for lang in Lang::ALL {
        for (route, was) in [
            (Route::Indicator("i0".into()), &["4"][..]),
            (Route::About, &["4", "39"]),
            (Route::Explore, &["39"]),
            (Route::Indicator("i1".into()), &[]),
        ] {
            let html = render(site, Place::new(lang, route.clone()), "../");
            let told = html.split("data-correction").skip(1);
            let told: Vec<&str> =
                told.filter_map(|rest| rest.split("data-value=\"").nth(1)?.split('"').next()).collect();
            assert_eq!(told, was, "{route:?} in {lang:?}");
            assert!(
                was.is_empty() || html.contains("A slip of the pen") && html.contains(lang.corrected()),
                "{route:?}"
            );
        }
    }
}
