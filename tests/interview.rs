//! Does the interview lead somebody who has never seen the crate to an answer? It runs in a terminal, as for a person.
#![cfg(all(unix, feature = "serde"))]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops if the interview cannot run"
)]

use cpto::advice::Limit;
use cpto::advice::chances::{Answer, one_or_two};
use cpto::policy::Belief;
use cpto::{Fact, Policy, Proposal, Severity, Signal, Stage};
use rexpect::ReadUntil;
use rexpect::process::WaitStatus;
use rexpect::session::{PtySession, spawn_command};

mod example;

/// What a line editor sends to the terminal when it begins to read: that it can distinguish pasted from typed text.
const READS: &str = "\u{1b}[?2004h";
/// The timeout in milliseconds, much more than a slow machine needs.
const PATIENCE: u64 = 30_000;

/// A person at a terminal, and everything that they saw.
struct Person {
    session: PtySession,
    seen: String,
}

impl Person {
    fn with(arguments: &[&str]) -> Self {
        let mut command = example::command("assess");
        command.arg("--interview").args(arguments).env("TERM", "xterm").env_remove("NO_COLOR");
        let mut person =
            Self { session: spawn_command(command, Some(PATIENCE)).unwrap(), seen: String::new() };
        person.waits();
        person
    }

    /// Waits until the next answer is expected.
    fn waits(&mut self) -> String {
        let before = self.session.exp_string(READS).unwrap();
        self.seen.push_str(&before);
        as_seen(&before)
    }

    /// Answers, and reads up to the next question.
    fn says(&mut self, answer: &str) -> String {
        self.session.send_line(answer).unwrap();
        self.waits()
    }

    /// Answers until the interview is over. Returns the last output and the exit status.
    fn goes_on(&mut self, answers: &[&str]) -> (String, WaitStatus) {
        for answer in answers {
            self.session.send_line(answer).unwrap();
            let ends = [ReadUntil::String(READS.to_owned()), ReadUntil::EOF];
            let (before, matched) = self.session.exp_any(ends.into()).unwrap();
            self.seen.push_str(&before);
            if matched != READS {
                self.seen.push_str(&matched);
                return (as_seen(&matched), self.session.process().wait().unwrap());
            }
        }
        panic!("it goes on and on: {}", as_seen(&self.seen));
    }

    /// Answers for the last time. Returns the output after it and the exit status.
    fn ends(&mut self, answer: &str) -> (String, WaitStatus) {
        self.session.send_line(answer).unwrap();
        self.leaves()
    }

    fn leaves(&mut self) -> (String, WaitStatus) {
        let rest = self.session.exp_eof().unwrap();
        self.seen.push_str(&rest);
        (as_seen(&rest), self.session.process().wait().unwrap())
    }
}

/// Returns what a terminal shows of a written text.
fn as_seen(written: &str) -> String {
    let plain = anstream::adapter::strip_str(written).to_string();
    plain.replace("\r\n", "\n").replace('\r', "")
}

fn exited(status: WaitStatus) -> i32 {
    match status {
        WaitStatus::Exited(_, code) => code,
        other => panic!("{other:?}"),
    }
}

/// The document of an interview that ended on the terminal.
fn document(shown: &str) -> Proposal {
    let (_, document) = shown.split_once("as a document:\n").expect("a document");
    let (document, _) = document.split_once("\n}\n").expect("its end");
    serde_json::from_str(&format!("{document}\n}}")).unwrap()
}

fn answer(proposal: &Proposal) -> Answer {
    one_or_two(proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default()).unwrap().answer
}

/// The path of a file that does not exist.
fn new_file(name: &str) -> String {
    let path = std::env::temp_dir().join(format!("cpto-{}-{name}", std::process::id()));
    let _ = std::fs::remove_file(&path);
    path.to_str().unwrap().to_owned()
}

