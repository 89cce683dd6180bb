//! What always holds, for every proposal and every policy?
//!
//! Each law is a function that looks at what it is given and returns nothing where it holds, or a [`LawViolation`] with
//! a counter-example. They need no framework of tests: call them from a test, a fuzzer, or a program that checks a
//! policy before it is used. With the feature `proptest1`, the module `strategies` makes the proposals.
//!
//! ```
//! use cpto::{Policy, Proposal, Seat, Structure, laws};
//!
//! let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
//! laws::of_one(&proposal, &Policy::DEFAULT)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Testing your own policy
//!
//! What a [`Policy`] refuses when it is built would make evaluations wrong: ladders out of order, more maturity that
//! makes things worse. Everything else is a judgement, and a judgement can contradict itself. Two laws can be broken by
//! a policy that was built, and are worth a test in every application that has a policy of its own:
//!
//! - [`remedies`]: the advice that comes with a warning has to work by the numbers of the policy. One in which focus
//!   time steps a warning down by 0 still says "protect time", and the advice is empty.
//! - [`stricter`]: a policy that is meant to be stricter than another one must not hide a warning that the other gives.
//!
//! ```
//! use cpto::{LawViolation, Policy, WarningCode, laws};
//!
//! let lax = Policy::DEFAULT.with(|numbers| numbers.context_switching.steps_down_focus_time = 0)?;
//! let code = WarningCode::ContextSwitching;
//! let violation: LawViolation = laws::remedies(code, &laws::family(code), &lax).unwrap_err();
//! assert_eq!(
//!     violation.to_string(),
//!     "the law of remedies is broken: nowhere does it lower context-switching \
//!      to protect time for product and for technology, declared in advance",
//! );
//! # Ok::<(), cpto::Faults>(())
//! ```
//!
//! All the others hold for every policy that can be built. An application that trusts nobody runs them, too; the
//! example `laws` does that from the command line, for the default policy or for a document:
//!
//! ```text
//! cargo run --release --example laws --features proptest1 -- --seed 1 --count 10000 --policy policy.toml
//! ```

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::assessment::{Assessment, evaluate_under};
use crate::input::draft::Draft;
use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::policy::numbers::Policy;
use crate::rules::benefit::BenefitCode;
use crate::rules::catalogue::{Warning, WarningCode, WarningKey};
use crate::rules::remedy::Remedy;
use crate::testing::worlds;
use crate::testing::worlds::TooManyWorlds;
use crate::vocabulary::change::Change;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Certainty, Severity, Verdict};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::vocabulary;

pub(crate) mod advice;
pub(crate) mod evidence;
pub(crate) mod measures;
pub(crate) mod remedies;

pub use advice::{asking, dividing, dominance, repairing, watching};
pub use measures::measuring;

vocabulary! {
    growing
    /// The name of a law. Each is a function of the module [`laws`](crate::laws).
    ///
    /// ```
    /// use cpto::{Law, Policy, WarningCode, laws};
    ///
    /// // A family without the warning shows nothing of its remedies.
    /// let quiet = [WarningCode::CostBurden.spared().build()?];
    /// let violation = laws::remedies(WarningCode::CostBurden, &quiet, &Policy::DEFAULT).unwrap_err();
    /// assert_eq!(violation.law, Law::Remedies);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub enum Law as "law" {
        /// [`exact`]
        Exactness,
        /// [`reads`]
        Reads,
        /// [`narrowing`]
        Narrowing,
        /// [`deterministic`]
        Determinism,
        /// [`order_free`]
        OrderIndependence,
        /// [`monotone`]
        Monotony,
        /// [`safeguards`]
        Safeguards,
        /// [`evidence`]
        Evidence,
        /// [`verdict`]
        Verdict,
        /// [`distinct`]
        Distinctness,
        /// [`ordered`]
        Order,
        /// [`remedies`]
        Remedies,
        /// [`round_trip`]
        RoundTrip,
        /// [`stricter`]
        Strictness,
        /// [`mirror`]
        Mirror,
        /// [`dominance`]
        Dominance,
        /// [`asking`]
        Asking,
        /// [`watching`]
        Watching,
        /// [`repairing`]
        Repairing,
        /// [`dividing`]
        Dividing,
        /// [`measuring`]
        Measuring,
    }
}

