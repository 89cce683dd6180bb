//! Which defaults stand beside the names that they are of?

use crate::vocabulary::responsibility::{ByResponsibility, Responsibility};
use crate::vocabulary::role::Role;
use crate::vocabulary::skill::{BySkill, Proficiency, Skill};
use crate::vocabulary::table::Table;

/// The default efforts, as they stand beside the responsibilities.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
pub(super) const BASE: ByResponsibility<u8> = {
    let mut base = [0; Responsibility::COUNT];
    let mut index = 0;
    while index < Responsibility::COUNT {
        base[index] = Responsibility::ALL[index].default_effort();
        index += 1;
    }
    Table::new(base)
};

/// The default needs, as they stand beside the skills.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
pub(super) const fn default_needs(role: Role) -> BySkill<Option<Proficiency>> {
    let mut needs = [None; Skill::COUNT];
    let mut index = 0;
    while index < Skill::COUNT {
        needs[index] = Skill::ALL[index].default_need(role);
        index += 1;
    }
    Table::new(needs)
}
