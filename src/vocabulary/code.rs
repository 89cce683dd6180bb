//! How does one byte store which values of a short scale are possible?
//!
//! Every closed range of a scale has a code. Narrower ranges come first, so exact values have the codes 0, 1, 2, ... of their
//! positions, and a wider range consists of two narrower ranges with lower codes. Tables over possible ranges are filled in that
//! order.

/// Returns the number of ranges of a scale with this many values.
pub(crate) const fn ranges(values: u8) -> u8 {
    values * (values + 1) / 2
}

/// Returns the code of the range between two positions of a scale with this many values.
pub(crate) const fn code(least: u8, most: u8, values: u8) -> u8 {
    let width = most.saturating_sub(least);
    // Before the ranges of this width come `values` ranges of width 0, one fewer of width 1, and so on.
    let before = width * values - width * width.saturating_sub(1) / 2;
    before + least
}

/// Returns the positions of the two ends of the range with this code.
#[inline]
#[expect(clippy::indexing_slicing, reason = "the masks match the array lengths")]
pub(crate) const fn ends(code: u8, values: u8) -> (u8, u8) {
    ENDS[(values & 7) as usize][(code & 15) as usize]
}

/// The greatest number of values of a scale whose codes can be looked up.
pub(crate) const MOST_VALUES: u8 = 5;

/// The ends, by number of values and code. A lookup avoids the mispredicted branches of a search.
#[expect(clippy::indexing_slicing, reason = "evaluated only at compile time")]
const ENDS: [[(u8, u8); 16]; 8] = {
    let mut ends = [[(0, 0); 16]; 8];
    let mut values = 1;
    while values <= MOST_VALUES {
        let (mut least, mut most) = (0, 0);
        while most < values {
            ends[values as usize][code(least, most, values) as usize] = (least, most);
            (least, most) = if least < most { (least + 1, most) } else { (0, most + 1) };
        }
        values += 1;
    }
    ends
};

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
