use core::fmt;

use arrayvec::ArrayVec;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::rules::catalogue::{Declaration, evidence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::load::percent;
use crate::situation::view::SeatSituation;
use crate::situation::view::Situation;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::scale::Percent;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

evidence! {
    /// The leader of both fields gives one of them another share than its load.
    ///
    /// The observed share of time for product is compared with the product load's share of product and technology
    /// load together. Without the observation, the warning is silent.
    ///
    /// # Why it matters
    /// Most leaders of both fields come from one of them and fall back on it in the hard calls. The other field is
    /// then led by nobody, although somebody holds it.
    ///
    /// # When it is fine
    /// Where an experienced head leads the other field, or for a limited time in which one field needs the leader
    /// more.
    pub struct OneSidedFocus {
        /// The observed share of the leader's time that goes to product, in percent.
        pub product_attention: Estimate<Percent>,
        /// The product load in percent.
        pub product_load: Span<u32>,
        /// The technology load in percent.
        pub technology_load: Span<u32>,
        /// The points of difference above which it has a severity.
        pub points_above: Ladder,
    }
}

impl OneSidedFocus {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        let seat = situation.cpto()?;
        let product_attention = seat.seat.product_attention?;
        let points_above = situation.numbers.one_sided_focus.points_above;
        let severity = severity(situation, seat, product_attention.span(), &points_above);
        severity.is_possible().then(|| Self {
            severity,
            product_attention,
            product_load: seat.load.product,
            technology_load: seat.load.technology,
            points_above,
            open: situation.open(Self::reads(situation.numbers, situation.proposed, seat.role)),
        })
    }
}

/// The severity in one world: how far the attention is from the product load's share, in exact points.
fn in_world(points_above: &Ladder, attention: u32, product: u32, technology: u32) -> Severity {
    let both = product + technology;
    let difference = (attention * both).abs_diff(100 * product);
    // Where both loads are 0, nothing exceeds anything.
    points_above.worst(|points| difference > points * both)
}

/// The least severity of the attentions that are possible: that of the one nearest to the load's share. Of two that are less
/// than a point away, neither is more severe, as thresholds are whole points.
fn at_nearest(points_above: &Ladder, attention: Span<Percent>, product: u32, technology: u32) -> Severity {
    let both = product + technology;
    let share = (100 * product).checked_div(both).unwrap_or(0);
    let [least, most] = [attention.least, attention.most].map(|percent| u32::from(percent.get()));
    in_world(points_above, share.clamp(least, most), product, technology)
}

/// The severity over all worlds.
///
/// The two loads share one fact, the stage; within a stage, each hangs on facts of its own. The most severe world is
/// where product's share is least or most. The least severe one may be in between.
fn severity(
    situation: &Situation<'_>,
    seat: &SeatSituation<'_>,
    attention: Span<Percent>,
    points_above: &Ladder,
) -> Span<Severity> {
    let effort = &situation.numbers.effort;
    let stages = situation.organization.stage;
    let ends = [attention.least, attention.most].map(|percent| u32::from(percent.get()));

    let mut severity: Option<Span<Severity>> = None;
    for &stage in Stage::ALL.iter().filter(|stage| stages.contains(**stage)) {
        let hundredths = effort.hundredths.get(stage).into();
        let loads = |parts: Span<u32>| parts.rising(|parts| percent(parts, hundredths));
        let (products, technologies) = (loads(seat.load.product_parts), loads(seat.load.technology_parts));
        let corners = [(products.least, technologies.most), (products.most, technologies.least)];
        let at_ends = corners
            .map(|(product, technology)| ends.map(|end| in_world(points_above, end, product, technology)));
        let most = at_ends.into_iter().flatten().fold(Severity::None, Severity::max);
        let of_corners =
            corners.map(|(product, technology)| at_nearest(points_above, attention, product, technology));
        let known = of_corners.into_iter().fold(Severity::MOST, Severity::min);
        // Where all shares are on one side of the attention, the nearer end of them is the best world.
        let [lowest, highest] = corners.map(|(product, technology)| {
            let [least, most] = ends.map(|end| end * (product + technology));
            (100 * product >= most, 100 * product <= least)
        });
        let least = if known == Severity::None || lowest.0 || highest.1 {
            known
        } else {
            between(situation, seat, attention, points_above, hundredths)
        };
        let span = Span { least, most };
        severity = Some(severity.map_or(span, |severity| severity.hull(span)));
    }
    severity.unwrap_or(Span::NONE)
}

/// The least severity of all worlds at one stage.
///
/// Loads are whole numbers, so that shares have gaps, and the share that is nearest to the attention has to be looked
/// for. For each technology load, product's share rises with the product load, so that the nearest is one of two
/// neighbours.
fn between(
    situation: &Situation<'_>,
    seat: &SeatSituation<'_>,
    attention: Span<Percent>,
    points_above: &Ladder,
    hundredths: u32,
) -> Severity {
    let mut products = ArrayVec::<u32, MOST_PRODUCT_LOADS>::new();
    Half::of(situation, seat, Home::Cpo)
        .each_sum(&mut |parts| products.try_push(percent(parts, hundredths)).is_ok());
    products.sort_unstable();
    let least_share = u32::from(attention.least.get());
    let mut least = Severity::MOST;
    Half::of(situation, seat, Home::Cto).each_sum(&mut |parts| {
        let technology = percent(parts, hundredths);
        let reached =
            products.partition_point(|product| 100 * product < least_share * (product + technology));
        for neighbour in [reached.checked_sub(1), Some(reached)].into_iter().flatten() {
            if let Some(&product) = products.get(neighbour) {
                least = least.min(at_nearest(points_above, attention, product, technology));
            }
        }
        least > Severity::None
    });
    least
}

