//! Is each kind of fault found, and none in a sound house?

use crate::faults::{faults, report};
use crate::tree::Sources;

/// A sound house, with every form of what is allowed.
const SOUND: [(&str, &str); 9] = [
    (
        "lib.rs",
        "#![no_std]\nextern crate alloc;\nmod assessment;\nmod model;\nmod rules;\nmod vocabulary;\n\
         pub use model::fact::Fact;\npub use rules as warning;\n",
    ),
    (
        "vocabulary/mod.rs",
        "pub(crate) mod word;\npub(crate) mod role;\npub(crate) mod lost { pub(crate) struct Inner; }\n",
    ),
    (
        "vocabulary/word.rs",
        "//! See [`Fact`](crate::Fact).\npub trait Word {}\nmacro_rules! vocabulary { ($n:ident) => { pub enum $n {} impl \
         $crate::vocabulary::word::Word for $n {} } }\npub(crate) use vocabulary;\n",
    ),
    ("vocabulary/role.rs", "use super::word::vocabulary;\nvocabulary! { Role }\n"),
    ("model/mod.rs", "pub(crate) mod fact;\npub(crate) mod seat;\n"),
    ("model/fact.rs", "use crate::vocabulary::role::Role;\npub struct Fact(Role);\n"),
    (
        "model/seat.rs",
        "use crate::model::fact::{self, Fact as Stated};\nuse core::fmt;\npub struct Seat(fact::Fact);\n\
         #[cfg(test)]\nmod tests { use crate::assessment::Assessment; }\n",
    ),
    (
        "rules.rs",
        "#[cfg(test)]\nmod tests;\nuse crate::model::*;\n/// Asks [`crate::assessment`].\npub fn rule(of: seat::Seat) { \
         let model = 1; assert!(model != 2); crate::vocabulary::role::Role::new() }\n",
    ),
    ("assessment.rs", "use crate::rules::rule;\npub struct Assessment;\n"),
];

fn sound() -> Sources {
    let mut sources: Sources = SOUND.map(|(file, text)| (file.to_owned(), text.to_owned())).into();
    sources.insert("rules/tests.rs".to_owned(), "use crate::assessment::Assessment;\n".to_owned());
    sources
}

/// Returns what is found if a fault is added at the end of a file of the sound house.
#[track_caller]
fn plant(file: &str, fault: &str, expected: &[&str]) {
    plant_all(&[(file, fault)], expected);
}

