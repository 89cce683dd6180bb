//! What would make a warning milder or remove it?

use core::cmp::Reverse;
use core::fmt;

use crate::situation::case::Case;
use crate::situation::load::effort;
use crate::vocabulary::change::Incumbent;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Percent};
use crate::vocabulary::set::Set;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::SkillSet;
use crate::vocabulary::word::Word;

/// A change that makes a warning milder or removes it. A remedy of a warning may leave open how far the change goes; the
/// remedies of a [repair](crate::advice::repair) state it.
///
/// The remedies depend on the facts: a safeguard that is already in place is not a remedy.
///
/// ```
/// use cpto::{Proposal, Remedy, Safeguard, Seat, Structure, WarningCode, explain};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let explanation = explain(&proposal);
/// let warning = explanation.warning(WarningCode::KeyPersonDependency).unwrap();
/// assert_eq!(warning.remedies().next(), Some(Remedy::PutInPlace(Safeguard::SuccessionPlan)));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
#[doc(alias = "recommendation")]
pub enum Remedy {
    /// Put a safeguard in place.
    PutInPlace(Safeguard),
    /// Do without a safeguard that costs what the company cannot pay for.
    DoWithout(Safeguard),
    /// Raise a signal, to at least this level if given.
    Raise(Signal, Option<Maturity>),
    /// Loosen the coupling that the signal `integration` measures, to at most this level if given.
    LoosenCoupling(Option<Maturity>),
    /// Find out the levels of these signals.
    FindOut(SignalSet),
    /// Give each of these responsibilities one holder.
    Assign(ResponsibilitySet),
    /// Leave each of these responsibilities to one holder.
    LeaveToOne(ResponsibilitySet),
    /// Give each of these responsibilities to its home seat.
    BringHome(ResponsibilitySet),
    /// Give a responsibility to this holder alone.
    HandOver(Responsibility, Holder),
    /// Close the gaps of a seat's leader in these skills, or choose somebody who has no such gaps.
    CloseGap(Role, SkillSet),
    /// Have fewer people report to a seat, at most this many if given.
    ReportFewer(Role, Option<u8>),
    /// Relieve a leader of other duties.
    DropOtherDuties(Role),
    /// Divide time between both fields in line with their load: this share to product.
    BalanceAttention(Option<Percent>),
    /// Fill an interim seat permanently.
    FillForGood(Role),
    /// Choose the conventional structure of a form, as [`rank_alternatives`](crate::advice::compare::rank_alternatives)
    /// compares it: offices keep the responsibilities of their trade, people keep their skills, and there is no term.
    Choose(Form),
    /// Leave the structure as it is.
    KeepStructure,
    /// Decide who stays.
    LetStay(Incumbent),
    /// Raise the budget to two executives.
    RaiseBudget,
    /// Let fewer responsibilities change hands at a time.
    MoveFewer,
}

impl Remedy {
    /// The names of all kinds of remedies. A minor release may add one.
    pub const KINDS: &'static [&'static str] = <Self as strum::VariantNames>::VARIANTS;

    /// Returns the name of its kind in documents.
    #[must_use]
    pub fn kind(self) -> &'static str {
        self.into()
    }
}

impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PutInPlace(safeguard) => f.write_str(safeguard.instruction()),
            Self::DoWithout(Safeguard::ProductLead) => f.write_str("do without a head of product"),
            Self::DoWithout(Safeguard::EngineeringLead) => f.write_str("do without a head of engineering"),
            Self::DoWithout(safeguard) => write!(f, "do without {safeguard:#}"),
            Self::Raise(signal, None) => write!(f, "raise {signal:#}"),
            Self::Raise(signal, Some(level)) => write!(f, "raise {signal:#} to {level:#}"),
            Self::LoosenCoupling(level) => {
                f.write_str("loosen the coupling between product and technology decisions")?;
                level.map_or(Ok(()), |level| write!(f, " to {level:#}"))
            }
            Self::FindOut(signals) => write!(f, "find out the level of {signals:#}"),
            Self::Assign(responsibilities) => {
                write!(f, "make somebody accountable for {}", Few::duties(*responsibilities))
            }
            Self::LeaveToOne(responsibilities) => {
                write!(f, "keep only one holder per responsibility: {}", Few::duties(*responsibilities))
            }
            Self::BringHome(responsibilities) => {
                write!(f, "assign to the conventional holder: {}", Few::duties(*responsibilities))
            }
            Self::HandOver(it, holder) => write!(f, "hand over {it:#} to {holder:#}"),
            Self::CloseGap(role, skills) => {
                let gap = Few([*skills, SkillSet::EMPTY]);
                write!(f, "close the {role:#}'s skill gap in {gap}, or choose somebody without it")
            }
            Self::ReportFewer(role, None) => write!(f, "have fewer people report to the {role:#}"),
            Self::ReportFewer(role, Some(people)) => {
                write!(f, "limit the direct reports of the {role:#} to {people}")
            }
            Self::DropOtherDuties(role) => write!(f, "relieve the {role:#} of other duties"),
            Self::BalanceAttention(None) => {
                f.write_str("divide time between product and technology in line with their load")
            }
            Self::BalanceAttention(Some(percent)) => write!(f, "spend {percent} % of the time on product"),
            Self::FillForGood(role) => write!(f, "fill the {role:#} seat permanently"),
            Self::Choose(Form::Combined) => f.write_str("put one CPTO in charge"),
            Self::Choose(Form::Pair) => f.write_str("put a CTO and a CPO in charge"),
            Self::Choose(Form::LoneCto) => f.write_str("leave the CPO seat vacant"),
            Self::Choose(Form::NoSeat) => f.write_str("leave both seats vacant"),
            Self::Choose(Form::LoneCpo) => f.write_str("leave the CTO seat vacant"),
            Self::KeepStructure => f.write_str("leave the structure as it is"),
            Self::LetStay(Incumbent::None) => f.write_str("fill every seat with somebody new"),
            Self::LetStay(Incumbent::Cto) => f.write_str("keep today's leader on the CTO side"),
            Self::LetStay(Incumbent::Cpo) => f.write_str("keep today's leader on the CPO side"),
            Self::RaiseBudget => f.write_str("find the budget for two executives"),
            Self::MoveFewer => f.write_str("hand over fewer responsibilities at a time"),
        }
    }
}

/// Names up to six, or else three and the number of the others; the first set comes first. The full list is in the evidence and
/// in the remedy.
pub(crate) struct Few<W>([Set<W>; 2]);

impl Few<Responsibility> {
    pub(crate) fn duties(all: ResponsibilitySet) -> Self {
        Self([all.intersection(ResponsibilitySet::CORE), all.difference(ResponsibilitySet::CORE)])
    }
}

impl<W: Word> fmt::Display for Few<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// The most names to write in full, and how many to write where there are more.
        const MOST: [usize; 2] = [6, 3];
        let [first, others] = self.0;
        let [all_of, some_of] = MOST;
        let all = first.union(others);
        if all.len() <= all_of {
            return write!(f, "{all:#}");
        }
        first.iter().chain(others.iter()).take(some_of).try_for_each(|name| write!(f, "{name:#}, "))?;
        write!(f, "and {} more", all.len() - some_of)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Remedies(pub(super) arrayvec::ArrayVec<Remedy, { Remedies::MOST }>);

impl Remedies {
    const MOST: usize = 8;

    pub(crate) fn add(&mut self, remedy: Remedy) {
        let kept = self.0.try_push(remedy);
        debug_assert!(kept.is_ok(), "a warning with more than {} remedies", Self::MOST);
    }

    pub(crate) fn add_if(&mut self, condition: bool, remedy: Remedy) {
        if condition {
            self.add(remedy);
        }
    }

