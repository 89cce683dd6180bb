//! How fast is an evaluation, compared with its floor, and how fast is the whole way from document to document?
#![expect(clippy::expect_used, reason = "a benchmark may stop if its input is wrong")]

use std::fmt::{self, Write};
use std::hint::black_box;

use cpto::{
    Draft, Estimate, Maturity, Organization, Policy, Proficiency, Proposal, Safeguard, Seat, Signal,
    SignalSet, Skill, Stage, Structure, Trigger, evaluate, evaluate_all, explain, strategies,
};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// A lone leader of a mature company, about which everything is known and fine.
fn quietest() -> Draft<Proposal> {
    let organization = Organization::draft()
        .stage(Stage::Startup)
        .headcount(60)
        .regulated(false)
        .signals(Signal::ALL.iter().copied(), Maturity::Optimizing)
        .in_place(Safeguard::ALL.iter().copied());
    let cto = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
    Proposal::draft().organization(organization).proposed(Structure::cto(cto))
}

/// The case that the crate started from, with half of its facts unknown.
fn typical() -> Draft<Proposal> {
    let organization = Organization::draft()
        .stage(Stage::Established)
        .headcount(200..=400)
        .signal(Signal::ProductMarketFit, Maturity::Optimizing)
        .signals(SignalSet::TECHNOLOGY_GROUNDS.iter(), Maturity::Defined..)
        .signal(Signal::Integration, Maturity::QuantitativelyManaged..)
        .in_place([
            Safeguard::StakeholderDebate,
            Safeguard::LeadershipChallenge,
            Safeguard::ProductLead,
            Safeguard::EngineeringLead,
        ]);
    let current = Structure::pair(Seat::draft(), Seat::draft());
    Proposal::draft().organization(organization).current(current).proposed(Structure::combined(Seat::draft()))
}

/// A proposal of which nothing is known, so everything that can be wrong may be wrong.
fn loudest() -> Draft<Proposal> {
    let seat = || Seat::draft().interim(Estimate::UNKNOWN).direct_reports(Estimate::UNKNOWN);
    Proposal::draft()
        .triggers([Trigger::Cost])
        .current(Structure::pair(seat(), seat()))
        .proposed(Structure::combined(seat().product_attention(Estimate::UNKNOWN)))
}

/// Counts the length of what is written.
struct Counted(usize);

