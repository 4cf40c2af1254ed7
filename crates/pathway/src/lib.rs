//! The way out: which mission, which steps, by when.
//!
//! Pure: a country's pack and what is known of somebody in, a plan out; no file, no clock, no chance, no key. It is a
//! crate of its own because three things must hold whatever is built around it: nobody is put before a mission, the
//! police or an authority without a safety check, consent, and against no hard warning; what is unknown lets nothing be
//! skipped; and no plan ends without saying why (`docs/decisions/0022-the-way-out-is-a-crate-of-its-own.md`).
//!
//! [`Pack`] is what `data/packs` holds of a country. [`route`] says which mission is responsible, [`overstay`] what the
//! days cost, and [`plan`](fn@plan) makes a [`Plan`] of a [`Situation`].

pub mod pack;

mod calendar;
mod condition;
mod day;
mod durations;
mod overstay;
mod plan;
mod route;
mod set;
mod situation;
mod step;
mod words;

pub use calendar::Calendar;
pub use condition::Condition;
pub use durations::{Basis, Durations, FEWEST, Observation};
pub use overstay::{Day, Entry, Leave, Missing, Overstay, Stay, overstay};
pub use pack::Pack;
pub use plan::{
    Alternative, Due, Outlook, Part, Plan, Planned, Prospect, State, Taken, When, Why, bars, is_behind, may_tell, plan,
};
pub use route::{Correction, Lead, Nationality, Reach, Route, Said, Standing, route};
pub use set::{Set, Word};
pub use situation::{Consents, Course, Progress, Safety, Situation};
pub use step::{Spread, Step, StepNo};
pub use words::{Choice, Contact, Contacts, Known, Owner, Warning, Warnings, Way, Ways};
