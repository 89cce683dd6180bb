//! Plain structs in the shape of a document, which derived code reads without any check.
#![expect(clippy::struct_field_names, reason = "the names are the keys of documents")]
#![expect(dead_code, reason = "the fields are only deserialized")]

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::{BoolDeserializer, SeqAccessDeserializer, StrDeserializer, U64Deserializer};
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

macro_rules! names {
    ($($Name:ident { $($Variant:ident)+ })+) => { $(
        #[derive(Clone, Copy, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub(crate) enum $Name { $($Variant),+ }
    )+ };
}

names! {
    Stage { Startup ScaleUp Established Enterprise }
    Budget { OneExecutive TwoExecutives }
    Trigger { Growth Transformation Renewal Cost Vacancy Friction }
    Incumbent { Cto Cpo None }
    Maturity { Initial Managed Defined QuantitativelyManaged Optimizing }
    Proficiency { Novice AdvancedBeginner Competent Proficient Expert }
    Responsibility { ProductVision ProductStrategy CustomerValue MarketInsight ProfitAndLoss BusinessModel Roadmap Requirements Lifecycle LegalCompliance Privacy SalesAndMarketingEnablement CustomerFeedback TechnologyStrategy Architecture Delivery Quality Security TechnicalCompliance Operations Reliability Scalability CostEfficiency DeveloperProductivity DataCapability TechnologyInnovation StrategicAlignment TradeOffs }
    Office { Ceo Coo Cfo Ciso Cmo Cdo GeneralCounsel GeneralManager RunOrganization Other }
    Superior { Ceo Coo Cfo Ciso Cmo Cdo GeneralCounsel GeneralManager RunOrganization Other Cto Cpo }
}

macro_rules! objects {
    ($($Name:ident<$T:ty> { $($field:ident)+ })+) => { $(
        #[derive(Default, Deserialize)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
        pub(crate) struct $Name { $($field: Option<$T>),+ }
    )+ };
}

objects! {
    Signals<OfSignal> { technical_stability developer_productivity data_capability scalability security_posture product_direction product_market_fit commercial_performance strategic_alignment collaboration integration }
    Safeguards<bool> { stakeholder_debate leadership_challenge product_lead engineering_lead collaboration_forum shared_goals decision_rights structure_review independent_assurance succession_plan handover_plan focus_time }
    Skills<Range<Proficiency>> { technology_trends development_methods operational_challenges strategy finance legal marketing sales stakeholder_management product_management business_acumen soft_skills }
    Reasons<String> { product_vision product_strategy customer_value market_insight profit_and_loss business_model roadmap requirements lifecycle legal_compliance privacy sales_and_marketing_enablement customer_feedback technology_strategy architecture delivery quality security technical_compliance operations reliability scalability cost_efficiency developer_productivity data_capability technology_innovation strategic_alignment trade_offs }
    Elsewhere<Office> { product technology product_vision product_strategy customer_value market_insight profit_and_loss business_model roadmap requirements lifecycle legal_compliance privacy sales_and_marketing_enablement customer_feedback technology_strategy architecture delivery quality security technical_compliance operations reliability scalability cost_efficiency developer_productivity data_capability technology_innovation strategic_alignment trade_offs }
}

/// A value or its two ends.
#[derive(Clone, Copy)]
pub(crate) struct Range<T>(T, T);

/// A name or a list of names.
pub(crate) struct Triggers(Vec<Trigger>);

/// The statement about a signal.
pub(crate) enum OfSignal {
    Level(Range<Maturity>),
    NotApplicable(String),
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct NotApplicable {
    not_applicable: String,
}

/// Reads a value or a list of two.
struct OfRange<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Copy> Visitor<'de> for OfRange<T> {
    type Value = Range<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or a range")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Range<T>, E> {
        let value = T::deserialize(BoolDeserializer::new(value))?;
        Ok(Range(value, value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Range<T>, E> {
        let value = T::deserialize(U64Deserializer::new(value))?;
        Ok(Range(value, value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Range<T>, E> {
        let value = T::deserialize(StrDeserializer::new(value))?;
        Ok(Range(value, value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Range<T>, A::Error> {
        let (least, most) = Deserialize::deserialize(SeqAccessDeserializer::new(items))?;
        Ok(Range(least, most))
    }
}

impl<'de, T: Deserialize<'de> + Copy> Deserialize<'de> for Range<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OfRange(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Triggers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrSeveral;

        impl<'de> Visitor<'de> for OneOrSeveral {
            type Value = Triggers;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a trigger or a list of them")
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Triggers, E> {
                Trigger::deserialize(StrDeserializer::new(value)).map(|trigger| Triggers(vec![trigger]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Triggers, A::Error> {
                Deserialize::deserialize(SeqAccessDeserializer::new(items)).map(Triggers)
            }
        }
        deserializer.deserialize_any(OneOrSeveral)
    }
}

impl<'de> Deserialize<'de> for OfSignal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = OfSignal;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a level, or why there is none")
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<OfSignal, E> {
                OfRange(PhantomData).visit_str(value).map(OfSignal::Level)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<OfSignal, A::Error> {
                OfRange(PhantomData).visit_seq(items).map(OfSignal::Level)
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, entries: A) -> Result<OfSignal, A::Error> {
                let reason =
                    NotApplicable::deserialize(serde::de::value::MapAccessDeserializer::new(entries))?;
                Ok(OfSignal::NotApplicable(reason.not_applicable))
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(crate) struct Organization {
    name: Option<String>,
    stage: Option<Range<Stage>>,
    headcount: Option<Range<u32>>,
    budget: Option<Range<Budget>>,
    regulated: Option<Range<bool>>,
    signals: Signals,
    safeguards: Safeguards,
    not_applicable: Reasons,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(crate) struct Seat {
    remit: Option<Vec<Responsibility>>,
    skills: Skills,
    interim: Option<Range<bool>>,
    newcomer: Option<Range<bool>>,
    reports_to: Option<Superior>,
    direct_reports: Option<Range<u8>>,
    product_attention: Option<Range<u8>>,
    other_duties: Option<Range<u8>>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(crate) struct Structure {
    cto: Option<Seat>,
    cpo: Option<Seat>,
    cpto: Option<Seat>,
    elsewhere: Elsewhere,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Proposal {
    #[serde(default)]
    organization: Organization,
    trigger: Option<Triggers>,
    term: Option<Range<u8>>,
    incumbent: Option<Incumbent>,
    current: Option<Structure>,
    proposed: Structure,
}
