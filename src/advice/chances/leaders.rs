//! How is the answer to "one leader or two?" reported?

use core::fmt;

use alloc::vec::Vec;

use crate::advice::chances::parts::Spread;
use crate::advice::chances::wide::Wide;
use crate::model::fact::Fact;
use crate::model::value::Value;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// The side with less against it: one leader or two.
    ///
    /// ```
    /// use cpto::advice::chances::Leaders;
    ///
    /// assert_eq!(Leaders::ALL.len(), 3);
    /// ```
    pub enum Leaders as "leaders", told {
        /// One leader: a CPTO.
        One,
        /// Two: a CTO and a CPO.
        Two,
        /// Neither: both have the same against them.
        Same,
    }
}

/// How certain it is whether one leader or two has less against it.
///
/// ```
/// use cpto::advice::chances::{Answer, Leaders};
///
/// assert_eq!(Answer::Clear(Leaders::Two).to_string(), "clear two");
/// assert_eq!(Answer::Open.to_string(), "open");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "an answer is clear, leaning or open")]
pub enum Answer {
    /// A chance of at least 80 in 100.
    Clear(Leaders),
    /// A chance of at least 60 in 100.
    Leaning(Leaders),
    /// A lower chance.
    Open,
}

impl Answer {
    /// Derives the answer from three amounts, which are compared before any rounding.
    pub(super) fn of(amounts: &[Wide]) -> Self {
        let whole = amounts.iter().fold(Wide::ZERO, Wide::plus);
        let reaches = |amount: &Wide, percent| !whole.is_zero() && amount.times(100) >= whole.times(percent);
        let sides = || [Leaders::One, Leaders::Two].into_iter().zip(amounts);
        let first = |percent| sides().find(|(_, amount)| reaches(amount, percent)).map(|(side, _)| side);
        match (first(80), first(60)) {
            (Some(side), _) => Self::Clear(side),
            (None, Some(side)) => Self::Leaning(side),
            (None, None) => Self::Open,
        }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Clear(side) => write!(f, "clear {side}"),
            Self::Leaning(side) => write!(f, "leaning {side}"),
            Self::Open => f.write_str("open"),
        }
    }
}

/// The chances that one leader has less against it, that two have, and that both have the same.
pub type OfLeaders = Spread<Leaders, { Leaders::COUNT }>;

/// What a question would settle.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NextQuestion {
    /// The fact to ask for.
    pub fact: Fact,
    /// The expected clarity of the answer then, in parts of 10,000, rounded down: the sum of the squares of the three chances,
    /// averaged over the values by the chance of each.
    pub clarity: u16,
    /// The result of each value, from the least to the greatest; values without a chance are left out.
    pub answers: Vec<After>,
}

/// The chances once a question is answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct After {
    /// The least of the values. There are several only for a headcount, which is asked for by class.
    pub from: Value,
    /// The greatest of the values.
    pub to: Value,
    /// The chance of such a value, in parts of 10,000; those of all answers add up to 10,000.
    pub chance: u16,
    /// The chances after this answer.
    pub leaders: OfLeaders,
    /// How certain it is after this answer which side has less against it.
    pub answer: Answer,
}

/// Whether one leader or two has less against it, and what to ask next.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OneOrTwo {
    /// The chance that one leader has fewer points against it, that two have, and that both have the same.
    pub spread: OfLeaders,
    /// How certain that is.
    pub answer: Answer,
    /// The open facts that make a difference, the one to ask for first in front.
    ///
    /// The skills of a leader without a seat in the proposed structure are not among them. What a document states about a current
    /// seat is weighed, but is no [`Fact`].
    pub questions: Vec<NextQuestion>,
}

impl fmt::Display for OneOrTwo {
    /// Writes the result as a sentence, with chances in whole percent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |side| self.spread.parts.get(side).saturating_add(50) / 100;
        let (one, two) = (of(Leaders::One), of(Leaders::Two));
        let fit = "of 100 companies that fit these facts";
        if one > two {
            write!(f, "One leader has less against it in {one} {fit}, two leaders in {two}.")
        } else {
            write!(f, "Two leaders have less against them in {two} {fit}, one leader in {one}.")
        }
    }
}
