pub(crate) mod change_without_cause;
pub(crate) mod insufficient_evidence;
pub(crate) mod no_review_cadence;
pub(crate) mod strategy_misalignment;
pub(crate) mod transition_risk;
