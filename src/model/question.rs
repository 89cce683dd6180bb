//! Which question asks about a fact, and which sentence describes each of its values?
//!
//! The reader runs a company and does not know the names in this crate. A sentence describes what can be seen, without praise
//! or blame.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};

use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::model::sentences::{of_safeguard, of_signal, of_skill};
use crate::model::value::Value;
use crate::vocabulary::change::{Change, Incumbent, Trigger};
use crate::vocabulary::scale::{Headcount, Months, Percent, Scale};
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::stage::{Budget, Stage};

impl Fact {
    /// Returns the question to ask somebody who knows the company but not this crate.
    ///
    /// ```
    /// use cpto::{Fact, Role};
    ///
    /// assert_eq!(Fact::Headcount.question(), "How many people work in your company?");
    /// assert_eq!(Fact::Interim(Role::Cto).question(), "Is the CTO only standing in until somebody permanent is found?");
    /// ```
    #[must_use]
    pub fn question(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Stage => "At what stage of its growth is your company?",
            Self::Headcount => "How many people work in your company?",
            Self::Budget => "Can your company pay for one executive for technology and product, or for two?",
            Self::Regulated => {
                "Is your company supervised by a regulator, as banks, insurers and drug makers are?"
            }
            Self::Signal(signal) => of_signal(signal).0,
            Self::Safeguard(safeguard) => of_safeguard(safeguard)[0],
            Self::Incumbent => "Which of today's leaders stays on in the new structure?",
            Self::ProductAttention => {
                "What percentage of the CPTO's time goes to product rather than technology?"
            }
            Self::Skill(role, skill) => {
                return format!("How good is the proposed {role:#} at {}?", of_skill(skill)).into();
            }
            Self::Interim(role) => {
                return format!("Is the {role:#} only standing in until somebody permanent is found?").into();
            }
            Self::Newcomer(role) => {
                return format!("Will somebody new take over as {role:#}?").into();
            }
            Self::Term => "For how many months is the new structure meant to last?",
            Self::DirectReports(role) => {
                return format!("How many people report directly to the {role:#}?").into();
            }
            Self::OtherDuties(role) => {
                return format!(
                    "What percentage of the {role:#}'s time goes to another job, in your company or elsewhere?"
                )
                .into();
            }
        })
    }

    /// Returns the sentence by which somebody recognises that the fact has this value. A value that the fact cannot have is
    /// only named.
    ///
    /// [`Proposal::sentence`] is more specific about who stays.
    ///
    /// ```
    /// use cpto::{Fact, Maturity, Signal, Value};
    ///
    /// let fact = Fact::Signal(Signal::TechnicalStability);
    /// let sentence = fact.sentence(Value::Level(Maturity::Defined));
    /// assert_eq!(sentence, "About one change in five breaks something; getting back to normal takes days.");
    /// ```
    #[must_use]
    pub fn sentence(self, value: Value) -> Cow<'static, str> {
        Cow::Borrowed(match (self, value) {
            (Self::Stage, Value::Stage(stage)) => match stage {
                Stage::Startup => {
                    "The company is young: product, customers and ways of working are all still new."
                }
                Stage::ScaleUp => {
                    "The company has found what works and is growing fast, in customers and in people."
                }
                Stage::Established => {
                    "The company is settled: steady customers, familiar routines and moderate growth."
                }
                Stage::Enterprise => {
                    "The company is large, with several lines of business, divisions or countries to run."
                }
            },
            (Self::Headcount, Value::Headcount(Headcount::LEAST)) => "One person works in the company.",
            (Self::Budget, Value::Budget(budget)) => match budget {
                Budget::OneExecutive => {
                    "The company can pay for one executive, who leads both technology and product."
                }
                Budget::TwoExecutives => {
                    "The company can pay for two executives, one for technology and one for product."
                }
            },
            (Self::Regulated, Value::Is(true)) => {
                "A regulator supervises the company and can fine it or stop its business."
            }
            (Self::Regulated, Value::Is(false)) => {
                "The company only has to follow the laws that apply to every business."
            }
            (Self::Signal(signal), Value::Level(level)) => of_signal(signal).1.get(level),
            (Self::Safeguard(safeguard), Value::Is(false)) => of_safeguard(safeguard)[1],
            (Self::Safeguard(safeguard), Value::Is(true)) => of_safeguard(safeguard)[2],
            (Self::Incumbent, Value::Incumbent(who)) => match who {
                Incumbent::Cto => "Today's CTO becomes the CPTO, or today's CPTO becomes the CTO.",
                Incumbent::Cpo => "Today's CPO becomes the CPTO, or today's CPTO becomes the CPO.",
                Incumbent::None => "None of today's leaders stays; others lead the new structure.",
            },
            (Self::Skill(..), Value::Proficiency(proficiency)) => match proficiency {
                Proficiency::Novice => {
                    "The person is new to this, and follows rules or instructions step by step."
                }
                Proficiency::AdvancedBeginner => {
                    "The person copes with situations met before, but needs help with new ones."
                }
                Proficiency::Competent => {
                    "The person handles this alone: plans, decides and answers for the outcome."
                }
                Proficiency::Proficient => {
                    "The person quickly grasps the whole picture: what matters and what can wait."
                }
                Proficiency::Expert => {
                    "The person knows almost immediately what to do, even in situations never met before."
                }
            },
            (Self::ProductAttention, Value::Share(Percent::LEAST)) => {
                "Technology takes all of the CPTO's time."
            }
            (Self::ProductAttention, Value::Share(Percent::MOST)) => "Product takes all of the CPTO's time.",
            (Self::Term, Value::Months(Months::LEAST)) => {
                "The new structure is meant to end after one month."
            }
            _ => return Cow::Owned(self.sentence_with(value)),
        })
    }

    /// Returns a sentence that contains the value.
    fn sentence_with(self, value: Value) -> String {
        match (self, value) {
            (Self::Headcount, Value::Headcount(people)) => {
                format!("There are {people} people in the company.")
            }
            (Self::ProductAttention, Value::Share(share)) => {
                format!("Product takes {share} percent of the CPTO's time, technology the rest.")
            }
            (Self::Term, Value::Months(months)) => {
                format!("The new structure is meant to end after {months} months.")
            }
            (Self::Interim(role), Value::Is(true)) => {
                format!("The {role:#} is only standing in until somebody permanent is found.")
            }
            (Self::Interim(role), Value::Is(false)) => format!("The {role:#} is there to stay."),
            (Self::Newcomer(role), Value::Is(true)) => format!("Somebody new takes over as {role:#}."),
            (Self::Newcomer(role), Value::Is(false)) => format!("Today's {role:#} stays on as {role:#}."),
            (Self::DirectReports(role), Value::People(people)) => match people {
                0 => format!("Nobody reports directly to the {role:#}."),
                1 => format!("One person reports directly to the {role:#}."),
                _ => format!("There are {people} people who report directly to the {role:#}."),
            },
            (Self::OtherDuties(role), Value::Share(share)) => match share.get() {
                0 => format!("The {role:#} has no other job."),
                100 => format!("Another job takes all of the {role:#}'s time."),
                share => format!("Another job takes {share} percent of the {role:#}'s time."),
            },
            (_, value) => value.to_string(),
        }
    }
}

