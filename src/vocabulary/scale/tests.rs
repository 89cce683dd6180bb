//! Do scales rank their values correctly, and do estimates show the stated range?

use super::*;

#[test]
fn scales_have_the_places_they_have() {
    assert_eq!([0, 1, 2].map(bool::at_rank), [Some(false), Some(true), None]);
    assert_eq!(
        [0, 100, 101].map(|rank| Percent::at_rank(rank).map(Percent::get)),
        [Some(0), Some(100), None]
    );
    assert_eq!([255, 256].map(u8::at_rank), [Some(255), None]);
}

#[test]
fn ranges_are_shown_as_in_code() {
    let of = |least, most| Estimate::<u8> { least, most };
    assert_eq!(alloc::format!("{:?} {:?}", of(3, 5).span(), of(3, 3)), "3..=5 3");
    assert_eq!(alloc::format!("{:?} {}", of(0, 255), of(0, 255)), "unknown unknown");
}
