//! Which laws hold for figures and their readings?

use alloc::vec::Vec;

use crate::input::draft::Draft;
use crate::measures::figure::Figure;
use crate::measures::readings::Combination;
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::testing::laws::violation::{Held, Law, Trial};
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::signal::Maturity;

/// The allowed levels, from the first to the last; `None` if no level is allowed.
pub(super) fn first_to_last(is_allowed: impl Fn(Maturity) -> bool) -> Option<Estimate<Maturity>> {
    let mut allowed = Maturity::ALL.iter().copied().filter(|level| is_allowed(*level));
    let least = allowed.next()?;
    Some(Estimate { least, most: allowed.next_back().unwrap_or(least) })
}

/// The combination of readings by definition, level by level.
fn by_definition(levels: &[Estimate<Maturity>], combination: Combination) -> Option<Estimate<Maturity>> {
    let by_all = first_to_last(|level| levels.iter().all(|it| it.contains(level)));
    let by_any = first_to_last(|level| levels.iter().any(|it| it.contains(level)));
    let most = levels.iter().map(|it| it.most()).min()?;
    match combination {
        Combination::AgreeThenNarrow => by_all.or(by_any),
        Combination::Hull => by_any,
        Combination::WeakestLink => Some(Estimate { most, ..by_any? }),
    }
}

/// Checks that the figures of a proposal are combined as each [`Combination`] says, level by level. The order of figures, a
/// repeated figure and a refused figure make no difference. Readings disagree if they have no level in common. The level of a
/// measured signal is the combination of its readings.
///
/// ```
/// use cpto::{Organization, Proposal, Seat, Structure, laws, measures::Figure};
///
/// let company = Organization::draft().figure(Figure::lead_time(240)?);
/// let proposal = Proposal::draft().organization(company).proposed(Structure::cto(Seat::draft())).build()?;
/// laws::measuring(&proposal)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// What does not hold, in words.
pub fn measuring(proposal: &Proposal) -> Held {
    let organization = proposal.organization();
    let given = organization.readings();
    let read = |figures: &mut dyn Iterator<Item = &Figure>, combination| {
        let draft = figures.cloned().fold(Organization::draft(), Draft::<Organization>::figure);
        draft.combining(combination).value.readings
    };
    let trial = Trial { law: Law::Measuring, given: &[proposal] };
    for signal in given.signals() {
        let same = |is_same: bool, what: &str| {
            trial.claim(is_same, format_args!("{what} changes what is read of {signal}"))
        };
        same(organization.signal(signal) == given.estimate(signal), "the organisation")?;
        let levels: Vec<_> = given.of(signal).map(|reading| reading.level).collect();
        let is_common =
            Maturity::ALL.iter().any(|level| levels.iter().all(|reading| reading.contains(*level)));
        same(given.disagreeing(signal).next().is_none() == is_common, "a common level")?;
        for &combination in Combination::ALL {
            let estimate = by_definition(&levels, combination);
            let read_of = |figures: &mut dyn Iterator<Item = &Figure>, what: &str| {
                same(read(figures, combination).estimate(signal) == estimate, what)
            };
            read_of(&mut given.figures(), "the way to combine")?;
            read_of(&mut given.figures().rev(), "the order of figures")?;
            read_of(&mut given.figures().chain(given.figures()), "a figure that is given again")?;
            read_of(&mut given.iter().map(|reading| reading.figure), "a figure that is refused")?;
        }
    }
    Ok(())
}
