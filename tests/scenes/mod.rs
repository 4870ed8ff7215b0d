//! What must hold of every chart that is laid out, whatever it shows.

use bagyt::chart::{Fill, Hit, Label, Mark, Scene};
use bagyt::series::{Form, Role, Series};

/// Pixels that texts may touch or stand out by.
const SLACK: f64 = 1.0;

/// What is wrong with a chart, a line each: texts that overlap or leave the frame, numbers that
/// no pointer reaches, lengths that are not true to their numbers.
pub fn faults(series: &Series, scene: &Scene) -> Vec<String> {
    let mut faults = crowded(scene);
    faults.extend(covered(scene));
    faults.extend(outside(scene));
    if !scene.marks.iter().flat_map(numbers).chain([scene.width, scene.height]).all(f64::is_finite) {
        faults.push("a coordinate is not a number".into());
    }
    let strays = scene.hits.iter().filter(|hit| hit.point >= series.points.len());
    faults.extend(strays.map(|hit| format!("{hit:?} hits no point")));
    let placed = |i: &usize| {
        let point = &series.points[*i];
        let on_calendar = matches!(series.form, Form::History | Form::Timeline);
        (point.value.is_some() || point.role == Role::Event) && (!on_calendar || point.at.is_some())
    };
    let unreached = (0..series.points.len()).filter(placed).filter(|i| scene.hit_of(*i).is_none());
    faults.extend(unreached.map(|i| format!("point {i} cannot be hit")));
    faults.extend(untrue(series, scene));
    faults
}

/// The coordinates and sizes of a mark; not numbers where a size is below zero.
pub fn numbers(mark: &Mark) -> Vec<f64> {
    match mark {
        Mark::Rect { x, y, width, height, .. } => vec![*x, *y, width.sqrt(), height.sqrt()],
        Mark::Line { points, width, .. } => points.iter().flat_map(|(x, y)| [*x, *y]).chain([width.sqrt()]).collect(),
        Mark::Dot { x, y, radius, .. } => vec![*x, *y, radius.sqrt()],
        Mark::Label(label) => vec![label.x, label.y, label.size],
    }
}

fn crowded(scene: &Scene) -> Vec<String> {
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
    faults
}

/// Lines, arrows among them, and dots that leave the frame.
fn outside(scene: &Scene) -> Vec<String> {
    let reaches = |mark: &Mark| match mark {
        Mark::Line { points, .. } => points.clone(),
        Mark::Dot { x, y, radius, .. } => vec![(x - radius, y - radius), (x + radius, y + radius)],
        _ => Vec::new(),
    };
    let inside = |at: f64, end: f64| (-SLACK..=end + SLACK).contains(&at);
    let strays = scene.marks.iter().flat_map(reaches);
    let strays = strays.filter(|(x, y)| !inside(*x, scene.width) || !inside(*y, scene.height));
    strays.map(|(x, y)| format!("a line or dot leaves the frame at {x:.0}, {y:.0}")).collect()
}

/// Labels with an area or a dot on them: on a canvas all texts are drawn last, so that none would be seen there.
fn covered(scene: &Scene) -> Vec<String> {
    let ground = |mark: &Mark| match mark {
        Mark::Rect { x, y, width, height, fill: Fill::Full | Fill::Pale, .. } => Some((*x, *y, x + width, y + height)),
        Mark::Dot { x, y, radius, .. } => Some((x - radius, y - radius, x + radius, y + radius)),
        _ => None,
    };
    let mut faults = Vec::new();
    for (at, mark) in scene.marks.iter().enumerate() {
        let Mark::Label(label) = mark else { continue };
        let (left, top, right, bottom) = label.bounds();
        let covers = |(l, t, r, b): (f64, f64, f64, f64)| {
            right.min(r) - left.max(l) > SLACK && bottom.min(b) - top.max(t) > SLACK
        };
        let above = scene.marks[at..].iter().filter_map(ground).filter(|ground| covers(*ground));
        faults.extend(above.map(|ground| format!("“{}” has {ground:?} on it", label.text)));
    }
    faults
}

