//! How does a strategy make a type `Arbitrary`?

/// Implements `Arbitrary` for types, with a strategy for each.
macro_rules! arbitrary {
    ($( $(#[$meta:meta])* $Type:ty = $strategy:expr; )+) => { $(
        impl Arbitrary for $Type {
            type Parameters = ();
            type Strategy = BoxedStrategy<Self>;

            $(#[$meta])*
            fn arbitrary_with((): ()) -> Self::Strategy {
                $strategy.boxed()
            }
        }
    )+ };
}
pub(crate) use arbitrary;
