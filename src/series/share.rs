use super::{Form, Point, Role, Series};
use crate::snapshot::is_next;

/// A point's number in percent of what it is a part of; none where it is a part of nothing, or of zero.
pub fn share(point: &Point) -> Option<f64> {
    let whole = point.whole.filter(|whole| *whole > 0.0)?;
    Some(point.value? / whole * 100.0)
}

/// By how much a point's number differs from the one before it in its group: the baseline of a
/// change, the earlier point of a line. Nothing where either is only a bound, where they are
/// about the same time, or where one is the total of half a year and the other of a whole.
pub fn rise(series: &Series, at: usize) -> Option<f64> {
    let point = series.points.get(at)?;
    let own = |other: &&Point| other.group == point.group && other.value.is_some();
    let before = match (series.form, point.role) {
        (Form::Change, Role::Actual | Role::Planned | Role::Target) => {
            series.points.iter().filter(own).find(|other| other.role == Role::Baseline)
        }
        (Form::History, Role::Actual) => {
            let earlier = |other: &&Point| {
                other.role == Role::Actual
                    && other.at.zip(point.at).is_some_and(|((_, end), (start, _))| end <= start + 1e-9)
            };
            series.points.iter().filter(own).rfind(earlier)
        }
        _ => None,
    }?;
    let per_period = series.per_period || series.groups.get(point.group).is_some_and(|group| group.per_period);
    if per_period && !before.at.zip(point.at).is_some_and(is_next) {
        return None;
    }
    let exact = |point: &Point| point.value.filter(|_| point.bound.is_none());
    Some(exact(point)? - exact(before)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::{Group, Unit};

    fn series(form: Form, points: &[(Role, Option<f64>, f64)]) -> Series {
        let point = |&(role, value, year): &(Role, Option<f64>, f64)| Point {
            at: Some((year, year + 1.0)),
            ..Point::plain("key", "label", role, value)
        };
        Series { points: points.iter().map(point).collect(), ..Series::new("s", form, Unit::default()) }
    }

    #[test]
    fn rises() {
        let change = series(Form::Change, &[(Role::Baseline, Some(5.0), 2013.0), (Role::Actual, Some(12.0), 2016.0)]);
        assert_eq!([rise(&change, 0), rise(&change, 1), rise(&change, 2)], [None, Some(7.0), None]);
        let history =
            [(Role::Actual, Some(3.0), 2013.0), (Role::Actual, None, 2014.0), (Role::Actual, Some(2.0), 2015.0)];
        let history = series(Form::History, &history);
        assert_eq!([rise(&history, 0), rise(&history, 1), rise(&history, 2)], [None, None, Some(-1.0)]);
        let differ = series(Form::History, &[(Role::Actual, Some(3.0), 2013.0), (Role::Actual, Some(4.0), 2013.0)]);
        assert_eq!(rise(&differ, 1), None);
        let mut half = series(Form::History, &[(Role::Actual, Some(9.0), 2020.0), (Role::Actual, Some(4.0), 2021.0)]);
        half.points[1].at = Some((2021.0, 2021.5));
        assert_eq!(rise(&half, 1), Some(-5.0), "a stock is a stock");
        half.per_period = true;
        assert_eq!(rise(&half, 1), None, "half a year is no step from a whole one");
        let mut rows = series(Form::Change, &[(Role::Baseline, Some(5.0), 2013.0), (Role::Actual, Some(12.0), 2016.0)]);
        rows.groups = vec![Group { per_period: true, ..Group::default() }];
        assert_eq!(rise(&rows, 1), Some(7.0));
        rows.points[1].at = Some((2013.0, 2018.0));
        assert_eq!(rise(&rows, 1), None, "nor are five years one from one of them");
    }

    #[test]
    fn shares() {
        let part = |whole| Point { whole, ..Point::plain("key", "label", Role::Count, Some(3.0)) };
        assert_eq!(share(&part(Some(12.0))), Some(25.0));
        assert_eq!([share(&part(Some(0.0))), share(&part(None))], [None, None]);
    }
}
