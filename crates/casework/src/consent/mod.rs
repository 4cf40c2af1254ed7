//! Consent: what a person agreed to show, to whom, for what and until when. Help never depends on it.
//!
//! A grant is a fact of the person's own case. Taking it back replaces it, so that a withdrawal beats whatever was
//! granted without knowing of it. Nothing is given to anybody but through [`Consented`], which only a grant that
//! stands makes.

mod rules;
#[cfg(test)]
mod tests;

pub use rules::{Consented, covering, may_be_a_child};

use crate::record::{self, summaries};
use crate::services::Service;
use crate::{Fact, Field, Result, referral};
use access::{AccessError, Action, Cx, OpenCase};
use base::{CaseId, Date, EventId, Language, Sign, TeamId};
use serde::{Deserialize, Serialize};
use vault::Compartment;

/// What somebody agreed to, or would not agree to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub purpose: Service,
    pub recipient: Recipient,
    /// In order, each once.
    pub items: Vec<Item>,
    pub given: Given,
    /// In which the person was asked.
    pub language: Option<Language>,
    /// Who interpreted, as staff know them; nobody when staff speak the language.
    pub interpreter: Option<String>,
    /// The last day on which it holds; until it is taken back when there is none.
    pub until: Option<Date>,
    /// The person was asked whether contact with this recipient could put anybody in danger, and said no.
    pub safe: bool,
    pub standing: Standing,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    Given,
    /// The person was asked and said no. Nothing changes for them.
    Declined,
    /// Takes the place of the grant of that event.
    Withdrawn {
        grant: EventId,
        because: Option<String>,
    },
}

/// Who is to be shown something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Recipient {
    /// A team on this server.
    Team(TeamId),
    /// An organisation elsewhere: its word in the directory, if it has one, and its name.
    Outside { id: Option<String>, name: String, kind: Kind },
}

/// What decides which care is taken before somebody is contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// An embassy, a consulate, a ministry, the police: of some state.
    State,
    Other,
}

base::keys!(Kind { State = "state", Other = "other" });

/// How it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Given {
    Spoken,
    Signed,
    /// By a parent or guardian, who is named, with why it is in the child's best interests (CRC art. 3).
    Guardian {
        guardian: String,
        best_interests: String,
    },
    /// For a child without anybody: decided in the child's best interests, and by whom.
    BestInterests {
        decided_by: String,
        best_interests: String,
    },
}

/// What can be shown of a person, in the pieces in which people are asked. Remarks and testimony are none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Item {
    /// The code on the card.
    Code,
    Names,
    Sex,
    Age,
    Nationality,
    Languages,
    Papers,
    Contacts,
    Place,
    Entered,
    Health,
    Danger,
}

base::keys!(Item {
    Code = "code",
    Names = "names",
    Sex = "sex",
    Age = "age",
    Nationality = "nationality",
    Languages = "languages",
    Papers = "papers",
    Contacts = "contacts",
    Place = "place",
    Entered = "entered",
    Health = "health",
    Danger = "danger",
});

impl Item {
    /// The fields that are shown with it.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Item::Code => &[],
            Item::Names => &[Field::Names],
            Item::Sex => &[Field::Sex],
            Item::Age => &[Field::Birth, Field::Sign(Sign::Minor)],
            Item::Nationality => &[Field::Nationalities],
            Item::Languages => &[Field::Languages],
            Item::Papers => &[Field::Papers],
            Item::Contacts => &[Field::Contacts],
            Item::Place => &[Field::Place, Field::Sign(Sign::NoShelter)],
            Item::Entered => &[Field::Entered],
            Item::Health => &[Field::Sign(Sign::Hurt), Field::Sign(Sign::Ill), Field::Sign(Sign::Pregnant)],
            Item::Danger => &[Field::Sign(Sign::Threatened)],
        }
    }
}

/// A grant as it stands, with the event that states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub event: EventId,
    pub grant: Grant,
}

/// Puts on the case what a person agreed to, or declined.
pub fn give(cx: &mut Cx, case: CaseId, grant: Grant) -> Result<EventId> {
    let mut case = cx.open(case, Action::Refer)?;
    let facts = summaries(cx.tx, &case)?;
    rules::fit(&grant, &facts, cx.now.local_date())?;
    if grant.standing == Standing::Given {
        let is_state = referral::is_state(cx.tx, &grant.recipient)?;
        rules::safe_enough(&grant, is_state)?;
    }
    state(cx, &mut case, grant, Vec::new())
}

/// Takes a grant back: keys go, whoever was given something is asked to delete it, and their answer is awaited.
/// Says what was taken back from whom.
pub fn withdraw(
    cx: &mut Cx,
    case: CaseId,
    grant: EventId,
    because: Option<String>,
) -> Result<Vec<referral::TakenBack>> {
    let mut case = cx.open(case, Action::Refer)?;
    let facts = summaries(cx.tx, &case)?;
    let held = standing(&facts).into_iter().find(|held| held.event == grant).ok_or(AccessError::NoValue)?;
    let standing = Standing::Withdrawn { grant, because };
    state(cx, &mut case, Grant { standing, ..held.grant }, vec![grant])?;
    referral::take_back(cx, &facts, grant)
}

/// The grants that stand on a case, oldest first.
pub fn standing(facts: &crate::Facts) -> Vec<Held> {
    let grants = all(facts).into_iter();
    grants.filter(|held| held.grant.standing == Standing::Given).collect()
}

/// Everything that was ever granted, declined or withdrawn and not replaced since, oldest first.
pub fn all(facts: &crate::Facts) -> Vec<Held> {
    let grants = facts.current(Field::Grant).iter().filter_map(|held| match &held.fact {
        Fact::Grant(grant) => Some(Held { event: held.event, grant: (**grant).clone() }),
        _ => None,
    });
    grants.collect()
}

fn state(cx: &mut Cx, case: &mut OpenCase, grant: Grant, replaces: Vec<EventId>) -> Result<EventId> {
    if case.newest(Compartment::Identity).is_none() {
        return Err(AccessError::Refused { action: Action::Refer });
    }
    record::state(cx, case, Fact::Grant(Box::new(grant)), replaces)
}
