//! Evaluates a proposal where there is no operating system. It does not link where anything brings `std` in, since there
//! would be a second panic handler.
#![no_std]

use core::alloc::{GlobalAlloc, Layout};
use core::panic::PanicInfo;

use cpto::{Proposal, Seat, Structure, evaluate};

/// No memory is ever given. This is linked, and not run.
struct Nothing;

// SAFETY: it returns null, which says that there is no memory.
unsafe impl GlobalAlloc for Nothing {
    unsafe fn alloc(&self, _: Layout) -> *mut u8 {
        core::ptr::null_mut()
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

#[global_allocator]
static MEMORY: Nothing = Nothing;

#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// How many warnings a CPTO of whom nothing is known gets.
#[unsafe(no_mangle)]
pub extern "C" fn warnings() -> usize {
    let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build();
    proposal.map_or(0, |proposal| evaluate(&proposal).warnings().count())
}
