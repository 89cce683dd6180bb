//! How is it told whether one leader has less against it, or two?

use core::fmt;

use alloc::vec::Vec;

use crate::advice::chances::parts::Spread;
use crate::advice::chances::wide::Wide;
use crate::model::fact::Fact;
use crate::model::value::Value;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// Which of one leader and two has less against it.
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
        /// Both have the same against them.
        Same,
    }
}

/// How sure it is whether one leader has less against it, or two.
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
    /// At least 80 of 100.
    Clear(Leaders),
    /// At least 60 of 100.
    Leaning(Leaders),
    /// Less.
    Open,
}

impl Answer {
    /// The answer to three amounts, compared before anything is rounded.
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

/// The chances of one leader, of two, and of both alike.
pub type OfLeaders = Spread<Leaders, { Leaders::COUNT }>;

/// What a question would settle.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NextQuestion {
    /// The fact to ask for.
    pub fact: Fact,
    /// How clear the answer is to be expected then, in parts of 10,000: over the values, by the chance of each, the sum of
    /// the squares of the three chances. Rounded down.
    pub clarity: u16,
    /// What each value would come to, from the least to the most; values without a chance are left out.
    pub answers: Vec<After>,
}

/// What is likely once a question is answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct After {
    /// The least of the values; they are several for a headcount alone, which is asked for by class.
    pub from: Value,
    /// The most of them.
    pub to: Value,
    /// The chance of such a value, in parts of 10,000; those of all answers add up to 10,000.
    pub chance: u16,
    /// The chances then.
    pub leaders: OfLeaders,
    /// The answer then.
    pub answer: Answer,
}

/// Whether one leader or two has less against it, and what to ask next.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OneOrTwo {
    /// The chance that one leader has fewer points against it, that two have, that both have the same.
    pub spread: OfLeaders,
    /// How sure that is.
    pub answer: Answer,
    /// The facts that are open and make a difference, the one to ask first in front.
    ///
    /// What a document states of a current seat is weighed, but is no [`Fact`], and so is not asked for: the skills of a
    /// leader who has no seat in what is proposed.
    pub questions: Vec<NextQuestion>,
}

impl fmt::Display for OneOrTwo {
    /// Says it in a sentence, with chances in whole percent.
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
