//! Does the leader of both fields give one of them another share than its load?

use core::cmp::Ordering;
use core::fmt;
use core::ops::Range;

use arrayvec::ArrayVec;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Slot;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::evidence::Evidence;
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::known::{Known, KnownSeat};
use crate::situation::load::load_facts;
use crate::situation::world::World;
use crate::vocabulary::code::ends;
use crate::vocabulary::form::Form;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::severity::{Severity, SeverityRange};
use crate::vocabulary::signal::{ByMaturity, Maturity, Signal, SignalSet};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

pub(crate) struct OneSidedFocus;

/// The most sums that the responsibilities of a home can come to: one for each combination of their signals' levels, with
/// and without a head.
const fn most_sums(home: Home) -> usize {
    let mut signals = SignalSet::EMPTY;
    let mut rest = Responsibility::ALL;
    while let [responsibility, others @ ..] = rest {
        if let (true, Some(signal)) = (responsibility.home() as u8 == home as u8, responsibility.signal()) {
            signals = signals.with(signal);
        }
        rest = others;
    }
    2 * Maturity::COUNT.pow(signals.bits.count_ones())
}

impl OneSidedFocus {
    /// The share of time differs from the share of effort by more than so many points where `|attention × both − 100 ×
    /// product| > points × both`. Where both sums are 0, nothing exceeds anything.
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

    /// On which side of a share of time, in percent, product's share of the effort is.
    fn side((product, technology): (u32, u32), share: u8) -> Ordering {
        let (product, technology) = (u64::from(product), u64::from(technology));
        (100 * product).cmp(&(u64::from(share) * (product + technology)))
    }

    /// The least severity of the shares of time that are possible: that of the one nearest to the share of effort. Of two
    /// that are less than a point away neither is more severe, since thresholds are whole points.
    fn nearest(numbers: &Numbers, attention: Span<u8>, product: u32, technology: u32) -> Severity {
        let share =
            (100 * u64::from(product)).checked_div(u64::from(product) + u64::from(technology)).unwrap_or(0);
        let share = u8::try_from(share).unwrap_or(100).clamp(attention.least, attention.most);
        Self::of(numbers, share, product, technology)
    }

    /// The least severity of all worlds, where it is not at a corner: shares are discrete, so the nearest one has to be
    /// looked for. For each sum of technology it is next to where product's share passes the least attention.
    fn between(numbers: &Numbers, known: &Known<'_>, attention: Span<u8>) -> Severity {
        let mut products = ArrayVec::<_, { most_sums(Home::Cpo) }>::new();
        Half::of(numbers, known, Home::Cpo).sums(&mut products);
        let mut technologies = ArrayVec::<_, { most_sums(Home::Cto) }>::new();
        Half::of(numbers, known, Home::Cto).sums(&mut technologies);
        let mut least = Severity::Critical;
        for &technology in &technologies {
            let is_below = |product: &u32| Self::side((*product, technology), attention.least).is_lt();
            let below = products.partition_point(is_below);
            let neighbours = [below.checked_sub(1), Some(below)].into_iter().flatten();
            for &product in neighbours.filter_map(|place| products.get(place)) {
                least = least.min(Self::nearest(numbers, attention, product, technology));
            }
            if least == Severity::None {
                return least;
            }
        }
        // With a threshold of 0 points, nothing but the very share of effort is spared.
        let is_share = |product: u32, attention: u8| {
            let (share, rest) = (u64::from(attention), u64::from(100 - attention));
            let exact = (u64::from(product) * rest).checked_div(share).and_then(|it| u32::try_from(it).ok());
            let found = exact.is_some_and(|technology| technologies.binary_search(&technology).is_ok());
            found && Self::of(numbers, attention, product, exact.unwrap_or(0)) == Severity::None
        };
        let spared = products
            .iter()
            .any(|product| (attention.least..=attention.most).any(|it| is_share(*product, it)));
        if spared { Severity::None } else { least }
    }
}

/// The responsibilities of one home, as the facts that their effort depends on.
struct Half {
    weights: [Weight; Signal::COUNT],
    /// The sum that depends on no signal.
    fixed: u32,
    quarters: ByMaturity<u8>,
    tenths: Span<u32>,
}

impl Half {
    fn of(numbers: &Numbers, known: &Known<'_>, home: Home) -> Self {
        let effort = &numbers.effort;
        let [seat, _] = &known.packed.seats;
        let mut weights = Signal::ALL.iter().map(|signal| {
            let slot = Slot::signal(*signal);
            let code = known.codes.get(slot.index()).copied().unwrap_or_default();
            let (least, most) = ends(code, slot.values());
            Weight { base: 0, levels: if code == Slot::NOT_APPLICABLE { 0..0 } else { least..most + 1 } }
        });
        let mut weights =
            core::array::from_fn(|_| weights.next().unwrap_or(Weight { base: 0, levels: 0..0 }));
        let mut fixed = 0;
        for responsibility in seat.remit.intersection(ResponsibilitySet::of_home(home)) {
            let base = u32::from(effort.base.get(responsibility));
            match responsibility.signal().and_then(|signal| weights.get_mut(signal as usize)) {
                Some(weight) if !weight.levels.is_empty() => weight.base += base,
                _ => fixed += base * u32::from(effort.quarters_without_signal),
            }
        }
        Self { weights, fixed, quarters: effort.quarters, tenths: known.factors.tenths(home) }
    }

