//! The actions on a proposal.

use cpto::{Fact, Form, Holder, Proposal, Remedy, Responsibility, Role, UnknownName};
use serde_json::{Map, Value, json};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::{changed, document, read};
use crate::remarks::keep_remarks;

/// The proposal that a user works on.
#[wasm_bindgen]
pub struct Desk {
    proposal: Proposal,
    /// The document that it was read from, with its remarks.
    opened: Value,
}

#[wasm_bindgen]
impl Desk {
    /// Creates a proposal of one CPTO for a company of which nothing is known.
    ///
    /// # Errors
    /// Never.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Desk, String> {
        Self::of(r#"{ "proposed": { "cpto": {} } }"#)
    }

    /// Creates a desk from a document.
    fn of(text: &str) -> Result<Self, String> {
        let proposal = read(text)?;
        let opened: Value = serde_json::from_str(text).unwrap_or_default();
        Ok(Self { proposal, opened: opened.get("proposal").cloned().unwrap_or(opened) })
    }

    /// Opens the proposal of a document in JSON.
    ///
    /// # Errors
    /// What is wrong with the document, one fault per line; the proposal then stays as it was.
    pub fn open(&mut self, text: &str) -> Result<(), String> {
        *self = Self::of(text)?;
        Ok(())
    }

    /// Returns the proposal as a document in JSON.
    #[must_use]
    pub fn written(&self) -> String {
        let mut document = document(&self.proposal);
        keep_remarks(&self.opened, &mut document);
        document.to_string()
    }

    /// Returns everything that the page shows, except chances.
    #[must_use]
    pub fn shown(&self) -> String {
        crate::view::shown(&self.proposal).to_string()
    }

    /// States that a fact is between two values, or that it is unknown.
    ///
    /// # Errors
    /// The reason why it cannot be stated.
    #[expect(clippy::needless_pass_by_value, reason = "the bindings pass optional arguments by value")]
    pub fn state(&mut self, fact: &str, least: Option<String>, most: Option<String>) -> Result<(), String> {
        let fact: Fact = fact.parse().map_err(|error: UnknownName| error.to_string())?;
        let read = |written: &str| {
            fact.read(written).map_err(|kind| format!("{kind} (allowed: {})", kind.allowed()))
        };
        let stated = match (&least, &most) {
            (None, None) => None,
            (Some(one), None) | (None, Some(one)) => Some((read(one)?, read(one)?)),
            (Some(least), Some(most)) => Some((read(least)?, read(most)?)),
        };
        let is_said = self.proposal.values_of(fact).next().is_some();
        self.proposal = match stated {
            Some((least, most)) if is_said => self
                .proposal
                .with_fact_between(fact, least, most)
                .ok_or("the first value is above the second")?,
            // The fact is a missing observation, or a signal that did not apply.
            Some((least, most)) => changed(&self.proposal, [(fact.to_string(), Some(json!([least, most])))])?,
            None if is_said && !is_left_out(fact) => {
                let ends = fact.values().next().zip(fact.values().next_back());
                ends.and_then(|(least, most)| self.proposal.with_fact_between(fact, least, most))
                    .ok_or("the fact is known")?
            }
            None => changed(&self.proposal, [(fact.to_string(), None)])?,
        };
        Ok(())
    }

    /// Hands a responsibility to one seat or office alone, or to nobody.
    ///
    /// # Errors
    /// The reason why it cannot be held this way.
    pub fn hand_over(&mut self, responsibility: &str, holder: Option<String>) -> Result<(), String> {
        let responsibility: Responsibility =
            responsibility.parse().map_err(|error: UnknownName| error.to_string())?;
        let holder = holder.and_then(|name| Holder::all().find(|holder| holder.as_str() == name));
        let structure = self.proposal.proposed();
        let mut changes = Vec::new();
        for (role, _) in structure.seats() {
            let remit = structure.remit(role).without(responsibility);
            let is_theirs = holder == Some(Holder::Seat(role));
            let remit = if is_theirs { remit.with(responsibility) } else { remit };
            changes.push((format!("proposed.{role}.remit"), Some(json!(remit))));
        }
        let mut elsewhere = Map::new();
        for other in structure.elsewhere().without(responsibility) {
            elsewhere.insert(other.to_string(), json!(structure.office(other)));
        }
        if let Some(Holder::Office(office)) = holder {
            elsewhere.insert(responsibility.to_string(), json!(office));
        }
        changes.push(("proposed.elsewhere".to_owned(), (!elsewhere.is_empty()).then(|| elsewhere.into())));
        self.proposal = changed(&self.proposal, changes)?;
        Ok(())
    }

    /// Puts every responsibility back where it belongs by convention.
    ///
    /// # Errors
    /// If nobody would hold anything.
    pub fn bring_home(&mut self) -> Result<(), String> {
        let form = self.proposal.proposed().form();
        self.propose(form)
    }

    /// Proposes another form, with the conventional responsibilities.
    ///
    /// # Errors
    /// The reason why it cannot be proposed.
    pub fn choose(&mut self, form: &str) -> Result<(), String> {
        self.propose(form.parse().map_err(|error: UnknownName| error.to_string())?)
    }

    fn propose(&mut self, form: Form) -> Result<(), String> {
        self.proposal = Remedy::Choose(form).apply_to(&self.proposal).ok_or("nobody would hold anything")?;
        Ok(())
    }

    /// States today's form, with the conventional responsibilities; an empty form takes the statement back.
    ///
    /// # Errors
    /// The reason why it cannot be stated.
    pub fn today(&mut self, form: &str) -> Result<(), String> {
        let current = if form.is_empty() {
            None
        } else {
            let form: Form = form.parse().map_err(|error: UnknownName| error.to_string())?;
            let seats = form.roles().iter().map(|role| (role.to_string(), json!({})));
            Some(seats.collect::<Map<_, _>>().into())
        };
        // Who stays and who is new depends on today's structure.
        let newcomers = Role::ALL.iter().filter(|role| self.proposal.proposed().seat(**role).is_some());
        let mut changes: Vec<_> = newcomers.map(|role| (format!("proposed.{role}.newcomer"), None)).collect();
        changes.extend([("incumbent".to_owned(), None), ("current".to_owned(), current)]);
        self.proposal = changed(&self.proposal, changes)?;
        Ok(())
    }

    /// States whether a trigger is a reason to ask now.
    ///
    /// # Errors
    /// If there is no trigger of this name.
    pub fn trigger(&mut self, trigger: &str, is_one: bool) -> Result<(), String> {
        let trigger = trigger.parse().map_err(|error: UnknownName| error.to_string())?;
        let known = self.proposal.triggers();
        let triggers = if is_one { known.with(trigger) } else { known.without(trigger) };
        let triggers = (!triggers.is_empty()).then(|| json!(triggers));
        self.proposal = changed(&self.proposal, [("trigger".to_owned(), triggers)])?;
        Ok(())
    }

    /// Names the company; an empty name removes the name.
    ///
    /// # Errors
    /// The reason why it cannot have this name.
    pub fn name(&mut self, name: &str) -> Result<(), String> {
        let name = (!name.is_empty()).then(|| json!(name));
        self.proposal = changed(&self.proposal, [("organization.name".to_owned(), name)])?;
        Ok(())
    }
}

/// Whether the only way to state that the fact is unknown is to leave it out of the document.
fn is_left_out(fact: Fact) -> bool {
    matches!(
        fact,
        Fact::Term
            | Fact::Incumbent
            | Fact::Newcomer(_)
            | Fact::DirectReports(_)
            | Fact::OtherDuties(_)
            | Fact::ProductAttention
    )
}
