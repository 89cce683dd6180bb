//! Where does each figure fall, and how is it said?

use core::fmt;

use super::{
    BurnMultiple, CacPayback, ChangeFailRate, Coverage, CsfTier, CustomerContact, DeploymentFrequency,
    ErrorBudget, EstimateSpread, FirstRound, Interdependence, LeadTime, LtvCac, MOST, Nps, Nrr, Quantity,
    RecoveryTime, Samm, SeanEllis, TestFeedback, Toil, UserRetention,
};
use crate::measures::line;
use crate::measures::line::{Bands, Fallen, NO_OBJECTIVE};
use crate::measures::measure::Measure;
use crate::measures::readings::Caveat;
use crate::measures::refusal::Refusal;
use crate::measures::word::{Business, Causes, Objective, Segment};
use crate::vocabulary::scale::{Estimate, Scale};
use crate::vocabulary::signal::Maturity;

/// What the figures of every measure can do.
pub(super) trait Measured {
    /// Where it falls between the edges of its measure.
    fn falls(self) -> Result<Fallen, Refusal>;

    /// Writes it as part of a sentence.
    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// Minutes in the largest unit of which there is a whole number.
struct Minutes(u64);

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => f.write_str("0 min"),
            minutes if minutes % 1_440 == 0 => write!(f, "{} d", minutes / 1_440),
            minutes if minutes % 60 == 0 => write!(f, "{} h", minutes / 60),
            minutes => write!(f, "{minutes} min"),
        }
    }
}

/// How many answers a survey needs to be read at all.
const ANSWERS: u64 = 30;
/// Below how many answers others would not read it.
const MANY_ANSWERS: u64 = 100;
/// Below how many deployments one failure moves the rate.
const MANY_DEPLOYMENTS: u64 = 20;
/// The shortest window of deployments, in days.
const WINDOW: u64 = 7;
/// The periods of retention, in months.
const YEAR: u64 = 12;
const HALF_YEAR: u64 = 6;

const fn enough(counted: u64, of: &'static str) -> Result<(), Refusal> {
    if counted < ANSWERS { Err(Refusal::TooFew { counted, least: ANSWERS, of }) } else { Ok(()) }
}

fn grown(cohort_months: Option<u64>, least: u64) -> Result<(), Refusal> {
    match cohort_months {
        Some(months) if months < least => Err(Refusal::TooYoung { months, least }),
        _ => Ok(()),
    }
}

/// A business that is not said is the one that the measure is made for.
fn made_for(business: Option<Business>, allowed: &'static [Business]) -> Result<(), Refusal> {
    match business {
        Some(found) if !allowed.contains(&found) => Err(Refusal::WrongBusiness { found, allowed }),
        _ => Ok(()),
    }
}

const RECURRING: &[Business] = &[Business::SubscriptionSoftware, Business::SalesLedB2b];

/// The bands of a segment, of those that have some.
fn of_segment(measure: Measure, segment: Option<Segment>) -> Result<&'static Bands, Refusal> {
    let found = segment.ok_or(Refusal::NoSegment { measure })?;
    measure.bands_of(found.as_str()).ok_or(Refusal::WrongSegment { found, measure })
}

impl Measured for LeadTime {
    fn falls(self) -> Result<Fallen, Refusal> {
        Ok(line::LEAD_TIME.read(self.median_minutes, 1))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a lead time for changes of {}", Minutes(self.median_minutes))
    }
}

impl Measured for DeploymentFrequency {
    fn falls(self) -> Result<Fallen, Refusal> {
        let Self { deployments, days } = self;
        if days < WINDOW {
            return Err(Refusal::TooShort { days, least: WINDOW });
        }
        let read = |deployments| line::DEPLOYMENT_FREQUENCY.read(deployments, days);
        if deployments == 0 {
            return Ok(Fallen::at(Estimate::exact(Maturity::LEAST)).to(read(1)));
        }
        Ok(read(deployments))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a deployment frequency of {} in {} days", self.deployments, self.days)
    }
}

