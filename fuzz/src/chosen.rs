//! Documents that bytes choose.
//!
//! Nearly every change of a few bytes makes a document one that is refused, so that fuzzing documents hardly gets beyond
//! reading. Here a byte or a few choose what is said of a fact, or that nothing is, and most of what is chosen is
//! accepted. Where the bytes end, nothing is said of the remaining facts.

use std::slice::Iter;
use std::sync::LazyLock;

use cpto::{
    Budget, Incumbent, Maturity, Office, Policy, Proficiency, Proposal, Responsibility, Safeguard, Severity,
    Signal, Skill, Stage, Trigger, Word, evaluate,
};
use serde_json::{Value, json};

/// The seats of each form.
const FORMS: [&[&str]; 4] = [&["cto"], &["cpo"], &["cto", "cpo"], &["cpto"]];

/// Texts that a format may take for something else.
const TEXTS: [&str; 12] = [
    "Example Ltd",
    "",
    "null",
    "~",
    "0x1F",
    "1e3",
    "[a]: {b} # c",
    "'\"\\\t",
    "---\n- a\n",
    "\"\"\"",
    "\0\u{7f}\u{85}\u{a0}\u{2028}\u{feff}",
    "Söhne 🦀",
];

/// The bytes that are left to choose by.
struct Choices<'a>(Iter<'a, u8>);

impl Choices<'_> {
    /// The next byte.
    fn byte(&mut self) -> usize {
        self.0.next().copied().unwrap_or_default().into()
    }

    /// One of a list, or nothing.
    fn one_of<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        list.get((self.byte() % (list.len() + 1)).checked_sub(1)?).copied()
    }

    /// True, false, or nothing.
    fn yes_no(&mut self) -> Option<Value> {
        self.one_of(&[true, false]).map(Value::from)
    }

    /// One of a scale, as often a range, or nothing.
    fn range<T: Copy + Into<Value>>(&mut self, scale: &[T]) -> Option<Value> {
        let chosen = self.byte().checked_sub(1)?;
        let one = chosen % scale.len();
        let other = if chosen < 128 { one } else { chosen / scale.len() % scale.len() };
        let [least, most] = [one.min(other), one.max(other)].map(|end| scale.get(end).copied().map(T::into));
        Some(if least == most { least? } else { json!([least?, most?]) })
    }

    /// A number from `least` to `most`, as often a range, or nothing.
    fn number(&mut self, least: usize, most: usize) -> Option<Value> {
        let kind = self.byte().checked_sub(1)?;
        let [one, other] = [(); 2].map(|()| least + (self.byte() << 8 | self.byte()) % (most - least + 1));
        Some(if kind < 128 { one.into() } else { json!([one.min(other), one.max(other)]) })
    }

    /// A value for each of the names for which one is chosen.
    fn each(&mut self, names: &[&str], mut value: impl FnMut(&mut Self) -> Option<Value>) -> Value {
        object(names.iter().map(|name| (*name, value(self))))
    }

    fn organization(&mut self, not_applicable: &[&str]) -> Value {
        object([
            ("stage", self.range(Stage::NAMES)),
            ("headcount", self.number(1, 6_000)),
            ("budget", self.range(Budget::NAMES)),
            ("regulated", self.yes_no()),
            (
                "signals",
                Some(self.each(Signal::NAMES, |it| match it.range(Maturity::NAMES) {
                    None => it.one_of(&TEXTS).map(|reason| json!({ "not-applicable": reason })),
                    level => level,
                })),
            ),
            ("safeguards", Some(self.each(Safeguard::NAMES, Self::yes_no))),
            ("not-applicable", Some(self.each(not_applicable, |_| Some("no need".into())))),
            ("name", self.one_of(&TEXTS).map(Value::from)),
        ])
    }

    fn structure(&mut self, roles: &[&str], applicable: &[&str]) -> Value {
        let seats: Vec<_> = roles.iter().map(|role| (*role, Some(self.seat(role, applicable)))).collect();
        let held = |it: &mut Self| Some((it.one_of(applicable)?, it.one_of(Office::NAMES).map(Value::from)));
        let elsewhere = object((0..4).filter_map(|_| held(self)));
        object(seats.into_iter().chain([("elsewhere", Some(elsewhere))]))
    }

    fn seat(&mut self, role: &str, applicable: &[&str]) -> Value {
        object([
            ("remit", self.remit(applicable)),
            ("skills", Some(self.each(Skill::NAMES, |it| it.range(Proficiency::NAMES)))),
            ("interim", self.range(&[false, true])),
            ("direct-reports", self.number(0, 255)),
            ("product-attention", if role == "cpto" { self.number(0, 100) } else { None }),
            ("other-duties", self.number(0, 100)),
        ])
    }

    /// A list, with a bit for each responsibility; nothing for the conventional remit.
    fn remit(&mut self, applicable: &[&str]) -> Option<Value> {
        self.one_of(&["a list"])?;
        let bits = (0..4).fold(0, |bits, _| bits << 8 | self.byte());
        let held = applicable.iter().zip(0..).filter(|(_, bit)| bits >> bit & 1 == 1);
        Some(held.map(|(responsibility, _)| *responsibility).collect())
    }
}

