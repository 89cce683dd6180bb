//! How widely is a practice used?

use crate::measures::figure::Figure;
use crate::measures::line::Relation::Above;
use crate::measures::line::{L1, L2, L3, L4, L5, Levels, Line, ratio};
use crate::measures::sheet::{Publication, measures};
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// A signal that can be measured by [coverage](super::Figure::coverage). Each variant is named after its signal and
    /// describes the items that are counted. Every choice of item is this crate's own.
    pub enum Practice as "signal measured by coverage" in "cpto::measures" {
        /// Data sets that are maintained.
        DataCapability => row("data sets", "owner, definition, quality check and known consumers"),
        /// Services that can grow.
        Scalability => row("revenue-critical services", "the five essential characteristics of NIST SP 800-145, or a load test at the planned peak"),
        /// Applications that follow the required security practice. Prefer [`csf_tier`](super::Figure::csf_tier) or
        /// [`samm`](super::Figure::samm).
        SecurityPosture => row("applications", "the required practice"),
        /// Work that serves an objective.
        StrategicAlignment => row("pieces of work in progress", "a named business objective that they serve"),
        /// Teams that share a measure.
        Collaboration => row("product teams", "one shared outcome measure and the same customer information"),
        /// Roadmap items with an owner and a stated outcome.
        ProductDirection => row("roadmap items", "an owner and a stated outcome"),
        /// Decisions that need both kinds of judgement. A high coverage means inseparable, which is neither good nor bad.
        Integration => row("roadmap decisions of the last quarter", "needed both product and technology judgement"),
    } each {
        /// Returns the items that are counted.
        pub(super) items: &'static str,
        /// Returns what an item needs to count as covered.
        pub(super) have: &'static str,
    }
}

const fn reached(times: u32, limit: u32, level: Levels) -> Line {
    ratio((times, "covered"), Above, (limit, "items"), level)
}

measures! {
    /// Coverage: the practice, the number of items that are covered, and the number of items in scope (at least 1).
    ///
    /// ```
    /// use cpto::measures::{Figure, Practice};
    ///
    /// let figure = Figure::coverage(Practice::DataCapability, 18, 30)?;
    /// assert_eq!(figure.reading()?.to_string(), "data-capability: defined, from a coverage of 18 of 30 data sets \
    ///     (ISO/IEC 33020:2015, as reproduced in VDA QMC, Automotive SPICE PAM 3.1, 2017)");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    coverage(signal: Practice, covered: u64, items: u64 [1, u64::MAX]): "coverage" {
        by: Publication::first_hand("ISO/IEC 33020:2015", "as reproduced in VDA QMC, Automotive SPICE PAM 3.1, 2017", Some("https://philippartsch.github.io/Howto-Sphinx/AutomotiveSPICE_PAM_31/AutomotiveSPICE_PAM_31.html")),
        takes: "items in scope that have what is required",
        remark: "It says how widely something is practised, not how well. Reading five bands as five levels is our choice, and so is every choice of item.",
        fits: [covered in 0..=items],
        edges: { "": [reached(20, 17, L5), reached(40, 27, L4), reached(2, 1, L3), reached(20, 3, L2)] else L1 },
        reads: Ok(coverage.stand("", covered, items)),
        says: ("a coverage of {covered} of {items} {}", signal.items()),
    }
}
