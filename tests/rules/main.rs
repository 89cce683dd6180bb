//! Is each warning raised where it should be, with the right severity? Tested under the default policy: both sides of every
//! threshold, each step up and down, and unknown facts.
#![expect(clippy::expect_used, reason = "a test stops if a proposal is not valid")]

mod benefits;
mod details;
mod leaders;
mod structures;

use cpto::{
    Draft, Maturity, Organization, Proposal, Remedy, Safeguard, Seat, Severity, Signal, Stage, Structure,
    WarningCode, evaluate, explain, laws,
};

const HEADS: [Safeguard; 2] = [Safeguard::ProductLead, Safeguard::EngineeringLead];

fn somewhere() -> Draft<Organization> {
    Organization::draft()
}

/// A company without heads below, with everything at one level.
fn uniform(stage: Stage, level: Maturity) -> Draft<Organization> {
    somewhere().stage(stage).signals(Signal::ALL.iter().copied(), level).absent(HEADS)
}

fn proposed(organization: Draft<Organization>, structure: Draft<Structure>) -> Draft<Proposal> {
    Proposal::draft().organization(organization).proposed(structure)
}

fn combined(organization: Draft<Organization>) -> Draft<Proposal> {
    proposed(organization, Structure::combined(Seat::draft()))
}

fn conventional_pair() -> Draft<Structure> {
    Structure::pair(Seat::draft(), Seat::draft())
}

fn pair(organization: Draft<Organization>) -> Draft<Proposal> {
    proposed(organization, conventional_pair())
}

/// The severity of a warning, in the worst seat.
#[track_caller]
fn severity(code: WarningCode, draft: Draft<Proposal>) -> String {
    evaluate(&draft.build().expect("valid")).severity(code).to_string()
}

#[track_caller]
fn message(code: WarningCode, draft: Draft<Proposal>) -> String {
    let proposal = draft.build().expect("valid");
    explain(&proposal).warning(code).expect("it is raised").to_string()
}

#[track_caller]
fn remedies(code: WarningCode, draft: Draft<Proposal>) -> Vec<Remedy> {
    let proposal = draft.build().expect("valid");
    explain(&proposal).warning(code).expect("it is raised").remedies().collect()
}

/// The page of every warning: its words, its remedies, its sources and its examples.
#[test]
fn every_warning_keeps_the_contract() {
    for &code in WarningCode::ALL {
        laws::examples(code).expect("the examples are what they are said to be");
        assert_eq!(code.as_str().parse(), Ok(code));
        let summary = code.summary();
        assert!(summary.ends_with('.') && summary.len() <= 80, "{code}: one short sentence: {summary}");
        for text in [code.about(), code.why_it_matters(), code.when_it_is_fine()] {
            assert!(text.len() > 40 && text.ends_with('.'), "{code}: {text}");
        }
        assert!(!code.citations().is_empty(), "{code} cites nobody");
        for draft in Severity::ALL.iter().skip(1).filter_map(|at| code.example(*at)) {
            let proposal = draft.build().expect("examples build");
            let explanation = explain(&proposal);
            let warning = explanation.warning(code).expect("the example raises it");
            let message = warning.to_string();
            assert!(message.starts_with(|first: char| !first.is_uppercase()), "{code}: {message}");
            assert!(!message.ends_with('.') && !message.contains('\n') && message.len() <= 160, "{message}");
            let page = format!("{warning:#}");
            assert!(page.starts_with(&message), "{page}");
            for part in ["Why it matters", "When it is fine", "What to do", "Sources"] {
                assert!(page.contains(part), "{page}");
            }
            let remedies: Vec<_> = warning.remedies().map(|remedy| remedy.to_string()).collect();
            assert!(!remedies.is_empty(), "{code} has no remedy");
            assert!(remedies.iter().all(|it| page.contains(it) && !it.ends_with('.')), "{page}");
        }
    }
}
