//! How much do product and technology work depend on each other?

use crate::measures::figure::Figure;
use crate::measures::line::{BAD, L3, L4, L5, Levels as Row, Standing};
use crate::measures::sheet::{Publication, measures};
use crate::vocabulary::word::vocabulary;

vocabulary! {
    scale
    /// The way in which product and technology work depend on each other: Thompson's three kinds, and a fourth by Van de Ven
    /// and others.
    pub enum Dependence as "kind of dependence" in "cpto::measures" {
        /// Each side contributes independently.
        Pooled => BAD,
        /// One side hands its work to the other.
        Sequential => L3,
        /// Work goes back and forth.
        Reciprocal => L4,
        /// Both sides do the work jointly.
        Team => L5,
    }
}

measures! {
    /// The interdependence of product and technology work. It is coupling: level 5 is not better than level 1.
    #[doc(alias = "coupling")]
    interdependence(kind: Dependence) of Integration: "interdependence" {
        by: Publication::second_hand("J. D. Thompson; Van de Ven, Delbecq, Koenig", "1967; Am. Sociol. Review 41(2), 1976", None),
        takes: "the kind of dependence between product and technology work",
        remark: "It measures coupling, not quality.",
        edges: {},
        reads: Ok(Standing::at(*kind.row())),
        says: ("{kind} interdependence"),
    }
}
