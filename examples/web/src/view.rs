//! The results of a proposal, as the page shows them.

use cpto::{
    Assessment, Certainty, Escaped, Fact, Form, Holder, Policy, Proposal, Remedy, Responsibility, Role,
    Severity, Span, Structure, Trigger, Warning, WarningCode, evaluate, explain,
};
use serde_json::{Map, Value as Json, json};

use crate::form::title;
use crate::holding::Holding;
use crate::phrase::{depends_on, led, proposed, verdict};

/// Returns everything except chances.
#[must_use]
pub fn shown(proposal: &Proposal) -> Json {
    let organization = proposal.organization();
    let explanation = explain(proposal);
    let assessment = explanation.assessment();
    let facts = Fact::ALL.iter().filter_map(|fact| Some((fact.to_string(), known(proposal, *fact)?)));
    let triggers: Vec<&Trigger> =
        Trigger::ALL.iter().filter(|it| proposal.triggers().contains(**it)).collect();
    let sides = [Form::Combined, Form::Pair].map(|form| other_side(proposal, form));
    json!({
        "name": organization.name(),
        "form": proposal.proposed().form(),
        "today": proposal.current().map(Structure::form),
        "proposed": proposed(proposal),
        "led": led(proposal.proposed()),
        "facts": facts.collect::<Map<_, _>>(),
        "triggers": triggers,
        "holdings": Responsibility::ALL.iter().map(|it| holding(proposal, *it)).collect::<Vec<_>>(),
        "capacity": Policy::DEFAULT.numbers().capacity,
        "change": proposal.change().title(),
        "own": side(assessment),
        "sides": sides,
        "warnings": explanation.warnings().map(|it| warning(&it)).collect::<Vec<_>>(),
        "benefits": assessment.benefits().map(|it| {
            json!({ "code": it.code, "certain": it.certainty == Certainty::Certain })
        }).collect::<Vec<_>>(),
    })
}

/// Returns what is known of a fact, which may be nothing; `None` if the proposal has no place for the fact.
fn known(proposal: &Proposal, fact: Fact) -> Option<Json> {
    let mut values = proposal.values_of(fact);
    let Some(least) = values.next() else { return is_asked(proposal, fact).then(|| absent(proposal, fact)) };
    let most = values.next_back().unwrap_or(least);
    let mut field = Map::new();
    if fact == Fact::Incumbent {
        // Who may stay depends on the seats, and so does the sentence for it.
        let may = fact.values().filter(|who| proposal.with_fact(fact, *who).is_some());
        let may = may.map(|who| json!({ "written": who.written(), "title": title(who), "sentence": proposal.sentence(fact, who) }));
        field.insert("values".to_owned(), may.collect());
    }
    if let Fact::Signal(signal) = fact {
        field.insert("figures".to_owned(), json!(proposal.organization().readings().of(signal).count()));
    }
    let is_whole = fact.values().next() == Some(least) && fact.values().next_back() == Some(most);
    let is_anybody = fact == Fact::Incumbent && least != most;
    if !is_whole && !is_anybody {
        let said = if least == most { title(least) } else { format!("{} to {}", title(least), title(most)) };
        field.extend(
            [("least", least.written()), ("most", most.written()), ("said", said.into())]
                .map(|(key, it)| (key.to_owned(), json!(it))),
        );
    }
    Some(field.into())
}

/// Whether a fact that a proposal does not state could be stated in it.
fn is_asked(proposal: &Proposal, fact: Fact) -> bool {
    let sits = |structure: &Structure, role| structure.seat(role).is_some();
    match fact {
        Fact::Signal(_) | Fact::Term => true,
        Fact::ProductAttention => sits(proposal.proposed(), Role::Cpto),
        Fact::DirectReports(role) | Fact::OtherDuties(role) => sits(proposal.proposed(), role),
        Fact::Newcomer(role) => {
            sits(proposal.proposed(), role) && proposal.current().is_some_and(|current| sits(current, role))
        }
        _ => false,
    }
}

/// Returns the field of a fact that is not stated; for a signal that does not apply, with the reason.
fn absent(proposal: &Proposal, fact: Fact) -> Json {
    match fact {
        Fact::Signal(signal) => {
            let reason = proposal.organization().signal_reason(signal).unwrap_or_default();
            json!({ "reason": Escaped(reason).to_string() })
        }
        _ => json!({}),
    }
}

/// Returns who holds a responsibility, with a note on it.
fn holding(proposal: &Proposal, responsibility: Responsibility) -> Json {
    let (structure, organization) = (proposal.proposed(), proposal.organization());
    let holders: Vec<_> = Holder::all()
        .filter(|holder| structure.held_by(*holder).contains(responsibility))
        .map(Holder::as_str)
        .collect();
    let reason = organization.responsibility_reason(responsibility).map(|reason| Escaped(reason).to_string());
    json!({
        "code": responsibility,
        "holders": holders,
        "note": Holding::of(structure, organization, responsibility).word(),
        "reason": reason,
    })
}

/// Returns the verdict and the loads of a structure, and each warning in its worst seat.
fn side(assessment: Assessment) -> Json {
    let said = assessment.verdict();
    let loads = assessment.loads().map(|it| {
        json!({ "title": it.role.title(), "least": it.load.least(), "most": it.load.most(), "said": it.load.to_string() })
    });
    let worst = WarningCode::ALL.iter().map(|code| (code, assessment.severity(*code)));
    let worst = worst.filter(|(_, severity)| severity.most() > Severity::None);
    json!({
        "form": assessment.form(),
        "verdict": said.to_string(),
        "sentence": verdict(said),
        "least": said.least(),
        "most": said.most(),
        "loads": loads.collect::<Vec<_>>(),
        "worst": worst.map(|(code, severity)| (code.to_string(), range(severity))).collect::<Map<_, _>>(),
    })
}

/// Returns the results of a form: of the proposed structure if it has that form, otherwise of the conventional structure that
/// choosing the form would give.
fn other_side(proposal: &Proposal, form: Form) -> Option<Json> {
    if proposal.proposed().form() == form {
        return Some(side(evaluate(proposal)));
    }
    Remedy::Choose(form).apply_to(proposal).map(|other| side(evaluate(&other)))
}

fn warning(warning: &Warning<'_>) -> Json {
    json!({
        "code": warning.code(),
        "seat": warning.key().role.map(Role::title),
        "severity": range(warning.severity()),
        "certain": warning.certainty() == Certainty::Certain,
        "counts": warning.code().counts_towards_verdict(),
        "message": warning.to_string(),
        "depends": depends_on(warning),
        "remedies": warning.remedies().map(|remedy| remedy.to_string()).collect::<Vec<_>>(),
    })
}

/// Returns a severity as the two ends on a scale of five, and in words.
fn range(severity: Span<Severity>) -> Json {
    json!({ "least": severity.least() as u8, "most": severity.most() as u8, "said": severity.to_string() })
}
