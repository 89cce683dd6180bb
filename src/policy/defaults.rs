//! Which defaults are declared with the vocabulary, and how do they become tables?

use crate::vocabulary::responsibility::{ByResponsibility, Responsibility};
use crate::vocabulary::role::Role;
use crate::vocabulary::skill::{BySkill, Proficiency, Skill};
use crate::vocabulary::table::Table;

/// The default efforts, which are declared with the responsibilities.
#[expect(clippy::indexing_slicing, reason = "evaluated only at compile time")]
pub(super) const BASE: ByResponsibility<u8> = {
    let mut base = [0; Responsibility::COUNT];
    let mut index = 0;
    while index < Responsibility::COUNT {
        base[index] = Responsibility::ALL[index].default_effort();
        index += 1;
    }
    Table::new(base)
};

/// The default needs, which are declared with the skills.
#[expect(clippy::indexing_slicing, reason = "evaluated only at compile time")]
pub(super) const fn default_needs(role: Role) -> BySkill<Option<Proficiency>> {
    let mut needs = [None; Skill::COUNT];
    let mut index = 0;
    while index < Skill::COUNT {
        needs[index] = Skill::ALL[index].default_need(role);
        index += 1;
    }
    Table::new(needs)
}
