//! Advice about two proposals that the bytes choose.
//!
//! No search panics, its results can be applied and written, and the laws of advice hold.
#![no_main]

use cpto::{Policy, Proposal};
use cpto_fuzz::{Format, advice_holds, chosen};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (first, second) = bytes.split_at(bytes.len() / 2);
    let proposal = Format::Json.read::<Proposal>(bytes).unwrap_or_else(|_| chosen::proposal(first));
    advice_holds(&proposal, &chosen::proposal(second), &Policy::DEFAULT);
});
