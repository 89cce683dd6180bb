//! Do two leaders work together, is every responsibility in the right hands, and is the change made with care?

use cpto::Maturity::{Defined, Managed, Optimizing, QuantitativelyManaged};
use cpto::Stage::{Enterprise, Established, ScaleUp, Startup};
use cpto::{
    Change, Draft, Estimate, Form, Holder, Home, Incumbent, Maturity, Office, Proposal, Responsibility,
    ResponsibilitySet, Role, Safeguard, Seat, Signal, Stage, Structure, Trigger, WarningCode,
};

use super::{combined, conventional_pair, message, pair, proposed, severity, somewhere};

#[test]
fn inseparable_decisions() {
    let code = WarningCode::InseparableDecisions;
    let with = ["none", "none", "none", "none", "low"];
    let without = ["none", "none", "none", "low", "medium"];
    for ((&level, with), without) in Maturity::ALL.iter().zip(with).zip(without) {
        let coupled = || somewhere().signal(Signal::Integration, level);
        assert_eq!(severity(code, pair(coupled().absent([Safeguard::SharedGoals]))), without, "{level}");
        let both = coupled().in_place([Safeguard::SharedGoals, Safeguard::CollaborationForum]);
        assert_eq!(severity(code, pair(both)), with, "{level}");
    }
}

#[test]
fn misalignment_risk() {
    let levels = ["critical", "high", "medium", "low", "none"];
    let up = ["critical", "critical", "high", "medium", "none"];
    let down = ["high", "medium", "low", "none", "none"];
    for (goals, integration, expected) in [
        (false, Defined, levels),
        (false, QuantitativelyManaged, up),
        (true, Defined, down),
        (true, Optimizing, levels),
    ] {
        for (&level, expected) in Maturity::ALL.iter().zip(expected) {
            let organization = somewhere()
                .signal(Signal::Collaboration, level)
                .signal(Signal::Integration, integration)
                .safeguard(Safeguard::SharedGoals, goals);
            let found = severity(WarningCode::MisalignmentRisk, pair(organization));
            assert_eq!(found, expected, "{level} {goals} {integration}");
        }
    }
}

#[test]
fn no_collaboration_forum() {
    for (stage, integration, expected) in [
        (ScaleUp, Defined, "medium"),
        (ScaleUp, QuantitativelyManaged, "high"),
        (Startup, Defined, "low"),
        (Startup, Optimizing, "medium"),
    ] {
        let organization = somewhere().stage(stage).signal(Signal::Integration, integration);
        let without = organization.absent([Safeguard::CollaborationForum]);
        assert_eq!(severity(WarningCode::NoCollaborationForum, pair(without)), expected);
    }
}

#[test]
fn decision_latency() {
    for (&stage, expected) in Stage::ALL.iter().zip(["medium", "medium", "low", "low"]) {
        let organization = somewhere().stage(stage).absent([Safeguard::DecisionRights]);
        assert_eq!(severity(WarningCode::DecisionLatency, pair(organization)), expected, "{stage}");
    }
}

/// A tie is broken sooner if one leader reports to the other, or both report to the same office.
#[test]
fn a_superior_of_both_decides() {
    let of = |cto: Draft<Seat>, cpo: Draft<Seat>| {
        let organization = somewhere().stage(ScaleUp).absent([Safeguard::DecisionRights]);
        severity(WarningCode::DecisionLatency, proposed(organization, Structure::pair(cto, cpo)))
    };
    let to = |holder| Seat::draft().reports_to(holder);
    let (ceo, other) = (Holder::Office(Office::Ceo), Holder::Office(Office::Other));
    assert_eq!(of(to(ceo), to(ceo)), "low");
    assert_eq!(of(to(other), to(other)), "low");
    assert_eq!(of(to(ceo), to(other)), "medium");
    assert_eq!(of(to(ceo), Seat::draft()), "medium");
    assert_eq!(of(Seat::draft(), to(Holder::Seat(Role::Cto))), "low");
    assert_eq!(of(to(Holder::Seat(Role::Cpo)), to(ceo)), "low");
}

