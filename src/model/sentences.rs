//! Which words ask about signals, safeguards and skills, and describe them?
//!
//! If a measure has published edges, the sentences about its signal stay within them, which a test checks. The other sentences
//! follow the meaning of the levels, from individual effort to continuous improvement.

use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::signal::{ByMaturity, Signal};
use crate::vocabulary::skill::Skill;

/// Returns the question about a signal, and its sentences from the first level to the last.
#[expect(clippy::too_many_lines, reason = "a table of texts")]
pub(super) fn of_signal(signal: Signal) -> (&'static str, ByMaturity<&'static str>) {
    let (question, sentences) = match signal {
        Signal::TechnicalStability => (
            "When your software is changed, how often does something break, and how long does it stay broken?",
            [
                "Half of all changes or more break something; getting back to normal takes more than a month.",
                "About one change in three breaks something; getting back to normal takes weeks.",
                "About one change in five breaks something; getting back to normal takes days.",
                "About one change in ten breaks something; getting back to normal takes hours.",
                "At most one change in twenty breaks something; getting back to normal takes under an hour.",
            ],
        ),
        Signal::DeveloperProductivity => (
            "Once your developers have finished a piece of work, how soon do customers have it?",
            [
                "Finished work takes more than six months to reach customers; releases come less than twice a year.",
                "Finished work takes one to six months to reach customers; releases come a few times a year.",
                "Finished work takes one to four weeks to reach customers; releases come once or twice a month.",
                "Finished work takes one to seven days to reach customers; releases come once or several times a week.",
                "Finished work reaches customers on the same day; releases come several times a day.",
            ],
        ),
        Signal::DataCapability => (
            "How well is your company's data looked after, and how far can people rely on it?",
            [
                "Hardly any data is looked after; people gather figures by hand, and their figures disagree.",
                "Less than half of the important data is looked after, and only project by project.",
                "More than half of the important data has an owner, an agreed meaning and regular checks.",
                "About three quarters of the important data is looked after, and errors in it are counted.",
                "Nearly all important data is looked after, and the company keeps finding better uses for it.",
            ],
        ),
        Signal::Scalability => (
            "If use of your product grew sharply, how well would your technology cope?",
            [
                "When use grows, systems slow down or fail, and people have to step in.",
                "Expected growth is prepared for case by case; sudden growth causes trouble.",
                "All teams build for growth in the same way, and most systems cope with it.",
                "Systems are tested against the expected peak, so their limits are known in figures.",
                "Capacity follows demand automatically, and its limits and costs are improved all the time.",
            ],
        ),
        Signal::SecurityPosture => (
            "How does your company protect itself and its product against attacks?",
            [
                "Security is dealt with only when something happens; few people know what the risks are.",
                "Management knows the main risks and acts on them, but not everywhere in the same way.",
                "Written security rules apply throughout the company, are followed and are kept up to date.",
                "The company measures how fast it closes weaknesses, and manages its security by such figures.",
                "Every incident and every new threat soon changes how the company protects itself.",
            ],
        ),
        Signal::ProductDirection => (
            "How clear is it where your product should go next?",
            [
                "Nobody can say where the product is heading; what gets built depends on who asked last.",
                "Each project has a plan, but together they do not show where the product is heading.",
                "One plan says where the product is heading and why; the team talks to customers every week.",
                "Every step of the plan has a target in figures; forecasts are right to within 25 percent.",
                "The plan is improved with every new finding about customers; forecasts are right to within 10 percent.",
            ],
        ),
        Signal::ProductMarketFit => (
            "How much would your customers miss your product, and do they recommend it?",
            [
                "Few customers would miss the product; at least as many criticise it as recommend it.",
                "Fewer than four customers in ten would badly miss the product; slightly more recommend than criticise it.",
                "At least four customers in ten would badly miss the product; clearly more recommend than criticise it.",
                "Most customers recommend the product and few criticise it; they stay and buy again.",
                "Nearly all customers recommend the product, and hardly any of them leave.",
            ],
        ),
        Signal::CommercialPerformance => (
            "Does work on your product pay, and how do you know?",
            [
                "Nobody can say what product work earns, or when winning a customer pays off.",
                "What some projects earn is known; winning a customer takes over a year to pay off.",
                "All product work is judged by what it earns; winning a customer pays off within a year.",
                "What product work will earn is forecast, and results are checked against the forecast.",
                "Growth pays for itself, and every result is used to make product work earn more.",
            ],
        ),
        Signal::StrategicAlignment => (
            "How much of the current work on product and technology serves a stated goal of the business?",
            [
                "Hardly any current work can be traced to a goal of the business.",
                "Less than half of current work serves a business goal, agreed project by project.",
                "More than half of current work serves a business goal, agreed in one common way.",
                "About three quarters of current work serves a business goal, and its progress is measured.",
                "Nearly all current work serves a business goal, and it changes as soon as the goals do.",
            ],
        ),
        Signal::Collaboration => (
            "How well do product and technology work together?",
            [
                "Product and technology clash or avoid each other; only a few people bridge the gap.",
                "Product and technology work together within projects, but pull in different directions beyond them.",
                "Product and technology have one agreed way of working together; most teams share one measure of success.",
                "Product and technology share goals and customer information, and track in figures how well they cooperate.",
                "Product and technology settle differences early and openly, and keep improving how they work together.",
            ],
        ),
        Signal::Integration => (
            "How closely are product and technology decisions tied together?",
            [
                "Product and technology can make nearly all their decisions without each other.",
                "Product and technology make most decisions separately, and some together.",
                "Decisions mostly pass one way: product decides what to build, then technology decides how.",
                "Most decisions go back and forth between product and technology before they are settled.",
                "Nearly every product decision is a technology decision too, and the two are made together.",
            ],
        ),
    };
    (question, ByMaturity::new(sentences))
}

