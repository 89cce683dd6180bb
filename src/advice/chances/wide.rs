//! How are the weights of worlds added up exactly?
//!
//! The weight of a world is the product of some thirty whole numbers, too large for any integer type of the language.

/// A whole number below 2⁷⁶⁸. A belief keeps its weights so small that no product of them is larger. The most significant limb
/// comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Wide([u64; 12]);

impl Wide {
    pub(crate) const ZERO: Self = Self([0; 12]);
    pub(crate) const ONE: Self = {
        let mut limbs = [0; 12];
        limbs[11] = 1;
        Self(limbs)
    };

    pub(crate) fn is_zero(&self) -> bool {
        self.0 == [0; 12]
    }

    #[expect(clippy::cast_possible_truncation, reason = "only the lower half is kept")]
    pub(crate) fn times(mut self, factor: u64) -> Self {
        let mut carry = 0_u128;
        for limb in self.0.iter_mut().rev() {
            carry += u128::from(*limb) * u128::from(factor);
            *limb = carry as u64;
            carry >>= 64;
        }
        debug_assert_eq!(carry, 0, "a weight that is too large");
        self
    }

    /// Returns the quotient by a small number, rounded down.
    #[expect(clippy::cast_possible_truncation, reason = "the rest is smaller than the divisor")]
    pub(crate) fn over(mut self, divisor: u64) -> Self {
        let mut rest = 0_u128;
        for limb in &mut self.0 {
            rest = rest << 64 | u128::from(*limb);
            *limb = (rest / u128::from(divisor)) as u64;
            rest %= u128::from(divisor);
        }
        self
    }

    pub(crate) fn by(&self, other: &Self) -> Self {
        let mut product = Self::ZERO;
        for limb in &other.0 {
            product.0.rotate_left(1);
            product = product.plus(&self.times(*limb));
        }
        product
    }

    /// Adds a small number in place.
    pub(crate) fn count(&mut self, more: u64) {
        let mut carry = more;
        for limb in self.0.iter_mut().rev() {
            let (sum, is_over) = limb.overflowing_add(carry);
            *limb = sum;
            if !is_over {
                return;
            }
            carry = 1;
        }
    }

    pub(crate) fn plus(mut self, other: &Self) -> Self {
        let mut carry = false;
        for (limb, other) in self.0.iter_mut().zip(other.0).rev() {
            let (sum, one) = limb.overflowing_add(other);
            let (sum, two) = sum.overflowing_add(carry.into());
            (*limb, carry) = (sum, one | two);
        }
        debug_assert!(!carry, "a sum that is too large");
        self
    }

    fn minus(mut self, other: &Self) -> Self {
        let mut borrow = false;
        for (limb, other) in self.0.iter_mut().zip(other.0).rev() {
            let (rest, one) = limb.overflowing_sub(other);
            let (rest, two) = rest.overflowing_sub(borrow.into());
            (*limb, borrow) = (rest, one | two);
        }
        self
    }

    /// Returns how many whole times `1 / parts` of `whole` fits into this number, and what is left, in units of `1 / parts`. This
    /// number is at most the whole.
    pub(crate) fn share(&self, whole: &Self, parts: u64) -> (u64, Self) {
        let scaled = self.times(parts);
        let (mut least, mut most) = (0, parts);
        while least < most {
            let middle = least + (most - least).div_ceil(2);
            if whole.times(middle) <= scaled { least = middle } else { most = middle - 1 }
        }
        (least, scaled.minus(&whole.times(least)))
    }
}

impl From<u64> for Wide {
    fn from(value: u64) -> Self {
        Self::ONE.times(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Wide;

    #[test]
    fn it_counts_as_smaller_numbers_do() {
        let numbers = [0, 1, 7, 10_000, u64::from(u32::MAX), u64::MAX >> 20];
        for one in numbers {
            for other in numbers {
                assert_eq!(Wide::from(one).cmp(&Wide::from(other)), one.cmp(&other));
                assert_eq!(Wide::from(one).plus(&Wide::from(other)), Wide::from(one + other));
                if one <= other && other > 0 {
                    let (share, rest) = Wide::from(one).share(&Wide::from(other), 10_000);
                    let scaled = u128::from(one) * 10_000;
                    assert_eq!(u128::from(share), scaled / u128::from(other));
                    assert_eq!(u128::from(rest.0[11]), scaled % u128::from(other));
                }
            }
        }
    }

    #[test]
    fn it_carries_over_all_of_its_length() {
        let large = (0..11).fold(Wide::ONE, |wide, _| wide.times(u64::MAX));
        let (share, rest) = large.share(&large.times(3), 9);
        assert_eq!((share, rest.is_zero()), (3, true));
        assert_eq!(large.plus(&large), large.times(2));
        let [one, other] = [5, 6].map(|count| (0..count).fold(Wide::ONE, |wide, _| wide.times(u64::MAX)));
        assert_eq!(one.by(&other), large);
        let mut counted = Wide([0, 0, 0, 0, 0, 0, 0, 0, 0, 7, u64::MAX, u64::MAX]);
        counted.count(3);
        assert_eq!(counted, Wide([0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 2]));
    }
}
