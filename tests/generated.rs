//! Are the generated files up to date? Run with `UPDATE=1` to write them.
#![cfg(feature = "serde")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use ciborium::Value;
use cpto::advice::Limit;
use cpto::advice::chances::{Leaders, OneOrTwo, one_or_two};
use cpto::measures::Measure;
use cpto::policy::Belief;
use cpto::policy::Numbers;
use cpto::{
    BenefitCode, Citation, Draft, Fact, Family, FaultKind, Faults, Field, Maturity, Office, Organization,
    Policy, Proposal, Responsibility, Role, Safeguard, Signal, Skill, Trigger, WarningCode, explain,
};

use committed::hold;

mod committed;

/// Checks a page of the guide, which states where it comes from.
#[track_caller]
fn page(name: &str, text: &str) {
    let origin =
        "<!-- Made by tests/generated.rs from the code. Run it with UPDATE=1 to write this page. -->";
    hold(&format!("src/guide/generated/{name}.md"), &format!("{origin}\n\n{}\n", text.trim()));
}

#[test]
fn the_tables_of_measures() {
    let mut text = String::from(
        "Every edge that figures are compared with.\n\nThe levels are L1 `initial` to L5 `optimizing`. A figure reads at the \
        first line that holds. An edge is marked **pub** where its publisher prints it as one, and **avg** where it is printed \
        as an average or a typical value, so that it is ours that it is an edge. That a band is a level is ours everywhere.\n",
    );
    for measure in Measure::ALL {
        write!(text, "\n{measure:#}").expect("a text");
    }
    page("measures", &text);
}

/// A number of the policy, or several by their names.
fn numbers(value: &Value) -> String {
    match value {
        Value::Map(entries) => {
            let each = entries.iter().map(|(name, value)| format!("{} {}", numbers(name), numbers(value)));
            each.collect::<Vec<_>>().join(", ")
        }
        Value::Text(name) => name.clone(),
        Value::Integer(number) if *number == u32::MAX.into() => "no limit".into(),
        Value::Integer(number) => i128::from(*number).to_string(),
        other => format!("{other:?}"),
    }
}

/// The default policy, with the keys in the order in which they are written.
fn policy() -> Result<Value, ciborium::value::Error> {
    Value::serialized(&Policy::DEFAULT)
}

/// Every number of the default policy, and its allowed values.
#[cfg(feature = "schemars1")]
#[test]
fn the_numbers_of_the_policy() {
    /// Describes what a schema allows.
    fn allowed(form: &serde_json::Value, all: &serde_json::Value) -> String {
        let list = |key: &str| form.get(key).and_then(serde_json::Value::as_array);
        if let Some(name) = form.get("$ref").and_then(serde_json::Value::as_str) {
            return allowed(all.pointer(name.trim_start_matches('#')).expect("a definition"), all);
        }
        if let Some(forms) = list("anyOf") {
            return forms.iter().map(|form| allowed(form, all)).collect::<Vec<_>>().join(", or ");
        }
        if let Some(names) = list("enum") {
            return names.iter().filter_map(serde_json::Value::as_str).collect::<Vec<_>>().join(", ");
        }
        if let Some(only) = form.get("const").and_then(serde_json::Value::as_str) {
            return only.to_owned();
        }
        if let Some(entries) = form.get("properties").and_then(serde_json::Value::as_object) {
            let mut each: Vec<_> = entries.values().map(|form| allowed(form, all)).collect();
            each.dedup();
            let [same] = each.as_slice() else { panic!("entries that differ: {form}") };
            return same.clone();
        }
        let bound = |key: &str| form.get(key).unwrap_or_else(|| panic!("no {key}: {form}"));
        if bound("maximum") == u32::MAX {
            return format!("{} or more", bound("minimum"));
        }
        format!("{} to {}", bound("minimum"), bound("maximum"))
    }

    let policy = policy().expect("it can be written");
    let all: serde_json::Value = schemars::schema_for!(Policy).into();
    let mut text = String::from("# Every number\n\n| number | default | allowed |\n| --- | --- | --- |\n");
    for (section, value) in policy.as_map().expect("sections") {
        let section = section.as_text().expect("a key");
        let form = &all["properties"][section];
        let Some(fields) = value.as_map() else {
            writeln!(text, "| `{section}` | {} | {} |", numbers(value), allowed(form, &all)).expect("a text");
            continue;
        };
        for (field, value) in fields {
            let field = field.as_text().expect("a key");
            let allowed = allowed(&form["properties"][field], &all);
            writeln!(text, "| `{section}.{field}` | {} | {allowed} |", numbers(value)).expect("a text");
        }
    }
    page("numbers", &text);
}

