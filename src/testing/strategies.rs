//! Proposals, policies and documents for property tests, with the feature `proptest1`.
//!
//! Every input type is [`Arbitrary`](https://docs.rs/proptest/1/proptest/arbitrary/trait.Arbitrary.html): `any::<Proposal>()` makes any proposal that can be evaluated. The functions here
//! make those that tests need beyond that: one that raises a given warning, a narrowing, a world, a document with one
//! fault. All are made by construction: nothing is thrown away, so that no test runs out of cases.
//!
//! What is made shrinks towards the *quietest* proposal, the one that nothing can be said against: a conventional pair
//! without a predecessor, all facts known and good. A counter-example therefore keeps only what is needed to be one.
//!
//! ```
//! use cpto::{Policy, Proposal, WarningCode, evaluate, laws, strategies};
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
//!     fn the_form_shows_the_gap(proposal in strategies::raising(WarningCode::SkillGap)) {
//!         prop_assert!(evaluate(&proposal).warning(WarningCode::SkillGap).is_some());
//!     }
//! }
//! every_law_holds();
//! the_form_shows_the_gap();
//! ```

use core::fmt::Debug;

use alloc::vec::Vec;
use proptest::arbitrary::Arbitrary;
use proptest::collection::{SizeRange, vec};
use proptest::option::weighted;
use proptest::prelude::{Just, any, prop_oneof};
use proptest::sample::{Index, select, subsequence};
use proptest::strategy::{BoxedStrategy, Strategy};

use crate::advice::divide::Wishes;
use crate::advice::repair::Goal;
use crate::advice::restructure::conventional;
use crate::assessment::evaluate;
use crate::input::draft::Draft;
use crate::measures::figure::Figure;
use crate::model::fact::{Fact, FactSet};
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::model::value::Places;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::policy::setting::Need;
use crate::rules::catalogue::{WarningCode, WarningKey};
use crate::rules::policy::Policy;
use crate::vocabulary::change::{Incumbent, Trigger};
use crate::vocabulary::form::Form;
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::scale::{Estimate, Headcount, Percent, Scale};
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::stage::{Budget, Stage};

#[cfg(feature = "serde")]
pub(crate) mod document;
pub(crate) mod figure;
#[cfg(feature = "serde")]
pub use document::{Document, Misprint, documents, misprints};

use figure::{figure, measured};

