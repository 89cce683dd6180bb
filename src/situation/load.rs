//! How much of a leader's time does a remit take?
//!
//! The effort of a responsibility is its base × quarters × tenths × hundredths / 4000 percent. The quarters depend on the level
//! of its signal, the tenths on the head below, and the hundredths on the stage. The sum is rounded up once.

use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Slot;
use crate::policy::numbers::{Effort, Numbers};
use crate::situation::world::World;
use crate::vocabulary::code::{ends, ranges};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Home;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

/// The tenths of an effort that nobody shares.
const UNSHARED: u32 = 10;
/// Quarters × tenths × hundredths: the divisor of a sum at the end.
const PARTS: u32 = 4 * 10 * 100;

/// Converts a sum to percent at a stage. The checks of a policy keep the product below 2³².
#[inline]
pub(crate) const fn percent(parts: u32, hundredths: u32) -> u32 {
    (parts * hundredths).div_ceil(PARTS)
}

/// The same over all worlds. The stage and the sums depend on different facts.
#[inline]
pub(crate) const fn percents(parts: Span<u32>, hundredths: Span<u32>) -> Span<u32> {
    Span { least: percent(parts.least, hundredths.least), most: percent(parts.most, hundredths.most) }
}

/// The effort for one responsibility in one world, before the stage factor.
pub(crate) fn effort(
    numbers: &Numbers,
    it: Responsibility,
    level: impl Fn(Signal) -> Option<Maturity>,
    in_place: impl Fn(Safeguard) -> bool,
) -> u32 {
    let effort = &numbers.effort;
    let quarters =
        it.signal().and_then(level).map_or(effort.quarters_without_signal, |level| effort.quarters.at(level));
    let shared = it.home().field().is_some_and(|field| in_place(field.head()));
    let tenths = if shared { effort.tenths_with_lead.into() } else { UNSHARED };
    u32::from(effort.base.get(it)) * u32::from(quarters) * tenths
}

/// The effort for a remit in one world, before the stage factor.
pub(crate) fn parts(numbers: &Numbers, world: &World, remit: ResponsibilitySet) -> u32 {
    remit
        .iter()
        .map(|it| effort(numbers, it, |signal| world.level(signal), |head| world.in_place(head)))
        .sum()
}

/// The facts that the load of a remit depends on. A later stage makes the load heavier; the other facts make it lighter as they
/// rise.
pub(crate) fn load_facts(remit: ResponsibilitySet) -> FactSet {
    let signals = remit.iter().filter_map(Responsibility::signal).collect();
    let heads = remit.iter().filter_map(|it| it.home().field()).map(|field| Fact::Safeguard(field.head()));
    heads.fold(FactSet::of_signals(signals).with(Fact::Stage), FactSet::with)
}

/// The home of each word of sums. A word holds four sums, which are added in one operation; no sum comes near 2¹⁶.
const HOMES: [Home; WORDS] = [Home::Cto, Home::Cto, Home::Cpo, Home::Shared];
const WORDS: usize = 4;
const LANES: usize = 4;

/// The signal of a lane's responsibilities, if any.
type Lane = Option<Signal>;

/// What each lane sums up; `None` for unused lanes.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
const SUMMED: [[Option<Lane>; LANES]; WORDS] = {
    let mut summed = [[None; LANES]; WORDS];
    let mut rest = Responsibility::ALL;
    while let [it, others @ ..] = rest {
        let (word, lane) = place(*it, &summed);
        summed[word][lane] = Some(it.signal());
        rest = others;
    }
    summed
};

/// The word and the lane of a responsibility: the first lane of its home that is free or has its signal.
#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler alone, which fails if there are too few"
)]
const fn place(it: Responsibility, summed: &[[Option<Lane>; LANES]; WORDS]) -> (usize, usize) {
    let mut place = 0;
    loop {
        let (word, lane) = (place / LANES, place % LANES);
        let fits = match (summed[word][lane], it.signal()) {
            (Some(Some(one)), Some(other)) => one as u8 == other as u8,
            (None, _) | (Some(None), None) => true,
            _ => false,
        };
        if fits && HOMES[word] as usize == it.home() as usize {
            return (word, lane);
        }
        place += 1;
    }
}

/// The number of responsibilities that one look-up covers.
const BITS: usize = 4;
const LOOK_UPS: usize = Responsibility::COUNT.div_ceil(BITS);

/// Splits a word into its lanes, starting from the lowest bits.
const fn lanes(word: u64) -> [u64; LANES] {
    const LANE: u64 = u16::MAX as u64;
    [word & LANE, word >> 16 & LANE, word >> 32 & LANE, word >> 48]
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Weights {
    /// For each group of four responsibilities and each subset of it, the sums of the bases.
    bases: [[[u64; WORDS]; 1 << BITS]; LOOK_UPS],
    /// [`both`] ends of the quarters, by the code of a signal.
    quarters: [u64; Slot::NOT_APPLICABLE as usize + 1],
}

/// Packs the least into the lower half and the most into the upper one, to multiply and sum both in one operation. The checks
/// of a policy keep sums below 2³².
const fn both(least: u8, most: u8) -> u64 {
    least as u64 | (most as u64) << u32::BITS
}

/// Sums of effort over all worlds, before the stage factor.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Parts {
    pub(crate) product: Span<u32>,
    pub(crate) technology: Span<u32>,
    pub(crate) shared: Span<u32>,
}

