//! Shared by the fuzz targets: the formats of documents, and the properties of everything that is read or computed.

use std::fmt::Debug;

use cpto::advice::compare::compare;
use cpto::advice::divide::{Wishes, divide};
use cpto::advice::repair::{Goal, repair};
use cpto::advice::watch::watch;
use cpto::advice::{Limit, ask::ask};
use cpto::{
    Assessment, Draft, Faults, Policy, Proposal, Severity, Span, Verdict, WarningKey, evaluate_under,
    explain_under, laws, worlds,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub mod chosen;

/// A format of documents.
#[derive(Clone, Copy, Debug)]
pub enum Format {
    /// JSON.
    Json,
    /// TOML.
    Toml,
    /// YAML.
    Yaml,
}

impl Format {
    /// The formats that cpto promises to read and write.
    pub const ALL: [Self; 3] = [Self::Json, Self::Toml, Self::Yaml];

    /// Reads a document.
    ///
    /// # Errors
    /// The message of the parser. It is always formatted, so that formatting is fuzzed too.
    pub fn read<T: DeserializeOwned>(self, document: &[u8]) -> Result<T, String> {
        match self {
            Self::Json => serde_json::from_slice(document).map_err(|error| error.to_string()),
            Self::Toml => toml::from_slice(document).map_err(|error| error.to_string()),
            Self::Yaml => {
                let options = serde_saphyr::options! { strict_booleans: true, with_snippet: false };
                serde_saphyr::from_slice_with_options(document, options).map_err(|error| error.to_string())
            }
        }
    }

    /// Reads a document both as a draft and directly, and returns the value unless it is refused.
    ///
    /// # Panics
    /// If the two results differ, or a fault lacks a text.
    pub fn read_both_ways<D, T>(self, document: &[u8], build: fn(Draft<D>) -> Result<T, Faults>) -> Option<T>
    where
        T: DeserializeOwned + PartialEq + Debug,
        Draft<D>: DeserializeOwned,
    {
        match (self.read::<Draft<D>>(document).map(build), self.read::<T>(document)) {
            (Ok(Ok(of_draft)), Ok(of_whole)) => {
                assert_eq!(of_draft, of_whole, "read as a draft and as a whole");
                Some(of_whole)
            }
            (Ok(Err(faults)), Err(message)) => {
                faults_speak(&faults);
                // The YAML parser has its own message for an empty document, and escapes line breaks.
                let is_empty = matches!(self, Self::Yaml) && message.contains("unexpected end of input");
                let [message, faults] = [message, faults.to_string()].map(|text| text.replace('\n', "\\n"));
                assert!(is_empty || message.contains(&faults), "{message} says less than {faults}");
                None
            }
            // The text is not a document. The messages may differ, for example for trailing text after a document with faults.
            (Err(_), Err(_)) => None,
            (draft, whole) => panic!("as a draft {draft:?}, as a whole {whole:?}"),
        }
    }

    /// Writes a value and reads it back.
    ///
    /// # Panics
    /// If it cannot be written, or differs when it is read back.
    pub fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(self, value: &T) {
        let document = match self {
            Self::Json => serde_json::to_string(value).map_err(|error| error.to_string()),
            Self::Toml => toml::to_string(value).map_err(|error| error.to_string()),
            Self::Yaml => serde_saphyr::to_string(value).map_err(|error| error.to_string()),
        };
        let document = document.unwrap_or_else(|error| panic!("not written as {self:?}: {error}: {value:?}"));
        match self.read::<T>(document.as_bytes()) {
            Ok(read) => assert_eq!(read, *value, "written as {self:?}: {document}"),
            Err(error) => panic!("not read back from {self:?}: {error}: {document}"),
        }
    }
}

/// Checks that every fault states what is wrong and what is allowed, and is part of the whole message.
fn faults_speak(faults: &Faults) {
    let message = faults.to_string();
    assert!(faults.iter().next().is_some(), "refused without a fault");
    for fault in faults {
        let (problem, allowed) = (fault.kind().to_string(), fault.kind().allowed());
        assert!(!problem.is_empty(), "a fault without a problem: {fault:?}");
        assert!(!allowed.is_empty(), "a fault that allows nothing: {fault:?}");
        assert!(!fault.kind().code().is_empty(), "a fault without a code: {fault:?}");
        assert_eq!(fault.place().to_string().is_empty(), fault.place().steps().is_empty(), "{fault:?}");
        assert!(message.contains(&fault.to_string()), "{fault} is not in {message}");
    }
}

/// Checks that ranges are not reversed, warnings are in order, and the verdict follows from them.
///
/// # Panics
/// If a check fails.
pub fn ranges_hold(assessment: &Assessment) {
    let (mut least, mut most) = (Severity::None, Severity::None);
    for (key, severity) in assessment.warnings() {
        assert!(
            severity.least() <= severity.most() && severity.most() > Severity::None,
            "{key}: {severity:?}"
        );
        assert_eq!(assessment.severity(key), severity, "{key}");
        if key.code.counts_towards_verdict() {
            (least, most) = (least.max(severity.least()), most.max(severity.most()));
        }
    }
    let in_order = |one: &Span<Severity>, other: &Span<Severity>| {
        (one.most(), one.least()) >= (other.most(), other.least())
    };
    assert!(assessment.warnings().map(|(_, severity)| severity).is_sorted_by(in_order), "{assessment:?}");
    let verdict = assessment.verdict();
    assert_eq!((verdict.least(), verdict.most()), (Verdict::of(least), Verdict::of(most)), "{assessment:?}");
    for seat in assessment.loads() {
        assert!(seat.load.least() <= seat.load.most(), "{seat:?}");
    }
}

/// Checks that every warning can be written in both forms, and that the long one begins with the short one.
///
/// # Panics
/// If a check fails.
pub fn texts_hold(proposal: &Proposal, policy: &Policy) {
    for warning in explain_under(proposal, policy).warnings() {
        let (short, long) = (format!("{warning}"), format!("{warning:#}"));
        assert!(!short.is_empty() && long.starts_with(&short), "{warning:?}: {short}: {long}");
    }
}

/// A limit of a thousand worlds: most warnings have no more, even if nothing is known.
const FEW_WORLDS: Limit = Limit::of(5_000);

/// Checks the laws of one proposal. The bytes choose one warning to compare with its definition, if it has few worlds;
/// comparing all of them would take too long.
///
/// # Panics
/// If a law is broken.
pub fn laws_hold(proposal: &Proposal, policy: &Policy, bytes: &[u8]) {
    if let Err(violation) = laws::of_one(proposal, policy) {
        panic!("{violation}: {proposal:?} under {policy:?}");
    }
    let Some(key) = one_of(WarningKey::all(proposal.proposed().form()), bytes) else { return };
    let found = evaluate_under(proposal, policy).severity(key);
    let seen = worlds::severity(proposal, policy, key, FEW_WORLDS);
    assert!(seen.exact().is_none_or(|expected| expected == found), "{key}: {proposal:?} under {policy:?}");
    let seen = seen.range;
    assert!(
        found.least() <= seen.least() && seen.most() <= found.most(),
        "{key}: {proposal:?} under {policy:?}"
    );
}

/// Checks that advice found within a small limit can be applied and written, and that the quick laws of advice hold.
///
/// # Panics
/// If a check fails.
pub fn advice_holds(proposal: &Proposal, other: &Proposal, policy: &Policy) {
    const LIMIT: Limit = Limit::of(500);
    let inquiry = ask(proposal, policy, LIMIT);
    let repairs = repair(proposal, policy, Goal::below(Severity::High), LIMIT, |_, cost| Some(cost));
    for repair in &repairs.repairs {
        assert!(repair.apply_to(proposal).is_some(), "{repair} cannot be made: {proposal:?}");
    }
    let written = [
        serde_json::to_string(&inquiry),
        serde_json::to_string(&repairs),
        serde_json::to_string(&compare(proposal, other, policy)),
        serde_json::to_string(&watch(proposal, policy)),
    ];
    assert!(written.iter().all(Result::is_ok), "{written:?}");
    if let Ok(division) = divide(proposal, &Wishes::default(), policy, LIMIT) {
        assert!(
            serde_json::to_string(&division).is_ok() && division.apply_to(proposal).is_some(),
            "{division:?}"
        );
    }
    for held in [laws::dominance(proposal, other, policy), laws::watching(proposal, policy)] {
        if let Err(violation) = held {
            assert!(!violation.is_broken, "{violation}: {proposal:?}, {other:?} under {policy:?}");
        }
    }
}

/// Picks one item of a list by the sum of the bytes, if trying all items would take too long.
pub fn one_of<T>(list: impl IntoIterator<Item = T>, bytes: &[u8]) -> Option<T> {
    let list: Vec<T> = list.into_iter().collect();
    let sum: usize = bytes.iter().copied().map(usize::from).sum();
    let position = sum.checked_rem(list.len())?;
    list.into_iter().nth(position)
}