/// Returns the question about a safeguard, the sentence for its absence and the sentence for its presence.
pub(super) const fn of_safeguard(safeguard: Safeguard) -> [&'static str; 3] {
    match safeguard {
        Safeguard::StakeholderDebate => [
            "Do senior people from the rest of the business regularly debate product and technology decisions?",
            "Product and technology decisions are made without regular debate with the rest of the business.",
            "Senior people from the rest of the business regularly debate product and technology decisions.",
        ],
        Safeguard::LeadershipChallenge => [
            "Are the leaders below the executive in charge expected to question decisions and to object?",
            "The leaders below the executive in charge are not expected to question decisions or to object.",
            "The leaders below the executive in charge are expected to question decisions and to object.",
        ],
        Safeguard::ProductLead => [
            "Is there an experienced head of product below the executive in charge?",
            "No experienced head of product works below the executive in charge.",
            "An experienced head of product works below the executive in charge.",
        ],
        Safeguard::EngineeringLead => [
            "Is there an experienced head of engineering below the executive in charge?",
            "No experienced head of engineering works below the executive in charge.",
            "An experienced head of engineering works below the executive in charge.",
        ],
        Safeguard::CollaborationForum => [
            "Is there a regular joint meeting of product and technology that settles disagreements?",
            "There is no regular joint meeting of product and technology that settles disagreements.",
            "Product and technology meet regularly, and the meeting settles their disagreements.",
        ],
        Safeguard::SharedGoals => [
            "Do product and technology share one plan, one budget and the same measures of success?",
            "Product and technology have different plans, budgets or measures of success.",
            "Product and technology share one plan, one budget and the same measures of success.",
        ],
        Safeguard::DecisionRights => [
            "Is it written down who decides what, and who has the last word in a disagreement?",
            "It is not written down who decides what, or who has the last word in a disagreement.",
            "It is written down who decides what, and who has the last word in a disagreement.",
        ],
        Safeguard::StructureReview => [
            "Does the company check at regular intervals whether its leadership structure still fits?",
            "The leadership structure stays as it is until something makes people question it.",
            "The company checks at regular intervals whether its leadership structure still fits.",
        ],
        Safeguard::IndependentAssurance => [
            "Does somebody independent of the leader in charge sign off security and compliance?",
            "Security and compliance are signed off by the leader in charge or by nobody.",
            "Somebody independent of the leader in charge signs off security and compliance.",
        ],
        Safeguard::SuccessionPlan => [
            "Is it written down who takes over if the leader leaves, and what they would need?",
            "If the leader left, the company would only then look for somebody to take over.",
            "It is written down who takes over if the leader leaves, and what they would need.",
        ],
        Safeguard::HandoverPlan => [
            "Is there a written plan for handing over responsibilities?",
            "Responsibilities would be handed over without a written plan.",
            "There is a written plan for handing over responsibilities.",
        ],
        Safeguard::FocusTime => [
            "Does the leader keep fixed times for product and for technology, announced in advance?",
            "The leader turns to product or technology as the day demands.",
            "The leader keeps fixed times for product and for technology, announced in advance.",
        ],
    }
}