/// An object of the entries that have a value.
fn object<'n>(entries: impl IntoIterator<Item = (&'n str, Option<Value>)>) -> Value {
    let stated = entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(stated.collect())
}

/// A proposal. It is refused where an incumbent has no seat, a remit is empty, a reason is blank, or a lone seat holds the
/// core of both.
#[must_use]
pub fn proposal(bytes: &[u8]) -> Value {
    let mut choices = Choices(bytes.iter());
    let proposed = choices.one_of(&FORMS).unwrap_or(&["cpto"]);
    let current = choices.one_of(&FORMS);
    let not_applicable: Vec<_> = (0..3).filter_map(|_| choices.one_of(Responsibility::NAMES)).collect();
    let is_applicable = |it: &&str| !not_applicable.contains(it);
    let applicable: Vec<_> = Responsibility::NAMES.iter().copied().filter(is_applicable).collect();
    let combined = |form: &[&str]| form.contains(&"cpto");
    let has_incumbent = current.is_some_and(|current| combined(current) != combined(proposed));
    object([
        ("organization", Some(choices.organization(&not_applicable))),
        ("trigger", choices.one_of(Trigger::NAMES).map(Value::from)),
        ("incumbent", choices.one_of(Incumbent::NAMES).filter(|_| has_incumbent).map(Value::from)),
        ("proposed", Some(choices.structure(proposed, &applicable))),
        ("current", current.map(|roles| choices.structure(roles, &applicable))),
    ])
}

/// Where the values are in a document that are no objects or lists, as JSON pointers.
fn leaves(at: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                leaves(&format!("{at}/{key}"), value, found);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                leaves(&format!("{at}/{index}"), value, found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

/// The default policy as a document, and where its numbers are.
static POLICY: LazyLock<(Value, Vec<String>)> = LazyLock::new(|| {
    let policy = serde_json::to_value(Policy::DEFAULT).expect("a policy can be written");
    let mut numbers = Vec::new();
    leaves("", &policy, &mut numbers);
    (policy, numbers)
});

/// A policy that states up to 12 numbers, each by three bytes: two say which number, and one what it is. It is refused
/// where a number is out of range or out of order.
#[must_use]
pub fn policy(bytes: &[u8]) -> Value {
    let (default, numbers) = &*POLICY;
    let mut choices = Choices(bytes.iter());
    let mut policy = json!({});
    for _ in 0..(bytes.len() / 3).min(12) {
        let at = choices.place(numbers);
        let Some(default) = default.pointer(at) else { continue };
        // A section that is not there yet is made.
        let place = at.split('/').skip(1).fold(&mut policy, |section, key| &mut section[key]);
        *place = choices.another(at, default);
    }
    policy
}

/// The assessment of a proposal, with up to 4 values changed. It is refused where they contradict the rest.
#[must_use]
pub fn assessment(bytes: &[u8]) -> Option<Value> {
    let (changes, proposal_bytes) = bytes.split_at_checked(12)?;
    let proposal: Proposal = serde_json::from_value(proposal(proposal_bytes)).ok()?;
    let mut assessment = serde_json::to_value(evaluate(&proposal)).ok()?;
    let mut values = Vec::new();
    leaves("", &assessment, &mut values);
    let mut choices = Choices(changes.iter());
    for _ in 0..4 {
        let at = choices.place(&values);
        let value = assessment.pointer_mut(at)?;
        *value = choices.another(at, value);
    }
    Some(assessment)
}

impl Choices<'_> {
    /// One of many places, by two bytes.
    fn place<'p>(&mut self, places: &'p [String]) -> &'p str {
        let position = (self.byte() << 8 | self.byte()).checked_rem(places.len());
        position.and_then(|position| places.get(position)).map_or("", String::as_str)
    }

    /// The value, or another one of its kind: a name of the same vocabulary, a number up to four times as large
    /// or the largest, or none in a ladder.
    fn another(&mut self, at: &str, value: &Value) -> Value {
        let choice = self.byte();
        let needs = [Proficiency::NAMES, &["not-needed"]].concat();
        let vocabularies = [Severity::NAMES, Maturity::NAMES, &needs, Stage::NAMES, Responsibility::NAMES];
        let word = value.as_str().filter(|word| *word != "never");
        let names = vocabularies.iter().find(|names| word.is_some_and(|word| names.contains(&word)));
        let in_ladder = at.rsplit('/').next().and_then(Severity::from_name).is_some();
        match (names, value) {
            (Some(names), _) => names.get(choice % names.len()).copied().into(),
            (None, Value::Bool(_)) => (choice % 2 == 0).into(),
            (None, Value::String(word)) if word != "never" => value.clone(),
            (None, _) if in_ladder && choice == 0 => "never".into(),
            (None, _) if choice == 255 => u32::MAX.into(),
            (None, Value::Number(number)) if number.as_u64() != Some(0) => {
                (number.as_u64().unwrap_or_default() * choice as u64).div_ceil(64).into()
            }
            _ => choice.into(),
        }
    }
}