/// The pages of the warnings: what each flags, why, when it is fine, the default numbers, an example, what to do, and the
/// sources.
#[test]
fn the_warnings() {
    let policy = policy().expect("it can be written");
    let sections = policy.as_map().expect("sections");
    let mut text = String::from(
        "Every warning, with the numbers of the default policy.\n\nThe example is the smallest proposal that raises the \
        warning in every world, at the least severity that it has; the remedies are those of the example.\n",
    );
    for &code in WarningCode::ALL {
        write!(
            text,
            "\n# {code}\n\n{}\n\n**The rule.** {}\n\n**Why it matters.** {}\n\n**When it is fine.** {}\n\n**Default numbers.**\n\n",
            code.summary(),
            code.about(),
            code.why_it_matters(),
            code.when_it_is_fine()
        )
        .expect("a text");
        let section = sections.iter().find(|(name, _)| name.as_text() == Some(code.as_str()));
        for (name, value) in
            section.and_then(|(_, numbers)| numbers.as_map()).expect("every warning has numbers")
        {
            writeln!(text, "- {}: {}", numbers(name), numbers(value)).expect("a text");
        }
        let example = code.raised().build().expect("it can be built");
        let document = serde_json::to_string(&example).expect("it can be written");
        let explanation = explain(&example);
        let warning = explanation.warning(code).unwrap_or_else(|| panic!("{code} is raised by {document}"));
        write!(
            text,
            "\n**Example.** \u{201c}{warning}\u{201d}\n\n```json\n{document}\n```\n\n**What to do.**\n\n"
        )
        .expect("a text");
        for remedy in warning.remedies() {
            writeln!(text, "- {remedy}").expect("a text");
        }
        text.push_str("\n**Sources.**\n\n");
        for citation in code.citations() {
            let source = citation.source;
            let (key, strength, title) = (source.key(), source.strength(), source.entry());
            write!(text, "- \\[{key}\\] {} ({strength}: {title}).", citation.says).expect("a text");
            match source.against() {
                Some(against) => writeln!(text, " Against it: {against}."),
                None => writeln!(text),
            }
            .expect("a text");
        }
    }
    page("warnings", &text);
}

