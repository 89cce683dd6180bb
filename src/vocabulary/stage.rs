//! At what stage is a company, and how many executives can it pay for?

use crate::vocabulary::table::Table;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    scale
    /// The stage of growth that a company has reached.
    ///
    /// ```
    /// use cpto::Stage;
    ///
    /// assert_eq!("scale-up".parse(), Ok(Stage::ScaleUp));
    /// assert!(Stage::Startup < Stage::Enterprise);
    /// ```
    #[doc(alias = "company size")]
    pub enum Stage as "stage" {
        /// Looking for its product and its market.
        Startup,
        /// Growing fast with the product and market it found.
        #[doc(alias("scale-up", "scaleup"))]
        ScaleUp as "Scale-up",
        /// Settled, with customers and routines.
        Established,
        /// Large, with many products or parts.
        Enterprise,
    }
}

/// One value for each stage, such as a severity.
pub type ByStage<V> = Table<Stage, V, { Stage::COUNT }>;

impl<V: Copy> ByStage<V> {
    /// Returns the value of a stage.
    #[expect(clippy::indexing_slicing, reason = "there is a value for each stage")]
    pub(crate) const fn at(&self, stage: Stage) -> V {
        self.values()[stage as usize]
    }
}

vocabulary! {
    scale
    /// The number of executives that a company can pay for.
    ///
    /// ```
    /// use cpto::{Budget, Organization};
    ///
    /// let company = Organization::draft().budget(Budget::OneExecutive).build()?;
    /// assert_eq!(company.budget().value(), Some(Budget::OneExecutive));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub enum Budget as "budget" {
        /// One executive for technology and product.
        OneExecutive,
        /// Two executives for technology and product.
        TwoExecutives,
    }
}
