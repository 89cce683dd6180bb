//! What is the result of evaluating a proposal with custom rules as well?

use core::cmp::Reverse;
use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::worlds::{Worlds, over};
use crate::assessment::{Assessment, evaluate_under, explain_under};
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::custom::CustomRule;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::situation::distinct::{of_headcounts, sides};
use crate::vocabulary::escaped::Escaped;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::severity::{Severity, Verdict};
use crate::vocabulary::span::Span;

/// The key of a warning, built-in or custom.
///
/// ```
/// use cpto::AnyKey;
///
/// let key = AnyKey::Custom("data-kept-apart");
/// assert_eq!(key.to_string(), "data-kept-apart");
/// assert_eq!(format!("{key:#}"), "data kept apart");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "a warning is either built in or custom")]
pub enum AnyKey<'a> {
    /// A built-in warning.
    BuiltIn(WarningKey),
    /// The warning of a [`CustomRule`], by its code.
    Custom(&'a str),
}

impl fmt::Display for AnyKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn(key) => key.fmt(f),
            Self::Custom(code) if f.alternate() => f.write_str(&code.replace('-', " ")),
            Self::Custom(code) => f.pad(code),
        }
    }
}

/// Why custom rules are not evaluated.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum NotExtended {
    /// A code is not written in kebab-case.
    #[error("`{}` is not kebab-case: lowercase letters and digits, with hyphens between words", Escaped(.code))]
    NotKebabCase {
        /// The code.
        code: String,
    },
    /// A built-in warning has the code of a rule.
    #[error("`{code}` is the code of a built-in warning")]
    BuiltIn {
        /// The code.
        code: WarningCode,
    },
    /// Two rules have one code.
    #[error("`{code}` is the code of two rules")]
    Repeated {
        /// The code.
        code: String,
    },
    /// No case of the custom facts is possible.
    #[error("no case is possible")]
    NoCase,
    /// The facts that a rule reads have too many worlds, alone or multiplied by the cases.
    #[error("the open facts {open} have too many worlds and cases")]
    TooManyWorlds {
        /// The open facts that the rule reads.
        open: FactSet,
    },
}

/// An assessment with custom rules: the severity of each rule, its place among the warnings, and the verdict over all of them.
///
/// Like the severities of an [`Assessment`], those of a [`CustomRule`] are exact: both ends are attained in some world and case.
pub struct Extended<'a, C> {
    pub(crate) proposal: &'a Proposal,
    pub(crate) policy: &'a Policy,
    pub(crate) rules: &'a [&'a dyn CustomRule<Case = C>],
    pub(crate) cases: &'a [C],
    assessment: Assessment,
    severities: Vec<Span<Severity>>,
}

/// Evaluates a proposal under a policy with custom rules. The cases are the possible values of the custom facts: a single case if
/// they are known. All cases have the same weight in [chances](crate::advice::chances::chances_with); a case that is given twice
/// counts twice.
///
/// # Errors
/// A code that is not in kebab-case, such as `Data Protection`, or that a built-in warning or another of the rules has; no
/// case; or more worlds of the open facts that one rule reads, alone or multiplied by the cases, than the default of
/// [`Limit`](crate::advice::Limit) allows.
pub fn evaluate_with<'a, C>(
    proposal: &'a Proposal,
    policy: &'a Policy,
    rules: &'a [&'a dyn CustomRule<Case = C>],
    cases: &'a [C],
) -> Result<Extended<'a, C>, NotExtended> {
    for (place, rule) in rules.iter().enumerate() {
        check(rule.code(), rules.iter().take(place).map(|other| other.code()))?;
    }
    let assessment = evaluate_under(proposal, policy);
    let severities =
        rules.iter().map(|rule| range(proposal, policy, *rule, cases)).collect::<Result<_, _>>()?;
    Ok(Extended { proposal, policy, rules, cases, assessment, severities })
}

/// Checks whether a rule can have this code beside the others.
fn check<'c>(code: &str, mut others: impl Iterator<Item = &'c str>) -> Result<(), NotExtended> {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
    };
    if !code.split('-').all(is_word) {
        return Err(NotExtended::NotKebabCase { code: code.into() });
    }
    if let Ok(code) = code.parse() {
        return Err(NotExtended::BuiltIn { code });
    }
    if others.any(|other| other == code) {
        return Err(NotExtended::Repeated { code: code.into() });
    }
    Ok(())
}

/// Evaluates a rule over the worlds of the facts that it reads, each with every case.
fn range<C>(
    proposal: &Proposal,
    policy: &Policy,
    rule: &dyn CustomRule<Case = C>,
    cases: &[C],
) -> Result<Span<Severity>, NotExtended> {
    let [first, others @ ..] = cases else { return Err(NotExtended::NoCase) };
    let worlds = worlds_of(proposal, policy, rule);
    if !worlds.is_every()
        || worlds.len().saturating_mul(cases.len()) > Limit::default().evaluations() as usize
    {
        let open = rule.reads(proposal.proposed()).intersection(proposal.open_facts());
        return Err(NotExtended::TooManyWorlds { open });
    }
    let severity = over(proposal, worlds, |world| {
        let in_case = |case| Span::exact(rule.severity(world, case));
        others.iter().map(in_case).fold(in_case(first), Span::hull)
    });
    Ok(severity.range)
}

