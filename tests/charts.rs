//! Every chart of the published snapshot, in every language, from a phone to a wall: nothing
//! overlaps, nothing leaves the frame, and lengths are true to their numbers.

use bagyt::chart::{Label, Mark, Scene, layout};
use bagyt::locale::Lang;
use bagyt::query::{Columns, Facet, Filters, Selection};
use bagyt::series::{Form, Series, change, counts, history, money, timeline};
use bagyt::snapshot::{Snapshot, read};

const WIDTHS: [f64; 6] = [320.0, 360.0, 600.0, 768.0, 1100.0, 2000.0];
/// Pixels that texts may touch or stand out by.
const SLACK: f64 = 1.0;

fn snapshot() -> Snapshot {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/snapshot.json"));
    read(&text.expect("the snapshot is in public/")).0.expect("the published snapshot is not refused")
}

/// What is wrong with a scene, a line each.
fn faults(series: &Series, scene: &Scene) -> Vec<String> {
    let labels: Vec<&Label> = scene.labels().collect();
    let mut faults = Vec::new();
    for (i, a) in labels.iter().enumerate() {
        let (left, top, right, bottom) = a.bounds();
        if left < -SLACK || top < -SLACK || right > scene.width + SLACK || bottom > scene.height + SLACK {
            faults.push(format!("“{}” leaves the frame: {left:.0}..{right:.0} × {top:.0}..{bottom:.0}", a.text));
        }
        for b in &labels[i + 1..] {
            let (l, t, r, d) = b.bounds();
            let (across, down) = (right.min(r) - left.max(l), bottom.min(d) - top.max(t));
            if across > SLACK && down > SLACK {
                faults.push(format!("“{}” and “{}” overlap by {across:.0} × {down:.0}", a.text, b.text));
            }
        }
    }
    if !scene.marks.iter().flat_map(numbers).chain([scene.width, scene.height]).all(f64::is_finite) {
        faults.push("a coordinate is not a number".into());
    }
    faults.extend(
        scene.hits.iter().filter(|hit| hit.point >= series.points.len()).map(|hit| format!("{hit:?} hits no point")),
    );
    let reached = |i: &usize| scene.hits.iter().any(|hit| hit.point == *i);
    let placed = |i: &usize| {
        series.points[*i].value.is_some() && (series.form != Form::History || series.points[*i].at.is_some())
    };
    faults.extend(
        (0..series.points.len()).filter(placed).filter(|i| !reached(i)).map(|i| format!("point {i} cannot be hit")),
    );
    faults.extend(untrue(series, scene));
    faults
}

fn numbers(mark: &Mark) -> Vec<f64> {
    match mark {
        Mark::Rect { x, y, width, height, .. } => vec![*x, *y, width.sqrt(), height.sqrt()],
        Mark::Line { points, width, .. } => points.iter().flat_map(|(x, y)| [*x, *y]).chain([width.sqrt()]).collect(),
        Mark::Dot { x, y, radius, .. } => vec![*x, *y, radius.sqrt()],
        Mark::Label(label) => vec![label.x, label.y, label.size],
    }
}

/// Lengths that do not grow with their numbers from a common zero.
fn untrue(series: &Series, scene: &Scene) -> Vec<String> {
    let values: Vec<f64> = scene.hits.iter().filter_map(|hit| series.points.get(hit.point)?.value).collect();
    let lengths: Vec<(f64, f64)> = scene
        .marks
        .iter()
        .filter_map(|mark| match (series.form, mark) {
            (Form::Bars, Mark::Rect { x, width, .. }) => Some((*x, *width)),
            (Form::Years, Mark::Rect { y, height, .. }) => Some((y + height, *height)),
            // The first upright line of a change stands at zero, before the dots.
            (Form::Change, Mark::Dot { x, .. }) => Some((0.0, x - zero(scene)?)),
            _ => None,
        })
        .collect();
    if lengths.is_empty() {
        return Vec::new();
    }
    let longest = values.iter().map(|v| v.abs()).fold(0.0, f64::max);
    let scale = lengths.iter().map(|(_, length)| length.abs()).fold(0.0, f64::max) / longest;
    let pairs = values.iter().zip(&lengths).map(|(value, (start, length))| {
        let expected = if series.form == Form::Change { value * scale } else { value.abs() * scale };
        let positive = *value >= 0.0;
        ((length - expected).abs() > 0.5 || positive && (start - lengths[0].0).abs() > 0.5)
            .then(|| format!("{value} is {length:.1} px long"))
    });
    let count = (values.len() != lengths.len()).then(|| format!("{} numbers, {} marks", values.len(), lengths.len()));
    pairs.flatten().chain(count).collect()
}

