pub(crate) mod accountability_without_authority;
pub(crate) mod commercial_disconnect;
pub(crate) mod contested_responsibility;
pub(crate) mod misplaced_responsibility;
pub(crate) mod unowned_responsibility;
