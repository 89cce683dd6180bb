//! Which proposals and policies can property tests use, with the feature `proptest1`?
//!
//! Proposals, policies, beliefs and their parts are
//! [`Arbitrary`](https://docs.rs/proptest/1/proptest/arbitrary/trait.Arbitrary.html): `any::<Proposal>()` generates any proposal
//! that can be evaluated. The functions here generate what tests need beyond that: a proposal that raises a given warning, a
//! narrowing, a world. Proposals and policies are made by construction: none is thrown away, so no test runs out of cases.
//! [`proposal`] and [`policy`] make them from any numbers, such as those of a fuzzer.
//!
//! Generated values shrink towards the *quietest* proposal, which raises no warnings: a conventional pair without a current
//! structure, with all facts known and good. A counter-example therefore keeps only what makes it one.
//!
//! ```
//! use cpto::{Policy, Proposal, Severity, WarningCode, evaluate, laws, strategies};
//! use proptest::prelude::*;
//!
//! proptest! {
//!     #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]
//!
//!     // In an application, these would be `#[test]`.
//!     fn every_law_holds(proposal in any::<Proposal>(), policy in any::<Policy>()) {
//!         laws::of_one(&proposal, &policy)?;
//!     }
//!
//!     fn the_form_shows_the_gap(
//!         proposal in strategies::raising(WarningCode::SkillGap, &Policy::DEFAULT, |it| it.least() > Severity::None).unwrap()
//!     ) {
//!         prop_assert!(evaluate(&proposal).severity(WarningCode::SkillGap).least() > Severity::None);
//!     }
//! }
//! every_law_holds();
//! the_form_shows_the_gap();
//! ```

pub(crate) mod arbitrary;
pub(crate) mod draws;
pub(crate) mod living;
pub(crate) mod raising;

use core::fmt::Debug;

use alloc::boxed::Box;
use alloc::vec::Vec;

use proptest::arbitrary::Arbitrary;
use proptest::collection::{SizeRange, vec};
use proptest::prelude::{any, prop_oneof};
use proptest::sample::{Index, select, subsequence};
use proptest::strategy::{BoxedStrategy, Strategy};

use crate::advice::chances::draw::Draws as Drawn;
use crate::advice::divide::Wishes;
use crate::advice::repair::Goal;
use crate::advice::restructure::conventional_proposal;
use crate::measures::figure::Figure;
use crate::model::fact::Fact;
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::belief::Belief;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::rules::catalogue::WarningCode;
use crate::rules::policy::Policy;
use crate::situation::growth::Growth;
use crate::testing::strategies::arbitrary::arbitrary;
use crate::testing::strategies::draws::{Draws, OF_A_PROPOSAL, drawn};
use crate::vocabulary::form::Form;
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::scale::{Estimate, Headcount, Percent, Scale};
use crate::vocabulary::severity::Severity;

pub use living::{answers, with_origins};
pub use raising::raising;

/// Returns numbers that look random, by `SplitMix64`. A seed gives the same numbers on every platform.
///
/// ```
/// use cpto::strategies;
///
/// let mut numbers = strategies::seeded(1);
/// let proposals: Vec<_> = (0..100).map(|_| strategies::proposal(&mut numbers)).collect();
/// assert_ne!(proposals[0], proposals[1]);
/// ```
pub fn seeded(seed: u64) -> impl Iterator<Item = u32> + Clone {
    let mut drawn = Drawn::from_seed(seed);
    core::iter::repeat_with(move || drawn.upper())
}

/// Returns the proposal that some numbers choose, by their remainders. A number of 0 chooses the quietest, and so does a missing
/// number.
pub fn proposal(numbers: &mut dyn Iterator<Item = u32>) -> Proposal {
    draws::proposal(&mut Draws(numbers))
}

/// Returns the policy that some numbers choose.
pub fn policy(numbers: &mut dyn Iterator<Item = u32>) -> Policy {
    Policy::prepared(Numbers::perturbed(&draws::changes(&mut Draws(numbers))))
}

