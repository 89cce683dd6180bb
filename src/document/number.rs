//! How is a number classified that a parser delivers as digits or as a float?

use alloc::string::ToString;

use crate::input::found::Found;

/// Classifies a number by its digits.
pub(super) fn number(written: &str) -> Found {
    let digits = written.strip_prefix('-').unwrap_or(written);
    match written.parse() {
        Ok(integer) => Found::Integer(integer),
        Err(_) if digits.bytes().all(|byte| byte.is_ascii_digit()) => Found::TooLarge(written.into()),
        Err(_) => Found::Fraction(written.into()),
    }
}

/// Classifies a number that a parser delivers as a float. `-0` is the integer 0, and magnitudes from 2⁵³ on are too large.
pub(super) fn float(value: f64) -> Found {
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    if value.to_bits() == (-0.0_f64).to_bits() {
        return Found::Integer(0);
    }
    if value.abs() >= WHOLE {
        Found::TooLarge(value.to_string())
    } else {
        Found::Fraction(alloc::format!("{value:?}"))
    }
}
