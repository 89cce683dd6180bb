//! How are the documents of numbers declared (the policy and the belief)?

/// Declares the sections of a document of numbers, with the meaning, the default and the bounds of each number.
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
            /// The numbers that apply unless others are stated.
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