fn zero(scene: &Scene) -> Option<f64> {
    scene.marks.iter().find_map(|mark| match mark {
        Mark::Line { points, .. } => (points[0].0 == points[1].0).then_some(points[0].0),
        _ => None,
    })
}

/// Lays each series out at each width; all faults are told together.
fn check(make: impl Fn(&Snapshot, Lang) -> Vec<Series>, least: usize) {
    let snapshot = snapshot();
    let (mut drawn, mut told) = (0, Vec::new());
    for lang in Lang::ALL {
        for series in make(&snapshot, lang).iter().filter(|series| !series.is_empty()) {
            for width in WIDTHS {
                let scene = layout(series, width, lang);
                drawn += 1;
                let faults = faults(series, &scene);
                told.extend(
                    faults.into_iter().map(|fault| format!("{} {} at {width}: {fault}", series.id, lang.code())),
                );
            }
        }
    }
    assert!(drawn >= least * 18, "only {drawn} charts");
    assert!(told.is_empty(), "{} faults in {drawn} charts:\n{}", told.len(), told.join("\n"));
}

#[test]
fn changes() {
    let ends = |series: &Series| series.points.iter().filter(|point| point.value.is_some()).count();
    check(|snapshot, lang| snapshot.indicators.iter().map(|i| change(i, lang)).filter(|s| ends(s) >= 2).collect(), 10);
}

#[test]
fn histories() {
    let dated = |series: &Series| series.points.iter().filter(|p| p.value.is_some() && p.at.is_some()).count();
    let whole = |snapshot: &Snapshot, lang| -> Vec<Series> {
        let all = snapshot.indicators.iter().map(|i| history(i, snapshot, |value| value.part.is_none(), lang));
        all.filter(|series| dated(series) >= 2).collect()
    };
    check(whole, 20);
    let parts = |snapshot: &Snapshot, lang| -> Vec<Series> {
        let all = snapshot.indicators.iter().map(|i| history(i, snapshot, |value| value.area == "mangystau", lang));
        all.filter(|series| dated(series) >= 2).collect()
    };
    check(parts, 15);
}

#[test]
fn record_counts() {
    let queries =
        ["", "scope=all", "scope=all&kind=training&year=2015", "direction=tourism", "kind=person&stage=completed"];
    let all = |snapshot: &Snapshot, lang| -> Vec<Series> {
        let columns = Columns::of(snapshot);
        let series = queries.iter().flat_map(|query| {
            let filters = Filters::from_query(query).0;
            let hits = Selection::of(&filters, &columns).run(&columns);
            Facet::ALL.map(|facet| counts(facet, snapshot, &columns, &hits, &filters, lang))
        });
        series.collect()
    };
    check(all, 20);
}

#[test]
fn timelines_and_money() {
    let queries = ["", "scope=all", "direction=tourism&scope=all", "direction=sez-aktau&scope=all"];
    let all = |snapshot: &Snapshot, lang| -> Vec<Series> {
        let columns = Columns::of(snapshot);
        let shown = |query: &&str| Selection::of(&Filters::from_query(query).0, &columns).run(&columns).shown;
        let series = queries.iter().map(shown).flat_map(|shown| {
            let timelines = [6, 14, usize::MAX].map(|most| timeline(snapshot, &shown, most, lang));
            timelines.into_iter().chain(money(snapshot, &shown, lang)).collect::<Vec<_>>()
        });
        series.collect()
    };
    check(all, 10);
}