/// The worlds that a rule may distinguish.
pub(crate) fn worlds_of<C>(proposal: &Proposal, policy: &Policy, rule: &dyn CustomRule<Case = C>) -> Worlds {
    let numbers = policy.numbers();
    Worlds::new(proposal, numbers, rule.reads(proposal.proposed()), Limit::default(), |fact, most| {
        let places = proposal.places(fact).unwrap_or(0..=0);
        if fact != Fact::Headcount {
            return places.take(most).collect();
        }
        sides(places, of_headcounts(numbers).into_iter().chain(rule.headcounts().iter().copied()))
    })
}

impl<'a, C> Extended<'a, C> {
    /// Returns the assessment by the built-in rules alone.
    #[must_use]
    pub const fn assessment(&self) -> Assessment {
        self.assessment
    }

    /// Returns the verdict over built-in and custom warnings. Like [`Assessment::verdict`], it is exact at its worse end and a
    /// bound at its better end.
    #[must_use]
    pub fn verdict(&self) -> Span<Verdict> {
        self.assessment.verdict_with(self.severities.iter().copied())
    }

    /// Lists the warnings of both kinds, the most severe first: by greatest severity, then by least severity; then the built-in
    /// ones in the order of the catalogue and of the roles, and the custom ones in the order of the rules. Warnings that are
    /// `none` in every world are left out.
    pub fn warnings(&self) -> impl Iterator<Item = (AnyKey<'a>, Span<Severity>)> + use<'a, C> {
        let built_in = self.assessment.warnings().map(|(key, severity)| (AnyKey::BuiltIn(key), severity));
        let custom = self.rules.iter().map(|rule| AnyKey::Custom(rule.code()));
        let custom = custom.zip(self.severities.iter().copied());
        let given = custom.filter(|(_, severity)| severity.most > Severity::None);
        let mut warnings: Vec<_> = built_in.chain(given).collect();
        warnings.sort_by_key(|(_, severity)| Reverse((severity.most, severity.least)));
        warnings.into_iter()
    }

    /// Returns the severity of a warning: `none` where it is not raised, or where no rule has this code.
    #[must_use]
    pub fn severity(&self, key: AnyKey<'_>) -> Span<Severity> {
        match key {
            AnyKey::BuiltIn(key) => self.assessment.severity(key),
            AnyKey::Custom(code) => {
                let mut own = self.rules.iter().zip(&self.severities).filter(|(rule, _)| rule.code() == code);
                own.next().map_or_else(Span::default, |(_, severity)| *severity)
            }
        }
    }

    /// Returns the one-line message of a warning, or `None` where it is not raised.
    #[must_use]
    pub fn message(&self, key: AnyKey<'_>) -> Option<String> {
        match key {
            AnyKey::BuiltIn(key) => {
                explain_under(self.proposal, self.policy).warning(key).map(|it| alloc::format!("{it}"))
            }
            AnyKey::Custom(code) => {
                let rule = self.rules.iter().find(|rule| rule.code() == code)?;
                let is_given = self.severity(key).most > Severity::None;
                is_given.then(|| rule.message(self.proposal, self.cases))
            }
        }
    }

    /// The severities of the rules for another proposal and other cases.
    pub(crate) fn severities_of(
        &self,
        proposal: &Proposal,
        cases: &[C],
    ) -> Result<Vec<Span<Severity>>, NotExtended> {
        self.rules.iter().map(|rule| range(proposal, self.policy, *rule, cases)).collect()
    }

    /// How many worlds with cases are evaluated for another proposal.
    pub(crate) fn worlds_of(&self, proposal: &Proposal) -> u32 {
        // Where there are too many, none is evaluated.
        let of_rule = |rule| Some(worlds_of(proposal, self.policy, rule)).filter(Worlds::is_every);
        let of_rule = |rule| of_rule(rule).map_or(0, |worlds| worlds.len());
        let count = self.rules.iter().map(|rule| of_rule(*rule).saturating_mul(self.cases.len()));
        u32::try_from(count.fold(0, usize::saturating_add)).unwrap_or(u32::MAX)
    }

    /// The facts that any of the rules reads in a structure.
    pub(crate) fn reads(&self, structure: &Structure) -> FactSet {
        self.rules.iter().fold(FactSet::EMPTY, |all, rule| all.union(rule.reads(structure)))
    }
}

impl<C> Clone for Extended<'_, C> {
    fn clone(&self) -> Self {
        Self { severities: self.severities.clone(), ..*self }
    }
}

impl<C> fmt::Debug for Extended<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |it: (AnyKey<'_>, Span<Severity>)| (alloc::format!("{}", it.0), it.1);
        f.debug_struct("Extended")
            .field("warnings", &self.warnings().map(of).collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
