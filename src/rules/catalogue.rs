//! What may go wrong with a proposal: the catalogue of warnings.
//!
//! Each warning is declared in a file of its own that is named after it. The struct is the evidence, its
//! documentation is the warning's page, and beside it stand the rule, the message, the remedies, the sources, the
//! smallest proposal that raises it and the nearest one that does not.

use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{FactSet, Reads};
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::policy::numbers::Policy;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::set::word_set;
use crate::vocabulary::severity::{Certainty, Severity};
use crate::vocabulary::source::Citation;
use crate::vocabulary::span::Span;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// What a warning is about.
    ///
    /// ```
    /// use cpto::{Family, WarningCode};
    ///
    /// assert_eq!(WarningCode::DecisionLatency.family(), Family::Collaboration);
    /// ```
    pub enum Family as "family of warnings" {
        /// Whether leaders can do what they are asked to.
        Capacity,
        /// Whether somebody objects.
        Challenge,
        /// Whether the structure fits the company and the leaders fit their seats.
        Fit,
        /// Whether two leaders work together.
        Collaboration,
        /// Whether every responsibility is in one right hand.
        Ownership,
        /// Whether the structure is chosen, changed and reviewed with care.
        Governance,
    }
}

/// What every warning declares beside its evidence and its message.
pub(crate) trait Declaration: fmt::Display {
    /// Whose word it rests on.
    const CITATIONS: &'static [Citation];

    /// The facts that its rule reads in any structure, and what they do to it as they rise.
    const READS: Reads = Reads::NONE;

    /// The facts that its rule reads in this structure; of this seat, where it is given once for each seat.
    fn reads(_: &Numbers, _: &Structure, _: Role) -> Reads {
        Self::READS
    }

    /// What would make it milder, given the evidence.
    fn remedies(&self, remedies: &mut Remedies);

    /// The smallest proposal that raises it in every world.
    fn raised() -> Draft<Proposal>;

    /// A proposal that raises it at this severity in every world, unless the default policy never makes it so severe.
    fn raised_at(severity: Severity) -> Option<Draft<Proposal>>;

    /// The nearest proposal that raises it in no world.
    fn spared() -> Draft<Proposal>;
}

