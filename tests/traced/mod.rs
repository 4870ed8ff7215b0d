//! Which numbers may stand on a page. The snapshot is read as plain JSON: nothing of the program
//! vouches for itself.

pub mod derived;
pub mod page;
pub mod runs;
pub mod words;

use bagyt::route::Route;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// The numbers that may stand on a page, by their bits: figures carry what the snapshot has,
/// without rounding.
#[derive(Default)]
pub struct Allowed(HashSet<u64>);

impl Allowed {
    fn add(&mut self, number: f64) {
        self.0.insert((number + 0.0).to_bits());
    }

    /// Every value and amount in a part of the snapshot.
    pub fn add_all(&mut self, json: &Value) {
        match json {
            Value::Object(map) => {
                let own = ["value", "amount"].iter().filter_map(|key| map.get(*key)?.as_f64());
                own.for_each(|number| self.add(number));
                map.values().for_each(|value| self.add_all(value));
            }
            Value::Array(list) => list.iter().for_each(|value| self.add_all(value)),
            _ => {}
        }
    }

    /// How many of these records have each value of each facet, and each pair that charts cross.
    fn add_counts<'a>(&mut self, records: impl Iterator<Item = &'a Value>) {
        let mut counts: HashMap<String, f64> = HashMap::new();
        for record in records {
            let facets = ["directions", "kind", "stage", "areas", "organisations", "date"].map(|key| keys(record, key));
            let [directions, kinds, stages, .., years] = &facets;
            let mut cells: HashSet<String> = HashSet::new();
            for (facet, keys) in facets.iter().enumerate() {
                cells.extend(keys.iter().map(|key| format!("{facet} {key}")));
            }
            for (one, other) in [(kinds, stages), (years, directions)] {
                cells.extend(one.iter().flat_map(|a| other.iter().map(move |b| format!("{a} × {b}"))));
            }
            cells.into_iter().for_each(|cell| *counts.entry(cell).or_default() += 1.0);
        }
        counts.into_values().for_each(|count| self.add(count));
    }

    pub fn has(&self, figure: &str) -> bool {
        figure.parse().is_ok_and(|number: f64| self.0.contains(&(number + 0.0).to_bits()))
    }

    /// Each of them.
    pub fn numbers(&self) -> impl Iterator<Item = f64> {
        self.0.iter().map(|bits| f64::from_bits(*bits))
    }
}

/// The values that a record has of a facet; an empty one where it has none.
pub fn keys(record: &Value, facet: &str) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let keys: Vec<String> = match (facet, &record[facet]) {
        ("date", Value::String(date)) => years(date),
        ("organisations", Value::Array(list)) => list.iter().map(|part| text(&part["organisation"])).collect(),
        (_, Value::Array(list)) => list.iter().map(text).collect(),
        (_, value) => vec![text(value)],
    };
    if keys.is_empty() { vec![String::new()] } else { keys }
}

/// Every year that a date touches.
pub fn years(date: &str) -> Vec<String> {
    let ends: Vec<i32> = date.split('/').filter_map(|end| end.get(..4)?.parse().ok()).collect();
    let (first, last) = (ends.first().copied().unwrap_or(1), ends.last().copied().unwrap_or(0));
    (first..=last).map(|year| year.to_string()).collect()
}

/// What may stand on a page.
pub fn allowed(json: &Value, route: &Route) -> Allowed {
    let mut allowed = Allowed::default();
    let list = |name: &str| json[name].as_array().map_or(&[][..], Vec::as_slice).iter();
    let own = || list("records").filter(|record| record["scope"] == "project");
    match route {
        Route::Indicator(id) => {
            list("indicators").filter(|i| i["id"] == id.as_str()).for_each(|indicator| allowed.add_all(indicator));
        }
        Route::Direction(id) => {
            let is_here = |record: &&Value| keys(record, "directions").contains(id);
            list("indicators").filter(|i| i["direction"] == id.as_str()).for_each(|i| allowed.add_all(i));
            list("records").filter(is_here).for_each(|record| allowed.add_all(record));
            allowed.add_counts(own().filter(is_here));
        }
        Route::Explore | Route::Documents => {
            list("records").for_each(|record| allowed.add_all(record));
            allowed.add_counts(own());
        }
        Route::Indicators => list("indicators").for_each(|indicator| allowed.add_all(indicator)),
        Route::Sources => {
            allowed.add_all(&json["project"]["budget"]);
            list("indicators").for_each(|indicator| allowed.add_all(indicator));
            add_coverage(json, &mut allowed);
        }
        Route::Overview => {
            allowed.add_all(&json["project"]);
            let years = years(json["project"]["period"]["date"].as_str().unwrap_or_default());
            years.iter().filter_map(|year| year.parse().ok()).for_each(|year| allowed.add(year));
            let named =
                |key: &str, i: &Value| json["project"][key].as_array().is_some_and(|ids| ids.contains(&i["id"]));
            let best = |i: &Value| list("directions").any(|direction| direction["best"] == i["id"]);
            list("indicators").filter(|i| named("headline", i) || best(i)).for_each(|i| allowed.add_all(i));
            list("indicators").filter(|i| i["currency"].is_string()).for_each(|i| allowed.add_all(i));
            list("records").for_each(|record| allowed.add_all(record));
            for direction in list("directions") {
                let id = direction["id"].as_str().unwrap_or_default().to_owned();
                allowed.add_counts(own().filter(|record| keys(record, "directions").contains(&id)));
            }
        }
        Route::About | Route::Accessibility | Route::NotFound => list("corrections").for_each(|one| {
            ["was", "now"].iter().filter_map(|key| one[*key].as_f64()).for_each(|number| allowed.add(number));
        }),
    }
    allowed
}

/// What is known of each direction and of the project as a whole.
fn add_coverage(json: &Value, allowed: &mut Allowed) {
    let list = |json: &Value, name: &str| json[name].as_array().cloned().unwrap_or_default();
    let has = |value: &Value| value["value"].is_number();
    let whole = |text: &Value| text.is_null() || ["kk", "ru", "en"].iter().all(|lang| text[*lang].is_string());
    let directions = list(json, "directions").into_iter().map(|direction| direction["id"].clone());
    for id in directions.chain([Value::Null]) {
        let mut counts = [0.0; 5];
        for indicator in list(json, "indicators").iter().filter(|i| i["direction"] == id) {
            let lists = ["actuals", "targets", "planned"].map(|name| list(indicator, name));
            let mut values: Vec<&Value> = lists.iter().flatten().collect();
            values.extend(Some(&indicator["baseline"]).filter(|value| value.is_object()));
            if values.first().is_none_or(|value| value["scope"] != "project") {
                continue;
            }
            counts[0] += f64::from(u8::from(has(&indicator["baseline"])));
            counts[1] += f64::from(u8::from(lists[0].iter().any(|value| has(value) && value["part"].is_null())));
            counts[2] += f64::from(u8::from(lists[1].iter().any(has)));
            let common = !list(indicator, "evidence").is_empty();
            let sourced = |v: &&&Value| common || !list(v, "evidence").is_empty() || v["derived"].is_object();
            counts[3] += values.iter().filter(sourced).count() as f64;
        }
        let here = |r: &&Value| keys(r, "directions").contains(&id.as_str().unwrap_or_default().to_owned());
        let records = list(json, "records");
        let records = records.iter().filter(|r| r["scope"] == "project").filter(here);
        counts[4] = records.filter(|r| whole(&r["title"]) && whole(&r["summary"])).count() as f64;
        counts.into_iter().for_each(|count| allowed.add(count));
    }
}
