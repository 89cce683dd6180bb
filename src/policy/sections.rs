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

        impl crate::policy::setting::Setting for $Section {
            fn tree(
                &self,
                other: &Self,
                _: crate::policy::bounds::Bounds,
                _: crate::policy::setting::Stricter,
            ) -> crate::policy::setting::Tree {
                const KEYS: &[&str] = &[$( crate::vocabulary::kebab::kebab!($field) ),+];
                crate::policy::setting::Tree::Keyed(
                    KEYS,
                    alloc::vec![$( self.$field.tree(&other.$field, $bounds, $stricter) ),+],
                )
            }

            fn put(&mut self, tree: &crate::policy::setting::Tree) {
                let mut inner = tree.inner().iter();
                $(
                    if let Some(tree) = inner.next() {
                        self.$field.put(tree);
                    }
                )+
            }
        }
    )+ };
}
pub(crate) use sections;
