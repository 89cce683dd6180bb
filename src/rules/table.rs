//! How does the range of a rule follow from its severity in one world?
//!
//! A rule that reads a few slots has a table with an entry for everything that can be known about them. Entries of exact
//! values are the severities of worlds; every other entry is the hull of two earlier entries that know more.

use crate::model::packed::Slot;
use crate::situation::world::World;
use crate::vocabulary::code::{code, ends};
use crate::vocabulary::severity::SeverityRange;

/// The number of entries in the table over these slots.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
pub(crate) const fn entries(reads: &[Slot]) -> usize {
    let mut entries = 1;
    let mut index = 0;
    while index < reads.len() {
        entries *= reads[index].codes();
        index += 1;
    }
    entries
}

/// Splits the code of the last slot off the index of an entry, whose digits are the codes.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a digit is less than the number of codes, which fits a byte"
)]
const fn digit(rest: usize, slot: Slot) -> (u8, usize) {
    ((rest % slot.codes()) as u8, rest / slot.codes())
}

/// Returns two entries that know more than this one and together cover it, or `None` where the entry is exact.
pub(crate) const fn narrower(reads: &[Slot], entry: usize) -> Option<(usize, usize)> {
    let mut rest = entry;
    let mut unit = 1;
    let mut slots = reads;
    while let [others @ .., slot] = slots {
        let (known, above) = digit(rest, *slot);
        let values = slot.values();
        if known >= values && known < Slot::NOT_APPLICABLE {
            let (least, most) = ends(known, values);
            let one = code(least, most - 1, values);
            let base = entry - known as usize * unit;
            return Some((base + one as usize * unit, base + most as usize * unit));
        }
        rest = above;
        unit *= slot.codes();
        slots = others;
    }
    None
}

/// The world of an exact entry.
pub(crate) const fn world(reads: &[Slot], entry: usize) -> World {
    let mut world = World::LEAST;
    let mut rest = entry;
    let mut slots = reads;
    while let [others @ .., slot] = slots {
        let (known, above) = digit(rest, *slot);
        world = world.with(*slot, known);
        rest = above;
        slots = others;
    }
    world
}

/// Declares the tables of the listed items. Each item gives its number of entries, the slots that it reads, and its severity
/// in one world.
macro_rules! tables {
    ($( $entries:expr, $reads:expr, |$numbers:pat_param, $world:pat_param| $severity:expr; )+) => {
        /// The number of entries in all tables together.
        pub(crate) const ENTRIES: usize = 0 $( + $entries )+;

        /// Computes the tables for a policy, one after the other.
        #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler or for a checked policy")]
        pub(crate) const fn tables(
            numbers: &crate::policy::numbers::Numbers,
        ) -> [crate::vocabulary::severity::SeverityRange; ENTRIES] {
            use crate::rules::table::{narrower, world};
            use crate::vocabulary::severity::SeverityRange;

            let mut entries = [SeverityRange::NONE; ENTRIES];
            let mut first = 0;
            $(
                let mut entry = 0;
                while entry != const { $entries } {
                    entries[first + entry] = match narrower($reads, entry) {
                        Some((one, other)) => entries[first + one].hull(entries[first + other]),
                        None => {
                            let ($numbers, $world) = (numbers, &world($reads, entry));
                            SeverityRange::exact($severity)
                        }
                    };
                    entry += 1;
                }
                first += entry;
            )+
            assert!(first == ENTRIES);
            entries
        }
    };
}
pub(crate) use tables;

/// Looks up the entry for what is known.
#[expect(
    clippy::inline_always,
    reason = "the slots are constant at the call site, so that the loop is unrolled"
)]
#[inline(always)]
pub(crate) fn look_up(table: &[SeverityRange], reads: &[Slot], codes: &[u8; Slot::COUNT]) -> SeverityRange {
    let mut entry = 0;
    for slot in reads {
        let code = codes.get(slot.index()).copied().unwrap_or_default();
        entry = entry * slot.codes() + usize::from(code);
    }
    table.get(entry).copied().unwrap_or_default()
}

/// Whether a slot that is known exactly holds, for this seat where the slot exists per seat.
#[inline]
pub(crate) fn holds(codes: &[u8; Slot::COUNT], slot: Slot, seat: usize) -> bool {
    codes.get(slot.of_seat(seat)) == Some(&1)
}

/// Stores a result in its cell, whose index is constant at the call site.
#[inline]
pub(crate) fn put(cells: &mut [SeverityRange], cell: usize, range: SeverityRange) {
    if let Some(kept) = cells.get_mut(cell) {
        *kept = range;
    }
}
