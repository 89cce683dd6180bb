//! How much weight does each possible world get when chances are computed?

use core::fmt;

use crate::input::draft::Draft;
use crate::input::faults::Faults;
use crate::policy::bounds::{ANY, Bounds, within};
use crate::policy::checks::check;
use crate::policy::sections::sections;
use crate::policy::setting::Stricter::Free;
use crate::vocabulary::change::Incumbent;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::signal::{ByMaturity, Signal};
use crate::vocabulary::skill::{BySkill, Proficiency, Skill};
use crate::vocabulary::stage::{Budget, ByStage};
use crate::vocabulary::table::Table;

/// The bounds of a weight.
const WEIGHT: Bounds = within(0, 1_000);

sections! {
    /// The weight of each value of each fact, and how alike the signals of one company are. A [`Belief`] holds these numbers
    /// after they have passed the checks.
    ///
    /// Only the proportions between the weights of a fact matter: 1 and 3 are the same as 10 and 30. If all remaining values
    /// of a fact have weight 0, they count equally. Facts on a long scale, such as the number of direct reports, have no
    /// weights: all of their values count equally.
    ///
    /// ```
    /// use cpto::policy::Weights;
    ///
    /// assert_eq!(Weights::DEFAULT.likeness, 50);
    /// ```
    pub struct Weights {
        /// How alike the levels of one company are, in percent. With this chance, a signal other than `integration`
        /// has the level of the company; otherwise its weights decide. 0 means that no signal says anything about another.
        pub likeness: u8 = 50, within(0, 99), Free;
        /// How common each stage is.
        pub stage: ByStage<u16> = Table::new([1; 4]), WEIGHT, Free;
        /// How common each class of headcount is.
        pub headcount: HeadcountWeights = HeadcountWeights::DEFAULT, ANY, Free;
        /// How common it is that a company can pay for one executive, or for two.
        pub budget: Table<Budget, u16, { Budget::COUNT }> = Table::new([1; 2]), WEIGHT, Free;
        /// How common regulation is.
        pub regulated: Odds = Odds::DEFAULT, ANY, Free;
        /// How common each level of each signal is.
        pub signals: Table<Signal, ByMaturity<u16>, { Signal::COUNT }> = Table::new([Table::new([1; 5]); Signal::COUNT]), WEIGHT, Free;
        /// How common each safeguard is.
        pub safeguards: Table<Safeguard, Odds, { Safeguard::COUNT }> = Table::new([Odds::DEFAULT; Safeguard::COUNT]), ANY, Free;
        /// How common it is that each of the candidates stays in a merge or a split.
        pub incumbent: Table<Incumbent, u16, { Incumbent::COUNT }> = Table::new([1; 3]), WEIGHT, Free;
        /// How common each level of each skill is, for a leader about whom nothing is known.
        pub skills: BySkill<Table<Proficiency, u16, { Proficiency::COUNT }>> = Table::new([Table::new([1; Proficiency::COUNT]); Skill::COUNT]), WEIGHT, Free;
        /// How common interim leaders are.
        pub interim: Odds = Odds::DEFAULT, ANY, Free;
        /// How common newcomers are.
        pub newcomer: Odds = Odds::DEFAULT, ANY, Free;
    }

    /// The weights of no and yes.
    ///
    /// ```
    /// use cpto::policy::Odds;
    ///
    /// assert_eq!(Odds::DEFAULT.no, Odds::DEFAULT.yes);
    /// ```
    pub struct Odds {
        /// The weight of no.
        pub no: u16 = 1, WEIGHT, Free;
        /// The weight of yes.
        pub yes: u16 = 1, WEIGHT, Free;
    }

    /// The weights of the classes of headcount, named after their smallest number. All numbers in a class count equally. A
    /// number above 50,000 has no weight, unless the facts leave no other in its stage.
    ///
    /// ```
    /// use cpto::policy::Belief;
    ///
    /// let small = Belief::DEFAULT.with(|weights| weights.headcount.from_5000 = 0)?;
    /// assert_eq!(small.weights().headcount.from_1, 1);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub struct HeadcountWeights {
        /// 1 to 9 people.
        pub from_1: u16 = 1, WEIGHT, Free;
        /// 10 to 19 people.
        pub from_10: u16 = 1, WEIGHT, Free;
        /// 20 to 39 people.
        pub from_20: u16 = 1, WEIGHT, Free;
        /// 40 to 99 people.
        pub from_40: u16 = 1, WEIGHT, Free;
        /// 100 to 249 people.
        pub from_100: u16 = 1, WEIGHT, Free;
        /// 250 to 499 people.
        pub from_250: u16 = 1, WEIGHT, Free;
        /// 500 to 999 people.
        pub from_500: u16 = 1, WEIGHT, Free;
        /// 1,000 to 2,499 people.
        pub from_1000: u16 = 1, WEIGHT, Free;
        /// 2,500 to 4,999 people.
        pub from_2500: u16 = 1, WEIGHT, Free;
        /// 5,000 to 50,000 people.
        pub from_5000: u16 = 1, WEIGHT, Free;
    }
}