/// Makes types arbitrary by a strategy each.
macro_rules! arbitrary {
    ($( $(#[$meta:meta])* $Type:ty = $strategy:expr; )+) => { $(
        impl Arbitrary for $Type {
            type Parameters = ();
            type Strategy = BoxedStrategy<Self>;

            $(#[$meta])*
            fn arbitrary_with((): ()) -> Self::Strategy {
                $strategy.boxed()
            }
        }
    )+ };
}

arbitrary! {
    /// Any headcount, mostly of the usual sizes, shrinking towards 100.
    Headcount = any::<u32>().prop_map(|noise| at_place(headcount(noise)));
    /// Any percentage, shrinking towards 0.
    Percent = (0..=100_u32).prop_map(at_place);
    /// Any fact, shrinking towards the stage.
    Fact = select(Fact::all().collect::<Vec<_>>());
    /// Any proposal that can be evaluated, shrinking towards the quietest one.
    Proposal = (proposals_by(Fact::all().map(|_| noise()).collect::<Vec<_>>()), measured())
        .prop_map(|(proposal, measured)| proposal.measured(measured));
    /// Any figure that can be, often near an edge, shrinking towards a fast lead time.
    Figure = figure();
    /// Any company, shrinking towards the one of the quietest proposal.
    Organization = any::<Proposal>().prop_map(|proposal| proposal.organization);
    /// Any structure of a company in which everything is applicable, shrinking towards a conventional pair.
    Structure = plan().prop_map(|plan| settled(&plan));
    /// Any seat of such a structure, shrinking towards a conventional one.
    Seat = any::<Structure>().prop_map(|structure| {
        let seats = [structure.cto, structure.cpo, structure.cpto];
        seats.into_iter().flatten().next().unwrap_or_else(|| Seat::draft().value)
    });
    /// Any need, shrinking towards none.
    Need = proptest::option::of(any::<Proficiency>()).prop_map(Need);
    /// Any thresholds, in no order, shrinking towards a ladder without any.
    Ladder = proptest::array::uniform4(proptest::option::of(any::<u32>())).prop_map(Ladder::new);
    /// Any policy that can be built, shrinking towards the default one.
    Policy = prop_oneof![4 => changes(0..8), 1 => changes(0..Numbers::places())]
        .prop_map(|changes| Policy::shaken(&changes));
}

impl<T: Scale + Debug + 'static> Arbitrary for Estimate<T> {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    /// Any estimate, shrinking towards the least value, known exactly.
    fn arbitrary_with((): ()) -> Self::Strategy {
        let scale = T::LEAST.rank()..=T::MOST.rank();
        let estimate = move |noise: Noise| {
            let places = noise.places(&scale, *scale.start());
            Some(Self { least: T::at_rank(*places.start())?, most: T::at_rank(*places.end())? })
        };
        noise().prop_map(move |noise| estimate(noise).unwrap_or_default()).boxed()
    }
}

/// The value at a place of its scale; the least one where there is none.
fn at_place<T: Scale>(place: u32) -> T {
    T::at_rank(place).unwrap_or(T::LEAST)
}

/// What is said of one fact, as numbers that mean the quietest where they are 0.
#[derive(Clone, Copy, Debug, Default)]
struct Noise {
    /// Below 4, one value is known; below 8, a range; else nothing.
    openness: u8,
    /// How far from the quietest.
    away: u32,
    /// How wide a range.
    width: u32,
}

fn noise() -> impl Strategy<Value = Noise> + Clone {
    noise_within(0..10)
}

fn noise_within(openness: core::ops::Range<u8>) -> impl Strategy<Value = Noise> + Clone {
    (openness, any::<u32>(), any::<u32>()).prop_map(|(openness, away, width)| Noise { openness, away, width })
}

impl Noise {
    /// What is possible, on a scale whose quietest place is known.
    fn places(self, scale: &Places, quietest: u32) -> Places {
        if self.openness >= 8 {
            return scale.clone();
        }
        let one = away_from(quietest, scale, self.away);
        if self.openness < 4 {
            return one..=one;
        }
        let other = away_from(one, scale, self.width);
        one.min(other)..=one.max(other)
    }
}

/// The place that is so far away from the quietest one, first down the scale and then up.
fn away_from(quietest: u32, scale: &Places, away: u32) -> u32 {
    let (least, most) = (*scale.start(), *scale.end());
    let away = (u64::from(away) % (u64::from(most - least) + 1)).try_into().unwrap_or(0);
    if away <= quietest - least { quietest - away } else { least + away }
}

/// A headcount, mostly near a threshold of the default policy.
fn headcount(noise: u32) -> u32 {
    const USUAL: [u32; 15] =
        [QUIETEST_HEADCOUNT, 1, 5, 19, 20, 39, 40, 180, 249, 250, 999, 1_000, 4_999, 5_000, 90_000];
    let index = usize::try_from(noise % 16).unwrap_or(0);
    USUAL.get(index).copied().unwrap_or(noise)
}

const QUIETEST_HEADCOUNT: u32 = 100;

impl Fact {
    /// The value of the quietest proposal, as a place on the scale.
    fn quietest(self) -> u32 {
        match self {
            Self::Stage => Stage::Established.rank(),
            Self::Headcount => QUIETEST_HEADCOUNT,
            Self::Budget => Budget::MOST.rank(),
            Self::Regulated | Self::Interim(_) | Self::DirectReports(_) | Self::OtherDuties(_) => 0,
            Self::Signal(Signal::Integration) => Maturity::LEAST.rank(),
            Self::Signal(_) => Maturity::MOST.rank(),
            Self::Safeguard(_) => 1,
            Self::Incumbent => Incumbent::Cto as u32,
            Self::ProductAttention => 50,
            Self::Skill(..) => Proficiency::MOST.rank(),
        }
    }

    /// What is possible by some noise, within a part of the scale.
    fn noisy(self, scale: &Places, noise: Noise) -> Places {
        let quietest = self.quietest().clamp(*scale.start(), *scale.end());
        if self == Self::Headcount && noise.openness < 8 {
            let within = |noise| headcount(noise).clamp(*scale.start(), *scale.end());
            let (one, other) = (within(noise.away), within(noise.width));
            return if noise.openness < 4 { one..=one } else { one.min(other)..=one.max(other) };
        }
        noise.places(scale, quietest)
    }
}

impl Proposal {
    /// Says of some facts what the noise says.
    fn noisy(mut self, noise: impl IntoIterator<Item = (Fact, Noise)>) -> Self {
        let places = noise.into_iter().filter_map(|(fact, noise)| {
            let places = fact.noisy(&self.scale(fact)?, noise);
            // Who stays is known, or anybody might.
            let of_several = fact == Fact::Incumbent && places.start() < places.end();
            Some((fact, if of_several { self.scale(fact)? } else { places }))
        });
        let places: Vec<_> = places.collect();
        self.restate(places);
        self
    }

    /// The quietest proposal.
    fn quietest() -> Self {
        let conventional = Plan::default().structure(ResponsibilitySet::EMPTY);
        let mut proposal = Self::draft().proposed(conventional).value;
        proposal = Draft::from(proposal.clone()).build().unwrap_or(proposal);
        proposal.noisy(Fact::all().map(|fact| (fact, Noise::default())))
    }
}

/// A structure as far as it says no facts.
#[derive(Clone, Debug)]
struct Plan {
    form: Form,
    /// For each seat what it holds, where that is not the conventional remit, and which observations were made.
    seats: [(Option<ResponsibilitySet>, [bool; 3]); 2],
    elsewhere: Vec<(Responsibility, Office)>,
}

impl Default for Plan {
    fn default() -> Self {
        Self { form: Form::Pair, seats: [(None, [false; 3]); 2], elsewhere: Vec::new() }
    }
}

/// Any plan, shrinking towards the conventional pair without observations.
fn plan() -> impl Strategy<Value = Plan> + Clone {
    let form = prop_oneof![
        4 => Just(Form::Pair), 4 => Just(Form::Combined), 1 => Just(Form::LoneCto), 1 => Just(Form::LoneCpo)
    ];
    let remit = subsequence(Responsibility::ALL, 1..=Responsibility::COUNT)
        .prop_map(|remit| remit.into_iter().collect::<ResponsibilitySet>());
    let observed = proptest::array::uniform3(proptest::bool::weighted(0.3));
    let seats = proptest::array::uniform2((weighted(0.35, remit), observed));
    let elsewhere = vec((any::<Responsibility>(), any::<Office>()), 0..4);
    (form, seats, elsewhere).prop_map(|(form, seats, elsewhere)| Plan { form, seats, elsewhere })
}

impl Plan {
    /// The structure in a company in which some responsibilities are not applicable.
    fn structure(&self, absent: ResponsibilitySet) -> Draft<Structure> {
        let seat = |(role, (remit, observed)): (&Role, (Option<ResponsibilitySet>, [bool; 3]))| {
            let [reports, duties, attention] = observed;
            let mut draft = Seat::draft();
            if reports {
                draft = draft.direct_reports(0);
            }
            if duties {
                draft = draft.other_duties(0);
            }
            if attention && *role == Role::Cpto {
                draft = draft.product_attention(50);
            }
            let remit = remit.map(|remit| self.fitting(*role, remit.difference(absent)));
            if let Some(remit) = remit.filter(|remit| !remit.is_empty()) {
                draft = draft.remit(remit.iter());
            }
            (*role, draft)
        };
        let seats = self.form.roles().iter().zip(self.seats);
        let vacant = Structure::vacant();
        let seated = seats.map(seat).fold(vacant, |structure, (role, seat)| structure.seat(role, seat));
        let applicable =
            self.elsewhere.iter().filter(|(responsibility, _)| !absent.contains(*responsibility));
        applicable
            .fold(seated, |structure, (responsibility, office)| structure.elsewhere(*responsibility, *office))
    }

    /// A remit that does not make a lone seat a CPTO's.
    fn fitting(&self, role: Role, remit: ResponsibilitySet) -> ResponsibilitySet {
        let other = match (self.form, role) {
            (Form::LoneCto, _) => Home::Cpo,
            (Form::LoneCpo, _) => Home::Cto,
            (Form::Combined | Form::Pair, _) => return remit,
        };
        let core = ResponsibilitySet::CORE.intersection(ResponsibilitySet::of_home(other));
        remit.intersection(core).iter().next().map_or(remit, |first| remit.without(first))
    }
}

/// A structure, once what follows from it is worked out.
fn settled(plan: &Plan) -> Structure {
    let draft = Proposal::draft().proposed(plan.structure(ResponsibilitySet::EMPTY));
    draft.build().unwrap_or_else(|_| Proposal::quietest()).proposed
}

/// A proposal as far as it says no facts.
#[derive(Clone, Debug)]
struct Outline {
    name: Option<&'static str>,
    absent_signals: Vec<Signal>,
    absent: Vec<Responsibility>,
    trigger: Option<Trigger>,
    current: Option<Plan>,
    proposed: Plan,
}

fn outline() -> impl Strategy<Value = Outline> + Clone {
    let name = weighted(0.1, select(&["Example Ltd", "Ex \"quoted\" & Söhne", ""][..]));
    let absent_signals = weighted(0.4, subsequence(Signal::ALL, 0..4)).prop_map(Option::unwrap_or_default);
    let absent = weighted(0.3, subsequence(Responsibility::ALL, 0..4)).prop_map(Option::unwrap_or_default);
    let trigger = proptest::option::of(any::<Trigger>());
    (name, absent_signals, absent, trigger, proptest::option::of(plan()), plan()).prop_map(
        |(name, absent_signals, absent, trigger, current, proposed)| Outline {
            name,
            absent_signals,
            absent,
            trigger,
            current,
            proposed,
        },
    )
}

impl Outline {
    fn draft(&self) -> Draft<Proposal> {
        let mut organization = Organization::draft();
        if let Some(name) = self.name {
            organization = organization.name(name);
        }
        for &signal in &self.absent_signals {
            organization = organization.signal_not_applicable(signal, "there is none");
        }
        for &responsibility in &self.absent {
            organization = organization.not_applicable(responsibility, "nobody needs it");
        }
        let absent = self.absent.iter().copied().collect();
        let mut draft =
            Proposal::draft().organization(organization).proposed(self.proposed.structure(absent));
        if let Some(trigger) = self.trigger {
            draft = draft.trigger(trigger);
        }
        if let Some(current) = &self.current {
            draft = draft.current(current.structure(absent));
        }
        draft
    }
}

/// Any proposal with such noise for the facts, in the order of their declaration.
fn proposals_by(noise: impl Strategy<Value = Vec<Noise>> + Clone) -> impl Strategy<Value = Proposal> + Clone {
    (outline(), noise).prop_map(|(outline, noise)| {
        let known = outline.draft().build().unwrap_or_else(|_| Proposal::quietest());
        known.noisy(Fact::all().zip(noise))
    })
}

/// Any proposal in which so many facts are open, of those that there are, and all others known exactly. With a few
/// open facts, its worlds can be looked at one by one.
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
    let known = proposals_by(Fact::all().map(|_| noise_within(0..1)).collect::<Vec<_>>());
    let opened = vec(any::<Index>(), count);
    let noise = vec((4..9_u8, any::<u32>(), 1..6_u32), Fact::all().count());
    (known, opened, noise).prop_map(|(known, opened, noise)| {
        let facts: Vec<_> = Fact::all().filter(|fact| known.scale(*fact).is_some()).collect();
        let opened: FactSet = opened.iter().map(|index| *index.get(&facts)).collect();
        let wider = opened.iter().zip(noise).filter_map(|(fact, (openness, _, width))| {
            let scale = known.scale(fact)?;
            let known = *known.places(fact)?.start();
            // A wide scale is opened by a few values, since all of its values are worlds.
            let wide = !matches!(fact, Fact::Headcount) && scale.end() - scale.start() > 8;
            let (least, most) = (known.saturating_sub(width / 2), known.saturating_add(width.div_ceil(2)));
            let few = least.max(*scale.start())..=most.min(*scale.end());
            Some((fact, if wide || openness < 6 { few } else { scale }))
        });
        let wider: Vec<_> = wider
            .map(|(fact, places)| match (fact, known.scale(fact)) {
                (Fact::Incumbent, Some(all)) => (fact, all),
                _ => (fact, places),
            })
            .collect();
        known.restated(wider)
    })
}

