//! Does living with a decision work as documented, in documents and from the command line?
#![cfg(feature = "serde")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops if its own documents are malformed"
)]

use cpto::advice::accept::{Acceptance, AcceptanceState, Acceptances, accept};
use cpto::{Date, Draft, Role, Severity, WarningCode, WarningKey, evaluate};

mod example;

fn day(text: &str) -> Date {
    text.parse().expect(text)
}

fn acceptance(key: WarningKey, up_to: Severity) -> Acceptance {
    let (reason, by) = ("for a year".into(), "the board".into());
    Acceptance { key, up_to, reason, by, until: Some(day("2027-06-30")) }
}

#[test]
fn an_acceptance_is_in_one_state() {
    use AcceptanceState::{Exceeded, Expired, InForce, NotYetNeeded, Stale};
    use Severity::{Critical, High, Low, Medium, None};

    let key = WarningKey { code: WarningCode::OverloadRisk, role: Some(Role::Cpto) };
    let state = |severity: Option<Severity>, up_to, on| {
        let unknown = cpto::Proposal::draft().proposed(cpto::Structure::combined(cpto::Seat::draft()));
        let proposal = severity.map_or(unknown, |it| key.code.example(it).expect("an example"));
        let assessment = evaluate(&proposal.build().unwrap());
        let acceptances = Acceptances::draft().accept(acceptance(key, up_to)).build().unwrap();
        let accepted = accept(&acceptances, &assessment, day(on));
        let [decision] = &accepted.decisions[..] else { panic!("one decision") };
        let left = accepted.left.severity(key);
        (decision.state, left.least(), left.most())
    };
    assert_eq!(state(Some(High), High, "2027-06-30"), (InForce, None, None));
    assert_eq!(state(Some(High), Critical, "2027-01-01"), (InForce, None, None));
    assert_eq!(state(Some(High), Medium, "2027-01-01"), (Exceeded, High, High));
    assert_eq!(state(Some(High), High, "2027-07-01"), (Expired, High, High));
    assert_eq!(state(Some(None), High, "2027-01-01"), (Stale, None, None));
    // A CPTO of whom nothing is known can have any load.
    assert_eq!(state(Option::None, Critical, "2027-01-01"), (NotYetNeeded, None, None));
    assert_eq!(state(Option::None, Low, "2027-01-01"), (Exceeded, None, Critical));
}

/// A policy can disable every safeguard that ends a warning.
#[test]
fn a_safeguard_need_not_count() {
    use cpto::{Policy, Stage, Table, evaluate_under};

    let high = Severity::High;
    let ours = Policy::DEFAULT.with(|numbers| {
        numbers.no_second_line.one_lead = Table::new([high; Stage::COUNT]);
        numbers.no_second_line.neither_lead = Table::new([high; Stage::COUNT]);
        numbers.no_second_line.left_with_both_leads = high;
        numbers.key_person_dependency.left_with_plan = high;
        numbers.segregation_of_duties.left_with_assurance = high;
        numbers.no_collaboration_forum.left_with_forum = high;
        numbers.decision_latency.left_with_rights = high;
        numbers.no_review_cadence.left_with_review = high;
    });
    let ours = ours.unwrap();
    assert!(ours.is_at_least_as_strict_as(&Policy::DEFAULT));
    for code in [
        WarningCode::NoSecondLine,
        WarningCode::KeyPersonDependency,
        WarningCode::SegregationOfDuties,
        WarningCode::NoCollaborationForum,
        WarningCode::DecisionLatency,
        WarningCode::NoReviewCadence,
    ] {
        let spared = code.example(Severity::None).expect("the safeguard is in place").build().unwrap();
        assert_eq!(evaluate(&spared).severity(code).most(), Severity::None, "{code}");
        assert!(evaluate_under(&spared, &ours).severity(code).least() > Severity::None, "{code}");
    }
}

