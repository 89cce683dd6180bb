//! How does the company earn its money, and who buys?

use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// Who buys, and how. Retention differs so much between segments that it is read within one.
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
    /// How a company earns its money.
    pub enum Business as "business" in "cpto::measures" {
        /// By subscriptions to software.
        SubscriptionSoftware,
        /// By subscriptions to software that people sell to companies.
        SalesLedB2b,
        /// In another way.
        Other,
    }
}
