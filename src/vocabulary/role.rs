//! Who leads, and which questions does each role answer?

use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// The role of a seat. What the leader does counts, not the title on the door.
    ///
    /// ```
    /// use cpto::Role;
    ///
    /// assert_eq!("cpto".parse(), Ok(Role::Cpto));
    /// ```
    #[doc(alias = "title")]
    pub enum Role as "role" {
        /// Chief Technology Officer: determines the *how*. \[D\]
        Cto as "CTO",
        /// Chief Product Officer: sets the *what* and the *why*. \[D\]
        Cpo as "CPO",
        /// Chief Product and Technology Officer: holds all three. \[W\]
        Cpto as "CPTO",
    }
}

vocabulary! {
    /// The question that a responsibility answers. The CPO sets the what and the why, the CTO the how. \[D\]
    ///
    /// ```
    /// use cpto::{Question, Responsibility};
    ///
    /// let why = Responsibility::ALL.iter().filter(|it| it.question() == Question::Why);
    /// assert!(why.count() > 0);
    /// ```
    pub enum Question as "question", told {
        /// What is built.
        What,
        /// Why it is built.
        Why,
        /// How it is built and run.
        How,
    }
}

vocabulary! {
    /// The role that conventionally holds a responsibility. A CPTO conventionally holds all of them.
    ///
    /// ```
    /// use cpto::{Home, Responsibility};
    ///
    /// assert_eq!(Responsibility::Architecture.home(), Home::Cto);
    /// ```
    pub enum Home as "home", told {
        /// The Chief Technology Officer.
        Cto as "CTO",
        /// The Chief Product Officer.
        Cpo as "CPO",
        /// Every seat; a shared responsibility is never contested.
        Shared,
    }
}

impl Home {
    /// Returns the field of this home, unless it is shared.
    pub(crate) const fn field(self) -> Option<Field> {
        match self {
            Self::Cto => Some(Field::Technology),
            Self::Cpo => Some(Field::Product),
            Self::Shared => None,
        }
    }

    /// Returns the role of this home, unless it is shared.
    pub(crate) fn role(self) -> Option<Role> {
        self.field().map(Field::role)
    }
}

vocabulary! {
    /// One of the two fields that a structure leads.
    ///
    /// ```
    /// use cpto::{Field, Role};
    ///
    /// assert_eq!(Field::Product.role(), Role::Cpo);
    /// ```
    pub enum Field as "field" {
        /// Technology.
        Technology,
        /// Product.
        Product,
    }
}

impl Field {
    /// Returns the role that leads only this field.
    #[must_use]
    pub const fn role(self) -> Role {
        match self {
            Self::Technology => Role::Cto,
            Self::Product => Role::Cpo,
        }
    }

    /// Returns the head below the executive who leads this field.
    pub(crate) const fn head(self) -> Safeguard {
        match self {
            Self::Technology => Safeguard::EngineeringLead,
            Self::Product => Safeguard::ProductLead,
        }
    }

    /// Returns the home of this field's responsibilities.
    #[must_use]
    pub const fn home(self) -> Home {
        match self {
            Self::Technology => Home::Cto,
            Self::Product => Home::Cpo,
        }
    }
}
