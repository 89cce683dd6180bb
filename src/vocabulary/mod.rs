//! Which names and scales does the crate use? This module has closed lists of names, scales and their ranges, and uses nothing
//! else of the crate.

pub(crate) mod change;
pub(crate) mod code;
pub(crate) mod date;
pub(crate) mod escaped;
pub(crate) mod form;
pub(crate) mod kebab;
pub(crate) mod limit;
pub(crate) mod nearest;
pub(crate) mod notes;
pub(crate) mod office;
pub(crate) mod responsibility;
pub(crate) mod role;
pub(crate) mod safeguard;
pub(crate) mod scale;
pub(crate) mod set;
pub(crate) mod severity;
pub(crate) mod signal;
pub(crate) mod skill;
pub(crate) mod source;
pub(crate) mod span;
pub(crate) mod stage;
pub(crate) mod table;
pub(crate) mod word;
