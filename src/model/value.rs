//! What is known about each fact, whatever its scale?
//!
//! A fact is treated as a range of places on its scale, so that facts of all kinds can be enumerated, narrowed and forgotten in
//! the same way. Evaluations do not use this form.

use core::fmt;
use core::ops::RangeInclusive;

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;

use crate::input::fault::FaultKind;
use crate::input::found::{Found, Shape};
use crate::measures::readings::Readings;
use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::vocabulary::change::{Change, Incumbent};
use crate::vocabulary::role::Role;
use crate::vocabulary::scale::{Estimate, Headcount, Months, Percent, Scale};
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::stage::{Budget, Stage};

/// The possible values, as places on a scale. For the incumbent, they are places in the list of those who may stay.
pub(crate) type Places = RangeInclusive<u32>;

/// Returns the places of an estimate.
fn places<T: Scale>(estimate: Estimate<T>) -> Places {
    estimate.least().rank()..=estimate.most().rank()
}

/// Returns the estimate with these places, if the scale has them.
fn estimate<T: Scale>(places: &Places) -> Option<Estimate<T>> {
    Some(Estimate { least: T::at_rank(*places.start())?, most: T::at_rank(*places.end())? })
}

/// Replaces an estimate, if there is one and the scale has the places.
fn put<T: Scale>(slot: Option<&mut Estimate<T>>, places: &Places) {
    if let (Some(slot), Some(estimate)) = (slot, estimate(places)) {
        *slot = estimate;
    }
}

/// A value that a fact can have, by kind.
///
/// ```
/// use cpto::{Stage, Value};
///
/// assert_eq!(Value::Stage(Stage::ScaleUp).to_string(), "scale-up");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// A stage.
    Stage(Stage),
    /// A headcount.
    Headcount(Headcount),
    /// A budget.
    Budget(Budget),
    /// The level of a signal.
    Level(Maturity),
    /// The proficiency in a skill.
    Proficiency(Proficiency),
    /// Yes or no: whether a safeguard is in place, a company is regulated, a seat is interim or its leader is new.
    Is(bool),
    /// A share of somebody's time.
    Share(Percent),
    /// The number of direct reports.
    People(u8),
    /// The length of a term.
    Months(Months),
    /// The current leader who stays, if any.
    Incumbent(Incumbent),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stage(stage) => write!(f, "{stage:#}"),
            Self::Headcount(Headcount::LEAST) | Self::People(1) => f.write_str("1 person"),
            Self::Headcount(people) => write!(f, "{people} people"),
            Self::Budget(budget) => write!(f, "{budget:#}"),
            Self::Level(level) => write!(f, "{level:#}"),
            Self::Proficiency(proficiency) => write!(f, "{proficiency:#}"),
            Self::Is(true) => f.pad("yes"),
            Self::Is(false) => f.pad("no"),
            Self::Share(percent) => write!(f, "{percent} %"),
            Self::People(people) => write!(f, "{people} people"),
            Self::Months(Months::LEAST) => f.write_str("1 month"),
            Self::Months(months) => write!(f, "{months} months"),
            Self::Incumbent(who) => write!(f, "{who:#}"),
        }
    }
}

impl Value {
    /// Returns the value as a document writes it; [`Fact::read`] reads it back. `Display` is for readers.
    #[must_use]
    pub fn written(self) -> Cow<'static, str> {
        match self {
            Self::Stage(stage) => stage.as_str().into(),
            Self::Budget(budget) => budget.as_str().into(),
            Self::Level(level) => level.as_str().into(),
            Self::Proficiency(proficiency) => proficiency.as_str().into(),
            Self::Is(is) => if is { "true" } else { "false" }.into(),
            Self::Incumbent(who) => who.as_str().into(),
            number => number.rank().to_string().into(),
        }
    }

    /// Returns the place on its scale; for the incumbent, as if everybody might stay.
    pub(crate) fn rank(self) -> u32 {
        match self {
            Self::Stage(stage) => stage.rank(),
            Self::Headcount(people) => people.rank(),
            Self::Budget(budget) => budget.rank(),
            Self::Level(level) => level.rank(),
            Self::Proficiency(proficiency) => proficiency.rank(),
            Self::Is(is) => is.rank(),
            Self::Share(percent) => percent.rank(),
            Self::People(people) => people.rank(),
            Self::Months(months) => months.rank(),
            Self::Incumbent(who) => who as u32,
        }
    }
}