/// The same proposal with some facts learnt: known better, or exactly. Shrinks towards nothing learnt.
///
/// ```
/// use cpto::{Proposal, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// let pairs = any::<Proposal>().prop_flat_map(|wide| (Just(wide.clone()), strategies::narrowing(wide)));
/// TestRunner::deterministic().run(&pairs, |(wide, narrow)| {
///     prop_assert!(narrow.narrows(&wide));
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn narrowing(wide: Proposal) -> impl Strategy<Value = Proposal> + Clone {
    let open: Vec<Fact> = wide.open_facts().iter().collect();
    vec(proptest::option::of(noise_within(0..8)), open.len()).prop_map(move |learnt| {
        let learnt = open.iter().zip(&learnt).filter_map(|(fact, noise)| {
            let places = fact.noisy(&wide.places(*fact)?, (*noise)?);
            let of_several = *fact == Fact::Incumbent && places.start() < places.end();
            Some((*fact, places)).filter(|_| !of_several)
        });
        wide.restated(learnt)
    })
}

/// A world of a proposal: one value for every fact, of those that are possible. Shrinks towards the quietest world.
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
    let open: Vec<Fact> = proposal.open_facts().iter().collect();
    vec(noise_within(0..1), open.len()).prop_map(move |values| {
        let values = open
            .iter()
            .zip(&values)
            .filter_map(|(fact, noise)| Some((*fact, fact.noisy(&proposal.places(*fact)?, *noise))));
        proposal.restated(values)
    })
}

