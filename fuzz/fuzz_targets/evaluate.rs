//! The evaluation of any proposal: the bytes read as JSON, or otherwise the proposal that they choose.
//!
//! Evaluating never panics and gives the same result twice. The verdict follows from the warnings, each of which is possible
//! and can be written in both forms. The laws hold, and a warning with few worlds equals its definition. The proposal and its
//! assessment come back unchanged when written and read again.
#![no_main]

use cpto::{Policy, Proposal, evaluate};
use cpto_fuzz::{Format, chosen, laws_hold, one_of, ranges_hold, texts_hold};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let proposal = Format::Json.read::<Proposal>(bytes).unwrap_or_else(|_| chosen::proposal(bytes));
    let assessment = evaluate(&proposal);
    assert_eq!(assessment, evaluate(&proposal), "evaluated twice");
    ranges_hold(&assessment);
    texts_hold(&proposal, &Policy::DEFAULT);
    laws_hold(&proposal, &Policy::DEFAULT, bytes);
    if let Some(format) = one_of(Format::ALL, bytes) {
        format.comes_back(&proposal);
        format.comes_back(&assessment);
    }
});