impl Measured for RecoveryTime {
    fn falls(self) -> Result<Fallen, Refusal> {
        if self.causes == Some(Causes::All) {
            return Err(Refusal::AllCauses);
        }
        if self.failures == Some(0) {
            return Err(Refusal::NoFailure);
        }
        Ok(line::RECOVERY_TIME.read(self.median_minutes, 1))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a failed deployment recovery time of {}", Minutes(self.median_minutes))?;
        match self.failures {
            Some(failures) => write!(f, " over {failures} failures"),
            None => Ok(()),
        }
    }
}

impl Measured for ChangeFailRate {
    fn falls(self) -> Result<Fallen, Refusal> {
        let Self { failed, deployments } = self;
        let read = |failed: u64| line::CHANGE_FAIL_RATE.read(failed, deployments);
        if deployments < MANY_DEPLOYMENTS {
            return Ok(read((failed + 1).min(deployments)).to(read(failed)));
        }
        Ok(read(failed))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a change fail rate of {} of {} deployments", self.failed, self.deployments)
    }
}

impl Measured for ErrorBudget {
    fn falls(self) -> Result<Fallen, Refusal> {
        let used = |percent: u64| line::BUDGET_USED.read(percent, 1);
        let incident = |percent: u64| line::LARGEST_INCIDENT.read(percent, 1);
        let kept =
            |percent, fallen: Fallen| Fallen { reached: fallen.reached.or(used(percent).reached), ..fallen };
        Ok(match (self.objective, self.used_percent, self.largest_incident_percent) {
            (Objective::AllOfTheTime, ..) => return Err(Refusal::NoBudget),
            (Objective::None, ..) => Fallen::at(NO_OBJECTIVE),
            (Objective::BelowAllOfTheTime, None, _) => used(MOST).to(incident(0)),
            (_, Some(percent), _) if used(percent).reached.is_none() => used(percent),
            (_, Some(percent), None) => kept(percent, incident(MOST).to(incident(0))),
            (_, Some(percent), Some(largest)) => kept(percent, incident(largest)),
        })
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.objective {
            Objective::None => "no service level objective",
            Objective::BelowAllOfTheTime => "an error budget",
            Objective::AllOfTheTime => "an objective of 100 %",
        })?;
        match self.used_percent {
            Some(percent) => write!(f, " of which {percent} % were used")?,
            None if self.objective == Objective::None => {}
            None => f.write_str(" of which it is unknown how much was used")?,
        }
        match self.largest_incident_percent {
            Some(percent) => write!(f, ", {percent} % by the largest incident"),
            None => Ok(()),
        }
    }
}

impl Measured for Toil {
    fn falls(self) -> Result<Fallen, Refusal> {
        Ok(line::TOIL.read(self.percent, 1))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "toil of {} % of the time", self.percent)
    }
}

impl Measured for TestFeedback {
    fn falls(self) -> Result<Fallen, Refusal> {
        Ok(line::TEST_FEEDBACK.read(self.minutes, 1))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "test feedback after {}", Minutes(self.minutes))
    }
}

impl Measured for SeanEllis {
    fn falls(self) -> Result<Fallen, Refusal> {
        if self.one_off == Some(true) {
            return Err(Refusal::OneOffProduct);
        }
        enough(self.asked, "answers")?;
        Ok(line::SEAN_ELLIS.read(self.very_disappointed, self.asked))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a Sean Ellis test with {} of {} very disappointed", self.very_disappointed, self.asked)
    }
}

impl Measured for Nps {
    fn falls(self) -> Result<Fallen, Refusal> {
        enough(self.answers, "answers")?;
        let score = i128::from(self.promoters) - i128::from(self.detractors);
        Ok(line::NPS.read(score, self.answers))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { promoters, detractors, answers } = self;
        write!(f, "a Net Promoter Score of {promoters} promoters and {detractors} detractors of {answers}")
    }
}

impl Measured for Nrr {
    fn falls(self) -> Result<Fallen, Refusal> {
        let bands = of_segment(Measure::Nrr, self.segment)?;
        grown(self.cohort_months, YEAR)?;
        Ok(bands.read(self.revenue_now, self.revenue_then))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a net revenue retention of {} of {}", self.revenue_now, self.revenue_then)?;
        in_segment(self.segment, f)
    }
}

