//! Is every figure read by the published edges, on both sides of each, and refused where they do not apply?
#![expect(clippy::expect_used, clippy::panic, reason = "a test stops if its own figure is invalid")]

use cpto::measures::{
    Business, Causes, Combination, Dependence, Figure, Measure, Objective, PmfLevel, Practice, Readings,
    Refusal, Segment, Tier,
};
use cpto::{Draft, FaultKind, Maturity, Organization, Signal};

const MOST: u64 = u64::MAX;

/// The numbers of the least and the greatest level that a figure is read as.
#[track_caller]
fn levels(figure: Result<Figure, FaultKind>) -> (u8, u8) {
    let figure = valid(figure);
    match figure.reading() {
        Ok(reading) => (reading.level.least().level(), reading.level.most().level()),
        Err(refusal) => panic!("{figure} is refused: {refusal}"),
    }
}

#[track_caller]
fn refused(figure: Result<Figure, FaultKind>) -> Refusal {
    valid(figure).reading().expect_err("it is not covered")
}

#[track_caller]
fn caveat(figure: Result<Figure, FaultKind>) -> Option<&'static str> {
    valid(figure).reading().expect("it is covered").caveat
}

/// A valid figure.
#[track_caller]
fn valid(figure: Result<Figure, FaultKind>) -> Figure {
    figure.unwrap_or_else(|fault| panic!("{fault}; allowed: {}", fault.allowed()))
}

/// The bounds of the invalid number.
#[track_caller]
fn bounds(figure: Result<Figure, FaultKind>) -> (i128, i128, i128) {
    match figure {
        Err(FaultKind::OutOfRange { found, least, most }) => (found, least, most),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it can be"),
    }
}

const GOOD: (u8, u8) = (3, 5);
const BAD: (u8, u8) = (1, 2);
const fn at(level: u8) -> (u8, u8) {
    (level, level)
}

#[test]
fn lead_time() {
    let edges = [(0, 5), (1_439, 5), (1_440, 4), (10_080, 4), (10_081, 3), (43_800, 3), (43_801, 2)];
    for (minutes, level) in edges.into_iter().chain([(262_800, 2), (262_801, 1), (MOST, 1)]) {
        assert_eq!(levels(Figure::lead_time(minutes)), at(level), "{minutes}");
    }
}

#[test]
fn deployment_frequency() {
    let of = |deployments, days| levels(Figure::deployment_frequency(deployments, days));
    assert_eq!([of(91, 90), of(90, 90)], [at(5), at(4)], "more than once a day");
    assert_eq!([of(13, 91), of(12, 91)], [at(4), at(3)], "once a week");
    // Once in 730 hours: 24 in 730 days.
    assert_eq!([of(24, 730), of(23, 730)], [at(3), at(2)]);
    assert_eq!([of(1, 30), of(1, 31)], [at(3), at(2)], "one deployment in 31 days falls short of a month");
    // Once in 4,380 hours: 24 in 4,380 days.
    assert_eq!([of(24, 4_380), of(23, 4_380)], [at(2), at(1)]);
    assert_eq!([of(MOST, MOST - 1), of(MOST, MOST), of(1, MOST)], [at(5), at(4), at(1)]);

    assert_eq!([of(0, 7), of(0, 8), of(0, 30), of(0, 31)], [(1, 4), (1, 3), (1, 3), (1, 2)], "none so far");
    assert_eq!([of(0, 182), of(0, 183)], [(1, 2), (1, 1)]);
    let none = "no deployment in the window, so the range ends at the level of one deployment";
    assert_eq!(caveat(Figure::deployment_frequency(0, 30)), Some(none));
    assert_eq!(refused(Figure::deployment_frequency(3, 6)), Refusal::TooShort { days: 6, least: 7 });
    assert_eq!(levels(Figure::deployment_frequency(1, 7)), at(4), "seven days are enough");
    assert_eq!(bounds(Figure::deployment_frequency(3, 0)), (0, 1, MOST.into()));
}

