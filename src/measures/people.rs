//! How many people are in a company of a class, and what is a number of direct reports called?

use crate::vocabulary::scale::ScaleError;
use crate::vocabulary::scale::{Estimate, Headcount, IntoEstimate};
use crate::vocabulary::word::vocabulary;

/// What is known of a class: from how many people to how many, and on whose word.
#[derive(Debug)]
struct Row {
    least: u32,
    most: u32,
    source: &'static str,
}

const EU: &str = "Commission Recommendation 2003/361/EC";
const EU_MID_CAP: &str = "Recommendation (EU) 2025/1099";
const FRANCE: &str = "Décret n° 2008-1354 of 18 December 2008, art. 3";
const DORA: &str = "DORA Quick Check";
const MCKINSEY: &str = "McKinsey, December 2017";

const fn class(least: u32, most: u32, source: &'static str) -> Row {
    Row { least, most, source }
}

vocabulary! {
    /// A published class of size (`M-headcount`), which stands for the range of people that it spans.
    ///
    /// The legal classes also test turnover or balance sheet, and count linked companies and full-time equivalents. This
    /// crate counts people.
    ///
    /// ```
    /// use cpto::Organization;
    /// use cpto::measures::HeadcountClass;
    ///
    /// let company = Organization::draft().headcount(HeadcountClass::Medium).build()?;
    /// assert_eq!(company.headcount().to_string(), "50 to 249");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub enum HeadcountClass as "headcount class" in "cpto::measures" {
        /// The European Union's micro enterprise.
        Micro => class(1, 9, EU),
        /// The European Union's small enterprise.
        Small => class(10, 49, EU),
        /// The European Union's medium-sized enterprise.
        Medium => class(50, 249, EU),
        /// The European Union's small mid-cap.
        SmallMidCap => class(250, 749, EU_MID_CAP),
        /// The French enterprise of intermediate size.
        Intermediate => class(250, 4_999, FRANCE),
        /// The French large enterprise.
        Large => class(5_000, u32::MAX, FRANCE),
        /// DORA's smallest class.
        DoraOne => class(1, 1, DORA),
        /// DORA's class of a few. The next one begins at 20; 10 to 19 is missing there.
        DoraTwoToNine => class(2, 9, DORA),
        /// DORA's class of tens.
        DoraFrom20 => class(20, 99, DORA),
        /// DORA's class of a few hundred.
        DoraFrom100 => class(100, 499, DORA),
        /// DORA's class below a thousand.
        DoraFrom500 => class(500, 999, DORA),
        /// DORA's class of a few thousand.
        DoraFrom1000 => class(1_000, 4_999, DORA),
        /// DORA's class below ten thousand.
        DoraFrom5000 => class(5_000, 9_999, DORA),
        /// DORA's largest class.
        DoraFrom10000 => class(10_000, u32::MAX, DORA),
    }
}

impl HeadcountClass {
    /// How many people such a company has.
    ///
    /// ```
    /// use cpto::measures::HeadcountClass;
    ///
    /// assert_eq!(HeadcountClass::Medium.people().to_string(), "50 to 249");
    /// ```
    #[must_use]
    pub fn people(self) -> Estimate<Headcount> {
        let Row { least, most, .. } = self.row();
        (*least..=*most).into_estimate().unwrap_or_default()
    }

    /// Who publishes the class.
    ///
    /// ```
    /// use cpto::measures::HeadcountClass;
    ///
    /// assert_eq!(HeadcountClass::Medium.source(), "Commission Recommendation 2003/361/EC");
    /// ```
    #[must_use]
    pub const fn source(self) -> &'static str {
        self.row().source
    }
}

impl IntoEstimate<Headcount> for HeadcountClass {
    fn into_estimate(self) -> Result<Estimate<Headcount>, ScaleError> {
        Ok(self.people())
    }
}

vocabulary! {
    /// What a leader is called by the number of direct reports (`M-direct-reports`): an observation of a seat. It is no signal
    /// and no grade. The policy warns above 10 and above 15.
    ///
    /// ```
    /// use cpto::measures::SpanOfControl;
    ///
    /// assert_eq!(SpanOfControl::of(7), Some(SpanOfControl::Coach));
    /// assert_eq!(SpanOfControl::of(2), None);
    /// ```
    pub enum SpanOfControl as "span of control" in "cpto::measures" {
        /// Works along with those led.
        PlayerCoach => class(3, 5, MCKINSEY),
        /// Develops those led.
        Coach => class(6, 7, MCKINSEY),
        /// Leads work that is much alike.
        Supervisor => class(8, 10, MCKINSEY),
        /// Leads work that goes on by itself.
        Facilitator => class(11, 15, MCKINSEY),
        /// Leads work that is standardised.
        Coordinator => class(16, u32::MAX, MCKINSEY),
    }
}

impl SpanOfControl {
    /// What a leader of so many is called; nothing below three.
    ///
    /// ```
    /// use cpto::measures::SpanOfControl;
    ///
    /// let span = SpanOfControl::of(9).unwrap();
    /// let (least, most) = span.direct_reports();
    /// assert!((least..=most).contains(&9));
    /// ```
    #[must_use]
    pub fn of(direct_reports: u8) -> Option<Self> {
        let people = u32::from(direct_reports);
        Self::ALL.iter().copied().find(|it| (it.row().least..=it.row().most).contains(&people))
    }

    /// The most and the least direct reports of one; the highest span has no upper end.
    ///
    /// ```
    /// use cpto::measures::SpanOfControl;
    ///
    /// for &span in SpanOfControl::ALL {
    ///     let (least, most) = span.direct_reports();
    ///     assert!(least <= most);
    /// }
    /// ```
    #[must_use]
    pub const fn direct_reports(self) -> (u32, u32) {
        (self.row().least, self.row().most)
    }

    /// Who publishes the names.
    ///
    /// ```
    /// use cpto::measures::SpanOfControl;
    ///
    /// assert_eq!(SpanOfControl::ALL[0].source(), "McKinsey, December 2017");
    /// ```
    #[must_use]
    pub const fn source(self) -> &'static str {
        self.row().source
    }
}