/// The choices that a form offers for a fact.
///
/// ```
/// use cpto::{Choices, Fact};
///
/// let Choices::Listed(budgets) = Fact::Budget.choices() else { unreachable!() };
/// assert_eq!(budgets.len(), 2);
/// let Choices::Between(least, most) = Fact::Headcount.choices() else { unreachable!() };
/// assert_eq!((least.written().as_ref(), most.written().as_ref()), ("1", "4294967295"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "values can be listed or they cannot")]
pub enum Choices {
    /// Each of these values, from the least to the greatest.
    Listed(Vec<Value>),
    /// A number between two values, inclusive.
    Between(Value, Value),
}

impl Fact {
    /// Returns what a form offers for the fact: the bounds of a number, or each value of anything else. For the incumbent, this
    /// is everybody, in the order of [`Incumbent::ALL`].
    #[must_use]
    pub fn choices(self) -> Choices {
        use Value::{Headcount, Months, People, Share};
        let mut ends = self.values();
        match (ends.next(), ends.next_back()) {
            (Some(least @ (Headcount(_) | Share(_) | People(_) | Months(_))), Some(most)) => {
                Choices::Between(least, most)
            }
            _ => Choices::Listed(self.values().collect()),
        }
    }

    /// Returns every value that the fact can have, from the least to the greatest. A headcount has 4,294,967,295, so a form
    /// should use [`choices`](Self::choices) instead. For the incumbent, this is everybody, in the order of [`Incumbent::ALL`];
    /// [`Proposal::values_of`] returns those who may stay.
    ///
    /// ```
    /// use cpto::Fact;
    ///
    /// let budgets: Vec<String> = Fact::Budget.values().map(|value| value.to_string()).collect();
    /// assert_eq!(budgets, ["one executive", "two executives"]);
    /// assert_eq!(Fact::Headcount.values().next().unwrap().to_string(), "1 person");
    /// ```
    #[must_use]
    pub fn values(self) -> impl DoubleEndedIterator<Item = Value> {
        self.scale().filter_map(move |place| self.value(place))
    }

    /// Reads a value of this fact as a document writes it, such as one submitted in a form.
    ///
    /// ```
    /// use cpto::{Fact, Stage, Value};
    ///
    /// assert_eq!(Fact::Stage.read("startup"), Ok(Value::Stage(Stage::Startup)));
    /// assert_eq!(Fact::Regulated.read("yes").unwrap_err().allowed(), "true or false");
    /// assert_eq!(Fact::Headcount.read("0").unwrap_err().to_string(), "0 is out of range");
    /// assert!(Fact::ALL.iter().all(|fact| fact.values().take(99).all(|value| fact.read(&value.written()) == Ok(value))));
    /// ```
    ///
    /// # Errors
    /// Returns [`FaultKind::UnknownName`], [`FaultKind::WrongType`] or [`FaultKind::OutOfRange`], as for a document.
    pub fn read(self, written: &str) -> Result<Value, FaultKind> {
        let wrong = |allowed| FaultKind::WrongType { found: Found::Text(written.into()), allowed };
        match self {
            Self::Stage => Ok(Value::Stage(written.parse()?)),
            Self::Budget => Ok(Value::Budget(written.parse()?)),
            Self::Signal(_) => Ok(Value::Level(written.parse()?)),
            Self::Skill(..) => Ok(Value::Proficiency(written.parse()?)),
            Self::Incumbent => Ok(Value::Incumbent(written.parse()?)),
            Self::Regulated | Self::Safeguard(_) | Self::Interim(_) | Self::Newcomer(_) => {
                written.parse().map(Value::Is).map_err(|_| wrong(Shape::TrueOrFalse))
            }
            Self::Headcount
            | Self::Term
            | Self::ProductAttention
            | Self::OtherDuties(_)
            | Self::DirectReports(_) => {
                let found: i128 = written.parse().map_err(|_| wrong(Shape::Integer))?;
                let value = u32::try_from(found).ok().and_then(|place| self.value(place));
                let scale = self.scale();
                let (least, most) = ((*scale.start()).into(), (*scale.end()).into());
                value.ok_or(FaultKind::OutOfRange { found, least, most })
            }
        }
    }

