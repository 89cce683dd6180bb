//! How is the data that an evaluation reads derived from a proposal?
//!
//! It is derived when the proposal is built or restated, from what is [possible](Proposal::places) for each fact and from the
//! structures.

use crate::model::packed::{Packed, Slot, count, skill_bits};
use crate::model::proposal::Proposal;
use crate::model::structure::{Structure, core};
use crate::vocabulary::change::{Change, Trigger, TriggerSet};
use crate::vocabulary::code::code;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Field, Home, Role};
use crate::vocabulary::scale::{Estimate, Months, Percent, Scale};
use crate::vocabulary::skill::{Proficiency, Skill};
use crate::vocabulary::span::Span;

/// The responsibilities that link the work to commercial results.
pub(crate) const RESULTS: ResponsibilitySet =
    ResponsibilitySet::of(&[Responsibility::ProfitAndLoss, Responsibility::BusinessModel]);

impl Packed {
    pub(crate) fn of(proposal: &Proposal) -> Self {
        let structure = proposal.proposed();
        let mut packed = Self {
            moves: proposal.moves().count.rising(|moves| u8::try_from(moves).unwrap_or(u8::MAX)),
            form: structure.form(),
            change: proposal.change(),
            headcount: proposal.organization().headcount(),
            term: proposal.term().map(|term| term.span().rising(Months::get)),
            ..Self::EMPTY
        };
        for slot in Slot::stated() {
            packed.learn(proposal, slot);
        }
        for ((_, seat), slot) in structure.seats().zip(&mut packed.seats) {
            slot.interim = seat.interim().span();
            for &skill in Skill::ALL {
                let known: Estimate<Proficiency> = seat.skill(skill);
                slot.skills[0] |= skill_bits(skill, known.least().rank());
                slot.skills[1] |= skill_bits(skill, known.most().rank());
            }
            slot.duties =
                seat.other_duties().map_or(Span::exact(0), |duties| duties.span().rising(Percent::get));
            slot.reports = seat.direct_reports().map(Estimate::span);
            packed.attention = seat.product_attention().map(|percent| percent.span().rising(Percent::get));
        }
        packed.put_interim();
        packed.put_structure(proposal, structure);
        packed
    }

    /// Stores what is known about the fact of a slot.
    fn learn(&mut self, proposal: &Proposal, slot: Slot) {
        let Some(fact) = slot.fact() else { return };
        let known = proposal.places(fact).and_then(|places| {
            Some(code((*places.start()).try_into().ok()?, (*places.end()).try_into().ok()?, slot.values()))
        });
        self.put(slot, known.unwrap_or(Slot::NOT_APPLICABLE));
    }

    /// Derives what follows from the structures, with `structure` as the proposed one.
    pub(crate) fn put_structure(&mut self, proposal: &Proposal, structure: &Structure) {
        for ((role, _), slot) in structure.seats().zip(&mut self.seats) {
            slot.remit = structure.remit(role);
        }
        let form = structure.form();
        let applicable = proposal.organization().applicable();
        let (combined, pair) = (form.is_combined(), form == Form::Pair);
        let (two_sides, reports) = (structure.has_two_sides(), structure.one_side_reports());
        let beside = structure.office_beside();
        let unowned = applicable.difference(structure.held());
        let (contested, misplaced) = (structure.contested(), structure.misplaced());
        let is_core = |set: ResponsibilitySet| !set.intersection(ResponsibilitySet::CORE).is_empty();
        let dedicated = |field| structure.has_dedicated_leader(field);
        let undedicated = |field| !core(field, applicable).is_empty() && !dedicated(field);
        let triggers = proposal.triggers();
        self.part_time = part_time(structure);
        let traits = [
            (Slot::SEAT, true),
            (Slot(Slot::SEAT.0 + 1), pair),
            (Slot::COMBINED, combined),
            (Slot::PAIR, pair),
            (Slot::TWO_SIDES, two_sides),
            (Slot::REPORTS, reports),
            (Slot::UNCHALLENGED, combined || reports),
            (Slot::SHARED_SUPERIOR, reports || structure.share_a_superior()),
            (Slot::TIES, pair || beside.is_some_and(|office| office != Office::Ceo)),
            (Slot::FEW, !pair && beside != Some(Office::Other)),
            (Slot::TECHNOLOGY_DEDICATED, dedicated(Field::Technology)),
            (Slot::PRODUCT_DEDICATED, dedicated(Field::Product)),
            (Slot::TECHNOLOGY_UNDEDICATED, undedicated(Field::Technology)),
            (Slot::PRODUCT_UNDEDICATED, undedicated(Field::Product)),
            (Slot::PART_TIME, self.part_time.iter().any(|set| !set.is_empty())),
            (Slot::MERGES_TWO_SIDES, merges_two_sides(proposal)),
            (Slot::UNOWNED, !unowned.is_empty()),
            (Slot::UNOWNED_CORE, is_core(unowned)),
            (Slot::CONTESTED, !contested.is_empty()),
            (Slot::CONTESTED_CORE, is_core(contested)),
            (Slot::MISPLACED, !misplaced.is_empty()),
            (Slot::MISPLACED_CORE, is_core(misplaced)),
            (Slot::RESULTS_UNOWNED, !unowned.intersection(RESULTS).is_empty()),
            (Slot::ALIGNMENT_UNOWNED, unowned.contains(Responsibility::StrategicAlignment)),
            (Slot::CAUSE, !triggers.intersection(TriggerSet::CAUSES).is_empty()),
            (Slot::COST, triggers.contains(Trigger::Cost)),
            (Slot::VACATED, triggers.contains(Trigger::Vacancy) && proposal.change() != Change::Retain),
            (Slot::ATTENDED, self.attention.is_some()),
        ];
        for (slot, holds) in traits {
            self.put(slot, holds.into());
        }
        let counted = self.counted_signals();
        self.counted = count(counted.len());
        self.unknown = count(self.unknown_of(counted).len());
        for ((role, _), seat) in structure.seats().zip(0..) {
            self.put(Slot(Slot::CONFLICT.0 + seat), (!structure.controls(role).is_empty()).into());
            self.put(Slot(Slot::DEPRIVED.0 + seat), (!structure.missing_levers(role).is_empty()).into());
        }
    }
}

