//! How is a type made arbitrary by a strategy?

/// Makes types arbitrary by a strategy each.
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