impl Parts {
    pub(crate) fn total(&self) -> Span<u32> {
        Span {
            least: self.product.least + self.technology.least + self.shared.least,
            most: self.product.most + self.technology.most + self.shared.most,
        }
    }
}

/// [`both`] ends of the quarters of each lane.
pub(crate) type Quarters = [[u64; LANES]; WORDS];

/// The factors of an effort from heads and stage, over all worlds. Each is monotonic in one fact, and no fact is in two
/// factors, so the least load is in the world where each factor is least.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Factors {
    tenths: [Span<u32>; Home::COUNT],
    pub(crate) hundredths: Span<u32>,
}

impl Weights {
    #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler or for a checked policy")]
    pub(crate) const fn of(effort: &Effort) -> Self {
        let mut bases = [[[0; WORDS]; 1 << BITS]; LOOK_UPS];
        let mut index = 0;
        while index < Responsibility::COUNT {
            let mut choice = 0;
            while choice < 1 << BITS {
                if choice & (1 << (index % BITS)) != 0 {
                    let (word, lane) = place(Responsibility::ALL[index], &SUMMED);
                    bases[index / BITS][choice][word] += (effort.base.values()[index] as u64) << (16 * lane);
                }
                choice += 1;
            }
            index += 1;
        }
        let without = effort.quarters_without_signal;
        let mut quarters = [both(without, without); Slot::NOT_APPLICABLE as usize + 1];
        let mut code = 0;
        while code < ranges(Slot::signal(Signal::Integration).values()) {
            let (least, most) = ends(code, Slot::signal(Signal::Integration).values());
            quarters[code as usize] =
                both(effort.quarters.values()[most as usize], effort.quarters.values()[least as usize]);
            code += 1;
        }
        Self { bases, quarters }
    }

    /// The quarters of each lane for these codes.
    #[inline]
    pub(crate) fn quarters(&self, codes: &[u8; Slot::COUNT]) -> Quarters {
        let [.., without_signal] = self.quarters;
        let mut quarters = [[without_signal; LANES]; WORDS];
        for (quarters, lane) in quarters.as_flattened_mut().iter_mut().zip(SUMMED.as_flattened()) {
            if let Some(Some(signal)) = lane {
                let code = codes.get(Slot::signal(*signal).index()).copied().unwrap_or_default();
                *quarters = self.quarters.get(usize::from(code)).copied().unwrap_or_default();
            }
        }
        quarters
    }

    /// The effort for a remit, before the stage factor.
    #[inline]
    pub(crate) fn parts(&self, remit: ResponsibilitySet, quarters: &Quarters, factors: &Factors) -> Parts {
        let mut bases = [0; WORDS];
        let mut bits = remit.bits;
        for look_up in &self.bases {
            if let Some(sums) = look_up.get((bits & ((1 << BITS) - 1)) as usize) {
                for (base, sum) in bases.iter_mut().zip(sums) {
                    *base += sum;
                }
            }
            bits >>= BITS;
        }
        let mut sums = [0_u64; Home::COUNT];
        for ((home, word), quarters) in HOMES.iter().zip(bases).zip(quarters) {
            let sum = lanes(word).iter().zip(quarters).map(|(base, quarters)| base * quarters).sum::<u64>();
            if let Some(of_home) = sums.get_mut(*home as usize) {
                *of_home += sum;
            }
        }
        let [cto, cpo, shared] = sums;
        let [of_cto, of_cpo, of_both] = factors.tenths;
        Parts {
            product: of_the_leader(cpo, of_cpo),
            technology: of_the_leader(cto, of_cto),
            shared: of_the_leader(shared, of_both),
        }
    }
}

/// The share that stays with the leader of a sum of [`both`] ends.
#[expect(clippy::cast_possible_truncation, reason = "each half is taken alone")]
const fn of_the_leader(sum: u64, tenths: Span<u32>) -> Span<u32> {
    Span { least: sum as u32 * tenths.least, most: (sum >> u32::BITS) as u32 * tenths.most }
}

impl Factors {
    #[inline]
    pub(crate) fn of(effort: &Effort, stages: Span<Stage>, heads: [Span<bool>; 2]) -> Self {
        let [engineering, product] = heads;
        let tenths = |head: Span<bool>| {
            head.falling(|head| if head { effort.tenths_with_lead.into() } else { UNSHARED })
        };
        Self {
            tenths: [tenths(engineering), tenths(product), Span::exact(UNSHARED)],
            hundredths: stages.rising(|stage| effort.hundredths.at(stage).into()),
        }
    }

    /// The tenths that stay with the leader for responsibilities of this home.
    pub(crate) fn tenths(&self, home: Home) -> Span<u32> {
        self.tenths.get(home as usize).copied().unwrap_or_default()
    }

    #[inline]
    pub(crate) fn percent(&self, parts: Span<u32>) -> Span<u32> {
        percents(parts, self.hundredths)
    }
}
