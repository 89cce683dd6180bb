//! Documents of proposals: in another order, or with one thing wrong.

use core::fmt;

use alloc::borrow::{Cow, ToOwned};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::Index;
use proptest::strategy::Strategy;
use serde::ser::{Error as _, Impossible, SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::document::node::Node;
#[cfg(doc)]
use crate::input::fault::FaultKind;
use crate::input::place::{Place, Step};
use crate::model::proposal::Proposal;
use crate::vocabulary::change::Change;
use crate::vocabulary::form::Form;
use crate::vocabulary::signal::Signal;

/// A document in no format yet: write it with any that serde has. Keys keep the order that they have here.
///
/// ```
/// use cpto::{Draft, Proposal, Seat, Structure, strategies::Document};
///
/// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
/// let json = serde_json::to_string(&Document::of(&proposal))?;
/// assert_eq!(json, r#"{"proposed":{"cto":{}}}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Document(Node<'static>);

impl Document {
    /// The document of a proposal, in the order in which it is written.
    ///
    /// ```
    /// use cpto::{WarningCode, strategies::Document};
    ///
    /// let proposal = WarningCode::CostBurden.raised().build()?;
    /// assert_eq!(serde_json::to_value(Document::of(&proposal))?, serde_json::to_value(&proposal)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(proposal: &Proposal) -> Self {
        // Proposals have nothing but what documents can say.
        Self(proposal.serialize(Recorder).unwrap_or(Node::Null))
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => match i64::try_from(*value) {
                Ok(value) => serializer.serialize_i64(value),
                Err(_) => serializer.serialize_i128(*value),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, node) in entries {
                    map.serialize_entry(key, node)?;
                }
                map.end()
            }
            Self::Other(_) => Err(S::Error::custom("nothing that a document says")),
        }
    }
}

/// The document of a proposal with the entries of every object, and the names of every remit, in any order. Shrinks
/// towards the order in which it is written.
///
/// ```
/// use cpto::{Draft, Proposal, evaluate, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// let written = any::<Proposal>().prop_flat_map(|it| (Just(it.clone()), strategies::documents(&it)));
/// TestRunner::deterministic().run(&written, |(proposal, document)| {
///     let document = serde_json::to_string(&document).unwrap();
///     let draft: Draft<Proposal> = serde_json::from_str(&document).unwrap();
///     prop_assert_eq!(evaluate(&draft.build().unwrap()), evaluate(&proposal));
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn documents(proposal: &Proposal) -> impl Strategy<Value = Document> + Clone + use<> {
    let document = Document::of(proposal);
    vec(any::<u32>(), 64).prop_map(move |noise| {
        let mut document = document.clone();
        let mut noise = noise.iter().copied().cycle();
        shuffle(&mut document.0, &mut noise, false);
        document
    })
}

/// Moves items about by noise; zeros leave them where they are.
fn shuffle(node: &mut Node<'static>, noise: &mut impl Iterator<Item = u32>, is_remit: bool) {
    fn swapped<T>(items: &mut [T], noise: &mut impl Iterator<Item = u32>) {
        for index in 0..items.len() {
            let left = items.len() - index;
            let chosen = noise.next().and_then(|noise| usize::try_from(noise).ok()).unwrap_or(0) % left;
            items.swap(index, index + chosen);
        }
    }
    match node {
        Node::Map(entries) => {
            swapped(entries, noise);
            for (key, node) in entries.iter_mut() {
                shuffle(node, noise, key == "remit");
            }
        }
        // A list of two ends is not one of names.
        Node::List(items) if is_remit => swapped(items, noise),
        _ => {}
    }
}

/// A document with one thing wrong, and the fault that has to be found.
///
/// ```
/// use cpto::{WarningCode, strategies};
/// use proptest::{strategy::Strategy, test_runner::TestRunner};
///
/// let misprints = strategies::misprints(&WarningCode::CostBurden.raised().build()?);
/// TestRunner::deterministic().run(&misprints, |it| {
///     println!("{} at {}: {}", it.code, it.place, serde_json::to_string(&it.document).unwrap());
///     Ok(())
/// }).unwrap();
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Misprint {
    /// The document.
    pub document: Document,
    /// Where the fault is, as [`Place`] is written.
    pub place: String,
    /// Which fault it is, as [`FaultKind::code`].
    pub code: &'static str,
}

