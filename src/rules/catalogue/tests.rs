//! Does every warning keep the contract of the catalogue?

extern crate std;

use std::string::ToString;
use std::vec::Vec;

use super::*;
use crate::assessment::evaluate;
use crate::rules::catalogue::WarningCode;

/// What holds for every warning: its page, its words, its remedies, its sources and its pair of proposals.
pub(crate) fn keeps_the_contract(code: WarningCode, module: &str) {
    assert_eq!(code.as_str(), module.replace('_', "-"), "the code is the name of the file");
    assert_eq!(code.as_str().parse(), Ok(code));

    let summary = code.summary();
    assert!(
        summary.ends_with('.') && summary.len() <= 80,
        "{code}: summary of one short sentence: {summary}"
    );
    let headings: Vec<_> = code.documentation().lines().filter_map(|line| line.strip_prefix(" # ")).collect();
    assert_eq!(headings, [WHY_IT_MATTERS, WHEN_IT_IS_FINE], "{code}");
    for section in [code.why_it_matters(), code.when_it_is_fine()] {
        assert!(section.len() > 40 && section.ends_with('.'), "{code}: {section}");
    }
    assert!(!code.citations().is_empty(), "{code} cites nobody");

    let raised = evaluate(&code.raised().build().expect("the example builds"));
    let warning = raised.warning(code).expect("the example raises the warning");
    assert_eq!(warning.certainty(), Certainty::Certain, "{code}: {warning:?}");
    assert_eq!(warning.code(), code);
    assert!(code.raised_at(Severity::None).is_none(), "{code}: nothing is not raised");
    let severities = Severity::ALL.iter().filter_map(|at| Some((*at, code.raised_at(*at)?)));
    for (at, draft) in severities {
        let assessment = evaluate(&draft.build().expect("the example builds"));
        let found = assessment.warning(code).map(Warning::severity);
        assert_eq!(found, Some(Span::exact(at)), "{code} at {at}");
    }
    let spared = evaluate(&code.spared().build().expect("the neighbour builds"));
    assert_eq!(spared.warning(code), None, "the neighbour is spared");

    let message = warning.to_string();
    assert!(message.starts_with(|first: char| !first.is_uppercase()), "{code}: {message}");
    assert!(!message.ends_with('.') && !message.contains('\n') && message.len() <= 160, "{code}: {message}");
    let remedies: Vec<_> = warning.remedies().map(|remedy| remedy.to_string()).collect();
    assert!(!remedies.is_empty(), "{code} has no remedy");
    let page = std::format!("{warning:#}");
    assert!(page.starts_with(&message), "{page}");
    for part in [WHY_IT_MATTERS, WHEN_IT_IS_FINE, "What to do", "Sources"] {
        assert!(page.contains(part), "{page}");
    }
    for remedy in remedies {
        assert!(page.contains(&remedy) && !remedy.ends_with('.'), "{page}");
    }
}

/// The severity of a warning in a proposal; the worst one, where there are several seats.
#[track_caller]
pub(crate) fn severity(code: WarningCode, proposal: Draft<Proposal>) -> std::string::String {
    let assessment = evaluate(&proposal.build().expect("the proposal of the test is valid"));
    assessment.warning(code).map_or_else(|| "none".into(), |warning| warning.severity().to_string())
}
