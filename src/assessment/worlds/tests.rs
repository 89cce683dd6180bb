//! Are worlds complete, and is every small rule exact over all of them?

use alloc::collections::BTreeSet;

use super::*;
use crate::assessment::evaluate_under;
use crate::input::draft::Draft;
use crate::model::organization::Organization;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::situation::distinct::distinct_places;
use crate::vocabulary::signal::Signal;
use crate::vocabulary::stage::Stage;

/// The most ranges of a rule's facts that are examined.
const MOST_RANGES: usize = 40_000;

/// Everything that can be known about some facts: for each fact, every range of the values that are distinguished.
fn ranges(values: &[Vec<u32>]) -> Option<Vec<Vec<(usize, usize)>>> {
    let of_one = |values: &Vec<u32>| -> Vec<(usize, usize)> {
        (0..values.len()).flat_map(|least| (least..values.len()).map(move |most| (least, most))).collect()
    };
    let each: Vec<_> = values.iter().map(of_one).collect();
    let count = each.iter().try_fold(1_usize, |count, ranges| count.checked_mul(ranges.len()))?;
    (count <= MOST_RANGES).then_some(each)
}

/// Calls `each` with every item of a product of lists.
fn product<T: Copy>(lists: &[Vec<T>], mut each: impl FnMut(&[T])) {
    let count: usize = lists.iter().map(Vec::len).product();
    for index in 0..count {
        let mut rest = index;
        let item: Vec<T> = lists
            .iter()
            .map(|list| {
                let item = list[rest % list.len()];
                rest /= list.len();
                item
            })
            .collect();
        each(&item);
    }
}

/// Checks a rule with everything that can be known about its facts. Returns the number of cases, or `None` where there are too
/// many.
fn whole_space(proposal: &Proposal, policy: &Policy, key: WarningKey) -> Option<usize> {
    let facts: Vec<Fact> = key.reads(proposal.proposed(), policy).iter().collect();
    let facts: Vec<Fact> = facts.into_iter().filter(|fact| proposal.places(*fact).is_some()).collect();
    let scale = |fact: &Fact| match (fact, proposal.who_may_stay()) {
        (Fact::Incumbent, Some(all)) => (0..u32::try_from(all.count()).expect("three at most")).collect(),
        _ => distinct_places(*fact, fact.scale(), policy.numbers()),
    };
    let values: Vec<Vec<u32>> = facts.iter().map(scale).collect();
    let ranges = ranges(&values)?;
    let known = |places: &[(u32, u32)]| {
        let mut known = proposal.clone();
        known.restate(facts.iter().zip(places).map(|(fact, (least, most))| (*fact, *least..=*most)));
        evaluate_under(&known, policy).severity(key)
    };
    // First, the severity of each world.
    let mut worlds = alloc::collections::BTreeMap::new();
    let indices: Vec<Vec<usize>> = values.iter().map(|values| (0..values.len()).collect()).collect();
    product(&indices, |world| {
        let places: Vec<_> =
            world.iter().zip(&values).map(|(index, values)| (values[*index], values[*index])).collect();
        worlds.insert(world.to_vec(), known(&places).value().expect("a world has one severity"));
    });
    // Then every range, whose severity must be the hull over its worlds.
    let mut cases = 0;
    product(&ranges, |range| {
        if facts.contains(&Fact::Incumbent) {
            let at = facts.iter().position(|fact| *fact == Fact::Incumbent).expect("it is there");
            let (least, most) = range[at];
            if least < most && (least, most + 1) != (0, values[at].len()) {
                return;
            }
        }
        cases += 1;
        let places: Vec<_> = range
            .iter()
            .zip(&values)
            .map(|((least, most), values)| (values[*least], values[*most]))
            .collect();
        let inside: Vec<Vec<usize>> = range.iter().map(|(least, most)| (*least..=*most).collect()).collect();
        let mut expected: Option<Span<Severity>> = None;
        let pair = |world: &[usize]| {
            let place = |fact| facts.iter().position(|it| *it == fact).map(|at| values[at][world[at]]);
            Some((place(Fact::Stage)?, place(Fact::Headcount)?))
        };
        let is_plausible = |world: &[usize]| {
            pair(world).is_none_or(|(stage, people)| {
                let plausible = &policy.numbers().plausible_headcount;
                let stage = Stage::ALL[stage as usize];
                (plausible.least.get(stage)..=plausible.most.get(stage)).contains(&people)
            })
        };
        let mut any = false;
        product(&inside, |world| any |= is_plausible(world));
        product(&inside, |world| {
            if any && !is_plausible(world) {
                return;
            }
            let severity = Span::exact(worlds[world]);
            expected = Some(expected.map_or(severity, |all| all.hull(severity)));
        });
        assert_eq!(Some(known(&places)), expected, "{key} with {facts:?} at {places:?}");
    });
    Some(cases)
}

