//! Which responsibilities are there, who conventionally holds them, and how much of a leader's time do they take?

use crate::vocabulary::role::{Home, Question};
use crate::vocabulary::set::word_set;
use crate::vocabulary::signal::Signal;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::table::Table;
use crate::vocabulary::word::vocabulary;

use Home::{Cpo, Cto, Shared};
use Question::{How, What, Why};
use Signal::{
    CommercialPerformance, DeveloperProductivity, ProductDirection, ProductMarketFit, Scalability,
    SecurityPosture, TechnicalStability,
};
use Source::{Divergent, Wills};

vocabulary! {
    /// A responsibility that a seat or an office can be accountable for.
    ///
    /// Exactly one seat or office should be accountable for each responsibility that is not shared. Four names are also names of
    /// a [`Signal`]: the responsibility is a duty, the signal is how well it is going.
    ///
    /// ```
    /// use cpto::{Home, Responsibility};
    ///
    /// assert_eq!(Responsibility::ProfitAndLoss.home(), Home::Cpo);
    /// assert!(Responsibility::ProfitAndLoss.is_core());
    /// assert_eq!("profit-and-loss".parse(), Ok(Responsibility::ProfitAndLoss));
    /// ```
    pub enum Responsibility as "responsibility" {
        /// Where the product should be in the long term. \[W\]
        ProductVision => row(Why, Cpo, 5, Some(ProductDirection), const { &[cite(Wills, "long-term visionary planning")] }),
        /// Which way the product goes to get there. Core. \[D\]
        ProductStrategy => row(Why, Cpo, 7, Some(ProductDirection), const { &[cite(Divergent, "owning the product strategy")] }),
        /// What new value customers get, and why they choose this product. \[W\]
        CustomerValue => row(Why, Cpo, 6, Some(ProductMarketFit), const { &[cite(Wills, "what new value, and why customers choose us")] }),
        /// Understanding the market and where it is going. \[W\]
        MarketInsight => row(Why, Cpo, 5, Some(ProductMarketFit), const { &[cite(Wills, "building value means understanding the market")] }),
        /// The product's profit and loss. Core. \[D\]
        #[doc(alias("profit-and-loss", "p&l"))]
        ProfitAndLoss => row(Why, Cpo, 6, Some(CommercialPerformance), const { &[cite(Divergent, "overseeing the product's profit and loss")] }),
        /// How the product earns money, and whether that is viable. \[D\], \[W\]
        BusinessModel => row(Why, Cpo, 4, Some(CommercialPerformance), const { &[cite(Divergent, "a viable business model"), cite(Wills, "how the work becomes return on investment")] }),
        /// What is built when, over several years. Core. \[W\], \[D\]
        Roadmap => row(What, Cpo, 7, Some(ProductDirection), const { &[cite(Wills, "five years of roadmap"), cite(Divergent, "feedback into roadmaps")] }),
        /// What the product has to do. Core. \[D\]
        Requirements => row(What, Cpo, 6, Some(ProductDirection), const { &[cite(Divergent, "accountable for the product requirements")] }),
        /// The product from its first design to its retirement. \[D\]
        Lifecycle => row(What, Cpo, 5, Some(ProductDirection), const { &[cite(Divergent, "from initial design to retirement")] }),
        /// Legal and compliance aspects of the product. \[D\]
        LegalCompliance => row(What, Cpo, 6, None, const { &[cite(Divergent, "product-related legal and compliance aspects")] }),
        /// Privacy aspects of the product. \[D\]
        #[doc(alias = "gdpr")]
        Privacy => row(What, Cpo, 4, None, const { &[cite(Divergent, "privacy aspects")] }),
        /// Tools and insights for sales and marketing. \[D\]
        SalesAndMarketingEnablement => row(What, Cpo, 5, Some(CommercialPerformance), const { &[cite(Divergent, "enabling sales and marketing with tools and insights")] }),
        /// Bringing feedback into requirements and roadmaps. \[D\]
        CustomerFeedback => row(What, Cpo, 4, Some(ProductMarketFit), const { &[cite(Divergent, "feeding feedback into requirements and roadmaps")] }),
        /// A technology strategy that serves the business strategy. Core. \[D\]
        TechnologyStrategy => row(How, Cto, 6, Some(TechnicalStability), const { &[cite(Divergent, "technology strategy serves business strategy")] }),
        /// The technical architecture within agreed parameters. Core. \[D\]
        Architecture => row(How, Cto, 7, Some(Scalability), const { &[cite(Divergent, "technical architecture within agreed parameters")] }),
        /// How software is built and shipped. Core. \[D\]
        Delivery => row(How, Cto, 8, Some(DeveloperProductivity), const { &[cite(Divergent, "spearheading delivery processes")] }),
        /// Standards of quality, and the testing that upholds them. \[D\]
        Quality => row(How, Cto, 5, Some(TechnicalStability), const { &[cite(Divergent, "quality standards through robust testing")] }),
        /// Security of the product and the company. Core. \[D\], \[W\]
        #[doc(alias = "infosec")]
        Security => row(How, Cto, 6, Some(SecurityPosture), const { &[cite(Divergent, "security, with SecOps practices"), cite(Wills, "real security challenges")] }),
        /// Compliance of the technology. \[D\]
        TechnicalCompliance => row(How, Cto, 4, Some(SecurityPosture), const { &[cite(Divergent, "technical compliance")] }),
        /// Running the product, unless a "run" organisation does. Core. \[D\]
        Operations => row(How, Cto, 7, Some(TechnicalStability), const { &[cite(Divergent, "the entire technical operation, unless a run organisation has it")] }),
        /// Technology that is available when needed. \[W\]
        Reliability => row(How, Cto, 5, Some(TechnicalStability), const { &[cite(Wills, "scalable, reliable and efficient technology")] }),
        /// Technology that scales with use. \[W\]
        Scalability => row(How, Cto, 5, Some(Scalability), const { &[cite(Wills, "24 billion transactions a year")] }),
        /// What it costs to run the technology. \[W\]
        CostEfficiency => row(How, Cto, 4, Some(Scalability), const { &[cite(Wills, "operational efficiency and hosting costs")] }),
        /// How much developers get done. \[W\]
        DeveloperProductivity => row(How, Cto, 4, Some(DeveloperProductivity), const { &[cite(Wills, "work to do for developer productivity")] }),
        /// What the company can do with data. \[W\]
        DataCapability => row(How, Cto, 4, Some(Signal::DataCapability), const { &[cite(Wills, "work to do for data capabilities")] }),
        /// New technology, weighed against efficiency. \[W\]
        TechnologyInnovation => row(How, Cto, 4, None, const { &[cite(Wills, "balancing innovation with operational efficiency")] }),
        /// Keeping all work aligned with the business strategy. Shared. \[W\], \[D\]
        StrategicAlignment => row(Why, Shared, 3, None, const { &[cite(Wills, "aligned with the broader business strategy"), cite(Divergent, "strategic alignment")] }),
        /// Deciding on hard requirements and on alternatives of more value. Shared. \[D\]
        TradeOffs as "Trade-offs" => row(What, Shared, 3, None, const { &[cite(Divergent, "requirements that are hard to meet, alternatives of more value")] }),
    } each {
        /// Returns the question that the responsibility answers.
        ///
        /// ```
        /// use cpto::{Question, Responsibility};
        ///
        /// assert_eq!(Responsibility::Delivery.question(), Question::How);
        /// ```
        pub question: Question,
        /// Returns the role that conventionally holds the responsibility.
        pub home: Home,
        /// Returns the effort in the default policy, in percent of one leader's full time in an established company at
        /// quantitatively managed maturity. It is a judgement, not a measurement.
        pub(crate) default_effort: u8,
        /// Returns the signal that makes the responsibility lighter or heavier, if there is one.
        pub signal: Option<Signal>,
        /// Returns the sources that name the responsibility.
        pub citations: &'static [Citation],
    }
}