/// Lengths that do not grow with their numbers from a common zero.
fn untrue(series: &Series, scene: &Scene) -> Vec<String> {
    let value = |hit: &Hit| series.points.get(hit.point).and_then(|point| point.value);
    let rects = || {
        scene.marks.iter().filter_map(|mark| match mark {
            Mark::Rect { x, y, width, height, .. } => Some((*x, *y, *width, *height)),
            _ => None,
        })
    };
    let values: Vec<f64> = scene.hits.iter().filter_map(value).collect();
    let grouped = if series.form == Form::Bars { !series.groups.is_empty() } else { series.groups.len() > 1 };
    match (series.form, grouped) {
        (Form::Bars, false) => proportional(&values, &rects().map(|r| (r.0, r.2)).collect::<Vec<_>>()),
        // A segment is hit where it is drawn; its start is the end of the one before it.
        (Form::Bars, true) => {
            let lengths: Vec<(f64, f64)> = scene.hits.iter().map(|hit| (0.0, hit.width)).collect();
            proportional(&values, &lengths)
        }
        (Form::Years, false) | (Form::Sizes, _) => {
            proportional(&values, &rects().map(|r| (r.1 + r.3, r.3)).collect::<Vec<_>>())
        }
        (Form::Years, true) => proportional(&values, &rects().map(|r| (0.0, r.3)).collect::<Vec<_>>()),
        (Form::Grid, _) => {
            let shares = scene.hits.iter().filter_map(|hit| {
                let point = series.points.get(hit.point)?;
                let whole = point.whole.filter(|whole| *whole > 0.0)?;
                Some(point.value? / whole)
            });
            let tracks: Vec<_> = rects().collect();
            let pairs =
                shares.zip(tracks.chunks(2)).filter(|(share, pair)| (pair[1].2 - pair[0].2 * share).abs() > 0.5);
            pairs.map(|(share, pair)| format!("{share} is {:.1} of {:.1} px", pair[1].2, pair[0].2)).collect()
        }
        (Form::Change, _) => changes(series, scene),
        _ => Vec::new(),
    }
}

/// Each row of a change has its own zero, marked by a short upright line.
fn changes(series: &Series, scene: &Scene) -> Vec<String> {
    let zeros: Vec<f64> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Line { points, .. } if points.len() == 2 && points[0].0 == points[1].0 => {
                ((points[1].1 - points[0].1).abs() - 12.0).abs().le(&0.01).then_some(points[0].0)
            }
            _ => None,
        })
        .collect();
    let mut groups: Vec<usize> =
        scene.hits.iter().filter_map(|hit| Some(series.points.get(hit.point)?.group)).collect();
    groups.dedup();
    let rows = groups.into_iter().filter(|group| {
        series.points.iter().any(|p| p.value.is_some() && (series.groups.len() < 2 || p.group == *group))
    });
    let rows: Vec<usize> = rows.collect();
    if rows.len() != zeros.len() {
        return vec![format!("{} rows, {} zeros", rows.len(), zeros.len())];
    }
    let check = |(row, zero): (&usize, &f64)| {
        let own = scene.hits.iter().filter_map(|hit| {
            let point = series.points.get(hit.point)?;
            let middle = hit.x + hit.width / 2.0 - zero;
            (point.group == *row || series.groups.len() < 2).then_some((point.value?, (0.0, middle)))
        });
        let (values, lengths): (Vec<f64>, Vec<(f64, f64)>) = own.unzip();
        proportional(&values, &lengths)
    };
    rows.iter().zip(&zeros).flat_map(check).collect()
}

fn proportional(values: &[f64], lengths: &[(f64, f64)]) -> Vec<String> {
    if values.len() != lengths.len() {
        return vec![format!("{} numbers, {} marks", values.len(), lengths.len())];
    }
    let longest = values.iter().map(|v| v.abs()).fold(0.0, f64::max);
    let most = lengths.iter().map(|(_, length)| length.abs()).fold(0.0, f64::max);
    let start = lengths.first().map_or(0.0, |(start, _)| *start);
    let fault = |(value, (from, length)): (&f64, &(f64, f64))| {
        let expected = value.abs() / longest * most;
        let wrong =
            longest > 0.0 && (length.abs() - expected).abs() > 0.75 || *value >= 0.0 && (from - start).abs() > 0.5;
        wrong.then(|| format!("{value} is {length:.1} px long, not {expected:.1}"))
    };
    values.iter().zip(lengths).filter_map(fault).collect()
}
