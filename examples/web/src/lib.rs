//! A proposal that somebody works on in a browser.
//!
//! The page keeps one [`Desk`], tells it what was done, and shows what the desk tells. The library does the work: reading, forms,
//! evaluation, chances. What goes to the page is JSON, and the page shows it as text.

mod desk;
mod document;
mod form;
// What a report says in a terminal and on paper is said here, too.
#[path = "../../memo/holding.rs"]
#[expect(dead_code, reason = "the memo asks for more")]
mod holding;
mod likely;
#[path = "../../assess/phrase.rs"]
#[expect(dead_code, reason = "reports ask for more")]
mod phrase;
#[path = "../../assess/remarks.rs"]
mod remarks;
mod view;

pub use desk::Desk;
pub use form::form;
pub use likely::{leaders, likely};
pub use view::shown;