arbitrary! {
    /// Any headcount, mostly of a usual size, shrinking towards 100.
    Headcount = any::<u32>().prop_map(|noise| Self::at_rank(draws::headcount(noise)).unwrap_or(Self::LEAST));
    /// Any percentage, shrinking towards 0.
    Percent = (0..=100_u32).prop_map(|rank| Self::at_rank(rank).unwrap_or(Self::LEAST));
    /// Any fact, shrinking towards the stage.
    Fact = select(Fact::ALL);
    /// Any proposal that can be evaluated, shrinking towards the quietest one.
    Proposal = drawn(OF_A_PROPOSAL, draws::proposal);
    /// Any valid figure, often near an edge, shrinking towards small numbers.
    Figure = drawn(40, draws::figure).prop_filter_map("a figure that cannot be moved to fit", |figure| figure);
    /// Any company, shrinking towards that of the quietest proposal.
    Organization = any::<Proposal>().prop_map(|proposal| proposal.organization);
    /// Any structure of a company in which everything is applicable, shrinking towards a conventional pair.
    Structure = drawn(40, |draws| {
        let draft = Proposal::draft().proposed(draws::structure(draws, ResponsibilitySet::EMPTY, false));
        draft.build().unwrap_or_else(|_| Proposal::quietest()).proposed
    });
    /// Any seat of such a structure, shrinking towards a conventional one.
    Seat = any::<Structure>().prop_map(|structure| {
        let seat = structure.seats().next().map(|(_, seat)| seat.clone());
        seat.unwrap_or_else(|| Seat::draft().value)
    });
    /// Any thresholds, in any order, shrinking towards a ladder without any.
    Ladder = proptest::array::uniform4(proptest::option::of(any::<u32>())).prop_map(Ladder::new);
    /// Any policy that can be built, shrinking towards the default one.
    Policy = prop_oneof![4 => perturbed(0..8), 1 => perturbed(0..Numbers::places())];
    /// Any belief that can be built, shrinking towards the default one.
    Belief = vec((0..Belief::places(), any::<u32>()), 0..24).prop_map(|changes| Self::perturbed(&changes));
}

impl<T: Scale + Debug + 'static> Arbitrary for Estimate<T> {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    /// Any estimate, shrinking towards the least value, known exactly.
    fn arbitrary_with((): ()) -> Self::Strategy {
        let estimate = |draws: &mut Draws<'_>| {
            let scale = T::LEAST.rank()..=T::MOST.rank();
            let places = draws.noise(10).places(&scale, *scale.start());
            Some(Self { least: T::at_rank(*places.start())?, most: T::at_rank(*places.end())? })
        };
        drawn(3, estimate).prop_map(Option::unwrap_or_default).boxed()
    }
}

/// Generates any proposal with up to the given number of open facts, and all others known exactly. With few open facts, its
/// worlds can be evaluated one by one.
///
/// Shrinks towards the quietest proposal, and towards fewer open facts.
///
/// ```
/// use cpto::strategies;
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// TestRunner::deterministic().run(&strategies::with_open_facts(0..3), |proposal| {
///     prop_assert!(proposal.open_facts().len() < 3);
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn with_open_facts(count: impl Into<SizeRange>) -> impl Strategy<Value = Proposal> + Clone {
    let known = drawn(OF_A_PROPOSAL, |draws| draws::stated(draws, 1));
    (known, vec((any::<Index>(), any::<u32>()), count)).prop_map(|(known, opened)| {
        let facts: Vec<_> = Fact::ALL.iter().copied().filter(|fact| known.scale(*fact).is_some()).collect();
        let wider = |(index, noise): &(Index, u32)| {
            let fact = *index.get(&facts);
            let (scale, known) = (known.scale(fact)?, *known.places(fact)?.start());
            // A wide scale is opened by only a few values, because each value is a world. Who stays is either known or anybody.
            let is_wide = fact != Fact::Headcount && scale.end() - scale.start() > 8;
            let is_whole = fact == Fact::Incumbent || noise % 5 > 1 && !is_wide;
            let width = 1 + noise / 5 % 5;
            let least = known.saturating_sub(width / 2).max(*scale.start());
            let few = least..=known.saturating_add(width.div_ceil(2)).min(*scale.end());
            Some((fact, if is_whole { scale } else { few }))
        };
        known.restated(opened.iter().filter_map(wider).collect::<Vec<_>>())
    })
}

/// Generates the same proposal with some facts learnt: known better, or exactly. Under the default policy, stage and headcount
/// stay plausible together if they were, so that [`narrowing`](crate::laws::narrowing) can be checked. Shrinks towards nothing
/// learnt.
///
/// ```
/// use cpto::{Policy, Proposal, laws, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// let pairs = any::<Proposal>().prop_flat_map(|wide| (Just(wide.clone()), strategies::narrowing(wide)));
/// TestRunner::deterministic().run(&pairs, |(wide, narrow)| {
///     prop_assert!(narrow.narrows(&wide));
///     laws::narrowing(&wide, &narrow, &Policy::DEFAULT)?;
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn narrowing(wide: Proposal) -> impl Strategy<Value = Proposal> + Clone {
    drawn(4 * wide.open_facts().len(), move |draws| learnt(&wide, draws, |draws| draws.next() % 2 == 1, 8))
}

/// Generates a world of a proposal: one possible value for every fact. Shrinks towards the quietest world.
///
/// ```
/// use cpto::{Proposal, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// TestRunner::deterministic().run(&any::<Proposal>().prop_flat_map(strategies::world_of), |world| {
///     prop_assert!(world.open_facts().is_empty());
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn world_of(proposal: Proposal) -> impl Strategy<Value = Proposal> + Clone {
    drawn(3 * proposal.open_facts().len(), move |draws| learnt(&proposal, draws, |_| true, 1))
}

