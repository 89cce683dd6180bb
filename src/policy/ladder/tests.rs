//! Does each rung take effect at its threshold?

use alloc::vec::Vec;

use super::*;

/// Tries every combination of present and absent thresholds, and every replacement of one.
#[test]
fn each_rung_is_replaced_by_itself() {
    for present in 0..16_u32 {
        let of = |bit: u32| (present & (1 << bit) != 0).then_some(10 * (bit + 1));
        let thresholds = [of(0), of(1), of(2), of(3)];
        let ladder = Ladder::new(thresholds);
        let listed: Vec<_> = ladder.iter().map(|(rung, threshold)| (rung, Some(threshold))).collect();
        let there = Ladder::RUNGS.into_iter().zip(thresholds).filter(|(_, threshold)| threshold.is_some());
        assert_eq!(listed, there.collect::<Vec<_>>());
        assert_eq!(ladder.with(Severity::None, Some(7)), ladder);
        for (index, rung) in Ladder::RUNGS.into_iter().enumerate() {
            for replaced in [None, Some(7)] {
                let mut expected = thresholds;
                expected[index] = replaced;
                assert_eq!(ladder.with(rung, replaced), Ladder::new(expected), "{rung} of {thresholds:?}");
            }
            assert_eq!(ladder.threshold(rung), thresholds[index]);
        }
    }
}

#[test]
fn thresholds_on_both_sides() {
    use Severity::{Critical, High, Low, None as Nothing};

    let ladder = Ladder::new([Some(10), None, Some(20), Some(30)]);
    let at = [9, 10, 11, 20, 21, 30, 31];
    assert_eq!(at.map(|number| ladder.at_least(number)), [Nothing, Low, Low, High, High, Critical, Critical]);
    assert_eq!(at.map(|number| ladder.above(number)), [Nothing, Nothing, Low, Low, High, High, Critical]);
    // Shares work, too: 10 in 100 is exactly 3 in 30.
    for (number, of, at_least, above) in [
        (2, 30, Nothing, Nothing),
        (3, 30, Low, Nothing),
        (4, 30, Low, Low),
        (60, 300, High, Low),
        (9, 30, Critical, High),
    ] {
        assert_eq!(ladder.at_least_times(number * 100, of), at_least, "{number} of {of}");
        assert_eq!(ladder.above_times(number * 100, of), above, "{number} of {of}");
    }
    let ladder = Ladder::new([Some(30), None, Some(20), Some(10)]);
    assert_eq!(at.map(|number| ladder.below(number)), [Critical, High, High, Low, Low, Nothing, Nothing]);
}

#[test]
fn it_shows_the_thresholds_that_there_are() {
    let ladder = Ladder::new([None, Some(100), None, Some(200)]);
    assert_eq!(alloc::format!("{ladder:?}"), "{Medium: 100, Critical: 200}");
}
