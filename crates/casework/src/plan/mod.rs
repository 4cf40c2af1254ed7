//! The way out of one person: what is known of it, which is facts of the case, and the plan, which is a reading of them.
//!
//! The pack of the country and the crate `pathway` say what follows; nothing of a plan is kept.

pub mod batch;
pub mod calendar;
mod cleared;
mod course;
mod custody;
mod deadline;
mod missions;
mod outcome;
mod outlook;
pub mod queues;
mod read;
mod reminder;
mod said;
#[cfg(test)]
mod tests;
pub mod today;
mod told;

pub use cleared::{Settled, answer_at_counter};
pub(crate) use course::noted;
pub use course::{check_safety, choose, note_circumstance, note_stay, note_step};
pub(crate) use custody::concerns_of;
pub use custody::{Custody, Happened, note_custody};
pub use deadline::{
    Deadline, DueDay, For, RUNGS, deadlines, due_days, end_deadline_once, note_deadline, note_deadline_once,
};
pub(crate) use deadline::{escalate, expect, forget_days};
pub use missions::{Corrected, correct_mission, corrections};
pub use outcome::{End, FOLLOW_UPS, Outcome, follow_up, note_outcome};
pub use outlook::{Ahead, Outlook, Sketch, Stage, outlook};
pub(crate) use read::view;
pub use read::{View, read, steps_seen};
pub(crate) use reminder::remind;
pub use said::{agree, agree_to, items_for, recipient_of};
pub use told::{About, Told};

use ::pathway::{Known, Owner, Warning, Way};
use access::alert::{self, Alert, Kind, To};
use access::{Cx, Role};
use base::{CaseId, Country, Date};
use serde::{Deserialize, Serialize};

/// How far a step of a pack is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepSaid {
    /// The folder of the pack, and the step's word in it.
    pub pack: String,
    pub step: String,
    pub reached: Reached,
    /// When it began, where that is known: how long steps take is learnt from it.
    pub begun: Option<Date>,
    pub on: Date,
    pub note: Option<String>,
}

impl StepSaid {
    /// Whether it is about this step of this pack.
    pub(crate) fn is_about(&self, pack: &str, step: &str) -> bool {
        self.pack == pack && self.step == step
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reached {
    NotBegun,
    Begun,
    WaitingFor(Owner),
    Done,
    Refused,
    Failed,
}

/// Where the person wants to go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// Never deportation; nothing while the person has not chosen, or no longer wants what they chose.
    pub way: Option<Way>,
    /// Why, in the person's words.
    pub words: Option<String>,
}

/// How the person came in, and how long they were allowed to stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// Whether a stamp was seen that says so.
    pub stamped: bool,
    /// The earliest and the latest day of entry.
    pub entry: Option<(Date, Date)>,
    pub leave: Leave,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Leave {
    Until(Date, Date),
    Days {
        least: u16,
        most: u16,
    },
    /// There was none.
    None,
    Unknown,
}

/// Something that lets a step be left out, or no longer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstance {
    pub known: Known,
    pub holds: bool,
}

/// What came of asking, in private, whether contact with a state is safe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Safety {
    pub clear: bool,
    /// What the person said of themselves.
    pub warnings: Vec<Warning>,
    /// Warnings of the pack that a named person has weighed for this person.
    pub weighed: Vec<Weighed>,
    /// Of several nationalities, the one whose mission may be asked.
    pub mission: Option<Country>,
    /// Who can consent for a child.
    pub guardian: Option<String>,
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weighed {
    pub warning: Warning,
    pub by: String,
    pub because: String,
}

/// Tells those of the team who look after people's safety.
fn warn_team(cx: &mut Cx, case: CaseId, kind: Kind) -> crate::Result<()> {
    let Some(team) = cx.keys.actor.team else { return Ok(()) };
    for role in [Role::Caseworker, Role::ProtectionOfficer] {
        alert::raise(cx.tx, &Alert { kind, to: To::RoleInTeam(team, role), case: Some(case) }, cx.now, cx.rng)?;
    }
    Ok(())
}

/// Deletes what is kept of a case beside its events: for its erasure.
pub(crate) fn forget_case(tx: &mut store::Tx, case: CaseId) -> crate::Result<usize> {
    Ok(deadline::forget_case(tx, case)? + batch::forget_case(tx, case)?)
}