/// Declares the evidence of a warning. Its documentation is kept for the reader of a running program, too; the part of it
/// that follows from the default policy, the remedies and the sources is made by a test.
macro_rules! evidence {
    (
        $(#[doc = $doc:literal])+
        pub struct $Name:ident { $( $(#[$field_meta:meta])+ pub $field:ident: $Type:ty, )* }
    ) => {
        $(#[doc = $doc])+
        ///
        /// # Example
        /// The smallest proposal that raises it, and the nearest one that does not:
        /// ```
        /// use cpto::{WarningCode, evaluate};
        ///
        #[doc = concat!("let code = WarningCode::", stringify!($Name), ";")]
        /// assert!(evaluate(&code.raised().build()?).warning(code).is_some());
        /// assert!(evaluate(&code.spared().build()?).warning(code).is_none());
        /// # Ok::<(), cpto::Faults>(())
        /// ```
        #[doc = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/pages/", stringify!($Name), ".md"))]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct $Name {
            /// The least and the most severe it is, over all worlds that agree with the facts.
            pub severity: crate::vocabulary::span::Span<crate::vocabulary::severity::Severity>,
            $( $(#[$field_meta])+ pub $field: $Type, )*
            /// The facts that it was read from and that are not known exactly.
            pub open: crate::model::fact::FactSet,
        }

        impl $Name {
            pub(crate) const DOCUMENTATION: &'static str = concat!($($doc, "\n",)+ include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/pages/", stringify!($Name), ".md")));
        }

        crate::document::evidence! { $Name { $($field: $Type),* } }
    };
}
pub(crate) use evidence;

/// Makes the catalogue from its list: the codes, the warnings, the order of evaluation and a contract test each.
/// `seat` marks those that are given once for each seat.
macro_rules! catalogue {
    ($( $Family:ident in $family:ident: $( $module:ident::$Name:ident $($seat:ident)? ),+; )+) => {
        $($( pub use crate::rules::$family::$module::$Name; )+)+

        vocabulary! {
            growing
            /// The name of a warning, stable and written in kebab-case in documents.
            ///
            /// The order is that of the catalogue, family by family.
            ///
            /// ```
            /// use cpto::WarningCode;
            ///
            /// assert_eq!("overload-risk".parse(), Ok(WarningCode::OverloadRisk));
            /// ```
            pub enum WarningCode as "warning" {
                $($(
                    #[doc = concat!("[`", stringify!($Name), "`]")]
                    $Name => Row {
                        family: Family::$Family,
                        of_seat: catalogue!(@of_seat $($seat)?),
                        documentation: $Name::DOCUMENTATION,
                        citations: $Name::CITATIONS,
                        reads: $Name::reads,
                        raised: $Name::raised,
                        raised_at: $Name::raised_at,
                        spared: $Name::spared,
                    },
                )+)+
            }
        }

        /// What may go wrong with a proposal, with the evidence for it.
        ///
        /// `Display` is one line that names the evidence. The alternate form, `{:#}`, adds why it matters, when it is
        /// fine, what to do, and on whose word.
        ///
        /// ```
        /// use cpto::{Proposal, Seat, Structure, Warning, evaluate};
        ///
        /// let assessment = evaluate(&Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?);
        /// for warning in assessment.warnings() {
        ///     if let Warning::OverloadRisk(evidence) = warning {
        ///         assert_eq!((evidence.load.least(), evidence.load.most()), (41, 311));
        ///     }
        /// }
        /// # Ok::<(), cpto::Faults>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Warning {
            $($(
                #[doc = concat!("See [`", stringify!($Name), "`].")]
                $Name($Name),
            )+)+
        }

        impl Warning {
            /// The most warnings that one assessment can have: each once, and those of seats once more.
            pub(crate) const MOST: usize = WarningCode::COUNT $($( + catalogue!(@seat 1 $($seat)?) )+)+;

            /// The warning's name.
            ///
            /// ```
            /// use cpto::{WarningCode, evaluate};
            ///
            /// let assessment = evaluate(&WarningCode::CostBurden.raised().build()?);
            /// assert!(assessment.warnings().iter().any(|warning| warning.code() == WarningCode::CostBurden));
            /// # Ok::<(), cpto::Faults>(())
            /// ```
            #[must_use]
            pub const fn code(&self) -> WarningCode {
                match self { $($( Self::$Name(_) => WarningCode::$Name, )+)+ }
            }

            /// The least and the most severe it is, over all worlds that agree with the facts.
            ///
            /// ```
            /// use cpto::{Severity, WarningCode, evaluate};
            ///
            /// let assessment = evaluate(&WarningCode::CostBurden.raised().build()?);
            /// assert!(assessment.warning(WarningCode::CostBurden).unwrap().severity().least() > Severity::None);
            /// # Ok::<(), cpto::Faults>(())
            /// ```
            #[must_use]
            pub const fn severity(&self) -> Span<Severity> {
                match self { $($( Self::$Name(evidence) => evidence.severity, )+)+ }
            }

            /// The facts that it was read from and that are not known exactly: what it hangs on where it is not
            /// certain how severe it is.
            ///
            /// ```
            /// use cpto::{Fact, Proposal, Seat, Structure, WarningCode, evaluate};
            ///
            /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
            /// let assessment = evaluate(&proposal);
            /// let open = assessment.warning(WarningCode::CostBurden).unwrap().open_facts();
            /// assert!(open.contains(Fact::Budget));
            /// # Ok::<(), cpto::Faults>(())
            /// ```
            #[must_use]
            pub const fn open_facts(&self) -> FactSet {
                match self { $($( Self::$Name(evidence) => evidence.open, )+)+ }
            }

            /// The seat that it speaks of, for those that are given once for each seat.
            ///
            /// ```
            /// use cpto::{Proposal, Role, Seat, Structure, WarningCode, evaluate};
            ///
            /// let assessment = evaluate(&Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?);
            /// assert_eq!(assessment.warning(WarningCode::OverloadRisk).unwrap().role(), Some(Role::Cpto));
            /// assert_eq!(assessment.warning(WarningCode::NoSecondLine).unwrap().role(), None);
            /// # Ok::<(), cpto::Faults>(())
            /// ```
            #[must_use]
            pub const fn role(&self) -> Option<Role> {
                match self { $($( catalogue!(@pattern evidence $Name $($seat)?) => catalogue!(@role evidence $($seat)?), )+)+ }
            }

            /// Which warning of its assessment it is.
            ///
            /// ```
            /// use cpto::{WarningCode, evaluate};
            ///
            /// let assessment = evaluate(&WarningCode::CostBurden.raised().build()?);
            /// let warning = assessment.warning(WarningCode::CostBurden).unwrap();
            /// assert_eq!(assessment.severity(warning.key()), warning.severity());
            /// # Ok::<(), cpto::Faults>(())
            /// ```
            #[must_use]
            pub const fn key(&self) -> WarningKey {
                WarningKey { code: self.code(), role: self.role() }
            }

            /// What says the message.
            fn message(&self) -> &dyn fmt::Display {
                match self { $($( Self::$Name(evidence) => evidence, )+)+ }
            }

            /// What would make it milder or make it go away.
            ///
            /// ```
            /// use cpto::{WarningCode, evaluate};
            ///
            /// let assessment = evaluate(&WarningCode::NoSecondLine.raised().build()?);
            /// for remedy in assessment.warning(WarningCode::NoSecondLine).unwrap().remedies() {
            ///     println!("{remedy}");
            /// }
            /// # Ok::<(), cpto::Faults>(())
            /// ```
            pub fn remedies(&self) -> impl Iterator<Item = Remedy> {
                let mut remedies = Remedies::default();
                match self { $($( Self::$Name(evidence) => Declaration::remedies(evidence, &mut remedies), )+)+ }
                remedies.into_iter()
            }
        }

        /// Gives every warning to `give`, in the order of the catalogue and then of the seats.
        #[inline]
        pub(crate) fn assess(situation: &Situation<'_>, mut give: impl FnMut(Warning)) {
            $($( catalogue!(@assess situation give $Name $($seat)?); )+)+
        }

        crate::document::warnings! { $($( $Name $($seat)? ),+),+ }

        #[cfg(test)]
        mod contract {
            $($(
                #[test]
                fn $module() {
                    super::tests::keeps_the_contract(super::WarningCode::$Name, stringify!($module));
                }
            )+)+
        }
    };
    (@of_seat seat) => { true };
    (@of_seat) => { false };
    (@seat $n:literal seat) => { $n };
    (@seat $n:literal) => { 0 };
    (@pattern $evidence:ident $Name:ident seat) => { Self::$Name($evidence) };
    (@pattern $evidence:ident $Name:ident) => { Self::$Name(_) };
    (@role $evidence:ident seat) => { Some($evidence.role) };
    (@role $evidence:ident) => { None };
    (@assess $situation:ident $give:ident $Name:ident seat) => {
        for seat in &$situation.seats {
            if let Some(evidence) = $Name::assess($situation, seat) {
                $give(Warning::$Name(evidence));
            }
        }
    };
    (@assess $situation:ident $give:ident $Name:ident) => {
        if let Some(evidence) = $Name::assess($situation) {
            $give(Warning::$Name(evidence));
        }
    };
}

catalogue! {
    Capacity in capacity:
        overload_risk::OverloadRisk seat,
        context_switching::ContextSwitching,
        one_sided_focus::OneSidedFocus,
        no_second_line::NoSecondLine,
        key_person_dependency::KeyPersonDependency;
    Challenge in challenge:
        no_counterpart_challenge::NoCounterpartChallenge,
        segregation_of_duties::SegregationOfDuties seat;
    Fit in fit:
        technology_needs_dedicated_leader::TechnologyNeedsDedicatedLeader,
        product_needs_dedicated_leader::ProductNeedsDedicatedLeader,
        scale_requires_both::ScaleRequiresBoth,
        skill_gap::SkillGap seat,
        premature_split::PrematureSplit,
        cost_burden::CostBurden,
        inseparable_decisions::InseparableDecisions;
    Collaboration in collaboration:
        misalignment_risk::MisalignmentRisk,
        no_collaboration_forum::NoCollaborationForum,
        decision_latency::DecisionLatency;
    Ownership in ownership:
        unowned_responsibility::UnownedResponsibility,
        contested_responsibility::ContestedResponsibility,
        misplaced_responsibility::MisplacedResponsibility,
        accountability_without_authority::AccountabilityWithoutAuthority seat,
        commercial_disconnect::CommercialDisconnect;
    Governance in governance:
        strategy_misalignment::StrategyMisalignment,
        no_review_cadence::NoReviewCadence,
        change_without_cause::ChangeWithoutCause,
        transition_risk::TransitionRisk,
        insufficient_evidence::InsufficientEvidence;
}

word_set! {
    /// Some warnings, by their names.
    ///
    /// ```
    /// use cpto::{WarningCode, WarningSet};
    ///
    /// let set = WarningSet::of(&[WarningCode::SkillGap, WarningCode::OverloadRisk]);
    /// assert_eq!(set.to_string(), "overload-risk, skill-gap");
    /// ```
    pub struct WarningSet(u32) of names WarningCode, such as OverloadRisk and SkillGap
}

/// What is known of a [`WarningCode`].
#[derive(Debug)]
struct Row {
    family: Family,
    of_seat: bool,
    documentation: &'static str,
    citations: &'static [Citation],
    reads: fn(&Numbers, &Structure, Role) -> Reads,
    raised: fn() -> Draft<Proposal>,
    raised_at: fn(Severity) -> Option<Draft<Proposal>>,
    spared: fn() -> Draft<Proposal>,
}

/// Which warning of an assessment is meant: there is at most one of a name, or one of a name for each seat.
///
/// ```
/// use cpto::{Form, Role, WarningCode, WarningKey};
///
/// let keys: Vec<String> = WarningKey::all(Form::Pair).map(|key| key.to_string()).take(3).collect();
/// assert_eq!(keys, ["overload-risk of the CTO", "overload-risk of the CPO", "context-switching"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_structs,
    reason = "a warning is known by its name and its seat, and by nothing else"
)]
pub struct WarningKey {
    /// The warning's name.
    pub code: WarningCode,
    /// The seat that it speaks of, for those that are given once for each seat.
    pub role: Option<Role>,
}

impl WarningKey {
    /// Every warning that an assessment of such a structure can have, in the order of the catalogue and then of the
    /// seats.
    ///
    /// ```
    /// use cpto::{Form, WarningCode, WarningKey};
    ///
    /// let of_seats = WarningCode::ALL.iter().filter(|code| code.is_of_seat()).count();
    /// assert_eq!(WarningKey::all(Form::Pair).count(), WarningCode::COUNT + of_seats, "one more for the second seat");
    /// ```
    pub fn all(form: Form) -> impl Iterator<Item = Self> {
        WarningCode::ALL.iter().flat_map(move |&code| {
            let seats = if code.is_of_seat() { form.roles() } else { &[] };
            let whole = (!code.is_of_seat()).then_some(Self { code, role: None });
            seats.iter().map(move |&role| Self { code, role: Some(role) }).chain(whole)
        })
    }

    /// The facts that the warning reads in such a structure, and what they do to it as they rise.
    ///
    /// No other fact changes the warning. `insufficient-evidence` reads none: it counts what is known of them.
    ///
    /// ```
    /// use cpto::{Fact, Policy, Proposal, Safeguard, Seat, Structure, WarningCode, WarningKey};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// let key = WarningKey { code: WarningCode::KeyPersonDependency, role: None };
    /// let reads = key.reads(proposal.proposed(), &Policy::DEFAULT);
    /// assert!(reads.lowering().contains(Fact::Safeguard(Safeguard::SuccessionPlan)));
    /// assert!(reads.mixed().contains(Fact::Stage));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn reads(self, structure: &Structure, policy: &Policy) -> Reads {
        (self.code.row().reads)(policy.numbers(), structure, self.role.unwrap_or(Role::Cpto))
    }
}

impl fmt::Display for WarningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.code, f)?;
        self.role.map_or(Ok(()), |role| write!(f, " of the {}", role.abbreviation()))
    }
}