fn in_segment(segment: Option<Segment>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    segment.map_or(Ok(()), |segment| write!(f, " in {segment}"))
}

impl Measured for UserRetention {
    fn falls(self) -> Result<Fallen, Refusal> {
        let bands = of_segment(Measure::UserRetention, self.segment)?;
        grown(self.cohort_months, HALF_YEAR)?;
        Ok(bands.read(self.active, self.cohort))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a user retention of {} of {}", self.active, self.cohort)?;
        in_segment(self.segment, f)
    }
}

impl Measured for FirstRound {
    fn falls(self) -> Result<Fallen, Refusal> {
        made_for(self.business, &[Business::SalesLedB2b])?;
        Ok(Fallen::at(self.level.level()))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the level of PMF {}", self.level)
    }
}

impl Measured for EstimateSpread {
    fn falls(self) -> Result<Fallen, Refusal> {
        Ok(line::ESTIMATE_SPREAD.read(self.highest, self.lowest))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "estimates from {} to {}", self.lowest, self.highest)
    }
}

impl Measured for CustomerContact {
    fn falls(self) -> Result<Fallen, Refusal> {
        Ok(line::CUSTOMER_CONTACT.read(self.every_days, 1))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "talks with customers every {} days", self.every_days)
    }
}

impl Measured for BurnMultiple {
    fn falls(self) -> Result<Fallen, Refusal> {
        made_for(self.business, RECURRING)?;
        if self.net_new_revenue <= 0 {
            return Err(Refusal::Undefined);
        }
        Ok(line::BURN_MULTIPLE.read(self.net_burn, self.net_new_revenue))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a burn multiple of {} to {}", self.net_burn, self.net_new_revenue)
    }
}

impl Measured for LtvCac {
    fn falls(self) -> Result<Fallen, Refusal> {
        made_for(self.business, RECURRING)?;
        Ok(line::LTV_CAC.read(self.lifetime_value, self.acquisition_cost))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a lifetime value of {} to a cost of {}", self.lifetime_value, self.acquisition_cost)
    }
}

impl Measured for CacPayback {
    fn falls(self) -> Result<Fallen, Refusal> {
        made_for(self.business, RECURRING)?;
        let bands = if self.business == Some(Business::SalesLedB2b) {
            &line::CAC_PAYBACK_SALES_LED
        } else {
            &line::CAC_PAYBACK
        };
        Ok(bands.read(self.months, 1))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a CAC payback of {} months", self.months)
    }
}

impl Measured for Coverage {
    fn falls(self) -> Result<Fallen, Refusal> {
        Ok(line::COVERAGE.read(self.covered, self.items))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a coverage of {} of {} {}", self.covered, self.items, self.signal.items())
    }
}

impl Measured for CsfTier {
    fn falls(self) -> Result<Fallen, Refusal> {
        Ok(Fallen::at(self.tier.level()))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the NIST CSF 2.0 tier {}", self.tier)
    }
}

impl Measured for Samm {
    fn falls(self) -> Result<Fallen, Refusal> {
        Ok(line::SAMM.read(self.score_hundredths, 1))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { score_hundredths } = self;
        write!(f, "an OWASP SAMM score of {}.{:02}", score_hundredths / 100, score_hundredths % 100)
    }
}

impl Measured for Interdependence {
    fn falls(self) -> Result<Fallen, Refusal> {
        Ok(Fallen::at(self.kind.level()))
    }

    fn says(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} interdependence", self.kind)
    }
}

impl Quantity {
    /// What to keep in mind.
    pub(super) const fn caveat(self) -> Option<Caveat> {
        Some(match self {
            Self::SeanEllis(figure) if figure.asked < MANY_ANSWERS => Caveat::FewAnswers,
            Self::ChangeFailRate(figure) if figure.deployments < MANY_DEPLOYMENTS => Caveat::FewDeployments,
            Self::DeploymentFrequency(DeploymentFrequency { deployments: 0, .. }) => Caveat::NoDeployment,
            _ => return None,
        })
    }
}