/// A document of a proposal with exactly one fault: an unknown or repeated key or name, a value of a wrong type or out of range, a
/// range that is reversed or has not two ends, an empty remit, and whatever the proposal makes possible of what goes wrong
/// between its parts. Shrinks towards a fault near the start.
///
/// ```
/// use cpto::{Draft, Proposal, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// let misprints = any::<Proposal>().prop_flat_map(|it| strategies::misprints(&it));
/// TestRunner::deterministic().run(&misprints, |misprint| {
///     let document = serde_json::to_string(&misprint.document).unwrap();
///     let draft: Draft<Proposal> = serde_json::from_str(&document).unwrap();
///     let faults = draft.build().unwrap_err();
///     prop_assert_eq!(faults.as_slice()[0].kind().code(), misprint.code);
///     prop_assert_eq!(faults.as_slice()[0].place().to_string(), misprint.place);
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn misprints(proposal: &Proposal) -> impl Strategy<Value = Misprint> + Clone + use<> {
    let document = Document::of(proposal);
    let mut all = Vec::new();
    find(&document.0, &mut Vec::new(), &mut all);
    all.extend(of_the_whole(proposal));
    any::<Index>().prop_map(move |index| {
        let (path, edit, code) = index.get(&all).clone();
        let mut document = document.clone();
        let mut place = Place::default();
        for step in &path {
            place.push(step.clone());
        }
        if let Some(node) = at(&mut document.0, &path) {
            edit.apply(node);
        }
        if let Some(step) = edit.step() {
            place.push(step);
        }
        Misprint { document, place: place.to_string(), code }
    })
}

type Path = Vec<Step>;