/// The proposal with some of the grounds for a dedicated leader left out.
fn without_grounds(proposal: &Proposal, count: usize) -> Proposal {
    use Signal::{DataCapability, DeveloperProductivity, ProductDirection, TechnicalStability};
    let left_out = [DataCapability, DeveloperProductivity, ProductDirection, TechnicalStability];
    let organization: Draft<Organization> = proposal.organization().clone().into();
    let organization = left_out
        .into_iter()
        .take(count)
        .fold(organization, |organization, signal| organization.signal_not_applicable(signal, "left out"));
    Draft::from(proposal.clone()).organization(organization).build().expect("still valid")
}

/// Where a rule has few inputs, all of them are checked: every range of every fact that it reads, for its examples at each
/// severity, under the default policy and under an unusual one. Some of the grounds for a dedicated leader are left out where
/// there are too many.
#[test]
fn every_small_rule_is_exact_everywhere() {
    let strange = Policy::DEFAULT
        .with(|numbers| {
            numbers.no_second_line.neither_lead.set(Stage::Startup, Severity::Critical);
            numbers.key_person_dependency.stage.set(Stage::Enterprise, Severity::None);
            numbers.scale_requires_both.stage.set(Stage::Startup, Severity::High);
            numbers.no_review_cadence.combined.set(Stage::ScaleUp, Severity::Low);
            numbers.no_review_cadence.steps_up_interim = 3;
            numbers.decision_latency.stage.set(Stage::Established, Severity::Critical);
            numbers.premature_split.startup = Severity::High;
            numbers.premature_split.steps_down_dedicated = 2;
            numbers.misalignment_risk.steps_up_close_integration = 2;
            numbers.technology_needs_dedicated_leader.not_below = Severity::High;
            numbers.product_needs_dedicated_leader.steps_down_startup = 3;
            numbers.segregation_of_duties.steps_down_startup = 2;
        })
        .expect("valid");
    let mut cases = 0;
    let mut left = BTreeSet::new();
    for &code in WarningCode::ALL {
        for example in Severity::ALL.iter().filter_map(|at| code.example(*at)?.build().ok()) {
            for policy in [&Policy::DEFAULT, &strange] {
                for key in WarningKey::all(example.proposed().form()).filter(|key| key.code == code) {
                    let fewer = |count| whole_space(&without_grounds(&example, count), policy, key);
                    match (0..=4).find_map(fewer) {
                        Some(count) => cases += count,
                        None => _ = left.insert(code.as_str()),
                    }
                }
            }
        }
    }
    // Loads and skills depend on too many facts, and so do the rules that read them, or the grounds of a field together with
    // growth. All of these are checked on generated proposals instead.
    let expected = [
        "commercial-disconnect",
        "context-switching",
        "key-person-dependency",
        "no-collaboration-forum",
        "one-sided-focus",
        "overload-risk",
        "part-time-leadership",
        "premature-split",
        "product-needs-dedicated-leader",
        "skill-gap",
        "strategy-misalignment",
    ];
    assert_eq!(left.into_iter().collect::<Vec<_>>(), expected);
    assert!(cases > 100_000, "{cases}");
}

/// The worlds are counted correctly, and none is given twice.
#[test]
fn worlds_are_all_different() {
    let organization = Organization::draft().stage(Stage::ScaleUp..).headcount(7..=9);
    let proposal = Proposal::draft()
        .organization(organization)
        .proposed(Structure::cto(crate::model::seat::Seat::draft().direct_reports(3..=4)))
        .build()
        .expect("valid");
    let facts = FactSet::of(&[Fact::Stage, Fact::Headcount, Fact::DirectReports(Role::Cto)]);
    let worlds: Vec<_> = super::worlds(&proposal, &Policy::DEFAULT, facts, Limit::default()).collect();
    assert_eq!(worlds.len(), 3 * 3 * 2);
    for (index, world) in worlds.iter().enumerate() {
        assert!(world.narrows(&proposal) && world.open_facts().intersection(facts).is_empty());
        assert!(!worlds[index + 1..].contains(world));
    }
    // Nothing is known about the skills: as many worlds are given as the limit allows, all of them different.
    let some = super::worlds(&proposal, &Policy::DEFAULT, proposal.open_facts(), Limit::of(500));
    assert_eq!((some.len(), some.is_every()), (100, false));
    let some: Vec<_> = some.collect();
    for (index, world) in some.iter().enumerate() {
        assert!(world.narrows(&proposal) && !some[index + 1..].contains(world));
    }
    // All worlds are given at the limit that they need, but not at one below it.
    let all = |limit| super::worlds(&proposal, &Policy::DEFAULT, facts, Limit::of(limit)).is_every();
    assert!(all(5 * 18) && !all(5 * 18 - 1));
}
