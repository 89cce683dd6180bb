//! How fast is advice?
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark may stop if its input is wrong"
)]

use std::hint::black_box;

use cpto::advice::Limit;
use cpto::advice::ask::ask;
use cpto::advice::chances::{chances, one_or_two};
use cpto::advice::compare::rank_alternatives;
use cpto::advice::divide::{Wishes, divide};
use cpto::advice::repair::{Goal, repair};
use cpto::advice::watch::watch;
use cpto::policy::Belief;
use cpto::{
    Draft, Maturity, Organization, Policy, Proficiency, Proposal, Responsibility, Safeguard, Seat, Severity,
    Signal, Skill, Stage, Structure, evaluate_under,
};
use criterion::{Criterion, criterion_group, criterion_main};

/// A published case.
fn case(document: &str) -> Proposal {
    let case: serde_json::Value = serde_json::from_str(document).expect("JSON");
    serde_json::from_value::<Draft<Proposal>>(case["proposal"].clone())
        .expect("a proposal")
        .build()
        .expect("valid")
}

/// A proposal in which three practices are missing, and nothing else.
fn three_changes_away() -> Proposal {
    let company = Organization::draft()
        .stage(Stage::Established)
        .headcount(100)
        .signals(Signal::ALL.iter().copied(), Maturity::Optimizing)
        .in_place(Safeguard::ALL.iter().copied())
        .absent([Safeguard::SuccessionPlan, Safeguard::StructureReview, Safeguard::StakeholderDebate]);
    let seat = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
    let draft = Proposal::draft().organization(company).proposed(Structure::combined(seat));
    draft.build().expect("valid")
}

/// A pair whose load mixes all weights.
fn mixed_pair(other_duties: u8) -> Proposal {
    let levels = Maturity::ALL.iter().copied().cycle();
    let company = Signal::ALL.iter().zip(levels).fold(
        Organization::draft().stage(Stage::Established).in_place([Safeguard::EngineeringLead]),
        |company, (signal, level)| company.signal(*signal, level),
    );
    let seat = || Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
    let cto = seat().other_duties(cpto::Percent::try_from(other_duties).expect("a share"));
    Proposal::draft().organization(company).proposed(Structure::pair(cto, seat())).build().expect("valid")
}

fn advice(criterion: &mut Criterion) {
    let policy = &Policy::DEFAULT;
    let exclaimer = case(include_str!("../tests/cases/S01-exclaimer.json"));
    let twitter = case(include_str!("../tests/cases/C01-twitter.json"));
    let unknown =
        Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build().expect("valid");

    let mut group = criterion.benchmark_group("advice");
    group.bench_function("one leader or two", |bencher| {
        bencher.iter(|| rank_alternatives(black_box(&twitter), policy));
    });
    group.bench_function("ask: a published case", |bencher| {
        bencher.iter(|| ask(black_box(&exclaimer), policy, Limit::default()));
    });
    let one = || Proposal::draft().proposed(Structure::combined(Seat::draft()));
    let combined = one().build().expect("valid");
    let merge = one().current(Structure::pair(Seat::draft(), Seat::draft())).build().expect("valid");
    for (form, unknown) in [("pair", &unknown), ("combined", &combined), ("merge", &merge)] {
        group.bench_function(format!("ask: nothing is known, {form}"), |bencher| {
            bencher.iter(|| ask(black_box(unknown), policy, Limit::default()));
        });
    }
    group.bench_function("watch: a published case", |bencher| {
        bencher.iter(|| watch(black_box(&exclaimer), policy));
    });
    let three = three_changes_away();
    group.bench_function("repair: three changes", |bencher| {
        bencher.iter(|| {
            repair(black_box(&three), policy, Goal::below(Severity::Medium), Limit::default(), |_, cost| {
                Some(cost)
            })
        });
    });
    group.bench_function("repair: a published case", |bencher| {
        bencher.iter(|| {
            repair(
                black_box(&twitter),
                policy,
                Goal::below(Severity::Critical),
                Limit::default(),
                |_, cost| Some(cost),
            )
        });
    });
    group.finish();

    // Nothing is known, so 8,192 worlds are drawn, and each is evaluated for a CPTO and for a pair. Fewer evaluations are
    // impossible.
    let mut group = criterion.benchmark_group("chances");
    group.bench_function("one or two", |bencher| {
        bencher.iter(|| one_or_two(black_box(&combined), policy, &Belief::DEFAULT, Limit::default()));
    });
    group.bench_function("the floor: 2 × 8,192 evaluations", |bencher| {
        bencher.iter(|| {
            for _ in 0..8_192 {
                black_box(evaluate_under(black_box(&combined), policy));
                black_box(evaluate_under(black_box(&unknown), policy));
            }
        });
    });
    for (name, proposal) in [("nothing is known", &combined), ("a published case", &exclaimer)] {
        group.bench_function(format!("chances: {name}"), |bencher| {
            bencher.iter(|| chances(black_box(proposal), policy, &Belief::DEFAULT, Limit::default()));
        });
    }
    group.finish();

    let mut group = criterion.benchmark_group("divide");
    let wishes = Wishes::default();
    let equal = Policy::DEFAULT
        .with(|numbers| {
            for responsibility in Responsibility::ALL {
                numbers.effort.base.set(*responsibility, 9);
            }
            numbers.divide.misplaced = 0;
            numbers.divide.misplaced_core = 0;
        })
        .expect("valid");
    let home = mixed_pair(0);
    group.bench_function("a mix of weights", |bencher| {
        bencher.iter(|| divide(black_box(&home), &wishes, policy, Limit::default()));
    });
    let busy = mixed_pair(40);
    group.bench_function("a leader with other duties", |bencher| {
        bencher.iter(|| divide(black_box(&busy), &wishes, policy, Limit::default()));
    });
    group.bench_function("equal weights", |bencher| {
        bencher.iter(|| divide(black_box(&busy), &wishes, &equal, Limit::default()));
    });
    let optional =
        Wishes::default().may_go_to(cpto::Office::Coo, Responsibility::ALL.iter().copied().take(5));
    group.bench_function("five may go to an office", |bencher| {
        bencher.iter(|| divide(black_box(&busy), &optional, policy, Limit::default()));
    });
    group.finish();
}

criterion_group!(benches, advice);
criterion_main!(benches);
