//! Which measures are there, of what, and who published them?

use core::fmt;

use super::line::{self, Bands};
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::word::Word;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// How closely what is said of a publication was read.
    ///
    /// ```
    /// use cpto::measures::{Hand, Measure};
    ///
    /// assert_eq!(Measure::Nps.publication().hand, Hand::Second);
    /// ```
    pub enum Hand as "hand" in "cpto::measures" {
        /// In the publisher's own text or data, or an official reproduction.
        First,
        /// In somebody else's text that names the publisher.
        Second,
    }
}

/// Where a measure's edges, or the names of its levels, come from.
///
/// Its `Display` is what a reading repeats of it: publisher and edition.
///
/// ```
/// use cpto::measures::Measure;
///
/// assert_eq!(Measure::Nps.publication().publisher, "Bain & Company");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Publication {
    /// Who published it.
    pub publisher: &'static str,
    /// Which edition the edges come from.
    pub edition: &'static str,
    /// Where it is found on the net, where that was seen.
    pub url: Option<&'static str>,
    /// How closely it was read.
    pub hand: Hand,
}

impl fmt::Display for Publication {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.publisher, self.edition)
    }
}

const fn published(
    hand: Hand,
    publisher: &'static str,
    edition: &'static str,
    url: &'static str,
) -> Publication {
    Publication { publisher, edition, url: Some(url), hand }
}

const fn in_print(hand: Hand, publisher: &'static str, edition: &'static str) -> Publication {
    Publication { publisher, edition, url: None, hand }
}

use Hand::{First, Second};

const fn dora(edition: &'static str) -> Publication {
    published(First, "DORA", edition, "https://dora.dev/research/")
}

const ANSWERS: Publication = dora("answer scale 2018–2025");
const FAIL_BANDS: Publication = dora("answer bands to 2022");
const INTEGRATION: Publication = published(
    First,
    "DORA",
    "continuous integration",
    "https://dora.dev/capabilities/continuous-integration/",
);
const WORKBOOK: Publication = published(
    First,
    "Google",
    "SRE Workbook, example error budget policy, 2018",
    "https://sre.google/workbook/error-budget-policy",
);
const SRE_BOOK: Publication = in_print(First, "Google", "SRE Book, chapter 5, 2016");
const SUPERHUMAN: Publication = published(
    Second,
    "S. Ellis",
    "about 2009, as told by R. Vohra, 2018",
    "https://review.firstround.com/how-superhuman-built-an-engine-to-find-product-market-fit/",
);
const BAIN: Publication =
    published(Second, "Bain & Company", "bands attributed to it", "https://www.netpromotersystem.com");
const LENNY: Publication = published(
    Second,
    "L. Rachitsky",
    "What is good retention, 2020",
    "https://lennysnewsletter.com/p/what-is-good-retention-issue-29",
);
const LENNY_THREAD: Publication = published(
    First,
    "L. Rachitsky",
    "thread on user retention, 2020",
    "https://threadreaderapp.com/thread/1277620704146423809.html",
);
const FIRST_ROUND: Publication = published(
    Second,
    "T. Jackson, First Round",
    "Levels of PMF, April 2024",
    "https://www.firstround.com/levels",
);
const CONE: Publication = published(
    Second,
    "B. Boehm, S. McConnell",
    "cone of uncertainty, 1981 and 2006",
    "https://www.construx.com/books/the-cone-of-uncertainty/",
);
const TORRES: Publication = in_print(Second, "T. Torres", "Continuous Discovery Habits, 2021");
const SACKS: Publication = published(
    First,
    "D. Sacks, Craft Ventures",
    "burn multiple, 2020",
    "https://lawwu.github.io/transcripts/SjDmtKF4EZA.html",
);
const SKOK: Publication =
    published(Second, "D. Skok", "SaaS Metrics 2.0", "https://www.forentrepreneurs.com");
const ISO_33020: Publication = published(
    First,
    "ISO/IEC 33020:2015",
    "as reproduced in VDA QMC, Automotive SPICE PAM 3.1, 2017",
    "https://philippartsch.github.io/Howto-Sphinx/AutomotiveSPICE_PAM_31/AutomotiveSPICE_PAM_31.html",
);
const CSF: Publication =
    published(Second, "NIST", "CSWP 29, February 2024", "https://doi.org/10.6028/NIST.CSWP.29");
