//! One person who has just arrived, delivered by a program.

use super::texted::As;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseId, Consent, Country, Date, EventId, Language, Paper, PaperKind, PaperStatus, Sex, Sign, text};
use casework::registry::{self, Once};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the card asks. Everything but the names and the consent may be left out: unknown stays unknown.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrival {
    /// An id that the sender makes for this arrival, a UUID of version 7: when it comes again, nobody is registered
    /// twice.
    #[serde(default)]
    pub event: Option<As<EventId>>,
    /// The same name in one or several scripts, the person's own first. Only who refuses consent has none.
    #[serde(default)]
    pub names: Vec<String>,
    #[serde(default)]
    pub sex: Option<As<Sex>>,
    /// As exactly as it is known.
    #[serde(default)]
    pub birth: Option<As<base::Birth>>,
    #[serde(default)]
    pub nationalities: Vec<As<Country>>,
    #[serde(default)]
    pub languages: Vec<As<Language>>,
    #[serde(default)]
    pub papers: Vec<PaperSaid>,
    /// Phone numbers or handles.
    #[serde(default)]
    pub contacts: Vec<String>,
    /// The town where the person is. Never a street address of a shelter.
    #[serde(default)]
    pub place: Option<String>,
    /// The day the person came, where it was before today.
    #[serde(default)]
    pub reported: Option<As<Date>>,
    /// The day the person entered the country.
    #[serde(default)]
    pub entered: Option<As<Date>>,
    #[serde(default)]
    pub signs: BTreeSet<As<Sign>>,
    #[serde(default)]
    pub remark: Option<String>,
    /// How the person agreed to be registered. Of somebody who refused, nothing that identifies is kept.
    pub consent: As<Consent>,
    /// The case of somebody who came along: both stay together.
    #[serde(default)]
    pub with: Option<As<CaseId>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperSaid {
    pub kind: As<PaperKind>,
    #[serde(default)]
    pub status: Option<As<PaperStatus>>,
    #[serde(default)]
    pub number: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub struct Registered {
    pub case: As<CaseId>,
    /// To hand over, as in "481 516 237".
    pub code: String,
    pub event: As<EventId>,
}

/// Registers somebody: 201, or 200 with the same answer when the same event came before.
pub fn register(visit: &Visit) -> Answer {
    visit.expect(Action::Register)?;
    let said: Arrival = visit.sent()?;
    let (event, with) = (said.event.as_ref().map(|As(event)| *event), said.with.as_ref().map(|As(case)| *case));
    if event.is_some_and(|event| event.made_at() > visit.now.plus_hours(24)) {
        return Err(Fault::wrong("event", "it was made in the future; please set the clock of whoever made it"));
    }
    let arrival = said.checked(visit.today())?;
    let event = event.unwrap_or_else(|| EventId::new(visit.now, &mut *visit.app.rng()));
    let (status, registered) = match visit.command(|cx| registry::register_once(cx, event, arrival, with))? {
        Once::Now(registered) => (StatusCode::CREATED, registered),
        Once::Before(registered) => (StatusCode::OK, registered),
    };
    let registry::Registered { case, code, event } = registered;
    Ok((status, Json(Registered { case: As(case), code: code.to_string(), event: As(event) })).into_response())
}

impl Arrival {
    /// The arrival as the card would have it.
    fn checked(self, today: Date) -> Result<base::Arrival, Fault> {
        let lines = |lines: Vec<String>| lines.iter().map(|said| text::line(said)).filter(|l| !l.is_empty()).collect();
        let line = |said: Option<String>| said.map(|said| text::line(&said)).filter(|line| !line.is_empty());
        let paper = |said: PaperSaid| Paper {
            kind: said.kind.0,
            status: said.status.map_or(PaperStatus::Unknown, |As(status)| status),
            number: line(said.number),
        };
        let arrival = base::Arrival {
            names: lines(self.names),
            sex: self.sex.map(|As(sex)| sex),
            birth: self.birth.map(|As(birth)| birth),
            nationalities: once_each(self.nationalities),
            languages: once_each(self.languages),
            papers: self.papers.into_iter().map(paper).collect(),
            contacts: lines(self.contacts),
            place: line(self.place),
            reported: self.reported.map(|As(day)| day),
            entered: self.entered.map(|As(day)| day),
            signs: self.signs.into_iter().map(|As(sign)| sign).collect(),
            remark: self.remark.map(|said| text::remark(&said)).filter(|said| !said.is_empty()),
            consent: self.consent.0,
        };
        if arrival.names.is_empty() && arrival.consent != Consent::Refused {
            return Err(Fault::wrong("names", "a name is needed, or somebody who refused"));
        }
        if arrival.birth.as_ref().is_some_and(|birth| !birth.is_plausible(today)) {
            return Err(Fault::wrong("birth", "nobody alive today was born then"));
        }
        for (field, day) in [("reported", arrival.reported), ("entered", arrival.entered)] {
            if day.is_some_and(|day| day > today) {
                return Err(Fault::wrong(field, "this day is still to come"));
            }
        }
        Ok(arrival)
    }
}

fn once_each<T: PartialEq>(said: Vec<As<T>>) -> Vec<T> {
    let mut kept = Vec::with_capacity(said.len());
    for As(value) in said {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    kept
}
