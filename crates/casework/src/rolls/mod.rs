//! Named rolls: those for whom a mission asks that the fine for their overstay be waived.
//!
//! A roll is drafted from the desk, which also says who is missing and exactly why; sealed as a version, for which each
//! case is opened; sent; and answered line by line. Nobody stands on one against their plan ([`rules`]), by any path:
//! that is asked at each of these moments, and again whenever a file is made.

mod answer;
mod draft;
mod rows;
pub mod rules;
mod sealed;
mod send;
#[cfg(test)]
mod tests;

pub use answer::{Told as Answered, answer};
pub use draft::{Draft, Left, OnIt, Standing, draft, missions, who_may, why_not};
pub(crate) use rows::forget_case;
pub use rules::{Asked, Content, Missing, Person};
pub use sealed::{Changes, Head, Kept, Version, changes, version, versions};
pub use send::{Once, Sealed, seal, seal_once, send};
