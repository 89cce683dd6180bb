//! What is put by chance in place of a number, within its bounds?

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::input::fault::Order;
use crate::policy::bounds::Bounds;
use crate::policy::setting::{At, Ranks, Setting, Visit};

/// What is to be changed, by its place in the order of the policy.
struct Shaker<'a> {
    changes: &'a [(usize, u32)],
    place: usize,
}

/// Makes these changes, and tells how many places there are.
pub(super) fn shaken<S: Setting>(settings: &S, changes: &[(usize, u32)]) -> (S, usize) {
    let (mut shaker, mut in_order) = (Shaker { changes, place: 0 }, InOrder::default());
    let shaken = settings.visited(settings, &mut shaker).visited(settings, &mut in_order);
    in_order.is_complete = true;
    (shaken.visited(settings, &mut in_order), shaker.place)
}

impl Visit for Shaker<'_> {
    fn leaf(&mut self, ranks: &mut Ranks, at: &At<'_>) {
        let noise = self.changes.iter().find(|(place, _)| *place == self.place);
        self.place += 1;
        let Some(&(_, noise)) = noise else { return };
        let bounds =
            Bounds { least: at.bounds.least.max(0), most: at.bounds.most.min(ranks.most), order: None };
        ranks.own = match (ranks.own, ranks.names) {
            (own, []) if ranks.or_nothing => {
                (noise & 3 != 0).then(|| number(own.unwrap_or(50), bounds, noise >> 2))
            }
            (own, []) => own.map(|own| number(own, bounds, noise)),
            _ => {
                let levels = bounds.most - bounds.least + 1 + i64::from(ranks.or_nothing);
                Some(bounds.least + i64::from(noise) % levels).filter(|rank| *rank <= bounds.most)
            }
        };
    }
}

/// A number: one near it, any within the bounds, or one of the bounds themselves.
fn number(own: i64, Bounds { least, most, .. }: Bounds, noise: u32) -> i64 {
    let (kind, noise) = (noise % 8, i64::from(noise / 8));
    match kind {
        0 | 4 => least + noise % (most - least + 1),
        1 => least,
        2 => most,
        _ => (own + noise % 21 - 10).clamp(least, most),
    }
}

/// Collects what has to be in order, by its table or ladder, and once that is complete puts it in order.
#[derive(Default)]
struct InOrder {
    ranks: BTreeMap<String, Vec<i64>>,
    is_complete: bool,
}

impl Visit for InOrder {
    fn leaf(&mut self, ranks: &mut Ranks, at: &At<'_>) {
        let (Some(rank), Some(order), Some(around)) = (&mut ranks.own, at.bounds.order, at.around) else {
            return;
        };
        let all = self.ranks.entry(around.place().to_string()).or_default();
        if self.is_complete {
            *rank = all.pop().unwrap_or(*rank);
        } else {
            all.push(*rank);
            all.sort_unstable();
            if order == Order::Rising {
                all.reverse();
            }
        }
    }
}
