//! How much does a pair of stage and headcount weigh?

use alloc::vec::Vec;

use crate::advice::chances::wide::Wide;
use crate::model::value::Places;
use crate::policy::belief::Weights;
use crate::policy::numbers::Numbers;
use crate::situation::distinct::of_headcounts;
use crate::situation::growth::plausible;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

/// A stage with a group of headcounts that neither the policy nor the belief distinguishes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) stage: Stage,
    /// The lowest of the headcounts.
    pub(super) people: u32,
    /// The index of their class; the last one lies above all classes of the belief.
    pub(super) class: u32,
    pub(super) weight: Wide,
}

/// A multiple of the size of every class, so that the share of one headcount is a whole number.
const OF_CLASS: u64 = 22_500 * 45_001;

/// Returns the classes of headcount with their weights, followed by one class above them.
pub(super) fn classes(weights: &Weights) -> impl Iterator<Item = (Places, u64)> + use<> {
    let known = weights.headcount.classes().map(|(least, most, weight)| (least..=most, weight.into()));
    known.into_iter().chain([(50_001..=u32::MAX, 0)])
}

/// Returns the pairs that the facts leave, each with its weight. Pairs that weigh nothing are left out if another pair weighs
/// something. Groups of headcounts also begin at the headcounts in `also`.
pub(super) fn pairs(
    numbers: &Numbers,
    weights: &Weights,
    stages: &Places,
    people: &Places,
    also: &[u32],
) -> Vec<Pair> {
    let plausible = plausible(numbers, Span { least: 1, most: u32::MAX });
    let plausible = plausible.map(|people| people.least..=people.most);
    let stated =
        || Stage::ALL.iter().copied().zip(&plausible).filter(|(stage, _)| stages.contains(&stage.rank()));
    let any = stated().any(|(_, plausible)| !common(plausible, people).is_empty());
    // For each stage: its groups, the weight of each, and the weight of everything that is plausible in the stage.
    let groups = groups(numbers, weights, people, also);
    let of_stage = |(stage, plausible): (Stage, &Places)| {
        let whole = if any { plausible.clone() } else { 1..=u32::MAX };
        let mut left = groups.clone();
        left.retain(|(group, ..)| !common(group, &whole).is_empty());
        let is_weighed = left.iter().any(|(.., weight)| *weight > 0);
        for (group, _, weight) in &mut left {
            *weight = size(group) * if is_weighed { *weight } else { 1 };
        }
        let weighed =
            |(class, weight): (Places, u64)| size(&common(&class, &whole)) * per_number(&class, weight);
        let total: u64 = if is_weighed {
            classes(weights).map(weighed).sum()
        } else {
            left.iter().map(|(.., weight)| weight).sum()
        };
        (stage, u64::from(weights.stage.get(stage)), left, total)
    };
    let of_stages: Vec<_> = stated().map(of_stage).filter(|(.., left, _)| !left.is_empty()).collect();
    let alike = of_stages.iter().all(|(_, weight, ..)| *weight == 0);
    let mut pairs = Vec::new();
    for (stage, stage_weight, left, _) in &of_stages {
        // The shares of all stages are brought to a common denominator.
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

/// Returns the weight of one headcount of a class, in parts that are equal for all classes.
fn per_number(class: &Places, weight: u64) -> u64 {
    if weight == 0 { 0 } else { OF_CLASS / size(class) * weight }
}

fn size(places: &Places) -> u64 {
    if places.is_empty() { 0 } else { u64::from(places.end() - places.start()) + 1 }
}

fn common(one: &Places, other: &Places) -> Places {
    *one.start().max(other.start())..=*one.end().min(other.end())
}

/// Returns the groups of headcounts that neither the policy nor the belief distinguishes, each with its class and the weight of
/// one headcount.
fn groups(numbers: &Numbers, weights: &Weights, people: &Places, also: &[u32]) -> Vec<(Places, u32, u64)> {
    let mut groups = Vec::new();
    let mut thresholds = of_headcounts(numbers);
    thresholds.extend(also);
    for ((class, weight), index) in classes(weights).zip(0..) {
        let here = common(&class, people);
        if here.is_empty() {
            continue;
        }
        let inside = thresholds.iter().copied().filter(|it| here.contains(it));
        let mut firsts: Vec<u32> = inside.chain([*here.start()]).collect();
        firsts.sort_unstable();
        firsts.dedup();
        let lasts = firsts.iter().skip(1).map(|next| next - 1).chain([*here.end()]);
        let group = |(first, last): (&u32, u32)| (*first..=last, index, per_number(&class, weight));
        groups.extend(firsts.iter().zip(lasts).map(group));
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Headcounts that neither the policy nor the belief distinguishes count once, as a group.
    #[test]
    fn each_group_counts_once() {
        let of = |stages, people| pairs(&Numbers::DEFAULT, &Weights::DEFAULT, &stages, &people, &[]);
        let firsts = |stage: Stage| -> Vec<u32> {
            of(0..=3, 1..=u32::MAX).iter().filter(|it| it.stage == stage).map(|it| it.people).collect()
        };
        assert_eq!(firsts(Stage::Startup), [1, 10, 20, 40, 100, 250]);
        assert_eq!(firsts(Stage::ScaleUp), [10, 20, 40, 100, 250, 251, 500, 1_000, 2_500, 5_000]);
        assert_eq!(firsts(Stage::Established), [20, 40, 100, 250, 251, 500, 1_000, 2_500, 5_000, 5_001]);
        assert_eq!(firsts(Stage::Enterprise), [1_000, 2_500, 5_000, 5_001]);
        assert_eq!(of(0..=3, 60_000..=70_000).len(), 2, "nothing else is left");
        assert_eq!(of(3..=3, 5..=5).len(), 1, "no pair is plausible");
    }
}