#[test]
fn recovery_time() {
    let edges = [(0, 5), (59, 5), (60, 4), (1_439, 4), (1_440, 3), (10_080, 3), (10_081, 2), (43_800, 2)];
    for (minutes, level) in edges.into_iter().chain([(43_801, 1), (MOST, 1)]) {
        assert_eq!(levels(Figure::recovery_time(minutes, None, None)), at(level), "{minutes}");
    }
    let of = |failures: Option<u64>, causes: Option<Causes>| Figure::recovery_time(0, failures, causes);
    assert_eq!(levels(of(Some(1), Some(Causes::Deployments))), at(5));
    assert_eq!(refused(of(None, Some(Causes::All))), Refusal::AllCauses);
    assert_eq!(refused(of(Some(0), None)), Refusal::NoFailure);
}

#[test]
fn change_fail_rate() {
    let of = |failed, deployments| levels(Figure::change_fail_rate(failed, deployments));
    for (failed, level) in
        [(0, 5), (50, 5), (51, 4), (150, 4), (151, 3), (300, 3), (301, 2), (450, 2), (451, 1)]
    {
        assert_eq!(of(failed, 1_000), at(level), "{failed} of 1,000");
    }
    assert_eq!(of(154, 1_000), at(3), "15.4 % is above 15 %");
    assert_eq!(
        [of(MOST, MOST), of(0, MOST), of(MOST / 20, MOST), of(MOST / 20 + 1, MOST)],
        [1, 5, 5, 4].map(at)
    );
    // One more failure, of fewer than 20.
    assert_eq!([of(1, 20), of(1, 19), of(0, 19)], [(5, 5), (4, 4), (4, 5)]);
    assert_eq!([of(0, 1), of(1, 1), of(0, 5), of(2, 10)], [(1, 5), (1, 1), (3, 5), (3, 3)]);
    let caveats = [19, 20].map(|all| caveat(Figure::change_fail_rate(0, all)));
    let few = "so few deployments that one more failure would move the rate, which the range allows for";
    assert_eq!(caveats, [Some(few), None]);
    assert_eq!(bounds(Figure::change_fail_rate(21, 20)), (21, 0, 20));
    assert_eq!(bounds(Figure::change_fail_rate(0, 0)), (0, 1, MOST.into()));
}

#[test]
fn error_budget() {
    let figure = |used: Option<u64>, incident: Option<u64>| {
        Figure::error_budget(Objective::BelowAllOfTheTime, used, incident)
    };
    let of = |used, incident| levels(figure(used, incident));
    assert_eq!([of(Some(101), Some(5)), of(Some(101), None), of(Some(MOST), Some(MOST))], [2, 2, 2].map(at));
    assert_eq!(
        [of(Some(100), Some(21)), of(Some(100), Some(20)), of(Some(0), Some(0))],
        [(3, 3), (4, 5), (4, 5)]
    );
    assert_eq!([of(Some(100), None), of(Some(0), None)], [(3, 5), (3, 5)]);
    assert_eq!([of(None, None), of(None, Some(3)), of(None, Some(30))], [(2, 5), (2, 5), (2, 5)]);
    for (used, incident) in [(None, None), (Some(500), None), (Some(10), Some(1))] {
        assert_eq!(levels(Figure::error_budget(Objective::None, used, incident)), at(1));
        let all = Figure::error_budget(Objective::AllOfTheTime, used, incident);
        assert_eq!(refused(all), Refusal::NoBudget);
    }
    assert_eq!(bounds(figure(Some(10), Some(11))), (11, 0, 10));
    // The reading reports the lines reached and missed of the quantity that decides.
    let told = |used, incident| {
        let figure = valid(figure(used, incident));
        let reading = figure.reading().expect("it is covered");
        [reading.reached, reading.missed].map(|line| line.map(ToString::to_string))
    };
    let [budget, largest] =
        ["used-percent ≤ 100", "largest-incident-percent ≤ 20"].map(|it| Some(it.to_owned()));
    assert_eq!(told(Some(101), None), [None, budget.clone()]);
    assert_eq!(told(Some(90), Some(30)), [budget.clone(), largest.clone()]);
    assert_eq!(told(Some(90), Some(20)), [largest, None]);
    assert_eq!(told(Some(90), None), [budget, None]);
    assert_eq!(told(None, None), [None, None]);
}

