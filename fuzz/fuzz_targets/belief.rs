//! Any bytes as a belief in JSON, TOML and YAML.
//!
//! The same properties hold as for proposals. Under every accepted belief, the chances add up, and none is outside the range
//! of the assessment.
#![no_main]

use cpto::advice::Limit;
use cpto::advice::chances::chances;
use cpto::policy::{Belief, Weights};
use cpto::{Draft, Policy, Severity, evaluate};
use cpto_fuzz::{Format, chosen, one_of};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let read = |format: Format| format.read_both_ways(bytes, Draft::<Weights>::build);
    for belief in Format::ALL.into_iter().filter_map(read).filter(|belief| *belief != Belief::DEFAULT) {
        let proposal = chosen::proposal(bytes);
        let assessment = evaluate(&proposal);
        for (key, spread) in chances(&proposal, &Policy::DEFAULT, &belief, Limit::default()).warnings {
            assert_eq!(spread.parts.values().iter().sum::<u16>(), 10_000, "{key}");
            let possible = assessment.severity(key);
            let is_possible = |severity| severity >= possible.least() && severity <= possible.most();
            for &severity in Severity::ALL {
                assert!(is_possible(severity) || spread.parts.get(severity) == 0, "{key}: {severity}");
            }
        }
        if let Some(format) = one_of(Format::ALL, bytes) {
            format.comes_back(&belief);
        }
    }
});
