//! Ten thousand broken snapshots: checking names every place, and what passes can be shown.

#[allow(dead_code, reason = "not every test breaks it in every way")]
mod small;

use bagyt::locale::Lang;
use bagyt::pages::render;
use bagyt::route::{Place, Route};
use bagyt::site::Site;
use bagyt::snapshot::{Expected, Problem, Severity, Shape};
use serde_json::{Value, json};
use small::valid;

/// Mutations in each of the two halves, which run beside each other.
const MUTATIONS: u64 = 5_000;
/// One in so many of those that pass is rendered, every page of it in one of the languages.
const RENDERED: usize = 40;

#[test]
fn the_first_half() {
    mutate(0);
}

#[test]
fn the_second_half() {
    mutate(1);
}

fn mutate(half: u64) {
    let whole = valid();
    let mut random = Random(half);
    let (mut passed, mut refused, mut rendered) = (0, 0, 0);
    for round in 0..MUTATIONS {
        let mut json = whole.clone();
        for _ in 0..=random.below(3) {
            change(&mut json, &whole, &mut random);
        }
        let mut text = json.to_string();
        if random.below(10) == 0 {
            cut(&mut text, &mut random);
        }
        let name = format!("half {half}, round {round}: {text}");
        match Site::read(&text) {
            Err(problems) => {
                refused += 1;
                assert!(problems.iter().any(|p| p.severity == Severity::Critical), "{name}");
                problems.iter().for_each(|problem| assert_named(problem, &name));
            }
            Ok(site) => {
                passed += 1;
                assert!(site.problems.iter().all(|p| p.severity != Severity::Critical), "{name}");
                site.problems.iter().for_each(|problem| assert_named(problem, &name));
                if passed % RENDERED == 0 {
                    rendered += 1;
                    show(site.keep(), Lang::ALL[rendered % 3], &name);
                }
            }
        }
    }
    assert!(passed > 1_000 && refused > 500 && rendered > 20, "{passed} passed, {refused} refused, {rendered} shown");
}

/// A problem says where it is; only of a file that is no snapshot it cannot.
fn assert_named(problem: &Problem, name: &str) {
    let whole = matches!(problem.expected, Expected::Json { .. } | Expected::Shape(Shape::Key(_) | Shape::Object));
    assert!(!problem.path.is_empty() || whole, "{problem} of {name}");
    assert!(problem.to_string().chars().count() < 600, "{problem} of {name}");
}

fn show(site: &'static Site, lang: Lang, name: &str) {
    for route in Route::all(&site.snapshot).into_iter().chain([Route::NotFound]) {
        let html = render(site, Place::new(lang, route.clone()), "../");
        assert_eq!(html.matches("<h1").count(), 1, "{route:?} of {name}");
        for bad in [
            "<script>alert",
            "href=\"javascript",
            "\u{202e}",
            "data-value=\"NaN",
            "data-value=\"-0\"",
            "data-value=\"inf",
        ] {
            assert!(!html.contains(bad), "{bad} on {route:?} of {name}");
        }
    }
}

/// Changes one place of the snapshot, found by a walk down from its top.
fn change(json: &mut Value, whole: &Value, random: &mut Random) {
    let mut at = json;
    loop {
        let stop = random.below(4) == 0;
        let length = at.as_array().map_or(0, Vec::len) + at.as_object().map_or(0, serde_json::Map::len);
        let place = random.below(length.max(1));
        if length == 0 {
            *at = if random.below(3) == 0 { somewhere(whole, random) } else { hostile(random) };
            return;
        }
        match at {
            Value::Array(list) if !list.is_empty() => {
                if stop {
                    return change_list(list, place, random);
                }
                at = &mut list[place];
            }
            Value::Object(map) if !map.is_empty() => {
                let key = map.keys().nth(place).cloned().unwrap_or_default();
                if stop && random.below(3) == 0 {
                    map.remove(&key);
                    return;
                }
                if stop && random.below(8) == 0 {
                    map.insert(hostile(random).to_string(), json!(1));
                    return;
                }
                at = &mut map[&key];
            }
            _ => return,
        }
    }
}

fn change_list(list: &mut Vec<Value>, place: usize, random: &mut Random) {
    match random.below(4) {
        0 => drop(list.remove(place)),
        1 => list.push(list[place].clone()),
        2 => list.swap(place, 0),
        _ => list[place] = hostile(random),
    }
}

/// What stands somewhere else in the snapshot: right in its place, and wrong in another.
fn somewhere(whole: &Value, random: &mut Random) -> Value {
    let mut at = whole;
    loop {
        at = match at {
            Value::Array(list) if !list.is_empty() => &list[random.below(list.len())],
            Value::Object(map) if !map.is_empty() => map.values().nth(random.below(map.len())).unwrap_or(&Value::Null),
            leaf => return leaf.clone(),
        };
        if random.below(8) == 0 {
            return at.clone();
        }
    }
}

fn hostile(random: &mut Random) -> Value {
    let texts = [
        "",
        " ",
        "NaN",
        "javascript:alert(1)",
        "<script>alert(1)</script>",
        "\u{202e}\u{200b}x",
        "\"'&<>",
        "undated",
        "2016/..",
        "../2016",
        "1800",
        "2199-12-31",
        "0000",
        "project",
        "context",
        "related",
        "../..",
        "i0",
        "now",
        "{actual|x} {added} {",
        "https://a\u{0}b",
        "EUR",
        "change-since-baseline",
        "share-of-target",
        "baseline-to-target",
        "annual",
        "cumulative",
        "percentage",
        "over",
        "withheld",
        "munaily",
        "kk",
    ];
    let numbers = [0.0, -0.0, 1e308, -1e308, 1e15, 999_999_999_999_999.0, 0.5, -7.0, 65_536.0, 1e-300, 6.0, 255.0];
    match random.below(7) {
        0 => json!(numbers[random.below(numbers.len())]),
        1 => [json!(null), json!(true), json!([]), json!({}), json!([[]])][random.below(5)].clone(),
        2 => json!({ "kk": texts[random.below(texts.len())], "original": "kk" }),
        3 => json!("ә".repeat(random.below(5_000))),
        _ => json!(texts[random.below(texts.len())]),
    }
}

/// Takes a few bytes out, or stops in the middle.
fn cut(text: &mut String, random: &mut Random) {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let at = random.below(bounds.len());
    let end = if random.below(2) == 0 { bounds.len() } else { (at + 1 + random.below(6)).min(bounds.len()) };
    text.replace_range(bounds[at]..bounds.get(end).copied().unwrap_or(text.len()), "");
}

/// SplitMix64, so that a failure comes back.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
}
