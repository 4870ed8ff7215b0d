/// The powers of ten that f64 holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// The value of a JSON number; infinite where it is too large for an f64.
///
/// With up to fifteen digits and one of [`POWERS`] it is the nearest f64 (Clinger's fast path). Else it
/// may be off by some units of the last place: to find the nearest always takes tables of ten kilobytes,
/// and no source counts that finely.
pub(super) fn number(raw: &str) -> f64 {
    let (number, exponent) = raw.split_once(['e', 'E']).unwrap_or((raw, ""));
    let (whole, mut part) = number.split_once('.').unwrap_or((number, ""));
    // Zeros at the end would be too many digits for a value that is exact without them.
    while let Some(rest) = part.strip_suffix('0') {
        part = rest;
    }
    let places = i32::try_from(part.len()).unwrap_or(i32::MAX);
    let (mut digits, mut scale) = (0u64, whole_number(exponent).saturating_sub(places));
    for digit in whole.bytes().chain(part.bytes()).filter(u8::is_ascii_digit) {
        if digits < u64::MAX / 10 - 1 {
            digits = digits * 10 + u64::from(digit - b'0');
        } else {
            scale = scale.saturating_add(1);
        }
    }
    let mut value = digits as f64;
    while scale != 0 && value != 0.0 && value.is_finite() {
        let step = scale.unsigned_abs().min(22);
        let power = POWERS[step as usize];
        value = if scale > 0 { value * power } else { value / power };
        scale -= scale.signum() * step as i32;
    }
    // Minus zero is zero.
    if raw.starts_with('-') && value != 0.0 { -value } else { value }
}

/// A whole number with its sign. Its size is at most `MOST`, which is more than any text has digits.
fn whole_number(text: &str) -> i32 {
    const MOST: i32 = 100_000_000;
    let digits = text.bytes().filter(u8::is_ascii_digit);
    let size = digits.fold(0i32, |sum, digit| (sum * 10 + i32::from(digit - b'0')).min(MOST));
    if text.starts_with('-') { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: f64) {
        assert_eq!(number(text).to_bits(), expected.to_bits(), "{text}");
    }

    #[test]
    fn edges() {
        check("0", 0.0);
        check("-0.0e9", 0.0);
        check("-2.5e+3", -2500.0);
        check("6288000", 6_288_000.0);
        check("0.1", 0.1);
        check("123456789.012345", 123_456_789.012_345);
        check("1e22", 1e22);
        check("458242614943.697000000", 458_242_614_943.697);
        check("5.000", 5.0);
        check("1e999", f64::INFINITY);
        check("-1e99999999999999999999", f64::NEG_INFINITY);
        check("1e-99999999999999999999", 0.0);
        check(&format!("1{}", "0".repeat(400)), f64::INFINITY);
        check(&format!("0.{}1e401", "0".repeat(400)), 1.0);
        let zeros = "0".repeat(300_000);
        check(&format!("0.5{zeros}"), 0.5);
        check(&format!("0.{zeros}1e300001"), 1.0);
        check(&format!("1{zeros}e-300000"), 1.0);
    }

    proptest! {
        #[test]
        fn the_nearest_of_what_is_written(digits in 0u64..1_000_000_000_000_000, places in 0usize..15, minus: bool) {
            let digits = format!("{digits:015}");
            let (whole, part) = digits.split_at(15 - places);
            let text = format!("{}{whole}.{part}0", if minus { "-" } else { "" });
            let expected: f64 = text.parse().expect("Rust reads it");
            prop_assert_eq!(number(&text), expected, "{}", text);
        }

        #[test]
        fn near_whatever_is_written(any in any::<f64>().prop_filter("finite", |number| number.is_finite())) {
            let text = format!("{any:e}");
            prop_assert!((number(&text) - any).abs() <= any.abs() * 1e-14 + 1e-320, "{}: {}", text, number(&text));
        }
    }
}