/// The headings of every warning's documentation, behind the part that says what it flags.
const WHY_IT_MATTERS: &str = "Why it matters";
const DEFAULT_NUMBERS: &str = "In the default policy";
const WHEN_IT_IS_FINE: &str = "When it is fine";

impl WarningCode {
    /// What the warning is about.
    ///
    /// ```
    /// use cpto::{Family, WarningCode};
    ///
    /// assert_eq!(WarningCode::TransitionRisk.family(), Family::Governance);
    /// ```
    #[must_use]
    pub const fn family(self) -> Family {
        self.row().family
    }

    /// Whether it speaks of the proposal, and so counts towards the verdict, as all do but `insufficient-evidence`: that one
    /// speaks of how much is known.
    ///
    /// ```
    /// use cpto::WarningCode;
    ///
    /// let not_counted: Vec<_> = WarningCode::ALL.iter().filter(|code| !code.counts_towards_verdict()).collect();
    /// assert_eq!(not_counted, [&WarningCode::InsufficientEvidence]);
    /// ```
    #[must_use]
    pub const fn counts_towards_verdict(self) -> bool {
        !matches!(self, Self::InsufficientEvidence)
    }

    /// Whether it is given once for each seat.
    ///
    /// ```
    /// use cpto::WarningCode;
    ///
    /// assert!(WarningCode::OverloadRisk.is_of_seat() && !WarningCode::CostBurden.is_of_seat());
    /// ```
    #[must_use]
    pub const fn is_of_seat(self) -> bool {
        self.row().of_seat
    }