/// How one result should have been to another.
///
/// ```
/// use cpto::laws::Relation;
///
/// assert_eq!(Relation::NoMore.to_string(), "more than", "what is wrong where it does not hold");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Relation {
    /// The same.
    Equal,
    /// Inside it, at both ends.
    Within,
    /// No more at either end.
    NoMore,
    /// No less at either end.
    NoLess,
}

impl Relation {
    fn holds<T: Copy + Ord>(self, found: Span<T>, other: Span<T>) -> bool {
        match self {
            Self::Equal => found == other,
            Self::Within => other.least() <= found.least() && found.most() <= other.most(),
            Self::NoMore => found.least() <= other.least() && found.most() <= other.most(),
            Self::NoLess => found.least() >= other.least() && found.most() >= other.most(),
        }
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Equal => "not equal to",
            Self::Within => "not within",
            Self::NoMore => "more than",
            Self::NoLess => "less than",
        })
    }
}

/// What was found where a law is broken.
///
/// ```
/// use cpto::laws::{self, Finding};
/// use cpto::{Policy, WarningCode};
///
/// let quiet = [WarningCode::CostBurden.spared().build()?];
/// let violation = laws::remedies(WarningCode::CostBurden, &quiet, &Policy::DEFAULT).unwrap_err();
/// assert!(matches!(*violation.finding, Finding::NotChecked(_)));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Finding {
    /// A severity that is not as it should be to another one.
    #[error("{key} is {found}, which is {relation} {other}")]
    Severity {
        /// Which warning.
        key: WarningKey,
        /// How severe it is.
        found: Span<Severity>,
        /// What it should be to the other.
        relation: Relation,
        /// What it is compared with.
        other: Span<Severity>,
    },
    /// A load that is not the one that follows from the definition.
    #[error("the load of the {} is {found} % and should be {expected} %", .role.abbreviation())]
    Load {
        /// The seat.
        role: Role,
        /// The load that was found.
        found: Span<u32>,
        /// The load by definition.
        expected: Span<u32>,
    },
    /// A benefit that is not as sure as it should be.
    #[error("{code} is {} and should be {}", Sure(*.found), Sure(*.expected))]
    Benefit {
        /// The benefit.
        code: BenefitCode,
        /// How sure it was found to be; nothing where it is not given.
        found: Option<Certainty>,
        /// How sure it is by definition.
        expected: Option<Certainty>,
    },
    /// A verdict that is not as it should be to another one.
    #[error("the verdict is {found}, which is {relation} {other}")]
    Verdict {
        /// What was found.
        found: Span<Verdict>,
        /// What it should be to the other.
        relation: Relation,
        /// What it is compared with.
        other: Span<Verdict>,
    },
    /// A part of a warning's evidence that the proposal does not say.
    #[error("the evidence of {} is untrue in `{part}`", .warning.key())]
    Evidence {
        /// The warning with its evidence.
        warning: Box<Warning>,
        /// The part, by its name in documents.
        part: &'static str,
    },
    /// Two warnings of one name and seat, or one of a seat that is not there.
    #[error("{key} is given twice, or of a seat that is not there")]
    Repeated {
        /// Which warning.
        key: WarningKey,
    },
    /// Two warnings in the wrong order.
    #[error("{second} stands behind {first}")]
    Order {
        /// What stands first.
        first: WarningKey,
        /// What stands second.
        second: WarningKey,
    },
    /// A remedy that lowers its warning in no proposal of a family.
    #[error("nowhere does it lower {code} to {remedy}")]
    Remedy {
        /// The warning.
        code: WarningCode,
        /// What does not help.
        remedy: Remedy,
    },
    /// A remedy that is advised where there is nothing left to do.
    #[error("{code} advises to {remedy}, which changes nothing")]
    Idle {
        /// The warning.
        code: WarningCode,
        /// What changes nothing.
        remedy: Remedy,
    },
    /// A change that is not the opposite of another one.
    #[error("the way back of a {there} is a {back}")]
    Change {
        /// The change.
        there: Change,
        /// The change between the same two structures the other way round.
        back: Change,
    },
    /// Something that should have been equal, in words.
    #[error("{0}")]
    Differs(String),
    /// The law could not be checked: it is neither known to hold nor to be broken.
    #[error("not checked: {0}")]
    NotChecked(String),
}

