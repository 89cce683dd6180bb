//! How likely is each severity of a warning, each verdict, or a statement of one's own?

use alloc::vec::Vec;

use crate::advice::chances::leaders::OneOrTwo;
use crate::advice::chances::model::{Model, World};
use crate::advice::chances::parts::Spread;
use crate::advice::chances::tally::one_or_two;
use crate::advice::chances::wide::Wide;
use crate::assessment::Assessment;
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::policy::belief::Belief;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::vocabulary::severity::{Severity, Verdict};
use crate::vocabulary::word::vocabulary;

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

fn model(proposal: &Proposal, policy: &Policy, belief: &Belief, reads: FactSet) -> Model<1> {
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
            let place = if fact == Fact::Headcount { world.people } else { world.at(fact.position()) };
            (fact, place..=place)
        });
        is_so(&proposal.restated(places))
    };
    let mut amounts = [Wide::ZERO; Truth::COUNT];
    let is_exact = model.go_through(|world, _, weight| weight.add(&mut amounts, in_world(world).into()));
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
    fn of(model: &Model<1>, keys: &[WarningKey], policy: &Policy) -> Self {
        let mut drawn = Self {
            severities: alloc::vec![[Wide::ZERO; Severity::COUNT]; keys.len()],
            verdicts: [Wide::ZERO; Verdict::COUNT],
            is_exact: false,
        };
        drawn.is_exact = model.go_through(|_, [view], weight| {
            let assessment = Assessment::of(view, policy);
            for (key, amounts) in keys.iter().zip(&mut drawn.severities) {
                weight.add(amounts, assessment.range(*key).least() as usize);
            }
            weight.add(&mut drawn.verdicts, assessment.verdict().most() as usize);
        });
        drawn
    }

    fn severity(&self, cell: usize) -> OfSeverity {
        self.severities.get(cell).map_or(Spread::certain(Severity::None), |it| Spread::of(it, self.is_exact))
    }
}
