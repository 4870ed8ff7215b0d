//! The numbers of sentences that no value of the snapshot states: what each is made of is said here.

use super::keys;
use bagyt::route::Route;
use serde_json::Value;
use std::collections::HashSet;

fn list<'a>(json: &'a Value, name: &str) -> impl DoubleEndedIterator<Item = &'a Value> {
    json[name].as_array().map_or(&[][..], Vec::as_slice).iter()
}

/// What follows from an indicator's values: for each actual the change since the baseline and how many
/// times as much it is, and for each target the share that is reached.
pub fn of_indicator(indicator: &Value) -> Vec<f64> {
    let numbers = |name| list(indicator, name).filter_map(|value| value["value"].as_f64()).collect::<Vec<_>>();
    let (actuals, targets) = (numbers("actuals"), numbers("targets"));
    let baseline = indicator["baseline"]["value"].as_f64();
    let mut all = Vec::new();
    for actual in actuals {
        all.extend(baseline.map(|baseline| actual - baseline));
        all.extend(baseline.filter(|baseline| *baseline != 0.0).map(|baseline| actual / baseline));
        for target in &targets {
            all.extend(baseline.map(|baseline| (actual - baseline) / (target - baseline) * 100.0));
            all.push(actual / target * 100.0);
        }
    }
    all
}

/// How many there are of something on a page.
pub fn counts(json: &Value, route: &Route) -> Vec<f64> {
    let here = |id: &Value| match route {
        Route::Direction(direction) => id == direction.as_str(),
        _ => true,
    };
    let is_here = |record: &&Value| keys(record, "directions").iter().any(|id| here(&Value::from(id.as_str())));
    let mut all = Vec::new();
    for scopes in [&["project"][..], &["context"], &["related"], &["project", "context", "related"]] {
        let among = |scope: &Value| scopes.iter().any(|one| scope == one);
        let records: Vec<&Value> = list(json, "records").filter(|r| among(&r["scope"])).filter(is_here).collect();
        all.extend(of_records(&records));
        all.extend(of_changes(
            &list(json, "indicators").filter(|i| among(scope(i)) && here(&i["direction"])).collect::<Vec<_>>(),
        ));
    }
    match route {
        Route::Sources => all.extend(of_sources(json)),
        Route::Indicators => all.extend(list(json, "indicators").map(|indicator| values(indicator).len())),
        Route::About => all.extend(of_all(json)),
        _ => {}
    }
    // The place of a direction among them, and their number.
    all.extend(1..=list(json, "directions").count());
    all.into_iter().map(|count| count as f64).collect()
}

/// Values of an indicator.
fn values(indicator: &Value) -> Vec<&Value> {
    let lists = ["actuals", "targets", "planned"].into_iter().flat_map(|name| list(indicator, name));
    Some(&indicator["baseline"]).filter(|value| value.is_object()).into_iter().chain(lists).collect()
}

/// The scope of an indicator is that of its values.
fn scope(indicator: &Value) -> &Value {
    values(indicator).first().map_or(&Value::Null, |value| &value["scope"])
}

/// Whether a value says where it is from, itself or with its indicator.
fn cites(indicator: &Value, value: &Value, source: Option<&Value>) -> bool {
    let own = if list(value, "evidence").next().is_some() { value } else { indicator };
    list(own, "evidence").any(|evidence| source.is_none_or(|source| evidence["source"] == *source))
}

/// What the snapshot has in all: indicators, values, records, sources, values without evidence.
fn of_all(json: &Value) -> [usize; 5] {
    let all: Vec<(&Value, &Value)> =
        list(json, "indicators").flat_map(|i| values(i).into_iter().map(move |value| (i, value))).collect();
    let unproven = all.iter().filter(|(i, value)| !cites(i, value, None) && value["derived"].is_null()).count();
    let [indicators, records, sources] = ["indicators", "records", "sources"].map(|name| list(json, name).count());
    [indicators, all.len(), records, sources, unproven]
}

/// How many indicators, values and records each direction and the project as a whole have, how many
/// there are of the project in all, and how many values of one indicator a source has.
fn of_sources(json: &Value) -> Vec<usize> {
    let own: Vec<&Value> = list(json, "indicators").filter(|i| scope(i) == "project").collect();
    let mut all = vec![own.len()];
    let known: [fn(&Value) -> bool; 3] = [
        |indicator| indicator["baseline"]["value"].is_number(),
        |indicator| list(indicator, "actuals").any(|value| value["value"].is_number() && value["part"].is_null()),
        |indicator| list(indicator, "targets").any(|value| value["value"].is_number()),
    ];
    all.extend(known.map(|is_known| own.iter().filter(|indicator| is_known(indicator)).count()));
    for id in list(json, "directions").map(|direction| &direction["id"]).chain([&Value::Null]) {
        let here: Vec<&&Value> = own.iter().filter(|indicator| indicator["direction"] == *id).collect();
        all.extend([here.len(), here.iter().map(|indicator| values(indicator).len()).sum()]);
        let id = id.as_str().unwrap_or_default().to_owned();
        let records = list(json, "records").filter(|record| record["scope"] == "project");
        all.push(records.filter(|record| keys(record, "directions").contains(&id)).count());
    }
    for source in list(json, "sources") {
        let cited = |i: &Value| values(i).into_iter().filter(|value| cites(i, value, Some(&source["id"]))).count();
        all.extend(list(json, "indicators").map(cited));
    }
    all
}

/// Values of a facet that stand open, and records that are listed, before a reader asks for more.
const OPEN: [usize; 2] = [8, 40];

/// Events on the calendar of the overview at most, and bars of a chart.
const MOST: [usize; 2] = [14, 10];

/// How many records there are, how many of them events with a date, how many say something in a dimension, how many values it has, how many
/// of them share the first place, and what is left of both beyond those that are shown at first.
fn of_records(records: &[&Value]) -> Vec<usize> {
    let mut all = vec![records.len(), records.len().saturating_sub(OPEN[1])];
    let events = records.iter().filter(|record| record["kind"] != "person");
    let dated = events.filter(|record| keys(record, "date").iter().any(|key| !key.is_empty())).count();
    all.extend([dated, dated.min(MOST[0])]);
    for facet in ["directions", "kind", "stage", "areas", "organisations", "date"] {
        let said: Vec<Vec<String>> = records.iter().map(|record| keys(record, facet)).collect();
        all.push(said.iter().filter(|keys| keys.iter().any(|key| !key.is_empty())).count());
        let values: HashSet<&String> = said.iter().flatten().collect();
        let count = |value: &&String| said.iter().filter(|keys| keys.contains(value)).count();
        let named = || values.iter().copied().filter(|value| !value.is_empty());
        let most = named().map(|value| count(&value)).max().unwrap_or_default();
        all.push(named().filter(|value| count(value) == most).count());
        all.push(values.len().saturating_sub(OPEN[0]));
        all.extend([values.len(), values.len().min(MOST[1])]);
    }
    all
}

/// How many indicators have a before and an after, how many rose and how many fell.
fn of_changes(indicators: &[&Value]) -> [usize; 3] {
    let step = |indicator: &&Value| {
        let after =
            list(indicator, "actuals").rev().find(|value| value["value"].is_number() && value["part"].is_null())?;
        Some(after["value"].as_f64()? - indicator["baseline"]["value"].as_f64()?)
    };
    let steps: Vec<f64> = indicators.iter().filter_map(step).collect();
    let moved = |up: fn(f64) -> bool| steps.iter().filter(|step| up(**step)).count();
    [steps.len(), moved(|step| step > 0.0), moved(|step| step < 0.0)]
}
