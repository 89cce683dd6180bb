//! Figures of measures, and companies that give them.

use alloc::vec::Vec;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Just, any, prop_oneof};
use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, Strategy};

use crate::input::draft::Draft;
use crate::measures::figure::{
    BurnMultiple, CacPayback, ChangeFailRate, Coverage, CsfTier, CustomerContact, DeploymentFrequency,
    ErrorBudget, EstimateSpread, Figure, FirstRound, Interdependence, LeadTime, LtvCac, Nps, Nrr,
    RecoveryTime, Samm, SeanEllis, TestFeedback, Toil, UserRetention,
};
use crate::measures::measure::Measure;
use crate::measures::practice::Practice;
use crate::measures::readings::Combination;
use crate::measures::word::{Business, Causes, Dependence, Objective, PmfLevel, Segment, Tier};
use crate::model::proposal::Proposal;
use crate::vocabulary::scale::Estimate;

/// A number up to another one: mostly small ones, which are near the edges.
fn up_to(most: u64) -> impl Strategy<Value = u64> + Clone {
    let small = most.min(200);
    prop_oneof![6 => 0..=small, 1 => 0..=most, 1 => Just(most)]
}

/// A number of at least one.
fn some() -> impl Strategy<Value = u64> + Clone {
    up_to(u64::MAX - 1).prop_map(|number| number + 1)
}

/// A part of some, and how many they are.
fn part() -> impl Strategy<Value = (u64, u64)> + Clone {
    some().prop_flat_map(|whole| (up_to(whole), Just(whole)))
}

/// Minutes, often at an edge or beside it.
fn minutes() -> impl Strategy<Value = u64> + Clone {
    let edges = &[10, 60, 1_440, 10_080, 43_800, 262_800][..];
    let near = (select(edges), 0..3_u64).prop_map(|(edge, beside)| edge + beside - 1);
    prop_oneof![near, up_to(u64::MAX)]
}

fn perhaps<S: Strategy>(strategy: S) -> impl Strategy<Value = Option<S::Value>> {
    weighted(0.7, strategy)
}

/// The figures that can be, made by construction: a figure that the constructor does not take is not made.
fn built<T: Into<Figure>, E>(figure: Result<T, E>) -> Figure {
    figure.map_or_else(|_| LeadTime::new(0).into(), Into::into)
}

