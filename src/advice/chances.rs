//! What is likely, apart from what is possible?
//!
//! An assessment says what can be. Of a company of which ten facts are known, much can be, and somebody still has to decide.
//! [`chances`] says how much of what can be speaks for what: for each warning the chance of each severity, the chance of each
//! verdict, and whether [one leader or two](one_or_two) has less against it.
//!
//! A chance is the weight of the worlds in which something is so by the weight of all that agree with the facts. What a world
//! weighs is a [`Belief`], and nobody measured the default one: each value of a scale weighs the same, stage and headcount go
//! together, and the signals of one company are alike. So a chance is no forecast, and nothing here changes a severity or a
//! verdict of [`evaluate`](crate::evaluate).
//!
//! Where the facts that are read leave at most 8,192 worlds, all of them are counted and the chance is exact. Otherwise 8,192
//! worlds are drawn by their weights, the same ones every time, and [`Spread::is_exact`] says so.
//!
//! ```
//! use cpto::advice::chances::{Answer, one_or_two};
//! use cpto::policy::Belief;
//! use cpto::{Organization, Policy, Proposal, Seat, Stage, Structure};
//!
//! let organization = Organization::draft().stage(Stage::Startup).headcount(12);
//! let proposal =
//!     Proposal::draft().organization(organization).proposed(Structure::combined(Seat::draft())).build()?;
//! let leaders = one_or_two(&proposal, &Policy::DEFAULT, &Belief::DEFAULT).unwrap();
//! println!("{}", leaders.answer());
//! # Ok::<(), cpto::Faults>(())
//! ```

use core::cmp::Reverse;
use core::fmt;

use alloc::vec::Vec;

use crate::advice::chances::chosen::Choice;
use crate::advice::chances::model::{Model, World};
use crate::advice::chances::people::Side;
use crate::advice::chances::wide::Wide;
use crate::assessment::Assessment;
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::value::Value;
use crate::policy::belief::Belief;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::vocabulary::severity::{Severity, Verdict};
use crate::vocabulary::signal::Signal;
use crate::vocabulary::word::vocabulary;

mod chosen;
pub(crate) mod draw;
mod growth;
mod model;
mod parts;
pub(crate) mod people;
mod wide;

pub use parts::Spread;

vocabulary! {
    /// Which of one leader and two has less against it.
    ///
    /// ```
    /// use cpto::advice::chances::Leaders;
    ///
    /// assert_eq!(Leaders::ALL.len(), 3);
    /// ```
    pub enum Leaders as "leaders" {
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
    fn of(amounts: &[Wide]) -> Self {
        let whole = amounts.iter().fold(Wide::ZERO, wide::Wide::plus);
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
pub struct Question {
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
    /// The chance of such a value, in parts of 10,000, rounded down.
    pub chance: u16,
    /// The chances then.
    pub leaders: OfLeaders,
    /// The answer then.
    pub answer: Answer,
}

/// Whether one leader or two has less against it, and what to ask next.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OneOrTwo {
    spread: OfLeaders,
    answer: Answer,
    questions: Vec<Question>,
}

impl OneOrTwo {
    /// The chance that one leader has fewer points against it, that two have, that both have the same.
    #[must_use]
    pub const fn spread(&self) -> &OfLeaders {
        &self.spread
    }

    /// How sure that is.
    #[must_use]
    pub const fn answer(&self) -> Answer {
        self.answer
    }

    /// The facts that are open and make a difference, the one to ask first in front.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }
}

impl fmt::Display for OneOrTwo {
    /// Says it in a sentence, with chances in whole percent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |side| self.spread.of_result(side).saturating_add(50) / 100;
        let (one, two) = (of(Leaders::One), of(Leaders::Two));
        let fit = "of 100 companies that fit these facts";
        if one > two {
            write!(f, "One leader has less against it in {one} {fit}, two leaders in {two}.")
        } else {
            write!(f, "Two leaders have less against them in {two} {fit}, one leader in {one}.")
        }
    }
}

/// What is likely of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Chances {
    belief: Belief,
    verdict: Spread<Verdict, { Verdict::COUNT }>,
    warnings: Vec<(WarningKey, OfSeverity)>,
    leaders: Option<OneOrTwo>,
}

/// The chances of the severities of a warning.
pub type OfSeverity = Spread<Severity, { Severity::COUNT }>;

impl Chances {
    /// What the worlds were weighed by. Whoever shows a chance names it.
    #[must_use]
    pub const fn belief(&self) -> &Belief {
        &self.belief
    }

    /// The chance of each verdict, all warnings taken together.
    #[must_use]
    pub const fn verdict(&self) -> Spread<Verdict, { Verdict::COUNT }> {
        self.verdict
    }

