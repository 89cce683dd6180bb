//! A guide to the domain and to the crate. There is nothing to call.
//!
//! New to CTOs, CPOs and CPTOs? Read the first two pages. Embedding the evaluation? Read the others.
//!
//! 1. [`domain`]: what a CTO, a CPO and a CPTO do, who leads a field, and the vocabulary in tables.
//! 2. [`deciding`]: one leader or two? The arguments, and what the default policy makes of them.
//! 3. [`warnings`]: every warning, on one page.
//! 4. [`questions`]: how to ask for each fact, with sentences in which people recognise their company.
//! 5. [`uncertainty`]: unknown facts, and why the answer is still exact.
//! 6. [`chances`]: what is likely, according to whose belief, and what to ask next.
//! 7. [`measures`](crate::measures): figures instead of levels, and every edge in [`tables`](crate::measures::tables).
//! 8. [`policies`]: custom numbers.
//! 9. [`rules`]: custom warnings.
//! 10. [`living`]: what is accepted, learnt, changed and reviewed after the decision.
//! 11. [`documents`]: proposals, policies and assessments in files, and how to store them.
//! 12. [`portfolios`]: many companies in a table, from the command line or in a query engine.
//! 13. [`embedding`]: faults, other languages, forms, what always holds, versions.
//! 14. [`testing`]: laws and strategies for the tests of an application.
//! 15. [`changelog`]: what changed.
//!
//! # Sources
//!
//! \[W\] is Vicky Wills, *From CTO to CTPO: Navigating the Dual Role in Tech Leadership*, The New Stack, 30 August 2024. \[D\] is
//! an article on the *divergent yet complementary* roles of CTO and CPO, author not stated. \[P\] stands for practitioners'
//! accounts and literature. The type [`Source`](crate::Source) lists each entry with its strength and what counts against it.

#[doc = include_str!("guide/domain.md")]
#[doc = include_str!("guide/map.svg")]
#[doc = include_str!("guide/generated/vocabulary.md")]
#[doc(alias("glossary", "ctpo"))]
pub mod domain {}
#[doc = include_str!("guide/deciding.md")]
#[doc = include_str!("picture.md")]
#[doc(alias("one or two", "pros and cons"))]
pub mod deciding {}
#[doc = include_str!("guide/generated/warnings.md")]
#[doc(alias = "catalogue")]
pub mod warnings {}
#[doc = include_str!("guide/generated/questions.md")]
pub mod questions {}
#[doc = include_str!("guide/uncertainty.md")]
pub mod uncertainty {}
#[doc = include_str!("guide/chances.md")]
#[doc = include_str!("guide/generated/chances.md")]
pub mod chances {}
#[doc = include_str!("guide/policies.md")]
#[doc = include_str!("guide/generated/numbers.md")]
#[doc(alias("thresholds", "customize"))]
pub mod policies {}
#[doc = include_str!("guide/rules.md")]
#[doc(alias("custom rules", "own rules", "custom warning"))]
pub mod rules {}
#[doc = include_str!("guide/living.md")]
pub mod living {}
#[doc = include_str!("guide/documents.md")]
#[doc(alias("serialize", "toml", "yaml", "storing"))]
pub mod documents {}
#[doc = include_str!("guide/portfolios.md")]
#[doc(alias("csv", "table", "batch"))]
pub mod portfolios {}
#[doc = include_str!("guide/embedding.md")]
#[doc = include_str!("guide/generated/faults.md")]
#[doc(alias("translate", "i18n", "localization"))]
pub mod embedding {}
#[doc = include_str!("guide/testing.md")]
pub mod testing {}
#[doc = include_str!("../CHANGELOG.md")]
pub mod changelog {}
