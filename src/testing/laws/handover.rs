//! Does the order of handovers work as promised?

use crate::advice::handover::{Road, above, badness, handover};
use crate::assessment::evaluate_under;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::rules::policy::Policy;
use crate::testing::laws::violation::{Held, Law, Trial};
use crate::vocabulary::limit::Limit;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::Responsibility;

/// The maximum number of responsibilities for which every order is tried.
const MOST: usize = 5;

/// Checks that handing over works as reported. Everything that changes hands does so once; a responsibility with one holder at
/// both ends has one on the whole way; each step reports the warnings above both ends, as evaluated after it; and if few
/// responsibilities change hands, no order has a milder worst moment.
///
/// ```
/// use cpto::{Office, Policy, Proposal, Responsibility, Seat, Structure, laws};
///
/// let pair = || Structure::pair(Seat::draft(), Seat::draft());
/// let relieved = pair().elsewhere(Responsibility::Security, Office::Ciso);
/// let proposal = Proposal::draft().current(pair()).proposed(relieved).build()?;
/// laws::handing_over(&proposal, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The law is broken, or cannot be checked because there is no order, or none that is proven.
pub fn handing_over(proposal: &Proposal, policy: &Policy) -> Held {
    let trial = Trial { law: Law::HandingOver, given: &[proposal] };
    let found = handover(proposal, policy, Limit::default()).map_err(|no| trial.unchecked(no))?;
    let road = Road::of(proposal).map_err(|no| trial.unchecked(no))?;
    trial.need(found.is_proven, "there are too many orders")?;
    let ends = road.ends(policy);
    let holders = |structure: &Structure, it: Responsibility| {
        Holder::all().filter(|holder| structure.held_by(*holder).contains(it)).count()
    };
    let (mut handed, mut worst) = (0_u32, 0);
    for step in &found.steps {
        let at = road.moved.iter().position(|it| *it == step.responsibility);
        let at = at.ok_or_else(|| trial.broken("it hands over what does not change hands"))?;
        trial.claim(handed >> at & 1 == 0, "it hands something over twice")?;
        handed |= 1 << at;
        let there = road.after(handed).ok_or_else(|| trial.broken("it goes through what cannot be"))?;
        for &it in Responsibility::ALL {
            let [today, then, on_the_way] = [road.after(0).as_ref(), Some(proposal), Some(&there)]
                .map(|proposal| proposal.map(|proposal| holders(proposal.proposed(), it)));
            let has_one = today != Some(1) || then != Some(1) || on_the_way == Some(1);
            trial.claim(has_one, format_args!("{it} is without its one holder on the way"))?;
        }
        let told = above(&ends, &evaluate_under(&there, policy));
        trial.claim(told == step.above, "a step does not tell what is above both ends")?;
        worst = worst.max(badness(&told, policy));
    }
    trial.claim(found.steps.len() == road.moved.len(), "something is not handed over")?;
    let bad = |handed: u32| {
        let there = road.after(handed)?;
        Some(badness(&above(&ends, &evaluate_under(&there, policy)), policy))
    };
    let is_best = road.moved.len() > MOST || least(&bad, road.moved.len(), 0) == Some(worst);
    trial.claim(is_best, "another order has a milder worst moment")
}

/// The badness of the worst moment in the best of all orders from here.
fn least(bad: &impl Fn(u32) -> Option<u32>, count: usize, handed: u32) -> Option<u32> {
    let steps = (0..count).map(|at| 1_u32 << at).filter(|step| handed & step == 0);
    let then = steps.filter_map(|step| Some(bad(handed | step)?.max(least(bad, count, handed | step)?)));
    if handed.count_ones() as usize == count { Some(0) } else { then.min() }
}
