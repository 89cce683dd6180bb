//! How does the company earn its money, and who are its customers?

use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// A market segment: who buys the product, and how. Retention differs so much between segments that it is read within one.
    pub enum Segment as "segment" in "cpto::measures" {
        /// Social products for consumers.
        ConsumerSocial,
        /// Products for which consumers pay by transaction.
        ConsumerTransactional,
        /// Products to which consumers subscribe.
        ConsumerSubscription,
        /// Software that users bring into their companies.
        BottomUpSaas,
        /// Software sold to small and middle-sized companies.
        MidMarketSaas,
        /// Software sold to large companies.
        EnterpriseSaas,
    }
}

vocabulary! {
    /// How a company earns its money.
    pub enum Business as "business" in "cpto::measures" {
        /// By subscriptions to software.
        SubscriptionSoftware,
        /// By subscriptions to software sold to companies by a sales team.
        SalesLedB2b,
        /// In another way.
        Other,
    }
}