/// What a [repair](crate::advice::repair) is to achieve: no warning at or above a severity, or some warnings below one.
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

/// A pair with what is settled beforehand of its [division](crate::advice::divide): most responsibilities are pinned to a
/// seat, some may go to an office, and so few are left that all divisions can be tried. Shrinks towards the quietest pair
/// with everything pinned to the CTO.
///
/// ```
/// use cpto::advice::divide::divide;
/// use cpto::{Policy, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// TestRunner::deterministic().run(&strategies::divisible(), |(proposal, wishes)| {
///     prop_assert!(divide(&proposal, &wishes, &Policy::DEFAULT).is_ok());
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn divisible() -> impl Strategy<Value = (Proposal, Wishes)> + Clone {
    let sides = vec(0..6_u8, Responsibility::COUNT);
    let inputs = (any::<Proposal>(), sides, subsequence(Responsibility::ALL, 0..3));
    inputs.prop_map(|(proposal, sides, optional)| {
        let pair = conventional(proposal.proposed(), Form::Pair);
        let organization = Draft::from(proposal.organization().clone());
        let draft = Proposal::draft().organization(organization).proposed(pair);
        let current = proposal.current().cloned();
        let with_current = current.into_iter().fold(draft, Draft::<Proposal>::current).build();
        // Offices may hold all that a seat would. Then it is a pair of which nothing is known.
        let unknown = || Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build();
        let pair = with_current.or_else(|_| unknown()).unwrap_or(proposal);
        let here = pair.organization().applicable().difference(pair.proposed().elsewhere());
        let divided = here.difference(ResponsibilitySet::of_home(Home::Shared));
        let optional: ResponsibilitySet = optional.into_iter().filter(|it| divided.contains(*it)).collect();
        let pinned = Responsibility::ALL.iter().copied().zip(sides);
        let pinned = pinned.filter(|(it, side)| *side < 4 && divided.difference(optional).contains(*it));
        let pin = |wishes: Wishes, (it, side)| wishes.pin(it, if side < 2 { Role::Cto } else { Role::Cpo });
        (pair, pinned.fold(Wishes::default(), pin).may_go_to(Office::Coo, optional.iter()))
    })
}

