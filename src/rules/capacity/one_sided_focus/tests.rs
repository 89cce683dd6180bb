//! Is the range of the gap exact wherever the loads have gaps?

use super::*;
use crate::model::organization::Organization;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;
use crate::vocabulary::safeguard::Safeguard;

/// A product load of 30 beside a technology load of 70, so that the share is exact.
fn thirty_of_hundred(attention: impl crate::vocabulary::scale::IntoEstimate<Percent>) -> Draft<Proposal> {
    use Responsibility as R;
    let remit = [R::ProductStrategy, R::Roadmap, R::Requirements, R::ProductVision, R::Lifecycle]
        .into_iter()
        .chain(Responsibility::ALL.iter().copied().filter(|it| it.home() == Home::Cto));
    let organization = example::uniform(Stage::Established, Maturity::QuantitativelyManaged);
    example::proposed(
        organization,
        Structure::combined(Seat::draft().remit(remit).product_attention(attention)),
    )
}

#[test]
fn thresholds_on_both_sides() {
    let code = WarningCode::OneSidedFocus;
    // 30 of 99 is 30.30 percent.
    let cases = [
        (20, "low"),
        (21, "none"),
        (30, "none"),
        (40, "none"),
        (41, "low"),
        (50, "low"),
        (51, "medium"),
        (65, "medium"),
        (66, "high"),
        (10, "medium"),
        (11, "low"),
        (0, "medium"),
    ];
    for (attention, expected) in cases {
        assert_eq!(severity(code, thirty_of_hundred(attention)), expected, "{attention}");
    }
}

#[test]
fn the_least_may_be_between_the_ends() {
    assert_eq!(severity(WarningCode::OneSidedFocus, thirty_of_hundred(0..=100)), "none to high");
    assert_eq!(severity(WarningCode::OneSidedFocus, thirty_of_hundred(50..=70)), "low to high");
}

#[test]
fn silent_without_load_or_observation() {
    let code = WarningCode::OneSidedFocus;
    let shared = Seat::draft().remit([Responsibility::TradeOffs]).product_attention(100);
    assert_eq!(severity(code, example::proposed(example::somewhere(), Structure::combined(shared))), "none");
    assert_eq!(severity(code, example::combined(example::somewhere())), "none");
}

/// The worlds of a small remit, one by one, under thresholds so narrow that shares jump over them.
#[test]
fn exact_where_shares_have_gaps() {
    use Responsibility as R;
    let remit = [R::Roadmap, R::CustomerValue, R::Delivery, R::Quality];
    let policy = |points| {
        crate::policy::numbers::Policy::DEFAULT
            .with(|numbers| {
                numbers.one_sided_focus.points_above =
                    Ladder::new([Some(points), Some(points + 1), Some(points + 2), None]);
            })
            .expect("valid")
    };
    for points in [0, 1, 3] {
        let policy = policy(points);
        for attention in (0..=100).step_by(7) {
            let draft =
                |levels: [core::ops::RangeInclusive<Maturity>; 3], leads: [Estimate<bool>; 2], stage| {
                    let [direction, fit, productivity] = levels;
                    let organization = Organization::draft()
                        .stage(stage)
                        .signals(Signal::ALL.iter().copied(), Maturity::Defined)
                        .signal(Signal::ProductDirection, direction)
                        .signal(Signal::ProductMarketFit, fit)
                        .signal(Signal::DeveloperProductivity, productivity)
                        .safeguard(Safeguard::ProductLead, leads[0])
                        .safeguard(Safeguard::EngineeringLead, leads[1]);
                    let seat = Seat::draft().remit(remit).product_attention(attention);
                    example::proposed(organization, Structure::combined(seat)).build().expect("valid")
                };
            let of = |proposal: &Proposal| {
                let assessment = crate::assessment::evaluate_under(proposal, &policy);
                assessment
                    .warning(WarningCode::OneSidedFocus)
                    .map_or(Span::NONE, crate::rules::catalogue::Warning::severity)
            };
            let all = || Maturity::Initial..=Maturity::Optimizing;
            let whole = of(&draft([all(), all(), all()], [Estimate::UNKNOWN; 2], Stage::Startup));
            let mut worlds = None;
            for direction in Maturity::ALL {
                for fit in Maturity::ALL {
                    for productivity in Maturity::ALL {
                        for leads in [[false, false], [false, true], [true, false], [true, true]] {
                            let levels = [direction, fit, productivity].map(|level| *level..=*level);
                            let world = of(&draft(levels, leads.map(Estimate::exact), Stage::Startup));
                            worlds = Some(worlds.map_or(world, |worlds: Span<Severity>| worlds.hull(world)));
                        }
                    }
                }
            }
            assert_eq!(Some(whole), worlds, "attention {attention}, points {points}");
        }
    }
}

