//! Which world does a fully known proposal describe?
//!
//! [`World::of`] computes the world of a proposal with exact facts in the slow and obvious way. The evaluation is tested against
//! it.

use crate::model::packed::{Packed, Slot};
use crate::model::proposal::Proposal;
use crate::policy::numbers::Numbers;
use crate::situation::growth::Growth;
use crate::situation::world::World;
use crate::situation::{condition, load, shortfall};
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Home;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;

impl World {
    /// The world of a fully known proposal, with the loads of the seat at this position. A fact that is not known exactly has
    /// its least value.
    pub(crate) fn of(proposal: &Proposal, numbers: &Numbers, seat: usize) -> Self {
        let packed = Packed::of(proposal);
        let mut world = Self {
            values: packed.codes,
            headcount: packed.headcount.least().get(),
            attention: packed.attention.map(|attention| attention.least),
            moves: packed.moves.least,
            unknown: packed.unknown,
            counted: packed.counted,
            ..Self::LEAST
        };
        let by = |months| packed.term.is_some_and(|term| term.least <= months);
        let growth = Growth::of(numbers, &packed);
        world = world
            .with(Slot::STAGE, growth.stages().least as u8)
            .with(Slot::SHORT_TERM, by(numbers.short_term_at_most).into())
            .with(Slot::ENDS_SOON, by(numbers.no_review_cadence.term_at_most).into());
        let gap = |(role, seat)| {
            let steps = shortfall::in_world(numbers, &world, role, seat);
            shortfall::severity(numbers, steps, world.short_term())
        };
        let worst = proposal.proposed().seats().map(gap).fold(Severity::None, Severity::max);
        let (technology, product) =
            (condition::technology(numbers, &world), condition::product(numbers, &world));
        world = world
            .with(Slot::SKILL_GAP, worst as u8)
            .with(Slot::TECHNOLOGY, technology as u8)
            .with(Slot::PRODUCT, product as u8);
        let hundredths = numbers.effort.hundredths.at(world.stage()).into();
        let load = |held| load::percent(load::parts(numbers, &world, held), hundredths);
        world.part_time = packed.part_time.map(load).into_iter().max().unwrap_or(0);
        if let Some((role, seat)) = proposal.proposed().seats().nth(seat) {
            let remit = proposal.proposed().remit(role);
            let parts = |remit| load::parts(numbers, &world, remit);
            let half = |home| parts(remit.intersection(ResponsibilitySet::of_home(home)));
            let percent = |parts| load::percent(parts, hundredths);
            let duties = seat.other_duties().map_or(0, |percent| percent.least().get().into());
            let halves = [half(Home::Cpo), half(Home::Cto)];
            world = Self {
                load: percent(parts(remit)) + duties,
                parts: halves,
                halves: halves.map(percent),
                shortfall: shortfall::in_world(numbers, &world, role, seat),
                reports: seat.direct_reports().map(Estimate::least),
                ..world
            };
        }
        world
    }
}