const SAMM_MODEL: Publication = published(First, "OWASP", "SAMM 2", "https://github.com/owaspsamm/core");
const THOMPSON: Publication =
    in_print(Second, "J. D. Thompson; Van de Ven, Delbecq, Koenig", "1967; Am. Sociol. Review 41(2), 1976");

/// What is known of a [`Measure`].
#[derive(Debug)]
struct Row {
    title: &'static str,
    publication: Publication,
    takes: &'static str,
    remark: &'static str,
}

const fn row(
    title: &'static str,
    publication: Publication,
    takes: &'static str,
    remark: &'static str,
) -> Row {
    Row { title, publication, takes, remark }
}

vocabulary! {
    growing
    /// A published measure that can be read as a level of a signal. The type of its figures has the same name.
    ///
    /// ```
    /// use cpto::{Signal, measures::{Mark, Measure}};
    ///
    /// let measure: Measure = "sean-ellis".parse()?;
    /// assert_eq!(measure.key().to_string(), "M-sean-ellis");
    /// assert_eq!(measure.signal(), Some(Signal::ProductMarketFit));
    /// let (_, bands) = measure.bands()[0];
    /// assert_eq!(bands.lines[0].to_string(), "100 × very-disappointed ≥ 40 × asked");
    /// assert_eq!(bands.lines[0].mark, Mark::Published);
    /// # Ok::<(), cpto::UnknownName>(())
    /// ```
    pub enum Measure as "measure" in "cpto::measures" {
        /// From commit to production.
        LeadTime => row("lead time for changes", ANSWERS, "median minutes from commit to production, of one application", "DORA's two fastest answers are both level 5: ours."),
        /// How often changes go into production.
        DeploymentFrequency => row("deployment frequency", ANSWERS, "deployments in a window of at least 7 days, better of 90", "Once a day is read as level 4: ours. Without a deployment, it is read as from level 1 to where one deployment would be: ours. A month is 730 hours."),
        /// From a failed deployment to recovery.
        RecoveryTime => row("failed deployment recovery time", ANSWERS, "median minutes from a failed deployment to recovery", "DORA's two slowest answers are both level 1: ours. Since 2024 DORA counts recovery as throughput; taking it for stability follows 2015 to 2023."),
        /// How many deployments fail.
        ChangeFailRate => row("change fail rate", FAIL_BANDS, "failed ones of the deployments", "The bands are whole percents, and edges here are exact: 15.4 % is level 3. The edge of 5 % is the top cluster's figure of 2023. Of fewer than 20 deployments, it is read as from where one more failure would be: ours."),
        /// What is left of the errors that an objective allows.
        ErrorBudget => row("error budget", WORKBOOK, "the service level objective; budget used in four weeks, in percent, and by the largest incident", "The line of 20 % was read at second hand. Without an objective it is level 1, and more than the whole budget used is level 2: ours, as is the whole ladder. Use unknown: levels 2 to 5."),
        /// Work that keeps things as they are.
        Toil => row("toil", SRE_BOOK, "toil and other operational work, in percent of the team's time", "Google's Workbook says that the limit may not fit every organisation. Its own mean of 33 % is no edge."),
        /// How soon automated tests report.
        TestFeedback => row("test feedback time", INTEGRATION, "minutes until automated tests report after a commit", "Printed as about ten minutes."),
        /// Users who would miss the product.
        SeanEllis => row("Sean Ellis test", SUPERHUMAN, "users who would be very disappointed without the product, of those asked: active, who used it at least twice, lately", "Ellis calls 40 % a signpost. Cultures answer differently. Bands such as 20 and 60 % have no source."),
        /// Users who recommend the product.
        Nps => row("Net Promoter Score", BAIN, "promoters and detractors of the answers", "Bain's own pages print no bands, and compare with direct competitors. That the score predicts growth is disputed."),
        /// What the customers of a year ago pay now.
        Nrr => row("net revenue retention", LENNY, "recurring revenue now and a year ago, of the customers of a year ago, in one segment", "About 20 practitioners. Small firms score lower: up to 15 M$ of recurring revenue the top quartile stayed below 100 % in 2023 (ChartMogul). For software that people sell to companies, prefer first-round."),
        /// Users who are still there.
        UserRetention => row("user retention", LENNY_THREAD, "users of a cohort still active after six months, in one segment", "About 20 practitioners."),
        /// Where a company places itself.
        FirstRound => row("Levels of PMF", FIRST_ROUND, "the level at which the company places itself", "For software that people sell to companies. The publisher's own rule for placing was not seen. Its benchmarks: recurring revenue 0–0.5 / 0.5–5 / 5–25 / over 25 M$, customers 3–5 / 5–25 / 25–100 / over 100, burn multiple – / up to 5 / 1–3 / 0–1."),
        /// How far apart the estimates are.
        EstimateSpread => row("spread of estimates", CONE, "highest and lowest estimate of the next quarters' outcome, in one unit", "The cone is the best case of skilled estimators, and does not narrow by itself (Little, IEEE Software 23(3), 2006). It says how clear the work is. Whether it is worth doing is another question. One copy prints 1.6 for the second edge, one 1.19/0.94 for the first."),
        /// How often the team talks with customers.
        CustomerContact => row("discovery cadence", TORRES, "every how many days the team that builds talks with customers", ""),
        /// What growth costs.
        BurnMultiple => row("burn multiple", SACKS, "net burn and net new recurring revenue of one period, in one currency", "Says little below about 0.2 M$ of recurring revenue. It says nothing of what the company can pay for."),
        /// What a customer brings, against what it costs to win one.
        LtvCac => row("LTV:CAC", SKOK, "lifetime value and acquisition cost of a customer, in one currency", "Lifetime value says little before fit, when churn is noise."),
        /// How soon a customer is paid for.
        CacPayback => row("CAC payback", SKOK, "months until the cost of acquiring a customer is recovered", "The line for software that people sell to companies is First Round's."),
        /// How widely something is practised.
        Coverage => row("coverage", ISO_33020, "items in scope that have what is asked for", "It says how widely something is practised, and not how well. That five bands are five levels is ours, and so is every choice of item."),
        /// The tier of the NIST Cybersecurity Framework.
        CsfTier => row("NIST CSF 2.0 tier", CSF, "the tier of the organisation", "NIST does not offer the tiers as levels of maturity."),
        /// The score of the Software Assurance Maturity Model.
        Samm => row("OWASP SAMM score", SAMM_MODEL, "the score in hundredths, 0 to 300", ""),
        /// How product and technology work depend on each other.
        Interdependence => row("interdependence", THOMPSON, "the kind of dependence between product and technology work", "Coupling, and not quality."),
    }
}

