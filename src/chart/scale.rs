/// A straight mapping of numbers to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Scale {
    /// Maps `domain` to `range`, which may run backwards. A domain without extent is widened, and its value maps
    /// to the start.
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Scale {
        let domain = if domain.1 > domain.0 { domain } else { (domain.0, domain.0 + 1.0) };
        Scale { domain, range }
    }

    /// The pixel of a number. Numbers outside the domain map outside the range, on the same line.
    pub fn at(&self, value: f64) -> f64 {
        let share = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        self.range.0 + share * (self.range.1 - self.range.0)
    }
}

/// Round numbers that cover `low..=high` in about `count` equal steps of 1, 2 or 5 times a power of ten.
/// The first is at or below `low`, the last at or above `high`.
pub fn ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
    // Numbers closer than this are one on any axis, and steps between them would be too small for f64.
    const LEAST: f64 = 1e-280;
    let extent = if high - low > LEAST { high - low } else { 1.0 };
    let rough = extent / count.max(1) as f64;
    let (power, exponent) = power_of_ten(rough);
    let factor = [1.0, 2.0, 5.0, 10.0].into_iter().find(|f| f * power >= rough * 0.999).unwrap_or(10.0);
    let step = factor * power;
    let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
    // Multiples of a decimal step are not exact in binary, so they are rounded to the decimals of the step.
    let mut unit = 10.0;
    (exponent..0).for_each(|_| unit *= 10.0);
    let rounded =
        |value: f64| Some((value * unit).round() / unit).filter(|rounded| rounded.is_finite()).unwrap_or(value);
    (first..=last).map(|i| rounded(i as f64 * step)).collect()
}

/// The greatest power of ten that is not above a positive number, and its exponent. Found in steps of ten:
/// a logarithm that is the same on every machine takes a kilobyte of the program.
fn power_of_ten(number: f64) -> (f64, i32) {
    let (mut power, mut exponent) = (1.0, 0);
    while power > number {
        power /= 10.0;
        exponent -= 1;
    }
    while exponent < f64::MAX_10_EXP && power * 10.0 <= number {
        power *= 10.0;
        exponent += 1;
    }
    (power, exponent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn powers_of_ten() {
        for (number, power, exponent) in [(1.0, 1.0, 0), (9.9, 1.0, 0), (1000.0, 1000.0, 3), (0.05, 0.01, -2)] {
            assert_eq!(power_of_ten(number), (power, exponent));
        }
        assert_eq!(power_of_ten(f64::INFINITY).1, f64::MAX_10_EXP);
    }

    #[test]
    fn round_ticks() {
        assert_eq!(ticks(0.0, 15.0, 3), [0.0, 5.0, 10.0, 15.0]);
        assert_eq!(ticks(0.0, 0.7, 4), [0.0, 0.2, 0.4, 0.6, 0.8]);
        assert_eq!(ticks(-3.0, 9.0, 3), [-5.0, 0.0, 5.0, 10.0]);
        assert_eq!(ticks(0.0, 0.0, 3).first(), Some(&0.0));
    }

    proptest! {
        #[test]
        fn ticks_cover_and_stay_few(low in -1e9..1e9f64, extent in 1e-3..1e9f64, count in 1usize..8) {
            let list = ticks(low, low + extent, count);
            prop_assert!(list.len() <= count * 2 + 3, "{:?}", list);
            prop_assert!(list[0] <= low + extent * 1e-6 && list[list.len() - 1] >= low + extent * (1.0 - 1e-6));
        }

        #[test]
        fn a_scale_keeps_order(a in 0.0..100.0f64, b in 0.0..100.0f64) {
            let scale = Scale::new((0.0, 100.0), (10.0, 500.0));
            prop_assert_eq!(a < b, scale.at(a) < scale.at(b));
        }
    }
}
