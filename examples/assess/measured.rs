//! The measured figures, for every form of the report.

use cpto::measures::Readings;

/// What every reader must know about readings.
pub(crate) const CAVEAT: &str = "The edges are published limits or averages; equating a band with a level is this crate's judgement. A \
    reading is evidence of results or coverage, not an appraisal, and says nothing about individuals.";

/// Returns, for each measured signal, a line with its level and whether its readings disagree, and a line for each reading.
pub(crate) fn by_signal(readings: &Readings) -> impl Iterator<Item = (String, Vec<String>)> + '_ {
    readings.signals().iter().map(|signal| {
        let level = readings.estimate(signal).map(|level| format!("{:#}", level.span())).unwrap_or_default();
        let disagreeing = readings.disagreeing(signal).collect::<Vec<_>>();
        let warned = if disagreeing.is_empty() { "" } else { ", because the readings DISAGREE" };
        let each = readings.of(signal).map(|reading| {
            let mark = if disagreeing.contains(&reading) { "disagrees: " } else { "" };
            let figure = reading.figure;
            let level = reading.level.span();
            format!("{mark}{level:#}, from {figure} ({})", figure.measure().publication())
        });
        (format!("{}: {level}{warned}", signal.title()), each.collect())
    })
}

/// Returns the refused figures, with the reason and what to do.
pub(crate) fn refused(readings: &Readings) -> impl Iterator<Item = String> + '_ {
    readings.refused().map(|(_, figure, refusal)| {
        let signal = figure.signal();
        format!("{figure} says nothing about {signal:#}: {refusal}. To do: {}.", refusal.remedy())
    })
}