#[test]
fn from_nothing_to_a_clear_answer() {
    let file = new_file("interview.toml");
    let mut person = Person::with(&["--out", &file]);
    for answer in ["1", "2", "help", "1, 6", "1-2", "eighty", "80 to 120", "d", "2", "2"] {
        person.says(answer);
    }
    // From here on, the first sentence answers every question; that leads to an end.
    let (_, status) = person.goes_on(&["1"; 20]);
    assert_eq!(exited(status), 0);
    insta::assert_snapshot!(as_seen(&person.seen).replace(&file, "company.toml"));

    let proposal: Proposal = toml::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert!(matches!(answer(&proposal), Answer::Clear(_)));
    // The file is read back, and gives the same report.
    let again = example::run("assess", &[&file], b"");
    let again = String::from_utf8(again.stdout).unwrap();
    let (_, report) = again.split_once('\n').unwrap();
    assert!(as_seen(&person.seen).contains(report.trim_end()), "{report}");
    // The file is not overwritten.
    let refused = example::run("assess", &["--interview", "--out", &file], b"stop\n");
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("is not overwritten"));
    assert_eq!(toml::from_str::<Proposal>(&std::fs::read_to_string(&file).unwrap()).unwrap(), proposal);
    // An interview that starts with a clear answer asks nothing.
    let (shown, status) = {
        let mut command = example::command("assess");
        command.args(["--interview", &file]);
        let mut session = spawn_command(command, Some(PATIENCE)).unwrap();
        (as_seen(&session.exp_eof().unwrap()), session.process().wait().unwrap())
    };
    assert_eq!(exited(status), 0);
    assert!(shown.contains("The answer is clear.") && document(&shown) == proposal, "{shown}");
    std::fs::remove_file(file).unwrap();
}

#[test]
fn what_is_not_known_is_not_asked_again() {
    let mut person = Person::with(&[]);
    person.says("1");
    person.says("2");
    let asked = person.says("don't know");
    assert!(asked.contains("At what stage"), "{asked}");
    let next = person.says("Don’t know");
    assert!(next.contains("The chances stay as they were.") && !next.contains("At what stage"), "{next}");
    let (shown, status) = person.ends("stop");
    assert_eq!(exited(status), 0);
    assert!(document(&shown).organization().stage().is_unknown());
    let seen = as_seen(&person.seen);
    let (asked, _) = seen.split_once("The questions end here.").unwrap();
    assert_eq!(asked.matches("At what stage").count(), 1);
}

#[test]
fn ranges_and_numbers() {
    let mut person = Person::with(&[]);
    for answer in ["1", "2", "7"] {
        person.says(answer);
    }
    assert!(person.says("2-1").contains("How many people"));
    let wrong = person.says("lots");
    assert!(wrong.contains("not an answer here. Possible: a number; or a range, such as 40-60"), "{wrong}");
    assert!(person.says("0").contains("\"0\" is not an answer here"));
    let (shown, _) = person.goes_on(&["90–1,120", "stop"]);
    let organization = document(&shown);
    let organization = organization.organization();
    assert_eq!((organization.stage().least(), organization.stage().most()), (Stage::Startup, Stage::ScaleUp));
    assert_eq!((organization.headcount().least().get(), organization.headcount().most().get()), (90, 1_120));
}

#[test]
fn a_figure_stands_for_a_level() {
    let file = new_file("interview-measured.json");
    let known = r#"{ "current": { "cto": {}, "cpo": {} }, "proposed": { "cpto": {} }, "trigger": "growth",
        "organization": { "stage": "startup", "headcount": 60 } }"#;
    std::fs::write(&file, known).unwrap();
    let mut person = Person::with(&[&file]);
    let question = Fact::Signal(Signal::Collaboration).question();
    for _ in 0..40 {
        if as_seen(&person.seen).contains(&*question) {
            break;
        }
        person.says("d");
    }
    let forms = person.says("figure");
    assert!(forms.contains("coverage = { signal = \"collaboration\", covered = N, items = N }"), "{forms}");
    let wrong = person.says("coverage = { signal = \"collaboration\", covered = 5 }");
    assert!(wrong.contains("key `items` is missing"), "{wrong}");
    let wrong = person.says("nps = { promoters = 40, detractors = 15, answers = 80 }");
    assert!(wrong.contains("says nothing about collaboration"), "{wrong}");
    assert!(person.says("=").contains("expected"), "what the parser says");
    let measured = "coverage = { signal = \"collaboration\", covered = 27, items = 30 }";
    let (shown, _) = person.goes_on(&[measured, "stop"]);
    let proposal = document(&shown);
    assert_eq!(proposal.organization().readings().of(Signal::Collaboration).count(), 1);
    assert!(!proposal.organization().signal(Signal::Collaboration).unwrap().is_unknown());
    std::fs::remove_file(file).unwrap();
}

#[test]
fn back_undoes_the_last_answer() {
    let mut person = Person::with(&[]);
    assert!(person.says("back").contains("There is no answer to take back."));
    assert!(person.says("").contains("\"\" is not an answer here. Possible: 1 to 7;"));
    for answer in ["2", "back", "1", "2", "1", "1"] {
        person.says(answer);
    }
    let again = person.says("back");
    assert!(again.contains("At what stage"), "{again}");
    let (shown, _) = person.goes_on(&["2", "stop"]);
    let proposal = document(&shown);
    assert_eq!(proposal.organization().stage().value(), Some(Stage::ScaleUp));
    assert_eq!(proposal.current().map(|it| it.seats().count()), Some(2));
}

