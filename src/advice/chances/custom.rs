//! How likely is each severity of a custom rule, and each verdict with such rules?

use alloc::string::String;
use alloc::vec::Vec;

use crate::advice::chances::model::{Beside, Model};
use crate::advice::chances::warnings::{Chances, Drawn, model};
use crate::assessment::Assessment;
use crate::assessment::extended::{AnyKey, Extended};
use crate::policy::belief::Belief;
use crate::rules::warning::WarningKey;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::severity::{Severity, Verdict};

/// Evaluates the chances of custom rules, and of the verdict with them. The chances of the built-in warnings are those of
/// [`chances`](crate::advice::chances::chances).
///
/// A world combines a world of the proposal with one of the cases. Each case weighs the same in every world, and a case that is
/// given twice weighs twice. Each warning is identified by the code of its rule, in the order of the rules. One leader and two
/// are not compared under custom rules.
#[must_use]
pub fn chances_with<C>(extended: &Extended<'_, C>, belief: &Belief, limit: Limit) -> Chances<String> {
    let Extended { proposal, policy, rules, cases, .. } = *extended;
    let structure = proposal.proposed();
    let headcounts: Vec<u32> = rules.iter().flat_map(|rule| rule.headcounts()).copied().collect();
    let cases_alike = u32::try_from(cases.len()).unwrap_or(u32::MAX);
    let beside = Beside { headcounts: &headcounts, cases: cases_alike, limit };
    let model = |reads| model(proposal, policy, belief, reads, beside);
    let drawn = |model: &Model<1>| {
        let (chosen, mut exact) = (model.chosen, proposal.clone());
        Drawn::of(model, rules.len(), |world, view, severities| {
            exact.restate(world.places(chosen));
            let mut worst = Severity::None;
            for ((rule, severity), case) in rules.iter().zip(severities).zip(core::iter::repeat(world.case)) {
                *severity =
                    cases.get(case as usize).map_or(Severity::None, |case| rule.severity(&exact, case));
                worst = worst.or_worse(*severity);
            }
            Assessment::of(view, policy).verdict().most().max(Verdict::of(worst))
        })
    };
    let built_in = WarningKey::read_by_verdict(structure, policy);
    let together = drawn(&model(built_in.union(extended.reads(structure))));
    let asked = rules.iter().map(|rule| {
        let known = extended.severity(AnyKey::Custom(rule.code()));
        (known, rule.reads(structure).intersection(proposal.open_facts()))
    });
    let few = |reads| Some(model(reads)).filter(Model::is_small).as_ref().map(drawn);
    let spreads = together.each(asked, few);
    Chances {
        belief: *belief,
        verdict: together.verdict(extended.verdict()),
        warnings: rules.iter().map(|rule| rule.code().into()).zip(spreads).collect(),
        leaders: None,
    }
}
