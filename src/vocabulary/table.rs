//! How is one value stored for each name?

use core::fmt;
use core::marker::PhantomData;

use crate::vocabulary::word::Word;

/// One value for each name of a list, such as a severity for each stage.
///
/// ```
/// use cpto::{Policy, Responsibility};
///
/// let effort = Policy::DEFAULT.numbers().effort.base;
/// assert_eq!(effort.get(Responsibility::Delivery), 8);
/// assert_eq!(effort.iter().map(|(_, percent)| u32::from(percent)).sum::<u32>(), 145);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Table<K, V, const N: usize> {
    values: [V; N],
    keys: PhantomData<K>,
}

impl<K, V, const N: usize> Table<K, V, N> {
    /// Returns the table with these values, in the declaration order of the names.
    ///
    /// ```
    /// use cpto::{ByStage, Stage};
    ///
    /// let ages = ByStage::new([2, 5, 10, 20]);
    /// assert_eq!(ages.get(Stage::ScaleUp), 5);
    /// ```
    #[must_use]
    pub const fn new(values: [V; N]) -> Self {
        Self { values, keys: PhantomData }
    }

    /// Returns the values, in the declaration order of the names.
    ///
    /// ```
    /// use cpto::ByStage;
    ///
    /// assert_eq!(ByStage::new([2, 5, 10, 20]).values(), &[2, 5, 10, 20]);
    /// ```
    #[must_use]
    pub const fn values(&self) -> &[V; N] {
        &self.values
    }

    pub(crate) const fn values_mut(&mut self) -> &mut [V; N] {
        &mut self.values
    }
}

impl<K: Word, V: Copy + Default, const N: usize> Table<K, V, N> {
    /// Returns the value of one name.
    ///
    /// ```
    /// use cpto::{Maturity, Policy};
    ///
    /// assert_eq!(Policy::DEFAULT.numbers().effort.quarters.get(Maturity::Initial), 7);
    /// ```
    #[must_use]
    #[inline]
    pub fn get(&self, key: K) -> V {
        self.values.get(key.index() as usize).copied().unwrap_or_default()
    }

    /// Replaces the value of one name.
    ///
    /// ```
    /// use cpto::{ByStage, Stage};
    ///
    /// let mut ages = ByStage::new([2, 5, 10, 20]);
    /// ages.set(Stage::Enterprise, 30);
    /// assert_eq!(ages.get(Stage::Enterprise), 30);
    /// ```
    #[inline]
    pub fn set(&mut self, key: K, value: V) {
        if let Some(slot) = self.slot(key) {
            *slot = value;
        }
    }

    /// Returns the slot that stores the value of one name.
    #[inline]
    pub(crate) fn slot(&mut self, key: K) -> Option<&mut V> {
        self.values.get_mut(key.index() as usize)
    }

    /// Returns each name with its value, in declaration order.
    pub fn iter(&self) -> impl Iterator<Item = (K, V)> + '_ {
        K::ALL.iter().copied().zip(self.values.iter().copied())
    }
}

impl<K: Word, V: Copy + Default, const N: usize> Default for Table<K, V, N> {
    fn default() -> Self {
        Self::new([V::default(); N])
    }
}

impl<K: Word, V: Copy + Default + fmt::Debug, const N: usize> fmt::Debug for Table<K, V, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
