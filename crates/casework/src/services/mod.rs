//! The directory of services: who can help, with what, whom, where; and the list of known traps.
//!
//! What is published stands in the country's pack, two tables of text ([`pack`]). What members find out on the spot
//! lies in the database, said by whom and when, and is never written over ([`directory`] reads both as one).
//!
//! Nothing of any survivor belongs here. What is not known is "unknown, ask", never "no".

mod fits;
mod keep;
mod organisation;
pub mod pack;
mod place;
mod rows;
mod told;
mod traps;
mod warned;
mod warning;
mod written;

#[cfg(test)]
mod tests;

pub use fits::{Fits, Looked, WHOLE_COUNTRY};
pub use keep::{Kept, add, all, checked, correct, directory, link, not_answering, one};
pub use organisation::{Checked, Confidence, ForWhom, Freshness, Group, Kind, Organisation, Service};
pub use pack::{Pack, Problem, check, embedded};
pub use place::shows_a_street;
pub use told::{Change, Said, Spoken, Told, own_id};
pub use traps::{Found, Likeness, warnings_for};
pub use warned::{SaidOfTrap, Withdrawn, add_warning, all_warnings, withdraw_warning};
pub use warning::{Trap, Warning};
pub use written::{COLUMNS, Written, WrittenWarning, Wrong};
