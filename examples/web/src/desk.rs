//! What somebody does with a proposal.

use cpto::{Fact, Form, Holder, Proposal, Remedy, Responsibility, Role, UnknownName};
use serde_json::{Map, Value, json};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::{changed, document, read};
use crate::remarks::keep_remarks;

/// The proposal that somebody works on.
#[wasm_bindgen]
pub struct Desk {
    proposal: Proposal,
    /// The document that it was read from, with what it says to its readers alone.
    opened: Value,
}

#[wasm_bindgen]
impl Desk {
    /// A company of which nothing is known, which thinks about one CPTO.
    ///
    /// # Errors
    /// None: there is nothing that could be wrong.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Desk, String> {
        Self::of(r#"{ "proposed": { "cpto": {} } }"#)
    }

    /// The proposal of a document.
    fn of(text: &str) -> Result<Self, String> {
        let proposal = read(text)?;
        let opened: Value = serde_json::from_str(text).unwrap_or_default();
        Ok(Self { proposal, opened: opened.get("proposal").cloned().unwrap_or(opened) })
    }

    /// Takes the proposal of a document in JSON.
    ///
    /// # Errors
    /// What is wrong with the document, a line each; then the proposal stays as it was.
    pub fn open(&mut self, text: &str) -> Result<(), String> {
        *self = Self::of(text)?;
        Ok(())
    }

    /// The proposal as a document in JSON.
    #[must_use]
    pub fn written(&self) -> String {
        let mut document = document(&self.proposal);
        keep_remarks(&self.opened, &mut document);
        document.to_string()
    }

    /// What there is to be shown, without chances.
    #[must_use]
    pub fn shown(&self) -> String {
        crate::view::shown(&self.proposal).to_string()
    }

    /// States a fact as being between two values, or as not known.
    ///
    /// # Errors
    /// Why it cannot be stated so.
    #[expect(clippy::needless_pass_by_value, reason = "the bindings hand over what may be left out by value")]
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
            // An observation that was not made yet, or a signal that did not apply.
            Some((least, most)) => changed(&self.proposal, [(fact.to_string(), Some(json!([least, most])))])?,
            None if is_said && !is_left_out(fact) => {
                let ends = fact.values().next().zip(fact.values().next_back());
                ends.and_then(|(least, most)| self.proposal.with_fact_between(fact, least, most))
                    .ok_or("it is known")?
            }
            None => changed(&self.proposal, [(fact.to_string(), None)])?,
        };
        Ok(())
    }

    /// Hands a responsibility to a seat or an office alone, or to nobody.
    ///
    /// # Errors
    /// Why it cannot be held so.
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

    /// Puts everything back where it is by convention.
    ///
    /// # Errors
    /// Where nobody would hold anything.
    pub fn bring_home(&mut self) -> Result<(), String> {
        let form = self.proposal.proposed().form();
        self.propose(form)
    }

    /// Proposes another form, held by convention.
    ///
    /// # Errors
    /// Why it cannot be so.
    pub fn choose(&mut self, form: &str) -> Result<(), String> {
        self.propose(form.parse().map_err(|error: UnknownName| error.to_string())?)
    }

    fn propose(&mut self, form: Form) -> Result<(), String> {
        self.proposal = Remedy::Choose(form).apply_to(&self.proposal).ok_or("nobody would hold anything")?;
        Ok(())
    }

    /// Says what there is today, held by convention; an empty form takes back what was said.
    ///
    /// # Errors
    /// Why it cannot be so.
    pub fn today(&mut self, form: &str) -> Result<(), String> {
        let current = if form.is_empty() {
            None
        } else {
            let form: Form = form.parse().map_err(|error: UnknownName| error.to_string())?;
            let seats = form.roles().iter().map(|role| (role.to_string(), json!({})));
            Some(seats.collect::<Map<_, _>>().into())
        };
        // Who stays and who is new depends on what there is.
        let newcomers = Role::ALL.iter().filter(|role| self.proposal.proposed().seat(**role).is_some());
        let mut changes: Vec<_> = newcomers.map(|role| (format!("proposed.{role}.newcomer"), None)).collect();
        changes.extend([("incumbent".to_owned(), None), ("current".to_owned(), current)]);
        self.proposal = changed(&self.proposal, changes)?;
        Ok(())
    }

    /// Says whether something is a reason to ask now.
    ///
    /// # Errors
    /// Any name that is no trigger's.
    pub fn trigger(&mut self, trigger: &str, is_one: bool) -> Result<(), String> {
        let trigger = trigger.parse().map_err(|error: UnknownName| error.to_string())?;
        let known = self.proposal.triggers();
        let triggers = if is_one { known.with(trigger) } else { known.without(trigger) };
        let triggers = (!triggers.is_empty()).then(|| json!(triggers));
        self.proposal = changed(&self.proposal, [("trigger".to_owned(), triggers)])?;
        Ok(())
    }

    /// Names the company; an empty name is none.
    ///
    /// # Errors
    /// Why it cannot be called so.
    pub fn name(&mut self, name: &str) -> Result<(), String> {
        let name = (!name.is_empty()).then(|| json!(name));
        self.proposal = changed(&self.proposal, [("organization.name".to_owned(), name)])?;
        Ok(())
    }
}

/// Whether nothing is known where a document leaves the fact out, and only there.
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