#[test]
fn unowned_responsibility() {
    let code = WarningCode::UnownedResponsibility;
    let of_cpo = ResponsibilitySet::of_home(Home::Cpo);
    let alone = || Structure::cto(Seat::draft());
    let without =
        Structure::pair(Seat::draft(), Seat::draft().remit(of_cpo.without(Responsibility::Privacy).iter()));
    assert_eq!(severity(code, proposed(somewhere(), without)), "medium");
    assert_eq!(severity(code, proposed(somewhere(), alone())), "high");
    let elsewhere = of_cpo.iter().fold(alone(), |structure, it| structure.elsewhere(it, Office::Ceo));
    assert_eq!(severity(code, proposed(somewhere(), elsewhere)), "none");
    let one = of_cpo.without(Responsibility::Roadmap).iter();
    let one = one.fold(somewhere(), |draft, it| draft.not_applicable(it, "a research laboratory"));
    assert_eq!(severity(code, proposed(one, alone())), "high");
}

#[test]
fn contested_responsibility() {
    for (both, rights, expected) in [
        (Responsibility::Roadmap, false, "high"),
        (Responsibility::Roadmap, true, "medium"),
        (Responsibility::Privacy, false, "medium"),
        (Responsibility::Privacy, true, "low"),
        (Responsibility::TradeOffs, false, "none"),
    ] {
        let seat = |own| Seat::draft().remit([own, both]);
        let structure = Structure::pair(seat(Responsibility::Delivery), seat(Responsibility::Requirements));
        let organization = somewhere().safeguard(Safeguard::DecisionRights, rights);
        let found = severity(WarningCode::ContestedResponsibility, proposed(organization, structure));
        assert_eq!(found, expected, "{both} {rights}");
    }
}

#[test]
fn misplaced_responsibility() {
    let code = WarningCode::MisplacedResponsibility;
    for (moved, rights, expected) in [
        (Responsibility::Roadmap, false, "medium"),
        (Responsibility::Roadmap, true, "low"),
        (Responsibility::Privacy, false, "low"),
        (Responsibility::Privacy, true, "none"),
        (Responsibility::TradeOffs, false, "none"),
    ] {
        let cto = || Seat::draft().remit([Responsibility::Delivery, moved]);
        let organization = || somewhere().safeguard(Safeguard::DecisionRights, rights);
        let pair = Structure::pair(cto(), Seat::draft().remit([Responsibility::Requirements]));
        assert_eq!(severity(code, proposed(organization(), pair)), expected, "{moved} {rights}");
        let contested = Structure::cto(cto()).elsewhere(moved, Office::Coo);
        assert_eq!(severity(code, proposed(organization(), contested)), "none", "{moved}");
    }
    assert_eq!(severity(code, combined(somewhere())), "none");
    let seat = |held| Seat::draft().remit([held]);
    let swapped = Structure::pair(seat(Responsibility::Roadmap), seat(Responsibility::Architecture));
    let told = message(code, proposed(somewhere(), swapped));
    assert!(told.contains("the CTO alone holds roadmap, and the CPO alone holds architecture"), "{told}");
}

#[test]
fn accountability_without_authority() {
    use Responsibility::{BusinessModel, ProfitAndLoss, Requirements, Roadmap};
    let code = WarningCode::AccountabilityWithoutAuthority;
    for lever in [Roadmap, Requirements, BusinessModel] {
        for (rights, expected) in [(false, "medium"), (true, "low")] {
            let alone = || Structure::cpo(Seat::draft().remit([ProfitAndLoss]));
            let with_office = || alone().elsewhere(lever, Office::Ceo);
            let contested = with_office().elsewhere(ProfitAndLoss, Office::Cfo);
            for (structure, expected) in [(with_office(), expected), (alone(), "none"), (contested, "none")] {
                let organization = somewhere().safeguard(Safeguard::DecisionRights, rights);
                assert_eq!(severity(code, proposed(organization, structure)), expected, "{lever}");
            }
        }
    }
}