impl Default for Odds {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl HeadcountWeights {
    /// The fewest and the most people of each class, and the weight of the class.
    pub(crate) const fn classes(&self) -> [(u32, u32, u16); 10] {
        [
            (1, 9, self.from_1),
            (10, 19, self.from_10),
            (20, 39, self.from_20),
            (40, 99, self.from_40),
            (100, 249, self.from_100),
            (250, 499, self.from_250),
            (500, 999, self.from_500),
            (1_000, 2_499, self.from_1000),
            (2_500, 4_999, self.from_2500),
            (5_000, 50_000, self.from_5000),
        ]
    }
}

/// The weights of the possible worlds, from which chances are computed.
///
/// A chance is not a forecast. It is the weighted share of the worlds in which something is true. Whoever shows a chance
/// should name the belief, which is what `Display` writes.
///
/// A belief is a document. Like a [`Policy`](crate::Policy), it is checked and may be partial: a number that is not stated
/// keeps its default.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use cpto::policy::Belief;
///
/// let belief: Belief = serde_json::from_str(r#"{ "likeness": 0, "stage": { "enterprise": 0 } }"#)?;
/// assert_eq!(belief.to_string(), "stated");
/// let fault = serde_json::from_str::<Belief>(r#"{ "likeness": 100 }"#).unwrap_err();
/// assert!(fault.to_string().contains("likeness"));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Belief {
    weights: Weights,
}

impl Belief {
    /// All values have the same weight, and the signals of one company are alike.
    pub const DEFAULT: Self = Self { weights: Weights::DEFAULT };

    /// All values have the same weight, and no signal says anything about another.
    ///
    /// ```
    /// use cpto::policy::Belief;
    ///
    /// assert_eq!(Belief::INDEPENDENT.weights().likeness, 0);
    /// ```
    pub const INDEPENDENT: Self = Self { weights: Weights { likeness: 0, ..Weights::DEFAULT } };

    /// Makes a belief with these weights.
    ///
    /// ```
    /// use cpto::policy::{Belief, Weights};
    ///
    /// let mut weights = Weights::DEFAULT;
    /// weights.likeness = 100;
    /// assert_eq!(Belief::new(weights).unwrap_err().as_slice()[0].place().to_string(), "likeness");
    /// ```
    ///
    /// # Errors
    /// A likeness above 99, or a weight above 1,000.
    pub fn new(weights: Weights) -> Result<Self, Faults> {
        Draft::of(weights).build()
    }

    /// Returns this belief with some weights changed, for example to base rates that an application knows.
    ///
    /// ```
    /// use cpto::policy::Belief;
    ///
    /// let belief = Belief::DEFAULT.with(|weights| (weights.regulated.no, weights.regulated.yes) = (9, 1))?;
    /// assert_eq!(belief.weights().regulated.yes, 1);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    ///
    /// # Errors
    /// As [`new`](Belief::new).
    pub fn with(&self, change: impl FnOnce(&mut Weights)) -> Result<Self, Faults> {
        let mut weights = self.weights;
        change(&mut weights);
        Self::new(weights)
    }

    /// The weights.
    #[must_use]
    pub const fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The name of the belief: `default`, `independent`, or `stated` for any other.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match *self {
            Self::DEFAULT => "default",
            Self::INDEPENDENT => "independent",
            _ => "stated",
        }
    }
}

impl Draft<Weights> {
    /// Builds the belief with these weights.
    ///
    /// # Errors
    /// As [`Belief::new`], and everything that could not be read.
    pub fn build(mut self) -> Result<Belief, Faults> {
        let mut faults = check(&self.value);
        self.faults.take_over(&mut faults, |fault| fault);
        let Self { value: weights, faults } = self;
        Faults::unless_empty(faults, || Belief { weights })
    }
}

impl Default for Belief {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl fmt::Display for Belief {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the faults of a changed belief, as text.
    fn fault(change: impl FnOnce(&mut Weights)) -> alloc::string::String {
        use alloc::string::ToString;

        Belief::DEFAULT.with(change).err().map(|faults| faults.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_fault_of_a_nested_table_has_the_inner_key() {
        let scalability = |weight| {
            fault(|weights| {
                let mut levels = weights.signals.get(Signal::Scalability);
                levels.set(crate::vocabulary::signal::Maturity::Defined, weight);
                weights.signals.set(Signal::Scalability, levels);
            })
        };
        let review =
            |yes| fault(|weights| weights.safeguards.set(Safeguard::StructureReview, Odds { no: 1, yes }));
        let people = |weight| fault(|weights| weights.headcount.from_10 = weight);
        assert_eq!([scalability(1_000), review(1_000), people(1_000)], ["", "", ""]);
        let allowed = "1001 is out of range; allowed: an integer from 0 to 1000";
        assert_eq!(scalability(1_001), alloc::format!("signals.scalability.defined: {allowed}"));
        assert_eq!(review(1_001), alloc::format!("safeguards.structure-review.yes: {allowed}"));
        assert_eq!(people(1_001), alloc::format!("headcount.from-10: {allowed}"));
    }
}