    /// The chance of each severity, of every warning that there can be, in the order of the catalogue and of the seats.
    #[must_use]
    pub fn warnings(&self) -> &[(WarningKey, OfSeverity)] {
        &self.warnings
    }

    /// The chance of each severity of one warning.
    #[must_use]
    pub fn warning(&self, key: WarningKey) -> Option<OfSeverity> {
        self.warnings.iter().find(|(other, _)| *other == key).map(|(_, spread)| *spread)
    }

    /// Whether one leader or two has less against it; nothing where they cannot be compared.
    #[must_use]
    pub const fn leaders(&self) -> Option<&OneOrTwo> {
        self.leaders.as_ref()
    }
}

/// The chances of what a proposal comes to.
///
/// ```
/// use cpto::advice::chances::chances;
/// use cpto::policy::Belief;
/// use cpto::{Policy, Proposal, Seat, Severity, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let chances = chances(&proposal, &Policy::DEFAULT, &Belief::DEFAULT);
/// for (warning, spread) in chances.warnings() {
///     println!("{warning}: critical in {} of 10,000", spread.of_result(Severity::Critical));
/// }
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn chances(proposal: &Proposal, policy: &Policy, belief: &Belief) -> Chances {
    let keys: Vec<WarningKey> = WarningKey::all(proposal.proposed().form()).collect();
    let reads = |key: &WarningKey| key.reads(proposal.proposed(), policy);
    let counted = keys.iter().filter(|key| key.code.counts_towards_verdict());
    let every = counted.clone().fold(FactSet::EMPTY, |all, key| all.union(reads(key)));
    let model = |reads| model(proposal, policy, belief, reads);
    let together = Drawn::of(&model(every), &keys, policy);
    let stated = Assessment::of(proposal.packed(), policy);
    let mut small: Vec<(FactSet, Drawn)> = Vec::new();
    let mut warnings = Vec::new();
    for (cell, key) in keys.iter().enumerate() {
        let known = stated.severity(*key);
        let reads = reads(key).intersection(proposal.open_facts());
        let spread = if let Some(severity) = known.value() {
            Spread::certain(severity)
        } else if together.is_exact {
            together.severity(cell)
        } else if let Some((_, drawn)) = small.iter().find(|(other, _)| *other == reads) {
            drawn.severity(cell)
        } else {
            let own = model(reads);
            if own.is_small() {
                let drawn = Drawn::of(&own, &keys, policy);
                let spread = drawn.severity(cell);
                small.push((reads, drawn));
                spread
            } else {
                together.severity(cell)
            }
        };
        warnings.push((*key, spread));
    }
    let verdict = match stated.verdict().value() {
        Some(verdict) => Spread::certain(verdict),
        None => Spread::of(&together.verdicts, together.is_exact),
    };
    Chances { belief: *belief, verdict, warnings, leaders: one_or_two(proposal, policy, belief) }
}

fn model(proposal: &Proposal, policy: &Policy, belief: &Belief, reads: FactSet) -> Model {
    let scenes = Model::scenes(proposal, belief.weights(), reads);
    Model::new(proposal, policy.numbers(), belief.weights(), reads, scenes)
}

/// The chance of a statement of one's own: in how many parts of 10,000 of the worlds it is true.
///
/// The statement is a function of the facts that are named, which every world has exactly; it must not depend on others.
///
/// ```
/// use cpto::advice::chances::chance_of;
/// use cpto::policy::Belief;
/// use cpto::{Fact, FactSet, Policy, Proposal, Seat, Stage, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let facts = FactSet::of(&[Fact::Stage]);
/// let startup = |world: &Proposal| world.organization().stage().value() == Some(Stage::Startup);
/// let chance = chance_of(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, facts, startup);
/// assert_eq!((chance.of_result(true.into()), chance.is_exact()), (2_500, true));
/// # Ok::<(), cpto::Faults>(())
/// ```
pub fn chance_of(
    proposal: &Proposal,
    policy: &Policy,
    belief: &Belief,
    facts: FactSet,
    mut is_so: impl FnMut(&Proposal) -> bool,
) -> Spread<Truth, { Truth::COUNT }> {
    let model = model(proposal, policy, belief, facts);
    let chosen = model.chosen();
    let mut in_world = |world: &World| {
        let places = chosen.iter().map(|fact| {
            let place = if fact == Fact::Headcount { world.people } else { world.place(fact) };
            (fact, place..=place)
        });
        is_so(&proposal.restated(places))
    };
    let mut amounts = [Wide::ZERO; 2];
    let is_exact = model.is_small();
    let mut add = |is_so: bool, weight: &Wide| {
        if let Some(amount) = amounts.get_mut(usize::from(is_so)) {
            *amount = amount.plus(weight);
        }
    };
    if is_exact {
        model.each(|world, _, weight| add(in_world(world), &weight.whole));
    } else {
        model.draw(|world, _| add(in_world(world), &Wide::ONE));
    }
    Spread::of(&amounts, is_exact)
}

