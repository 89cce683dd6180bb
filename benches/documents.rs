//! How long does reading a document take, compared with the floor for any reader, and does it grow only with the length?
#![expect(clippy::expect_used, reason = "a benchmark may stop if its input is wrong")]

use std::hint::black_box;

use cpto::{Draft, Policy, Proposal, explain, strategies};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

mod mirror;

/// The document of the case that the crate started from.
fn exclaimer() -> Vec<u8> {
    let case = include_str!("../tests/cases/S01-exclaimer.json");
    let case: serde_json::Value = serde_json::from_str(case).expect("a case");
    serde_json::to_vec(case.get("proposal").expect("a proposal")).expect("a document")
}

/// A long generated document without figures, because the floor's structs have none.
fn full() -> Vec<u8> {
    let mut numbers = strategies::seeded(3);
    let proposals = (0..64).map(|_| strategies::proposal(&mut numbers));
    let unmeasured = proposals.filter(|proposal| proposal.organization().readings().is_empty());
    let documents = unmeasured.map(|proposal| serde_json::to_vec(&proposal).expect("a document"));
    documents.max_by_key(Vec::len).expect("there are some")
}

/// Reads the same document as a proposal, as a draft, and as derived structs of the same shape (the floor).
fn reading(criterion: &mut Criterion) {
    for (name, document) in [("exclaimer", exclaimer()), ("generated", full())] {
        let mut group = criterion.benchmark_group(format!("read {name}, {} bytes", document.len()));
        group.bench_function("derived structs (the floor)", |bencher| {
            bencher.iter(|| serde_json::from_slice::<mirror::Proposal>(black_box(&document)).expect("valid"));
        });
        group.bench_function("draft", |bencher| {
            bencher.iter(|| serde_json::from_slice::<Draft<Proposal>>(black_box(&document)).expect("valid"));
        });
        group.bench_function("proposal", |bencher| {
            bencher.iter(|| serde_json::from_slice::<Proposal>(black_box(&document)).expect("valid"));
        });
        group.finish();
    }
    let document = serde_json::to_vec(&Policy::DEFAULT).expect("a document");
    criterion.bench_function("read policy", |bencher| {
        bencher.iter(|| serde_json::from_slice::<Policy>(black_box(&document)).expect("valid"));
    });
}

/// Documents of this many bytes, with as many faults as possible.
fn hostile(bytes: usize) -> [(&'static str, String); 5] {
    let repeated = |part: &str| vec![part; bytes / (part.len() + 1)].join(",");
    let keys: Vec<String> = (0..bytes / 12).map(|index| format!("\"{index:07}\":1")).collect();
    [
        ("remit of numbers", format!(r#"{{"proposed":{{"cto":{{"remit":[{}]}}}}}}"#, repeated("0"))),
        ("range of many", format!(r#"{{"organization":{{"stage":[{}]}}}}"#, repeated("\"startup\""))),
        ("unknown keys", format!("{{{}}}", keys.join(","))),
        ("one key again", format!(r#"{{"organization":{{{}}}}}"#, repeated(r#""stage":"startup""#))),
        ("a long name", format!(r#"{{"trigger":"{}"}}"#, "x".repeat(bytes))),
    ]
}

/// A valid document of about this many bytes: half of it figures, as far as a company can have so many, and the rest one long
/// reason with characters that JSON must escape.
fn long(bytes: usize) -> String {
    let figure = r#"{"very-disappointed":20,"asked":90}"#;
    let figures = vec![figure; (bytes / 2 / (figure.len() + 1)).min(10_000)].join(",");
    let reason = r"a line\n".repeat((bytes - figures.len()) / 8);
    format!(
        r#"{{"organization":{{"measures":{{"sean-ellis":[{figures}]}},"not-applicable":{{"operations":"{reason}"}}}},"proposed":{{"cto":{{}}}}}}"#
    )
}

/// Checks that reading, evaluating and writing take ten times as long for a document ten times as long.
fn accepted(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read, evaluate, write");
    group.sample_size(20);
    for bytes in [10_000, 100_000, 1_000_000] {
        let document = long(bytes);
        group.throughput(Throughput::Bytes(document.len() as u64));
        group.bench_function(BenchmarkId::new("serde_json alone (the floor)", bytes), |bencher| {
            bencher.iter(|| {
                let value: serde_json::Value = serde_json::from_str(black_box(&document)).expect("valid");
                serde_json::to_vec(&value).expect("written").len()
            });
        });
        group.bench_function(BenchmarkId::new("a valid document", bytes), |bencher| {
            bencher.iter(|| {
                let proposal: Proposal = serde_json::from_str(black_box(&document)).expect("valid");
                let assessment = serde_json::to_vec(&explain(&proposal)).expect("written");
                (serde_json::to_vec(&proposal).expect("written").len(), assessment.len())
            });
        });
    }
    group.finish();
}

/// Checks that reading and refusing take ten times as long for a document ten times as long.
fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("refuse");
    group.sample_size(20);
    for bytes in [10_000, 100_000, 1_000_000] {
        for (name, document) in hostile(bytes) {
            group.throughput(Throughput::Bytes(document.len() as u64));
            group.bench_function(BenchmarkId::new(name, bytes), |bencher| {
                bencher.iter(|| {
                    let draft: Draft<Proposal> = serde_json::from_str(black_box(&document)).expect("a draft");
                    draft.build().expect_err("it is wrong").to_string().len()
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, reading, accepted, growth);
criterion_main!(benches);