/// How sure a benefit is, in words.
struct Sure(Option<Certainty>);

impl fmt::Display for Sure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or("absent", Certainty::as_str).fmt(f)
    }
}

/// A law that does not hold, with a counter-example.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// let quiet = [WarningCode::CostBurden.spared().build()?];
/// let violation = laws::remedies(WarningCode::CostBurden, &quiet, &Policy::DEFAULT).unwrap_err();
/// assert_eq!(violation.counterexample, quiet);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the law of {law} is {}{finding}", if matches!(**.finding, Finding::NotChecked(_)) { "" } else { "broken: " })]
#[non_exhaustive]
pub struct LawViolation {
    /// The law.
    pub law: Law,
    /// What was found.
    pub finding: Box<Finding>,
    /// The proposals for which it does not hold, in the order in which they were given.
    pub counterexample: Vec<Proposal>,
}

impl LawViolation {
    fn new(law: Law, finding: Finding, counterexample: &[&Proposal]) -> Self {
        let counterexample = counterexample.iter().map(|proposal| (*proposal).clone()).collect();
        Self { law, finding: Box::new(finding), counterexample }
    }

    /// Whether the law is broken, rather than too much to be checked.
    ///
    /// ```
    /// use cpto::{Policy, WarningCode, laws};
    ///
    /// let quiet = [WarningCode::CostBurden.spared().build()?];
    /// let violation = laws::remedies(WarningCode::CostBurden, &quiet, &Policy::DEFAULT).unwrap_err();
    /// assert!(!violation.is_broken(), "it was not checked");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn is_broken(&self) -> bool {
        !matches!(*self.finding, Finding::NotChecked(_))
    }
}

/// What a law returns.
type Held = Result<(), LawViolation>;

/// Every law of one proposal under a policy, but for [`exact`], which is slow and not always possible.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// laws::of_one(&WarningCode::SkillGap.raised().build()?, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first law that does not hold.
pub fn of_one(proposal: &Proposal, policy: &Policy) -> Held {
    let assessment = evaluate_under(proposal, policy);
    distinct(proposal, &assessment)?;
    ordered(proposal, &assessment)?;
    verdict(proposal, &assessment)?;
    deterministic(proposal, policy)?;
    evidence(proposal, policy)?;
    reads(proposal, policy)?;
    mirror(proposal, policy)?;
    measuring(proposal)?;
    Fact::all().try_for_each(|fact| monotone(proposal, fact, policy))
}

/// The evaluation is what the [definition](worlds) says: every severity, load and benefit is the range over all worlds,
/// no wider and no narrower, and the verdict follows from the definition.
///
/// ```
/// use cpto::{Maturity, Organization, Policy, Proficiency, Proposal, Responsibility, Seat, Signal, Skill, Structure, laws};
///
/// let company = Organization::draft().signals(Signal::ALL.iter().copied(), Maturity::Defined);
/// let cto = Seat::draft()
///     .remit([Responsibility::Delivery, Responsibility::Architecture])
///     .skills(Skill::ALL.iter().copied(), Proficiency::Expert);
/// let proposal = Proposal::draft().organization(company).proposed(Structure::cto(cto)).build()?;
/// laws::exact(&proposal, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first difference; [`Finding::NotChecked`] where a warning hangs on more worlds than can be looked at and there is
/// no other difference.
pub fn exact(proposal: &Proposal, policy: &Policy) -> Held {
    let broken = |finding| Err(LawViolation::new(Law::Exactness, finding, &[proposal]));
    let assessment = evaluate_under(proposal, policy);
    let mut too_many: Option<TooManyWorlds> = None;
    let mut worst = Span::NONE;
    for key in WarningKey::all(proposal.proposed().form()) {
        match worlds::severity(proposal, policy, key) {
            Ok(other) => {
                let found = assessment.severity(key);
                if found != other {
                    return broken(Finding::Severity { key, found, relation: Relation::Equal, other });
                }
                let counts = key.code.counts_towards_verdict();
                worst = if counts { worst.max(other) } else { worst };
            }
            Err(many) => too_many = Some(many),
        }
    }
    for seat in assessment.loads() {
        match worlds::load(proposal, policy, seat.role) {
            Ok(Some(expected)) if expected == seat.load => {}
            Ok(expected) => {
                let expected = expected.unwrap_or_default();
                return broken(Finding::Load { role: seat.role, found: seat.load, expected });
            }
            Err(many) => too_many = Some(many),
        }
    }
    for &code in BenefitCode::ALL {
        let found = assessment.benefit(code).map(crate::rules::benefit::Benefit::certainty);
        match worlds::benefit(proposal, policy, code) {
            Ok(expected) if expected == found => {}
            Ok(expected) => return broken(Finding::Benefit { code, found, expected }),
            Err(many) => too_many = Some(many),
        }
    }
    if let Some(many) = too_many {
        return broken(Finding::NotChecked(many.to_string()));
    }
    let (found, other) = (assessment.verdict(), worst.rising(Verdict::of));
    if found == other { Ok(()) } else { broken(Finding::Verdict { found, relation: Relation::Equal, other }) }
}