#[test]
fn interrupted_with_what_is_known() {
    let mut person = Person::with(&[]);
    person.says("1");
    person.says("2");
    person.session.send_control('c').unwrap();
    person.session.flush().unwrap();
    let (shown, status) = person.leaves();
    assert_eq!(exited(status), 0);
    assert!(
        shown.contains("Verdict on the proposal: ") && document(&shown).proposed().seats().count() == 1,
        "{shown}"
    );

    let mut person = Person::with(&[]);
    person.session.send_control('d').unwrap();
    person.session.flush().unwrap();
    let (shown, status) = person.leaves();
    assert_eq!(exited(status), 0);
    assert!(shown.contains("there is nothing to assess or to keep"), "{shown}");
}

/// Without a terminal, lines are answers, and standard output has only the document.
#[test]
fn lines_of_a_pipe_are_answers() {
    let output = example::run("assess", &["--interview", "--deny", "low"], b"1\n2\n\x1b[2J\n7\n4\n");
    assert_eq!(output.status.code(), Some(3), "something is certain at low");
    let proposal: Proposal = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(proposal.organization().stage().value(), Some(Stage::Enterprise));
    let assessment = cpto::evaluate(&proposal);
    assert!(assessment.warnings().any(|(_, severity)| severity.least() >= Severity::Low));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("\"\\u{1b}[2J\" is not an answer here") && !told.contains('\u{1b}'), "{told}");
    assert!(
        told.contains("Verdict on the proposal: ") && told.lines().all(|line| line.chars().count() <= 80),
        "{told}"
    );
}

/// Answers are not lost if the file cannot be written.
#[test]
fn a_file_that_cannot_be_written() {
    let output = example::run("assess", &["--interview", "--out", "no-such-folder/a.yaml"], b"7\n2\nstop\n");
    assert_eq!(output.status.code(), Some(1));
    let proposal: Proposal = serde_json::from_slice(&output.stdout).unwrap();
    assert!(proposal.current().is_some_and(|today| today.seats().count() == 0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot be written, so here are your answers"));
    let file = new_file("interview.yaml");
    assert!(example::run("assess", &["--interview", "--out", &file], b"7\n2\nstop\n").stdout.is_empty());
    let written = std::fs::read_to_string(&file).unwrap();
    assert_eq!(serde_saphyr::from_str::<Proposal>(&written).unwrap(), proposal);
    std::fs::remove_file(file).unwrap();
}

/// Remarks of a document are kept in the same place when it is written again.
#[test]
fn remarks_are_kept() {
    let from = new_file("remarks.toml");
    let text = "\"$schema\" = \"proposal.schema.json\"\n[proposed.cpto]\n\"// until\" = \"we hire\"\n";
    std::fs::write(&from, text).unwrap();
    let kept = |document: &serde_json::Value| {
        assert_eq!(document["$schema"], "proposal.schema.json");
        assert_eq!(document["proposed"]["cpto"]["// until"], "we hire");
        assert_eq!(document["organization"]["stage"], "startup");
    };
    let answers = b"1\nstop\n";
    let output = example::run("assess", &["--interview", &from], answers);
    kept(&serde_json::from_slice(&output.stdout).unwrap());
    for name in ["kept.toml", "kept.json", "kept.yaml"] {
        let file = new_file(name);
        assert_eq!(
            example::run("assess", &["--interview", &from, "--out", &file], answers).status.code(),
            Some(0)
        );
        let text = std::fs::read_to_string(&file).unwrap();
        kept(&match name {
            "kept.toml" => toml::from_str(&text).unwrap(),
            "kept.json" => serde_json::from_str(&text).unwrap(),
            _ => serde_saphyr::from_str(&text).unwrap(),
        });
    }
}

#[test]
fn one_proposal_and_one_standard_input() {
    for arguments in
        [&["-"][..], &["a.json", "b.json"], &["--policy", "-"], &["--full"], &["--format", "json"]]
    {
        let output = example::run("assess", &[&["--interview"], arguments].concat(), b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
    assert_eq!(
        example::run("assess", &["--out", "a.json"], b"").status.code(),
        Some(2),
        "without an interview"
    );
    assert_eq!(example::run("assess", &["--interview", "no-such-file"], b"").status.code(), Some(1));
}
