//! Which values may the entries of a setting have?

use crate::input::fault::Order;

/// The values that the entries of a setting may have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub(crate) least: i64,
    pub(crate) most: i64,
    /// The order that the entries must keep, if any.
    pub(crate) order: Option<Order>,
}

/// Any value of the type.
pub(crate) const ANY: Bounds = Bounds { least: i64::MIN, most: i64::MAX, order: None };
/// No entry is less than the one before it.
pub(crate) const RISING: Bounds = Bounds { order: Some(Order::Rising), ..ANY };
/// No entry is more than the one before it.
pub(crate) const FALLING: Bounds = Bounds { order: Some(Order::Falling), ..ANY };
/// A number of steps.
pub(crate) const STEPS: Bounds = within(0, 4);

pub(crate) const fn within(least: i64, most: i64) -> Bounds {
    Bounds { least, most, ..ANY }
}
