//! How mature is a company in technology and product?

use crate::vocabulary::role::Field;
use crate::vocabulary::set::word_set;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::table::Table;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    scale
    /// The level of a maturity signal, named as in CMMI.
    ///
    /// Which figures of a company correspond to which level is the user's judgement; no publisher pairs figures with these names.
    ///
    /// ```
    /// use cpto::Maturity;
    ///
    /// assert_eq!("quantitatively-managed".parse(), Ok(Maturity::QuantitativelyManaged));
    /// assert!(Maturity::Initial < Maturity::Managed);
    /// ```
    #[doc(alias("cmmi", "maturity level"))]
    pub enum Maturity as "maturity level" {
        /// Level 1: done ad hoc, through individual effort.
        Initial,
        /// Level 2: planned and tracked, project by project.
        Managed,
        /// Level 3: done in one known way across the company.
        Defined,
        /// Level 4: managed with figures.
        QuantitativelyManaged,
        /// Level 5: continuously improved.
        Optimizing,
    }
}

impl Maturity {
    /// Returns the number of the level, 1 to 5.
    #[must_use]
    pub const fn level(self) -> u8 {
        self as u8 + 1
    }
}

/// One value for each level, such as a severity.
pub type ByMaturity<V> = Table<Maturity, V, { Maturity::COUNT }>;

impl<V: Copy> ByMaturity<V> {
    /// Returns the value of a level.
    #[expect(clippy::indexing_slicing, reason = "there is a value for each level")]
    pub(crate) const fn at(&self, level: Maturity) -> V {
        self.values()[level as usize]
    }
}

use Field::{Product, Technology};
use Source::{Divergent, Wills};

vocabulary! {
    /// A maturity signal: how well something is going, on the scale of [`Maturity`].
    ///
    /// ```
    /// use cpto::Signal;
    ///
    /// assert_eq!("product-market-fit".parse(), Ok(Signal::ProductMarketFit));
    /// ```
    pub enum Signal as "signal" {
        /// How stable the technology is in use. \[W\] names it as a reason for a dedicated CTO.
        #[doc(alias("technical-stability", "tech debt"))]
        TechnicalStability => row(Some(Technology), const { &[cite(Wills, "much to do for technical stability asks for a dedicated CTO")] }),
        /// How much developers get done. \[W\] names it as a reason for a dedicated CTO.
        DeveloperProductivity => row(Some(Technology), const { &[cite(Wills, "much to do for developer productivity asks for a dedicated CTO")] }),
        /// What the company can do with its data. \[W\] names it as a reason for a dedicated CTO.
        DataCapability => row(Some(Technology), const { &[cite(Wills, "much to do for data capabilities asks for a dedicated CTO")] }),
        /// How well the technology scales with use. \[W\], \[D\]
        Scalability => row(Some(Technology), const { &[cite(Wills, "real scalability challenges"), cite(Divergent, "architecture within agreed parameters")] }),
        /// How well the product and the company are secured. \[W\], \[D\]
        SecurityPosture => row(Some(Technology), const { &[cite(Wills, "real security challenges"), cite(Divergent, "adherence to security")] }),
        /// How clear the path of the product is. \[W\] names it as a reason for a dedicated CPO.
        ProductDirection => row(Some(Product), const { &[cite(Wills, "an unknown path for the product asks for a full-time CPO")] }),
        /// How well the product fits its market. \[W\] names it as a reason for a dedicated CPO.
        #[doc(alias("product-market-fit", "pmf"))]
        ProductMarketFit as "Product-market fit" => row(Some(Product), const { &[cite(Wills, "elusive product-market fit asks for a full-time CPO")] }),
        /// How well product work turns into commercial results. \[W\]
        CommercialPerformance => row(Some(Product), const { &[cite(Wills, "linking product development to commercial performance")] }),
        /// How well product and technology follow the business strategy. \[W\], \[D\]
        StrategicAlignment => row(None, const { &[cite(Wills, "the key takeaway: both aligned with the business strategy"), cite(Divergent, "aligned with broader business objectives")] }),
        /// How well product and technology work together. \[W\], \[D\]
        Collaboration => row(None, const { &[cite(Wills, "misalignment or friction makes both ineffectual"), cite(Divergent, "a harmonious relationship")] }),
        /// How closely product and technology decisions are coupled. This measures coupling, not quality: the highest level is
        /// not the best. \[W\]
        Integration => row(None, const { &[cite(Wills, "product and technology closely integrated")] }),
    } each {
        /// Returns the field that the signal describes, or `None` if it describes the organisation of both.
        ///
        /// ```
        /// use cpto::{Field, Signal};
        ///
        /// assert_eq!(Signal::Scalability.field(), Some(Field::Technology));
        /// assert_eq!(Signal::Collaboration.field(), None);
        /// ```
        pub field: Option<Field>,
        /// Returns the sources that name the signal.
        pub citations: &'static [Citation],
    }
}

word_set! {
    /// A set of [`Signal`] names.
    ///
    /// ```
    /// use cpto::SignalSet;
    ///
    /// assert_eq!(SignalSet::PRODUCT_GROUNDS.to_string(), "product-direction, product-market-fit");
    /// ```
    pub struct SignalSet(u32) of Signal
}

impl SignalSet {
    /// The three reasons that \[W\] names for a dedicated CTO.
    pub const TECHNOLOGY_GROUNDS: Self =
        Self::of(&[Signal::TechnicalStability, Signal::DeveloperProductivity, Signal::DataCapability]);
    /// The two reasons that \[W\] names for a dedicated CPO.
    pub const PRODUCT_GROUNDS: Self = Self::of(&[Signal::ProductDirection, Signal::ProductMarketFit]);
}
