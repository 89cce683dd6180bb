//! What would make a warning milder, or make it go away?

use crate::situation::case::Case;
use core::fmt;

use crate::vocabulary::form::Form;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::SkillSet;

/// A change that lowers a warning or removes it.
///
/// Which changes there are hangs on the evidence of the warning: a safeguard that is in place is no remedy.
///
/// ```
/// use cpto::{Proposal, Remedy, Safeguard, Seat, Structure, WarningCode, evaluate};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let assessment = evaluate(&proposal);
/// let warning = assessment.warning(WarningCode::KeyPersonDependency).unwrap();
/// assert_eq!(warning.remedies().next(), Some(Remedy::PutInPlace(Safeguard::SuccessionPlan)));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Remedy {
    /// Put a safeguard in place.
    PutInPlace(Safeguard),
    /// Do without a safeguard that costs what the company cannot pay for.
    DoWithout(Safeguard),
    /// Raise a signal.
    Raise(Signal),
    /// Loosen the coupling that the signal `integration` speaks of.
    LoosenCoupling,
    /// Find out at which level signals are.
    FindOut(SignalSet),
    /// Give each of these one holder.
    Assign(ResponsibilitySet),
    /// Leave each of these to one holder.
    LeaveToOne(ResponsibilitySet),
    /// Give each of these to the seat whose home it is.
    BringHome(ResponsibilitySet),
    /// Move some of these out of the seat.
    HandOver(ResponsibilitySet),
    /// Give each of these to the seat of this role.
    Entrust(Role, ResponsibilitySet),
    /// Close the gap in these skills, or choose somebody without it.
    CloseGap(SkillSet),
    /// Have fewer people report to the seat.
    ReportFewer,
    /// Take other duties from the leader.
    DropOtherDuties,
    /// Spend time on both fields as their load asks for.
    BalanceAttention,
    /// Fill the seat for good.
    FillForGood(Role),
    /// Choose another structure.
    Choose(Form),
    /// Leave the structure as it is.
    KeepStructure,
    /// Raise what the company can pay for to two executives.
    RaiseBudget,
    /// Let fewer responsibilities change hands at a time.
    MoveFewer,
}

impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PutInPlace(safeguard) => f.write_str(safeguard.instruction()),
            Self::DoWithout(Safeguard::ProductLead) => f.write_str("do without a head of product"),
            Self::DoWithout(Safeguard::EngineeringLead) => f.write_str("do without a head of engineering"),
            Self::DoWithout(safeguard) => write!(f, "do without {safeguard}"),
            Self::Raise(signal) => write!(f, "raise {signal}"),
            Self::LoosenCoupling => f.write_str("loosen the coupling of product and technology decisions"),
            Self::FindOut(signals) => write!(f, "find out the level of {signals}"),
            Self::Assign(responsibilities) => write!(f, "give a holder to {}", Few(*responsibilities)),
            Self::LeaveToOne(responsibilities) => {
                write!(f, "leave to one holder each: {}", Few(*responsibilities))
            }
            Self::BringHome(responsibilities) => {
                write!(f, "give to the seat whose home it is: {}", Few(*responsibilities))
            }
            Self::HandOver(responsibilities) if responsibilities.len() == 1 => {
                write!(f, "hand over {responsibilities}")
            }
            Self::HandOver(responsibilities) => write!(f, "hand over some of {}", Few(*responsibilities)),
            Self::Entrust(role, responsibilities) => {
                write!(f, "give to the {}: {}", role.abbreviation(), Few(*responsibilities))
            }
            Self::CloseGap(skills) => {
                write!(f, "close the gap in ")?;
                if skills.len() > Few::MOST {
                    write!(f, "{} skills", skills.len())?;
                } else {
                    skills.fmt(f)?;
                }
                f.write_str(", or choose somebody without it")
            }
            Self::ReportFewer => f.write_str("have fewer people report to the seat"),
            Self::DropOtherDuties => f.write_str("take other duties from the leader"),
            Self::BalanceAttention => {
                f.write_str("spend time on product and technology as their load asks for")
            }
            Self::FillForGood(role) => write!(f, "fill the seat of the {} for good", role.abbreviation()),
            Self::Choose(Form::Combined) => f.write_str("let one CPTO lead"),
            Self::Choose(Form::Pair) => f.write_str("let a CTO and a CPO lead"),
            Self::Choose(Form::LoneCto) => f.write_str("leave the seat of the CPO vacant"),
            Self::Choose(Form::NoSeat) => f.write_str("leave both seats vacant"),
            Self::Choose(Form::LoneCpo) => f.write_str("leave the seat of the CTO vacant"),
            Self::KeepStructure => f.write_str("leave the structure as it is"),
            Self::RaiseBudget => f.write_str("find the budget for two executives"),
            Self::MoveFewer => f.write_str("let fewer responsibilities change hands at a time"),
        }
    }
}

/// Names a few responsibilities, or counts many: whoever wants the list has it in the remedy.
struct Few(ResponsibilitySet);

impl Few {
    /// The most names that a line of text bears.
    const MOST: usize = 6;
}

impl fmt::Display for Few {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.len() > Self::MOST { write!(f, "{} responsibilities", self.0.len()) } else { self.0.fmt(f) }
    }
}

/// The remedies of one warning, while they are collected.
#[derive(Debug, Default)]
pub(crate) struct Remedies(arrayvec::ArrayVec<Remedy, { Remedies::MOST }>);

impl Remedies {
    /// The most that any warning has.
    const MOST: usize = 8;

    /// One more remedy.
    pub(crate) fn add(&mut self, remedy: Remedy) {
        let kept = self.0.try_push(remedy);
        debug_assert!(kept.is_ok(), "a warning with more than {} remedies", Self::MOST);
    }

    /// One more remedy under a condition.
    pub(crate) fn add_if(&mut self, condition: bool, remedy: Remedy) {
        if condition {
            self.add(remedy);
        }
    }

    /// To raise a signal, where it is applicable, and to find out its level first where nothing is known of it.
    pub(crate) fn raise(&mut self, case: &Case<'_>, signal: Signal) {
        let Some(level) = case.level(signal) else { return };
        self.add_if(level.is_unknown(), Remedy::FindOut(SignalSet::of(&[signal])));
        self.add_if(level.least() < Maturity::Optimizing, Remedy::Raise(signal));
    }

    /// The safeguard, unless it is in place for certain.
    pub(crate) fn put_in_place(&mut self, case: &Case<'_>, safeguard: Safeguard) {
        self.add_if(!case.organization().safeguard(safeguard).least(), Remedy::PutInPlace(safeguard));
    }
}

impl IntoIterator for Remedies {
    type Item = Remedy;
    type IntoIter = arrayvec::IntoIter<Remedy, { Self::MOST }>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