impl Write for Counted {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

/// Reads the evidence of each warning, and its remedies and message if requested.
fn read(proposal: &Proposal, with_texts: bool) -> usize {
    let mut text = Counted(0);
    for warning in explain(proposal).warnings() {
        black_box(warning.evidence());
        if with_texts {
            text.0 += warning.remedies().count();
            write!(text, "{warning}").expect("it is only counted");
        }
    }
    text.0
}

fn evaluation(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("evaluate");
    for (name, draft) in [("quietest", quietest()), ("typical", typical()), ("loudest", loudest())] {
        let proposal = draft.clone().build().expect("valid");
        group.bench_function(name, |bencher| bencher.iter(|| evaluate(black_box(&proposal))));
        group.bench_function(format!("{name}, with evidence"), |bencher| {
            bencher.iter(|| read(black_box(&proposal), false));
        });
        group.bench_function(format!("{name}, with evidence, remedies and messages"), |bencher| {
            bencher.iter(|| read(black_box(&proposal), true));
        });
        group.bench_function(format!("{name}, built (with a clone)"), |bencher| {
            bencher.iter(|| black_box(&draft).clone().build());
        });
        group.bench_function(format!("{name}, cloned (the floor of building)"), |bencher| {
            bencher.iter(|| black_box(&draft).clone());
        });
    }
    group.bench_function("a policy, made of its numbers", |bencher| {
        bencher.iter(|| Policy::new(*black_box(Policy::DEFAULT.numbers())));
    });
    group.finish();
}

/// Evaluates 100,000 proposals spread over memory, so that each must be fetched.
fn distinct(criterion: &mut Criterion) {
    let mut numbers = strategies::seeded(1);
    let proposals: Vec<_> = (0..100_000).map(|_| strategies::proposal(&mut numbers)).collect();
    let mut group = criterion.benchmark_group("100000 distinct");
    group.throughput(Throughput::Elements(proposals.len() as u64)).sample_size(20);
    group.bench_function("fetched (the floor)", |bencher| {
        bencher.iter(|| proposals.iter().map(|proposal| proposal.open_facts().len()).sum::<usize>());
    });
    group.bench_function("evaluated", |bencher| {
        bencher.iter(|| proposals.iter().for_each(|proposal| _ = black_box(evaluate(proposal))));
    });
    group.bench_function("evaluated, and the warnings in order", |bencher| {
        bencher
            .iter(|| proposals.iter().map(|proposal| evaluate(proposal).warnings().count()).sum::<usize>());
    });
    group.bench_function("evaluated as a slice", |bencher| {
        bencher.iter(|| evaluate_all(&proposals, &Policy::DEFAULT, |assessment| _ = black_box(assessment)));
    });
    for (name, with_texts) in [("evidence", false), ("evidence, remedies and messages", true)] {
        group.bench_function(format!("evaluated, with {name}"), |bencher| {
            bencher.iter(|| proposals.iter().map(|proposal| read(proposal, with_texts)).sum::<usize>());
        });
    }
    group.finish();
}

#[cfg(feature = "serde")]
fn documents(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("document");
    let exclaimer = include_str!("../tests/cases/S01-exclaimer.json");
    let exclaimer: serde_json::Value = serde_json::from_str(exclaimer).expect("a case");
    let document = serde_json::to_vec(exclaimer.get("proposal").expect("a proposal")).expect("a document");
    group.bench_function("read", |bencher| {
        bencher.iter(|| serde_json::from_slice::<Proposal>(black_box(&document)).expect("valid"));
    });
    let mut written = Vec::with_capacity(1 << 16);
    group.bench_function("read, evaluate, write", |bencher| {
        bencher.iter(|| {
            written.clear();
            let proposal: Proposal = serde_json::from_slice(black_box(&document)).expect("valid");
            serde_json::to_writer(&mut written, &evaluate(&proposal)).expect("a vector takes everything");
        });
    });
    let proposal: Proposal = serde_json::from_slice(&document).expect("valid");
    let (assessment, explanation) = (evaluate(&proposal), explain(&proposal));
    // The cost of the format itself: the same bytes, from texts and numbers that already exist.
    let parts = [serde_json::to_value(assessment), serde_json::to_value(explanation)];
    for (parts, name) in parts.into_iter().zip(["write the parts (the floor)", "write all parts (the floor)"])
    {
        let parts = parts.expect("a value");
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                written.clear();
                serde_json::to_writer(&mut written, black_box(&parts)).expect("a vector takes everything");
            });
        });
    }
    group.bench_function("write", |bencher| {
        bencher.iter(|| {
            written.clear();
            serde_json::to_writer(&mut written, black_box(&assessment)).expect("a vector takes everything");
        });
    });
    group.bench_function("write in full", |bencher| {
        bencher.iter(|| {
            written.clear();
            serde_json::to_writer(&mut written, black_box(&explanation)).expect("a vector takes everything");
        });
    });
    group.bench_function("policy", |bencher| {
        let document = serde_json::to_vec(&Policy::DEFAULT).expect("a document");
        bencher.iter(|| serde_json::from_slice::<Policy>(black_box(&document)).expect("valid"));
    });
    group.finish();
}

/// Reads a company's figures once, and evaluates it by the levels that they give.
#[cfg(feature = "serde")]
fn measures(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("measures");
    let measured: Proposal =
        toml::from_str(include_str!("../tests/documents/measured.toml")).expect("a proposal");
    let figures: Vec<_> = measured.organization().readings().figures().cloned().collect();
    group.throughput(Throughput::Elements(figures.len() as u64));
    group.bench_function("organisation of figures", |bencher| {
        bencher.iter(|| {
            let figures = black_box(&figures).iter().cloned();
            figures.fold(Organization::draft(), Draft::<Organization>::figure).build().expect("valid")
        });
    });
    group.bench_function("evaluate", |bencher| bencher.iter(|| evaluate(black_box(&measured))));
    group.finish();
}

#[cfg(feature = "serde")]
criterion_group!(of_documents, documents, measures);
criterion_group!(of_evaluations, evaluation, distinct);
#[cfg(feature = "serde")]
criterion_main!(of_evaluations, of_documents);
#[cfg(not(feature = "serde"))]
criterion_main!(of_evaluations);