vocabulary! {
    /// Whether a statement is true.
    ///
    /// ```
    /// use cpto::advice::chances::Truth;
    ///
    /// assert_eq!(Truth::from(true), Truth::Yes);
    /// ```
    pub enum Truth as "truth" {
        /// It is not.
        No,
        /// It is.
        Yes,
    }
}

impl From<bool> for Truth {
    fn from(is_so: bool) -> Self {
        if is_so { Self::Yes } else { Self::No }
    }
}

/// The worlds of some facts, counted by what the warnings and the verdict are in them.
struct Drawn {
    severities: Vec<[Wide; Severity::COUNT]>,
    verdicts: [Wide; Verdict::COUNT],
    is_exact: bool,
}

impl Drawn {
    fn of(model: &Model, keys: &[WarningKey], policy: &Policy) -> Self {
        let is_exact = model.is_small();
        let mut drawn = Self {
            severities: alloc::vec![[Wide::ZERO; Severity::COUNT]; keys.len()],
            verdicts: [Wide::ZERO; Verdict::COUNT],
            is_exact,
        };
        if is_exact {
            model.each(|_, views, weight| {
                let Some(view) = views.first() else { return };
                drawn.add(keys, &Assessment::of(view, policy), &weight.whole);
            });
            return drawn;
        }
        let mut counts = alloc::vec![[0_u64; Severity::COUNT]; keys.len()];
        let mut verdicts = [0_u64; Verdict::COUNT];
        model.draw(|_, views| {
            let Some(view) = views.first() else { return };
            let assessment = Assessment::of(view, policy);
            for (key, counts) in keys.iter().zip(&mut counts) {
                counts.get_mut(assessment.range(*key).least() as usize).into_iter().for_each(|it| *it += 1);
            }
            verdicts.get_mut(assessment.verdict().most() as usize).into_iter().for_each(|it| *it += 1);
        });
        drawn.severities = counts.iter().map(|counts| counts.map(Wide::from)).collect();
        drawn.verdicts = verdicts.map(Wide::from);
        drawn
    }

    fn add(&mut self, keys: &[WarningKey], assessment: &Assessment, weight: &Wide) {
        let add = |slot: Option<&mut Wide>| slot.into_iter().for_each(|slot| *slot = slot.plus(weight));
        for (key, amounts) in keys.iter().zip(&mut self.severities) {
            add(amounts.get_mut(assessment.range(*key).least() as usize));
        }
        add(self.verdicts.get_mut(assessment.verdict().most() as usize));
    }

    fn severity(&self, cell: usize) -> OfSeverity {
        self.severities.get(cell).map_or(Spread::certain(Severity::None), |it| Spread::of(it, self.is_exact))
    }
}

/// Whether one leader or two has less against it: of a CPTO and of a pair in the same worlds, which has fewer points.
///
/// The proposed structure stands for its own form, the [conventional](crate::advice::compare) one for the other; neither has
/// a term or observations. Skills stay with people. Nothing where a conventional seat would be empty.
///
/// ```
/// use cpto::advice::chances::{Leaders, one_or_two};
/// use cpto::policy::Belief;
/// use cpto::{Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let leaders = one_or_two(&proposal, &Policy::DEFAULT, &Belief::DEFAULT).unwrap();
/// assert_eq!(leaders.spread().parts().values().iter().sum::<u16>(), 10_000);
/// println!("{leaders} Ask first for {}.", leaders.questions()[0].fact);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn one_or_two(proposal: &Proposal, policy: &Policy, belief: &Belief) -> Option<OneOrTwo> {
    let sides = people::sides(proposal)?;
    let reads = sides.each_ref().map(|side| side.reads(policy));
    let [one, two] = &reads;
    let weights = belief.weights();
    let scenes = people::scenes(proposal, &sides, &reads, weights);
    let model = Model::new(
        proposal,
        policy.numbers(),
        weights,
        one.union(*two).intersection(sides_open(&sides)),
        scenes,
    );
    let mut tally = Tally::of(proposal, &model, belief);
    let points = policy.numbers().ranking.points;
    let result = |views: &model::Views| {
        let mut against =
            views.iter().map(|view| Assessment::of(view, policy).points_of_world(points.values()));
        let (one, two) = (against.next().unwrap_or(0), against.next().unwrap_or(0));
        match one.cmp(&two) {
            core::cmp::Ordering::Less => Leaders::One,
            core::cmp::Ordering::Greater => Leaders::Two,
            core::cmp::Ordering::Equal => Leaders::Same,
        }
    };
    let is_exact = model.is_small();
    if is_exact {
        model.each(|world, views, weight| tally.add(&model, world, result(views), weight));
    } else {
        let mut counts = Counts::of(&tally);
        model.draw(|world, views| {
            let result = result(views);
            counts.add(&tally, world, result);
            tally.add_unread(&model, world, result, None);
        });
        counts.put_in(&mut tally);
    }
    Some(tally.told(proposal, is_exact))
}