/// How many product loads there can be: one for each combination of the signals' levels, with and without a head.
#[expect(clippy::cast_possible_truncation, reason = "no list is that long")]
const MOST_PRODUCT_LOADS: usize = {
    let mut signals = SignalSet::EMPTY;
    let mut rest = Responsibility::ALL;
    while let [responsibility, others @ ..] = rest {
        if let (Home::Cpo, Some(signal)) = (responsibility.home(), responsibility.signal()) {
            signals = signals.with(signal);
        }
        rest = others;
    }
    2 * Maturity::COUNT.pow(signals.len() as u32)
};

/// The responsibilities of one home, as the facts that their load hangs on.
#[derive(Clone, Copy, Debug)]
struct Half {
    /// For each signal, the sum of the bases that go by it, and the quarters that are possible.
    weights: [(u32, [u32; Maturity::COUNT]); Signal::COUNT],
    /// The sum that hangs on no signal.
    fixed: u32,
    tenths: Span<u32>,
}

impl Half {
    fn of(situation: &Situation<'_>, seat: &SeatSituation<'_>, home: Home) -> Self {
        let effort = &situation.numbers.effort;
        let remit = seat.remit.intersection(ResponsibilitySet::of_home(home));
        let mut fixed = 0;
        let mut weights = [(0, [0; Maturity::COUNT]); Signal::COUNT];
        for responsibility in remit.iter() {
            let base = u32::from(effort.base.get(responsibility));
            let signal =
                responsibility.signal().filter(|signal| situation.organization.signal(*signal).is_some());
            match signal.and_then(|signal| weights.get_mut(signal as usize)) {
                Some((weight, _)) => *weight += base,
                None => fixed += base * u32::from(effort.quarters_without_signal),
            }
        }
        for ((_, quarters), &signal) in weights.iter_mut().zip(Signal::ALL) {
            let Some(levels) = situation.organization.signal(signal) else { continue };
            for (slot, &level) in quarters.iter_mut().zip(Maturity::ALL) {
                *slot = effort.quarters.get(level.clamp(levels.least(), levels.most())).into();
            }
        }
        let burden = &situation.burden;
        let tenths = if home == Home::Cpo { burden.product_tenths } else { burden.technology_tenths };
        Self { weights, fixed, tenths }
    }

    /// Gives the sum of quarters and tenths of every world to `give`, until it wants no more.
    fn each_sum(&self, give: &mut impl FnMut(u32) -> bool) -> bool {
        fn over(
            weights: &[(u32, [u32; Maturity::COUNT])],
            sum: u32,
            give: &mut impl FnMut(u32) -> bool,
        ) -> bool {
            let [(weight, quarters), rest @ ..] = weights else { return give(sum) };
            if *weight == 0 {
                return over(rest, sum, give);
            }
            let mut before = None;
            quarters.iter().all(|quarters| {
                // Levels with the same quarters, and those beyond the range, are one world.
                before.replace(quarters) == Some(quarters) || over(rest, sum + weight * quarters, give)
            })
        }
        let Span { least, most } = self.tenths;
        let with_and_without = [Some(least), (least < most).then_some(most)];
        let mut tenths = with_and_without.into_iter().flatten();
        tenths.all(|tenths| over(&self.weights, self.fixed, &mut |sum| give(sum * tenths)))
    }
}

impl Declaration for OneSidedFocus {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "most of the day-to-day work goes to product"),
        cite(Source::ProductCraft, "the home discipline wins the hard calls"),
    ];

    fn reads(_: &Numbers, structure: &Structure, _: Role) -> Reads {
        Reads::NONE.hanging_on_all(structure.load_reads(Role::Cpto).all().with(Fact::ProductAttention))
    }

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.add(Remedy::BalanceAttention);
        remedies.add(Remedy::Choose(crate::vocabulary::form::Form::Pair));
    }

    fn raised() -> Draft<Proposal> {
        focused(100)
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        match severity {
            Severity::Low => Some(focused(65)),
            Severity::Medium => Some(focused(75)),
            Severity::High => Some(focused(100)),
            _ => None,
        }
    }

    fn spared() -> Draft<Proposal> {
        focused(50)
    }
}

/// A CPTO with such a share of time for product, where product and technology weigh about the same.
fn focused(percent: u8) -> Draft<Proposal> {
    let organization = example::uniform(Stage::Established, Maturity::QuantitativelyManaged);
    example::proposed(organization, Structure::combined(Seat::draft().product_attention(percent)))
}

impl fmt::Display for OneSidedFocus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { product_attention, product_load, technology_load, .. } = self;
        write!(
            f,
            "{product_attention} % of the time goes to product, whose load is {product_load} % beside {technology_load} % of technology"
        )
    }
}

#[cfg(test)]
mod tests;