    /// Whose word it rests on.
    ///
    /// ```
    /// use cpto::WarningCode;
    ///
    /// for citation in WarningCode::OverloadRisk.citations() {
    ///     println!("{citation}");
    /// }
    /// ```
    #[must_use]
    pub const fn citations(self) -> &'static [Citation] {
        self.row().citations
    }

    /// The warning's page as Markdown: what it flags, why it matters, when it is fine.
    ///
    /// ```
    /// use cpto::WarningCode;
    ///
    /// let page = WarningCode::OverloadRisk.documentation();
    /// assert!(page.contains("# Why it matters") && page.contains("# When it is fine"));
    /// ```
    #[must_use]
    pub const fn documentation(self) -> &'static str {
        self.row().documentation
    }

    /// What it flags, in one sentence.
    ///
    /// ```
    /// use cpto::WarningCode;
    ///
    /// assert_eq!(WarningCode::CostBurden.summary(), "The structure asks for more executives than the company can pay for.");
    /// ```
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.documentation().lines().next().unwrap_or_default().trim()
    }

    /// Why it matters.
    ///
    /// ```
    /// use cpto::WarningCode;
    ///
    /// assert!(WarningCode::ALL.iter().all(|code| !code.why_it_matters().is_empty()));
    /// ```
    #[must_use]
    pub fn why_it_matters(self) -> &'static str {
        self.section(WHY_IT_MATTERS)
    }

    /// When it is fine to leave it.
    ///
    /// ```
    /// use cpto::WarningCode;
    ///
    /// assert!(WarningCode::ALL.iter().all(|code| !code.when_it_is_fine().is_empty()));
    /// ```
    #[must_use]
    pub fn when_it_is_fine(self) -> &'static str {
        self.section(WHEN_IT_IS_FINE)
    }

    /// The numbers of the default policy that it goes by, as a list in Markdown.
    ///
    /// ```
    /// use cpto::WarningCode;
    ///
    /// assert_eq!(WarningCode::DecisionLatency.default_numbers(), "- stage: startup medium, scale-up medium, established low, enterprise low");
    /// ```
    #[must_use]
    pub fn default_numbers(self) -> &'static str {
        self.section(DEFAULT_NUMBERS)
    }

    /// The text behind a heading, up to the next one.
    fn section(self, heading: &str) -> &'static str {
        let mut sections = self.documentation().split("\n # ").flat_map(|part| part.split("\n# "));
        sections.find_map(|section| section.strip_prefix(heading)).unwrap_or_default().trim()
    }

    /// The smallest proposal that raises it in every world. It always builds.
    ///
    /// ```
    /// use cpto::{WarningCode, evaluate};
    ///
    /// let code = WarningCode::PrematureSplit;
    /// assert!(evaluate(&code.raised().build()?).warning(code).is_some());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn raised(self) -> Draft<Proposal> {
        (self.row().raised)()
    }

    /// A small proposal that raises it at this severity in every world. It always builds. Nothing where the default policy
    /// never makes it so severe.
    ///
    /// ```
    /// use cpto::{Severity, WarningCode, evaluate};
    ///
    /// let code = WarningCode::NoCounterpartChallenge;
    /// let draft = code.raised_at(Severity::Medium).expect("one of two practices is missing");
    /// let assessment = evaluate(&draft.build()?);
    /// assert_eq!(assessment.warning(code).and_then(|it| it.severity().value()), Some(Severity::Medium));
    /// assert!(code.raised_at(Severity::Critical).is_none());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn raised_at(self, severity: Severity) -> Option<Draft<Proposal>> {
        (self.row().raised_at)(severity)
    }

    /// The nearest proposal to [`raised`](WarningCode::raised) that raises it in no world. It always builds.
    ///
    /// ```
    /// use cpto::{WarningCode, evaluate};
    ///
    /// let code = WarningCode::PrematureSplit;
    /// assert!(evaluate(&code.spared().build()?).warning(code).is_none());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn spared(self) -> Draft<Proposal> {
        (self.row().spared)()
    }
}

