//! How likely is each severity of a warning, each verdict, or a custom statement?

use alloc::vec::Vec;

use crate::advice::chances::leaders::OneOrTwo;
use crate::advice::chances::model::{Beside, Model, World};
use crate::advice::chances::parts::Spread;
use crate::advice::chances::tally::one_or_two;
use crate::advice::chances::wide::Wide;
use crate::assessment::Assessment;
use crate::model::fact::FactSet;
use crate::model::packed::Packed;
use crate::model::proposal::Proposal;
use crate::policy::belief::Belief;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::severity::{Severity, Verdict};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::vocabulary;

/// The chances for a proposal, with built-in warnings, or with custom rules by their codes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Chances<K = WarningKey> {
    /// The belief that weighs the worlds. Name it wherever a chance is shown.
    pub belief: Belief,
    /// The chance of each verdict, from all warnings together.
    pub verdict: OfVerdict,
    /// The chance of each severity, for every possible warning, in the order of the catalogue and of the seats.
    pub warnings: Vec<(K, OfSeverity)>,
    /// Whether one leader or two has less against it; nothing if they cannot be compared.
    pub leaders: Option<OneOrTwo>,
}

/// The chances of the severities of a warning.
pub type OfSeverity = Spread<Severity, { Severity::COUNT }>;
/// The chances of the verdicts.
pub type OfVerdict = Spread<Verdict, { Verdict::COUNT }>;

impl Chances {
    /// Returns the chance of each severity of one warning.
    #[must_use]
    pub fn warning(&self, key: WarningKey) -> Option<OfSeverity> {
        self.warnings.iter().find(|(other, _)| *other == key).map(|(_, spread)| *spread)
    }
}

/// Evaluates the chances of each severity and each verdict of a proposal.
///
/// ```
/// use cpto::advice::Limit;
/// use cpto::advice::chances::chances;
/// use cpto::policy::Belief;
/// use cpto::{Policy, Proposal, Seat, Severity, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let chances = chances(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default());
/// for (warning, spread) in chances.warnings {
///     println!("{warning}: critical in {} of 10,000", spread.parts.get(Severity::Critical));
/// }
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn chances(proposal: &Proposal, policy: &Policy, belief: &Belief, limit: Limit) -> Chances {
    let keys: Vec<WarningKey> = WarningKey::all(proposal.proposed().form()).collect();
    let reads = |key: &WarningKey| key.reads(proposal.proposed(), policy);
    let model = |reads| model(proposal, policy, belief, reads, Beside::nothing(limit));
    let drawn = |model: &Model<1>| {
        Drawn::of(model, keys.len(), |_, view, severities| {
            let assessment = Assessment::of(view, policy);
            for (key, severity) in keys.iter().zip(severities) {
                *severity = assessment.range(*key).least();
            }
            assessment.verdict().most()
        })
    };
    let together = drawn(&model(WarningKey::read_by_verdict(proposal.proposed(), policy)));
    let stated = Assessment::of(proposal.packed(), policy);
    let asked =
        keys.iter().map(|key| (stated.severity(*key), reads(key).intersection(proposal.open_facts())));
    let few = |reads| Some(model(reads)).filter(Model::is_small).as_ref().map(drawn);
    let warnings = keys.iter().copied().zip(together.each(asked, few)).collect();
    Chances {
        belief: *belief,
        verdict: together.verdict(stated.verdict()),
        warnings,
        leaders: one_or_two(proposal, policy, belief, limit),
    }
}

pub(super) fn model(
    proposal: &Proposal,
    policy: &Policy,
    belief: &Belief,
    reads: FactSet,
    beside: Beside<'_>,
) -> Model<1> {
    let scenes = Model::scenes(proposal, belief.weights(), reads);
    Model::new(proposal, policy.numbers(), belief.weights(), reads, scenes, beside)
}

