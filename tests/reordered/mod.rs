//! Documents of proposals in a different order.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops if something is missing")]

use cpto::Proposal;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The document of a proposal with the entries of every object, and the names of every list of names, in random order.
pub(crate) fn reordered(proposal: &Proposal) -> impl Strategy<Value = String> + use<> {
    let document = serde_json::to_value(proposal).expect("it can be written");
    prop::collection::vec(any::<u32>(), 64).prop_map(move |noise| {
        let mut text = String::new();
        write(&document, &mut noise.iter().copied().cycle(), false, &mut text);
        text
    })
}

/// Writes a value with its entries reordered by the noise.
fn write(value: &Value, noise: &mut impl Iterator<Item = u32>, is_list: bool, text: &mut String) {
    let mut shuffled = |count: usize| -> Vec<usize> {
        let mut places: Vec<_> = (0..count).collect();
        for place in 0..count {
            places.swap(place, place + noise.next().unwrap_or(0) as usize % (count - place));
        }
        places
    };
    match value {
        Value::Object(map) => {
            let entries: Vec<_> = map.iter().collect();
            for (index, place) in shuffled(entries.len()).into_iter().enumerate() {
                let (key, value) = entries[place];
                text.push_str(if index == 0 { "{" } else { "," });
                text.push_str(&json!(key).to_string());
                text.push(':');
                write(value, noise, matches!(key.as_str(), "remit" | "trigger"), text);
            }
            text.push_str(if entries.is_empty() { "{}" } else { "}" });
        }
        // A list of two ends is not a list of names.
        Value::Array(items) if is_list => {
            let items: Vec<_> =
                shuffled(items.len()).into_iter().map(|place| items[place].to_string()).collect();
            text.extend(["[", &items.join(","), "]"]);
        }
        other => text.push_str(&other.to_string()),
    }
}
