//! How large are values, and can they be sent and shared between threads?

use std::panic::{RefUnwindSafe, UnwindSafe};

use cpto::{
    Assessment, Benefit, Draft, Estimate, Explanation, Extended, Fact, FactSet, Fault, Faults, Maturity,
    Organization, Policy, Proposal, Responsibility, ResponsibilitySet, Severity, Span, Structure, Warning,
};

#[test]
fn sizes() {
    assert_eq!(size_of::<Responsibility>(), 1);
    assert_eq!(size_of::<Option<Responsibility>>(), 1);
    assert_eq!(size_of::<ResponsibilitySet>(), 4);
    assert_eq!(size_of::<Estimate<Maturity>>(), 2);
    assert_eq!(size_of::<Span<Severity>>(), 2);
    assert_eq!(size_of::<FactSet>(), 16);
    assert_eq!(size_of::<Benefit>(), 2);
    assert!(size_of::<Assessment>() < 200);
    if cfg!(target_pointer_width = "64") {
        assert!(size_of::<Warning<'_>>() <= 128);
        assert!(size_of::<Proposal>() <= 1_024);
        assert!(size_of::<Policy>() <= 12_288);
    }
}

#[test]
fn auto_traits() {
    fn go_anywhere<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static>() {}
    // A custom rule may contain anything that threads can share.
    fn go_to_threads<T: Send + Sync + Unpin>() {}
    go_anywhere::<Assessment>();
    go_anywhere::<Draft<Proposal>>();
    go_anywhere::<Draft<Structure>>();
    go_anywhere::<Fact>();
    go_anywhere::<Fault>();
    go_anywhere::<Faults>();
    go_anywhere::<Organization>();
    go_anywhere::<Policy>();
    go_anywhere::<Proposal>();
    go_anywhere::<Warning<'static>>();
    go_anywhere::<Explanation<'static>>();
    go_to_threads::<Extended<'static, ()>>();
}