/// A warning hangs on no other facts than it says that it [reads](WarningKey::reads), and a benefit likewise: nothing
/// changes where all others are forgotten.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// laws::reads(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first warning or benefit that changes.
pub fn reads(proposal: &Proposal, policy: &Policy) -> Held {
    let assessment = evaluate_under(proposal, policy);
    let forgotten = |kept: crate::model::fact::FactSet| {
        let others = Fact::all().filter(|fact| !kept.contains(*fact));
        let less = proposal.restated(others.filter_map(|fact| Some((fact, proposal.scale(fact)?))));
        evaluate_under(&less, policy)
    };
    for key in WarningKey::all(proposal.proposed().form()) {
        if !key.code.counts_towards_verdict() {
            continue;
        }
        let other = forgotten(key.reads(proposal.proposed(), policy).all()).severity(key);
        let found = assessment.severity(key);
        if found != other {
            let finding = Finding::Severity { key, found, relation: Relation::Equal, other };
            return Err(LawViolation::new(Law::Reads, finding, &[proposal]));
        }
    }
    for &code in BenefitCode::ALL {
        let certainty =
            |assessment: &Assessment| assessment.benefit(code).map(crate::rules::benefit::Benefit::certainty);
        let expected = certainty(&forgotten(code.reads(proposal.proposed(), policy)));
        let found = certainty(&assessment);
        if found != expected {
            let finding = Finding::Benefit { code, found, expected };
            return Err(LawViolation::new(Law::Reads, finding, &[proposal]));
        }
    }
    Ok(())
}

/// Whatever is learnt only narrows: each severity and the verdict of the narrower proposal are within those of the
/// wider one. (`insufficient-evidence` may vanish and does not come.)
///
/// ```
/// use cpto::{Fact, Policy, Proposal, Seat, Stage, Structure, Value, laws};
///
/// let wide = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let narrow = wide.with_fact(Fact::Stage, Value::Stage(Stage::ScaleUp)).unwrap();
/// laws::narrowing(&wide, &narrow, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first that is not; [`Finding::NotChecked`] where `narrow` does not [narrow](Proposal::narrows) `wide`.
pub fn narrowing(wide: &Proposal, narrow: &Proposal, policy: &Policy) -> Held {
    let broken = |finding| Err(LawViolation::new(Law::Narrowing, finding, &[wide, narrow]));
    if !narrow.narrows(wide) {
        return broken(Finding::NotChecked("the second proposal does not narrow the first".into()));
    }
    let before = evaluate_under(wide, policy);
    let after = evaluate_under(narrow, policy);
    for key in WarningKey::all(wide.proposed().form()) {
        let (found, other) = (after.severity(key), before.severity(key));
        let counts = key.code.counts_towards_verdict();
        let relation = if counts { Relation::Within } else { Relation::NoMore };
        if !relation.holds(found, other) {
            return broken(Finding::Severity { key, found, relation, other });
        }
    }
    let (found, other) = (after.verdict(), before.verdict());
    if Relation::Within.holds(found, other) {
        Ok(())
    } else {
        broken(Finding::Verdict { found, relation: Relation::Within, other })
    }
}