impl Warning {
    /// Whether every world that agrees with the facts has it, or only some.
    ///
    /// ```
    /// use cpto::{Certainty, WarningCode, evaluate};
    ///
    /// let assessment = evaluate(&WarningCode::CostBurden.raised().build()?);
    /// assert_eq!(assessment.warning(WarningCode::CostBurden).unwrap().certainty(), Certainty::Certain);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        if self.severity().least > Severity::None { Certainty::Certain } else { Certainty::Possible }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)?;
        if !f.alternate() {
            return Ok(());
        }
        let code = self.code();
        write!(f, "\n\n{WHY_IT_MATTERS}\n")?;
        write_plain(f, code.why_it_matters())?;
        write!(f, "\n\n{WHEN_IT_IS_FINE}\n")?;
        write_plain(f, code.when_it_is_fine())?;
        f.write_str("\n\nWhat to do")?;
        for remedy in self.remedies() {
            write!(f, "\n- {remedy}")?;
        }
        f.write_str("\n\nSources")?;
        for citation in code.citations() {
            write!(f, "\n- {citation}")?;
        }
        Ok(())
    }
}

/// Writes a section of documentation on one line.
fn write_plain(f: &mut fmt::Formatter<'_>, section: &str) -> fmt::Result {
    for (position, word) in section.split_whitespace().enumerate() {
        if position > 0 {
            f.write_str(" ")?;
        }
        f.write_str(word)?;
    }
    Ok(())
}

/// How a message says whether a practice is in place.
pub(crate) fn presence(in_place: Estimate<bool>) -> &'static str {
    match in_place.value() {
        Some(true) => "in place",
        Some(false) => "absent",
        None => "unknown",
    }
}

#[cfg(test)]
pub(crate) mod tests;
