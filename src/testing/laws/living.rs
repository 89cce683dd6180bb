//! Does what is told of living with a decision hold?

use crate::advice::accept::{Acceptances, accept};
use crate::assessment::evaluate_under;
use crate::model::proposal::Proposal;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::testing::laws::violation::{Held, Law, broken, unchecked};
use crate::testing::worlds::distinct_worlds;
use crate::vocabulary::date::Date;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::span::Span;

/// Accepting is exact: in each world, a warning that is accepted on that day is left as none where it is at most as severe as was
/// accepted, and every other one as it is; what is left of all worlds is the range of these.
///
/// ```
/// use cpto::advice::accept::Acceptances;
/// use cpto::{Date, Policy, Proposal, Seat, Structure, laws};
///
/// let nothing = Acceptances::default();
/// let day = Date::new(2027, 6, 30).unwrap();
/// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
/// // Of a proposal of which nothing is known, there are too many worlds to look at.
/// assert!(!laws::accepting(&proposal, &nothing, day, &Policy::DEFAULT).unwrap_err().is_broken());
/// # Ok::<(), cpto::Faults>(())
/// ```
///
/// # Errors
/// A violation where it is not; one that is not checked where there are too many worlds.
pub fn accepting(proposal: &Proposal, acceptances: &Acceptances, on: Date, policy: &Policy) -> Held {
    let accepted_up_to = |key: WarningKey| {
        let mut holding = acceptances.as_slice().iter().filter(|it| it.until.is_none_or(|until| on <= until));
        holding.find(|it| it.key == key).map_or(Severity::None, |it| it.up_to)
    };
    let worlds = match distinct_worlds(proposal, policy, proposal.open_facts()) {
        Ok(worlds) => worlds,
        Err(many) => return unchecked(Law::Accepting, alloc::format!("{many}"), &[proposal]),
    };
    let worlds: alloc::vec::Vec<_> = worlds.map(|world| evaluate_under(&world, policy)).collect();
    let accepted = accept(acceptances, &evaluate_under(proposal, policy), on);
    for key in WarningKey::all(proposal.proposed().form()) {
        // This one counts what is known, and says nothing in a world.
        if !key.code.counts_towards_verdict() {
            continue;
        }
        let in_world = worlds.iter().map(|world| world.severity(key).most());
        let left = in_world.map(|it| if it <= accepted_up_to(key) { Severity::None } else { it });
        let expected = left.map(Span::exact).reduce(Span::hull).unwrap_or_default();
        let found = accepted.left().severity(key);
        if found != expected {
            return broken(
                Law::Accepting,
                alloc::format!("{key} is left as {found}, and not {expected}"),
                &[proposal],
            );
        }
    }
    Ok(())
}