#[test]
fn one_line() {
    assert_eq!([50, 51].map(|it| levels(Figure::toil(it))), [GOOD, BAD]);
    assert_eq!([0, 100].map(|it| levels(Figure::toil(it))), [GOOD, BAD]);
    assert_eq!(bounds(Figure::toil(101)), (101, 0, 100));
    assert_eq!([0, 10, 11, MOST].map(|it| levels(Figure::test_feedback(it))), [GOOD, GOOD, BAD, BAD]);
    assert_eq!([1, 7, 8, MOST].map(|it| levels(Figure::customer_contact(it))), [GOOD, GOOD, BAD, BAD]);
    assert_eq!(bounds(Figure::customer_contact(0)), (0, 1, MOST.into()));
    let ltv = |value, cost| levels(Figure::ltv_cac(value, cost, None));
    assert_eq!(
        [ltv(9, 3), ltv(8, 3), ltv(0, 1), ltv(MOST, MOST), ltv(MOST, MOST / 3)],
        [GOOD, BAD, BAD, BAD, GOOD]
    );
    assert_eq!(bounds(Figure::ltv_cac(9, 0, None)), (0, 1, MOST.into()));
}

#[test]
fn sean_ellis() {
    let of = |v, n| levels(Figure::sean_ellis(v, n, None));
    assert_eq!([of(40, 100), of(39, 100), of(12, 30), of(11, 30)], [GOOD, BAD, GOOD, BAD]);
    assert_eq!([of(MOST, MOST), of(MOST / 5 * 2, MOST), of(MOST / 5 * 2 - 1, MOST)], [GOOD, GOOD, BAD]);
    let figure = |n, one_off: Option<bool>| Figure::sean_ellis(0, n, one_off);
    assert_eq!(refused(figure(29, None)), Refusal::TooFew { counted: 29, least: 30, of: "answers" });
    assert_eq!(refused(figure(90, Some(true))), Refusal::OneOffProduct);
    assert_eq!(levels(figure(90, Some(false))), BAD);
    let caveats = [30, 99, 100].map(|n| caveat(figure(n, None)));
    let few = "fewer than a hundred answers, which others consider too few";
    assert_eq!(caveats, [Some(few), Some(few), None]);
    assert_eq!(bounds(Figure::sean_ellis(91, 90, None)), (91, 0, 90));
    assert_eq!(bounds(Figure::sean_ellis(0, 0, None)), (0, 1, MOST.into()), "nobody was asked");
}

#[test]
fn net_promoter_score() {
    let of = |p, q, n| levels(Figure::nps(p, q, n));
    assert_eq!([of(81, 0, 100), of(80, 0, 100)], [at(5), at(4)]);
    assert_eq!([of(51, 0, 100), of(60, 10, 100)], [at(4), at(3)]);
    assert_eq!([of(31, 10, 100), of(30, 10, 100)], [at(3), at(2)]);
    assert_eq!([of(11, 10, 100), of(10, 10, 100), of(0, 100, 100)], [at(2), at(1), at(1)]);
    assert_eq!([of(MOST, 0, MOST), of(0, MOST, MOST), of(1, 0, MOST)], [at(5), at(1), at(2)]);
    assert_eq!(refused(Figure::nps(20, 0, 29)), Refusal::TooFew { counted: 29, least: 30, of: "answers" });
    assert_eq!(of(20, 0, 30), at(4));
    assert_eq!(bounds(Figure::nps(60, 41, 100)), (41, 0, 40));
    assert_eq!(bounds(Figure::nps(101, 0, 100)), (101, 0, 100));
    assert_eq!(bounds(Figure::nps(0, 0, 0)), (0, 1, MOST.into()));
}

