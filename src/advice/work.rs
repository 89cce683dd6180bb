//! How many evaluations may a search make, and how are they made quickly?

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::assessment::Assessment;
use crate::model::fact::Fact;
use crate::model::packed::{Packed, Slot};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::WarningCode;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::situation::shortfall::HEADS;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Home;
use crate::vocabulary::severity::{Severity, SeverityRange};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::span::Span;

/// No evaluation is left.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spent;

/// The input of `one-sided-focus`, apart from the numbers of the policy.
type FocusKey = ([u8; Signal::COUNT + HEADS.len()], [u8; 2], u32);

/// The evaluations of one search.
pub(super) struct Work<'a> {
    pub(super) policy: &'a Policy,
    pub(super) left: u32,
    /// The number of responsibilities that change hands with each person who may stay.
    moves: Vec<u8>,
    /// The known severities of `one-sided-focus`, the only rule that looks at many worlds.
    focus: BTreeMap<FocusKey, SeverityRange>,
    focus_cost: u32,
}

impl<'a> Work<'a> {
    pub(super) fn new(proposal: &Proposal, policy: &'a Policy, limit: Limit) -> Self {
        let moves = proposal.who_may_stay().into_iter().flatten().map(|who| {
            let moves = proposal.moves_to(proposal.proposed(), Some(who)).count;
            u8::try_from(moves.most).unwrap_or(u8::MAX)
        });
        // Its worlds differ in sums of whole efforts, of which there are at most as many as steps between the ends.
        let effort = &policy.numbers().effort;
        let steps = effort.quarters.at(Maturity::Initial) - effort.quarters.at(Maturity::Optimizing);
        let technology = ResponsibilitySet::of_home(Home::Cto).iter();
        let base: u32 =
            technology.filter(|it| it.signal().is_some()).map(|it| u32::from(effort.base.get(it))).sum();
        let sums = (base * u32::from(steps)).min(5_u32.pow(5));
        Self {
            policy,
            left: limit.evaluations(),
            moves: moves.collect(),
            focus: BTreeMap::new(),
            focus_cost: 1 + sums / 2,
        }
    }

    /// Restates what is known about a fact, including who stays.
    pub(super) fn put(&self, packed: &mut Packed, fact: Fact, known: Span<u32>) {
        if fact != Fact::Incumbent {
            return packed.restate(fact, known);
        }
        let staying =
            self.moves.iter().skip(known.least as usize).take((known.most - known.least) as usize + 1);
        if let Some(moves) = staying.map(|moves| Span::exact(*moves)).reduce(Span::hull) {
            packed.moves = moves;
        }
    }

    #[inline]
    pub(super) fn spend(&mut self, evaluations: u32) -> Result<(), Spent> {
        self.left = self.left.checked_sub(evaluations).ok_or(Spent)?;
        Ok(())
    }

    /// Evaluates the facts, or fails if no evaluation is left.
    #[inline]
    pub(super) fn evaluate(&mut self, packed: &Packed) -> Result<Assessment, Spent> {
        self.spend(1)?;
        match packed.attention {
            None => Ok(Assessment::of(packed, self.policy)),
            Some(attention) => self.evaluate_attended(packed, attention),
        }
    }

    pub(super) fn severity(&mut self, packed: &Packed, key: WarningKey) -> Result<Span<Severity>, Spent> {
        if packed.attention.is_some() && key.code == WarningCode::OneSidedFocus {
            return Ok(self.evaluate(packed)?.severity(key));
        }
        self.spend(1)?;
        Ok(Assessment::severity_of(key, packed, self.policy))
    }

    fn evaluate_attended(&mut self, packed: &Packed, attention: Span<u8>) -> Result<Assessment, Spent> {
        let slots = Signal::ALL.iter().map(|signal| Slot::signal(*signal)).chain(HEADS);
        let mut codes = slots.map(|slot| packed.codes.get(slot.index()).copied().unwrap_or_default());
        let codes = core::array::from_fn(|_| codes.next().unwrap_or_default());
        let [seat, _] = &packed.seats;
        let key = WarningCode::OneSidedFocus.into();
        let of_focus = (codes, [attention.least, attention.most], seat.remit.bits);
        if let Some(range) = self.focus.get(&of_focus) {
            return Ok(Assessment::of(&packed.unattended(), self.policy).with_range(key, *range));
        }
        self.spend(self.focus_cost)?;
        let assessment = Assessment::of(packed, self.policy);
        self.focus.insert(of_focus, assessment.range(key));
        Ok(assessment)
    }
}
