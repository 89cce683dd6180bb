//! Are the bounds, order and strictness of the numbers checked?

use alloc::string::{String, ToString};

use super::*;
use crate::rules::policy::Policy;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::skill::Skill;
use crate::vocabulary::stage::Stage;

/// Returns the faults of a changed policy, one per line.
fn faults(change: impl FnOnce(&mut Numbers)) -> String {
    Policy::DEFAULT.with(change).err().map(|faults| faults.to_string()).unwrap_or_default()
}

#[test]
fn bounds_on_both_sides() {
    let tenths = |tenths| faults(|numbers| numbers.effort.tenths_with_lead = tenths);
    assert_eq!((tenths(1), tenths(10)), (String::new(), String::new()));
    let allowed = "is out of range; allowed: an integer from 1 to 10";
    assert_eq!(tenths(0), alloc::format!("effort.tenths-with-lead: 0 {allowed}"));
    assert_eq!(tenths(11), alloc::format!("effort.tenths-with-lead: 11 {allowed}"));
    let base = |percent| faults(|numbers| numbers.effort.base.set(Responsibility::Roadmap, percent));
    assert_eq!(base(100), "");
    assert_eq!(base(101), "effort.base.roadmap: 101 is out of range; allowed: an integer from 0 to 100");
}

#[test]
fn what_has_to_rise_or_fall() {
    let loads = |medium, high| {
        faults(|numbers| {
            numbers.overload_risk.load_above = Ladder::new([None, Some(medium), Some(high), None]);
        })
    };
    assert_eq!(loads(120, 120), "");
    let problem = "119 after 120 is out of order; allowed: no less than the one before";
    assert_eq!(loads(120, 119), alloc::format!("overload-risk.load-above.high: {problem}"));
    let people = |medium, high| {
        faults(|numbers| {
            numbers.premature_split.headcount_below = Ladder::new([None, Some(medium), Some(high), None]);
        })
    };
    assert_eq!(people(40, 40), "");
    let problem = "41 after 40 is out of order; allowed: no more than the one before";
    assert_eq!(people(40, 41), alloc::format!("premature-split.headcount-below.high: {problem}"));
    let quarters = |quarters| faults(|numbers| numbers.effort.quarters.set(Maturity::Managed, quarters));
    assert_eq!(quarters(7), "");
    let problem = "8 after 7 is out of order; allowed: no more than the one before";
    assert_eq!(quarters(8), alloc::format!("effort.quarters.managed: {problem}"));
    let hundredths = |hundredths| faults(|numbers| numbers.effort.hundredths.set(Stage::ScaleUp, hundredths));
    assert_eq!(hundredths(50), "");
    let problem = "49 after 50 is out of order; allowed: no less than the one before";
    assert_eq!(hundredths(49), alloc::format!("effort.hundredths.scale-up: {problem}"));
}

#[test]
fn more_practices_are_never_worse() {
    let one_lead = |severity| faults(|numbers| numbers.no_second_line.one_lead.set(Stage::Startup, severity));
    assert_eq!(one_lead(Low), "");
    let problem = "medium after low is out of order; allowed: no more than the one before";
    assert_eq!(one_lead(Medium), alloc::format!("no-second-line.one-lead.startup: {problem}"));
    let both = |severity| faults(|numbers| numbers.no_counterpart_challenge.both = severity);
    assert_eq!(both(Medium), "");
    let problem = "high after medium is out of order; allowed: no more than the one before";
    assert_eq!(both(High), alloc::format!("no-counterpart-challenge.both: {problem}"));
}

#[test]
fn every_setting_has_a_stricter_way() {
    let stricter = |change: fn(&mut Numbers)| {
        let changed = Policy::DEFAULT.with(change).expect("valid");
        (
            changed.is_at_least_as_strict_as(&Policy::DEFAULT),
            Policy::DEFAULT.is_at_least_as_strict_as(&changed),
        )
    };
    let steps_down: fn(&mut Numbers) = |numbers| numbers.commercial_disconnect.steps_down_startup = 0;
    assert_eq!(stricter(steps_down), (true, false));
    let steps_up: fn(&mut Numbers) = |numbers| numbers.commercial_disconnect.steps_up_unowned = 0;
    assert_eq!(stricter(steps_up), (false, true));
    let effort: fn(&mut Numbers) = |numbers| numbers.effort.tenths_with_lead = 8;
    assert_eq!(stricter(effort), (false, false));
    let shown: fn(&mut Numbers) = |numbers| numbers.capacity = 90;
    assert_eq!(stricter(shown), (true, true));
    let need: fn(&mut Numbers) = |numbers| {
        numbers.needs.cto.set(Skill::Finance, Some(Proficiency::Novice));
    };
    assert_eq!(stricter(need), (true, false));
    let earlier: fn(&mut Numbers) = |numbers| {
        numbers.overload_risk.load_above = Ladder::new([None, None, Some(100), Some(160)]);
    };
    assert_eq!(stricter(earlier), (true, false), "100 is high, which is more than medium");
    let people: fn(&mut Numbers) = |numbers| {
        numbers.premature_split.headcount_below = Ladder::new([Some(90), Some(40), Some(20), None]);
    };
    assert_eq!(stricter(people), (true, false));
}