/// The lines for good and great in each segment.
#[test]
fn retention() {
    let revenue = |x, y, segment| Figure::nrr(x, y, segment, None);
    let users = |x, y, segment| Figure::user_retention(x, y, segment, None);
    let of_revenue = [
        (Segment::ConsumerSubscription, 55, 80),
        (Segment::BottomUpSaas, 100, 120),
        (Segment::MidMarketSaas, 90, 110),
        (Segment::EnterpriseSaas, 110, 130),
    ];
    for (segment, good, great) in of_revenue {
        for (percent, expected) in
            [(0, BAD), (good - 1, BAD), (good, (3, 4)), (great - 1, (3, 4)), (great, (4, 5))]
        {
            assert_eq!(levels(revenue(percent, 100, segment)), expected, "{segment} {percent}");
            assert_eq!(levels(revenue(percent * 10_000 + 9_999, 1_000_000, segment)), expected);
        }
        assert_eq!([levels(revenue(MOST, 1, segment)), levels(revenue(0, MOST, segment))], [(4, 5), BAD]);
    }
    let of_users = [
        (Segment::ConsumerSocial, 25, 45),
        (Segment::ConsumerTransactional, 30, 50),
        (Segment::ConsumerSubscription, 40, 70),
        (Segment::MidMarketSaas, 60, 80),
        (Segment::EnterpriseSaas, 70, 90),
    ];
    for (segment, good, great) in of_users {
        for (percent, expected) in
            [(0, BAD), (good - 1, BAD), (good, (3, 4)), (great - 1, (3, 4)), (great, (4, 5))]
        {
            assert_eq!(levels(users(percent, 100, segment)), expected, "{segment} {percent}");
        }
        assert_eq!([levels(users(MOST, MOST, segment)), levels(users(0, MOST, segment))], [(4, 5), BAD]);
    }
    let refusal = refused(Figure::nrr(1, 1, None, None));
    let allowed = of_revenue.map(|(segment, ..)| segment.as_str());
    assert!(matches!(refusal, Refusal::NoSegment { allowed: found } if found == allowed));
    let allowed = allowed.join(", ");
    assert_eq!(refusal.remedy(), format!("name one of the segments {allowed}, or state the level"));
    let refusal = refused(Figure::user_retention(1, 1, None, None));
    let allowed = of_users.map(|(segment, ..)| segment.as_str());
    assert!(matches!(refusal, Refusal::NoSegment { allowed: found } if found == allowed));
    let allowed = allowed.join(", ");
    assert_eq!(refusal.remedy(), format!("name one of the segments {allowed}, or state the level"));
    for segment in [Segment::ConsumerSocial, Segment::ConsumerTransactional] {
        assert!(
            matches!(refused(revenue(1, 1, segment)), Refusal::WrongSegment { found, .. } if found == segment)
        );
    }
    assert!(matches!(refused(users(1, 1, Segment::BottomUpSaas)), Refusal::WrongSegment { .. }));
    let customers = |months| Figure::nrr(1, 1, Segment::BottomUpSaas, months);
    assert_eq!(refused(customers(11)), Refusal::TooYoung { months: 11, least: 12 });
    assert_eq!(levels(customers(12)), (3, 4));
    let cohort = |months| Figure::user_retention(1, 1, Segment::ConsumerSocial, months);
    assert_eq!(refused(cohort(5)), Refusal::TooYoung { months: 5, least: 6 });
    assert_eq!(levels(cohort(6)), (4, 5));
    assert_eq!(bounds(Figure::nrr(1, 0, None, None)), (0, 1, MOST.into()));
    assert_eq!(bounds(Figure::user_retention(2, 1, None, None)), (2, 0, 1));
    assert_eq!(bounds(Figure::user_retention(0, 0, None, None)), (0, 1, MOST.into()));
}

