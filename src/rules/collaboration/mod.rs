pub(crate) mod decision_latency;
pub(crate) mod misalignment_risk;
pub(crate) mod no_collaboration_forum;
