//! In which words is a figure told that is no number, and in which surroundings was it taken?

use super::line::levels;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::signal::Maturity::{Defined, Initial, Managed, Optimizing, QuantitativelyManaged};
use crate::vocabulary::word::vocabulary;

/// What a name reads as.
#[derive(Debug)]
struct Row {
    level: Estimate<Maturity>,
}

const fn reads(level: Maturity) -> Row {
    between(level, level)
}

const fn between(least: Maturity, most: Maturity) -> Row {
    Row { level: levels(least, most) }
}

/// Declares names that a publisher offers, with the levels that they read as.
macro_rules! ladder {
    ($(#[$meta:meta])* pub enum $Name:ident as $kind:literal { $($body:tt)+ }) => {
        vocabulary! { scale $(#[$meta])* pub enum $Name as $kind in "cpto::measures" { $($body)+ } }

        impl $Name {
            /// The levels that the name reads as, which are this crate's.
            ///
            /// ```
            #[doc = concat!("use cpto::measures::", stringify!($Name), ";")]
            ///
            #[doc = concat!("assert!(", stringify!($Name), "::ALL.is_sorted_by_key(|name| name.level().least()));")]
            /// ```
            #[must_use]
            pub const fn level(self) -> Estimate<Maturity> {
                self.row().level
            }
        }
    };
}

ladder! {
    /// Where a company places itself on First Round's Levels of PMF.
    ///
    /// ```
    /// use cpto::measures::PmfLevel;
    ///
    /// assert_eq!(PmfLevel::Strong.level().to_string(), "quantitatively-managed");
    /// ```
    pub enum PmfLevel as "level of product-market fit" {
        /// Not on the ladder yet.
        None => reads(Initial),
        /// A few customers are satisfied.
        Nascent => reads(Managed),
        /// Demand builds up.
        Developing => reads(Defined),
        /// Demand pulls.
        Strong => reads(QuantitativelyManaged),
        /// Satisfaction, demand and efficiency together.
        Extreme => reads(Optimizing),
    }
}

ladder! {
    /// A tier of the NIST Cybersecurity Framework 2.0, of the organisation as a whole. NIST does not offer the tiers as
    /// levels of maturity, nor for single controls.
    ///
    /// ```
    /// use cpto::measures::Tier;
    ///
    /// assert_eq!(Tier::Partial.level().to_string(), "initial");
    /// ```
    pub enum Tier as "tier" {
        /// Ad hoc.
        Partial => reads(Initial),
        /// Risks are known, and not met throughout the organisation.
        RiskInformed => reads(Managed),
        /// A policy that is kept.
        Repeatable => reads(Defined),
        /// Improved by what was learnt.
        Adaptive => between(QuantitativelyManaged, Optimizing),
    }
}

ladder! {
    /// How product and technology work depend on each other: Thompson's three kinds, and a fourth by Van de Ven and others.
    ///
    /// ```
    /// use cpto::measures::Dependence;
    ///
    /// assert_eq!(Dependence::Team.level().to_string(), "optimizing");
    /// ```
    pub enum Dependence as "kind of dependence" {
        /// Each contributes by itself.
        Pooled => between(Initial, Managed),
        /// One hands over to the other.
        Sequential => reads(Defined),
        /// Work goes back and forth.
        Reciprocal => reads(QuantitativelyManaged),
        /// Done jointly.
        Team => reads(Optimizing),
    }
}

vocabulary! {
    /// Who buys, and how: what retention is compared within.
    ///
    /// ```
    /// use cpto::measures::Segment;
    ///
    /// assert_eq!("bottom-up-saas".parse(), Ok(Segment::BottomUpSaas));
    /// ```
    pub enum Segment as "segment" in "cpto::measures" {
        /// Social products for consumers.
        ConsumerSocial,
        /// Consumers pay for each transaction.
        ConsumerTransactional,
        /// Consumers subscribe.
        ConsumerSubscription,
        /// Users bring the product into their companies.
        BottomUpSaas,
        /// Software sold to small and middle-sized companies.
        MidMarketSaas,
        /// Software sold to large companies.
        EnterpriseSaas,
    }
}

vocabulary! {
    /// How a company earns.
    ///
    /// ```
    /// use cpto::measures::{Business, CacPayback};
    ///
    /// assert!(CacPayback::new(15).of_business(Business::Other).reading().is_err());
    /// ```
    pub enum Business as "business" in "cpto::measures" {
        /// By subscriptions to software.
        SubscriptionSoftware,
        /// By subscriptions to software that is sold to companies by people.
        SalesLedB2b,
        /// In another way.
        Other,
    }
}

vocabulary! {
    /// Which failures a time to recover was taken of.
    ///
    /// ```
    /// use cpto::measures::{Causes, RecoveryTime};
    ///
    /// assert!(RecoveryTime::new(240).of_causes(Causes::All).reading().is_err());
    /// ```
    pub enum Causes as "causes" in "cpto::measures" {
        /// Failed deployments alone, as DORA defines it since 2023.
        Deployments,
        /// All there are. That is another measure.
        All,
    }
}

vocabulary! {
    /// Which objective a service has.
    ///
    /// ```
    /// use cpto::measures::{ErrorBudget, Objective};
    ///
    /// let none = ErrorBudget::new(Objective::None, None, None)?;
    /// assert_eq!(none.reading().unwrap().level().to_string(), "initial");
    /// # Ok::<(), cpto::FaultKind>(())
    /// ```
    pub enum Objective as "objective" in "cpto::measures" {
        /// None.
        None,
        /// One that leaves a budget for errors.
        BelowAllOfTheTime,
        /// 100 %, which leaves none.
        AllOfTheTime,
    }
}
