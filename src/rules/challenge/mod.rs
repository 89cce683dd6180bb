pub(crate) mod no_counterpart_challenge;
pub(crate) mod segregation_of_duties;
