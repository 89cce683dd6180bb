//! A guide to the domain and to the crate, without anything to call.
//!
//! Who has never heard of a CPTO reads the first two pages; who embeds the evaluation, the others.
//!
//! 1. [`domain`]: what a CTO, a CPO and a CPTO do; responsibilities, signals, skills and safeguards, each in a table.
//! 2. [`deciding`]: one leader or two? The arguments for and against, and what the default policy makes of them.
//! 3. [`questions`]: how each fact is asked about, and the sentences in which somebody recognises a company.
//! 4. [`uncertainty`]: facts that are not known, and why the answer is exact all the same.
//! 5. [`measures`](crate::measures): figures instead of levels, and every edge in [`tables`](crate::measures::tables).
//! 6. [`policies`]: numbers of your own.
//! 7. [`embedding`]: errors, other languages, forms, storing documents, versions.
//! 8. [`testing`]: laws and strategies for the tests of an application.
//! 9. [`changelog`]: what changed.

#[doc = include_str!("guide/domain.md")]
#[doc = include_str!("guide/map.svg")]
#[doc = include_str!("guide/vocabulary.md")]
pub mod domain {}
#[doc = include_str!("guide/deciding.md")]
#[doc = include_str!("picture.md")]
pub mod deciding {}
#[doc = include_str!("guide/embedding.md")]
#[doc = include_str!("guide/faults.md")]
pub mod embedding {}
#[doc = include_str!("guide/policies.md")]
#[doc = include_str!("guide/numbers.md")]
pub mod policies {}
#[doc = include_str!("guide/generated/questions.md")]
pub mod questions {}
#[doc = include_str!("guide/testing.md")]
pub mod testing {}
#[doc = include_str!("guide/uncertainty.md")]
pub mod uncertainty {}
#[doc = include_str!("../CHANGELOG.md")]
pub mod changelog {}