#[test]
fn estimate_spread() {
    let of = |highest, lowest| levels(Figure::estimate_spread(highest, lowest));
    assert_eq!([of(11, 9), of(12, 9)], [at(5), at(4)]);
    assert_eq!([of(25, 16), of(26, 16)], [at(4), at(3)]);
    assert_eq!([of(9, 4), of(10, 4)], [at(3), at(2)]);
    assert_eq!([of(4, 1), of(5, 1), of(1, 1)], [at(2), at(1), at(5)]);
    assert_eq!(
        [of(MOST, MOST), of(MOST, 1), of(MOST, MOST / 4), of(MOST, MOST / 4 + 1)],
        [5, 1, 1, 2].map(at)
    );
    assert_eq!(bounds(Figure::estimate_spread(8, 9)), (8, 9, MOST.into()));
    assert_eq!(bounds(Figure::estimate_spread(8, 0)), (0, 1, MOST.into()));
}

#[test]
fn burn_multiple() {
    let of = |burn, revenue| levels(Figure::burn_multiple(burn, revenue, None));
    assert_eq!([of(99, 100), of(100, 100)], [at(5), at(4)]);
    assert_eq!([of(150, 100), of(151, 100)], [at(4), at(3)]);
    assert_eq!([of(200, 100), of(201, 100), of(300, 100), of(301, 100)], [3, 2, 2, 1].map(at));
    assert_eq!([of(0, 1), of(-5, 1), of(i64::MIN, i64::MAX), of(i64::MAX, 1)], [5, 5, 5, 1].map(at));
    assert_eq!([of(i64::MAX, i64::MAX), of(i64::MAX - 1, i64::MAX)], [at(4), at(5)]);
    for revenue in [0, -1, i64::MIN] {
        assert_eq!(refused(Figure::burn_multiple(-5, revenue, None)), Refusal::Undefined);
    }
}

#[test]
fn subscription_businesses_alone() {
    let payback = |months, business| Figure::cac_payback(months, business);
    assert_eq!([11, 12].map(|it| levels(Figure::cac_payback(it, None))), [GOOD, BAD]);
    assert_eq!([11, 12].map(|it| levels(payback(it, Business::SubscriptionSoftware))), [GOOD, BAD]);
    assert_eq!(
        [17, 18, 0, MOST].map(|it| levels(payback(it, Business::SalesLedB2b))),
        [GOOD, BAD, GOOD, BAD]
    );
    let other = Business::Other;
    let refusals = [
        refused(Figure::cac_payback(1, other)),
        refused(Figure::burn_multiple(1, 1, other)),
        refused(Figure::ltv_cac(1, 1, other)),
    ];
    assert!(refusals.iter().all(|it| matches!(it, Refusal::WrongBusiness { found: Business::Other, .. })));
    assert_eq!(levels(Figure::burn_multiple(1, 1, Business::SalesLedB2b)), at(4));
    for business in [Business::SubscriptionSoftware, Business::Other] {
        let refusal = refused(Figure::first_round(PmfLevel::Strong, business));
        assert_eq!(refusal, Refusal::WrongBusiness { found: business, allowed: &[Business::SalesLedB2b] });
    }
    assert_eq!(levels(Figure::first_round(PmfLevel::Strong, Business::SalesLedB2b)), at(4));
}

#[test]
fn coverage() {
    for &practice in Practice::ALL {
        let of = |covered, items| levels(Figure::coverage(practice, covered, items));
        for (covered, level) in [(0, 1), (15, 1), (16, 2), (50, 2), (51, 3), (85, 4), (86, 5), (100, 5)] {
            assert_eq!(of(covered, 100), at(level), "{covered} of 100");
        }
        assert_eq!([of(675, 1_000), of(676, 1_000)], [at(3), at(4)]);
        assert_eq!(
            [of(MOST, MOST), of(0, MOST), of(MOST / 2, MOST), of(MOST / 2 + 1, MOST)],
            [5, 1, 2, 3].map(at)
        );
        assert_eq!(bounds(Figure::coverage(practice, 31, 30)), (31, 0, 30));
        assert_eq!(bounds(Figure::coverage(practice, 0, 0)), (0, 1, MOST.into()));
        assert_eq!(valid(Figure::coverage(practice, 1, 1)).signal().as_str(), practice.as_str());
    }
}

