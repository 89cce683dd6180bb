pub(crate) mod context_switching;
pub(crate) mod key_person_dependency;
pub(crate) mod no_second_line;
pub(crate) mod one_sided_focus;
pub(crate) mod overload_risk;
pub(crate) mod part_time_leadership;
