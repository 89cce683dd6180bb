//! Is the case stronger for one leader or for two, and which fact should be asked for first?

use core::cmp::Reverse;

use alloc::vec::Vec;

use crate::advice::chances::chosen::{COMPANIES, Choice};
use crate::advice::chances::growth::classes;
use crate::advice::chances::leaders::{After, Answer, Leaders, NextQuestion, OneOrTwo};
use crate::advice::chances::model::{Beside, Model, Weight, World};
use crate::advice::chances::parts::{Spread, shares};
use crate::advice::chances::people::{scenes, sides};
use crate::advice::chances::wide::Wide;
use crate::assessment::Assessment;
use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Packed;
use crate::model::proposal::Proposal;
use crate::model::value::Value;
use crate::policy::belief::Belief;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::span::Span;

/// Evaluates whether one leader or two has less against it: whether a CPTO or a pair has fewer points in the same worlds.
///
/// The proposed structure represents its own form, and the [conventional](crate::advice::compare) one represents the other;
/// neither has a term or observations. Skills stay with people. Returns nothing if a conventional seat would be empty.
///
/// ```
/// use cpto::advice::Limit;
/// use cpto::advice::chances::{Leaders, one_or_two};
/// use cpto::policy::Belief;
/// use cpto::{Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let leaders = one_or_two(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default()).unwrap();
/// assert_eq!(leaders.spread.parts.values().iter().sum::<u16>(), 10_000);
/// println!("{leaders} Ask first for {}.", leaders.questions[0].fact);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn one_or_two(proposal: &Proposal, policy: &Policy, belief: &Belief, limit: Limit) -> Option<OneOrTwo> {
    let sides = sides(proposal)?;
    let reads = sides.each_ref().map(|side| WarningKey::read_by_verdict(side.proposal.proposed(), policy));
    let weights = belief.weights();
    let scenes = scenes(proposal, &sides, &reads, weights);
    // The facts of a seat are chosen only if the side has that seat.
    let open = sides.iter().fold(FactSet::EMPTY, |all, side| all.union(side.proposal.open_facts()));
    let read = reads.iter().fold(FactSet::EMPTY, |all, reads| all.union(*reads));
    let beside = Beside::nothing(limit);
    let model = Model::new(proposal, policy.numbers(), weights, read.intersection(open), scenes, beside);
    let mut tally = Tally::of(proposal, &model);
    let result = |views: &[Packed; 2]| {
        let against = |view| Assessment::of(view, policy).points(policy, Span::least);
        let [one, two] = views.each_ref().map(against);
        match one.cmp(&two) {
            core::cmp::Ordering::Less => Leaders::One,
            core::cmp::Ordering::Greater => Leaders::Two,
            core::cmp::Ordering::Equal => Leaders::Same,
        }
    };
    let within = model.go_through(|world, views, weight| tally.add(world, result(views) as usize, weight));
    Some(tally.told(proposal, &model, within))
}

/// The weight of the worlds by result.
type Amounts = [Wide; Leaders::COUNT];

/// The weight of the worlds by result, for each value of one fact.
struct ByValue {
    fact: Fact,
    position: u32,
    amounts: Vec<Amounts>,
}

/// The weight of the worlds by result: in total, for each value of each chosen fact, and, if a signal is open that is not read,
/// for each level of the company.
struct Tally {
    all: Amounts,
    facts: Vec<ByValue>,
    companies: Vec<Amounts>,
}

impl Tally {
    fn of(proposal: &Proposal, model: &Model<2>) -> Self {
        let by_value = |fact: Fact| {
            let last = if fact == Fact::Headcount { 10 } else { *proposal.places(fact)?.end() };
            let amounts = alloc::vec![Amounts::default(); last as usize + 1];
            Some(ByValue { fact, position: fact.position(), amounts })
        };
        let facts = proposal.open_facts().intersection(model.chosen).iter().filter_map(by_value).collect();
        let companies = alloc::vec![Amounts::default(); if model.unread.is_empty() { 0 } else { COMPANIES }];
        Self { all: Amounts::default(), facts, companies }
    }

    fn add(&mut self, world: &World, result: usize, weight: &Weight) {
        weight.add(&mut self.all, result);
        for ByValue { position, amounts, .. } in &mut self.facts {
            if let Some(amounts) = amounts.get_mut(world.at(*position) as usize) {
                weight.add(amounts, result);
            }
        }
        for (amounts, weight) in self.companies.iter_mut().zip(&weight.by_company) {
            if let Some(amount) = amounts.get_mut(result) {
                *amount = amount.plus(weight);
            }
        }
    }