    /// Returns the value at a place of the scale; for the incumbent, as if everybody might stay.
    fn value(self, place: u32) -> Option<Value> {
        self.on_scale(place).1
    }

    /// Returns the whole scale of the fact; for the incumbent, as if everybody might stay.
    pub(crate) fn scale(self) -> Places {
        self.on_scale(0).0
    }

    /// Returns the whole scale, and the value at a place of it.
    fn on_scale(self, place: u32) -> (Places, Option<Value>) {
        fn of<T: Scale>(value: fn(T) -> Value, place: u32) -> (Places, Option<Value>) {
            (places(Estimate::<T>::UNKNOWN), T::at_rank(place).map(value))
        }
        match self {
            Self::Stage => of(Value::Stage, place),
            Self::Headcount => of(Value::Headcount, place),
            Self::Budget => of(Value::Budget, place),
            Self::Signal(_) => of(Value::Level, place),
            Self::Regulated | Self::Safeguard(_) | Self::Interim(_) | Self::Newcomer(_) => {
                of(Value::Is, place)
            }
            Self::Skill(..) => of(Value::Proficiency, place),
            Self::ProductAttention | Self::OtherDuties(_) => of(Value::Share, place),
            Self::DirectReports(_) => of(Value::People, place),
            Self::Term => of(Value::Months, place),
            Self::Incumbent => {
                let incumbent = Incumbent::ALL.get(place as usize).copied();
                (0..=Incumbent::None as u32, incumbent.map(Value::Incumbent))
            }
        }
    }
}

impl Proposal {
    /// Returns what is possible for a fact, or nothing if this proposal does not have it: a signal that is not applicable, an
    /// observation that was not made, a missing seat.
    pub(crate) fn places(&self, fact: Fact) -> Option<Places> {
        let organization = self.organization();
        let seat = |role| self.proposed().seat(role);
        Some(match fact {
            Fact::Stage => places(organization.stage),
            Fact::Headcount => places(organization.headcount),
            Fact::Budget => places(organization.budget),
            Fact::Regulated => places(organization.regulated),
            Fact::Signal(signal) => places(organization.signal(signal)?),
            Fact::Safeguard(safeguard) => places(organization.safeguard(safeguard)),
            Fact::Incumbent => {
                let last = self.who_may_stay()?.count().checked_sub(1)?.try_into().ok()?;
                match self.incumbent() {
                    None => 0..=last,
                    Some(incumbent) => {
                        let place = self.who_may_stay()?.position(|who| who == incumbent)?.try_into().ok()?;
                        place..=place
                    }
                }
            }
            Fact::ProductAttention => places(seat(Role::Cpto)?.product_attention?),
            Fact::Skill(role, skill) => places(seat(role)?.skill(skill)),
            Fact::Interim(role) => places(seat(role)?.interim),
            Fact::Newcomer(role) => places(seat(role)?.newcomer?),
            Fact::Term => places(self.term?),
            Fact::DirectReports(role) => places(seat(role)?.direct_reports?),
            Fact::OtherDuties(role) => places(seat(role)?.other_duties?),
        })
    }

    /// Returns the whole scale of a fact, if this proposal has the fact.
    pub(crate) fn scale(&self, fact: Fact) -> Option<Places> {
        match (fact, self.who_may_stay()) {
            (Fact::Incumbent, Some(all)) => Some(0..=u32::try_from(all.count()).ok()?.checked_sub(1)?),
            _ => self.places(fact).map(|_| fact.scale()),
        }
    }

