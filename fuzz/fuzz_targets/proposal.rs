//! Any bytes as a proposal in JSON, TOML and YAML.
//!
//! Reading never panics. A document is accepted as a `Draft` that builds if and only if it is accepted as a `Proposal`, with
//! the same value. Every fault states what is wrong and what is allowed. An accepted proposal can be written in every format,
//! and comes back unchanged.
#![no_main]

use cpto::{Draft, Proposal};
use cpto_fuzz::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|document: &[u8]| {
    for format in Format::ALL {
        if let Some(proposal) = format.read_both_ways(document, Draft::<Proposal>::build) {
            for written in Format::ALL {
                written.comes_back(&proposal);
            }
        }
    }
});
