//! How is a document of numbers declared: the policy, and the belief?

/// Declares the sections of a document of numbers: for each number its meaning, its default and its bounds, once.
macro_rules! sections {
    ($(
        $(#[$meta:meta])*
        pub struct $Section:ident {
            $( $(#[$field_meta:meta])* pub $field:ident: $Type:ty = $default:expr, $bounds:expr, $stricter:expr; )+
        }
    )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct $Section { $( $(#[$field_meta])* pub $field: $Type ),+ }

        impl $Section {
            /// The numbers that hold where nothing else is said.
            pub const DEFAULT: Self = Self { $( $field: $default ),+ };
        }

        impl crate::policy::setting::Section for $Section {
            #[cfg(feature = "serde")]
            const KEYS: &'static [&'static str] = &[$( crate::vocabulary::kebab::kebab!($field) ),+];

            fn fields<V: crate::policy::setting::Fields>(&mut self, other: &Self, visitor: &mut V) {
                $( visitor.field(crate::policy::setting::Field {
                    key: crate::vocabulary::kebab::kebab!($field),
                    own: &mut self.$field,
                    other: &other.$field,
                    bounds: $bounds,
                    stricter: $stricter,
                }); )+
            }
        }
    )+ };
}
pub(crate) use sections;
