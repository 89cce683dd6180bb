//! Do the default efforts give the loads that the sources suggest?
#![expect(clippy::expect_used, reason = "a test stops if a proposal is not valid")]

use cpto::{Draft, Maturity, Organization, Proposal, Safeguard, Seat, Signal, Stage, Structure, evaluate};

const HEADS: [Safeguard; 2] = [Safeguard::ProductLead, Safeguard::EngineeringLead];

/// The loads of the seats with every signal at one level.
fn loads(stage: Stage, level: Maturity, heads: bool, structure: Draft<Structure>) -> Vec<u32> {
    let organization = Organization::draft().stage(stage).signals(Signal::ALL.iter().copied(), level);
    let organization = if heads { organization.in_place(HEADS) } else { organization.absent(HEADS) };
    let proposal = Proposal::draft().organization(organization).proposed(structure).build().expect("valid");
    evaluate(&proposal).loads().map(|seat| seat.load.value().expect("every fact is known")).collect()
}

#[test]
fn the_table() {
    use Maturity::{Defined, Initial, Managed, Optimizing, QuantitativelyManaged};
    use Stage::{Enterprise, Established, ScaleUp, Startup};

    for (stage, level, cto, cpo, alone, with_heads) in [
        (Startup, Initial, 62, 61, 120, 85),
        (Startup, Defined, 46, 46, 89, 63),
        (ScaleUp, Managed, 86, 85, 166, 118),
        (ScaleUp, QuantitativelyManaged, 60, 61, 116, 83),
        (Established, Initial, 124, 121, 239, 169),
        (Established, Defined, 92, 91, 177, 126),
        (Established, QuantitativelyManaged, 75, 76, 145, 104),
        (Established, Optimizing, 59, 61, 114, 82),
        (Enterprise, Defined, 119, 119, 230, 163),
        (Enterprise, Optimizing, 77, 80, 148, 106),
    ] {
        let pair = Structure::pair(Seat::draft(), Seat::draft());
        assert_eq!(loads(stage, level, false, pair), [cto, cpo], "{stage} {level}");
        assert_eq!(
            loads(stage, level, false, Structure::combined(Seat::draft())),
            [alone],
            "{stage} {level}"
        );
        assert_eq!(
            loads(stage, level, true, Structure::combined(Seat::draft())),
            [with_heads],
            "{stage} {level}"
        );
    }
}

#[test]
fn a_load_is_rounded_up_once() {
    // 4 percent × 4 quarters × 50 hundredths is 2 percent; three of them at 7 quarters are 10.5, and not 3 × 4.
    let seat = Seat::draft().remit([
        cpto::Responsibility::DataCapability,
        cpto::Responsibility::DeveloperProductivity,
        cpto::Responsibility::CostEfficiency,
    ]);
    assert_eq!(loads(Stage::Startup, Maturity::Initial, false, Structure::cto(seat)), [11]);
}

#[test]
fn other_duties_come_on_top() {
    let seat = Seat::draft().remit([cpto::Responsibility::Delivery]).other_duties(100);
    assert_eq!(loads(Stage::Established, Maturity::QuantitativelyManaged, true, Structure::cto(seat)), [106]);
}
