//! Any bytes as a policy in JSON, TOML and YAML, and the policy that they choose.
//!
//! The same properties hold as for proposals. Every accepted policy evaluates the examples of all warnings, and each structure
//! of which nothing is known, without a panic or a reversed range. For one of them, the laws hold and the assessment comes
//! back unchanged when written and read again.
#![no_main]

use std::sync::LazyLock;

use cpto::policy::Numbers;
use cpto::{Draft, Policy, Proposal, Seat, Structure, WarningCode, evaluate_under};
use cpto_fuzz::{Format, chosen, laws_hold, one_of, ranges_hold};
use libfuzzer_sys::fuzz_target;

/// The proposals that are evaluated.
static PROPOSALS: LazyLock<Vec<Proposal>> = LazyLock::new(|| {
    let unknown = [
        Structure::cto(Seat::draft()),
        Structure::cpo(Seat::draft()),
        Structure::pair(Seat::draft(), Seat::draft()),
        Structure::combined(Seat::draft()),
    ];
    let raised = WarningCode::ALL.iter().map(|code| code.raised());
    let drafts = unknown.into_iter().map(|structure| Proposal::draft().proposed(structure)).chain(raised);
    drafts.map(|draft| draft.build().expect("examples build")).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let read = |format: Format| format.read_both_ways(bytes, Draft::<Numbers>::build);
    for policy in Format::ALL.into_iter().filter_map(read).chain([chosen::policy(bytes)]) {
        // Every TOML comment reads as the default policy, which need not be tried again.
        if policy == Policy::DEFAULT {
            continue;
        }
        for proposal in PROPOSALS.iter() {
            ranges_hold(&evaluate_under(proposal, &policy));
        }
        if let Some(proposal) = one_of(PROPOSALS.iter(), bytes) {
            laws_hold(proposal, &policy, bytes);
            Format::Json.comes_back(&evaluate_under(proposal, &policy));
        }
        if let Some(format) = one_of(Format::ALL, bytes) {
            format.comes_back(&policy);
        }
    }
});
