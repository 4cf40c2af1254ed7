//! The directory of services: who can help, with what, whom, where; and the list of known traps.
//!
//! What is published stands in the country's pack, two tables of text ([`pack`]). What members find out on the spot
//! lies in the database, said by whom and when, and is never written over.
//!
//! Nothing of any survivor belongs here. What is not known is "unknown, ask", never "no".

mod fits;
mod organisation;
pub mod pack;
mod place;
mod traps;
mod warning;
mod written;

#[cfg(test)]
mod tests;

pub use fits::{Fits, Looked};
pub use organisation::{Checked, Confidence, ForWhom, Freshness, Group, Kind, Organisation, Service};
pub use pack::{Pack, Problem, check, embedded};
pub use place::shows_a_street;
pub use traps::{Found, Likeness, warnings_for};
pub use warning::{Trap, Warning};
pub use written::{Written, WrittenWarning, Wrong};
