//! Who somebody is before the law, and how urgent it is: instruments as data, the assessment, the triage.
//!
//! Pure: bytes and answers in, results with their reasons out; no file, no clock, no key. It is a crate of its own
//! because two things must hold whatever is built around it. What is not in its vocabulary can enter no rule:
//! nationality, role in the compound, the will to talk to the police. And no value of its result says that somebody is
//! not a victim (`docs/decisions/0019-screening-is-a-crate-of-its-own.md`).
//!
//! [`Instruments`] hold what decides, read from `data/instruments`. [`Evidence`] is what somebody's [`Answers`] come to;
//! [`assess`] makes an [`Assessment`] of it. [`triage::triage`] makes an urgency of [`triage::Concerns`].

pub mod assess;
pub mod instruments;
pub mod questionnaire;
pub mod reason;
pub mod relevant;
pub mod triage;
pub mod vignette;
pub mod words;
pub mod xlsform;

mod age;
mod answer;
mod bits;
mod evidence;
mod finding;
mod rules;
mod when;

pub use age::Age;
pub use answer::{Answer, Answers};
pub use assess::assess;
pub use evidence::{Evidence, From, Unread};
pub use finding::{Assessment, Basis, By, Counts, Finding, QuestionNo, Shown, Weighed};
pub use instruments::{Class, Dimension, IndicatorNo, Instruments, Trouble};
pub use questionnaire::{Card, Kind, Part, Question, Questionnaire};
pub use reason::Reason;
pub use rules::{Combination, Link};
pub use when::When;