/// Evaluates the chance of a custom statement: in how many parts of 10,000 of the worlds it is true.
///
/// The statement is a function of the named facts, which have an exact value in every world; it must not depend on other facts.
/// Of headcounts that neither the policy nor the belief distinguishes, the statement is only asked about the lowest. A
/// [`CustomRule`](crate::CustomRule) names its own thresholds.
///
/// ```
/// use cpto::advice::Limit;
/// use cpto::advice::chances::chance_of;
/// use cpto::policy::Belief;
/// use cpto::{Fact, FactSet, Policy, Proposal, Seat, Stage, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let facts = FactSet::of(&[Fact::Stage]);
/// let startup = |world: &Proposal| world.organization().stage().value() == Some(Stage::Startup);
/// let chance = chance_of(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, facts, Limit::default(), startup);
/// assert_eq!((chance.parts.get(true.into()), chance.is_exact()), (2_500, true));
/// # Ok::<(), cpto::Faults>(())
/// ```
pub fn chance_of(
    proposal: &Proposal,
    policy: &Policy,
    belief: &Belief,
    facts: FactSet,
    limit: Limit,
    mut is_so: impl FnMut(&Proposal) -> bool,
) -> Spread<Truth, { Truth::COUNT }> {
    let model = model(proposal, policy, belief, facts, Beside::nothing(limit));
    let (chosen, mut exact) = (model.chosen, proposal.clone());
    let mut amounts = [Wide::ZERO; Truth::COUNT];
    let within = model.go_through(|world, _, weight| {
        exact.restate(world.places(chosen));
        weight.add(&mut amounts, is_so(&exact).into());
    });
    Spread::of(&amounts, within)
}

vocabulary! {
    /// Whether a statement is true.
    ///
    /// ```
    /// use cpto::advice::chances::Truth;
    ///
    /// assert_eq!(Truth::from(true), Truth::Yes);
    /// ```
    pub enum Truth as "truth", told {
        /// The statement is false.
        No,
        /// The statement is true.
        Yes,
    }
}

impl From<bool> for Truth {
    fn from(is_so: bool) -> Self {
        if is_so { Self::Yes } else { Self::No }
    }
}

/// The weight of the worlds by the severity of each warning, and by verdict.
pub(super) struct Drawn {
    severities: Vec<[Wide; Severity::COUNT]>,
    verdicts: [Wide; Verdict::COUNT],
    within: u16,
}

impl Drawn {
    /// Visits the worlds. In each, `in_world` fills in the severity of each of `count` warnings and returns the verdict.
    pub(super) fn of(
        model: &Model<1>,
        count: usize,
        mut in_world: impl FnMut(&World, &Packed, &mut [Severity]) -> Verdict,
    ) -> Self {
        let mut drawn = Self {
            severities: alloc::vec![[Wide::ZERO; Severity::COUNT]; count],
            verdicts: [Wide::ZERO; Verdict::COUNT],
            within: 0,
        };
        let mut severities = alloc::vec![Severity::None; count];
        drawn.within = model.go_through(|world, [view], weight| {
            let verdict = in_world(world, view, &mut severities);
            for (severity, amounts) in severities.iter().zip(&mut drawn.severities) {
                weight.add(amounts, *severity as usize);
            }
            weight.add(&mut drawn.verdicts, verdict as usize);
        });
        drawn
    }

    /// Returns the chances of each warning, given what is known of its severity and which of its facts are open. If not all
    /// worlds were counted, a warning whose own facts leave few worlds is counted in those.
    pub(super) fn each(
        &self,
        asked: impl Iterator<Item = (Span<Severity>, FactSet)>,
        few: impl Fn(FactSet) -> Option<Self>,
    ) -> Vec<OfSeverity> {
        let mut small: Vec<(FactSet, Self)> = Vec::new();
        let spread = |(cell, (known, open)): (usize, (Span<Severity>, FactSet))| {
            if let Some(severity) = known.value() {
                return Spread::certain(severity);
            }
            let is_there = |small: &[(FactSet, Self)]| small.iter().position(|(other, _)| *other == open);
            if self.within > 0 && is_there(&small).is_none() {
                small.extend(few(open).map(|drawn| (open, drawn)));
            }
            is_there(&small)
                .and_then(|place| small.get(place))
                .map_or(self, |(_, drawn)| drawn)
                .severity(cell)
        };
        asked.enumerate().map(spread).collect()
    }

    fn severity(&self, cell: usize) -> OfSeverity {
        self.severities.get(cell).map_or(Spread::certain(Severity::None), |it| Spread::of(it, self.within))
    }

    /// Returns the chances of the verdict, given what is known of it.
    pub(super) fn verdict(&self, known: Span<Verdict>) -> OfVerdict {
        known.value().map_or_else(|| Spread::of(&self.verdicts, self.within), Spread::certain)
    }
}