/// The facts that may say anything without a warning being touched.
fn free_facts(proposal: &Proposal, code: WarningCode) -> FactSet {
    let keys = WarningKey::all(proposal.proposed().form()).filter(|key| key.code == code);
    let read = keys
        .fold(FactSet::EMPTY, |read, key| read.union(key.reads(proposal.proposed(), &Policy::DEFAULT).all()));
    // This one counts what is known of the signals.
    let signals = |fact: &Fact| matches!(fact, Fact::Signal(_)) && code == WarningCode::InsufficientEvidence;
    Fact::all().filter(|fact| !read.contains(*fact) && !signals(fact)).collect()
}

/// Noise for the facts that a warning does not read.
fn elsewhere_noisy(examples: Vec<Proposal>, code: WarningCode) -> impl Strategy<Value = Proposal> + Clone {
    (select(examples), vec(noise(), Fact::all().count())).prop_map(move |(example, noise)| {
        let free = free_facts(&example, code);
        example.noisy(Fact::all().zip(noise).filter(|(fact, _)| free.contains(*fact)))
    })
}

/// A proposal that raises a warning in every world, under the default policy, whatever the facts that the warning does
/// not read. Shrinks towards the mildest, in which all other facts are the quietest.
///
/// ```
/// use cpto::{WarningCode, evaluate, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// let code = WarningCode::OverloadRisk;
/// TestRunner::deterministic().run(&strategies::raising(code), |proposal| {
///     prop_assert!(evaluate(&proposal).warning(code).is_some());
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn raising(code: WarningCode) -> impl Strategy<Value = Proposal> + Clone {
    let examples = Severity::ALL.iter().filter_map(|at| code.raised_at(*at)?.build().ok()).collect();
    elsewhere_noisy(examples, code)
}