fn of(measure: Measure) -> BoxedStrategy<Figure> {
    let business = || perhaps(any::<Business>());
    let segment = || (perhaps(any::<Segment>()), perhaps(up_to(20)));
    match measure {
        Measure::LeadTime => minutes().prop_map(|it| LeadTime::new(it).into()).boxed(),
        Measure::DeploymentFrequency => {
            (up_to(u64::MAX), some()).prop_map(|(it, days)| built(DeploymentFrequency::new(it, days))).boxed()
        }
        Measure::RecoveryTime => (minutes(), weighted(0.3, up_to(9)), weighted(0.3, any::<Causes>()))
            .prop_map(|(median, failures, causes)| {
                let figure = RecoveryTime::new(median);
                let figure = failures.into_iter().fold(figure, RecoveryTime::of_failures);
                causes.into_iter().fold(figure, RecoveryTime::of_causes).into()
            })
            .boxed(),
        Measure::ChangeFailRate => part().prop_map(|(it, all)| built(ChangeFailRate::new(it, all))).boxed(),
        Measure::ErrorBudget => (any::<Objective>(), weighted(0.8, part()), 0..3_u8)
            .prop_map(|(objective, used, known)| {
                let (incident, used) =
                    used.map_or((None, None), |(incident, used)| (Some(incident), Some(used)));
                built(ErrorBudget::new(
                    objective,
                    used.filter(|_| known > 0),
                    incident.filter(|_| known != 1),
                ))
            })
            .boxed(),
        Measure::Toil => up_to(100).prop_map(|it| built(Toil::new(it))).boxed(),
        Measure::TestFeedback => minutes().prop_map(|it| TestFeedback::new(it).into()).boxed(),
        Measure::SeanEllis => (part(), weighted(0.2, any::<bool>()))
            .prop_map(|((it, all), one_off)| {
                built(SeanEllis::new(it, all).map(|it| one_off.into_iter().fold(it, SeanEllis::of_one_off)))
            })
            .boxed(),
        Measure::Nps => part()
            .prop_flat_map(|(promoters, answers)| {
                (Just(promoters), up_to(answers - promoters), Just(answers))
            })
            .prop_map(|(promoters, detractors, answers)| built(Nps::new(promoters, detractors, answers)))
            .boxed(),
        Measure::Nrr => (up_to(u64::MAX), some(), segment())
            .prop_map(|(now, then, (segment, months))| {
                let figure = Nrr::new(now, then).map(|it| segment.into_iter().fold(it, Nrr::of_segment));
                built(figure.map(|it| months.into_iter().fold(it, Nrr::of_cohort_months)))
            })
            .boxed(),
        Measure::UserRetention => (part(), segment())
            .prop_map(|((active, cohort), (segment, months))| {
                let figure = UserRetention::new(active, cohort);
                let figure = figure.map(|it| segment.into_iter().fold(it, UserRetention::of_segment));
                built(figure.map(|it| months.into_iter().fold(it, UserRetention::of_cohort_months)))
            })
            .boxed(),
        Measure::FirstRound => (any::<PmfLevel>(), business())
            .prop_map(|(level, business)| {
                business.into_iter().fold(FirstRound::new(level), FirstRound::of_business).into()
            })
            .boxed(),
        Measure::EstimateSpread => part()
            .prop_map(|(_, all)| all)
            .prop_flat_map(|all| (1..=all, Just(all)))
            .prop_map(|(lowest, highest)| built(EstimateSpread::new(highest, lowest)))
            .boxed(),
        Measure::CustomerContact => some().prop_map(|it| built(CustomerContact::new(it))).boxed(),
        Measure::BurnMultiple => (prop_oneof![6 => -20..200_i64, 1 => any::<i64>()], -5..200_i64, business())
            .prop_map(|(burn, revenue, business)| {
                business.into_iter().fold(BurnMultiple::new(burn, revenue), BurnMultiple::of_business).into()
            })
            .boxed(),
        Measure::LtvCac => (up_to(u64::MAX), some(), business())
            .prop_map(|(value, cost, business)| {
                built(LtvCac::new(value, cost).map(|it| business.into_iter().fold(it, LtvCac::of_business)))
            })
            .boxed(),
        Measure::CacPayback => (up_to(u64::MAX), business())
            .prop_map(|(months, business)| {
                business.into_iter().fold(CacPayback::new(months), CacPayback::of_business).into()
            })
            .boxed(),
        Measure::Coverage => (any::<Practice>(), part())
            .prop_map(|(practice, (it, all))| built(Coverage::new(practice, it, all)))
            .boxed(),
        Measure::CsfTier => any::<Tier>().prop_map(|it| CsfTier::new(it).into()).boxed(),
        Measure::Samm => up_to(300).prop_map(|it| built(Samm::new(it))).boxed(),
        Measure::Interdependence => {
            any::<Dependence>().prop_map(|it| Interdependence::new(it).into()).boxed()
        }
    }
}

/// Any figure.
pub(super) fn figure() -> impl Strategy<Value = Figure> + Clone {
    let told = (weighted(0.2, select(&["shop", "app \"two\""][..])), weighted(0.2, Just("second quarter")));
    (any::<Measure>().prop_flat_map(of), told).prop_map(|(figure, (subject, period))| {
        let figure = subject.into_iter().fold(figure, Figure::of);
        period.into_iter().fold(figure, Figure::over)
    })
}

/// What a company measured: mostly nothing.
pub(super) fn measured() -> impl Strategy<Value = (Vec<Figure>, Combination)> + Clone {
    let figures = weighted(0.3, vec(figure(), 0..6)).prop_map(Option::unwrap_or_default);
    (figures, any::<Combination>())
}

impl Proposal {
    /// This proposal with figures in the place of the levels that were stated, where the signals are applicable.
    pub(super) fn measured(mut self, (figures, combination): (Vec<Figure>, Combination)) -> Self {
        let combination = if figures.is_empty() { Combination::default() } else { combination };
        let mut draft = Draft::of(core::mem::take(&mut self.organization)).combining(combination);
        for figure in figures {
            let signal = figure.signal();
            if draft.value.signal(signal).is_none() {
                continue;
            }
            if draft.value.readings().estimate(signal).is_none() && figure.quantity().level().is_ok() {
                draft = draft.signal(signal, Estimate::UNKNOWN);
            }
            draft = draft.figure(figure);
        }
        debug_assert!(draft.faults.len() == 0, "a company that was measured can be built");
        self.organization = draft.value;
        self.settle_facts();
        self
    }
}
