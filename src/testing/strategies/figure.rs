//! Figures of measures, and companies that give them.

use alloc::vec::Vec;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Just, any, prop_oneof};
use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, Strategy};

use crate::input::draft::Draft;
use crate::input::fault::FaultKind;
use crate::measures::figure::Figure;
use crate::measures::readings::Combination;
use crate::measures::sheet::{Field, Kind, Measure, Values};
use crate::model::proposal::Proposal;
use crate::vocabulary::scale::Estimate;

/// What can be stated in a field: numbers are mostly small, or at an edge of the measure or beside it.
fn stated(field: &Field, measure: Measure) -> BoxedStrategy<Option<i128>> {
    let value = match field.kind {
        Kind::YesNo => (0..=1_i128).boxed(),
        Kind::Name { names, .. } => {
            (0..names.len()).prop_map(|name| name.try_into().unwrap_or_default()).boxed()
        }
        Kind::Integer { least, most } => {
            let lines = measure.0.edges.iter().flat_map(|edges| edges.lines);
            let mut edges: Vec<_> = lines.map(|line| i128::from(line.limit())).collect();
            edges.push(least);
            let near = (select(edges), -1..=1_i128).prop_map(|(edge, beside)| edge + beside);
            let small = least.max(-20)..=most.min(200);
            prop_oneof![4 => small, 4 => near.prop_map(move |it| it.clamp(least, most)), 1 => least..=most, 1 => Just(most)]
                .boxed()
        }
    };
    if field.is_required { value.prop_map(Some).boxed() } else { weighted(0.6, value).boxed() }
}

/// A figure of a measure. A number that does not fit beside the others is moved to the end of what would.
fn of(measure: Measure) -> impl Strategy<Value = Figure> {
    let fields: Vec<_> = measure.0.fields.iter().map(|field| stated(field, measure)).collect();
    fields.prop_filter_map("a figure that cannot be moved to fit", move |stated| {
        let mut values = Values::default();
        values.iter_mut().zip(stated).for_each(|(value, stated)| *value = stated);
        (0..=values.len()).find_map(|_| match Figure::new(measure, values) {
            Ok(figure) => Some(figure),
            Err((key, FaultKind::OutOfRange { found, least, most })) => {
                let fields = measure.0.fields.iter().zip(&mut values);
                let value = fields.filter(|(field, _)| field.key == key).map(|(_, value)| value);
                value.for_each(|value| *value = Some(found.clamp(least, most)));
                None
            }
            Err(_) => None,
        })
    })
}

/// Any figure.
pub(super) fn figure() -> impl Strategy<Value = Figure> + Clone {
    let told = (weighted(0.2, select(&["shop", "app \"two\""][..])), weighted(0.2, Just("second quarter")));
    (select(Measure::ALL).prop_flat_map(of), told).prop_map(|(figure, (subject, period))| {
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
            if draft.value.readings().estimate(signal).is_none() && figure.level().is_ok() {
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