/// What is done to a node to make it wrong.
#[derive(Clone, Debug)]
enum Edit {
    /// Put something else in its place.
    Replace(Node<'static>),
    /// Give its first key twice.
    RepeatKey(Cow<'static, str>),
    /// Add an entry.
    Add(&'static str, Node<'static>),
    /// Add an item behind the others.
    Append(Node<'static>, usize),
    /// Take an entry out.
    Remove(&'static str),
    /// Turn the items round.
    Reverse,
}

impl Edit {
    fn apply(&self, node: &mut Node<'static>) {
        match (self, node) {
            (Self::Replace(other), node) => *node = other.clone(),
            (Self::RepeatKey(key), Node::Map(entries)) => {
                let again = entries.iter().find(|(known, _)| known == key).cloned();
                entries.extend(again);
            }
            (Self::Add(key, value), Node::Map(entries)) => {
                entries.retain(|(known, _)| known != key);
                entries.push(((*key).into(), value.clone()));
            }
            (Self::Append(item, _), Node::List(items)) => items.push(item.clone()),
            (Self::Remove(key), Node::Map(entries)) => entries.retain(|(known, _)| known != key),
            (Self::Reverse, Node::List(items)) => items.reverse(),
            _ => {}
        }
    }

    /// The step from the node to what is wrong in it.
    fn step(&self) -> Option<Step> {
        match self {
            Self::RepeatKey(key) => Some(Step::Key(key.clone())),
            Self::Add(key, _) | Self::Remove(key) => Some(Step::Key((*key).into())),
            Self::Append(_, index) => Some(Step::Index(*index)),
            Self::Replace(_) | Self::Reverse => None,
        }
    }
}

/// The node at the end of a path.
fn at<'a>(node: &'a mut Node<'static>, path: &[Step]) -> Option<&'a mut Node<'static>> {
    let [step, rest @ ..] = path else { return Some(node) };
    match (node, step) {
        (Node::Map(entries), Step::Key(key)) => {
            entries.iter_mut().find(|(known, _)| known == key).and_then(|(_, node)| at(node, rest))
        }
        (Node::List(items), Step::Index(index)) => items.get_mut(*index).and_then(|node| at(node, rest)),
        _ => None,
    }
}

/// What can go wrong at each node, whatever the rest of the document says.
fn find(node: &Node<'static>, path: &mut Path, all: &mut Vec<(Path, Edit, &'static str)>) {
    let key = |steps_up: usize| match path.iter().rev().nth(steps_up) {
        Some(Step::Key(key)) => key.as_ref(),
        _ => "",
    };
    let is_reason = key(0) == "not-applicable" || key(1) == "not-applicable";
    // Figures may be a list, and their numbers as large as can be.
    let is_measured = matches!(path.get(1), Some(Step::Key(key)) if key == "measures");
    let is_text = is_reason || key(0) == "name" || is_measured && matches!(key(0), "of" | "period");
    let is_remit = key(0) == "remit";
    // A net figure may be below zero.
    let is_net = is_measured && key(0).starts_with("net-");
    let mut add = |edit, fault| all.push((path.clone(), edit, fault));
    match node {
        Node::Text(_) if is_text => {
            add(Edit::Replace(Node::Null), "wrong-type");
            add(Edit::Replace(Node::Integer(7)), "wrong-type");
            if is_reason {
                add(Edit::Replace(Node::Text(" \t".into())), "blank-reason");
            }
        }
        Node::Text(_) => {
            add(Edit::Replace(Node::Text("nonsense".into())), "unknown-name");
            add(Edit::Replace(Node::Null), "unknown-name");
        }
        Node::Bool(_) => {
            add(Edit::Replace(Node::Null), "wrong-type");
            add(Edit::Replace(Node::Text("yes".into())), "wrong-type");
        }
        Node::Integer(_) => {
            if is_net {
                add(Edit::Replace(Node::Integer(u64::MAX.into())), "out-of-range");
            } else {
                add(Edit::Replace(Node::Integer(-1)), "out-of-range");
            }
            if !is_measured {
                add(Edit::Replace(Node::Integer(1 << 40)), "out-of-range");
            }
            add(Edit::Replace(Node::Text("1".into())), "wrong-type");
        }
        Node::List(items) if is_remit => {
            add(Edit::Replace(Node::List(Vec::new())), "empty-remit");
            if let Some(first) = items.first() {
                add(Edit::Append(first.clone(), items.len()), "repeated-name");
            }
        }
        Node::List(_) if is_measured => {}
        Node::List(items) => {
            add(Edit::Reverse, "reversed-range");
            add(Edit::Replace(Node::List(Vec::new())), "range-length");
            let three = items.iter().chain(items.first()).cloned().collect();
            add(Edit::Replace(Node::List(three)), "range-length");
        }
        Node::Map(entries) => {
            if !is_reason || entries.is_empty() {
                add(Edit::Add("nonsense", Node::Bool(true)), "unknown-key");
            }
            if let Some((first, _)) = entries.first() {
                add(Edit::RepeatKey(first.clone()), "repeated-key");
            }
            // A signal may be a range, too, so that a list there is another fault; figures may be a list.
            if !path.is_empty() && key(1) != "signals" && (!is_measured || path.len() == 2) {
                add(Edit::Replace(Node::List(Vec::new())), "wrong-type");
            }
        }
        Node::Null | Node::Other(_) => {}
    }
    match node {
        Node::Map(entries) => {
            for (key, node) in entries {
                path.push(Step::Key(key.clone()));
                find(node, path, all);
                path.pop();
            }
        }
        Node::List(items) => {
            for (index, node) in items.iter().enumerate() {
                path.push(Step::Index(index));
                find(node, path, all);
                path.pop();
            }
        }
        _ => {}
    }
}

/// What can go wrong between the parts of a proposal.
fn of_the_whole(proposal: &Proposal) -> Vec<(Path, Edit, &'static str)> {
    let mut all = Vec::new();
    let mut add = |path: &[&'static str], edit, fault| {
        all.push((path.iter().map(|key| Step::Key((*key).into())).collect(), edit, fault));
    };
    let empty = || Node::Map(Vec::new());
    add(&[], Edit::Remove("proposed"), "no-seat");
    if !matches!(proposal.change(), Change::Merge | Change::Split) {
        add(&[], Edit::Add("incumbent", Node::Text("none".into())), "incumbent-of-change");
    }
    let organization = proposal.organization();
    let measured = organization.readings().signals();
    let is_stated = |signal: &Signal| {
        !measured.contains(*signal) && organization.signal(*signal).is_none_or(|level| !level.is_unknown())
    };
    // Where nothing is stated, there is no place to state it at.
    if Signal::ALL.iter().any(is_stated) {
        for signal in measured.iter() {
            let stated = Edit::Add(signal.as_str(), Node::Text("defined".into()));
            add(&["organization", "signals"], stated, "also-measured");
        }
    }
    match proposal.proposed().form() {
        Form::Combined => {}
        Form::Pair | Form::LoneCpo => {
            let half = Node::Integer(50);
            add(&["proposed", "cpo"], Edit::Add("product-attention", half), "attention-outside-combined");
            add(&["proposed"], Edit::Add("cpto", empty()), "cpto-beside");
        }
        Form::LoneCto => add(&["proposed"], Edit::Add("cpto", empty()), "cpto-beside"),
    }
    all
}

/// Records what is serialised as a node.
struct Recorder;

/// Why something cannot be recorded: a document has nothing of the kind.
type Error = serde::de::value::Error;

macro_rules! integers {
    ($($method:ident: $Int:ty),+) => { $(
        fn $method(self, value: $Int) -> Result<Self::Ok, Error> {
            Ok(Node::Integer(value.into()))
        }
    )+ };
}

macro_rules! refused {
    ($($method:ident($($argument:ty),*) -> $Ok:ty;)+) => { $(
        fn $method(self, $(_: $argument),*) -> Result<$Ok, Error> {
            Err(Error::custom("nothing that a document says"))
        }
    )+ };
}

impl Serializer for Recorder {
    type Ok = Node<'static>;
    type Error = Error;
    type SerializeSeq = List;
    type SerializeMap = Map;
    type SerializeTuple = Impossible<Self::Ok, Error>;
    type SerializeTupleStruct = Impossible<Self::Ok, Error>;
    type SerializeTupleVariant = Impossible<Self::Ok, Error>;
    type SerializeStruct = Impossible<Self::Ok, Error>;
    type SerializeStructVariant = Impossible<Self::Ok, Error>;

    integers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    }

    refused! {
        serialize_f32(f32) -> Self::Ok;
        serialize_f64(f64) -> Self::Ok;
        serialize_char(char) -> Self::Ok;
        serialize_bytes(&[u8]) -> Self::Ok;
        serialize_unit_struct(&'static str) -> Self::Ok;
        serialize_unit_variant(&'static str, u32, &'static str) -> Self::Ok;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_struct(&'static str, usize) -> Self::SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_bool(self, value: bool) -> Result<Self::Ok, Error> {
        Ok(Node::Bool(value))
    }

    fn serialize_str(self, text: &str) -> Result<Self::Ok, Error> {
        Ok(Node::Text(text.to_owned().into()))
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<Self::Ok, Error> {
        Ok(Node::Text(value.to_string().into()))
    }

    fn serialize_none(self) -> Result<Self::Ok, Error> {
        Ok(Node::Null)
    }

    fn serialize_unit(self) -> Result<Self::Ok, Error> {
        Ok(Node::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Self::Ok, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Self::Ok, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Self::Ok, Error> {
        Err(Error::custom("nothing that a document says"))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List, Error> {
        Ok(List(Vec::new()))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Map, Error> {
        Ok(Map { entries: Vec::new(), key: None })
    }
}

/// A list while it is recorded.
struct List(Vec<Node<'static>>);

impl SerializeSeq for List {
    type Ok = Node<'static>;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        self.0.push(item.serialize(Recorder)?);
        Ok(())
    }

    fn end(self) -> Result<Self::Ok, Error> {
        Ok(Node::List(self.0))
    }
}

/// An object while it is recorded.
struct Map {
    entries: Vec<(Cow<'static, str>, Node<'static>)>,
    key: Option<Cow<'static, str>>,
}

impl SerializeMap for Map {
    type Ok = Node<'static>;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        match key.serialize(Recorder)? {
            Node::Text(key) => self.key = Some(key),
            _ => return Err(Error::custom("a key that is no text")),
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let value = value.serialize(Recorder)?;
        self.entries.extend(self.key.take().map(|key| (key, value)));
        Ok(())
    }

    fn end(self) -> Result<Self::Ok, Error> {
        Ok(Node::Map(self.entries))
    }
}
