//! Does the leader divide time between the fields in line with their load?

use core::cmp::Ordering;
use core::fmt;
use core::iter;

use arrayvec::ArrayVec;

use crate::model::packed::Slot;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::known::{Known, KnownSeat};
use crate::situation::quantity::Quantity;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Home;
use crate::vocabulary::severity::{Severity, SeverityRange};
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

pub(crate) struct OneSidedFocus;

/// The most distinct sums of effort for the responsibilities of a home: one for each combination of their signals' levels,
/// with and without a head.
const fn most_sums(home: Home) -> usize {
    let mut signals = SignalSet::EMPTY;
    let mut rest = Responsibility::ALL;
    while let [responsibility, others @ ..] = rest {
        if let (true, Some(signal)) = (responsibility.home() as u8 == home as u8, responsibility.signal()) {
            signals = signals.union(SignalSet::of(&[signal]));
        }
        rest = others;
    }
    2 * Maturity::COUNT.pow(signals.bits.count_ones())
}

impl OneSidedFocus {
    /// The share of time differs from the share of effort by more than `points` where `|attention × both − 100 × product| >
    /// points × both`. Where both sums are 0, no threshold is exceeded.
    const fn of(numbers: &Numbers, attention: u8, product: u32, technology: u32) -> Severity {
        let both = product as u64 + technology as u64;
        let difference = (attention as u64 * both).abs_diff(100 * product as u64);
        numbers.one_sided_focus.points_above.above_times(difference, both)
    }

    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let [product, technology] = world.parts;
        match world.attention {
            Some(attention) => Self::of(numbers, attention, product, technology),
            None => Severity::None,
        }
    }

    /// Compares product's share of the effort with a share of time, in percent.
    fn side((product, technology): (u32, u32), share: u8) -> Ordering {
        let (product, technology) = (u64::from(product), u64::from(technology));
        (100 * product).cmp(&(u64::from(share) * (product + technology)))
    }

    /// The least severity among the possible shares of time: that of the share nearest to the share of effort. Two shares less
    /// than one point away have the same severity, because thresholds are whole points.
    fn nearest(numbers: &Numbers, attention: Span<u8>, product: u32, technology: u32) -> Severity {
        let share =
            (100 * u64::from(product)).checked_div(u64::from(product) + u64::from(technology)).unwrap_or(0);
        let share = u8::try_from(share).unwrap_or(100).clamp(attention.least, attention.most);
        Self::of(numbers, share, product, technology)
    }

    /// The least severity over all worlds where it is not at a corner. Shares are discrete, so the nearest one has to be
    /// searched for: for each sum of technology, among those of product whose share is among the shares of time, and the next
    /// ones on either side.
    fn between(numbers: &Numbers, known: &Known<'_>, attention: Span<u8>) -> Severity {
        let products = sums::<{ most_sums(Home::Cpo) }>(numbers, known, Home::Cpo);
        let mut least = Severity::Critical;
        for technology in sums::<{ most_sums(Home::Cto) }>(numbers, known, Home::Cto) {
            let is_below = |product: &u32| Self::side((*product, technology), attention.least).is_lt();
            let first = products.partition_point(is_below).saturating_sub(1);
            for &product in products.iter().skip(first) {
                least = least.min(Self::nearest(numbers, attention, product, technology));
                if least == Severity::None {
                    return least;
                }
                if Self::side((product, technology), attention.most).is_gt() {
                    break;
                }
            }
        }
        least
    }
}