impl Proposal {
    /// Returns the sentence of [`Fact::sentence`], adapted to this proposal: the wording for who stays differs between a merge
    /// and a split.
    ///
    /// ```
    /// use cpto::{Fact, Incumbent, Proposal, Seat, Structure, Value};
    ///
    /// let current = Structure::pair(Seat::draft(), Seat::draft());
    /// let proposal = Proposal::draft().current(current).proposed(Structure::combined(Seat::draft())).build()?;
    /// let sentence = proposal.sentence(Fact::Incumbent, Value::Incumbent(Incumbent::Cpo));
    /// assert_eq!(sentence, "Today's CPO becomes the CPTO.");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn sentence(&self, fact: Fact, value: Value) -> Cow<'static, str> {
        let (Fact::Incumbent, Value::Incumbent(who)) = (fact, value) else { return fact.sentence(value) };
        Cow::Borrowed(match (self.change(), who) {
            (Change::Merge, Incumbent::Cto) => "Today's CTO becomes the CPTO.",
            (Change::Merge, Incumbent::Cpo) => "Today's CPO becomes the CPTO.",
            (Change::Merge, Incumbent::None) => {
                "Somebody else becomes the CPTO, from inside or outside the company."
            }
            (Change::Split, Incumbent::Cto) => "Today's CPTO becomes the CTO.",
            (Change::Split, Incumbent::Cpo) => "Today's CPTO becomes the CPO.",
            (Change::Split, Incumbent::None) => "Today's CPTO becomes neither CTO nor CPO.",
            _ => return fact.sentence(value),
        })
    }
}

