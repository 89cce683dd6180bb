//! Checks a policy against the laws of the crate, over generated proposals.
//!
//! An application with a custom policy can do the same in its tests; see the module `laws`. Without arguments, this checks the
//! default policy; with `--policy examples/laws/broken.toml`, it checks a policy whose advice is empty.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::{eprintln, println};
use clap::Parser;
use cpto::advice::accept::Acceptances;
use cpto::policy::Numbers;
use cpto::{Date, Draft, Law, LawViolation, Policy, Proposal, WarningCode, laws, strategies};
use indicatif::ProgressBar;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

/// Check a policy against the laws of the evaluation, over generated proposals.
#[derive(Parser)]
#[command(
    name = "laws",
    after_help = "Exit status: 0 every law held; 1 a law was broken, or the policy was refused; 2 usage error."
)]
struct Arguments {
    /// A policy in TOML, with the numbers that differ from the default.
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,

    /// A policy in TOML that this one must be at least as strict as.
    #[arg(long, value_name = "FILE")]
    stricter_than: Option<PathBuf>,

    /// The seed of the generated proposals; the same seed gives the same proposals.
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// The number of proposals to check each law with.
    #[arg(long, default_value_t = 1_000)]
    count: u32,

    /// Check only some laws: exactness, narrowing, strictness, remedies, `advice` for the laws of advice, or `one` for the laws
    /// of one proposal.
    #[arg(long, value_name = "LAW")]
    law: Option<String>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let policy = arguments.policy.as_deref().map_or_else(|| Ok(Policy::DEFAULT), read)?;
    let lenient = arguments.stricter_than.as_deref().map(read).transpose()?;
    let chosen = |law: &str| arguments.law.as_deref().is_none_or(|only| only == law);

    if chosen("remedies") {
        for &code in WarningCode::ALL {
            // A warning that the policy never gives needs no remedies.
            match laws::remedies(code, &laws::family(code), &policy) {
                Err(violation) if violation.is_broken => return Err(told(&violation)),
                _ => {}
            }
        }
        println!("{}: {} warnings", Law::Remedies, WarningCode::ALL.len());
    }
    if chosen("exactness") {
        hold(arguments, Law::Exactness.as_str(), &strategies::with_open_facts(0..12), |proposal| {
            laws::exact(proposal, &policy)
        })?;
    }
    if chosen("one") {
        hold(arguments, "one proposal", &any::<Proposal>(), |proposal| laws::of_one(proposal, &policy))?;
    }
    if chosen("narrowing") {
        let learning =
            any::<Proposal>().prop_flat_map(|wide| (Just(wide.clone()), strategies::narrowing(wide)));
        hold(arguments, Law::Narrowing.as_str(), &learning, |(wide, narrow)| {
            laws::narrowing(wide, narrow, &policy)
        })?;
    }
    if chosen("advice") {
        let few = strategies::with_open_facts(0..7);
        hold(arguments, Law::Asking.as_str(), &few, |proposal| laws::asking(proposal, &policy))?;
        hold(arguments, Law::Watching.as_str(), &any::<Proposal>(), |proposal| {
            laws::watching(proposal, &policy)
        })?;
        let lived_with = (strategies::with_open_facts(0..7), any::<Acceptances>(), any::<Date>());
        hold(arguments, Law::Accepting.as_str(), &lived_with, |(proposal, acceptances, on)| {
            laws::accepting(proposal, acceptances, *on, &policy)
        })?;
        hold(arguments, Law::Combining.as_str(), &strategies::answers(1..4), |answers| {
            laws::combining(answers, &policy)
        })?;
        hold(arguments, Law::Dividing.as_str(), &strategies::divisible(), |(pair, wishes)| {
            laws::dividing(pair, wishes, &policy)
        })?;
        let repaired = (strategies::with_open_facts(0..4), strategies::goals());
        hold(arguments, Law::Repairing.as_str(), &repaired, |(proposal, goal)| {
            laws::repairing(proposal, *goal, &policy)
        })?;
    }
    if let Some(lenient) = lenient.filter(|_| chosen("strictness")) {
        hold(arguments, Law::Strictness.as_str(), &any::<Proposal>(), |proposal| {
            laws::stricter(proposal, &lenient, &policy)
        })?;
    }
    Ok(())
}

/// Reads a policy, or returns everything that is wrong with it.
fn read(path: &Path) -> Result<Policy, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let draft: Draft<Numbers> =
        toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    draft.build().map_err(|faults| format!("{}:\n{faults}", path.display()))
}

/// Checks a law with the requested number of generated cases, and shrinks a counter-example as far as possible.
fn hold<S: Strategy>(
    arguments: &Arguments,
    name: &str,
    strategy: &S,
    law: impl Fn(&S::Value) -> Result<(), LawViolation>,
) -> Result<(), String> {
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&arguments.seed.to_le_bytes());
    let config = Config { cases: arguments.count, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let progress = ProgressBar::new(arguments.count.into()).with_message(name.to_owned());
    let unchecked = std::cell::Cell::new(0_u32);
    let smallest = std::cell::RefCell::new(None);
    let outcome = runner.run(strategy, |case| {
        progress.inc(1);
        match law(&case) {
            Ok(()) => Ok(()),
            Err(violation) if !violation.is_broken => {
                unchecked.set(unchecked.get() + 1);
                Ok(())
            }
            Err(violation) => {
                let message = violation.to_string();
                *smallest.borrow_mut() = Some(violation);
                Err(TestCaseError::fail(message))
            }
        }
    });
    progress.finish_and_clear();
    match outcome {
        Ok(()) if unchecked.get() == arguments.count => {
            Err(format!("{name}: none of the proposals could be checked"))
        }
        Ok(()) => {
            println!(
                "{name}: {} proposals, of which {} had too much to check",
                arguments.count,
                unchecked.get()
            );
            Ok(())
        }
        Err(TestError::Fail(..)) => {
            Err(smallest.take().map_or_else(String::new, |violation| told(&violation)))
        }
        Err(TestError::Abort(reason)) => Err(reason.to_string()),
    }
}

/// Describes the broken law, with the proposals of the counter-example as documents.
fn told(violation: &LawViolation) -> String {
    let documents = violation
        .counterexample
        .iter()
        .map(|proposal| serde_json::to_string_pretty(proposal).unwrap_or_else(|error| error.to_string()));
    [violation.to_string()].into_iter().chain(documents).collect::<Vec<_>>().join("\n")
}
