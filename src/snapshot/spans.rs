/// From when to when, in years, as [`Date::span`](super::Date::span) gives it.
pub type Years = (f64, f64);

/// Whether what one period brought can be told from what another did, as a change: they are as long, and have no time
/// in common.
pub fn is_next((from, to): (Years, Years)) -> bool {
    is_as_long(from, to) && !overlap(from, to)
}

/// Whether two spans have some time in common; those that only touch have none.
pub fn overlap((start, end): Years, (from, to): Years) -> bool {
    start < to - 1e-9 && from < end - 1e-9
}

/// Whether two spans are of one length, give or take a tenth: months are, a half-year and a year are not.
pub fn is_as_long((from, to): Years, (start, end): Years) -> bool {
    let (length, next) = (to - from, end - start);
    (length - next).abs() <= 0.1 * length
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEAR: Years = (2019.0, 2020.0);

    /// Whether the two are as long, have time in common, and are one after the other.
    fn check(other: Years, expected: [bool; 3]) {
        assert_eq!([is_as_long(YEAR, other), overlap(YEAR, other), is_next((YEAR, other))], expected, "{other:?}");
    }

    #[test]
    fn spans() {
        check((2020.0, 2021.0), [true, false, true]);
        check((2018.0, 2019.0), [true, false, true]);
        check((2019.5, 2020.5), [true, true, false]);
        check((2020.0, 2020.25), [false, false, false]);
        check((2018.0, 2023.0), [false, true, false]);
    }
}