    /// The sum of every world, in order.
    fn sums<const N: usize>(&self, sums: &mut ArrayVec<u32, N>) {
        let Span { least, most } = self.tenths;
        for tenths in [Some(least), (least < most).then_some(most)].into_iter().flatten() {
            self.add_sums(&self.weights, self.fixed, tenths, sums);
        }
        sums.sort_unstable();
    }

    fn add_sums<const N: usize>(
        &self,
        weights: &[Weight],
        sum: u32,
        tenths: u32,
        sums: &mut ArrayVec<u32, N>,
    ) {
        let [weight, rest @ ..] = weights else {
            let kept = sums.try_push(sum * tenths);
            debug_assert!(kept.is_ok(), "more sums than there are worlds");
            return;
        };
        if weight.base == 0 {
            return self.add_sums(rest, sum, tenths, sums);
        }
        let mut before = None;
        for level in weight.levels.clone() {
            let quarters = self.quarters.values().get(usize::from(level)).copied().unwrap_or_default();
            // Levels with the same quarters are one world.
            if before.replace(quarters) != Some(quarters) {
                self.add_sums(rest, sum + weight.base * u32::from(quarters), tenths, sums);
            }
        }
    }
}

/// What goes by one signal.
#[derive(Clone, Debug)]
struct Weight {
    /// The sum of the bases.
    base: u32,
    /// The places of the levels that are possible; none where the signal is not applicable.
    levels: Range<u8>,
}

impl Rule for OneSidedFocus {
    const ABOUT: &'static str = "The observed share of time for product is compared with product's share of the effort of \
        product and technology together. Without the observation, the warning is silent.";
    const WHY: &'static str = "Most leaders of both fields come from one of them and fall back on it in the hard calls. The \
        other field is then led by nobody, although somebody holds it.";
    const FINE: &'static str = "Where an experienced head leads the other field, or for a limited time in which one field \
        needs the leader more.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "most of the day-to-day work goes to product"),
        cite(Source::ProductCraft, "the home discipline wins the hard calls"),
    ];
    const SCOPE: Slot = Slot::ATTENDED;
    const OF_HOLDERS: bool = true;

    /// The stage cancels: it makes both sums heavier alike.
    #[inline]
    fn range(numbers: &Numbers, _: &[SeverityRange], known: &Known<'_>, _: usize) -> SeverityRange {
        let (Some(attention), [KnownSeat { parts, .. }, _]) = (known.packed.attention, &known.seats) else {
            return SeverityRange::NONE;
        };
        let (product, technology) = (parts.product, parts.technology);
        // The two sums depend on facts of their own, so the shares at the ends are those of two worlds.
        let (one, other) = ((product.least, technology.most), (product.most, technology.least));
        let of = |attention, (product, technology)| Self::of(numbers, attention, product, technology);
        let most = of(attention.least, one)
            .max(of(attention.least, other))
            .max(of(attention.most, one))
            .max(of(attention.most, other));
        let nearest = |(product, technology)| Self::nearest(numbers, attention, product, technology);
        let mut least = nearest(one).min(nearest(other));
        // Where all shares of time are on one side of all shares of effort, the nearest two are at a corner.
        let overlap = Self::side(one, attention.most).is_le() && Self::side(other, attention.least).is_ge();
        if least > Severity::None && overlap {
            least = least.min(Self::between(numbers, known, attention));
        }
        SeverityRange::new(least, most)
    }

    fn reads(structure: &Structure, _: &Numbers, _: Role) -> FactSet {
        let halves = structure.remit(Role::Cpto).difference(ResponsibilitySet::of_home(Home::Shared));
        load_facts(halves).without(Fact::Stage).with(Fact::ProductAttention)
    }

    fn evidence(case: &Case<'_>) -> Evidence {
        let [product_load, technology_load] = case.halves();
        Evidence::Halves { product_load, technology_load }
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [product, technology] = case.halves();
        if let Some(attention) = case.seat().and_then(Seat::product_attention) {
            write!(f, "{attention} % of the time goes to product, ")?;
        }
        write!(f, "whose load is {product} % beside {technology} % of technology")
    }

    fn remedies(_: &Case<'_>, remedies: &mut Remedies) {
        remedies.add(Remedy::BalanceAttention(None));
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn example(severity: Severity) -> Option<Draft<Proposal>> {
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