#[test]
fn commercial_disconnect() {
    for (&level, expected) in Maturity::ALL.iter().zip([
        ["high", "medium", "critical", "high"],
        ["medium", "low", "high", "medium"],
        ["none"; 4],
        ["none"; 4],
        ["none"; 4],
    ]) {
        let cases = [(ScaleUp, true), (Startup, true), (ScaleUp, false), (Startup, false)];
        let found = cases.map(|(stage, owned)| {
            let organization = somewhere().stage(stage).signal(Signal::CommercialPerformance, level);
            let structure = if owned { conventional_pair() } else { Structure::cto(Seat::draft()) };
            severity(WarningCode::CommercialDisconnect, proposed(organization, structure))
        });
        assert_eq!(found, expected, "{level}");
    }
}

#[test]
fn strategy_misalignment() {
    let code = WarningCode::StrategyMisalignment;
    let nobody = || Structure::cto(Seat::draft().remit([Responsibility::Delivery]));
    for (&level, (owned, unowned, startup)) in Maturity::ALL.iter().zip([
        ("high", "high", "medium"),
        ("medium", "medium", "low"),
        ("low", "medium", "none"),
        ("none", "medium", "none"),
        ("none", "medium", "none"),
    ]) {
        let at = |stage| somewhere().stage(stage).signal(Signal::StrategicAlignment, level);
        assert_eq!(severity(code, pair(at(ScaleUp))), owned, "{level}");
        assert_eq!(severity(code, pair(at(Startup))), startup, "{level}");
        assert_eq!(severity(code, proposed(at(ScaleUp), nobody())), unowned, "{level}");
    }
    // An unowned responsibility counts whatever the signal is.
    let holding = || {
        let holding = somewhere().stage(Enterprise);
        holding.signal_not_applicable(Signal::StrategicAlignment, "a holding without a strategy")
    };
    assert_eq!(severity(code, proposed(holding(), nobody())), "medium");
    assert_eq!(severity(code, pair(holding())), "none");
}

#[test]
fn no_review_cadence() {
    let code = WarningCode::NoReviewCadence;
    let without = || somewhere().absent([Safeguard::StructureReview]);
    for (&stage, one) in Stage::ALL.iter().zip(["medium", "high", "medium", "medium"]) {
        let at = |structure| severity(code, proposed(without().stage(stage), structure));
        let interim = || Seat::draft().interim(true);
        assert_eq!(at(Structure::combined(Seat::draft())), one, "{stage}");
        assert_eq!(at(conventional_pair()), "low", "{stage}");
        assert_eq!(at(Structure::combined(interim())), "high", "{stage}");
        assert_eq!(at(Structure::pair(interim(), interim())), "medium", "{stage}");
        assert_eq!(at(Structure::cto(Seat::draft().interim(Estimate::UNKNOWN))), "low to medium", "{stage}");
    }
    // The worst stage is in the middle.
    assert_eq!(severity(code, combined(without())), "medium to high");
    assert_eq!(severity(code, combined(without().stage(Established..))), "medium");
    assert_eq!(severity(code, combined(without().stage(..=ScaleUp))), "medium to high");
}

#[test]
fn change_without_cause() {
    let code = WarningCode::ChangeWithoutCause;
    let merged =
        |level| combined(somewhere().signal(Signal::Collaboration, level)).current(conventional_pair());
    for (&level, [none, cause, cost]) in Maturity::ALL.iter().zip([
        ["none"; 3],
        ["none"; 3],
        ["none"; 3],
        ["low", "none", "medium"],
        ["medium", "low", "high"],
    ]) {
        assert_eq!(severity(code, merged(level)), none, "{level}");
        for (trigger, expected) in [
            (Trigger::Growth, cause),
            (Trigger::Transformation, cause),
            (Trigger::Renewal, cause),
            (Trigger::Cost, cost),
            (Trigger::Vacancy, none),
        ] {
            assert_eq!(severity(code, merged(level).triggers([trigger])), expected, "{level} {trigger}");
        }
    }
    // A lone leader is not a pair.
    let lone = merged(Optimizing).current(Structure::cto(Seat::draft()));
    assert_eq!(lone.clone().build().map(|proposal| proposal.change()), Ok(Change::Merge));
    assert_eq!(severity(code, lone), "none");
    let kept = merged(Optimizing).proposed(conventional_pair());
    assert_eq!(kept.clone().build().map(|proposal| proposal.proposed().form()), Ok(Form::Pair));
    assert_eq!(severity(code, kept), "none");
}