/// The whole remit, with every load that the product half can have, and with either head or both unknown.
#[test]
fn exact_where_there_are_as_many_loads_as_there_can_be() {
    let policy = crate::policy::numbers::Policy::DEFAULT
        .with(|numbers| {
            numbers.one_sided_focus.points_above = Ladder::new([Some(0), Some(2), Some(5), None]);
        })
        .expect("valid");
    let (unknown, yes, no) = (Estimate::UNKNOWN, Estimate::exact(true), Estimate::exact(false));
    for [product_lead, engineering_lead] in [[unknown, no], [yes, no], [no, yes]] {
        let organization = |signals: &[Signal]| {
            let known = Organization::draft()
                .stage(Stage::Established)
                .signals(Signal::ALL.iter().copied(), Maturity::Defined)
                .safeguard(Safeguard::ProductLead, product_lead)
                .safeguard(Safeguard::EngineeringLead, engineering_lead);
            known.signals(signals.iter().copied(), ..)
        };
        let product = [Signal::ProductDirection, Signal::ProductMarketFit, Signal::CommercialPerformance];
        let technology = [Signal::TechnicalStability, Signal::SecurityPosture];
        for attention in 0..=100 {
            for signals in [product.as_slice(), technology.as_slice()] {
                let seat = Seat::draft().product_attention(attention);
                let draft = example::proposed(organization(signals), Structure::combined(seat));
                let proposal = draft.build().expect("valid");
                let key =
                    crate::rules::catalogue::WarningKey { code: WarningCode::OneSidedFocus, role: None };
                let found = crate::assessment::evaluate_under(&proposal, &policy).severity(key);
                assert_eq!(
                    crate::testing::worlds::severity(&proposal, &policy, key),
                    Ok(found),
                    "{attention}"
                );
            }
        }
    }
}

/// A product load of 1 beside technology loads of 98, 99 and 100: the share is 1 percent with 99 alone.
#[test]
fn the_best_world_may_be_inside_by_one_point() {
    use Responsibility as R;
    let policy = crate::policy::numbers::Policy::DEFAULT
        .with(|numbers| {
            numbers.one_sided_focus.points_above = Ladder::new([Some(0), None, None, None]);
            for (responsibility, base) in [(R::Roadmap, 1), (R::Delivery, 95), (R::Security, 4)] {
                numbers.effort.base.set(responsibility, base);
            }
        })
        .expect("valid");
    let organization = Organization::draft()
        .stage(Stage::Established)
        .signals(Signal::ALL.iter().copied(), Maturity::QuantitativelyManaged)
        .signal(Signal::SecurityPosture, Maturity::Defined..)
        .absent([Safeguard::ProductLead, Safeguard::EngineeringLead]);
    let seat = Seat::draft().remit([R::Roadmap, R::Delivery, R::Security]).product_attention(1);
    let proposal = example::proposed(organization, Structure::combined(seat)).build().expect("valid");
    let found = crate::assessment::evaluate_under(&proposal, &policy).worst(WarningCode::OneSidedFocus);
    assert_eq!((found.least, found.most), (Severity::None, Severity::Low));
}