#[test]
fn ladders_by_name() {
    let pmf = PmfLevel::ALL.iter().map(|it| levels(Figure::first_round(*it, None)));
    assert!(pmf.eq([1, 2, 3, 4, 5].map(at)));
    let tiers = Tier::ALL.iter().map(|it| levels(Figure::csf_tier(*it)));
    assert!(tiers.eq([(1, 1), (2, 2), (3, 3), (4, 5)]));
    let kinds = Dependence::ALL.iter().map(|it| levels(Figure::interdependence(*it)));
    assert!(kinds.eq([(1, 2), (3, 3), (4, 4), (5, 5)]));
    let samm = [
        (0, (1, 1)),
        (99, (1, 1)),
        (100, (2, 2)),
        (199, (2, 2)),
        (200, (3, 3)),
        (299, (3, 3)),
        (300, (4, 5)),
    ];
    for (score, expected) in samm {
        assert_eq!(levels(Figure::samm(score)), expected, "{score}");
    }
    assert_eq!(bounds(Figure::samm(301)), (301, 0, 300));
}

/// Every measure has a name, a publisher, and a section of the tables.
#[test]
fn every_measure_is_told() {
    for &measure in Measure::ALL {
        assert_eq!(measure.as_str().parse(), Ok(measure));
        assert!(!measure.title().is_empty());
        assert!(!measure.publication().publisher.is_empty() && !measure.publication().edition.is_empty());
        assert_eq!(measure.signal().is_none(), measure.as_str() == "coverage");
        let section = format!("{measure:#}");
        assert!(
            section.contains(&format!("`M-{measure}`")) && section.contains(measure.publication().edition)
        );
        // The levels of the first and the last line or name are shown: a row of a table ends with its level.
        assert!(section.lines().filter(|line| line.starts_with("| ") && line.contains("| L")).count() >= 2);
    }
}

fn company(figures: impl IntoIterator<Item = Figure>) -> Draft<Organization> {
    figures.into_iter().fold(Organization::draft(), Draft::<Organization>::figure)
}

#[test]
fn readings_agree_or_are_named() {
    let nps = valid(Figure::nps(40, 15, 80));
    let [liked, missed] = [(43, 90), (20, 90)].map(|(v, n)| valid(Figure::sean_ellis(v, n, None)));
    let of = |figures: [&Figure; 2], combination| {
        let built = company(figures.map(Clone::clone)).combining(combination).build();
        let built = built.expect("it can be so");
        let level = built.signal(Signal::ProductMarketFit).expect("it is applicable");
        let readings: &Readings = built.readings();
        let named = readings.disagreeing(Signal::ProductMarketFit).count();
        (level.least().level(), level.most().level(), named)
    };
    assert_eq!(of([&nps, &liked], Combination::AgreeThenNarrow), (3, 3, 0));
    assert_eq!(of([&nps, &missed], Combination::AgreeThenNarrow), (1, 3, 2));
    assert_eq!(of([&nps, &liked], Combination::Hull), (3, 5, 0));
    assert_eq!(of([&nps, &liked], Combination::WeakestLink), (3, 3, 0));
    assert_eq!(of([&nps, &missed], Combination::WeakestLink), (1, 2, 2));
}

