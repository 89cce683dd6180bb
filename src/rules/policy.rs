//! What does a policy prepare from its numbers, once they are checked?

use core::fmt;
use core::hash::{Hash, Hasher};

use alloc::vec::Vec;

use crate::input::draft::Draft;
use crate::input::faults::Faults;
use crate::policy::diff::Difference;
use crate::policy::numbers::Numbers;
use crate::rules::{benefit, catalogue};
use crate::situation::known::Prepared;
use crate::vocabulary::severity::SeverityRange;

/// The checked numbers that an evaluation uses: ladders are in order, shares are bounded, nothing overflows.
///
/// As a document, a policy has a key for each field of [`Numbers`]. It may leave out numbers that equal the default; when
/// written, it has every number.
///
/// Building a policy takes some tens of microseconds, because it computes the tables of all rules: build it once and borrow it.
///
/// ```
/// use cpto::{Policy, Severity};
///
/// let policy = Policy::DEFAULT.with(|numbers| {
///     numbers.overload_risk.load_above = numbers.overload_risk.load_above.with(Severity::Low, Some(90));
/// })?;
/// assert_eq!(policy.numbers().overload_risk.load_above.above(95), Severity::Low);
///
/// let faults = policy.with(|numbers| numbers.effort.tenths_with_lead = 11).unwrap_err();
/// assert_eq!(
///     faults.to_string(),
///     "effort.tenths-with-lead: 11 is out of range; allowed: an integer from 1 to 10",
/// );
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone)]
#[doc(alias = "settings")]
pub struct Policy {
    numbers: Numbers,
    pub(crate) prepared: Prepared,
    pub(crate) tables: [SeverityRange; catalogue::ENTRIES],
    pub(crate) benefits: [SeverityRange; benefit::ENTRIES],
}

impl Policy {
    /// The default policy. Its numbers are a judgement, chosen to agree with the sources; nobody has measured them.
    pub const DEFAULT: Self = Self::prepared(Numbers::DEFAULT);

    pub(crate) fn standard() -> &'static Self {
        static STANDARD: Policy = Policy::DEFAULT;
        &STANDARD
    }

    #[expect(clippy::large_types_passed_by_value, reason = "the policy keeps it")]
    pub(crate) const fn prepared(numbers: Numbers) -> Self {
        Self {
            prepared: Prepared::of(&numbers),
            tables: catalogue::tables(&numbers),
            benefits: benefit::tables(&numbers),
            numbers,
        }
    }

    /// Builds the policy with these numbers.
    ///
    /// ```
    /// use cpto::Policy;
    ///
    /// let mut numbers = *Policy::DEFAULT.numbers();
    /// numbers.effort.tenths_with_lead = 11;
    /// let faults = Policy::new(numbers).unwrap_err();
    /// assert_eq!(faults.as_slice()[0].place().to_string(), "effort.tenths-with-lead");
    /// ```
    ///
    /// # Errors
    /// Reports every number that is out of its bounds, such as a share of 101 percent, 0 quarters of effort, or 5 steps; and
    /// every ladder that is out of order, such as a load of 130 that is medium where 120 is high, or a higher level that
    /// makes a severity worse where more maturity should make it milder.
    pub fn new(numbers: Numbers) -> Result<Self, Faults> {
        Faults::unless_empty(numbers.faults(), || Self::prepared(numbers))
    }

    /// Returns this policy with some numbers changed.
    ///
    /// ```
    /// use cpto::{Policy, Severity};
    ///
    /// let stricter = Policy::DEFAULT.with(|numbers| {
    ///     let ladder = &mut numbers.overload_risk.load_above;
    ///     *ladder = ladder.with(Severity::Medium, Some(90));
    /// })?;
    /// assert!(stricter.is_at_least_as_strict_as(&Policy::DEFAULT));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    ///
    /// # Errors
    /// As for [`new`](Policy::new).
    pub fn with(&self, change: impl FnOnce(&mut Numbers)) -> Result<Self, Faults> {
        let mut numbers = self.numbers;
        change(&mut numbers);
        Self::new(numbers)
    }

    /// Returns a policy that is as strict as both. Of each number it takes the stricter one, and this policy's own where
    /// neither is stricter (the efforts, the grounds for a dedicated leader) or no warning depends on it.
    ///
    /// ```
    /// use cpto::{Policy, Severity};
    ///
    /// let group = Policy::DEFAULT.with(|numbers| numbers.cost_burden.pair = Severity::Critical)?;
    /// let local = Policy::DEFAULT.with(|numbers| numbers.decision_latency.stage.set(cpto::Stage::Startup, Severity::High))?;
    /// let both = local.strictest(&group);
    /// assert!(both.is_at_least_as_strict_as(&group) && both.is_at_least_as_strict_as(&local));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn strictest(&self, other: &Self) -> Self {
        Self::prepared(self.numbers.strictest(&other.numbers))
    }

    /// Whether this policy is at least as strict as the other in every number that warnings depend on. If so, no warning is
    /// milder under this policy, see [`laws::stricter`](crate::laws::stricter).
    ///
    /// A number that makes one warning more severe and another less severe must be the same in both policies.
    ///
    /// ```
    /// use cpto::{Policy, Severity};
    ///
    /// let lenient = Policy::DEFAULT.with(|numbers| numbers.no_counterpart_challenge.both = Severity::None)?;
    /// assert!(Policy::DEFAULT.is_at_least_as_strict_as(&lenient));
    /// assert!(!lenient.is_at_least_as_strict_as(&Policy::DEFAULT));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn is_at_least_as_strict_as(&self, other: &Self) -> bool {
        self.numbers.is_at_least_as_strict_as(&other.numbers)
    }

    /// Lists the numbers in which another policy differs from this one, in the order of the document, with the direction.
    ///
    /// ```
    /// use cpto::{Policy, Severity};
    ///
    /// let lax = Policy::DEFAULT.with(|numbers| {
    ///     numbers.overload_risk.load_above = numbers.overload_risk.load_above.with(Severity::Critical, None);
    /// })?;
    /// let [difference] = Policy::DEFAULT.diff(&lax).try_into().unwrap();
    /// assert_eq!(difference.to_string(), "overload-risk.load-above.critical: 160 -> none, milder");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn diff(&self, other: &Self) -> Vec<Difference> {
        self.numbers.differences(&other.numbers)
    }

    /// Returns the numbers of the policy.
    #[must_use]
    pub const fn numbers(&self) -> &Numbers {
        &self.numbers
    }
}

impl Draft<Numbers> {
    /// Builds the policy with the numbers that were read.
    ///
    /// ```
    /// # #[cfg(feature = "serde")] {
    /// use cpto::{Draft, policy::Numbers};
    ///
    /// let draft: Draft<Numbers> = serde_json::from_str(r#"{ "capacity": 0 }"#)?;
    /// assert_eq!(draft.build().unwrap_err().as_slice()[0].place().to_string(), "capacity");
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Policy::new`], and everything that could not be read.
    pub fn build(mut self) -> Result<Policy, Faults> {
        self.faults.take_over(&mut self.value.faults(), |fault| fault);
        let Self { value, faults } = self;
        Faults::unless_empty(faults, || Policy::prepared(value))
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl PartialEq for Policy {
    fn eq(&self, other: &Self) -> bool {
        self.numbers == other.numbers
    }
}

impl Eq for Policy {}

impl Hash for Policy {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.numbers.hash(state);
    }
}

impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Policy").field(&self.numbers).finish()
    }
}