/// The proposal with more known about its open facts that are learnt.
fn learnt(
    wide: &Proposal,
    draws: &mut Draws<'_>,
    is_learnt: impl Fn(&mut Draws<'_>) -> bool,
    openness: u32,
) -> Proposal {
    let learnt = wide.open_facts().iter().filter_map(|fact| {
        let (is_learnt, noise) = (is_learnt(draws), draws.noise(openness));
        is_learnt.then_some((fact, fact.noisy(&wide.places(fact)?, noise)))
    });
    let narrow = wide.restated(learnt.collect::<Vec<_>>());
    // No plausible pair of stage and headcount may be left where there was one: then one of these is learnt instead.
    let plausible = |it: &Proposal| Growth::plausible(&Numbers::DEFAULT, it.packed());
    match plausible(wide).pairs().next().map(|(stage, people)| (stage as u32, people.least)) {
        Some((stage, people)) if plausible(&narrow).is_empty() => {
            narrow.restated([(Fact::Stage, stage..=stage), (Fact::Headcount, people..=people)])
        }
        _ => narrow,
    }
}

/// Generates the goal of a [repair](crate::advice::repair): no warning at or above a severity, or some warnings below one.
/// Shrinks towards "nothing critical".
///
/// ```
/// use cpto::strategies;
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// TestRunner::deterministic().run(&strategies::goals(), |goal| {
///     println!("{goal:?}");
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn goals() -> impl Strategy<Value = Goal> + Clone {
    let severity = || select(Severity::ALL.iter().copied().skip(1).rev().collect::<Vec<_>>());
    let some = (subsequence(WarningCode::ALL, 1..4), severity()).prop_map(|(codes, at)| Goal::of(codes, at));
    prop_oneof![severity().prop_map(Goal::below), some]
}

/// Generates a pair with the wishes for its [division](crate::advice::divide): most responsibilities are pinned to a seat, some
/// may go to an office, and so few are left that all divisions can be tried. Shrinks towards the quietest pair with everything
/// pinned to the CTO.
///
/// ```
/// use cpto::advice::{Limit, divide::divide};
/// use cpto::{Policy, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// TestRunner::deterministic().run(&strategies::divisible(), |(proposal, wishes)| {
///     prop_assert!(divide(&proposal, &wishes, &Policy::DEFAULT, Limit::default()).is_ok());
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn divisible() -> impl Strategy<Value = (Proposal, Wishes)> + Clone {
    let sides = vec(0..6_u8, Responsibility::COUNT);
    let inputs = (any::<Proposal>(), sides, subsequence(Responsibility::ALL, 0..3));
    inputs.prop_map(|(proposal, sides, optional)| {
        // Offices may hold everything that a seat would. Then the pair is one of which nothing is known.
        let unknown = || Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build();
        let pair =
            conventional_proposal(&proposal, Form::Pair).or_else(|| unknown().ok()).unwrap_or(proposal);
        let here = pair.organization().applicable().difference(pair.proposed().elsewhere());
        let divided = here.difference(ResponsibilitySet::of_home(Home::Shared));
        let optional: ResponsibilitySet = optional.into_iter().filter(|it| divided.contains(*it)).collect();
        let pinned = Responsibility::ALL.iter().copied().zip(sides);
        let pinned = pinned.filter(|(it, side)| *side < 4 && divided.difference(optional).contains(*it));
        let pin = |wishes: Wishes, (it, side)| wishes.pin(it, if side < 2 { Role::Cto } else { Role::Cpo });
        (pair, pinned.fold(Wishes::default(), pin).may_go_to(Office::Coo, optional.iter()))
    })
}

/// Generates a policy that is at least as strict as another one; see [`Policy::is_at_least_as_strict_as`]. Shrinks towards the
/// other one.
///
/// ```
/// use cpto::{Policy, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// TestRunner::deterministic().run(&strategies::stricter(Policy::DEFAULT), |policy| {
///     prop_assert!(policy.is_at_least_as_strict_as(&Policy::DEFAULT));
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn stricter(lenient: Policy) -> impl Strategy<Value = Policy> + Clone {
    let lenient = Box::new(lenient);
    perturbed(0..24).prop_map(move |other| lenient.strictest(&other))
}

/// The default policy with the given number of changes.
fn perturbed(count: impl Into<SizeRange>) -> impl Strategy<Value = Policy> + Clone {
    let changes = vec((0..Numbers::places(), any::<u32>()), count);
    changes.prop_map(|changes| Policy::prepared(Numbers::perturbed(&changes)))
}
