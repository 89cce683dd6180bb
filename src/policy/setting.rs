//! Which values may a number of a policy have, and which way is stricter?

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::input::place::{Place, Step};
use crate::policy::bounds::{ANY, Bounds};
use crate::policy::ladder::Ladder;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::table::Table;
use crate::vocabulary::word::Word;

/// The direction in which a setting makes the policy stricter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stricter {
    /// Up, such as a higher severity, more steps up, or a higher need.
    Higher,
    /// Down, such as fewer steps down, or a threshold that is passed earlier.
    Lower,
    /// Neither: a change makes one warning more severe and another one less severe.
    Fixed,
    /// Either way: no warning depends on it.
    Free,
}

/// Settings as data, to visit or to change them: a single entry, or settings under their keys.
pub(crate) enum Tree {
    Leaf(Leaf),
    Keyed(&'static [&'static str], Vec<Self>),
}

/// A single entry: a number or a name, identified by its rank, or nothing where that is allowed.
pub(crate) struct Leaf {
    pub(crate) own: Option<i64>,
    /// The rank of its counterpart in another policy.
    pub(crate) other: Option<i64>,
    /// The kind of name, if the entry is a name.
    #[cfg(feature = "serde")]
    pub(crate) kind: &'static str,
    /// The names by rank, if the entry is a name.
    pub(crate) names: &'static [&'static str],
    /// The word for nothing, where nothing is allowed.
    pub(crate) nothing: Option<&'static str>,
    /// The bounds of the rank. They are never wider than the type.
    pub(crate) bounds: Bounds,
    pub(crate) stricter: Stricter,
}

/// Leaves under neighbouring keys, such as all leaves of a table or ladder.
pub(crate) type Row<'a> = Vec<(&'static str, &'a mut Leaf)>;

/// The word for a threshold that is never passed.
const NEVER: &str = "never";

impl Leaf {
    /// Returns the name of a rank, if the entry is a name.
    pub(crate) fn name(&self, rank: i64) -> Option<&'static str> {
        self.names.get(usize::try_from(rank).ok()?).copied()
    }

    /// Returns the number or the name of a rank.
    pub(crate) fn text(&self, rank: i64) -> String {
        self.name(rank).map_or_else(|| rank.to_string(), ToString::to_string)
    }

    /// Whether the entry is a threshold of a ladder.
    pub(crate) fn is_rung(&self) -> bool {
        self.nothing == Some(NEVER)
    }
}

impl Tree {
    /// Returns the settings under the keys.
    pub(super) fn inner(&self) -> &[Self] {
        match self {
            Self::Leaf(_) => &[],
            Self::Keyed(_, inner) => inner,
        }
    }