/// The facts that are chosen for the sides: those of a seat only where the side has it.
fn sides_open(sides: &[Side; 2]) -> FactSet {
    sides.iter().fold(FactSet::EMPTY, |all, side| all.union(side.proposal.open_facts()))
}

impl Side {
    fn reads(&self, policy: &Policy) -> FactSet {
        let form = self.proposal.proposed().form();
        let counted = WarningKey::all(form).filter(|key| key.code.counts_towards_verdict());
        counted.fold(FactSet::EMPTY, |all, key| all.union(key.reads(self.proposal.proposed(), policy)))
    }
}

/// The worlds by the values of one fact: of each value, what weighs in favour of what.
struct ByValue {
    fact: Fact,
    amounts: Vec<[Wide; Leaders::COUNT]>,
    /// Of a signal that was not read: the weights of its levels.
    unread: Option<[Choice; 5]>,
}

/// The worlds by the results and by the values of each open fact.
struct Tally {
    all: [Wide; Leaders::COUNT],
    facts: Vec<ByValue>,
}

/// The same, counted for drawn worlds.
struct Counts {
    all: [u64; Leaders::COUNT],
    facts: Vec<Vec<[u64; Leaders::COUNT]>>,
}

/// The parts that a drawn world counts.
const ONE_WORLD: u64 = 1 << 32;

impl Counts {
    fn of(tally: &Tally) -> Self {
        Self {
            all: [0; Leaders::COUNT],
            facts: tally.facts.iter().map(|it| alloc::vec![[0; Leaders::COUNT]; it.amounts.len()]).collect(),
        }
    }

    fn add(&mut self, tally: &Tally, world: &World, result: Leaders) {
        let count = |amounts: Option<&mut [u64; Leaders::COUNT]>| {
            amounts.and_then(|amounts| amounts.get_mut(result as usize)).into_iter().for_each(|it| *it += 1);
        };
        count(Some(&mut self.all));
        for (by_value, counts) in tally.facts.iter().zip(&mut self.facts) {
            if by_value.unread.is_none() {
                count(counts.get_mut(world.place(by_value.fact) as usize));
            }
        }
    }

    fn put_in(self, tally: &mut Tally) {
        fn wide(counts: [u64; Leaders::COUNT]) -> [Wide; Leaders::COUNT] {
            counts.map(|count| Wide::from(count * ONE_WORLD))
        }
        tally.all = wide(self.all);
        for (by_value, counts) in tally.facts.iter_mut().zip(self.facts) {
            if by_value.unread.is_none() {
                by_value.amounts = counts.into_iter().map(wide).collect();
            }
        }
    }
}

impl Tally {
    fn of(proposal: &Proposal, model: &Model, belief: &Belief) -> Self {
        let chosen = model.chosen();
        let by_value = |fact: Fact| {
            let places = proposal.places(fact)?;
            let unread = match fact {
                _ if chosen.contains(fact) => None,
                Fact::Signal(signal) if signal != Signal::Integration && belief.weights().likeness > 0 => {
                    Some(chosen::likeness(belief.weights(), fact, &places))
                }
                _ => return None,
            };
            let last = if fact == Fact::Headcount { 10 } else { *places.end() };
            Some(ByValue {
                fact,
                amounts: alloc::vec![[Wide::ZERO; Leaders::COUNT]; last as usize + 1],
                unread,
            })
        };
        let facts = proposal.open_facts().iter().filter_map(by_value).collect();
        Self { all: [Wide::ZERO; Leaders::COUNT], facts }
    }

    fn add(&mut self, model: &Model, world: &World, result: Leaders, weight: &model::Weight) {
        let add = |amounts: Option<&mut [Wide; Leaders::COUNT]>| {
            if let Some(amount) = amounts.and_then(|amounts| amounts.get_mut(result as usize)) {
                *amount = amount.plus(&weight.whole);
            }
        };
        add(Some(&mut self.all));
        for by_value in self.facts.iter_mut().filter(|it| it.unread.is_none()) {
            add(by_value.amounts.get_mut(world.place(by_value.fact) as usize));
        }
        self.add_unread(model, world, result, Some(weight));
    }