/// The same input gives the same output.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// laws::deterministic(&WarningCode::SkillGap.raised().build()?, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Finding::Differs`] where it does not.
pub fn deterministic(proposal: &Proposal, policy: &Policy) -> Held {
    same(Law::Determinism, proposal, &proposal.clone(), policy)
}

/// Two proposals that differ in nothing but the order in which remits are stated come to the same.
///
/// ```
/// use cpto::{Policy, Proposal, Responsibility, Seat, Structure, laws};
///
/// let of = |remit: [Responsibility; 2]| {
///     Proposal::draft().proposed(Structure::cto(Seat::draft().remit(remit))).build()
/// };
/// let one = of([Responsibility::Delivery, Responsibility::Quality])?;
/// let other = of([Responsibility::Quality, Responsibility::Delivery])?;
/// laws::order_free(&one, &other, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Finding::Differs`] where they do not; [`Finding::NotChecked`] where they differ in more.
pub fn order_free(one: &Proposal, other: &Proposal, policy: &Policy) -> Held {
    let in_order = |proposal: &Proposal| {
        let mut sorted = proposal.clone();
        let current = sorted.current.iter_mut();
        for structure in current.chain([&mut sorted.proposed]) {
            for seat in [&mut structure.cto, &mut structure.cpo, &mut structure.cpto].into_iter().flatten() {
                seat.stated_remit.iter_mut().for_each(|remit| remit.sort_by_key(|it| it.position()));
            }
        }
        sorted
    };
    if in_order(one) != in_order(other) {
        let finding = Finding::NotChecked("the proposals differ in more than order".into());
        return Err(LawViolation::new(Law::OrderIndependence, finding, &[one, other]));
    }
    same(Law::OrderIndependence, one, other, policy)
}

fn same(law: Law, one: &Proposal, other: &Proposal, policy: &Policy) -> Held {
    if evaluate_under(one, policy) == evaluate_under(other, policy) {
        return Ok(());
    }
    Err(LawViolation::new(law, Finding::Differs("the assessments differ".into()), &[one, other]))
}

/// As a fact rises, each warning goes the way that it [says](WarningKey::reads), whatever the other facts are.
///
/// ```
/// use cpto::{Fact, Policy, WarningCode, laws};
///
/// laws::monotone(&WarningCode::CostBurden.raised().build()?, Fact::Budget, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first warning that goes the other way, or that changes although it does not read the fact.
pub fn monotone(proposal: &Proposal, fact: Fact, policy: &Policy) -> Held {
    monotone_by(Law::Monotony, proposal, fact, policy)
}

fn monotone_by(law: Law, proposal: &Proposal, fact: Fact, policy: &Policy) -> Held {
    if proposal.places(fact).is_none() || fact == Fact::Incumbent {
        return Ok(());
    }
    let exactly = |place: u32| proposal.restated([(fact, place..=place)]);
    let mut before: Option<(Proposal, Assessment)> = None;
    for place in worlds::distinct_places(fact, fact.scale(), policy) {
        let known = exactly(place);
        let assessment = evaluate_under(&known, policy);
        if let Some((lower, less)) = before {
            for key in WarningKey::all(proposal.proposed().form()) {
                let reads = key.reads(proposal.proposed(), policy);
                let (found, other) = (assessment.severity(key), less.severity(key));
                let relation = match fact {
                    _ if !key.code.counts_towards_verdict() => Relation::Equal,
                    _ if reads.mixed().contains(fact) => continue,
                    _ if reads.lowering().contains(fact) => Relation::NoMore,
                    _ if reads.raising().contains(fact) => Relation::NoLess,
                    _ => Relation::Equal,
                };
                if !relation.holds(found, other) {
                    let finding = Finding::Severity { key, found, relation, other };
                    return Err(LawViolation::new(law, finding, &[&lower, &known]));
                }
            }
        }
        before = Some((known, assessment));
    }
    Ok(())
}