    /// Returns the value of a fact of this proposal at a place.
    pub(crate) fn value_at(&self, fact: Fact, place: u32) -> Option<Value> {
        match fact {
            Fact::Incumbent => self.who_may_stay()?.nth(place as usize).map(Value::Incumbent),
            _ => fact.value(place),
        }
    }

    /// Returns the possible values of a fact of this proposal, from the least to the greatest; none if it does not have the
    /// fact. For the incumbent, this is everybody who may stay, in the order of [`Incumbent::ALL`]. An unknown headcount has
    /// more than four billion values: look at both ends.
    ///
    /// ```
    /// use cpto::{Fact, Organization, Proposal, Seat, Stage, Structure, Value};
    ///
    /// let organization = Organization::draft().stage(Stage::Established..).headcount(40..=60);
    /// let proposal = Proposal::draft().organization(organization).proposed(Structure::cto(Seat::draft())).build()?;
    /// let stages: Vec<Value> = proposal.values_of(Fact::Stage).collect();
    /// assert_eq!(stages, [Value::Stage(Stage::Established), Value::Stage(Stage::Enterprise)]);
    /// assert_eq!(proposal.values_of(Fact::Headcount).next_back().unwrap().to_string(), "60 people");
    /// assert_eq!(proposal.values_of(Fact::ProductAttention).next(), None, "there is no CPTO");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn values_of(&self, fact: Fact) -> impl DoubleEndedIterator<Item = Value> {
        let places = self.places(fact).into_iter().flatten();
        places.filter_map(move |place| self.value_at(fact, place))
    }

    /// Returns this proposal with a fact known exactly, replacing what was known about it and its origin. Returns nothing if
    /// the proposal does not have the fact, or the fact cannot have the value.
    ///
    /// ```
    /// use cpto::{Fact, Maturity, Proposal, Seat, Stage, Structure, Value};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
    /// let answered = proposal.with_fact(Fact::Stage, Value::Stage(Stage::Startup)).unwrap();
    /// assert_eq!(answered.organization().stage().value(), Some(Stage::Startup));
    /// assert_eq!(proposal.with_fact(Fact::Stage, Value::Level(Maturity::Initial)), None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn with_fact(&self, fact: Fact, value: Value) -> Option<Self> {
        self.with_fact_between(fact, value, value)
    }

    /// Returns this proposal with a fact known to be between two values, replacing what was known about it. Returns `None` if
    /// the proposal does not have the fact, the fact cannot have the values, or `least` is above `most`. For the incumbent,
    /// only a single choice or all possible choices are accepted.
    ///
    /// ```
    /// use cpto::{Fact, Maturity, Proposal, Seat, Signal, Structure, Value};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
    /// let (defined, top) = (Value::Level(Maturity::Defined), Value::Level(Maturity::Optimizing));
    /// let fact = Fact::Signal(Signal::Collaboration);
    /// let answered = proposal.with_fact_between(fact, defined, top).unwrap();
    /// assert_eq!(answered.values_of(fact).next(), Some(defined));
    /// assert_eq!(proposal.with_fact_between(fact, top, defined), None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn with_fact_between(&self, fact: Fact, least: Value, most: Value) -> Option<Self> {
        let scale = self.scale(fact)?;
        let place = |value: Value| {
            let place = match value {
                Value::Incumbent(_) => {
                    scale.clone().find(|place| self.value_at(fact, *place) == Some(value))?
                }
                _ => value.rank(),
            };
            (self.value_at(fact, place) == Some(value)).then_some(place)
        };
        let places = place(least)?..=place(most)?;
        let can_be_said = fact != Fact::Incumbent || places.start() == places.end() || places == scale;
        (can_be_said && !places.is_empty()).then(|| {
            let mut answered = self.restated([(fact, places)]);
            answered.origins.retain(|(known, _)| *known != fact);
            answered
        })
    }

    /// Returns the proposal with what another one states of each fact.
    pub(crate) fn with_facts_of(&self, other: &Self) -> Self {
        self.restated(Fact::ALL.iter().filter_map(|fact| Some((*fact, other.places(*fact)?))))
    }

    /// Returns this proposal with new possible values for some facts.
    pub(crate) fn restated(&self, facts: impl IntoIterator<Item = (Fact, Places)>) -> Self {
        let mut restated = self.clone();
        restated.restate(facts);
        restated
    }

    /// Replaces what is possible for some facts of this proposal; ignores facts that it does not have.
    pub(crate) fn restate(&mut self, facts: impl IntoIterator<Item = (Fact, Places)>) {
        for (fact, places) in facts {
            if self.places(fact).is_some() {
                self.put(fact, &places);
            }
        }
        self.settle_facts();
    }

    fn put(&mut self, fact: Fact, places: &Places) {
        match fact {
            Fact::Incumbent => {
                let exact = places.start() == places.end();
                let who = self.who_may_stay().and_then(|mut who| who.nth(*places.start() as usize));
                self.incumbent = who.filter(|_| exact);
            }
            Fact::Stage => put(Some(&mut self.organization.stage), places),
            Fact::Headcount => put(Some(&mut self.organization.headcount), places),
            Fact::Budget => put(Some(&mut self.organization.budget), places),
            Fact::Regulated => put(Some(&mut self.organization.regulated), places),
            Fact::Signal(signal) => {
                let mut level = self.organization.signals.get(signal);
                put(Some(&mut level), places);
                self.organization.learn(signal, level);
            }
            Fact::Safeguard(safeguard) => put(self.organization.safeguards.slot(safeguard), places),
            Fact::Term => put(self.term.as_mut(), places),
            Fact::Skill(role, skill) => put(self.seat_mut(role).and_then(|it| it.skills.slot(skill)), places),
            Fact::Interim(role) => put(self.seat_mut(role).map(|it| &mut it.interim), places),
            Fact::Newcomer(role) => put(self.seat_mut(role).and_then(|it| it.newcomer.as_mut()), places),
            Fact::DirectReports(role) => {
                put(self.seat_mut(role).and_then(|it| it.direct_reports.as_mut()), places);
            }
            Fact::ProductAttention => {
                put(self.seat_mut(Role::Cpto).and_then(|it| it.product_attention.as_mut()), places);
            }
            Fact::OtherDuties(role) => {
                put(self.seat_mut(role).and_then(|it| it.other_duties.as_mut()), places);
            }
        }
    }

    fn seat_mut(&mut self, role: Role) -> Option<&mut Seat> {
        self.proposed.seat_mut(role).as_mut()
    }

    /// Returns who may stay, if somebody has to be chosen.
    pub(crate) fn who_may_stay(&self) -> Option<impl Iterator<Item = Incumbent>> {
        let chosen = matches!(self.change(), Change::Split | Change::Merge);
        let current = self.current().filter(|_| chosen)?;
        Some(Self::candidates(current, self.proposed()))
    }

    /// Returns whether this is the same proposal as `wide`, with some facts learnt: whatever is possible here is possible
    /// there, and everything else is equal. Origins and figures are ignored.
    ///
    /// ```
    /// use cpto::{Organization, Proposal, Seat, Stage, Structure};
    ///
    /// let of = |organization| Proposal::draft().organization(organization).proposed(Structure::cto(Seat::draft())).build();
    /// let wide = of(Organization::draft().stage(Stage::ScaleUp..))?;
    /// let narrow = of(Organization::draft().stage(Stage::Established))?;
    /// assert!(narrow.narrows(&wide) && wide.narrows(&wide) && !wide.narrows(&narrow));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn narrows(&self, wide: &Self) -> bool {
        let within = |fact| match (self.places(fact), wide.places(fact)) {
            (Some(narrow), Some(wide)) => wide.contains(narrow.start()) && wide.contains(narrow.end()),
            (narrow, wide) => narrow == wide,
        };
        if !Fact::ALL.iter().copied().all(within) {
            return false;
        }
        // Origins and figures are not part of what a fact states.
        let bare = |mut proposal: Self| {
            proposal.organization.readings = Readings::default();
            proposal.origins.clear();
            proposal
        };
        bare(self.with_facts_of(wide)) == bare(wide.clone())
    }
}

#[cfg(test)]
mod tests;