impl Trigger {
    /// The question that the sentences of all triggers answer; several may be true.
    pub const QUESTION: &'static str = "Which of these are reasons for you to act now?";

    /// Returns the sentence by which somebody recognises the reason.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Growth => "There is more to lead than today's leaders have time for.",
            Self::Transformation => {
                "Old problems in technology, product or culture have piled up and must be dealt with."
            }
            Self::Renewal => "There is a new strategy, product line or market, or a founder changes role.",
            Self::Cost => "The company needs to save money on its leadership.",
            Self::Vacancy => "A leader has left or is about to leave.",
            Self::Friction => "Product and technology quarrel, and the work suffers.",
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;
    use alloc::vec::Vec;

    use super::*;
    use crate::model::seat::Seat;
    use crate::model::structure::Structure;

    /// Asserts that the text is one English sentence, short enough to read at a glance, without names from a document.
    #[track_caller]
    fn reads_well(text: &str, end: char) {
        let words = text.split_whitespace().count();
        assert!((6..=18).contains(&words), "{words} words: {text}");
        assert!(text.ends_with(end) && text.matches(['.', '?', '!']).count() == 1, "{text}");
        assert!(text.starts_with(|first: char| first.is_ascii_uppercase()), "{text}");
        assert!(!text.contains(['-', '_', '`', '%']) && !text.contains("  "), "{text}");
    }

    /// Returns the sentences of a fact; for a headcount, only the first ones.
    fn sentences(fact: Fact) -> Vec<Cow<'static, str>> {
        fact.values().take(101).map(|value| fact.sentence(value)).collect()
    }

    #[test]
    fn every_fact_is_asked_about() {
        let mut questions = BTreeSet::new();
        for &fact in Fact::ALL {
            let question = fact.question();
            reads_well(&question, '?');
            assert!(questions.insert(question), "asked twice: {fact}");
        }
    }

    #[test]
    fn every_value_is_recognised() {
        let mut all = BTreeSet::new();
        for &fact in Fact::ALL {
            let sentences = sentences(fact);
            for sentence in &sentences {
                reads_well(sentence, '.');
            }
            let different: BTreeSet<_> = sentences.iter().cloned().collect();
            assert_eq!(different.len(), sentences.len(), "{fact}");
            // All skills share the same sentences.
            let before = all.len();
            if !matches!(fact, Fact::Skill(..)) {
                all.extend(different);
                assert_eq!(all.len(), before + sentences.len(), "{fact}: said of another fact, too");
            }
        }
    }

    #[test]
    fn who_stays_is_said_of_the_change() {
        let (pair, one) =
            (|| Structure::pair(Seat::draft(), Seat::draft()), || Structure::combined(Seat::draft()));
        let mut all = BTreeSet::new();
        for (current, proposed) in [(pair(), one()), (one(), pair()), (pair(), pair())] {
            let proposal = Proposal::draft().current(current).proposed(proposed).build().unwrap();
            all.extend(Fact::Incumbent.values().map(|who| proposal.sentence(Fact::Incumbent, who)));
            let stage = Value::Stage(Stage::Startup);
            assert_eq!(proposal.sentence(Fact::Stage, stage), Fact::Stage.sentence(stage));
        }
        assert_eq!(all.len(), 9);
    }

    #[test]
    fn every_reason_reads_well() {
        reads_well(Trigger::QUESTION, '?');
        for trigger in Trigger::ALL {
            reads_well(trigger.sentence(), '.');
        }
    }

    #[test]
    fn a_value_of_another_fact_is_named() {
        assert_eq!(Fact::Stage.sentence(Value::Is(true)), "yes");
        let (one, pair) = (Structure::combined(Seat::draft()), Structure::pair(Seat::draft(), Seat::draft()));
        let merge = Proposal::draft().current(pair).proposed(one).build().unwrap();
        assert_eq!(merge.sentence(Fact::Stage, Value::Incumbent(Incumbent::Cto)), Incumbent::Cto.title());
    }
}
