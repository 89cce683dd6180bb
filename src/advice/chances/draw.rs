//! How are worlds drawn at random, and yet the same ones every time?

/// `SplitMix64`, as published by S. Vigna (public domain): the numbers are the same on every platform.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draws(u64);

impl Draws {
    pub(crate) const fn from_seed(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Returns the upper half of the next number.
    pub(crate) fn upper(&mut self) -> u32 {
        (self.next() >> 32) as u32
    }

    /// Returns a number below `end`. All numbers are equally likely, to within one part in 2³².
    pub(super) fn below(&mut self, end: u32) -> u32 {
        u32::try_from((u64::from(self.upper()) * u64::from(end)) >> 32).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::Draws;

    #[test]
    fn it_gives_the_published_numbers() {
        let mut draws = Draws::from_seed(1_234_567);
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!([(); 5].map(|()| draws.next()), published);
    }
}
