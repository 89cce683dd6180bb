//! What does the page ask, and in which words? Everything that is the same for every proposal.

use cpto::{BenefitCode, Citation, Fact, Field, Office, Responsibility, Role, Trigger, Value, WarningCode};
use serde_json::{Map, Value as Json, json};
use wasm_bindgen::prelude::wasm_bindgen;

/// Returns the questions, the values with their sentences, and the texts about everything that has a code.
#[wasm_bindgen]
#[must_use]
pub fn form() -> String {
    let facts: Vec<_> = Fact::ALL.iter().map(|it| fact(*it)).collect();
    let seats = Role::ALL.iter().map(|role| json!({ "code": role, "title": role.title() }));
    let offices = Office::ALL.iter().map(|office| json!({ "code": office, "title": office.title() }));
    let warnings = WarningCode::ALL.iter().map(|code| {
        let said = json!({
            "title": code.title(), "why": code.why_it_matters(), "fine": code.when_it_is_fine(),
            "sources": sources(code.citations()),
        });
        (code.to_string(), said)
    });
    let benefits = BenefitCode::ALL.iter().map(|code| {
        let said =
            json!({ "title": code.title(), "phrase": code.phrase(), "sources": sources(code.citations()) });
        (code.to_string(), said)
    });
    let responsibilities = Responsibility::ALL.iter().map(|it| {
        json!({ "code": it, "title": it.title(), "home": it.home(), "core": it.is_core(), "question": it.question().title() })
    });
    json!({
        "facts": facts,
        "seats": seats.collect::<Vec<_>>(),
        "offices": offices.collect::<Vec<_>>(),
        "triggers": Trigger::ALL.iter().map(|it| json!({ "code": it, "sentence": it.sentence() })).collect::<Vec<_>>(),
        "why-now": Trigger::QUESTION,
        "responsibilities": responsibilities.collect::<Vec<_>>(),
        "warnings": warnings.collect::<Map<_, _>>(),
        "benefits": benefits.collect::<Map<_, _>>(),
    })
    .to_string()
}

/// Returns a field of the form. A numeric fact has its two ends, any other fact all its values.
fn fact(fact: Fact) -> Json {
    let ends = fact.values().next().zip(fact.values().next_back());
    let is_number = matches!(
        ends,
        Some((Value::Headcount(_) | Value::Months(_) | Value::Share(_) | Value::People(_), _))
    );
    let values = fact.values().take(if is_number { 0 } else { usize::MAX });
    let values = values.map(|value| {
        json!({ "written": value.written(), "title": title(value), "sentence": fact.sentence(value) })
    });
    let mut name = format!("{fact:#}");
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let mut field = json!({
        "fact": fact, "part": part(fact), "title": name, "question": fact.question(), "values": values.collect::<Vec<_>>(),
    });
    if let (true, Some((least, most)), Some(field)) = (is_number, ends, field.as_object_mut()) {
        field.extend([("least".to_owned(), json!(least)), ("most".to_owned(), json!(most))]);
    }
    field
}

/// Returns the part of the form that asks for a fact.
fn part(fact: Fact) -> &'static str {
    match fact {
        Fact::Stage | Fact::Headcount | Fact::Budget | Fact::Regulated => "company",
        Fact::Signal(signal) => match signal.field() {
            Some(Field::Technology) => "technology",
            Some(Field::Product) => "product",
            None => "organization",
        },
        Fact::Safeguard(_) => "safeguards",
        Fact::Term | Fact::Incumbent => "change",
        Fact::Skill(role, _)
        | Fact::Interim(role)
        | Fact::Newcomer(role)
        | Fact::DirectReports(role)
        | Fact::OtherDuties(role) => role.as_str(),
        // Facts of a CPTO alone, and facts that may be added later.
        _ => Role::Cpto.as_str(),
    }
}

/// Returns a value in a word or two.
pub(crate) fn title(value: Value) -> String {
    match value {
        Value::Stage(stage) => stage.title().to_owned(),
        Value::Budget(budget) => budget.title().to_owned(),
        Value::Level(level) => level.title().to_owned(),
        Value::Proficiency(proficiency) => proficiency.title().to_owned(),
        Value::Incumbent(who) => who.title().to_owned(),
        Value::Is(is) => if is { "Yes" } else { "No" }.to_owned(),
        other => other.to_string(),
    }
}

fn sources(citations: &[Citation]) -> Vec<Json> {
    let source = |it: &Citation| json!({ "says": it.says, "title": it.source.entry(), "strength": it.source.strength().title() });
    citations.iter().map(source).collect()
}
