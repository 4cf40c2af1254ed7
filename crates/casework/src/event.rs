//! What an event says, and how it is kept: CBOR with a version, readable for ever (`tests/golden/`).

mod field;

pub use field::Field;

use crate::appointments::Appointment;
use crate::attachments::{Attachment, Kind, Removal};
use crate::captivity::{Happening, Named};
use crate::consent::Grant;
use crate::hearing::{Attended, Decision, Heard};
use crate::plan::{Circumstance, Course, Custody, Deadline, Outcome, Safety, Settled, Stay, StepSaid};
use crate::referral::{Answer, Request, Sent};
use access::{AccessError, Result};
use base::{Birth, Consent, Country, Date, EventId, GroupId, Language, Paper, Sex, Sign};
use serde::{Deserialize, Serialize};

/// The version that is written today; older ones are read by [`Event::decode`].
pub const VERSION: u8 = 1;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// A person was met for the first time; in the `identity` compartment.
    Registered { origin: Origin, facts: Vec<Fact> },
    /// Something was said of a person, for the first time or in place of earlier values.
    Stated { statements: Vec<Statement>, because: Option<String> },
    /// A photograph or a scan is kept.
    Attached(Attachment),
    /// It was deleted: the event with which it was added, what it was, and why.
    AttachmentRemoved { attachment: EventId, kind: Kind, because: Removal },
}

/// How a person came into the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    Card,
    /// The row of the list, as a spreadsheet numbers it.
    List {
        row: u32,
    },
    /// Another team referred the person, with what the person agreed to show.
    Referral,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    pub fact: Fact,
    /// The events whose values of this field this one takes the place of. Values it does not name stay.
    pub replaces: Vec<EventId>,
}

/// One thing known of a person. Which compartment it is sealed in follows from what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fact {
    Names(Vec<String>),
    Sex(Sex),
    Birth(Birth),
    Nationalities(Vec<Country>),
    Languages(Vec<Language>),
    Papers(Vec<Paper>),
    Contacts(Vec<String>),
    Consent(Consent),
    Group(GroupId),
    Place(String),
    Reported(Date),
    Entered(Date),
    Sign(Sign, bool),
    Remark(String),
    /// What the person agreed to show, or took back.
    Grant(Box<Grant>),
    /// On the person's own case: somebody was asked for something.
    Referral(Box<Sent>),
    /// In the file of a referral: what is asked for, and what was answered.
    Request(Box<Request>),
    Answer(Box<Answer>),
    /// What the person said to one question of a hearing.
    Heard(Box<Heard>),
    /// What a named person decided of the person's status.
    Decision(Box<Decision>),
    /// Somebody looked after the person.
    Attended(Attended),
    /// Something that happened in captivity.
    Happened(Box<Happening>),
    /// Who did it, by name.
    Named(Box<Named>),
    /// How far a step of the way out is.
    Step(Box<StepSaid>),
    /// The way that the person chose.
    Course(Box<Course>),
    Stay(Stay),
    Circumstance(Circumstance),
    /// What came of asking whether contact with a state is safe.
    Safety(Box<Safety>),
    /// An arrest, an inspection, a release.
    Custody(Box<Custody>),
    /// How it ended, and how the person is afterwards.
    Outcome(Box<Outcome>),
    /// What of the safety check whoever does the steps has to know: whether contact is clear, and not why.
    Cleared(bool),
    /// A day by which something must be done.
    Deadline(Box<Deadline>),
    /// A place with a mission, at a day and a time.
    Appointment(Box<Appointment>),
    /// What else the safety check has settled for whoever does the steps.
    Settled(Box<Settled>),
}

impl Fact {
    pub fn field(&self) -> Field {
        match self {
            Fact::Names(_) => Field::Names,
            Fact::Sex(_) => Field::Sex,
            Fact::Birth(_) => Field::Birth,
            Fact::Nationalities(_) => Field::Nationalities,
            Fact::Languages(_) => Field::Languages,
            Fact::Papers(_) => Field::Papers,
            Fact::Contacts(_) => Field::Contacts,
            Fact::Consent(_) => Field::Consent,
            Fact::Group(_) => Field::Group,
            Fact::Place(_) => Field::Place,
            Fact::Reported(_) => Field::Reported,
            Fact::Entered(_) => Field::Entered,
            Fact::Sign(sign, _) => Field::Sign(*sign),
            Fact::Remark(_) => Field::Remark,
            Fact::Grant(_) => Field::Grant,
            Fact::Referral(_) => Field::Referral,
            Fact::Request(_) => Field::Request,
            Fact::Answer(_) => Field::Answer,
            Fact::Heard(heard) => Field::Heard(heard.part),
            Fact::Decision(_) => Field::Decision,
            Fact::Attended(_) => Field::Attended,
            Fact::Happened(_) => Field::Happened,
            Fact::Named(_) => Field::Named,
            Fact::Step(_) => Field::Step,
            Fact::Course(_) => Field::Course,
            Fact::Stay(_) => Field::Stay,
            Fact::Circumstance(_) => Field::Circumstance,
            Fact::Safety(_) => Field::Safety,
            Fact::Custody(_) => Field::Custody,
            Fact::Outcome(_) => Field::Outcome,
            Fact::Cleared(_) => Field::Cleared,
            Fact::Deadline(_) => Field::Deadline,
            Fact::Appointment(_) => Field::Appointment,
            Fact::Settled(_) => Field::Settled,
        }
    }

    pub fn happened(&self) -> Option<&Happening> {
        match self {
            Fact::Happened(happening) => Some(happening),
            _ => None,
        }
    }

    pub fn named(&self) -> Option<&Named> {
        match self {
            Fact::Named(named) => Some(named),
            _ => None,
        }
    }
}

impl Event {
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(160);
        ciborium::into_writer(self, &mut bytes).expect("a vector takes every write");
        bytes
    }

    pub fn decode(version: u8, bytes: &[u8]) -> Result<Event> {
        match version {
            1 => ciborium::from_reader(bytes).map_err(|_| AccessError::Unreadable),
            _ => Err(AccessError::Unreadable),
        }
    }

    /// Every statement this event makes, with what it replaces.
    pub fn statements(&self) -> Vec<Statement> {
        match self {
            Event::Registered { facts, .. } => {
                facts.iter().map(|fact| Statement { fact: fact.clone(), replaces: Vec::new() }).collect()
            }
            Event::Stated { statements, .. } => statements.clone(),
            Event::Attached(_) | Event::AttachmentRemoved { .. } => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