/// The possible sums of effort for the responsibilities of a home over all worlds, in ascending order.
fn sums<const N: usize>(numbers: &Numbers, known: &Known<'_>, home: Home) -> ArrayVec<u32, N> {
    let effort = &numbers.effort;
    let [seat, _] = &known.packed.seats;
    let held = seat.remit.intersection(ResponsibilitySet::of_home(home));
    let base_of = |signal: Option<Signal>| -> u32 {
        let own = |it: &Responsibility| it.signal().filter(|own| known.level(*own).is_some());
        held.iter().filter(|it| own(it) == signal).map(|it| u32::from(effort.base.get(it))).sum()
    };
    let mut sums: ArrayVec<u32, N> =
        iter::once(base_of(None) * u32::from(effort.quarters_without_signal)).collect();
    for &signal in Signal::ALL {
        let (base, Some(levels)) = (base_of(Some(signal)), known.level(signal)) else { continue };
        if base == 0 {
            continue;
        }
        let possible = Maturity::ALL.iter().filter(|it| levels.least <= **it && **it <= levels.most);
        // Levels with the same quarters give the same sums.
        let mut before = None;
        let quarters =
            possible.map(|it| effort.quarters.at(*it)).filter(|it| before.replace(*it) != Some(*it));
        sums = quarters
            .flat_map(|quarters| sums.iter().map(move |sum| sum + base * u32::from(quarters)))
            .take(N)
            .collect();
    }
    let Span { least, most } = known.factors.tenths(home);
    let tenths = [Some(least), (least < most).then_some(most)].into_iter().flatten();
    sums = tenths.flat_map(|tenths| sums.iter().map(move |sum| sum * tenths)).take(N).collect();
    sums.sort_unstable();
    sums
}

impl Rule for OneSidedFocus {
    const ABOUT: &'static str = "The observed share of time spent on product is compared with product's share of the \
        effort for both fields. Without that observation, the warning is not raised.";
    const WHY: &'static str = "Most leaders of both fields come from one of them and fall back on it in hard calls. \
        The other field then has a leader in name only.";
    const FINE: &'static str = "When an experienced head leads the other field, or for a limited time when one field \
        needs the leader more.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "most of the day-to-day work goes to product"),
        cite(Source::ProductCraft, "the home discipline wins the hard calls"),
    ];
    const SCOPE: Slot = Slot::ATTENDED;
    const QUANTITIES: &'static [Quantity] = &[Quantity::Shares];

    #[inline]
    fn range(numbers: &Numbers, known: &Known<'_>, _: usize) -> Option<SeverityRange> {
        let (attention, [KnownSeat { parts, .. }, _]) = (known.packed.attention?, &known.seats);
        let (product, technology) = (parts.product, parts.technology);
        // The two sums depend on different facts, so the shares at the ends are attained in two worlds.
        let (one, other) = ((product.least, technology.most), (product.most, technology.least));
        let of = |attention, (product, technology)| Self::of(numbers, attention, product, technology);
        let most = of(attention.least, one)
            .max(of(attention.least, other))
            .max(of(attention.most, one))
            .max(of(attention.most, other));
        let nearest = |(product, technology)| Self::nearest(numbers, attention, product, technology);
        let mut least = nearest(one).min(nearest(other));
        // Where all shares of time lie on one side of all shares of effort, the nearest two are at a corner.
        let overlap = Self::side(one, attention.most).is_le() && Self::side(other, attention.least).is_ge();
        if least > Severity::None && overlap {
            least = least.min(Self::between(numbers, known, attention));
        }
        Some(SeverityRange::new(least, most))
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [product, technology] = case.halves();
        if let Some(attention) = case.seat().and_then(Seat::product_attention) {
            write!(f, "{attention} % of the leader's time goes to product; ")?;
        }
        write!(f, "product takes {product} % of a full-time job and technology {technology} %")
    }

    fn remedies(_: &Case<'_>, remedies: &mut Remedies) {
        remedies.add(Remedy::BalanceAttention(None));
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn example(severity: Severity) -> Example {
        let percent = match severity {
            Severity::None => 50,
            Severity::Low => 65,
            Severity::Medium => 75,
            Severity::High => 100,
            Severity::Critical => return None,
        };
        let organization = example::uniform(Stage::Established, Maturity::QuantitativelyManaged);
        Some(example::proposed(organization, Structure::combined(Seat::draft().product_attention(percent))))
    }
}