    /// Returns the weight of the worlds for each value of a signal that was not read: at each level of the company, the values
    /// share the weight of the worlds. That of counted worlds is a multiple of the total.
    fn unread(&self, fact: Fact, signal: &Choice) -> ByValue {
        let mut amounts = alloc::vec![Amounts::default(); COMPANIES];
        for (place, weights) in &signal.values {
            let amounts = amounts.get_mut(*place as usize).into_iter();
            for (amount, result) in amounts.flatten().zip(0..) {
                let companies = self.companies.iter().filter_map(|amounts| amounts.get(result));
                for (all, (weight, total)) in companies.zip(weights.iter().zip(signal.total)) {
                    *amount = amount.plus(&all.over(total.max(1).into()).times((*weight).into()));
                }
            }
        }
        ByValue { fact, position: fact.position(), amounts }
    }

    fn told(&self, proposal: &Proposal, model: &Model<2>, within: u16) -> OneOrTwo {
        let unread: Vec<_> = model.unread.iter().map(|(fact, signal)| self.unread(*fact, signal)).collect();
        let told = |by_value: &ByValue| by_value.told(proposal, within);
        let mut questions: Vec<_> = self.facts.iter().chain(&unread).filter_map(told).collect();
        // Equally clear questions follow the order of facts: organisation, signals, safeguards, proposal, seats.
        questions.sort_by_key(|(clarity, question)| (Reverse(*clarity), question.fact.position()));
        OneOrTwo {
            spread: Spread::of(&self.all, within),
            answer: Answer::of(&self.all),
            questions: questions.into_iter().map(|(_, question)| question).collect(),
        }
    }
}

/// The precision of shares while clarity is computed, and the size of rounding differences, both as powers of two.
const FINE: u32 = 60;
const ROUNDING: u32 = 24;

impl ByValue {
    /// Returns the question with its clarity, or nothing if the chances are the same after every value.
    fn told(&self, proposal: &Proposal, within: u16) -> Option<(u128, NextQuestion)> {
        let sum = |amounts: &[Wide]| amounts.iter().fold(Wide::ZERO, Wide::plus);
        let sums: Vec<Wide> = self.amounts.iter().map(|amounts| sum(amounts)).collect();
        let whole = sum(&sums);
        if whole.is_zero() {
            return None;
        }
        let fine = |amount: &Wide, of: &Wide| u128::from(amount.share(of, 1 << FINE).0);
        let (mut clarity, mut answers) = (0_u128, Vec::new());
        let mut first: Option<Vec<u128>> = None;
        let mut differs = false;
        let by_value = self.amounts.iter().zip(&sums).zip(shares(&sums, &whole));
        for (place, ((amounts, here), parts)) in (0_u32..).zip(by_value) {
            if here.is_zero() {
                continue;
            }
            let shares: Vec<u128> = amounts.iter().map(|amount| fine(amount, here)).collect();
            let squares: u128 = shares.iter().map(|share| (share * share) >> FINE).sum();
            clarity += (fine(here, &whole) * squares) >> FINE;
            let near = |one: u128, other: u128| one.abs_diff(other) < 1 << ROUNDING;
            let same = |first: &Vec<u128>| first.iter().zip(&shares).all(|(one, other)| near(*one, *other));
            differs |= first.as_ref().is_some_and(|first| !same(first));
            first.get_or_insert(shares);
            let (from, to) = values(proposal, self.fact, place)?;
            answers.push(After {
                from,
                to,
                chance: u16::try_from(parts).unwrap_or(0),
                leaders: Spread::of(amounts, within),
                answer: Answer::of(amounts),
            });
        }
        let clarity = clarity + (1 << ROUNDING);
        let rounded = u16::try_from((clarity * 10_000) >> FINE).unwrap_or(u16::MAX).min(10_000);
        differs.then_some((
            clarity >> (ROUNDING + 1),
            NextQuestion { fact: self.fact, clarity: rounded, answers },
        ))
    }
}

/// Returns the first and last value at a place. For a headcount, these are the ends of a class, as far as the facts allow.
fn values(proposal: &Proposal, fact: Fact, place: u32) -> Option<(Value, Value)> {
    let (from, to) = if fact == Fact::Headcount {
        let stated = proposal.places(fact)?;
        let class = classes(Belief::DEFAULT.weights()).nth(place as usize)?.0;
        (*class.start().max(stated.start()), *class.end().min(stated.end()))
    } else {
        (place, place)
    };
    Some((proposal.value_at(fact, from)?, proposal.value_at(fact, to)?))
}
