//! How is something noted about a few names of a list, such as why they are not applicable?

use alloc::vec::Vec;

use crate::vocabulary::word::Word;

/// What is noted about some names, in declaration order; mostly nothing.
pub(crate) type Notes<K, V> = Vec<(K, V)>;

/// Returns what is noted about a name.
pub(crate) fn noted<K: Word, V>(notes: &Notes<K, V>, key: K) -> Option<&V> {
    notes.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
}

/// Notes something about a name, replacing what was noted about it.
pub(crate) fn note<K: Word, V>(notes: &mut Notes<K, V>, key: K, value: V) {
    let at = notes.partition_point(|(known, _)| known.index() < key.index());
    match notes.get_mut(at) {
        Some((known, noted)) if *known == key => *noted = value,
        _ => notes.insert(at, (key, value)),
    }
}