/// A safeguard in place never raises a warning that it is there to lower.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// laws::safeguards(&WarningCode::KeyPersonDependency.raised().build()?, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first warning that is worse with a safeguard than without it.
pub fn safeguards(proposal: &Proposal, policy: &Policy) -> Held {
    let facts = Safeguard::ALL.iter().map(|safeguard| Fact::Safeguard(*safeguard));
    facts.into_iter().try_for_each(|fact| monotone_by(Law::Safeguards, proposal, fact, policy))
}

/// The evidence of every warning is what the proposal says, worked out once more and the long way.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// laws::evidence(&WarningCode::OverloadRisk.raised().build()?, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first part of some evidence that is untrue.
pub fn evidence(proposal: &Proposal, policy: &Policy) -> Held {
    let assessment = evaluate_under(proposal, policy);
    for warning in assessment.warnings() {
        if let Some(part) = evidence::untrue(proposal, policy, warning) {
            let finding = Finding::Evidence { warning: Box::new(*warning), part };
            return Err(LawViolation::new(Law::Evidence, finding, &[proposal]));
        }
    }
    Ok(())
}

/// The verdict reads the worst least and the worst most severity of the warnings, without `insufficient-evidence`.
///
/// ```
/// use cpto::{WarningCode, evaluate, laws};
///
/// let proposal = WarningCode::OverloadRisk.raised().build()?;
/// laws::verdict(&proposal, &evaluate(&proposal))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Finding::Verdict`] where it does not.
pub fn verdict(proposal: &Proposal, assessment: &Assessment) -> Held {
    let counted = assessment.warnings().iter().filter(|it| it.code().counts_towards_verdict());
    let worst = |end: fn(Span<Severity>) -> Severity| {
        counted.clone().map(|warning| end(warning.severity())).max().map_or(Verdict::Sound, Verdict::of)
    };
    let found = assessment.verdict();
    let other = Span { least: worst(Span::least), most: worst(Span::most) };
    if found == other {
        return Ok(());
    }
    let finding = Finding::Verdict { found, relation: Relation::Equal, other };
    Err(LawViolation::new(Law::Verdict, finding, &[proposal]))
}

/// There is at most one warning of a name, or of a name and seat, and each is one that the structure can have.
///
/// ```
/// use cpto::{WarningCode, evaluate, laws};
///
/// let proposal = WarningCode::OverloadRisk.raised().build()?;
/// laws::distinct(&proposal, &evaluate(&proposal))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first warning of which there are two, or that speaks of a seat that is not there.
pub fn distinct(proposal: &Proposal, assessment: &Assessment) -> Held {
    let mut allowed: Vec<_> = WarningKey::all(proposal.proposed().form()).collect();
    for warning in assessment.warnings() {
        let key = warning.key();
        let Some(position) = allowed.iter().position(|known| *known == key) else {
            return Err(LawViolation::new(Law::Distinctness, Finding::Repeated { key }, &[proposal]));
        };
        allowed.swap_remove(position);
    }
    Ok(())
}

/// Warnings are ordered by their most, then their least severity, both descending, then by the catalogue, then by role.
///
/// ```
/// use cpto::{WarningCode, evaluate, laws};
///
/// let proposal = WarningCode::OverloadRisk.raised().build()?;
/// laws::ordered(&proposal, &evaluate(&proposal))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first two that are not.
pub fn ordered(proposal: &Proposal, assessment: &Assessment) -> Held {
    let rank = |warning: &Warning| {
        let severity = warning.severity();
        let role = warning.role().map(|role| role as u8);
        (core::cmp::Reverse((severity.most(), severity.least())), warning.code() as u8, role)
    };
    for pair in assessment.warnings().windows(2) {
        if let [first, second] = pair {
            if rank(first) >= rank(second) {
                let finding = Finding::Order { first: first.key(), second: second.key() };
                return Err(LawViolation::new(Law::Order, finding, &[proposal]));
            }
        }
    }
    Ok(())
}

