//! How is what is known of a value on a short scale kept in one byte?
//!
//! Every closed range of a scale has a code, the narrower ranges first, so that the exact values have the codes
//! 0, 1, 2, ... of their places, and a range is made of two narrower ones with lesser codes. Tables over what can be
//! known are filled in that order.

/// How many ranges a scale of so many values has.
pub(crate) const fn ranges(values: u8) -> u8 {
    values * (values + 1) / 2
}

/// The code of the range between two places of a scale of so many values.
pub(crate) const fn code(least: u8, most: u8, values: u8) -> u8 {
    let width = most.saturating_sub(least);
    // Before the ranges of this width there are `values` of width 0, one less of width 1, and so on.
    let before = width * values - width * width.saturating_sub(1) / 2;
    before + least
}

/// The places between which the range with this code is; those of the last range beyond it.
pub(crate) const fn ends(code: u8, values: u8) -> (u8, u8) {
    let mut width = 0;
    let mut least = code;
    while width + 1 < values && least >= values - width {
        least -= values - width;
        width += 1;
    }
    (least, least + width)
}

#[cfg(test)]
mod tests {
    use super::{code, ends, ranges};

    #[test]
    fn every_range_has_one_code_and_narrower_ranges_come_first() {
        for values in 2..=5 {
            let mut codes = [None; 15];
            for least in 0..values {
                for most in least..values {
                    let slot = &mut codes[usize::from(code(least, most, values))];
                    assert_eq!(slot.replace((least, most)), None);
                }
            }
            let codes = &codes[..usize::from(ranges(values))];
            let widths = codes.iter().map(|range| range.map(|(least, most)| most - least));
            assert!(widths.clone().all(|width| width.is_some()) && widths.is_sorted());
            for (range, code) in codes.iter().zip(0..) {
                assert_eq!(*range, Some(ends(code, values)));
            }
        }
    }
}