/// Small documents, each with the fault to show.
const FAULTY: &[(&str, &[&str])] = &[
    (
        "an organisation",
        &[
            r#"{ "size": 40 }"#,
            r#"{ "name": "Acme", "name": "Acme Ltd" }"#,
            r#"{ "measures": { "lead-time": {} } }"#,
            r#"{ "stage": "scaleup" }"#,
            r#"{ "headcount": "40" }"#,
            r#"{ "headcount": 0 }"#,
            r#"{ "headcount": [60, 40] }"#,
            r#"{ "headcount": [40] }"#,
            r#"{ "signals": { "data-capability": "managed" }, "measures": { "coverage": { "signal": "data-capability", "covered": 18, "items": 30 } } }"#,
            r#"{ "not-applicable": { "delivery": " " } }"#,
        ],
    ),
    (
        "a proposal",
        &[
            r#"{ "proposed": { "cto": { "remit": ["delivery", "delivery"] } } }"#,
            r#"{ "organization": { "not-applicable": { "delivery": "no software" } }, "proposed": { "cto": { "remit": ["delivery"] } } }"#,
            r#"{ "proposed": {} }"#,
            r#"{ "proposed": { "cto": {}, "cpto": {} } }"#,
            r#"{ "proposed": { "cto": { "remit": [] } } }"#,
            r#"{ "proposed": { "cto": { "remit": ["product-vision"] }, "cpo": { "product-attention": 50 } } }"#,
            r#"{ "incumbent": "cto", "proposed": { "cto": {} } }"#,
            r#"{ "incumbent": "cpo", "current": { "cto": {} }, "proposed": { "cpto": {} } }"#,
            r#"{ "trigger": [], "proposed": { "cto": {} } }"#,
            r#"{ "proposed": { "cto": {}, "elsewhere": { "technology": "ceo" } } }"#,
            r#"{ "proposed": { "cto": { "newcomer": true } } }"#,
            r#"{ "proposed": { "cto": { "reports-to": "cpo" } } }"#,
            r#"{ "proposed": { "cto": { "reports-to": "cpo" }, "cpo": { "reports-to": "cto" } } }"#,
        ],
    ),
    ("a policy", &[r#"{ "effort": { "quarters": { "managed": 9 } } }"#]),
];

/// The faults of the guide: every code, with a document that has the fault.
#[test]
fn the_faults() {
    fn faults<T, U: std::fmt::Debug>(
        document: &str,
        build: impl FnOnce(Draft<T>) -> Result<U, Faults>,
    ) -> Faults
    where
        Draft<T>: serde::de::DeserializeOwned,
    {
        build(serde_json::from_str(document).expect(document)).expect_err(document)
    }
    let mut text = String::from(
        "# Every fault\n\n| code | document | place | what it says |\n| --- | --- | --- | --- |\n",
    );
    let mut shown = Vec::new();
    for (kind, documents) in FAULTY {
        for document in *documents {
            let faults = match *kind {
                "an organisation" => faults(document, Draft::<Organization>::build),
                "a proposal" => faults(document, Draft::<Proposal>::build),
                _ => faults(document, Draft::<Numbers>::build),
            };
            let [fault] = faults.as_slice() else { panic!("{document}: {faults}") };
            let (place, code) = (fault.place(), fault.kind().code());
            writeln!(text, "| `{code}` | {kind}: `{document}` | `{place}` | {} |", fault.kind())
                .expect("a text");
            shown.push(code);
        }
    }
    let left: Vec<&str> = FaultKind::CODES.iter().copied().filter(|code| !shown.contains(code)).collect();
    // A stored assessment is read as a whole; a remit of a dozen names is too long for a table.
    let untold = ["lone-seat-is-cpto", "contradictory-verdict", "unordered", "too-many"];
    assert_eq!(left, untold);
    writeln!(
        text,
        "\nBeside these, a lone CTO or CPO who holds every core responsibility is `{}`, and an assessment that was stored can be \
        `{}`, `{}` or `{}`.",
        untold[0], untold[1], untold[2], untold[3]
    )
    .expect("a text");
    page("faults", &text);
}

/// The sources, by their keys.
fn keys(citations: &[Citation]) -> String {
    let each = citations.iter().map(|citation| format!("\\[{}\\] {}", citation.source.key(), citation.says));
    each.collect::<Vec<_>>().join("; ")
}

/// The tables of the guide: every name of the domain with its properties.
#[test]
fn the_vocabulary() {
    let mut text = String::from(
        "# Responsibilities\n\nThe effort is in percent of one leader's full time, with the signal at level 4 in an established \
        company. Core ones are bold.\n\n| responsibility | asks | home | effort | signal | sources |\n\
        | --- | --- | --- | --- | --- | --- |\n",
    );
    let base = &Policy::DEFAULT.numbers().effort.base;
    for &it in Responsibility::ALL {
        let name = if it.is_core() { format!("**{it}**") } else { it.to_string() };
        let signal = it.signal().map_or("none", Signal::as_str);
        let (asks, home, sources) = (it.question(), it.home(), keys(it.citations()));
        writeln!(text, "| {name} | {asks} | {home} | {} % | {signal} | {sources} |", base.get(it))
            .expect("a text");
    }
    text.push_str("\n# Signals\n\n| signal | field | sources |\n| --- | --- | --- |\n");
    for it in Signal::ALL {
        let field = it.field().map_or("the organisation", Field::as_str);
        writeln!(text, "| {it} | {field} | {} |", keys(it.citations())).expect("a text");
    }
    text.push_str("\nThe levels, 1 to 5: ");
    text.push_str(&Maturity::ALL.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    text.push_str(".\n\n# Skills\n\n| skill | field | a CTO needs | a CPO needs | sources |\n| --- | --- | --- | --- | --- |\n");
    for it in Skill::ALL {
        let need = |role| it.default_need(role).map_or("–".to_owned(), |need| need.to_string());
        let (field, sources) = (it.field().map_or("both", Field::as_str), keys(it.citations()));
        writeln!(text, "| {it} | {field} | {} | {} | {sources} |", need(Role::Cto), need(Role::Cpo))
            .expect("a text");
    }
    text.push_str("\n# Safeguards\n\n| safeguard | what to do | sources |\n| --- | --- | --- |\n");
    for it in Safeguard::ALL {
        writeln!(text, "| {it} | {} | {} |", it.instruction(), keys(it.citations())).expect("a text");
    }
    text.push_str("\n# Offices\n\n| office | title | its trade |\n| --- | --- | --- |\n");
    for it in Office::ALL {
        let trade = Some(it.trade().to_string()).filter(|trade| !trade.is_empty());
        writeln!(text, "| {it} | {} | {} |", it.title(), trade.as_deref().unwrap_or("–")).expect("a text");
    }
    text.push_str("\n# Benefits\n\n| benefit | what it says | sources |\n| --- | --- | --- |\n");
    for it in BenefitCode::ALL {
        writeln!(text, "| {it} | {} | {} |", it.phrase(), keys(it.citations())).expect("a text");
    }
    text.push_str("\n# Warnings\n\n| warning | family | what it says |\n| --- | --- | --- |\n");
    for it in WarningCode::ALL {
        writeln!(text, "| [{it}](crate::guide::warnings#{it}) | {} | {} |", it.family(), it.summary())
            .expect("a text");
    }
    page("vocabulary", &text);
}

/// The questions of the guide, each with the sentences in which a reader recognises the answer.
#[test]
fn the_questions() {
    let part = |fact: &Fact| match fact {
        Fact::Stage | Fact::Headcount | Fact::Budget | Fact::Regulated => "The company",
        Fact::Signal(_) => "Signals",
        Fact::Safeguard(_) => "Safeguards",
        Fact::Term | Fact::Incumbent => "The change",
        Fact::Skill(Role::Cpto, _) => "Skills",
        _ if fact.as_str().starts_with("proposed.cpto.") => "The leader",
        _ => "of another seat",
    };
    let mut text = String::from(
        "Somebody who runs a company answers these questions by recognising it in a sentence. Before each sentence stands what \
        a document says. The figures in the sentences about signals lie within the edges of the published \
        [measures](crate::measures); where there is no figure, the sentence follows the meaning of the level. That a figure \
        or a habit is a level is ours everywhere. The questions about a CPTO stand for those about every seat.\n",
    );
    let answers = |fact: Fact| {
        // For numbers: those with their own wording, and one that represents the others.
        let few = fact.values().take(101).filter(|value| {
            value.written().parse::<u8>().map_or(true, |number| matches!(number, 0 | 1 | 40 | 100))
        });
        few.fold(String::new(), |said, value| {
            said + &format!("- {}: {}\n", value.written(), fact.sentence(value))
        })
    };
    for heading in ["The company", "Signals", "Safeguards", "The change", "The leader", "Skills"] {
        writeln!(text, "\n# {heading}").expect("a text");
        for fact in Fact::ALL.iter().copied().filter(|fact| part(fact) == heading) {
            writeln!(text, "\n**{}** `{fact}`", fact.question()).expect("a text");
            if !matches!(fact, Fact::Skill(..)) {
                write!(text, "\n{}", answers(fact)).expect("a text");
            }
        }
    }
    let skill = Fact::Skill(Role::Cpto, Skill::Strategy);
    write!(text, "\nThe answers about every skill:\n\n{}", answers(skill)).expect("a text");
    write!(text, "\n# Why now\n\n**{}** `trigger`\n\n", Trigger::QUESTION).expect("a text");
    for trigger in Trigger::ALL {
        writeln!(text, "- {trigger}: {}", trigger.sentence()).expect("a text");
    }
    page("questions", &text);
}

/// One leader or two, with the chances in whole percent.
fn answered(leaders: &OneOrTwo) -> String {
    let of = |side| (leaders.spread.parts.get(side) + 50) / 100;
    format!("{} ({} : {})", leaders.answer, of(Leaders::One), of(Leaders::Two))
}

/// The answer for each published case, and after the likeliest answers to five questions.
#[test]
fn the_chances_of_the_cases() {
    let mut text = String::from(
        "# The published cases, before and after five questions\n\nOne leader or two, by the default policy and the default \
        belief. In brackets: in how many of 100 companies that fit the facts one leader has less against it, and two have; in the \
        rest both have the same.\n\n*After* is **one path**, and no expectation: the first question is answered with its \
        likeliest value, then the question that is the first by then, and so on, five times. The last column says in how many of \
        100 companies just these five answers would be given; other answers lead elsewhere, and what is learnt may make an answer \
        less sure, too.\n\n\
        | case | before | after | these answers |\n| --- | --- | --- | --- |\n",
    );
    let mut paths = String::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let files = fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("a case").path());
    let mut files: Vec<_> = files.collect();
    files.sort();
    for file in files {
        let case: serde_json::Value =
            serde_json::from_slice(&fs::read(file).expect("a case")).expect("a case is JSON");
        let title = case["title"].as_str().expect("a title");
        let mut proposal: Proposal = serde_json::from_value(case["proposal"].clone()).expect("a proposal");
        let asked =
            |proposal: &Proposal| one_or_two(proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default());
        let Some(before) = asked(&proposal) else {
            writeln!(text, "| {title} | not compared | | |").expect("a text");
            continue;
        };
        let (mut after, mut chance) = (before.clone(), 1_000_000);
        let is_shown = ["talabat", "Twitter", "Exclaimer"].iter().any(|name| title.starts_with(name));
        if is_shown {
            write!(paths, "\n**{title}.** Before: {}.\n\n", answered(&before)).expect("a text");
        }
        for place in 1..=5 {
            let Some(question) = after.questions.first().cloned() else { break };
            let answers = question.answers.iter().rev();
            let likeliest = answers.max_by_key(|answer| answer.chance).expect("an answer");
            chance = chance * u64::from(likeliest.chance) / 10_000;
            let sentence = if likeliest.from == likeliest.to {
                proposal.sentence(question.fact, likeliest.from).into_owned()
            } else {
                format!("{} to {}.", likeliest.from, likeliest.to)
            };
            proposal = proposal
                .with_fact_between(question.fact, likeliest.from, likeliest.to)
                .expect("an answer that can be");
            after = asked(&proposal).expect("compared as before");
            if is_shown {
                writeln!(paths, "{place}. `{}`: {sentence} Then {}.", question.fact, answered(&after))
                    .expect("a text");
            }
        }
        let chance = match (chance + 5_000) / 10_000 {
            0 => "under 1".to_owned(),
            percent => percent.to_string(),
        };
        writeln!(text, "| {title} | {} | {} | {chance} |", answered(&before), answered(&after))
            .expect("a text");
    }
    page("chances", &format!("{text}\nThree of the paths:\n{paths}"));
}

/// The README lists the warnings by family.
#[test]
fn the_warnings_of_the_readme() {
    let readme =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("a README");
    let mut list = String::new();
    for &family in Family::ALL {
        let of_family = WarningCode::ALL.iter().filter(|code| code.family() == family);
        let names: Vec<_> = of_family.map(|code| code.as_str()).collect();
        writeln!(list, "- **{family}**: {}", names.join(", ")).expect("a text");
    }
    let (from, to) = ("<!-- Made by tests/generated.rs. -->\n\n", "\nA warning does not say");
    let (before, rest) = readme.split_once(from).expect("the start of the list");
    let (_, after) = rest.split_once(to).expect("the end of the list");
    hold("README.md", &format!("{before}{from}{list}{to}{after}"));
}

/// The schemas of documents.
#[cfg(feature = "schemars1")]
#[test]
fn the_schemas() {
    let written = |schema: schemars::Schema| {
        let schema = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
        format!("{schema}\n")
    };
    hold("schema/proposal.json", &written(schemars::schema_for!(cpto::Proposal)));
    hold("schema/policy.json", &written(schemars::schema_for!(cpto::Policy)));
    hold("schema/belief.json", &written(schemars::schema_for!(cpto::policy::Belief)));
    hold("schema/acceptances.json", &written(schemars::schema_for!(cpto::advice::accept::Acceptances)));
    hold("schema/assessment.json", &written(schemars::schema_for!(cpto::Assessment)));
}
