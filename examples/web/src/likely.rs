//! The chances of a proposal, as the page shows them.

use cpto::advice::Limit;
use cpto::advice::chances::{After, Answer, Leaders, NextQuestion, OfLeaders, chances, one_or_two};
use cpto::policy::Belief;
use cpto::{Policy, Role, Severity};
use serde_json::{Value as Json, json};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::read;
use crate::form::title;
use crate::phrase::what_chances_are;

/// Returns whether one leader or two has less against it in the company of a document, and what to ask next; `null` if the two
/// are not compared.
///
/// # Errors
/// What is wrong with the document, one fault per line.
#[wasm_bindgen]
pub fn leaders(document: &str) -> Result<String, String> {
    let leaders =
        one_or_two(&read(document)?, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default()).map(|leaders| {
            json!({
                "answer": answer(leaders.answer),
                "sentence": leaders.to_string(),
                "chances": parts(leaders.spread),
                "questions": leaders.questions.iter().map(question).collect::<Vec<_>>(),
            })
        });
    Ok(json!(leaders).to_string())
}

/// Returns how likely each verdict and each warning is.
///
/// # Errors
/// What is wrong with the document, one fault per line.
#[wasm_bindgen]
pub fn likely(document: &str) -> Result<String, String> {
    let chances = chances(&read(document)?, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default());
    let warnings = chances.warnings.iter().map(|(key, spread)| {
        let some = 10_000_u16.saturating_sub(spread.parts.get(Severity::None));
        json!({ "code": key.code, "seat": key.role.map(Role::title), "chance": some })
    });
    let verdict = chances.verdict;
    let verdict =
        verdict.parts.iter().map(|(verdict, parts)| json!({ "title": verdict.title(), "chance": parts }));
    Ok(json!({
        "verdict": verdict.collect::<Vec<_>>(),
        "warnings": warnings.collect::<Vec<_>>(),
        "what": what_chances_are(&chances),
    })
    .to_string())
}

/// Returns the answer in a few words.
fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Clear(Leaders::One) => "Clearly one leader",
        Answer::Clear(Leaders::Two) => "Clearly two leaders",
        Answer::Leaning(Leaders::One) => "Leaning towards one leader",
        Answer::Leaning(Leaders::Two) => "Leaning towards two leaders",
        _ => "Open",
    }
}

/// Returns the chances that one leader, neither or two has less against it, in parts of 10,000.
fn parts(spread: OfLeaders) -> Json {
    json!([Leaders::One, Leaders::Same, Leaders::Two].map(|side| spread.parts.get(side)))
}

fn question(question: &NextQuestion) -> Json {
    let answers = question.answers.iter().map(|after: &After| {
        let (from, to) = (title(after.from), title(after.to));
        json!({
            "from": after.from.written(), "to": after.to.written(),
            "title": if from == to { from } else { format!("{from} to {to}") },
            "answer": answer(after.answer), "chances": parts(after.leaders),
        })
    });
    json!({ "fact": question.fact, "answers": answers.collect::<Vec<_>>() })
}