impl Responsibility {
    /// Returns whether the responsibility is core: a role without it is not that role.
    #[must_use]
    pub fn is_core(self) -> bool {
        ResponsibilitySet::CORE.contains(self)
    }
}

/// One value for each responsibility.
pub type ByResponsibility<V> = Table<Responsibility, V, { Responsibility::COUNT }>;

word_set! {
    /// A set of [`Responsibility`] names, such as a remit.
    ///
    /// ```
    /// use cpto::{Responsibility, ResponsibilitySet};
    ///
    /// const REMIT: ResponsibilitySet =
    ///     ResponsibilitySet::of(&[Responsibility::Security, Responsibility::Roadmap]);
    /// assert_eq!(REMIT.to_string(), "roadmap, security");
    /// assert!(ResponsibilitySet::CORE.contains(Responsibility::Roadmap));
    /// ```
    pub struct ResponsibilitySet(u32) of Responsibility
}

impl ResponsibilitySet {
    /// All responsibilities.
    pub const ALL: Self = Self::of(Responsibility::ALL);

    /// The core responsibilities.
    pub const CORE: Self = Self::of(&[
        Responsibility::ProductStrategy,
        Responsibility::ProfitAndLoss,
        Responsibility::Roadmap,
        Responsibility::Requirements,
        Responsibility::TechnologyStrategy,
        Responsibility::Architecture,
        Responsibility::Delivery,
        Responsibility::Security,
        Responsibility::Operations,
    ]);

    /// Returns the responsibilities of one home.
    ///
    /// ```
    /// use cpto::{Home, ResponsibilitySet};
    ///
    /// assert_eq!(ResponsibilitySet::of_home(Home::Shared).to_string(), "strategic-alignment, trade-offs");
    /// ```
    #[must_use]
    pub const fn of_home(home: Home) -> Self {
        const fn gathered(home: Home) -> ResponsibilitySet {
            let mut set = ResponsibilitySet::EMPTY;
            let mut rest = Responsibility::ALL;
            while let [word, others @ ..] = rest {
                if word.home() as u8 == home as u8 {
                    set = set.union(ResponsibilitySet::of(&[*word]));
                }
                rest = others;
            }
            set
        }
        match home {
            Home::Cto => const { gathered(Home::Cto) },
            Home::Cpo => const { gathered(Home::Cpo) },
            Home::Shared => const { gathered(Home::Shared) },
        }
    }
}
