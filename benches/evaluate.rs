//! How fast is an evaluation, and how fast is the way from document to document?
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark may stop where its input is wrong"
)]

use std::hint::black_box;

use cpto::{
    Draft, Estimate, Maturity, Organization, Policy, Proficiency, Proposal, Safeguard, Seat, Signal,
    SignalSet, Skill, Stage, Structure, Trigger, evaluate,
};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

mod generated;

/// Everything is known and fine: a lone leader of a mature company.
fn quietest() -> Proposal {
    Proposal::draft()
        .organization(
            Organization::draft()
                .stage(Stage::Startup)
                .headcount(60)
                .regulated(false)
                .signals(Signal::ALL.iter().copied(), Maturity::Optimizing)
                .in_place(Safeguard::ALL.iter().copied()),
        )
        .proposed(Structure::cto(Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert)))
        .build()
        .expect("valid")
}

/// The case that the crate started from, with half of its facts unknown.
fn typical() -> Proposal {
    Proposal::draft()
        .organization(
            Organization::draft()
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
                ]),
        )
        .current(Structure::pair(Seat::draft(), Seat::draft()))
        .proposed(Structure::combined(Seat::draft()))
        .build()
        .expect("valid")
}

/// Nothing is known, and everything that can be wrong may be.
fn loudest() -> Proposal {
    let seat = || Seat::draft().interim(Estimate::UNKNOWN).direct_reports(Estimate::UNKNOWN);
    Proposal::draft()
        .organization(Organization::draft())
        .trigger(Trigger::Cost)
        .current(Structure::pair(seat(), seat()))
        .proposed(Structure::combined(seat().product_attention(Estimate::UNKNOWN)))
        .build()
        .expect("valid")
}

fn evaluation(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("evaluate");
    for (name, proposal) in [("quietest", quietest()), ("typical", typical()), ("loudest", loudest())] {
        group.bench_function(name, |bencher| bencher.iter(|| evaluate(black_box(&proposal))));
    }
    let mut numbers = generated::Numbers::new(1);
    let distinct: Vec<_> = (0..100_000).map(|_| generated::proposal(&mut numbers)).collect();
    group.throughput(Throughput::Elements(distinct.len() as u64)).sample_size(20);
    group.bench_function("100000 distinct", |bencher| {
        bencher.iter(|| distinct.iter().map(|proposal| evaluate(proposal).warnings().len()).sum::<usize>());
    });
    group.finish();
}

fn documents(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("document");
    let exclaimer = include_str!("../tests/cases/S01-exclaimer.json");
    let exclaimer: serde_json::Value = serde_json::from_str(exclaimer).expect("a case");
    let document = serde_json::to_vec(&exclaimer["proposal"]).expect("a document");
    group.bench_function("read (the floor)", |bencher| {
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
    let assessment = evaluate(&proposal);
    group.bench_function("write", |bencher| {
        bencher.iter(|| {
            written.clear();
            serde_json::to_writer(&mut written, black_box(&assessment)).expect("a vector takes everything");
        });
    });
    group.bench_function("policy", |bencher| {
        let document = serde_json::to_vec(&Policy::DEFAULT).expect("a document");
        bencher.iter(|| serde_json::from_slice::<Policy>(black_box(&document)).expect("valid"));
    });
    group.finish();
}

/// A company that is known by its figures: read once, and evaluated by the levels that they come to.
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
    // Ten times the figures cost ten times as much.
    for count in [100, 1_000, 10_000_usize] {
        let each = vec![r#"{"median-minutes":240}"#; count].join(",");
        let document = format!(r#"{{"measures":{{"recovery-time":[{each}]}}}}"#);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(format!("document of {count} figures"), |bencher| {
            bencher.iter(|| serde_json::from_str::<Organization>(black_box(&document)).expect("valid"));
        });
    }
    group.finish();
}

criterion_group!(benches, evaluation, documents, measures);
criterion_main!(benches);