#[test]
fn a_signal_is_stated_or_measured() {
    let fit = Signal::ProductMarketFit;
    let figure = || valid(Figure::sean_ellis(43, 90, None));
    let too_few = || valid(Figure::sean_ellis(5, 12, None));
    let stated = Organization::draft().signal(fit, Maturity::Defined);
    let code = |draft: Draft<Organization>| {
        let faults = draft.build().expect_err("nobody can say which is meant");
        let faults: Vec<_> = faults.iter().map(|it| (it.place().to_string(), it.kind().code())).collect();
        assert_eq!(faults, [("signals.product-market-fit".to_owned(), "also-measured")]);
    };
    code(stated.clone().figure(figure()));
    code(company([figure()]).signal(fit, Maturity::Defined));
    code(company([figure()]).signal_not_applicable(fit, "nobody buys"));
    code(Organization::draft().signal_not_applicable(fit, "nobody buys").figure(figure()));
    // A refused figure says nothing, and neither does an unknown estimate.
    assert!(stated.figure(too_few()).build().is_ok());
    let measured = company([figure()]).signal(fit, ..).build().expect("it is measured alone");
    assert_eq!(measured.signal(fit).map(cpto::Estimate::least), Some(Maturity::Defined));
    let taken_back = company([figure(), too_few()]).unmeasured(fit).signal(fit, Maturity::Initial).build();
    let taken_back = taken_back.expect("it is stated alone");
    assert_eq!(taken_back.signal(fit).and_then(cpto::Estimate::value), Some(Maturity::Initial));
    assert!(taken_back.readings().figures().eq([&too_few()]));
}

#[test]
fn refused_figures_have_a_place() {
    let few = |said| valid(Figure::sean_ellis(said, 12, None));
    let places = |draft: Draft<Organization>| -> Vec<String> {
        let company = draft.build().expect("it can be built");
        company.readings().refused().map(|(place, ..)| place.to_string()).collect()
    };
    let one = Organization::draft().figure(valid(Figure::lead_time(240))).figure(few(6));
    assert_eq!(places(one), ["measures.sean-ellis"]);
    let three =
        Organization::draft().figure(few(6)).figure(valid(Figure::sean_ellis(20, 90, None))).figure(few(7));
    assert_eq!(places(three), ["measures.sean-ellis[0]", "measures.sean-ellis[2]"]);
}

#[test]
fn combinations_of_levels() {
    use cpto::{Estimate, IntoEstimate};

    let low = (..=Maturity::Managed).into_estimate().expect("it is a range");
    let levels = [Estimate::exact(Maturity::Defined), low];
    let combined = |combination: Combination| combination.of(levels).map(|level| level.to_string());
    let of = |level: &str| Some(level.to_owned());
    assert_eq!(combined(Combination::AgreeThenNarrow), of("initial to defined"), "they disagree");
    assert_eq!(combined(Combination::Hull), of("initial to defined"));
    assert_eq!(combined(Combination::WeakestLink), of("initial to managed"));
    assert_eq!(Combination::Hull.of([]), None);
}

#[test]
fn figures_are_bounded() {
    const ALLOWED: usize = 10_000;
    let toil = valid(Figure::toil(33));
    let of = |count| company(std::iter::repeat_n(toil.clone(), count)).build();
    assert_eq!(of(ALLOWED).map(|company| company.readings().len()).ok(), Some(ALLOWED));
    for count in [ALLOWED + 1, 3 * ALLOWED] {
        let faults = of(count).expect_err("they are too many");
        let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["measures: 10001 entries are too many; allowed: at most 10000 entries"]);
    }
}

/// A document of a hundred thousand figures has one fault, whether they are of one measure or of several, right or wrong.
#[cfg(feature = "serde")]
#[test]
fn a_document_of_too_many_figures_has_one_fault() {
    let figures = |count| vec![r#"{"median-minutes":240}"#; count].join(",");
    let told = |first, second| {
        let (first, second) = (figures(first), figures(second));
        let document = format!(r#"{{"measures":{{"lead-time":[{first}],"recovery-time":[{second}]}}}}"#);
        let draft: Draft<Organization> = serde_json::from_str(&document).expect("it is a document");
        let faults = draft.build().err();
        faults.iter().flat_map(|faults| faults.iter()).map(ToString::to_string).collect::<Vec<_>>()
    };
    assert!(told(5_000, 5_000).is_empty());
    assert_eq!(told(5_000, 5_001), ["measures: 10001 entries are too many; allowed: at most 10000 entries"]);
    assert_eq!(
        told(0, 100_000),
        ["measures.recovery-time: 100000 entries are too many; allowed: at most 10000 entries"]
    );
}
