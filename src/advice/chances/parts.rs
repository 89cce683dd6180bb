//! How is a share expressed in parts of 10,000?

use alloc::vec::Vec;

use crate::advice::chances::wide::Wide;
use crate::vocabulary::table::Table;
use crate::vocabulary::word::Word;

/// The number of parts in a whole.
const WHOLE: u64 = 10_000;

/// Returns the margin of error of a share of so many drawn worlds, in parts of 10,000, for 99 of 100 questions. By Hoeffding's
/// inequality, the square of the margin is half the natural logarithm of 200, divided by the number of worlds.
pub(super) fn within(worlds: u32) -> u16 {
    const SQUARE: u32 = 264_915_868;
    let parts = (SQUARE / worlds.max(1)).isqrt() + 1;
    u16::try_from(parts).unwrap_or(u16::MAX).min(10_000)
}

/// Returns the shares of some amounts in their sum, in parts that add up to the whole.
pub(super) fn shares(amounts: &[Wide], whole: &Wide) -> impl Iterator<Item = u64> + use<> {
    let mut shares: Vec<_> = amounts.iter().map(|amount| amount.share(whole, WHOLE)).collect();
    let given: u64 = shares.iter().map(|(share, _)| share).sum();
    for _ in given..WHOLE {
        // Among equal remainders, the first gets the part.
        if let Some((share, rest)) = shares.iter_mut().rev().max_by_key(|(_, rest)| *rest) {
            (*share, *rest) = (*share + 1, Wide::ZERO);
        }
    }
    shares.into_iter().map(|(share, _)| share)
}

/// The chance of each result, in parts of 10,000 that add up to 10,000.
///
/// ```
/// use cpto::advice::Limit;
/// use cpto::advice::chances::chances;
/// use cpto::policy::Belief;
/// use cpto::{Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let verdict = chances(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default()).verdict;
/// assert_eq!(verdict.parts.values().iter().sum::<u16>(), 10_000);
/// assert_eq!(verdict.within, 180, "the worlds are too many to count");
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Spread<K: Word, const N: usize> {
    /// The parts of 10,000 for each result.
    pub parts: Table<K, u16, N>,
    /// The margin of error of the parts in 99 of 100 questions, by Hoeffding's inequality: 0 if the parts are exact, otherwise
    /// 180 with a limit at least as large as the default.
    pub within: u16,
}

impl<K: Word, const N: usize> Spread<K, N> {
    /// Returns the shares of some amounts in their sum, rounded down; the parts left over go to the largest remainders.
    pub(super) fn of(amounts: &[Wide], within: u16) -> Self {
        let whole = amounts.iter().fold(Wide::ZERO, Wide::plus);
        let mut parts = Table::new([0; N]);
        if !whole.is_zero() {
            for (key, share) in K::ALL.iter().zip(shares(amounts, &whole)) {
                parts.set(*key, u16::try_from(share).unwrap_or(0));
            }
        }
        Self { parts, within }
    }

    /// Gives all parts to one result.
    pub(super) fn certain(key: K) -> Self {
        let mut parts = Table::new([0; N]);
        parts.set(key, 10_000);
        Self { parts, within: 0 }
    }

    /// Returns whether every world was counted; otherwise some were drawn.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        self.within == 0
    }
}