    /// A world counts for every level of a signal that it did not read, by the weight of the level given those that it read.
    fn add_unread(&mut self, model: &Model, world: &World, result: Leaders, weight: Option<&model::Weight>) {
        for ByValue { fact, amounts, unread } in &mut self.facts {
            let Some(by_company) = unread else { continue };
            let given = model.given(world, *fact, by_company);
            let whole = given.iter().fold(Wide::ZERO, wide::Wide::plus);
            for (amounts, level) in amounts.iter_mut().zip(given) {
                let here = match weight {
                    Some(weight) => weight.without_signals.by(&level),
                    None => Wide::from(level.share(&whole, ONE_WORLD).0),
                };
                amounts.get_mut(result as usize).into_iter().for_each(|amount| *amount = amount.plus(&here));
            }
        }
    }

    fn told(&self, proposal: &Proposal, is_exact: bool) -> OneOrTwo {
        let told = |by_value: &ByValue| by_value.told(proposal, is_exact);
        let mut questions: Vec<_> = self.facts.iter().filter_map(told).collect();
        questions.sort_by_key(|(clarity, question)| (Reverse(*clarity), order(question.fact)));
        OneOrTwo {
            spread: Spread::of(&self.all, is_exact),
            answer: Answer::of(&self.all),
            questions: questions.into_iter().map(|(_, question)| question).collect(),
        }
    }
}

/// The order of questions that tell the same: organisation, signals, safeguards, proposal, seats.
fn order(fact: Fact) -> u32 {
    fact.position()
}

/// How fine shares are told while clarity is worked out, as a power of two, and which differences are of rounding.
const FINE: u32 = 60;
const ROUNDING: u32 = 24;

impl ByValue {
    /// The question with its clarity; nothing where the chances are the same after every value.
    fn told(&self, proposal: &Proposal, is_exact: bool) -> Option<(u128, Question)> {
        let sum = |amounts: &[Wide]| amounts.iter().fold(Wide::ZERO, wide::Wide::plus);
        let whole = self.amounts.iter().fold(Wide::ZERO, |all, amounts| all.plus(&sum(amounts)));
        if whole.is_zero() {
            return None;
        }
        let fine = |amount: &Wide, of: &Wide| u128::from(amount.share(of, 1 << FINE).0);
        let (mut clarity, mut answers) = (0_u128, Vec::new());
        let mut first: Option<Vec<u128>> = None;
        let mut differs = false;
        for (place, amounts) in (0_u32..).zip(&self.amounts) {
            let here = sum(amounts);
            if here.is_zero() {
                continue;
            }
            let chance = fine(&here, &whole);
            let shares: Vec<u128> = amounts.iter().map(|amount| fine(amount, &here)).collect();
            let squares: u128 = shares.iter().map(|share| (share * share) >> FINE).sum();
            clarity += (chance * squares) >> FINE;
            let near = |one: u128, other: u128| one.abs_diff(other) < 1 << ROUNDING;
            let same = |first: &Vec<u128>| first.iter().zip(&shares).all(|(one, other)| near(*one, *other));
            differs |= first.as_ref().is_some_and(|first| !same(first));
            first.get_or_insert(shares);
            let (from, to) = values(proposal, self.fact, place)?;
            answers.push(After {
                from,
                to,
                chance: u16::try_from((chance * 10_000) >> FINE).unwrap_or(0),
                leaders: Spread::of(amounts, is_exact),
                answer: Answer::of(amounts),
            });
        }
        let clarity = clarity + (1 << ROUNDING);
        let rounded = u16::try_from((clarity * 10_000) >> FINE).unwrap_or(u16::MAX).min(10_000);
        differs
            .then_some((clarity >> (ROUNDING + 1), Question { fact: self.fact, clarity: rounded, answers }))
    }
}

/// The values at a place; of a headcount, those of a class that the facts leave.
fn values(proposal: &Proposal, fact: Fact, place: u32) -> Option<(Value, Value)> {
    let (from, to) = if fact == Fact::Headcount {
        let stated = proposal.places(fact)?;
        let class = growth::classes(Belief::DEFAULT.weights()).nth(place as usize)?.0;
        (*class.start().max(stated.start()), *class.end().min(stated.end()))
    } else {
        (place, place)
    };
    Some((proposal.value_at(fact, from)?, proposal.value_at(fact, to)?))
}
