pub(crate) mod cost_burden;
pub(crate) mod inseparable_decisions;
pub(crate) mod premature_split;
pub(crate) mod product_needs_dedicated_leader;
pub(crate) mod scale_requires_both;
pub(crate) mod skill_gap;
pub(crate) mod technology_needs_dedicated_leader;
