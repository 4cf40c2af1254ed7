//! The way out of one person: the plan, and everything that it rests on.

mod agree;
mod missions;
mod note;
mod show;
mod words;

pub use agree::{agree, given_typed};
pub use missions::{correct, form as mission_form};
pub(super) use note::wrong;
pub use note::{choose, circumstances, custody, outcome, safety, stay, stay_typed, step};
pub use show::{durations, show};
