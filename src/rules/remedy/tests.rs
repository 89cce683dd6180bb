//! Are remedies what can be done, in words that fit a line?

use alloc::string::ToString;
use alloc::vec::Vec;

use super::*;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::skill::Skill;

fn raised(level: Estimate<Maturity>) -> Vec<Remedy> {
    let mut remedies = Remedies::default();
    remedies.raise(Signal::Collaboration, level);
    remedies.into_iter().collect()
}

#[test]
fn nothing_is_raised_above_the_top() {
    let raise = Remedy::Raise(Signal::Collaboration);
    let find_out = Remedy::FindOut(SignalSet::of(&[Signal::Collaboration]));
    assert_eq!(raised(Estimate::exact(Maturity::Optimizing)), []);
    assert_eq!(raised(Estimate::exact(Maturity::QuantitativelyManaged)), [raise]);
    assert_eq!(raised(Estimate::at_least(Maturity::Managed)), [raise]);
    assert_eq!(raised(Estimate::UNKNOWN), [find_out, raise]);
}

#[test]
fn few_names_are_listed_and_many_counted() {
    let first = |count: usize| Responsibility::ALL.iter().copied().take(count).collect::<ResponsibilitySet>();
    let names = first(Few::MOST).to_string();
    assert_eq!(Few(first(Few::MOST)).to_string(), names);
    assert_eq!(Few(first(Few::MOST + 1)).to_string(), "7 responsibilities");
    assert_eq!(Remedy::HandOver(first(1)).to_string(), "hand over product-vision");
    assert_eq!(Remedy::HandOver(first(6)).to_string(), alloc::format!("hand over some of {names}"));
    let gap = |count: usize| Remedy::CloseGap(Skill::ALL.iter().copied().take(count).collect()).to_string();
    let skills: SkillSet = Skill::ALL.iter().copied().take(6).collect();
    assert_eq!(gap(6), alloc::format!("close the gap in {skills}, or choose somebody without it"));
    assert_eq!(gap(7), "close the gap in 7 skills, or choose somebody without it");
}
