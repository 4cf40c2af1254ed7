//! Everything about one survivor. Slices share one shape: types and commands first, then rules, rows, tests.
//!
//! [`event`] and [`facts`] are the core: a case is the set of its events, and what is known of a person is a
//! reading of them. [`registry`] takes people in and finds them again; [`lists`] takes in whole spreadsheets;
//! [`desk`] is the team's working set. [`consent`] is what a person agreed to show, [`referral`] asks others for help
//! with exactly that, and [`erasure`] leaves nothing of it; in an [`emergency`] keys are lent; [`readings`] says who has
//! read a case. [`round`] is what is done while nobody is signed in.

pub mod appointments;
pub mod attachments;
pub mod captivity;
pub mod consent;
pub mod desk;
pub mod emergency;
pub mod erasure;
pub mod event;
pub mod facts;
pub mod feed;
pub mod hearing;
pub mod htcds;
pub mod letters;
pub mod lists;
pub mod plan;
pub mod readings;
mod record;
pub mod referral;
pub mod registry;
pub mod rolls;
pub mod round;
pub mod services;
pub mod upkeep;

pub use access::{AccessError, Result};
pub use event::{Event, Fact, Field, Origin, Statement};
pub use facts::{Facts, Held};