/// Returns whether two sides become one CPTO.
fn merges_two_sides(proposal: &Proposal) -> bool {
    proposal.change() == Change::Merge && proposal.current().is_some_and(Structure::has_two_sides)
}

/// Returns what offices that lead a field part-time hold outside their own trade. There are at most two such offices.
pub(crate) fn part_time(structure: &Structure) -> [ResponsibilitySet; 2] {
    let [technology, product] =
        [Field::Technology, Field::Product].map(|field| match structure.leader(field) {
            Some(Holder::Office(Office::RunOrganization | Office::Other) | Holder::Seat(_)) | None => None,
            Some(Holder::Office(office)) => Some(office),
        });
    let beside_the_trade = |office: Option<Office>| {
        office.map_or(ResponsibilitySet::EMPTY, |office| {
            structure.held_by(Holder::Office(office)).difference(office.trade())
        })
    };
    [beside_the_trade(technology), beside_the_trade(product.filter(|_| product != technology))]
}

/// Returns the responsibilities whose home is the other seat.
const fn other_home(role: Role) -> ResponsibilitySet {
    match role {
        Role::Cto => ResponsibilitySet::of_home(Home::Cpo),
        Role::Cpo => ResponsibilitySet::of_home(Home::Cto),
        Role::Cpto => ResponsibilitySet::EMPTY,
    }
}

impl Structure {
    /// Returns the responsibilities held only by a seat that is not their home.
    pub(crate) fn misplaced(&self) -> ResponsibilitySet {
        self.misplaced_with(Role::Cto).union(self.misplaced_with(Role::Cpo))
    }

    /// Returns the responsibilities that this seat alone holds although their home is the other seat.
    pub(crate) fn misplaced_with(&self, role: Role) -> ResponsibilitySet {
        self.held_alone(role).intersection(other_home(role))
    }

    /// Returns the security and compliance responsibilities that a seat holds in addition to delivery.
    pub(crate) fn controls(&self, role: Role) -> ResponsibilitySet {
        const CONTROLS: ResponsibilitySet = ResponsibilitySet::of(&[
            Responsibility::Security,
            Responsibility::TechnicalCompliance,
            Responsibility::LegalCompliance,
            Responsibility::Privacy,
        ]);
        let remit = self.remit(role);
        let delivers = remit.contains(Responsibility::Delivery);
        if delivers { remit.intersection(CONTROLS) } else { ResponsibilitySet::EMPTY }
    }

    /// Returns the responsibilities that drive profit and loss and that others hold, if this seat alone answers for profit and
    /// loss.
    pub(crate) fn missing_levers(&self, role: Role) -> ResponsibilitySet {
        const LEVERS: ResponsibilitySet = ResponsibilitySet::of(&[
            Responsibility::Roadmap,
            Responsibility::Requirements,
            Responsibility::BusinessModel,
        ]);
        if self.held_alone(role).contains(Responsibility::ProfitAndLoss) {
            self.held().difference(self.remit(role)).intersection(LEVERS)
        } else {
            ResponsibilitySet::EMPTY
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fact::Fact;
    use crate::model::organization::Organization;
    use crate::model::seat::Seat;
    use crate::vocabulary::signal::{Maturity, Signal};

    /// A restated fact is packed as in a proposal that states it, and restating the old value restores the old packing.
    #[test]
    fn facts_are_restated_as_they_are_packed() {
        let seat = || Seat::draft().direct_reports(3..=7).interim(false..=true);
        let beside = Structure::cpo(seat()).elsewhere_all(Field::Technology, Office::Coo);
        let somewhere = Organization::draft;
        let somewhat = || {
            let company = somewhere().headcount(30..=300).signal(Signal::Integration, Maturity::Managed);
            company.signal_not_applicable(Signal::DataCapability, "no data").regulated(true)
        };
        let structures = [
            Structure::combined(seat().product_attention(Percent::LEAST..)),
            Structure::pair(seat(), seat()),
            Structure::cto(seat()),
            beside,
        ];
        for (structure, company) in structures.iter().flat_map(|it| [(it, somewhere()), (it, somewhat())]) {
            let draft = Proposal::draft().organization(company).proposed(structure.clone());
            let pair = Structure::pair(Seat::draft(), Seat::draft());
            for draft in [draft.clone(), draft.current(pair)] {
                restated_as_packed(&draft.build().expect("valid"));
            }
        }
    }

    fn restated_as_packed(proposal: &Proposal) {
        let stated =
            |places: &crate::model::value::Places| Span { least: *places.start(), most: *places.end() };
        for fact in Fact::ALL.iter().copied().filter(|fact| *fact != Fact::Incumbent) {
            let (Some(scale), Some(before)) = (proposal.scale(fact), proposal.places(fact)) else { continue };
            let (least, most) = (*scale.start(), *scale.end());
            for places in [scale, least..=least, most..=most, least..=most - 1] {
                let mut packed = *proposal.packed();
                packed.restate(fact, stated(&places));
                assert_eq!(
                    packed,
                    *proposal.restated([(fact, places.clone())]).packed(),
                    "{fact} {places:?}"
                );
                packed.restate(fact, stated(&before));
                assert_eq!(packed, *proposal.packed(), "{fact} {before:?}");
            }
        }
    }
}