/// The remedies of a warning work: for each kind of remedy that comes with it somewhere in a family of proposals, there
/// is one among them in which carrying it out lowers the warning or makes it go away. And no remedy is advised where there
/// is nothing left of it to do.
///
/// A family of one asks that every remedy works by itself. That is too much for some: two heads lower what one alone
/// does not.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// let code = WarningCode::NoSecondLine;
/// laws::remedies(code, &laws::family(code), &Policy::DEFAULT)?;
/// # Ok::<(), cpto::LawViolation>(())
/// ```
///
/// # Errors
/// The first remedy that works nowhere, or that changes nothing; [`Finding::NotChecked`] where no proposal of the family has the warning.
pub fn remedies<'a>(
    code: WarningCode,
    family: impl IntoIterator<Item = &'a Proposal>,
    policy: &Policy,
) -> Held {
    let severity = |proposal: &Proposal| evaluate_under(proposal, policy).worst(code);
    // Each kind, with whether it worked, and where it was given.
    let mut kinds: Vec<(Remedy, bool, &Proposal)> = Vec::new();
    let mut members = Vec::new();
    for proposal in family {
        members.push(proposal);
        let before = severity(proposal);
        let assessment = evaluate_under(proposal, policy);
        for warning in assessment.warnings().iter().filter(|warning| warning.code() == code) {
            for remedy in warning.remedies() {
                let kind = remedies::kind(remedy);
                let index = kinds.iter().position(|(known, ..)| *known == kind).unwrap_or_else(|| {
                    kinds.push((kind, false, proposal));
                    kinds.len() - 1
                });
                let Some((_, worked, _)) = kinds.get_mut(index) else { continue };
                let applied = remedies::applied(proposal, remedy);
                if applied.iter().all(|after| after == proposal) {
                    let finding = Finding::Idle { code, remedy };
                    return Err(LawViolation::new(Law::Remedies, finding, &[proposal]));
                }
                let lowers = |after| after != before && Relation::NoMore.holds(after, before);
                *worked = *worked || applied.iter().map(severity).any(lowers);
            }
        }
    }
    if kinds.is_empty() {
        let finding = Finding::NotChecked(alloc::format!("no proposal of the family has {code}"));
        return Err(LawViolation::new(Law::Remedies, finding, &members));
    }
    match kinds.into_iter().find(|(_, worked, _)| !worked) {
        None => Ok(()),
        Some((remedy, _, proposal)) => {
            Err(LawViolation::new(Law::Remedies, Finding::Remedy { code, remedy }, &[proposal]))
        }
    }
}

/// A family of proposals for [`remedies`]: those that raise the warning at each severity under the default policy, each
/// with what the warning reads known and not known, with each safeguard in place, and with each fact by itself speaking
/// for the warning.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// for code in WarningCode::ALL {
///     laws::remedies(*code, &laws::family(*code), &Policy::DEFAULT)?;
/// }
/// # Ok::<(), cpto::LawViolation>(())
/// ```
#[must_use]
pub fn family(code: WarningCode) -> Vec<Proposal> {
    remedies::family(code)
}

