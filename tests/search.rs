//! Can a reader find an item in the documentation by the word they type?
//!
//! The search of rustdoc finds the items whose name or alias is the word. It ignores case and underscores but nothing else, so
//! a hyphen or a space must be in an alias.
#![expect(clippy::expect_used, reason = "a test stops if a source cannot be read")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cpto::WarningCode;
use proc_macro2::{TokenStream, TokenTree};

/// The typed word, and the item that must be among the results.
const TYPED: &[(&str, &str)] = &[
    ("waiver", "accept"),
    ("MTTR", "recovery_time"),
    ("recovery time", "recovery_time"),
    ("time to restore", "recovery_time"),
    ("dora", "lead_time"),
    ("cycle time", "lead_time"),
    ("change failure rate", "change_fail_rate"),
    ("release cadence", "deployment_frequency"),
    ("slo", "error_budget"),
    ("uptime", "error_budget"),
    ("toil", "toil"),
    ("net promoter score", "nps"),
    ("nps", "nps"),
    ("net revenue retention", "nrr"),
    ("churn", "user_retention"),
    ("unit economics", "ltv_cac"),
    ("payback period", "cac_payback"),
    ("nist", "csf_tier"),
    ("owasp", "samm"),
    ("coupling", "interdependence"),
    ("pmf", "ProductMarketFit"),
    ("product-market-fit", "ProductMarketFit"),
    ("tech debt", "TechnicalStability"),
    ("cmmi", "Maturity"),
    ("overload-risk", "OverloadRisk"),
    ("burnout", "OverloadRisk"),
    ("workload", "OverloadRisk"),
    ("bus factor", "KeyPersonDependency"),
    ("single point of failure", "KeyPersonDependency"),
    ("two hats", "ContextSwitching"),
    ("separation of duties", "SegregationOfDuties"),
    ("checks and balances", "NoCounterpartChallenge"),
    ("orphan", "UnownedResponsibility"),
    ("overlap", "ContestedResponsibility"),
    ("wrong owner", "MisplacedResponsibility"),
    ("slow decisions", "DecisionLatency"),
    ("reorganization", "TransitionRisk"),
    ("vp of engineering", "NoSecondLine"),
    ("competence", "SkillGap"),
    ("salary", "CostBurden"),
    ("fractional cto", "PartTimeLeadership"),
    ("silo", "MisalignmentRisk"),
    ("succession-plan", "SuccessionPlan"),
    ("deputy", "SuccessionPlan"),
    ("raci", "DecisionRights"),
    ("okr", "SharedGoals"),
    ("audit", "IndependentAssurance"),
    ("focus-time", "FocusTime"),
    ("p&l", "ProfitAndLoss"),
    ("gdpr", "Privacy"),
    ("infosec", "Security"),
    ("roadmap", "Roadmap"),
    ("ciso", "Ciso"),
    ("scale-up", "ScaleUp"),
    ("scaleup", "ScaleUp"),
    ("company size", "Stage"),
    ("why now", "Trigger"),
    ("company", "Organization"),
    ("scenario", "Proposal"),
    ("builder", "Draft"),
    ("validation error", "Fault"),
    ("interval", "Estimate"),
    ("settings", "Policy"),
    ("thresholds", "policies"),
    ("conclusion", "Verdict"),
    ("assess", "evaluate"),
    ("explain", "explain"),
    ("recommendation", "Remedy"),
    ("next question", "ask"),
    ("value of information", "ask"),
    ("probability", "chances"),
    ("what if", "compare"),
    ("what-if", "compare"),
    ("mitigation", "repair"),
    ("sensitivity", "watch"),
    ("history", "review"),
    ("trend", "review"),
    ("translate", "embedding"),
    ("i18n", "embedding"),
    ("custom rule", "CustomRule"),
    ("own rule", "CustomRule"),
    ("plugin", "CustomRule"),
    ("custom rules", "rules"),
    ("own rules", "rules"),
    ("glossary", "domain"),
    ("ctpo", "domain"),
    ("brute force", "worlds"),
    ("invariant", "laws"),
    ("escape", "Escaped"),
];

/// Adds the aliases of a source, each with the name of its item.
fn aliases(tokens: TokenStream, found: &mut BTreeMap<String, BTreeSet<String>>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.to_string() == text);
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        aliases(group.stream(), found);
        let attribute: Vec<TokenTree> = group.stream().into_iter().collect();
        let [TokenTree::Ident(doc), TokenTree::Group(inner)] = attribute.as_slice() else { continue };
        if doc != "doc" || !inner.stream().to_string().starts_with("alias") {
            continue;
        }
        let mut item = at + 1;
        while is(item, "#") {
            item += 2;
        }
        let keyword =
            |at| ["pub", "const", "fn", "struct", "enum", "mod", "trait"].iter().any(|it| is(at, it));
        while keyword(item) {
            item += 1;
        }
        while is(item + 1, ":") && is(item + 2, ":") {
            item += 3;
        }
        let name = tokens.get(item).expect("an alias stands at an item").to_string();
        let text = inner.stream().to_string();
        for alias in text.split('"').skip(1).step_by(2) {
            found.entry(alias.to_lowercase()).or_default().insert(name.clone());
        }
    }
}

/// The aliases of every source below a folder.
fn aliases_below(folder: &Path, found: &mut BTreeMap<String, BTreeSet<String>>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            aliases_below(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source");
            aliases(text.parse().expect("it is Rust"), found);
        }
    }
}

#[test]
fn what_people_type_has_an_answer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut answers = BTreeMap::new();
    aliases_below(&root.join("src"), &mut answers);
    // The names of the public interface: the last part of each path.
    let interface = std::fs::read_to_string(root.join("gates/api.txt")).expect("the public interface");
    let mut names = BTreeSet::new();
    for word in interface.split(|it: char| !it.is_alphanumeric() && !matches!(it, ':' | '_')) {
        if let Some((_, name)) = word.trim_end_matches(':').rsplit_once("::") {
            names.insert(name);
        }
    }
    for name in &names {
        answers.entry(name.replace('_', "").to_lowercase()).or_default().insert((*name).to_owned());
    }

    for (typed, item) in TYPED {
        assert!(names.contains(item), "{item} is not public");
        let found = answers.get(&typed.replace('_', "").to_lowercase());
        assert!(found.is_some_and(|it| it.contains(*item)), "{typed} finds {found:?}, and not {item}");
    }
    for code in WarningCode::ALL {
        let found = answers.get(code.as_str());
        assert!(found.is_some_and(|it| it.contains(&format!("{code:?}"))), "{code} finds {found:?}");
    }
    assert!(!answers.contains_key("mean time between failures"), "what nobody wrote is not found");
}

/// The names that two types of a listing share.
fn shared(interface: &str) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let named = interface.lines().filter_map(|line| {
        let (_, path) = line.split_once("pub struct ").or_else(|| line.split_once("pub enum "))?;
        path.split(['<', '(']).next()?.rsplit("::").next()
    });
    named.filter(|name| !seen.insert(*name)).collect()
}

#[test]
fn a_name_is_used_once() {
    const PLANTED: &str =
        "pub enum cpto::Question\n#[non_exhaustive] pub struct cpto::advice::Question<'a>(_)";
    assert_eq!(shared(PLANTED), ["Question"]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let interface = std::fs::read_to_string(root.join("gates/api.txt")).expect("the public interface");
    assert_eq!(shared(&interface), [""; 0]);
}