impl Measure {
    /// The stable key, such as `M-recovery-time`: the name that documents have, with `M-` before it. A figure may be corrected; a key is never renamed or used again.
    ///
    /// ```
    /// use cpto::measures::Measure;
    ///
    /// assert_eq!(Measure::RecoveryTime.key().to_string(), "M-recovery-time");
    /// ```
    #[must_use]
    pub fn key(self) -> impl fmt::Display {
        struct Key(Measure);

        impl fmt::Display for Key {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "M-{}", self.0)
            }
        }
        Key(self)
    }

    /// What it is called in the field.
    ///
    /// ```
    /// use cpto::measures::Measure;
    ///
    /// assert_eq!(Measure::Nps.title(), "Net Promoter Score");
    /// ```
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.row().title
    }

    /// Where its edges come from.
    ///
    /// ```
    /// use cpto::measures::Measure;
    ///
    /// assert_eq!(Measure::LeadTime.publication().to_string(), "DORA, answer scale 2018–2025");
    /// ```
    #[must_use]
    pub const fn publication(self) -> Publication {
        self.row().publication
    }

    /// What a figure of it is.
    ///
    /// ```
    /// use cpto::measures::Measure;
    ///
    /// assert_eq!(Measure::Nps.takes(), "promoters and detractors of the answers");
    /// ```
    #[must_use]
    pub const fn takes(self) -> &'static str {
        self.row().takes
    }

    /// What to know of its edges, and which of its rules are this crate's; may be empty.
    ///
    /// ```
    /// use cpto::measures::Measure;
    ///
    /// assert_eq!(Measure::Interdependence.remark(), "Coupling, and not quality.");
    /// ```
    #[must_use]
    pub const fn remark(self) -> &'static str {
        self.row().remark
    }

    /// The bands that its figures are compared with, each with where they hold: nothing is said of most measures, since
    /// there is one for all figures, and none of those whose levels are named.
    ///
    /// ```
    /// use cpto::measures::Measure;
    ///
    /// let (place, bands) = Measure::RecoveryTime.bands()[0];
    /// assert_eq!((place, bands.lines[0].to_string().as_str()), ("", "median-minutes < 60"));
    /// ```
    #[must_use]
    pub const fn bands(self) -> &'static [(&'static str, &'static Bands)] {
        macro_rules! bands {
            ($($place:literal: $Bands:ident),*) => { { const { &[$(($place, &line::$Bands)),*] } } };
        }
        match self {
            Self::LeadTime => bands! { "": LEAD_TIME },
            Self::DeploymentFrequency => bands! { "": DEPLOYMENT_FREQUENCY },
            Self::RecoveryTime => bands! { "": RECOVERY_TIME },
            Self::ChangeFailRate => bands! { "": CHANGE_FAIL_RATE },
            Self::ErrorBudget => {
                bands! { "of the budget": BUDGET_USED, "of the largest incident": LARGEST_INCIDENT }
            }
            Self::Toil => bands! { "": TOIL },
            Self::TestFeedback => bands! { "": TEST_FEEDBACK },
            Self::SeanEllis => bands! { "": SEAN_ELLIS },
            Self::Nps => bands! { "": NPS },
            Self::Nrr => bands! {
                "consumer-subscription": NRR_CONSUMER_SUBSCRIPTION, "bottom-up-saas": NRR_BOTTOM_UP_SAAS,
                "mid-market-saas": NRR_MID_MARKET_SAAS, "enterprise-saas": NRR_ENTERPRISE_SAAS
            },
            Self::UserRetention => bands! {
                "consumer-social": USERS_CONSUMER_SOCIAL, "consumer-transactional": USERS_CONSUMER_TRANSACTIONAL,
                "consumer-subscription": USERS_CONSUMER_SUBSCRIPTION, "mid-market-saas": USERS_MID_MARKET_SAAS,
                "enterprise-saas": USERS_ENTERPRISE_SAAS
            },
            Self::EstimateSpread => bands! { "": ESTIMATE_SPREAD },
            Self::CustomerContact => bands! { "": CUSTOMER_CONTACT },
            Self::BurnMultiple => bands! { "": BURN_MULTIPLE },
            Self::LtvCac => bands! { "": LTV_CAC },
            Self::CacPayback => {
                bands! { "subscription-software": CAC_PAYBACK, "sales-led-b2b": CAC_PAYBACK_SALES_LED }
            }
            Self::Coverage => bands! { "": COVERAGE },
            Self::Samm => bands! { "": SAMM },
            Self::FirstRound | Self::CsfTier | Self::Interdependence => bands! {},
        }
    }

    /// The bands that hold at a place.
    pub(super) fn bands_of(self, place: &str) -> Option<&'static Bands> {
        self.bands().iter().find(|(known, _)| *known == place).map(|(_, bands)| *bands)
    }

    /// The names that its figures are told in, with the levels that they read as; none where figures are numbers.
    ///
    /// ```
    /// use cpto::measures::Measure;
    ///
    /// let (name, level) = Measure::CsfTier.names().next().unwrap();
    /// assert_eq!((name, level.to_string().as_str()), ("partial", "initial"));
    /// ```
    pub fn names(self) -> impl Iterator<Item = (&'static str, Estimate<Maturity>)> {
        use super::word::{Dependence, PmfLevel, Tier};

        fn of<W: Word>(
            listed: bool,
            level: fn(W) -> Estimate<Maturity>,
        ) -> impl Iterator<Item = (&'static str, Estimate<Maturity>)> {
            let all = if listed { W::ALL } else { &[] };
            all.iter().map(move |word| (word.as_str(), level(*word)))
        }
        of(self == Self::FirstRound, PmfLevel::level)
            .chain(of(self == Self::CsfTier, Tier::level))
            .chain(of(self == Self::Interdependence, Dependence::level))
    }
}
