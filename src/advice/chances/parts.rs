//! How is a share told in parts of 10,000?

use core::cmp::Reverse;

use alloc::vec::Vec;

use crate::advice::chances::wide::Wide;
use crate::vocabulary::table::Table;
use crate::vocabulary::word::Word;

/// How many parts make a whole.
const WHOLE: u64 = 10_000;

/// How likely each of some results is, in parts of 10,000 that add up to 10,000.
///
/// ```
/// use cpto::advice::chances::chances;
/// use cpto::policy::Belief;
/// use cpto::{Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let verdict = chances(&proposal, &Policy::DEFAULT, &Belief::DEFAULT).verdict();
/// assert_eq!(verdict.parts().values().iter().sum::<u16>(), 10_000);
/// assert!(!verdict.is_exact(), "the worlds are too many to count");
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spread<K: Word, const N: usize> {
    parts: Table<K, u16, N>,
    is_exact: bool,
}

impl<K: Word, const N: usize> Spread<K, N> {
    /// What some amounts are of their sum: rounded down, and what is left goes to the largest remainders.
    pub(super) fn of(amounts: &[Wide], is_exact: bool) -> Self {
        let whole = amounts.iter().fold(Wide::ZERO, super::wide::Wide::plus);
        let mut parts = Table::new([0; N]);
        if whole.is_zero() {
            return Self { parts, is_exact };
        }
        let shares: Vec<_> = amounts.iter().map(|amount| amount.share(&whole, WHOLE)).collect();
        let given: u64 = shares.iter().map(|(share, _)| share).sum();
        let mut order: Vec<usize> = (0..shares.len()).collect();
        order.sort_by_key(|place| Reverse(shares.get(*place).map(|(_, rest)| *rest)));
        let left = usize::try_from(WHOLE.saturating_sub(given)).unwrap_or(0);
        let rounded_up: Vec<usize> = order.into_iter().take(left).collect();
        for ((place, (share, _)), key) in shares.iter().enumerate().zip(K::ALL) {
            let parts_here = share + u64::from(rounded_up.contains(&place));
            parts.set(*key, u16::try_from(parts_here).unwrap_or(0));
        }
        Self { parts, is_exact }
    }

    /// All of one result.
    pub(super) fn certain(key: K) -> Self {
        let mut parts = Table::new([0; N]);
        parts.set(key, 10_000);
        Self { parts, is_exact: true }
    }

    /// The parts of 10,000 of each result.
    #[must_use]
    pub const fn parts(&self) -> &Table<K, u16, N> {
        &self.parts
    }

    /// The parts of 10,000 of one result.
    #[must_use]
    pub fn of_result(&self, result: K) -> u16 {
        self.parts.get(result)
    }

    /// Whether every world was counted. Else so many were drawn that the parts are within 200 of the exact ones in 99 of
    /// 100 questions.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        self.is_exact
    }
}
