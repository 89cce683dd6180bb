//! Any bytes as an assessment in JSON, TOML and YAML, and the changed assessment of a proposal that the bytes choose.
//!
//! Reading never panics, whatever the document says. An accepted assessment is consistent: no range is reversed, the verdict
//! follows from the warnings, and it comes back unchanged when written and read again.
#![no_main]

use cpto::Assessment;
use cpto_fuzz::{Format, chosen, one_of, ranges_hold};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let read = |format: Format| format.read::<Assessment>(bytes).ok();
    let chosen = chosen::assessment(bytes)
        .and_then(|document| Format::Json.read::<Assessment>(document.to_string().as_bytes()).ok());
    for assessment in Format::ALL.into_iter().filter_map(read).chain(chosen) {
        ranges_hold(&assessment);
        if let Some(format) = one_of(Format::ALL, bytes) {
            format.comes_back(&assessment);
        }
    }
});