/// What is written and read again is what it was. The law takes the format as two functions, so that it holds an
/// application's own one to it.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use cpto::{Proposal, Seat, Structure, laws};
///
/// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
/// laws::round_trip(&proposal, serde_json::to_string, |document| serde_json::from_str(document))?;
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Finding::Differs`] where it cannot be written or read, or comes back as something else. The counter-example is in
/// its words, as it may be a policy or an assessment.
pub fn round_trip<T, D, W, R>(
    value: &T,
    write: impl FnOnce(&T) -> Result<D, W>,
    read: impl FnOnce(&D) -> Result<T, R>,
) -> Held
where
    T: PartialEq + fmt::Debug,
    W: fmt::Display,
    R: fmt::Display,
{
    let broken = |words| Err(LawViolation::new(Law::RoundTrip, Finding::Differs(words), &[]));
    let document = match write(value) {
        Ok(document) => document,
        Err(error) => return broken(alloc::format!("cannot be written: {error}: {value:?}")),
    };
    match read(&document) {
        Ok(back) if back == *value => Ok(()),
        Ok(back) => broken(alloc::format!("{value:?} comes back as {back:?}")),
        Err(error) => broken(alloc::format!("cannot be read again: {error}: {value:?}")),
    }
}

/// A stricter policy never hides a warning: under it, every warning and the verdict are at least as severe.
///
/// Whether it is stricter is for [`Policy::is_at_least_as_strict_as`] to say; where it is not, the law is not checked, and
/// [`is_broken`](LawViolation::is_broken) says no.
///
/// ```
/// use cpto::{Policy, Severity, WarningCode, laws};
///
/// let lenient = Policy::DEFAULT.with(|numbers| numbers.no_counterpart_challenge.both = Severity::None)?;
/// assert!(Policy::DEFAULT.is_at_least_as_strict_as(&lenient));
/// let proposal = WarningCode::NoCounterpartChallenge.raised().build()?;
/// laws::stricter(&proposal, &lenient, &Policy::DEFAULT)?;
/// assert!(!laws::stricter(&proposal, &Policy::DEFAULT, &lenient).unwrap_err().is_broken());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first warning that is milder; [`Finding::NotChecked`] where the policy is not
/// [at least as strict](Policy::is_at_least_as_strict_as).
pub fn stricter(proposal: &Proposal, lenient: &Policy, strict: &Policy) -> Held {
    let broken = |finding| Err(LawViolation::new(Law::Strictness, finding, &[proposal]));
    if !strict.is_at_least_as_strict_as(lenient) {
        return broken(Finding::NotChecked("the policy is not at least as strict".into()));
    }
    let before = evaluate_under(proposal, lenient);
    let after = evaluate_under(proposal, strict);
    for key in WarningKey::all(proposal.proposed().form()) {
        let (found, other) = (after.severity(key), before.severity(key));
        if !Relation::NoLess.holds(found, other) {
            return broken(Finding::Severity { key, found, relation: Relation::NoLess, other });
        }
    }
    let (found, other) = (after.verdict(), before.verdict());
    if Relation::NoLess.holds(found, other) {
        Ok(())
    } else {
        broken(Finding::Verdict { found, relation: Relation::NoLess, other })
    }
}

/// The way there and the way back are mirrors of each other: a merge turned round is a split and the other way, and the
/// same responsibilities change hands, so that `transition-risk` is the same. Nothing is asked of a proposal without a
/// current structure.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// laws::mirror(&WarningCode::TransitionRisk.raised().build()?, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Finding::Change`] or [`Finding::Severity`] where they are not; [`Finding::Differs`] where the way back cannot be
/// proposed, or where other responsibilities change hands.
pub fn mirror(proposal: &Proposal, policy: &Policy) -> Held {
    let Some(current) = proposal.current() else { return Ok(()) };
    let mut turned = proposal.clone();
    turned.current = Some(proposal.proposed().clone());
    turned.proposed = current.clone();
    let turned = match Draft::from(turned).build() {
        Ok(turned) => turned,
        Err(faults) => {
            let finding = Finding::Differs(alloc::format!("the way back is refused: {faults}"));
            return Err(LawViolation::new(Law::Mirror, finding, &[proposal]));
        }
    };
    let broken = |finding| Err(LawViolation::new(Law::Mirror, finding, &[proposal, &turned]));
    let (there, back) = (proposal.change(), turned.change());
    let opposite = match there {
        Change::Merge => Change::Split,
        Change::Split => Change::Merge,
        same => same,
    };
    if back != opposite {
        return broken(Finding::Change { there, back });
    }
    let [there, back] = [proposal, &turned].map(|proposal| evaluate_under(proposal, policy));
    let key = WarningKey { code: WarningCode::TransitionRisk, role: None };
    let (found, other) = (back.severity(key), there.severity(key));
    if found != other {
        return broken(Finding::Severity { key, found, relation: Relation::Equal, other });
    }
    let moves = |assessment: &Assessment| -> Option<(ResponsibilitySet, ResponsibilitySet)> {
        match assessment.warning(key.code)? {
            Warning::TransitionRisk(risk) => Some((risk.certain_moves, risk.possible_moves)),
            _ => None,
        }
    };
    if moves(&there) == moves(&back) {
        Ok(())
    } else {
        broken(Finding::Differs("other responsibilities change hands on the way back".into()))
    }
}

#[cfg(test)]
mod tests;
