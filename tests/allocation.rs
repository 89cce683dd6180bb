//! Does an evaluation allocate? It must not.
#![expect(unsafe_code, reason = "an allocator cannot be written without unsafe code")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use cpto::{
    Estimate, Policy, Proposal, Seat, Severity, Structure, WarningCode, evaluate, evaluate_all, explain,
};

/// The system's allocator, which counts the allocations of each thread.
struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: everything is delegated to the system's allocator; counting does not allocate.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get() + 1);
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = ALLOCATIONS.get();
    let result = work();
    (ALLOCATIONS.get() - before, result)
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| Box::new(1)).0, 1);
}

#[test]
fn every_example_is_evaluated_and_explained_without_allocation() {
    for &code in WarningCode::ALL {
        for draft in Severity::ALL.iter().filter_map(|at| code.example(*at)) {
            let proposal = draft.build().expect("examples build");
            let (count, warnings) = allocations(|| evaluate(&proposal).warnings().count());
            assert_eq!(count, 0, "{code}");
            let (count, explained) = allocations(|| {
                let explanation = explain(&proposal);
                let warnings = explanation.warnings();
                warnings.filter(|it| it.remedies().count() > 0).count()
            });
            assert_eq!((count, explained), (0, warnings), "{code}");
        }
    }
}

#[test]
fn the_loudest_proposal_is_evaluated_without_allocation() {
    let seat = || Seat::draft().interim(Estimate::UNKNOWN).direct_reports(Estimate::UNKNOWN);
    for structure in [
        Structure::combined(seat().product_attention(Estimate::UNKNOWN)),
        Structure::pair(seat(), seat()),
        Structure::cto(seat()),
    ] {
        let current = Structure::pair(seat(), seat());
        let proposal = Proposal::draft().current(current).proposed(structure).build().expect("valid");
        let (count, assessment) = allocations(|| evaluate(&proposal));
        assert_eq!(count, 0);
        assert!(assessment.warnings().count() >= 7, "{assessment:?}");
        let all = vec![proposal; 40];
        let mut given = 0;
        let (count, ()) =
            allocations(|| evaluate_all(&all, &Policy::DEFAULT, |it| given += usize::from(it == assessment)));
        assert_eq!((count, given), (0, 40));
    }
}