/// A proposal that raises a warning at a severity in every world, under the default policy. Nothing where the policy
/// never makes it so severe. Shrinks as [`raising`] does.
///
/// ```
/// use cpto::{Severity, WarningCode, evaluate, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// let code = WarningCode::OverloadRisk;
/// let critical = strategies::raising_at(code, Severity::Critical).unwrap();
/// TestRunner::deterministic().run(&critical, |proposal| {
///     prop_assert_eq!(evaluate(&proposal).worst(code).value(), Some(Severity::Critical));
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn raising_at(code: WarningCode, severity: Severity) -> Option<impl Strategy<Value = Proposal> + Clone> {
    let example = code.raised_at(severity)?.build().ok()?;
    Some(elsewhere_noisy(alloc::vec![example], code))
}

/// A proposal that raises a warning in some worlds and not in others, under the default policy. Nothing where it hangs
/// on no fact whether there is a warning at all, such as `no-counterpart-challenge`, which every CPTO has. Shrinks as
/// [`raising`] does.
///
/// ```
/// use cpto::{Severity, WarningCode, evaluate, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// let code = WarningCode::OverloadRisk;
/// TestRunner::deterministic().run(&strategies::possibly_raising(code).unwrap(), |proposal| {
///     let severity = evaluate(&proposal).worst(code);
///     prop_assert!(severity.least() == Severity::None && severity.most() > Severity::None);
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn possibly_raising(code: WarningCode) -> Option<impl Strategy<Value = Proposal> + Clone> {
    let forgotten = move |mut example: Proposal| {
        let free = free_facts(&example, code);
        let scales: Vec<_> = Fact::all()
            .filter(|fact| !free.contains(*fact))
            .filter_map(|fact| Some((fact, example.scale(fact)?)))
            .collect();
        example.restate(scales);
        example
    };
    let is_possible = move |example: &Proposal| {
        let warning = evaluate(example).warning(code).copied();
        warning.is_some_and(|warning| warning.severity().least() == Severity::None)
    };
    let examples = Severity::ALL.iter().filter_map(|at| code.raised_at(*at)?.build().ok());
    let examples: Vec<_> = examples.map(forgotten).filter(is_possible).collect();
    (!examples.is_empty()).then(|| {
        // Facts are learnt again, as long as the warning stays what is only possible.
        let learning = vec(noise_within(0..8), Fact::all().count());
        (elsewhere_noisy(examples, code), learning).prop_map(move |(forgotten, learning)| {
            let free = free_facts(&forgotten, code);
            let read = Fact::all().zip(learning).filter(|(fact, _)| !free.contains(*fact));
            read.fold(forgotten, |known, learnt| {
                let narrower = known.clone().noisy([learnt]);
                if is_possible(&narrower) { narrower } else { known }
            })
        })
    })
}

/// A policy that is at least as strict as another one, see [`Policy::is_at_least_as_strict_as`]. Shrinks towards that
/// one.
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
    changes(0..24).prop_map(move |changes| lenient.strictest(&Policy::shaken(&changes)))
}

/// Which numbers of a policy differ from the default, by their place in the order of the policy, and how.
type Changes = Vec<(usize, u32)>;

fn changes(count: impl Into<SizeRange>) -> impl Strategy<Value = Changes> + Clone {
    vec((0..Numbers::places(), any::<u32>()), count)
}

#[cfg(test)]
mod tests;
