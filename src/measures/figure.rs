//! What is a figure, and which figures can be?

use core::fmt;
use core::time::Duration;

use alloc::string::String;

use falls::Measured as _;

use super::line::Fallen;
use super::measure::Measure;
use super::practice::Practice;
use super::readings::Reading;
use super::refusal::Refusal;
use super::word::{Business, Causes, Dependence, Objective, PmfLevel, Segment, Tier};
use crate::input::fault::FaultKind;
use crate::input::found::{Found, Shape};
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::signal::{Maturity, Signal};

pub(crate) mod falls;

/// A number that has to be within bounds, or be left out.
trait Bounded {
    fn outside(self, least: u64, most: u64) -> Option<FaultKind>;
}

impl Bounded for u64 {
    fn outside(self, least: u64, most: u64) -> Option<FaultKind> {
        let problem = || FaultKind::OutOfRange { found: self.into(), least: least.into(), most: most.into() };
        (!(least..=most).contains(&self)).then(problem)
    }
}

impl Bounded for Option<u64> {
    fn outside(self, least: u64, most: u64) -> Option<FaultKind> {
        self?.outside(least, most)
    }
}

const MOST: u64 = u64::MAX;

/// Declares the figures of each measure: of which signal, what has to be said, within which bounds, and what may be said
/// of where it was taken.
macro_rules! figures {
    ($(
        $(#[$meta:meta])*
        $kind:ident $Name:ident $(of $signal:ident)? {
            $( $(#[$field_meta:meta])* $field:ident: $Type:ty $([$($bounds:tt)+])? = $sample:expr ),+ $(,)?
        }
        $( [ $( $(#[$context_meta:meta])* $context:ident by $setter:ident: $Context:ty = $said:expr ),+ $(,)? ] )?
    )+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub struct $Name {
                $( $field: $Type, )+
                $( $( $context: Option<$Context>, )+ )?
            }

            impl $Name {
                figures! { @$kind $Name ($($sample),+) { $($field: $Type),+ } { $( $($context),+ )? } }

                figures! { @told $kind $Name ($($sample),+) {
                    $( ($(#[$field_meta])*) $field: $Type = $sample ),+
                } { $( $( ($(#[$context_meta])*) $context by $setter: $Context = $said ),+ )? } }

                /// The bounds of a number that do not hang on the others.
                #[cfg(feature = "schemars1")]
                fn known(key: &str) -> Option<(u64, u64)> {
                    $( $( if key == crate::vocabulary::kebab::kebab!($field) {
                        return figures! { @known $($bounds)+ };
                    } )? )+
                    let _ = key;
                    None
                }

                figures! { @misfit $kind { $($field $([$($bounds)+])?),+ } }
            }

            impl From<$Name> for Figure {
                fn from(figure: $Name) -> Self {
                    Self { quantity: Quantity::$Name(figure), subject: None, period: None }
                }
            }

            crate::document::figure! { $Name { $($field: $Type),+ } { $( $($context: $Context),+ )? } }
        )+

        /// A figure of some measure.
        ///
        /// ```
        /// use cpto::measures::{Figure, LeadTime, Quantity};
        ///
        /// let figure = Figure::from(LeadTime::new(240));
        /// assert!(matches!(figure.quantity(), Quantity::LeadTime(time) if time.median_minutes() == 240));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Quantity { $(
            #[doc = concat!("A [`", stringify!($Name), "`].")]
            $Name($Name),
        )+ }

        impl Quantity {
            /// Whose figure it is.
            ///
            /// ```
            /// use cpto::measures::{Figure, LeadTime, Measure};
            ///
            /// assert_eq!(Figure::from(LeadTime::new(240)).quantity().measure(), Measure::LeadTime);
            /// ```
            #[must_use]
            pub const fn measure(self) -> Measure {
                match self { $( Self::$Name(_) => Measure::$Name, )+ }
            }

            /// The signal that it informs.
            ///
            /// ```
            /// use cpto::{Signal, measures::{Figure, LeadTime}};
            ///
            /// assert_eq!(Figure::from(LeadTime::new(240)).quantity().signal(), Signal::DeveloperProductivity);
            /// ```
            #[must_use]
            pub const fn signal(self) -> Signal {
                match self { $( Self::$Name(figure) => figures! { @signal figure $($signal)? }, )+ }
            }

            /// The levels that the figure reads as.
            ///
            /// ```
            /// use cpto::measures::{Figure, LeadTime};
            ///
            /// assert_eq!(Figure::from(LeadTime::new(240)).quantity().level()?.to_string(), "optimizing");
            /// # Ok::<(), cpto::measures::Refusal>(())
            /// ```
            ///
            /// # Errors
            /// A [`Refusal`] where what was published does not cover the figure.
            pub fn level(self) -> Result<Estimate<Maturity>, Refusal> {
                Ok(self.falls()?.level)
            }

            fn falls(self) -> Result<Fallen, Refusal> {
                match self { $( Self::$Name(figure) => figure.falls(), )+ }
            }
        }

        impl Measure {
            /// The signal that it informs, one for each; nothing for coverage, whose figures name theirs.
            ///
            /// ```
            /// use cpto::{Signal, measures::Measure};
            ///
            /// assert_eq!(Measure::LeadTime.signal(), Some(Signal::DeveloperProductivity));
            /// assert_eq!(Measure::Coverage.signal(), None);
            /// ```
            #[must_use]
            pub const fn signal(self) -> Option<Signal> {
                match self { $( Self::$Name => figures! { @signal_of $($signal)? }, )+ }
            }
        }

        impl fmt::Display for Quantity {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $( Self::$Name(figure) => figure.says(f), )+ }
            }
        }

        crate::document::quantities! { $($Name),+ }
    };
    (@misfit checked { $($field:ident $([$($bounds:tt)+])?),+ }) => {
        /// The field that cannot be so beside the others, by its key, and what is wrong with it.
        pub(crate) fn misfit(&self) -> Option<(&'static str, FaultKind)> {
            $( $(
                let bounds: fn(&Self) -> (u64, u64) = figures! { @bounds $($bounds)+ };
                let (least, most) = bounds(self);
                if let Some(problem) = Bounded::outside(self.$field, least, most) {
                    return Some((crate::vocabulary::kebab::kebab!($field), problem));
                }
            )? )+
            None
        }
    };
    (@bounds |$figure:ident| $bounds:expr) => { |$figure| $bounds };
    (@bounds $least:expr, $most:expr) => { |_| ($least, $most) };
    (@known |$figure:ident| $bounds:expr) => { None };
    (@known $least:expr, $most:expr) => { Some(($least, $most)) };
    (@misfit plain { $($field:ident),+ }) => {
        /// Every such figure can be.
        #[cfg(feature = "serde")]
        pub(crate) const fn misfit(&self) -> Option<(&'static str, FaultKind)> {
            None
        }
    };
    (@signal $figure:ident $signal:ident) => { { let _ = $figure; Signal::$signal } };
    (@signal $figure:ident) => { $figure.signal.signal() };
    (@signal_of $signal:ident) => { Some(Signal::$signal) };
    (@signal_of) => { None };
    (
        @told $kind:ident $Name:ident $all:tt
        { $( ($(#[$meta:meta])*) $field:ident: $Type:ty = $sample:expr ),+ }
        { $( ($(#[$context_meta:meta])*) $context:ident by $setter:ident: $Context:ty = $said:expr ),* }
    ) => {
        $( $(#[$meta])*
        ///
        /// ```
        /// use cpto::measures::*;
        ///
        #[doc = figures!(@let $kind $Name $all)]
        #[doc = concat!("assert_eq!(figure.", stringify!($field), "(), ", stringify!($sample), ");")]
        /// # Ok::<(), cpto::FaultKind>(())
        /// ```
        #[must_use]
        pub const fn $field(&self) -> $Type {
            self.$field
        } )+

        $( $(#[$context_meta])*
        ///
        /// ```
        /// use cpto::measures::*;
        ///
        #[doc = figures!(@let $kind $Name $all)]
        #[doc = concat!("assert_eq!(figure.", stringify!($context), "(), None, \"nothing was said\");")]
        /// # Ok::<(), cpto::FaultKind>(())
        /// ```
        #[must_use]
        pub const fn $context(&self) -> Option<$Context> {
            self.$context
        }

        /// The same figure, with this said of it.
        ///
        /// ```
        /// use cpto::measures::*;
        ///
        #[doc = figures!(@let $kind $Name $all)]
        #[doc = concat!("let figure = figure.", stringify!($setter), "(", stringify!($said), ");")]
        #[doc = concat!("assert_eq!(figure.", stringify!($context), "(), Some(", stringify!($said), "));")]
        /// # Ok::<(), cpto::FaultKind>(())
        /// ```
        #[must_use]
        pub const fn $setter(self, $context: $Context) -> Self {
            Self { $context: Some($context), ..self }
        } )*

        /// The levels that the figure reads as, as those of a [`Figure`] that nothing else is said of.
        ///
        /// ```
        /// use cpto::measures::*;
        ///
        #[doc = figures!(@let $kind $Name $all)]
        /// assert_eq!(figure.reading(), Figure::from(figure).reading());
        /// # Ok::<(), cpto::FaultKind>(())
        /// ```
        ///
        /// # Errors
        /// A [`Refusal`] where what was published does not cover the figure; see the page of the type.
        pub fn reading(self) -> Result<Reading, Refusal> {
            Figure::from(self).reading()
        }
    };
    (@let checked $Name:ident $all:tt) => { concat!("let figure = ", stringify!($Name), "::new", stringify!($all), "?;") };
    (@let plain $Name:ident $all:tt) => { concat!("let figure = ", stringify!($Name), "::new", stringify!($all), ";") };
    (@checked $Name:ident $all:tt { $($field:ident: $Type:ty),+ } { $($context:ident),* }) => {
        /// The figure, if it can be.
        ///
        /// ```
        /// use cpto::measures::*;
        ///
        #[doc = figures!(@let checked $Name $all)]
        #[doc = concat!("assert_eq!(Figure::from(figure).measure(), Measure::", stringify!($Name), ");")]
        /// # Ok::<(), cpto::FaultKind>(())
        /// ```
        ///
        /// # Errors
        /// [`FaultKind::OutOfRange`] where a number is outside its bounds, which are those of the fields below.
        pub fn new($($field: $Type),+) -> Result<Self, FaultKind> {
            let figure = Self { $($field,)+ $($context: None,)* };
            figure.misfit().map_or(Ok(figure), |(_, problem)| Err(problem))
        }
    };
    (@plain $Name:ident $all:tt { $($field:ident: $Type:ty),+ } { $($context:ident),* }) => {
        /// The figure.
        ///
        /// ```
        /// use cpto::measures::*;
        ///
        #[doc = figures!(@let plain $Name $all)]
        #[doc = concat!("assert_eq!(Figure::from(figure).measure(), Measure::", stringify!($Name), ");")]
        /// # Ok::<(), cpto::FaultKind>(())
        /// ```
        #[must_use]
        pub const fn new($($field: $Type),+) -> Self {
            Self { $($field,)+ $($context: None,)* }
        }
    };
}

figures! {
    /// Lead time for changes: from commit to production, of one application (`M-lead-time`).
    ///
    /// ```
    /// use cpto::{Maturity, measures::LeadTime};
    ///
    /// assert_eq!(LeadTime::new(1_439).reading()?.level().value(), Some(Maturity::Optimizing));
    /// assert_eq!(LeadTime::new(1_440).reading()?.level().value(), Some(Maturity::QuantitativelyManaged));
    /// # Ok::<(), cpto::measures::Refusal>(())
    /// ```
    plain LeadTime of DeveloperProductivity {
        /// The median, in minutes.
        median_minutes: u64 = 240,
    }

    /// Deployment frequency (`M-deployment-frequency`). A window below 7 days is refused.
    ///
    /// ```
    /// use cpto::measures::DeploymentFrequency;
    ///
    /// let reading = DeploymentFrequency::new(13, 90)?.reading()?;
    /// assert_eq!(reading.level().to_string(), "quantitatively-managed");
    /// // Nothing was deployed: perhaps it soon will be.
    /// let reading = DeploymentFrequency::new(0, 90)?.reading()?;
    /// assert_eq!(reading.level().to_string(), "initial to managed");
    /// assert!(DeploymentFrequency::new(1, 0).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked DeploymentFrequency of DeveloperProductivity {
        /// How many deployments there were.
        deployments: u64 = 13,
        /// In how many days, at least 1.
        days: u64 [1, MOST] = 90,
    }

    /// Failed deployment recovery time (`M-recovery-time`). A time taken of failures of all causes is another measure and
    /// refused, as is one where no deployment failed.
    ///
    /// ```
    /// use cpto::measures::{Causes, RecoveryTime, Refusal};
    ///
    /// let figure = RecoveryTime::new(240);
    /// assert_eq!(figure.reading()?.level().to_string(), "quantitatively-managed");
    /// assert_eq!(figure.of_causes(Causes::All).reading(), Err(Refusal::AllCauses));
    /// # Ok::<(), Refusal>(())
    /// ```
    plain RecoveryTime of TechnicalStability {
        /// The median, in minutes.
        median_minutes: u64 = 240,
    } [
        /// How many deployments failed, where that was said.
        failures by of_failures: u64 = 4,
        /// Of which failures it was taken; where nothing was said, of failed deployments.
        causes by of_causes: Causes = Causes::Deployments,
    ]

    /// Change fail rate (`M-change-fail-rate`). Of fewer than 20 deployments, one more failure would move it, and it is
    /// read as a range.
    ///
    /// ```
    /// use cpto::measures::ChangeFailRate;
    ///
    /// assert_eq!(ChangeFailRate::new(3, 20)?.reading()?.level().to_string(), "quantitatively-managed");
    /// assert_eq!(ChangeFailRate::new(1, 19)?.reading()?.level().to_string(), "quantitatively-managed");
    /// assert_eq!(ChangeFailRate::new(0, 5)?.reading()?.level().to_string(), "defined to optimizing");
    /// assert!(ChangeFailRate::new(21, 20).is_err(), "more failed than there were");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked ChangeFailRate of TechnicalStability {
        /// How many deployments failed, at most all.
        failed: u64 [|it| (0, it.deployments)] = 3,
        /// How many there were, at least 1.
        deployments: u64 [1, MOST] = 40,
    }

    /// Error budget of the last four weeks (`M-error-budget`). An objective of 100 % is refused.
    ///
    /// ```
    /// use cpto::measures::{ErrorBudget, Objective};
    ///
    /// let of = |used, incident| ErrorBudget::new(Objective::BelowAllOfTheTime, used, incident);
    /// assert_eq!(of(Some(60), Some(30))?.reading()?.level().to_string(), "defined");
    /// assert_eq!(of(Some(60), None)?.reading()?.level().to_string(), "defined to optimizing");
    /// assert_eq!(of(None, None)?.reading()?.level().to_string(), "managed to optimizing");
    /// assert!(of(Some(10), Some(30)).is_err(), "one incident used more than was used");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked ErrorBudget of TechnicalStability {
        /// Which service level objective there is.
        objective: Objective = Objective::BelowAllOfTheTime,
        /// How much of the budget was used, in percent; it may pass 100. Nothing where that is unknown.
        used_percent: Option<u64> = Some(60),
        /// How much of the budget the largest incident used, in percent: at most what was used. Nothing where that is
        /// unknown.
        largest_incident_percent: Option<u64> [|it| (0, it.used_percent.unwrap_or(MOST))] = Some(30),
    }

    /// Toil and other operational work (`M-toil`).
    ///
    /// ```
    /// use cpto::measures::Toil;
    ///
    /// assert_eq!(Toil::new(50)?.reading()?.level().to_string(), "defined to optimizing");
    /// assert!(Toil::new(101).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked Toil of DeveloperProductivity {
        /// Percent of the team's time, 0 to 100.
        percent: u64 [0, 100] = 33,
    }

    /// Test feedback time (`M-test-feedback`).
    ///
    /// ```
    /// use cpto::measures::TestFeedback;
    ///
    /// assert_eq!(TestFeedback::new(11).reading()?.level().to_string(), "initial to managed");
    /// # Ok::<(), cpto::measures::Refusal>(())
    /// ```
    plain TestFeedback of DeveloperProductivity {
        /// Minutes until automated tests report after a commit.
        minutes: u64 = 8,
    }

    /// Sean Ellis test (`M-sean-ellis`). Fewer than 30 answers are refused, and so is a product that is bought once.
    ///
    /// ```
    /// use cpto::measures::{Caveat, SeanEllis};
    ///
    /// let reading = SeanEllis::new(36, 90)?.reading()?;
    /// assert_eq!(reading.level().to_string(), "defined to optimizing");
    /// assert_eq!(reading.caveat(), Some(Caveat::FewAnswers));
    /// assert!(SeanEllis::new(91, 90).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked SeanEllis of ProductMarketFit {
        /// How many would be very disappointed, at most all that were asked.
        very_disappointed: u64 [|it| (0, it.asked)] = 45,
        /// How many active users were asked, at least 1.
        asked: u64 [1, MOST] = 120,
    } [
        /// Whether the product is bought once, where that was said.
        one_off by of_one_off: bool = false,
    ]

    /// Net Promoter Score (`M-nps`). Fewer than 30 answers are refused: that floor is this crate's.
    ///
    /// ```
    /// use cpto::measures::Nps;
    ///
    /// assert_eq!(Nps::new(50, 25, 100)?.reading()?.level().to_string(), "defined");
    /// assert!(Nps::new(60, 50, 100).is_err(), "nobody is both");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked Nps of ProductMarketFit {
        /// How many answered 9 or 10, at most all.
        promoters: u64 [|it| (0, it.answers)] = 50,
        /// How many answered 0 to 6, at most all others.
        detractors: u64 [|it| (0, it.answers - it.promoters)] = 25,
        /// How many answered, at least 1.
        answers: u64 [1, MOST] = 100,
    }

    /// Net revenue retention (`M-nrr`). Without a segment it is refused, and so is a cohort of less than twelve months.
    ///
    /// ```
    /// use cpto::measures::{Nrr, Refusal, Segment};
    ///
    /// let figure = Nrr::new(112, 100)?;
    /// assert!(matches!(figure.reading(), Err(Refusal::NoSegment { .. })));
    /// let reading = figure.of_segment(Segment::MidMarketSaas).reading()?;
    /// assert_eq!(reading.level().to_string(), "quantitatively-managed to optimizing");
    /// assert!(Nrr::new(112, 0).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked Nrr of ProductMarketFit {
        /// Recurring revenue now, of the customers of a year ago.
        revenue_now: u64 = 112,
        /// Their recurring revenue a year ago, at least 1, in the same currency.
        revenue_then: u64 [1, MOST] = 100,
    } [
        /// The segment.
        segment by of_segment: Segment = Segment::ConsumerSubscription,
        /// How many months the customers have been with the company, where that was said.
        cohort_months by of_cohort_months: u64 = 12,
    ]

    /// User retention after six months (`M-user-retention`). Without a segment it is refused, and so is a cohort of less
    /// than six months.
    ///
    /// ```
    /// use cpto::measures::{Segment, UserRetention};
    ///
    /// let figure = UserRetention::new(30, 120)?.of_segment(Segment::ConsumerSocial);
    /// assert_eq!(figure.reading()?.level().to_string(), "defined to quantitatively-managed");
    /// assert!(UserRetention::new(121, 120).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked UserRetention of ProductMarketFit {
        /// How many users are still active, at most all.
        active: u64 [|it| (0, it.cohort)] = 30,
        /// How many there were, at least 1.
        cohort: u64 [1, MOST] = 120,
    } [
        /// The segment.
        segment by of_segment: Segment = Segment::ConsumerSubscription,
        /// How many months ago the users came, where that was said.
        cohort_months by of_cohort_months: u64 = 12,
    ]

    /// Levels of PMF (`M-first-round`). Other businesses than software that people sell to companies are refused.
    ///
    /// ```
    /// use cpto::measures::{Business, FirstRound, PmfLevel};
    ///
    /// let figure = FirstRound::new(PmfLevel::Developing);
    /// assert_eq!(figure.reading()?.level().to_string(), "defined");
    /// assert!(figure.of_business(Business::Other).reading().is_err());
    /// # Ok::<(), cpto::measures::Refusal>(())
    /// ```
    plain FirstRound of ProductMarketFit {
        /// Where the company places itself.
        level: PmfLevel = PmfLevel::Developing,
    } [
        /// How the company earns, where that was said.
        business by of_business: Business = Business::SubscriptionSoftware,
    ]

    /// Spread of estimates in the cone of uncertainty (`M-estimate-spread`).
    ///
    /// ```
    /// use cpto::measures::EstimateSpread;
    ///
    /// assert_eq!(EstimateSpread::new(11, 9)?.reading()?.level().to_string(), "optimizing");
    /// assert!(EstimateSpread::new(8, 9).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked EstimateSpread of ProductDirection {
        /// The highest estimate, not below the lowest.
        highest: u64 [|it| (it.lowest, MOST)] = 12,
        /// The lowest estimate, at least 1, in the same unit.
        lowest: u64 [1, MOST] = 9,
    }

    /// Discovery cadence (`M-customer-contact`).
    ///
    /// ```
    /// use cpto::measures::CustomerContact;
    ///
    /// assert_eq!(CustomerContact::new(7)?.reading()?.level().to_string(), "defined to optimizing");
    /// assert!(CustomerContact::new(0).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked CustomerContact of ProductDirection {
        /// Every how many days the team talks with customers, at least 1.
        every_days: u64 [1, MOST] = 7,
    }

    /// Burn multiple (`M-burn-multiple`). Where revenue did not grow it is undefined and refused, and so are businesses
    /// without recurring revenue.
    ///
    /// ```
    /// use cpto::measures::{BurnMultiple, Refusal};
    ///
    /// assert_eq!(BurnMultiple::new(3_000_000, 2_000_000).reading()?.level().to_string(), "quantitatively-managed");
    /// assert_eq!(BurnMultiple::new(-1, 2_000_000).reading()?.level().to_string(), "optimizing");
    /// assert_eq!(BurnMultiple::new(3_000_000, 0).reading(), Err(Refusal::Undefined));
    /// # Ok::<(), Refusal>(())
    /// ```
    plain BurnMultiple of CommercialPerformance {
        /// Net burn of a period; below zero where money was left over.
        net_burn: i64 = 3_000_000,
        /// Net new recurring revenue of the same period, in the same currency.
        net_new_revenue: i64 = 2_000_000,
    } [
        /// How the company earns, where that was said.
        business by of_business: Business = Business::SubscriptionSoftware,
    ]

    /// LTV:CAC (`M-ltv-cac`). Businesses without recurring revenue are refused.
    ///
    /// ```
    /// use cpto::measures::LtvCac;
    ///
    /// assert_eq!(LtvCac::new(9_000, 3_000)?.reading()?.level().to_string(), "defined to optimizing");
    /// assert!(LtvCac::new(9_000, 0).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked LtvCac of CommercialPerformance {
        /// What a customer brings over time.
        lifetime_value: u64 = 9_000,
        /// What it costs to win one, at least 1, in the same currency.
        acquisition_cost: u64 [1, MOST] = 3_000,
    } [
        /// How the company earns, where that was said.
        business by of_business: Business = Business::SubscriptionSoftware,
    ]

    /// CAC payback (`M-cac-payback`). Businesses without recurring revenue are refused.
    ///
    /// ```
    /// use cpto::measures::{Business, CacPayback};
    ///
    /// let figure = CacPayback::new(15);
    /// assert_eq!(figure.reading()?.level().to_string(), "initial to managed");
    /// let figure = figure.of_business(Business::SalesLedB2b);
    /// assert_eq!(figure.reading()?.level().to_string(), "defined to optimizing");
    /// # Ok::<(), cpto::measures::Refusal>(())
    /// ```
    plain CacPayback of CommercialPerformance {
        /// Months until the cost of acquiring a customer is recovered.
        months: u64 = 15,
    } [
        /// How the company earns, where that was said.
        business by of_business: Business = Business::SubscriptionSoftware,
    ]

    /// Coverage: how widely something is practised (`M-coverage`).
    ///
    /// ```
    /// use cpto::measures::{Coverage, Practice};
    ///
    /// let reading = Coverage::new(Practice::DataCapability, 18, 30)?.reading()?;
    /// assert_eq!(reading.to_string(), "data-capability: defined, from a coverage of 18 of 30 data sets \
    ///     (ISO/IEC 33020:2015, as reproduced in VDA QMC, Automotive SPICE PAM 3.1, 2017)");
    /// assert!(Coverage::new(Practice::DataCapability, 31, 30).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked Coverage {
        /// What is counted.
        signal: Practice = Practice::DataCapability,
        /// How many items have what is asked for, at most all.
        covered: u64 [|it| (0, it.items)] = 18,
        /// How many items are in scope, at least 1.
        items: u64 [1, MOST] = 30,
    }

    /// Tier of the NIST Cybersecurity Framework 2.0 (`M-csf-tier`).
    ///
    /// ```
    /// use cpto::measures::{CsfTier, Tier};
    ///
    /// assert_eq!(CsfTier::new(Tier::Repeatable).reading()?.level().to_string(), "defined");
    /// # Ok::<(), cpto::measures::Refusal>(())
    /// ```
    plain CsfTier of SecurityPosture {
        /// The tier of the organisation.
        tier: Tier = Tier::Repeatable,
    }

    /// Score of the OWASP Software Assurance Maturity Model 2 (`M-samm`).
    ///
    /// ```
    /// use cpto::measures::Samm;
    ///
    /// assert_eq!(Samm::new(199)?.reading()?.level().to_string(), "managed");
    /// assert!(Samm::new(301).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    checked Samm of SecurityPosture {
        /// The score in hundredths, 0 to 300.
        score_hundredths: u64 [0, 300] = 199,
    }

    /// Interdependence of product and technology work (`M-interdependence`).
    ///
    /// ```
    /// use cpto::measures::{Dependence, Interdependence};
    ///
    /// assert_eq!(Interdependence::new(Dependence::Team).reading()?.level().to_string(), "optimizing");
    /// # Ok::<(), cpto::measures::Refusal>(())
    /// ```
    plain Interdependence of Integration {
        /// The kind of dependence.
        kind: Dependence = Dependence::Team,
    }
}

/// Takes a duration of whole minutes.
macro_rules! from_duration {
    ($($Name:ident),+) => { $(
        impl TryFrom<Duration> for $Name {
            type Error = FaultKind;

            /// Takes a duration of whole minutes. Nothing is rounded.
            ///
            /// # Errors
            /// [`FaultKind::WrongType`] for one that is not of whole minutes, such as 90 seconds.
            fn try_from(duration: Duration) -> Result<Self, FaultKind> {
                let seconds = duration.as_secs();
                if seconds % 60 == 0 && duration.subsec_nanos() == 0 {
                    return Ok(Self::new(seconds / 60));
                }
                let found = Found::Duration(duration);
                Err(FaultKind::WrongType { found, allowed: Shape::WholeMinutes })
            }
        }
    )+ };
}
from_duration! { LeadTime, RecoveryTime, TestFeedback }

/// A figure with what it was taken of, and when: one reading of one signal.
///
/// ```
/// use cpto::measures::{Figure, Measure, RecoveryTime};
///
/// let figure = Figure::from(RecoveryTime::new(240)).of("shop").over("third quarter of 2026");
/// assert_eq!(figure.measure(), Measure::RecoveryTime);
/// assert_eq!(figure.to_string(), "a failed deployment recovery time of 4 h (shop, third quarter of 2026)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    pub(crate) quantity: Quantity,
    pub(crate) subject: Option<String>,
    pub(crate) period: Option<String>,
}

impl Figure {
    /// The same figure, with the application, product or team that it was taken of.
    ///
    /// ```
    /// use cpto::measures::{Figure, LeadTime};
    ///
    /// assert_eq!(Figure::from(LeadTime::new(240)).of("shop").subject(), Some("shop"));
    /// ```
    #[must_use]
    pub fn of(self, subject: impl Into<String>) -> Self {
        Self { subject: Some(subject.into()), ..self }
    }

    /// The same figure, with the period that it was taken over.
    ///
    /// ```
    /// use cpto::measures::{Figure, LeadTime};
    ///
    /// assert_eq!(Figure::from(LeadTime::new(240)).over("2026").period(), Some("2026"));
    /// ```
    #[must_use]
    pub fn over(self, period: impl Into<String>) -> Self {
        Self { period: Some(period.into()), ..self }
    }

    /// Whose figure it is.
    ///
    /// ```
    /// use cpto::measures::{Figure, LeadTime, Measure};
    ///
    /// assert_eq!(Figure::from(LeadTime::new(240)).measure(), Measure::LeadTime);
    /// ```
    #[must_use]
    pub const fn measure(&self) -> Measure {
        self.quantity.measure()
    }

    /// The figure itself.
    ///
    /// ```
    /// use cpto::measures::{Figure, LeadTime};
    ///
    /// assert_eq!(Figure::from(LeadTime::new(240)).quantity().to_string(), "a lead time for changes of 4 h");
    /// ```
    #[must_use]
    pub const fn quantity(&self) -> Quantity {
        self.quantity
    }

    /// What it was taken of, where that was said.
    ///
    /// ```
    /// use cpto::measures::{Figure, LeadTime};
    ///
    /// assert_eq!(Figure::from(LeadTime::new(240)).subject(), None);
    /// ```
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// When it was taken, where that was said.
    ///
    /// ```
    /// use cpto::measures::{Figure, LeadTime};
    ///
    /// assert_eq!(Figure::from(LeadTime::new(240)).period(), None);
    /// ```
    #[must_use]
    pub fn period(&self) -> Option<&str> {
        self.period.as_deref()
    }

    /// The signal that it informs.
    ///
    /// ```
    /// use cpto::{Signal, measures::{Coverage, Figure, Practice}};
    ///
    /// let figure = Figure::from(Coverage::new(Practice::DataCapability, 18, 30)?);
    /// assert_eq!(figure.signal(), Signal::DataCapability);
    /// # Ok::<(), cpto::FaultKind>(())
    /// ```
    #[must_use]
    pub const fn signal(&self) -> Signal {
        self.quantity.signal()
    }

    /// The levels that the figure reads as.
    ///
    /// ```
    /// use cpto::measures::{Figure, LeadTime};
    ///
    /// let reading = Figure::from(LeadTime::new(240)).of("shop").reading()?;
    /// assert_eq!(reading.figure().subject(), Some("shop"));
    /// # Ok::<(), cpto::measures::Refusal>(())
    /// ```
    ///
    /// # Errors
    /// A [`Refusal`] where what was published does not cover the figure.
    pub fn reading(self) -> Result<Reading, Refusal> {
        let Fallen { level, reached, missed } = self.quantity.falls()?;
        Ok(Reading { level, reached, missed, caveat: self.quantity.caveat(), figure: self })
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.quantity.fmt(f)?;
        match (self.subject(), self.period()) {
            (Some(subject), Some(period)) => write!(f, " ({subject}, {period})"),
            (Some(one), None) | (None, Some(one)) => write!(f, " ({one})"),
            (None, None) => Ok(()),
        }
    }
}