/// Returns the words that describe a skill after "good at".
pub(super) const fn of_skill(skill: Skill) -> &'static str {
    match skill {
        Skill::TechnologyTrends => "telling which new technologies matter to the company",
        Skill::DevelopmentMethods => "organising how software is developed",
        Skill::OperationalChallenges => "keeping software running day and night",
        Skill::Strategy => "setting a course for the business and keeping to it",
        Skill::Finance => "finance: budgets, margins and what an investment returns",
        Skill::Legal => "knowing what the law requires, from contracts to privacy",
        Skill::Marketing => "marketing: knowing whom to reach, and with what message",
        Skill::Sales => "sales: knowing how customers buy and what wins them",
        Skill::StakeholderManagement => "winning over stakeholders inside and outside the company",
        Skill::ProductManagement => "finding out what customers need and what is worth building",
        Skill::BusinessAcumen => "understanding the business as a whole and how it makes money",
        Skill::SoftSkills => "dealing with people: listening, speaking plainly and settling conflicts",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::fault::FaultKind;
    use crate::measures::{Dependence, Figure, Practice};
    use crate::vocabulary::signal::Maturity;

    /// The figures in a sentence read as the level of the sentence.
    #[test]
    fn sentences_stay_within_published_edges() {
        const DAY: u64 = 1_440;
        #[track_caller]
        fn reads(level: Maturity, said: &str, figure: Result<Figure, FaultKind>) {
            let figure = figure.unwrap();
            let reading = figure.reading().unwrap();
            let sentence = of_signal(reading.figure.signal()).1.get(level);
            assert!(sentence.contains(said), "{said}: {sentence}");
            assert!(reading.level.contains(level), "{said}: {}", reading.level);
        }
        use Maturity::{Defined, Initial, Managed, Optimizing, QuantitativelyManaged};

        reads(Initial, "Half of all changes", Figure::change_fail_rate(50, 100));
        reads(Managed, "one change in three", Figure::change_fail_rate(33, 100));
        reads(Defined, "one change in five", Figure::change_fail_rate(20, 100));
        reads(QuantitativelyManaged, "one change in ten", Figure::change_fail_rate(10, 100));
        reads(Optimizing, "At most one change in twenty", Figure::change_fail_rate(5, 100));
        reads(Initial, "more than a month", Figure::recovery_time(32 * DAY, None, None));
        reads(Managed, "takes weeks", Figure::recovery_time(14 * DAY, None, None));
        reads(Defined, "takes days", Figure::recovery_time(3 * DAY, None, None));
        reads(QuantitativelyManaged, "takes hours", Figure::recovery_time(180, None, None));
        reads(Optimizing, "under an hour", Figure::recovery_time(59, None, None));

        reads(Initial, "more than six months", Figure::lead_time(200 * DAY));
        reads(Managed, "one to six months", Figure::lead_time(31 * DAY));
        reads(Managed, "one to six months", Figure::lead_time(180 * DAY));
        reads(Defined, "one to four weeks", Figure::lead_time(8 * DAY));
        reads(Defined, "one to four weeks", Figure::lead_time(28 * DAY));
        reads(QuantitativelyManaged, "one to seven days", Figure::lead_time(DAY));
        reads(QuantitativelyManaged, "one to seven days", Figure::lead_time(7 * DAY));
        reads(Optimizing, "on the same day", Figure::lead_time(DAY - 1));
        reads(Initial, "less than twice a year", Figure::deployment_frequency(1, 365));
        reads(Managed, "a few times a year", Figure::deployment_frequency(4, 365));
        reads(Defined, "once or twice a month", Figure::deployment_frequency(12, 365));
        reads(Defined, "once or twice a month", Figure::deployment_frequency(24, 365));
        reads(QuantitativelyManaged, "once or several times a", Figure::deployment_frequency(52, 364));
        reads(Optimizing, "several times a day", Figure::deployment_frequency(180, 90));

        reads(Defined, "talks to customers every week", Figure::customer_contact(7));
        reads(QuantitativelyManaged, "within 25 percent", Figure::estimate_spread(125, 80));
        reads(Optimizing, "within 10 percent", Figure::estimate_spread(110, 90));

        reads(Managed, "Fewer than four customers in ten", Figure::sean_ellis(39, 100, None));
        reads(Defined, "At least four customers in ten", Figure::sean_ellis(40, 100, None));
        reads(Initial, "at least as many criticise it", Figure::nps(30, 30, 100));
        reads(Managed, "slightly more recommend", Figure::nps(35, 30, 100));
        reads(Defined, "clearly more recommend", Figure::nps(45, 15, 100));
        reads(QuantitativelyManaged, "Most customers recommend", Figure::nps(65, 5, 100));
        reads(Optimizing, "Nearly all customers recommend", Figure::nps(90, 2, 100));

        reads(Managed, "over a year", Figure::cac_payback(13, None));
        reads(Defined, "within a year", Figure::cac_payback(11, None));

        let widely = |signal, percent| Figure::coverage(signal, percent, 100);
        for signal in [Practice::DataCapability, Practice::StrategicAlignment] {
            reads(Initial, "Hardly any", widely(signal, 10));
            reads(Managed, "Less than half", widely(signal, 49));
            reads(Defined, "More than half", widely(signal, 55));
            reads(QuantitativelyManaged, "About three quarters", widely(signal, 75));
            reads(Optimizing, "Nearly all", widely(signal, 90));
        }
        reads(Defined, "most teams share", widely(Practice::Collaboration, 60));
        reads(Initial, "nearly all their decisions without each other", widely(Practice::Integration, 10));
        reads(Managed, "most decisions separately", widely(Practice::Integration, 40));
        reads(QuantitativelyManaged, "Most decisions go back and forth", widely(Practice::Integration, 75));
        reads(Optimizing, "Nearly every product decision", widely(Practice::Integration, 95));

        reads(Defined, "pass one way", Figure::interdependence(Dependence::Sequential));
        reads(QuantitativelyManaged, "back and forth", Figure::interdependence(Dependence::Reciprocal));
        reads(Optimizing, "made together", Figure::interdependence(Dependence::Team));
    }
}
