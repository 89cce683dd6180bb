//! Generated files that are committed.

use std::fs;
use std::path::Path;

/// Checks that a file of the repository has this content, or writes it with `UPDATE=1`.
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