    /// Adds raising a signal, if it is applicable, after finding out its level if that is unknown.
    pub(crate) fn raise(&mut self, case: &Case<'_>, signal: Signal) {
        let Some(level) = case.level(signal) else { return };
        self.add_if(level.is_unknown(), Remedy::FindOut(SignalSet::of(&[signal])));
        self.add_if(level.least() < Maturity::Optimizing, Remedy::Raise(signal, None));
    }

    /// Adds each safeguard, unless it is certain to be in place.
    pub(crate) fn put_in_place(&mut self, case: &Case<'_>, safeguards: &[Safeguard]) {
        for safeguard in safeguards {
            self.add_if(!case.organization().safeguard(*safeguard).least(), Remedy::PutInPlace(*safeguard));
        }
    }
}

impl Remedies {
    /// Adds handing over the heaviest of these, each to an office of its trade or to its home seat.
    pub(crate) fn hand_over(&mut self, case: &Case<'_>, responsibilities: ResponsibilitySet) {
        const MOST: usize = 3;
        let level = |signal| case.level(signal).map(Estimate::least);
        let in_place = |head| case.organization().safeguard(head).least();
        let weight = |it| effort(case.numbers, it, level, in_place);
        let receiver = |it: Responsibility| {
            let structure = case.structure();
            let mut offices = Office::ALL.iter().rev().copied().filter(|office| office.trade().contains(it));
            let first = offices.clone().find(|office| !structure.held_by(Holder::Office(*office)).is_empty());
            let office = first.or_else(|| offices.next()).map(Holder::Office);
            let home = it.home().role().filter(|role| *role != case.role && structure.seat(*role).is_some());
            office.or(home.map(Holder::Seat))
        };
        let mut heaviest: arrayvec::ArrayVec<_, { Responsibility::COUNT }> =
            responsibilities.iter().map(|it| (Reverse(weight(it)), it)).collect();
        heaviest.sort_unstable();
        let handed = heaviest.iter().filter_map(|(_, it)| Some(Remedy::HandOver(*it, receiver(*it)?)));
        handed.take(MOST).for_each(|remedy| self.add(remedy));
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;
    use crate::vocabulary::skill::Skill;

    #[test]
    fn few_names_are_listed_and_of_many_the_core_first() {
        let first =
            |count: usize| Responsibility::ALL.iter().copied().take(count).collect::<ResponsibilitySet>();
        let assign = |count: usize| Remedy::Assign(first(count)).to_string();
        assert_eq!(assign(6), alloc::format!("make somebody accountable for {:#}", first(6)));
        assert_eq!(
            assign(7),
            "make somebody accountable for product strategy, profit and loss, roadmap, and 4 more"
        );
        let skills = |count: usize| Skill::ALL.iter().copied().take(count).collect::<SkillSet>();
        let gap = |count: usize| Remedy::CloseGap(Role::Cto, skills(count)).to_string();
        let few =
            alloc::format!("close the CTO's skill gap in {:#}, or choose somebody without it", skills(6));
        assert_eq!(gap(6), few);
        assert_eq!(
            gap(7),
            "close the CTO's skill gap in technology trends, development methods, operational challenges, and 4 more, or choose \
             somebody without it"
        );
    }

    #[test]
    fn the_heaviest_go_to_those_of_the_trade() {
        let proposal =
            crate::rules::catalogue::WarningCode::OverloadRisk.raised().build().expect("it builds");
        let explanation = crate::assessment::explain(&proposal);
        let warning =
            explanation.warning(crate::rules::catalogue::WarningCode::OverloadRisk).expect("raised");
        let handed: alloc::vec::Vec<_> = warning
            .remedies()
            .filter(|remedy| matches!(remedy, Remedy::HandOver(..)))
            .map(|remedy| remedy.to_string())
            .collect();
        let expected = [
            "hand over operations to the run organisation",
            "hand over legal compliance to the general counsel",
            "hand over security to the chief information security officer",
        ];
        assert_eq!(handed, expected);
    }
}
