//! A proposal that a user works on in a browser.
//!
//! The page keeps one [`Desk`], passes it the user's actions, and shows its results. The library does the work: reading, forms,
//! evaluation, chances. Results go to the page as JSON, and the page shows them as text.

mod desk;
mod document;
mod form;
// The page uses the same phrases as the report and the memo.
#[path = "../../memo/holding.rs"]
#[expect(dead_code, reason = "the memo uses more of it")]
mod holding;
mod likely;
#[path = "../../assess/phrase.rs"]
#[expect(dead_code, reason = "the reports use more of it")]
mod phrase;
#[path = "../../assess/remarks.rs"]
mod remarks;
mod view;

pub use desk::Desk;
pub use form::form;
pub use likely::{leaders, likely};
pub use view::shown;