/// A lone CTO who hands this many responsibilities to an office.
fn moving(count: usize) -> Draft<Proposal> {
    let [of_cto, of_cpo] = [Home::Cto, Home::Cpo].map(ResponsibilitySet::of_home);
    let moved = of_cto.iter().take(count).chain(of_cpo.iter().take(count.saturating_sub(of_cto.len())));
    let lone = || Structure::cto(Seat::draft());
    let structure = moved.fold(lone(), |structure, it| structure.elsewhere(it, Office::Coo));
    proposed(somewhere().absent([Safeguard::HandoverPlan]), structure).current(lone())
}

#[test]
fn transition_risk() {
    let code = WarningCode::TransitionRisk;
    for (count, expected, vacancy) in [
        (6, "none", "none"),
        (7, "low", "medium"),
        (12, "low", "medium"),
        (13, "medium", "high"),
        (20, "medium", "high"),
        (21, "high", "critical"),
    ] {
        assert_eq!(severity(code, moving(count)), expected, "{count}");
        assert_eq!(severity(code, moving(count).triggers([Trigger::Vacancy])), vacancy, "{count}");
    }
    assert!(message(code, moving(7).triggers([Trigger::Vacancy])).contains(" because of a vacancy,"));
    assert!(!message(code, moving(7)).contains("because"));
    // Who stays decides what moves: all 13 of the other seat and the 2 shared ones, or more.
    let without = || somewhere().absent([Safeguard::HandoverPlan]);
    let merge = || combined(without()).current(conventional_pair());
    let split = || pair(without()).current(Structure::combined(Seat::draft()));
    for (draft, expected) in [
        (merge().incumbent(Incumbent::Cto), "medium"),
        (merge().incumbent(Incumbent::Cpo), "medium"),
        (merge().incumbent(Incumbent::None), "high"),
        (merge(), "medium to high"),
        (split().incumbent(Incumbent::Cpo), "medium"),
        (split(), "medium to high"),
    ] {
        assert_eq!(severity(code, draft.clone()), expected, "{draft:?}");
    }
}

#[test]
fn insufficient_evidence() {
    let knowing = |known, structure| {
        let known = Signal::ALL.iter().copied().take(known);
        severity(
            WarningCode::InsufficientEvidence,
            proposed(somewhere().signals(known, Managed..), structure),
        )
    };
    // 9 count for a lone leader, 11 for a pair.
    for (known, lone, pair) in [
        (0, "medium", "medium"),
        (4, "medium", "medium"),
        (5, "low", "medium"),
        (6, "low", "low"),
        (7, "none", "low"),
        (8, "none", "low"),
        (9, "none", "none"),
    ] {
        assert_eq!(knowing(known, Structure::cto(Seat::draft())), lone, "{known}");
        assert_eq!(knowing(known, conventional_pair()), pair, "{known}");
    }
    // 10 count for a CPTO who comes from no pair; collaboration is the 10th of the list.
    assert_eq!(knowing(5, Structure::combined(Seat::draft())), "medium");
    assert_eq!(knowing(6, Structure::combined(Seat::draft())), "low");
    let none = Signal::ALL.iter();
    let none = none.fold(somewhere(), |draft, it| draft.signal_not_applicable(*it, "a shell company"));
    assert_eq!(severity(WarningCode::InsufficientEvidence, combined(none)), "none");
}
