//! What may the entries of a setting be?

use crate::input::fault::Order;

/// What the entries of a setting may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub(crate) least: i64,
    pub(crate) most: i64,
    /// The order that the entries have to keep, if any.
    pub(crate) order: Option<Order>,
}

/// Anything that the type can say.
pub(crate) const ANY: Bounds = Bounds { least: i64::MIN, most: i64::MAX, order: None };
/// Never less than the entry before.
pub(crate) const RISING: Bounds = Bounds { order: Some(Order::Rising), ..ANY };
/// Never more than the entry before.
pub(crate) const FALLING: Bounds = Bounds { order: Some(Order::Falling), ..ANY };
/// A number of steps.
pub(crate) const STEPS: Bounds = within(0, 4);

pub(crate) const fn within(least: i64, most: i64) -> Bounds {
    Bounds { least, most, ..ANY }
}