/// The faults of a document, as place and code.
fn faults(document: &str) -> Vec<String> {
    let draft: Draft<Acceptances> = serde_json::from_str(document).expect(document);
    let faults = draft.build().expect_err(document);
    faults.iter().map(|fault| format!("{} {}", fault.place(), fault.kind().code())).collect()
}

#[test]
fn every_fault_of_acceptances_has_its_place() {
    let good = r#""up-to": "high", "reason": "r", "by": "b""#;
    for (acceptance, expected) in [
        (format!(r#""code": "overload-risk", {good}"#), "accepted[1] missing-key"),
        (format!(r#""code": "cost-burden", "role": "cto", {good}"#), "accepted[1].role unknown-key"),
        (format!(r#""code": "bad-luck", {good}"#), "accepted[1].code unknown-name"),
        (format!(r#""code": "cost-burden", {good}, "until": "30.6.2027""#), "accepted[1].until wrong-type"),
        (format!(r#""code": "cost-burden", {good}, "until": "2027-02-00""#), "accepted[1].until wrong-type"),
        (format!(r#""code": "cost-burden", {good}, "until": 2027"#), "accepted[1].until wrong-type"),
        (format!(r#""code": "skill-gap", "role": "cpo", {good}"#), "accepted[1] repeated-name"),
        (format!(r#""code": "cost-burden", {good}, "since": 1"#), "accepted[1].since unknown-key"),
        (r#""code": "cost-burden", "up-to": "high", "reason": "r""#.into(), "accepted[1] missing-key"),
        (
            r#""code": "cost-burden", "up-to": "none", "reason": "r", "by": "b""#.into(),
            "accepted[1].up-to unknown-name",
        ),
        (
            r#""code": "cost-burden", "up-to": "high", "reason": " ", "by": "b""#.into(),
            "accepted[1].reason blank-reason",
        ),
        (
            r#""code": "cost-burden", "up-to": "high", "reason": "r", "by": """#.into(),
            "accepted[1].by blank-reason",
        ),
    ] {
        let first = format!(r#"{{ "code": "skill-gap", "role": "cpo", {good} }}"#);
        let document = format!(r#"{{ "accepted": [{first}, {{ {acceptance} }}] }}"#);
        assert_eq!(faults(&document), [expected], "{document}");
    }
    // A refused entry does not shift the positions of the entries after it.
    let document = format!(r#"{{ "accepted": [7, {{ "code": "cost-burden", "role": "cto", {good} }}] }}"#);
    assert_eq!(faults(&document), ["accepted[0] wrong-type", "accepted[1].role unknown-key"]);
    // Code gets the same faults as documents.
    let seatless = acceptance(WarningKey::from(WarningCode::OverloadRisk), Severity::None);
    let refused = Acceptances::draft().accept(seatless).build().unwrap_err();
    let places: Vec<String> = refused.iter().map(|fault| fault.place().to_string()).collect();
    assert_eq!(places, ["accepted[0]", "accepted[0].up-to"]);
}

#[test]
fn acceptances_and_keys_come_back() {
    let toml = "[[accepted]]\ncode = \"skill-gap\"\nrole = \"cpo\"\nup-to = \"high\"\nreason = \"r\"\nby = \"b\"\nuntil = 2027-06-30\n";
    let read: Acceptances = toml::from_str(toml).unwrap();
    assert_eq!(read.as_slice()[0].until, Date::new(2027, 6, 30), "a date of the format");
    assert_eq!(toml::from_str::<Acceptances>(&toml::to_string(&read).unwrap()).unwrap(), read);
    assert_eq!(
        serde_saphyr::from_str::<Acceptances>(&serde_saphyr::to_string(&read).unwrap()).unwrap(),
        read
    );
    for key in cpto::Form::ALL.iter().flat_map(|form| WarningKey::all(*form)) {
        assert_eq!(key.to_string().parse(), Ok(key));
        let json = serde_json::to_string(&key).unwrap();
        assert_eq!(serde_json::from_str::<WarningKey>(&json).unwrap(), key);
    }
    for text in
        ["", "overload-risk", "overload-risk of the CEO", "cost-burden of the CTO", "skill-gap of the cto"]
    {
        assert!(text.parse::<WarningKey>().is_err(), "{text}");
    }
    for json in [r#"{ "code": "skill-gap" }"#, r#"{ "code": "cost-burden", "role": "cto" }"#] {
        assert!(serde_json::from_str::<WarningKey>(json).is_err(), "{json}");
    }
}

#[test]
fn origins_are_kept_and_forgotten() {
    use cpto::{Fact, Origin, Proposal, Stage, Value};

    let document = r#"{
        "organization": { "stage": "startup", "regulated": true },
        "proposed": { "cto": { "direct-reports": 4 } },
        "origins": {
            "organization.stage": { "by": "the CTO", "on": "2024-03-01" },
            "proposed.cto.direct-reports": { "source": "chart", "on": "2026-03-01" },
            "organization.regulated": {}
        }
    }"#;
    let proposal: Proposal = serde_json::from_str(document).unwrap();
    let toml = toml::to_string(&proposal).unwrap();
    assert_eq!(toml::from_str::<Proposal>(&toml).unwrap(), proposal);
    assert_eq!(proposal.origin(Fact::Stage).unwrap().by.as_deref(), Some("the CTO"));
    let bare: Proposal = serde_json::from_str(&document.replace("2024-03-01", "2027-03-01")).unwrap();
    assert_eq!(evaluate(&bare), evaluate(&proposal), "no rule reads it");

    let old = proposal.facts_before(day("2025-01-01"));
    assert_eq!(old.iter().collect::<Vec<_>>(), [Fact::Stage]);
    assert!(proposal.facts_before(day("2024-03-01")).is_empty(), "that very day is not before it");
    for text in ["2024-3-01", "02024-03-01", "+024-03-01", "2024-03", "2024-03-0l"] {
        assert!(text.parse::<cpto::Date>().is_err(), "{text}");
    }
    let forgotten = proposal.forget(old);
    assert!(proposal.narrows(&forgotten) && forgotten.origin(Fact::Stage).is_none());
    assert_eq!(forgotten.origin(Fact::Regulated), Some(&Origin::default()));
    // A new statement loses the old origin.
    let answered = proposal.with_fact(Fact::Stage, Value::Stage(Stage::ScaleUp)).unwrap();
    assert!(answered.origin(Fact::Stage).is_none());
    let draft: Draft<Proposal> =
        serde_json::from_str(r#"{ "origins": { "organization.name": {} }, "proposed": { "cto": {} } }"#)
            .unwrap();
    let faults = draft.build().unwrap_err();
    assert_eq!(faults.as_slice()[0].place().to_string(), r#"origins["organization.name"]"#);
}

/// Learning and forgetting are distinguished from change.
#[test]
fn knowledge_is_told_from_change() {
    use cpto::advice::compare::{Course, compare};
    use cpto::{Organization, Policy, Proposal, Safeguard, Seat, Stage, Structure};

    let proposal = |plan: Option<bool>, stage: Option<Stage>| {
        let company = Organization::draft().safeguard(Safeguard::SuccessionPlan, plan).stage(stage);
        // With a head for each field, the severity could be none with and without a plan.
        let company = company.absent([Safeguard::ProductLead, Safeguard::EngineeringLead]);
        let draft = Proposal::draft().organization(company).proposed(Structure::combined(Seat::draft()));
        draft.build().unwrap()
    };
    let course = |before: &Proposal, after: &Proposal| {
        let comparison = compare(before, after, &Policy::DEFAULT);
        let of = |it: &&cpto::advice::compare::WarningCourse| it.key.code == WarningCode::KeyPersonDependency;
        comparison.warnings.iter().find(of).unwrap().course
    };
    let (absent, unknown, planned) =
        (proposal(Some(false), None), proposal(None, None), proposal(Some(true), None));
    assert_eq!(course(&absent, &unknown), Course::Widened, "forgotten, and not eased");
    assert_eq!(course(&unknown, &absent), Course::Narrowed, "learnt, and not worsened");
    assert_eq!(course(&unknown, &planned), Course::Narrowed, "learnt, and not resolved");
    assert_eq!(course(&absent, &planned), Course::Resolved);
    // A plan was made, and the stage was learnt: the change is reported, whatever else was learnt.
    assert_eq!(course(&absent, &proposal(Some(true), Some(Stage::Startup))), Course::Resolved);
    assert_eq!(course(&planned, &proposal(Some(false), Some(Stage::Startup))), Course::Introduced);
}

/// A file that is deleted with the test.
struct File(std::path::PathBuf);

impl File {
    fn new(name: &str, content: &str) -> Self {
        let path = std::env::temp_dir().join(format!("cpto-living-{}-{name}", std::process::id()));
        std::fs::write(&path, content).unwrap();
        Self(path)
    }

    fn name(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn several_files_are_taken_together() {
    let says = |stage: &str, plan: bool| {
        format!(
            r#"{{ "organization": {{ "stage": "{stage}", "safeguards": {{ "succession-plan": {plan} }} }}, "proposed": {{ "cpto": {{}} }} }}"#
        )
    };
    let (cto, cpo) =
        (File::new("cto.json", &says("startup", true)), File::new("cpo.json", &says("enterprise", true)));
    let run =
        |arguments: &[&str]| example::run("assess", &[arguments, &[cto.name(), cpo.name()]].concat(), b"");
    let combined = run(&["--combine", "--format", "json"]);
    assert_eq!(combined.status.code(), Some(0), "{}", text(&combined.stderr));
    let document: serde_json::Value = serde_json::from_slice(&combined.stdout).unwrap();
    let disagreement = &document["disagreements"][0];
    assert_eq!(disagreement["fact"], "organization.stage");
    assert_eq!(disagreement["words"][1]["by"], cpo.name());
    assert_eq!(document["disagreements"].as_array().map(Vec::len), Some(1), "they agree on the plan");
    let report = run(&["--combine=hull"]);
    assert!(text(&report.stdout).contains("says startup"), "{}", text(&report.stdout));

    let review = run(&["--review"]);
    let report = text(&review.stdout);
    assert!(report.contains("changed: stage") && report.contains(" since "), "{report}");

    let policy = File::new(
        "policy.toml",
        "[scale-requires-both]\nstage = { startup = \"critical\", scale-up = \"critical\", established = \"critical\", enterprise = \"critical\" }\n",
    );
    let against = run(&["--against", policy.name()]);
    let report = text(&against.stdout);
    assert!(report.contains("4 numbers differ") && report.contains(", stricter"), "{report}");
    assert!(report.contains("1 of 2 verdicts change"), "{report}");

    let other = File::new("other.json", r#"{ "proposed": { "cto": {} } }"#);
    let refused = example::run("assess", &["--combine", cto.name(), other.name()], b"");
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains(": the proposed structures of "), "{}", text(&refused.stderr));
    assert_eq!(run(&["--review", "--combine"]).status.code(), Some(2));
    assert_eq!(run(&["--review", "--ask"]).status.code(), Some(2));
}

/// From one leader to two, responsibilities are misplaced for a while; the order shows when, also for programs.
#[test]
fn the_way_is_told() {
    let output = example::run("assess", &["--handover", "tests/cases/C01-twitter.json"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    insta::assert_snapshot!("handover", text(&output.stdout));
    let document = r#"{
        "current": { "cto": {}, "cpo": {} },
        "proposed": { "cto": {}, "cpo": {}, "elsewhere": { "security": "ciso", "privacy": "general-counsel" } }
    }"#;
    let output = example::run("assess", &["--handover", "--format", "json", "-"], document.as_bytes());
    let all: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let way = &all[0]["handover"];
    assert_eq!((&way["safe"], &way["proven"]), (&true.into(), &true.into()));
    assert_eq!(way["steps"].as_array().map(Vec::len), Some(2));
    let nothing = example::run("assess", &["--handover", "-"], br#"{ "proposed": { "cto": {} } }"#);
    assert!(text(&nothing.stdout).contains("no seat today"), "{}", text(&nothing.stdout));
}

/// Nothing in an acceptance, an origin or a file name reaches a terminal as a command.
#[test]
#[cfg(unix)]
fn texts_from_outside_do_not_act() {
    let acting = "\u{1b}[31m\u{7}\n# <b>";
    let said = serde_json::to_string(acting).unwrap();
    let accepted = format!(
        r#"{{ "accepted": [{{ "code": "cost-burden", "up-to": "low", "reason": {said}, "by": {said} }}] }}"#
    );
    let proposal = |stage: &str| {
        format!(
            r#"{{ "organization": {{ "stage": "{stage}" }}, "proposed": {{ "cto": {{}} }}, "origins": {{ "term": {{ "by": {said} }} }} }}"#
        )
    };
    let accepted = File::new("accepted.json", &accepted);
    let files = [("\u{1b}[1m.json", "startup"), ("\u{1b}[2m.json", "enterprise")];
    let [one, other] = files.map(|(name, stage)| File::new(name, &proposal(stage)));
    for asked in [
        &["--accept", accepted.name(), "--on", "2027-01-01"][..],
        &["--combine"],
        &["--review"],
        &["--handover"],
    ] {
        for format in ["text", "markdown", "json"] {
            let arguments = [asked, &["--format", format, one.name(), other.name()]].concat();
            let output = example::run("assess", &arguments, b"");
            assert_eq!(output.status.code(), Some(0), "{asked:?}: {}", text(&output.stderr));
            let written = text(&output.stdout);
            assert!(!written.contains(['\u{1b}', '\u{7}']), "{asked:?}: {written}");
            assert!(format != "markdown" || !written.contains('<'), "{asked:?}: {written}");
        }
    }
}

#[test]
fn a_baseline_is_accepted_once_it_has_reasons() {
    let baseline = example::run("assess", &["--baseline"], b"");
    assert_eq!(baseline.status.code(), Some(0), "{}", text(&baseline.stderr));
    let file = File::new("baseline.json", text(&baseline.stdout));
    let accept = |more: &[&str]| {
        example::run("assess", &[&["--accept", file.name(), "--on", "2027-01-15"], more].concat(), b"")
    };
    let refused = accept(&[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("accepted[0].reason"), "{}", text(&refused.stderr));

    let reasoned = text(&baseline.stdout).replace(r#""reason": """#, r#""reason": "as discussed""#);
    let reasoned = reasoned.replace(r#""by": """#, r#""by": "the board""#);
    std::fs::write(&file.0, &reasoned).unwrap();
    // Alone, the warning is denied; once accepted, it is not.
    assert_eq!(example::run("assess", &["--deny", "low"], b"").status.code(), Some(3));
    let accepted = accept(&["--deny", "low"]);
    assert_eq!(accepted.status.code(), Some(0), "{}", text(&accepted.stderr));
    let report = text(&accepted.stdout);
    assert!(report.contains("In force: ") && report.contains("Not yet needed: "), "{report}");
    assert!(report.contains("as discussed") && report.contains("and not accepted: none"), "{report}");

    std::fs::write(&file.0, reasoned.replace(r#""by": "the board""#, r#""by": "b", "until": "2027-01-14""#))
        .unwrap();
    let expired = accept(&["--deny", "low", "--format", "json"]);
    assert_eq!(expired.status.code(), Some(3));
    let document: serde_json::Value = serde_json::from_slice(&expired.stdout).unwrap();
    let told = &document[0]["accept"];
    assert_eq!(told["decisions"][0]["state"], "expired");
    assert_eq!(told["left"]["verdict"], told["verdict"]);
    let lines = example::run(
        "assess",
        &["--json-lines", "--accept", file.name(), "--on", "2027-01-14"],
        br#"{ "proposed": { "cpto": {} } }"#,
    );
    let line: serde_json::Value = serde_json::from_slice(&lines.stdout).unwrap();
    assert!(line["decisions"].is_array() && line["left"]["warnings"].is_array(), "{line}");
    assert_eq!(
        example::run("assess", &["--accept", file.name()], b"").status.code(),
        Some(2),
        "a day is needed"
    );
    assert_eq!(accept(&["--compare"]).status.code(), Some(2));
}

/// Disagreements are ordered by how much finding out would settle; those that the verdict depends on come first.
#[test]
fn disagreements_are_in_the_order_of_questions() {
    use cpto::advice::{Limit, ask::ask, chances::one_or_two, combine::combine};
    use cpto::measures::Combination;
    use cpto::policy::Belief;
    use cpto::{Maturity, Organization, Policy, Proposal, Safeguard, Seat, Signal, Stage, Structure};

    let says = |stage: Stage, level: Maturity, is: bool| {
        let company = Organization::draft()
            .stage(stage)
            .regulated(is)
            .signals(Signal::ALL.iter().copied(), level)
            .safeguard(Safeguard::SuccessionPlan, is)
            .safeguard(Safeguard::StructureReview, is)
            .safeguard(Safeguard::StakeholderDebate, is);
        Proposal::draft().organization(company).proposed(Structure::combined(Seat::draft())).build().unwrap()
    };
    let answers = [
        ("one", says(Stage::Startup, Maturity::Defined, true)),
        ("two", says(Stage::Enterprise, Maturity::Managed, false)),
    ];
    let together = combine(&answers, Combination::default(), &Policy::DEFAULT).unwrap();
    let inquiry = ask(&together.proposal, &Policy::DEFAULT, Limit::default());
    let leaders =
        one_or_two(&together.proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::of(10_000)).unwrap();
    let asked = |fact| {
        let by_warnings = inquiry.questions.iter().position(|it| it.fact == fact);
        let by_chances = leaders.questions.iter().position(|it| it.fact == fact);
        (by_warnings.unwrap_or(usize::MAX), by_chances.unwrap_or(usize::MAX))
    };
    let disagreements = &together.disagreements;
    assert!(disagreements.len() > 10, "{together}");
    assert!(disagreements.is_sorted_by_key(|it| (!it.changes_verdict(), asked(it.fact))), "{together}");
    // That order differs from the number of warnings that depend on each.
    let counted = |it: &cpto::advice::combine::Disagreement<_>| std::cmp::Reverse(it.warnings.len());
    assert!(!disagreements.is_sorted_by_key(|it| (!it.changes_verdict(), counted(it))), "{together}");
}

/// Answers must be about one proposal: everything except facts must be the same in all of them.
#[test]
fn answers_about_something_else_are_not_combined() {
    use cpto::advice::combine::{NotCombined, combine};
    use cpto::measures::Combination;
    use cpto::{Organization, Policy, Proposal, Responsibility, Seat, Signal, Structure, Trigger};

    let of = |company| Proposal::draft().organization(company).proposed(Structure::combined(Seat::draft()));
    let somewhere = Organization::draft;
    let different = |other: Draft<Proposal>| {
        let answers = [("one", of(somewhere()).build().unwrap()), ("two", other.build().unwrap())];
        match combine(&answers, Combination::default(), &Policy::DEFAULT) {
            Ok(_) => "nothing",
            Err(NotCombined::Different { part, .. }) => part,
            Err(other) => panic!("{other}"),
        }
    };
    assert_eq!(different(of(somewhere().regulated(true))), "nothing");
    let lists = "lists of what is not applicable";
    assert_eq!(different(of(somewhere().signal_not_applicable(Signal::DataCapability, "no data"))), lists);
    assert_eq!(different(of(somewhere().not_applicable(Responsibility::Operations, "customers"))), lists);
    assert_eq!(different(of(somewhere()).triggers([Trigger::Cost])), "reasons to act now");
    let current = Structure::cto(Seat::draft());
    assert_eq!(different(of(somewhere()).current(current)), "current structures");
    let pair = Structure::pair(Seat::draft(), Seat::draft());
    assert_eq!(different(Proposal::draft().proposed(pair)), "proposed structures");
}
