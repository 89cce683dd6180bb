//! What does a pair of stage and headcount weigh?

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::advice::chances::wide::Wide;
use crate::model::fact::Fact;
use crate::model::value::Places;
use crate::policy::belief::Weights;
use crate::policy::numbers::Numbers;
use crate::situation::distinct::distinct_places;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::stage::Stage;

/// A stage and the headcounts of a group that neither policy nor belief tells apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) stage: Stage,
    /// One of the headcounts.
    pub(super) people: u32,
    /// The class of the headcount; the last one is above all of them.
    pub(super) class: u32,
    pub(super) weight: Wide,
}

/// What one number of each class is a share of: a multiple of the size of each class.
const OF_CLASS: u64 = 22_500 * 45_001;

/// The classes of headcount with what they weigh, and one above them.
pub(super) fn classes(weights: &Weights) -> impl Iterator<Item = (Places, u64)> + use<> {
    let known = weights.headcount.classes().map(|(least, most, weight)| (least..=most, weight.into()));
    known.into_iter().chain([(50_001..=u32::MAX, 0)])
}

/// The pairs that the facts leave, each with its weight; those that weigh nothing are left out where another one weighs
/// something.
pub(super) fn pairs(numbers: &Numbers, weights: &Weights, stages: &Places, people: &Places) -> Vec<Pair> {
    let plausible = |stage| {
        let (least, most) =
            (numbers.plausible_headcount.least.at(stage), numbers.plausible_headcount.most.at(stage));
        least..=most
    };
    let stated: Vec<_> = Stage::ALL.iter().copied().filter(|stage| stages.contains(&stage.rank())).collect();
    let any = stated.iter().any(|stage| !common(&plausible(*stage), people).is_empty());
    // Of each stage: the groups it has, what each weighs, and what all that is plausible in it weighs.
    let groups = groups(numbers, weights, people);
    let of_stage = |stage: Stage| {
        let whole = if any { plausible(stage) } else { 1..=u32::MAX };
        let left: Vec<_> = groups
            .iter()
            .filter(|(group, ..)| !common(group, &whole).is_empty())
            .map(|(group, class, weight)| (group.clone(), *class, size(group) * weight))
            .collect();
        let stage_weight = u64::from(weights.stage.get(stage));
        let total: u64 = classes(weights)
            .map(|(class, weight)| size(&common(&class, &whole)) * per_number(&class, weight))
            .sum();
        if left.iter().any(|(.., weight)| *weight > 0) {
            return (stage, stage_weight, left, total);
        }
        let alike: Vec<_> = left.into_iter().map(|(group, class, _)| (size(&group), group, class)).collect();
        let total = alike.iter().map(|(size, ..)| size).sum();
        (
            stage,
            stage_weight,
            alike.into_iter().map(|(size, group, class)| (group, class, size)).collect(),
            total,
        )
    };
    let of_stages: Vec<_> =
        stated.into_iter().map(of_stage).filter(|(.., left, _)| !left.is_empty()).collect();
    let alike = of_stages.iter().all(|(_, weight, ..)| *weight == 0);
    let mut pairs = Vec::new();
    for (stage, stage_weight, left, _) in &of_stages {
        // The share of one stage is told in the parts of all.
        let others = of_stages.iter().filter(|(other, ..)| other != stage);
        let scale = others.fold(Wide::ONE, |scale, (.., total)| scale.times(*total));
        for (group, class, weight) in left {
            let weight = scale.times(if alike { 1 } else { *stage_weight }).times(*weight);
            pairs.push(Pair { stage: *stage, people: *group.start(), class: *class, weight });
        }
    }
    pairs.retain(|pair| !pair.weight.is_zero());
    pairs
}

/// What one number of a class weighs, in parts that are equal for all classes.
fn per_number(class: &Places, weight: u64) -> u64 {
    if weight == 0 { 0 } else { OF_CLASS / size(class) * weight }
}

fn size(places: &Places) -> u64 {
    if places.is_empty() { 0 } else { u64::from(places.end() - places.start()) + 1 }
}

fn common(one: &Places, other: &Places) -> Places {
    *one.start().max(other.start())..=*one.end().min(other.end())
}

/// The groups of headcounts that neither the policy nor the belief tells apart, with the class of each and what one number
/// of it weighs.
fn groups(numbers: &Numbers, weights: &Weights, people: &Places) -> Vec<(Places, u32, u64)> {
    let mut groups = Vec::new();
    for ((class, weight), index) in classes(weights).zip(0..) {
        let here = common(&class, people);
        if here.is_empty() {
            continue;
        }
        let first: BTreeSet<u32> =
            distinct_places(Fact::Headcount, here.clone(), numbers).into_iter().collect();
        let firsts: Vec<u32> = first.into_iter().collect();
        for (place, least) in firsts.iter().enumerate() {
            let most = firsts.get(place + 1).map_or(*here.end(), |next| next - 1);
            groups.push((*least..=most, index, per_number(&class, weight)));
        }
    }
    groups
}
