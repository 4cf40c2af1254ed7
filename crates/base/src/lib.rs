//! The words every other crate uses: ids, times, countries, and what is recorded of one arrival.
//!
//! No I/O, no clock, no chance: whoever makes an id hands in the time and the random bytes.

pub mod arrival;
pub mod birth;
pub mod code;
pub mod country;
pub mod id;
mod keys;
pub mod language;
mod spelling;
pub mod table;
pub mod text;
mod time;

pub use arrival::{Arrival, Consent, Paper, PaperKind, PaperStatus, Sex, Sign};
pub use birth::{Birth, Minor};
pub use code::CaseCode;
pub use country::Country;
pub use id::{
    AlertId, BatchId, CaseId, DeviceId, EmergencyId, EventId, GroupId, ListId, RollId, SenderId, SessionId, TeamId,
    UserId,
};
pub use jiff::civil::{Date, Time, Weekday};
pub use language::Language;
pub use time::{Instant, days_after};
