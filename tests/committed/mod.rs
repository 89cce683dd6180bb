//! Files that are made from the code, and committed.

use std::fs;
use std::path::Path;

/// Holds a file of the repository to what it has to be.
#[track_caller]
pub(crate) fn hold(file: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("UPDATE").is_some() {
        let written = fs::write(&path, expected);
        assert!(written.is_ok(), "{file}: {written:?}");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{file} is out of date: run this test with UPDATE=1");
}
