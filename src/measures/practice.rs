//! What is counted, where a practice is measured by how widely it is followed?

use crate::vocabulary::signal::Signal;
use crate::vocabulary::word::vocabulary;

/// What is known of a [`Practice`].
#[derive(Debug)]
struct Row {
    signal: Signal,
    items: &'static str,
    have: &'static str,
}

const fn row(signal: Signal, items: &'static str, have: &'static str) -> Row {
    Row { signal, items, have }
}

vocabulary! {
    /// A signal that [`Coverage`](super::Coverage) speaks of: by its name, with the items that are counted. Every choice of
    /// item is this crate's.
    ///
    /// ```
    /// use cpto::measures::Practice;
    ///
    /// assert_eq!(Practice::DataCapability.items(), "data sets");
    /// ```
    pub enum Practice as "signal measured by coverage" in "cpto::measures" {
        /// Data sets that are looked after.
        DataCapability => row(Signal::DataCapability, "data sets", "owner, definition, quality check and known consumers"),
        /// Services that can grow.
        Scalability => row(Signal::Scalability, "revenue-critical services", "the five essential characteristics of NIST SP 800-145, or a load test at the planned peak"),
        /// Applications that are secured in the way asked for. Prefer [`CsfTier`](super::CsfTier) or [`Samm`](super::Samm).
        SecurityPosture => row(Signal::SecurityPosture, "applications", "the practice asked for"),
        /// Work that serves an objective.
        StrategicAlignment => row(Signal::StrategicAlignment, "pieces of work in progress", "a named objective of the business that they serve"),
        /// Teams that share a measure.
        Collaboration => row(Signal::Collaboration, "product teams", "one shared outcome measure and the same customer information"),
        /// Items with a purpose.
        ProductDirection => row(Signal::ProductDirection, "roadmap items", "an owner and a stated outcome"),
        /// Decisions that cannot be parted. High means inseparable, which is not good or bad.
        Integration => row(Signal::Integration, "roadmap decisions of the last quarter", "needed product and technology judgement at once"),
    }
}

impl Practice {
    /// The signal.
    ///
    /// ```
    /// use cpto::{Signal, measures::Practice};
    ///
    /// assert_eq!(Practice::DataCapability.signal(), Signal::DataCapability);
    /// ```
    #[must_use]
    pub const fn signal(self) -> Signal {
        self.row().signal
    }

    /// What is counted.
    ///
    /// ```
    /// use cpto::measures::Practice;
    ///
    /// assert_eq!(Practice::DataCapability.items(), "data sets");
    /// ```
    #[must_use]
    pub const fn items(self) -> &'static str {
        self.row().items
    }

    /// What an item has that counts as covered.
    ///
    /// ```
    /// use cpto::measures::Practice;
    ///
    /// assert!(Practice::ALL.iter().all(|practice| !practice.have().is_empty()));
    /// ```
    #[must_use]
    pub const fn have(self) -> &'static str {
        self.row().have
    }
}
