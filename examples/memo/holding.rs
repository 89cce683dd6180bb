//! Who holds a responsibility, is that as it should be, and what changes hands?

use cpto::{
    Assessment, Evidence, Home, Ladder, Organization, Policy, Proposal, Responsibility, ResponsibilitySet,
    Role, Severity, Span, Structure, WarningCode, evaluate_under, explain_under,
};

/// How a responsibility is held in a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holding {
    AtHome,
    Shared,
    Elsewhere,
    Misplaced,
    Contested,
    Unowned,
    NotApplicable,
}

impl Holding {
    pub(crate) const ALL: [Self; 7] = [
        Self::AtHome,
        Self::Shared,
        Self::Elsewhere,
        Self::Misplaced,
        Self::Contested,
        Self::Unowned,
        Self::NotApplicable,
    ];

    pub(crate) fn of(
        structure: &Structure,
        organization: &Organization,
        responsibility: Responsibility,
    ) -> Self {
        let away =
            |role, home| responsibility.home() == home && structure.held_alone(role).contains(responsibility);
        if !organization.applicable().contains(responsibility) {
            Self::NotApplicable
        } else if !structure.held().contains(responsibility) {
            Self::Unowned
        } else if structure.contested().contains(responsibility) {
            Self::Contested
        } else if away(Role::Cto, Home::Cpo) || away(Role::Cpo, Home::Cto) {
            Self::Misplaced
        } else if !Role::ALL.iter().any(|role| structure.remit(*role).contains(responsibility)) {
            Self::Elsewhere
        } else if responsibility.home() == Home::Shared {
            Self::Shared
        } else {
            Self::AtHome
        }
    }

    /// Returns the note on a row of the map, or nothing if the holder's mark is enough.
    pub(crate) const fn word(self) -> Option<&'static str> {
        match self {
            Self::AtHome | Self::Shared | Self::Elsewhere => None,
            Self::Misplaced => Some("misplaced"),
            Self::Contested => Some("contested"),
            Self::Unowned => Some("unowned"),
            Self::NotApplicable => Some("not applicable"),
        }
    }

    /// Returns the legend of the mark.
    pub(crate) const fn meaning(self) -> &'static str {
        match self {
            Self::AtHome => "held by its conventional seat",
            Self::Shared => "shared: belongs to every seat, never contested",
            Self::Elsewhere => "elsewhere: held by an office outside the seats",
            Self::Misplaced => "misplaced: held by the other seat alone",
            Self::Contested => "contested: held by two or more, but not shared",
            Self::Unowned => "unowned: held by nobody",
            Self::NotApplicable => "not applicable: does not exist in this company",
        }
    }

    /// Returns the severity of holding responsibilities this way, or nothing if there is no such warning.
    pub(crate) fn severity(self, assessment: Assessment) -> Option<Span<Severity>> {
        let code = match self {
            Self::Misplaced => WarningCode::MisplacedResponsibility,
            Self::Contested => WarningCode::ContestedResponsibility,
            Self::Unowned => WarningCode::UnownedResponsibility,
            Self::AtHome | Self::Shared | Self::Elsewhere | Self::NotApplicable => return None,
        };
        Some(assessment.severity(code)).filter(|severity| severity.most() > Severity::None)
    }
}

/// Returns the responsibilities that are held this way.
pub(crate) fn held_so(
    holding: Holding,
    structure: &Structure,
    organization: &Organization,
) -> ResponsibilitySet {
    let all = Responsibility::ALL.iter().copied();
    all.filter(|it| Holding::of(structure, organization, *it) == holding).collect()
}

/// The responsibilities that change hands in a proposal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moves {
    /// Those that change hands whoever stays.
    pub(crate) certain: ResponsibilitySet,
    /// Those that change hands for at least one of the people who may stay.
    pub(crate) possible: ResponsibilitySet,
}

impl Moves {
    pub(crate) const NONE: Self =
        Self { certain: ResponsibilitySet::EMPTY, possible: ResponsibilitySet::EMPTY };

    /// Takes the moves from the evidence of the warning `transition-risk`. A policy may give no warning for few moves, so this
    /// evaluates under a policy that gives one for any move.
    pub(crate) fn of(proposal: &Proposal, policy: &Policy) -> Self {
        let any_move = policy.with(|numbers| {
            numbers.transition_risk.moves_above = Ladder::new([Some(0), None, None, None]);
            numbers.transition_risk.steps_down_handover_plan = 0;
        });
        let Ok(any_move) = any_move else { return Self::NONE };
        let explanation = explain_under(proposal, &any_move);
        match explanation.warning(WarningCode::TransitionRisk).map(|warning| warning.evidence()) {
            Some(Evidence::Moves { certain_moves, possible_moves, .. }) => {
                Self { certain: certain_moves, possible: possible_moves }
            }
            _ => Self::NONE,
        }
    }
}

/// Returns the assessment of today's structure if it stays as it is, or nothing if it is not stated.
pub(crate) fn as_it_is(proposal: &Proposal, policy: &Policy) -> Option<Assessment> {
    let current = proposal.current()?;
    let draft = Proposal::draft()
        .organization(proposal.organization().clone())
        .current(current.clone())
        .proposed(current.clone());
    Some(evaluate_under(&draft.build().ok()?, policy))
}