#[track_caller]
fn plant_all(planted: &[(&str, &str)], expected: &[&str]) {
    let mut sources = sound();
    for &(file, fault) in planted {
        sources.entry(file.to_owned()).or_default().push_str(fault);
    }
    let found: Vec<String> = faults(&sources).iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

const TO_MODEL: &str = "allowed are vocabulary, input, measures, policy, model";
const TO_VOCABULARY: &str = "allowed are vocabulary";

#[test]
fn a_sound_house_has_no_faults() {
    let faults = faults(&sound());
    assert!(faults.is_empty(), "{}", report(&faults));
}

#[test]
fn an_upward_import() {
    let expected = format!("src/model/fact.rs:3: `crate::rules::rule` leads up to src/rules.rs; {TO_MODEL}");
    plant("model/fact.rs", "use crate::rules::rule;\n", &[&expected]);
    plant("model/fact.rs", "use crate::{rules::{rule}};\n", &[&expected]);
    plant(
        "model/fact.rs",
        "fn inner() { use super::super::rules::rule; }\n",
        &[&expected.replace("crate", "super::super")],
    );
}

#[test]
fn an_upward_path_in_code() {
    let expected = format!("src/model/fact.rs:3: `crate::rules::rule` leads up to src/rules.rs; {TO_MODEL}");
    plant("model/fact.rs", "fn inner() { let it = &[<u8>::from(crate::rules::rule())]; }\n", &[&expected]);
    plant("model/fact.rs", "#[serde(with = \"crate::rules::rule\")] struct Inner;\n", &[&expected]);
    plant("model/fact.rs", "mod inner { fn it() { debug_assert!(crate::rules::rule()) } }\n", &[&expected]);
    plant("model/fact.rs", "#[cfg(not(test))] fn inner(it: crate::rules::rule) {}\n", &[&expected]);
}

#[test]
fn an_upward_path_in_the_body_of_a_macro() {
    let expected =
        format!("src/vocabulary/word.rs:5: `crate::rules::rule` leads up to src/rules.rs; {TO_VOCABULARY}");
    plant("vocabulary/word.rs", "macro_rules! up { () => { $crate::rules::rule() } }\n", &[&expected]);
    plant("vocabulary/word.rs", "macro_rules! up { () => { use $crate::rules::{rule}; } }\n", &[&expected]);
}

#[test]
fn an_upward_path_that_an_invocation_completes() {
    let fault = "macro_rules! list { ($($module:ident)+) => { $( pub use crate::$module::Seat; )+ } }\nlist! { fact\nrules }\n";
    let expected = format!(
        "src/vocabulary/word.rs:7: `list! {{ .. rules .. }}` leads up to src/rules.rs; {TO_VOCABULARY}"
    );
    let other = expected.replace("rules", "fact").replace(":7", ":6").replace("src/fact", "src/model/fact");
    plant("vocabulary/word.rs", fault, &[&other, &expected]);
    let fault = fault.replace("pub use crate::$module::Seat;", "crate::$module::seat();");
    plant("vocabulary/word.rs", &fault, &[&other, &expected]);
}

#[test]
fn an_upward_path_through_a_re_export() {
    let through = ("vocabulary/mod.rs", "pub use super::rules::rule;\n");
    let itself =
        format!("src/vocabulary/mod.rs:4: `super::rules::rule` leads up to src/rules.rs; {TO_VOCABULARY}");
    let expected = format!(
        "src/vocabulary/role.rs:3: `crate::vocabulary::rule` leads up to src/rules.rs; {TO_VOCABULARY}"
    );
    plant_all(&[through, ("vocabulary/role.rs", "use crate::vocabulary::rule;\n")], &[&itself, &expected]);
    // Through a rename, used by the new name.
    let through = ("vocabulary/mod.rs", "pub(crate) use crate::rules as written;\n");
    let itself = format!("src/vocabulary/mod.rs:4: `crate::rules` leads up to src/rules.rs; {TO_VOCABULARY}");
    let written = expected.replace("rule`", "written::rule`");
    plant_all(
        &[through, ("vocabulary/role.rs", "fn it() { crate::vocabulary::written::rule() }\n")],
        &[&itself, &written],
    );
    let named = expected.replace("::rule`", "::written`");
    plant_all(
        &[through, ("vocabulary/role.rs", "use crate::vocabulary::{written as it,};\n")],
        &[&itself, &named],
    );
    // Through a glob of a glob.
    let through = ("vocabulary/mod.rs", "pub use crate::rules::*;\n");
    let itself =
        format!("src/vocabulary/mod.rs:4: `crate::rules::*` leads up to src/rules.rs; {TO_VOCABULARY}");
    let star = expected.replace("::rule`", "::*`");
    plant_all(&[through, ("vocabulary/role.rs", "use crate::vocabulary::*;\n")], &[&itself, &star]);
    plant_all(&[through, ("vocabulary/role.rs", "use crate::vocabulary::rule;\n")], &[&itself, &expected]);
}

#[test]
fn a_path_through_the_root() {
    let written = |path: &str| {
        format!("src/model/seat.rs:6: `{path}` goes through lib.rs; write `crate::model::fact::Fact`")
    };
    plant("model/seat.rs", "use crate::Fact;\n", &[&written("crate::Fact")]);
    plant("model/seat.rs", "use crate::{Fact as Other};\n", &[&written("crate::Fact")]);
    plant("model/seat.rs", "fn it() { crate::Fact::new() }\n", &[&written("crate::Fact::new")]);
    plant("model/seat.rs", "macro_rules! it { () => { $crate::Fact } }\n", &[&written("crate::Fact")]);
    let expected =
        "src/assessment.rs:3: `crate::warning::rule` goes through lib.rs; write `crate::rules::rule`";
    plant("assessment.rs", "use crate::warning::rule;\n", &[expected]);
    let alias = ("lib.rs", "extern crate self as this;\n");
    plant_all(&[alias, ("model/seat.rs", "use this::Fact;\n")], &[&written("this::Fact")]);
    let expected = "src/assessment.rs:3: `super::*` names what lib.rs exports; name the file that defines it";
    plant("assessment.rs", "use super::*;\n", &[expected]);
}

#[test]
fn two_files_that_need_each_other() {
    let round = |path: &str| {
        format!(
            "2 files of a floor need one another; one of these has to go\
             \n    src/model/fact.rs:3: `{path}` leads to src/model/seat.rs\
             \n    src/model/seat.rs:1: `crate::model::fact` leads to src/model/fact.rs"
        )
    };
    plant("model/fact.rs", "use crate::model::seat::Seat;\n", &[&round("crate::model::seat::Seat")]);
    plant("model/fact.rs", "use super::seat::*;\n", &[&round("super::seat::*")]);
    plant("model/fact.rs", "fn it() { super::seat::Seat::new() }\n", &[&round("super::seat::Seat::new")]);
    // Hidden by a re-export of the module above.
    let through = ("model/mod.rs", "pub(crate) use seat::Seat as Chair;\n");
    plant_all(&[through, ("model/fact.rs", "use crate::model::Chair;\n")], &[&round("crate::model::Chair")]);
}

#[test]
fn three_files_that_need_each_other_by_a_detour() {
    let planted = [
        ("model/mod.rs", "pub(crate) mod proposal;\n"),
        ("model/proposal.rs", "use crate::model::seat::Seat;\npub struct Proposal(Seat);\n"),
        ("model/fact.rs", "use super::proposal;\nfn it() { proposal::Proposal::new() }\n"),
    ];
    let expected = "3 files of a floor need one another; one of these has to go\
                    \n    src/model/fact.rs:3: `super::proposal` leads to src/model/proposal.rs\
                    \n    src/model/proposal.rs:1: `crate::model::seat::Seat` leads to src/model/seat.rs\
                    \n    src/model/seat.rs:1: `crate::model::fact` leads to src/model/fact.rs";
    plant_all(&planted, &[expected]);
}

#[test]
fn a_macro_of_a_higher_floor_by_name() {
    let defined = ("rules.rs", "macro_rules! evidence { () => {} }\npub(crate) use evidence;\n");
    let expected =
        format!("src/model/fact.rs:3: `crate::rules::evidence!` leads up to src/rules.rs; {TO_MODEL}");
    plant_all(&[defined, ("model/fact.rs", "crate::rules::evidence! {}\n")], &[&expected]);
    let imported = expected.replace("evidence!", "evidence");
    plant_all(&[defined, ("model/fact.rs", "use crate::rules::evidence;\nevidence! {}\n")], &[&imported]);
    // Exported without a path.
    let exported = ("rules.rs", "#[macro_export]\nmacro_rules! evidence { () => {} }\n");
    let expected = expected.replace("rules::", "");
    plant_all(&[exported, ("model/fact.rs", "crate::evidence! {}\n")], &[&expected]);
    let bare = expected.replace("crate::", "");
    let root = ("lib.rs", "#[macro_use]\nmod advice;\n");
    let defined = ("advice.rs", "macro_rules! evidence { () => {} }\n");
    let planted = [root, defined, ("model/fact.rs", "evidence! {}\n")];
    plant_all(&planted, &[&bare.replace("src/rules.rs", "src/advice.rs")]);
    let around = ("model/mod.rs", "macro_rules! fact { ($it:ident) => { use crate::model::fact::$it; } }\n");
    plant_all(&[around, ("model/fact.rs", "fact! { Fact }\n")], &[]);
    plant_all(
        &[around, ("model/seat.rs", "fact! { Fact }\n"), ("model/mod.rs", "use seat::Seat;\n")],
        &["2 files of a floor need one another; one of these has to go\
         \n    src/model/mod.rs:4: `seat::Seat` leads to src/model/seat.rs\
         \n    src/model/seat.rs:6: `fact!` leads to src/model/mod.rs"],
    );
}

#[test]
fn a_file_that_another_file_stands_for() {
    let planted =
        [("lib.rs", "#[path = \"attic/old.rs\"]\nmod guide;\n"), ("attic/old.rs", "pub struct Old;\n")];
    let homeless = "src/attic/old.rs: on no floor; the floors are vocabulary, input, measures, policy, model, situation, \
                    rules, assessment, advice, document, testing, guide";
    plant_all(&planted, &[homeless]);
    let expected = "src/model/fact.rs:3: `include!` brings what is not read; allowed is `mod`";
    plant("model/fact.rs", "include!(\"lost\");\n", &[expected]);
    plant("model/lost.rs", "", &["src/model/lost.rs: no module declares this file"]);
    plant("model/mod.rs", "mod gone;\n", &["src/model/gone/mod.rs: a module is declared and has no file"]);
    plant("model/fact.rs", "fn it( {\n", &["src/model/fact.rs:3: cannot parse string into token stream"]);
}

#[test]
fn a_root_that_defines_something() {
    let expected = "src/lib.rs: `it` is defined here; allowed are `mod`, `use` and attributes";
    plant("lib.rs", "pub fn it() {}\n", &[expected]);
    plant("lib.rs", "macro_rules! it { () => {} }\n", &[expected]);
}

#[test]
fn a_file_that_is_too_long() {
    plant("assessment.rs", &"\n".repeat(498), &[]);
    plant("assessment.rs", &"\n".repeat(499), &["src/assessment.rs: 501 lines; allowed are 500"]);
}

/// The same in the crate itself: a line that leads to the floor above, at the end of a file of each floor.
#[test]
fn each_floor_of_the_crate() {
    let mut sources = crate::sources();
    let before = faults(&sources).len();
    let mut expected = Vec::new();
    for (below, above) in crate::FLOORS.iter().zip(&crate::FLOORS[1..]) {
        let of_floor =
            |file: &&mut String| file.trim_end_matches(".rs").split('/').next() == Some(below.name);
        let mut files: Vec<String> = sources.keys().cloned().collect();
        let file = files
            .iter_mut()
            .find(of_floor)
            .unwrap_or_else(|| panic!("nothing is on the floor {}", below.name));
        let source = sources.entry(file.clone()).or_default();
        source.extend(["\nuse crate::", above.name, ";\n"]);
        expected.push(format!("src/{file}:{}: `crate::{}` leads up to", source.lines().count(), above.name));
    }
    let found: Vec<String> = faults(&sources).iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), before + expected.len());
    for it in expected {
        assert!(found.iter().any(|found| found.starts_with(&it)), "{it}");
    }
}