    /// Shows all leaves in document order, row by row, with the place of the table, ladder or section that they are in.
    pub(super) fn each_row(&mut self, mut see: impl FnMut(&Place, Row<'_>)) {
        self.rows_at(&mut Place::default(), &mut see);
    }

    fn rows_at(&mut self, place: &mut Place, see: &mut impl FnMut(&Place, Row<'_>)) {
        let Self::Keyed(keys, inner) = self else { return };
        let mut row = Row::new();
        for (&key, tree) in keys.iter().zip(inner) {
            if let Self::Leaf(leaf) = tree {
                row.push((key, leaf));
                continue;
            }
            see(place, core::mem::take(&mut row));
            place.push(Step::Key(Cow::Borrowed(key)));
            tree.rows_at(place, see);
            place.pop();
        }
        see(place, row);
    }
}

/// Anything that a policy can hold.
pub(crate) trait Setting: Copy {
    /// Returns the settings beside those of another policy, with the bounds of the field that holds them.
    fn tree(&self, other: &Self, bounds: Bounds, stricter: Stricter) -> Tree;

    /// Replaces the settings by those of a tree.
    fn put(&mut self, tree: &Tree);

    /// Returns all settings beside those of another policy.
    fn beside(&self, other: &Self) -> Tree {
        self.tree(other, ANY, Stricter::Free)
    }

    /// Returns the settings after a change, which sees each row beside that of another policy.
    fn changed(mut self, other: &Self, mut change: impl FnMut(Row<'_>)) -> Self {
        let mut tree = self.beside(other);
        tree.each_row(|_, row| change(row));
        self.put(&tree);
        self
    }
}

/// Numbers and names are settings with one entry. A name's rank is its position on the scale.
macro_rules! single {
    ($($Type:ty => $kind:expr, $names:expr, $nothing:expr, $most:expr, $rank:expr, $at:expr;)+) => { $(
        impl Setting for $Type {
            fn tree(&self, other: &Self, bounds: Bounds, stricter: Stricter) -> Tree {
                let rank: fn($Type) -> Option<i64> = $rank;
                Tree::Leaf(Leaf {
                    own: rank(*self),
                    other: rank(*other),
                    #[cfg(feature = "serde")]
                    kind: $kind,
                    names: $names,
                    nothing: $nothing,
                    bounds: Bounds { least: bounds.least.max(0), most: bounds.most.min($most), ..bounds },
                    stricter,
                })
            }

            fn put(&mut self, tree: &Tree) {
                let at: fn(Option<i64>) -> Option<$Type> = $at;
                if let Tree::Leaf(leaf) = tree {
                    *self = at(leaf.own).unwrap_or(*self);
                }
            }
        }
    )+ };
}

single! {
    u8 => "number", &[], None, u8::MAX.into(), |it| Some(it.into()), |rank| rank?.try_into().ok();
    u16 => "number", &[], None, u16::MAX.into(), |it| Some(it.into()), |rank| rank?.try_into().ok();
    u32 => "number", &[], None, u32::MAX.into(), |it| Some(it.into()), |rank| rank?.try_into().ok();
    Option<u32> => "number", &[], Some(NEVER), u32::MAX.into(), |it| it.map(i64::from), |rank| match rank {
        Some(rank) => rank.try_into().ok().map(Some),
        None => Some(None),
    };
    Severity => <Severity as Word>::KIND, <Severity as Word>::NAMES, None, Severity::Critical as i64, |it| Some(it as i64), |rank| Scale::at_rank(rank?.try_into().ok()?);
    Maturity => <Maturity as Word>::KIND, <Maturity as Word>::NAMES, None, Maturity::Optimizing as i64, |it| Some(it as i64), |rank| Scale::at_rank(rank?.try_into().ok()?);
    Option<Proficiency> => Proficiency::KIND, Proficiency::NAMES, Some("not-needed"), Proficiency::Expert as i64, |it| it.map(|it| it as i64), |rank| match rank {
        Some(rank) => Scale::at_rank(rank.try_into().ok()?).map(Some),
        None => Some(None),
    };
}

/// Returns the settings of a table, for tables of any length.
fn trees<V: Setting>(own: &[V], other: &[V], bounds: Bounds, stricter: Stricter) -> Vec<Tree> {
    own.iter().zip(other).map(|(own, other)| own.tree(other, bounds, stricter)).collect()
}

fn put_all<V: Setting>(values: &mut [V], trees: &[Tree]) {
    values.iter_mut().zip(trees).for_each(|(value, tree)| value.put(tree));
}

impl<K: Word, V: Default + Setting, const N: usize> Setting for Table<K, V, N> {
    fn tree(&self, other: &Self, bounds: Bounds, stricter: Stricter) -> Tree {
        Tree::Keyed(K::NAMES, trees(self.values(), other.values(), bounds, stricter))
    }

    fn put(&mut self, tree: &Tree) {
        put_all(self.values_mut(), tree.inner());
    }
}

/// The thresholds, keyed by severity.
impl Setting for Ladder {
    fn tree(&self, other: &Self, bounds: Bounds, stricter: Stricter) -> Tree {
        let rung = |rung| self.threshold(rung).tree(&other.threshold(rung), bounds, stricter);
        Tree::Keyed(Self::KEYS, Self::RUNGS.map(rung).into())
    }

    fn put(&mut self, tree: &Tree) {
        for (rung, tree) in Self::RUNGS.into_iter().zip(tree.inner()) {
            let mut threshold = self.threshold(rung);
            threshold.put(tree);
            *self = self.with(rung, threshold);
        }
    }
}
