//! Whatever numbers, names and dates a snapshot may hold, a chart of them is laid out and drawn.

#[expect(dead_code, reason = "this test needs only the numbers")]
mod scenes;

use bagyt::chart::{Theme, Tone, layout, svg};
use bagyt::locale::Lang;
use bagyt::series::{Form, Group, Point, Role, Series, Unit, csv, table};
use proptest::prelude::*;
use scenes::numbers;

const FORMS: [Form; 7] =
    [Form::Change, Form::Bars, Form::Years, Form::Sizes, Form::History, Form::Timeline, Form::Grid];
const ROLES: [Role; 6] = [Role::Baseline, Role::Actual, Role::Planned, Role::Target, Role::Count, Role::Event];

fn any_value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        Just(None),
        Just(Some(0.0)),
        (-1e15..1e15f64).prop_map(Some),
        (-1.0..1.0f64).prop_map(Some),
        (-1e-12..1e-12f64).prop_map(Some)
    ]
}

fn any_point() -> impl Strategy<Value = Point> {
    let at = proptest::option::of((0.0..10_000.0f64, 0.0..40.0f64));
    ("\\PC{0,60}", any_value(), at, 0usize..6, 0usize..3, any::<bool>()).prop_map(
        |(label, value, at, role, group, chosen)| {
            let at = at.map(|(start, length)| (start, start + length));
            Point { at, group, chosen, note: label.clone(), ..Point::plain(label.clone(), label, ROLES[role], value) }
        },
    )
}

fn any_series() -> impl Strategy<Value = Series> {
    const NAMES: [&str; 5] = ["one", "another group of a longer name", "third", "", "5"];
    let window = proptest::option::of((1990.0..2020.0f64, 0.0..10.0f64));
    (0..FORMS.len(), 0usize..6, proptest::collection::vec(any_point(), 0..12), window, any::<bool>()).prop_map(
        |(form, groups, points, window, percent)| Series {
            headline: "Anything".into(),
            groups: NAMES.iter().take(groups).map(|name| Group::named(*name)).collect(),
            points,
            window: window.map(|(start, length)| (start, start + length)),
            ..Series::new(
                "any",
                FORMS[form],
                Unit { label: "% of all".into(), percent, decimals: 2, ..Unit::default() },
            )
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn is_drawn(series in any_series(), width in prop_oneof![0.0..400.0f64, 400.0..3000.0f64]) {
        for lang in Lang::ALL {
            let scene = layout(&series, width, lang);
            prop_assert!(scene.marks.iter().flat_map(numbers).all(f64::is_finite), "{:?}", scene.marks);
            prop_assert!(scene.height.is_finite() && scene.height >= 0.0 && scene.width >= 200.0);
            prop_assert!(scene.marks.len() < 20_000, "{} marks", scene.marks.len());
            prop_assert!(scene.hits.iter().all(|hit| hit.point < series.points.len()));
            prop_assert!(svg(&scene, Theme::Dark, Tone::Direction(3)).trim_end().ends_with("</svg>"));
            prop_assert_eq!(table(&series, lang).rows.len(), series.points.len());
            let lines = csv(&series, lang, &[]).matches("\r\n").count();
            prop_assert!(lines >= series.points.len() + 3, "{} lines", lines);
        }
    }
}
